"""The whole window, used as people use it: filter, sort, select, copy, read, go back, by mouse and by keyboard."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu, QMessageBox, QPushButton, QWidget

from db import queries
from desktop.widgets.document_view import Grid, Paragraph

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
BY_DATE = ["A-1", "文心 <b>4</b>", "A-2", "B-1", "Bare"]


def names(program) -> list[str]:
    model = program.context.releases.model
    return [model.text(row, 0) for row in range(model.rowCount())]


def entity(program, slug: str) -> int:
    """The id of an entity."""
    with program.context.runner.database.read() as conn:
        return queries.resolve(conn, slug)


def status(program) -> str:
    return program.window.findChild(QWidget, "counts").text()


def press(program, key, modifiers=Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifiers)


def click_row(program, row: int, modifiers=Modifier.NoModifier, column: int = 0) -> None:
    table = program.context.releases.table
    place = table.visualRect(program.context.releases.model.index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, modifiers, place)


def type_filter(program, text: str) -> None:
    edit = program.window.bar.edit
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:  # QTest knows no keys for these; an input method sends them whole
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(edit, event)


def shown_text(program) -> str:
    return program.context.inspector.document.toPlainText()


def focus_name(program) -> str:
    return program.context.inspector.document.accessibleDescription()


# ---- the table ----


def test_the_window_opens_on_all_releases_by_date(program):
    assert names(program) == BY_DATE
    assert status(program) == "5 of 5 releases"
    assert "query" in program.window.findChild(QWidget, "query_time").text()
    assert program.window.windowTitle() == "lab.db – Labline"


def test_cells_are_as_precise_as_known(program):
    model = program.context.releases.model
    cells = {
        (name, key): model.text(row, model.column_of(key))
        for row, name in enumerate(names(program))
        for key in ("date", "params", "open", "disagreements")
    }
    assert cells["B-1", "date"] == "2024"
    assert cells["B-1", "params"] == "236B"
    assert (cells["A-1", "open"], cells["B-1", "open"], cells["Bare", "open"]) == ("✓ yes", "✗ no", "–")
    assert (cells["A-2", "disagreements"], cells["A-1", "disagreements"]) == ("⚠ 1", "–")
    assert cells["Bare", "date"] == "–"


def test_a_click_on_a_header_sorts_and_shift_adds_a_key(program, settle):
    releases = program.context.releases
    header, model = releases.table.columns, releases.model

    def click(key: str, modifiers=Modifier.NoModifier) -> None:
        at = model.column_of(key)
        place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, modifiers, place)
        settle()

    click("name")
    assert names(program) == ["A-1", "A-2", "B-1", "Bare", "文心 <b>4</b>"]
    click("name")
    assert names(program)[0] == "文心 <b>4</b>"
    click("org")
    click("name", Modifier.ShiftModifier)
    assert releases.columns.layout.sort == (("org", False), ("name", False))
    assert names(program) == ["A-1", "A-2", "B-1", "文心 <b>4</b>", "Bare"]


def test_selecting_rows_counts_them(program, settle):
    def counted() -> str:
        settle()
        return status(program)

    click_row(program, 1)
    assert counted() == "5 of 5 releases · 1 selected"
    click_row(program, 3, Modifier.ShiftModifier)
    assert counted() == "5 of 5 releases · 3 selected"
    click_row(program, 2, Modifier.ControlModifier)
    assert counted() == "5 of 5 releases · 2 selected"
    program.context.releases.select_all()
    assert counted() == "5 of 5 releases · 5 selected"


def test_what_the_filter_hides_stays_selected_and_is_counted(program, settle):
    program.context.releases.select_all()
    type_filter(program, "org:Alpha")
    settle()
    assert names(program) == ["A-1", "A-2"]
    assert status(program) == "2 of 5 releases · 5 selected (3 hidden by the filter)"
    click_row(program, 0)
    settle()
    assert status(program) == "2 of 5 releases · 1 selected"


def test_what_is_no_release_is_counted_apart(program, settle):
    click_row(program, 3)
    ids = program.context.selection.ids
    program.context.selection.set(ids | {entity(program, "alpha"), entity(program, "moe")}, entity(program, "alpha"))
    settle()
    assert status(program) == "5 of 5 releases · 3 selected (2 of other kinds)"
    type_filter(program, "org:Alpha")
    settle()
    assert status(program) == "2 of 5 releases · 3 selected (1 hidden by the filter, 2 of other kinds)"


def test_counts_go_on_while_the_table_is_hidden(program, settle):
    program.window.findChild(QDockWidget, "releases_dock").close()
    type_filter(program, "org:Alpha")
    settle()
    assert status(program) == "2 of 5 releases"
    assert len(program.context.releases.model.ids) == 5
    program.window.findChild(QDockWidget, "releases_dock").show()
    settle()
    assert names(program) == ["A-1", "A-2"]


def test_a_selection_keeps_to_its_releases_when_the_order_changes(program, settle):
    click_row(program, 0)
    focus = program.context.selection.focus
    program.context.releases.columns.sort_by("name", more=False)
    program.context.releases.columns.sort_by("name", more=False)
    settle()
    table = program.context.releases.table
    assert program.context.releases.model.ids[table.currentIndex().row()] == focus
    assert names(program)[table.currentIndex().row()] == "A-1"


@pytest.mark.parametrize(("headers", "keys"), [(False, "Ctrl+C"), (True, "Ctrl+Shift+C")])
def test_copy_gives_tab_separated_text(program, settle, headers, keys):
    program.context.releases.columns.set(
        program.context.releases.columns.layout.with_visible(["name", "params", "open"])
    )
    settle()
    click_row(program, 2)
    click_row(program, 3, Modifier.ControlModifier)
    press(program, Key.Key_C, Modifier.ControlModifier | (Modifier.ShiftModifier if headers else Modifier.NoModifier))
    settle()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[-2:] == ["A-2\t67B\tyes", "B-1\t236B\tno"]
    assert lines[:-2] == (["Name\tTotal parameters\tOpen weights"] if headers else [])
    assert program.window.statusBar().currentMessage() == "2 rows copied."


def test_copying_nothing_says_so(program, settle):
    program.context.releases.copy(headers=False)
    assert "Nothing is selected" in program.window.statusBar().currentMessage()


def test_columns_are_kept_between_starts(qtbot, start, lab_file):
    first = start(lab_file)
    columns, header = first.context.releases.columns, first.context.releases.table.columns
    model = first.context.releases.model
    columns.set(columns.layout.with_visible(["name", "params", "license"]))
    header.moveSection(header.visualIndex(model.column_of("license")), 1)
    header.resizeSection(model.column_of("license"), 222)
    columns.sort_by("name", more=False)
    qtbot.wait(250)
    first.window.close()
    again = start(lab_file).context.releases
    assert again.columns.layout.shown_keys() == ("name", "license", "params")
    assert again.columns.layout.columns[1].width == 222
    assert again.columns.layout.sort == (("name", False),)
    assert again.table.columns.sectionSize(again.model.column_of("license")) == 222


def test_panels_keep_their_widths_between_starts(start, lab_file):
    docks = ("facets_dock", "inspector_dock")

    def widths(program):
        return [program.window.findChild(QWidget, name).width() for name in docks]

    first = start(lab_file)
    first.window.resize(780, 600)  # a larger window than the screen comes back as large as the screen
    QApplication.processEvents()
    usual = widths(first)
    first.window.close()
    second = start(lab_file)
    assert widths(second) == usual
    second.window.resizeDocks([second.window.findChild(QWidget, docks[0])], [180], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    changed = widths(second)
    assert changed != usual
    second.window.close()
    third = start(lab_file)
    assert widths(third) == changed
    assert third.context.releases.width() >= 200


def test_columns_are_chosen_from_a_list(program, settle):
    columns = program.context.releases.columns
    columns.choose()
    chooser = program.window.findChild(QWidget, "column_chooser")
    items = chooser.findChild(QWidget, "column_list")
    row = next(row for row in range(items.count()) if items.item(row).text() == "Description")
    items.item(row).setCheckState(Qt.CheckState.Checked)
    assert "description" in columns.layout.shown_keys()
    items.setCurrentRow(row)
    QTest.keyClick(items, Key.Key_Up, Modifier.AltModifier)
    keys = [column.key for column in columns.layout.columns]
    assert keys.index("description") == row - 1
    chooser.findChild(QPushButton, "usual_columns").click()
    assert "description" not in columns.layout.shown_keys()
    chooser.close()
    settle()


def test_the_name_stays_in_sight(program):
    releases = program.context.releases
    program.window.resize(900, 600)
    QApplication.processEvents()
    bar = releases.table.horizontalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    index = releases.model.index(1, 0)
    assert releases.table.visualRect(index).left() == 0
    assert releases.table.indexAt(QPoint(5, releases.table.visualRect(index).center().y())) == index
    far = releases.model.index(1, releases.model.column_of("disagreements"))
    near = releases.model.index(1, releases.model.column_of("date"))
    releases.table.setCurrentIndex(near)
    assert releases.table.visualRect(near).left() >= releases.table.columns.sectionSize(0)
    releases.table.setCurrentIndex(far)
    assert releases.table.visualRect(far).right() <= releases.table.viewport().width()


def run_menu(program, row: int, key: str, action: str) -> None:
    """Open the menu of a cell, and choose an entry by its object name."""
    releases = program.context.releases

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        entries = {entry.objectName(): entry for entry in menu.actions()}
        entries[action].trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    releases._show_menu(releases.model.index(row, releases.model.column_of(key)), QPoint(0, 0))


@pytest.mark.parametrize(
    ("key", "action", "text", "shown"),
    [
        ("org", "filter", "org:Alpha", ["A-1", "A-2"]),
        ("org", "exclude", "-org:Alpha", ["文心 <b>4</b>", "B-1", "Bare"]),
        ("date", "filter", "date:2023-05-02", ["A-1"]),
        ("params", "exclude", "-params:7B", ["文心 <b>4</b>", "A-2", "B-1", "Bare"]),
    ],
)
def test_the_menu_of_a_cell_filters(program, settle, key, action, text, shown):
    run_menu(program, 0, key, action)
    settle()
    assert program.window.bar.edit.text() == text
    assert names(program) == shown


def test_the_menu_copies_a_value(program):
    run_menu(program, 1, "name", "copy_value")
    assert QGuiApplication.clipboard().text() == "文心 <b>4</b>"


def test_a_link_opens_after_a_look(program, settle, monkeypatch):
    columns = program.context.releases.columns
    columns.set(columns.layout.with_visible(["name", "link"]))
    settle()
    asked = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(50, refuse)
    run_menu(program, 0, "link", "open_link")
    assert asked == ["https://example.org/a1"]


# ---- the filter bar ----


def test_typing_filters_and_shows_chips(program, settle):
    type_filter(program, "open:yes params:>10B")
    settle()
    assert names(program) == ["A-2"]
    chips = [chip.accessibleName() for chip in program.window.bar.chips.chips()]
    assert chips == ["Open weights is yes", "Total parameters above 10B"]
    program.window.bar.chips.removed.emit(1)
    settle()
    assert program.window.bar.edit.text() == "open:yes"
    assert names(program) == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("open:yes parms:7B", (9, 14), "params"),
        ("params:many", (7, 11), "not a number"),
        ("date:soonish", (5, 12), "date"),
    ],
)
def test_a_mistake_is_marked_and_explained_and_the_last_good_result_stays(program, settle, text, place, said):
    type_filter(program, "open:no")
    settle()
    type_filter(program, text)
    settle()
    bar = program.window.bar
    assert bar.edit.mistake() == place
    assert bar.explanation.isVisible()
    assert said in bar.explanation.text()
    assert names(program) == ["B-1"]
    type_filter(program, "open:yes")
    settle()
    assert bar.edit.mistake() is None
    assert not bar.explanation.isVisible()


def test_what_the_search_matched_is_marked(program, settle):
    type_filter(program, "文心")
    settle()
    assert names(program) == ["文心 <b>4</b>"]
    assert program.context.releases.model.hits(0, 0) == ((0, 2),)


def test_a_typing_mistake_is_mended_and_said(program, settle):
    type_filter(program, "Mixtuer")
    settle()
    assert names(program) == ["A-2"]
    note = program.window.findChild(QWidget, "filter_mistake")
    assert note.text() == "“Mixtuer” was taken for “mixture”: no text has it as typed."
    assert program.window.bar.edit.text() == "Mixtuer"
    type_filter(program, "Mixture")
    settle()
    assert not note.isVisible()


def test_an_empty_result_offers_what_else_is_called_so(program, settle):
    type_filter(program, "First source")
    settle()
    empty = program.window.findChild(QWidget, "no_releases")
    buttons = [button for button in empty.findChildren(QPushButton) if button.text() == "Source: First source"]
    assert len(buttons) == 1
    QTest.mouseClick(buttons[0], LEFT)
    settle()
    assert focus_name(program).startswith("First source")


def test_completion_offers_fields_and_values(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "techn")
    qtbot.waitUntil(lambda: edit.offered() == ["technique:"])
    QTest.keyClick(edit._completions.popup, Key.Key_Down)
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    qtbot.waitUntil(lambda: edit.offered() == ['"Mixture of experts"'])
    assert edit.text() == "technique:"
    QTest.keyClick(edit._completions.popup, Key.Key_Down)
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    settle()
    assert edit.text() == 'technique:"Mixture of experts" '
    assert names(program) == ["A-2"]


def test_escape_closes_the_completions_first(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "techn")
    qtbot.waitUntil(lambda: bool(edit.offered()))
    QTest.keyClick(program.window, Key.Key_Escape)
    assert (edit.text(), edit.offered()) == ("techn", [])


def test_return_without_a_marked_completion_goes_to_the_table(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "a")
    qtbot.waitUntil(lambda: bool(edit.offered()))
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    settle()
    assert edit.offered() == []
    assert QApplication.focusWidget() is program.context.releases.table


def test_escape_clears_the_text_then_the_selection(program, settle):
    type_filter(program, "open:yes")
    settle()
    click_row(program, 0)
    press(program, Key.Key_Escape)
    settle()
    assert program.window.bar.edit.text() == ""
    assert status(program) == "5 of 5 releases · 1 selected"
    press(program, Key.Key_Escape)
    settle()
    assert status(program) == "5 of 5 releases"


def test_the_clear_button_appears_with_text(program, settle):
    button = program.window.findChild(QWidget, "clear_filter")
    assert not button.isVisible()
    type_filter(program, "parms:")
    settle()
    assert button.isVisible()
    button.click()
    settle()
    assert (program.window.bar.edit.text(), program.window.bar.edit.mistake()) == ("", None)
    assert not button.isVisible()


def test_back_and_forward_by_keyboard(program, settle):
    for text in ("open:yes", "open:no"):
        type_filter(program, text)
        settle()
        press(program, Key.Key_Return)
    assert program.window.findChild(QWidget, "filter.back_button").isEnabled()
    press(program, Key.Key_Left, Modifier.AltModifier)
    settle()
    assert program.window.bar.edit.text() == ""
    press(program, Key.Key_Right, Modifier.AltModifier)
    settle()
    assert names(program) == ["B-1"]


def test_an_empty_result_says_which_clause_to_drop(program, settle):
    type_filter(program, "open:no org:Alpha")
    settle()
    state = program.window.findChild(QWidget, "no_releases")
    assert state.isVisible()
    ways = [button.text() for button in state.findChildren(QPushButton) if button.isVisible()]
    assert ways == ["Drop “Open weights is no”: 2", "Drop “Organization is Alpha”: 1", "Show all releases"]
    state.findChild(QPushButton, "way0").click()
    settle()
    assert program.window.bar.edit.text() == "org:Alpha"
    assert not state.isVisible()


# ---- the facets ----


def facet(program, key: str):
    return program.context.facets.sections[key]


def counts(program, key: str) -> dict[str, int]:
    return {item.label: item.count for item in facet(program, key).values._items}


def test_facets_filter_and_ignore_their_own_clause(program, settle):
    assert counts(program, "org") == {"Alpha": 2, "Beta & Sons": 2, "unknown": 1}
    view = facet(program, "org").values.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0))
    press(program, Key.Key_Space)
    settle()
    assert program.window.bar.edit.text() == "org:Alpha"
    assert counts(program, "org") == {"Alpha": 2, "Beta & Sons": 2, "unknown": 1}
    assert counts(program, "open") == {"yes": 2}
    view.setCurrentIndex(view.model().index(1))
    press(program, Key.Key_Space)
    settle()
    assert program.window.bar.edit.text() == 'org:Alpha,"Beta & Sons"'
    assert len(names(program)) == 4


def test_facets_exclude_and_reset(program, settle):
    view = facet(program, "org").values.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0))
    press(program, Key.Key_Minus)
    settle()
    assert program.window.bar.edit.text() == "-org:Alpha"
    assert names(program) == ["文心 <b>4</b>", "B-1", "Bare"]
    reset = program.window.findChild(QWidget, "facet_org_reset")
    assert reset.isVisible()
    reset.click()
    settle()
    assert program.window.bar.edit.text() == ""
    assert not reset.isVisible()


def test_a_facet_shows_what_was_typed(program, settle):
    type_filter(program, "-open:yes date:2024 params:>=7B")
    settle()
    assert facet(program, "open").values.state == ((), ("yes",))
    assert (facet(program, "date").low.text(), facet(program, "date").high.text()) == ("2024", "2024")
    assert (facet(program, "params").low.text(), facet(program, "params").high.text()) == ("7B", "")
    assert facet(program, "params").slider.range == (7e9, None)


def type_into(program, name: str, text: str) -> None:
    entry = program.window.findChild(QLineEdit, name)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Key.Key_Return)


def test_ends_of_a_range_can_be_typed(program, settle):
    type_into(program, "facet_params_from", "10B")
    settle()
    assert program.window.bar.edit.text() == "params:>=10B"
    assert names(program) == ["A-2", "B-1"]
    type_into(program, "facet_date_to", "Jan 2024")
    settle()
    assert program.window.bar.edit.text() == "params:>=10B date:..2024-01"
    type_into(program, "facet_params_to", "many")
    mistake = program.window.findChild(QWidget, "facet_params_mistake")
    assert mistake.isVisible()
    assert "not a number" in mistake.text()
    assert program.window.bar.edit.text() == "params:>=10B date:..2024-01"


def test_a_slider_sets_a_range(program, settle):
    section = facet(program, "date")
    section.slider.low.setFocus()
    press(program, Key.Key_PageUp)
    settle()
    clause = program.context.filters.spec.clauses_of("date")[0]
    assert clause.low is not None
    assert clause.high is None


def test_folding_is_kept(qtbot, start, lab_file):
    first = start(lab_file)
    first.window.findChild(QWidget, "facet_org_title").click()
    assert facet(first, "org").body.isHidden()
    first.window.close()
    assert facet(start(lab_file), "org").body.isHidden()


# ---- the inspector ----


def focus_on(program, settle, name: str) -> None:
    click_row(program, names(program).index(name))
    settle()


def test_the_inspector_shows_statements_with_their_sources(program, settle):
    focus_on(program, settle, "A-2")
    text = shown_text(program)
    for part in (
        "A-2",
        "Release",
        "67B",
        "Second source · line 4",
        "Start, line 1",
        "inferred",
        "Its name.",
        "Mixture of experts",
    ):
        assert part in text, part
    assert "⚠ Date: sources disagree" in text
    grids = [block for block in program.context.inspector.document.blocks() if isinstance(block, Grid) and block.ruled]
    values = [cell[0].spans[0].text for row in grids[0].rows for cell in row]
    assert values == ["Jan 2024", "3 March 2024"]


def test_the_inspector_follows_when_the_focus_moves_on_before_its_answer(program, settle):
    click_row(program, 0)
    settle()
    inspector = program.context.inspector
    first, second = program.context.releases.model.ids[1], program.context.releases.model.ids[2]
    program.context.selection.set_focus(first)
    inspector._timer.stop()
    inspector._look_up()  # asked, and before the answer is here …
    program.context.selection.set_focus(second)
    settle()
    assert focus_name(program) == names(program)[2]


def test_text_from_data_is_shown_letter_by_letter(program, settle):
    focus_on(program, settle, "文心 <b>4</b>")
    assert "文心 <b>4</b>" in shown_text(program)


def links(program) -> dict[str, str]:
    paragraphs = [block for block in program.context.inspector.document.blocks() if isinstance(block, Paragraph)]
    return {span.text: span.link for paragraph in paragraphs for span in paragraph.spans if span.link}


def test_links_lead_to_entities_and_back(program, settle):
    focus_on(program, settle, "A-2")
    program.context.inspector.document.followed.emit(links(program)["Alpha"])
    settle()
    assert focus_name(program) == "Alpha"
    assert "A-1" in shown_text(program)
    assert status(program) == "5 of 5 releases · 1 selected"
    program.window.findChild(QWidget, "filter.back_button").click()
    settle()
    assert focus_name(program) == "A-2"
    press(program, Key.Key_Right, Modifier.AltModifier)
    settle()
    assert focus_name(program) == "Alpha"


def test_native_names_are_shown(program, settle):
    focus_on(program, settle, "A-2")
    program.context.inspector.document.followed.emit(links(program)["Liang Wenfeng"])
    settle()
    assert "梁文锋" in shown_text(program)


def test_links_out_are_confirmed(program, settle):
    focus_on(program, settle, "A-1")
    asked = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(50, refuse)
    program.context.inspector.document.followed.emit(links(program)["https://example.org/a1"])
    assert asked == ["https://example.org/a1"]


# ---- the window ----


def test_the_whole_job_by_keyboard_alone(program, settle):
    """Filter, go to the rows, select two, read about one, copy both."""
    press(program, Key.Key_F, Modifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "org:Alpha")
    settle()
    program.window.bar.edit.close_offer()
    press(program, Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is program.context.releases.table
    press(program, Key.Key_Home, Modifier.ControlModifier)
    press(program, Key.Key_Space)
    press(program, Key.Key_Down, Modifier.ShiftModifier)
    settle()
    assert status(program) == "2 of 5 releases · 2 selected"
    settle()
    press(program, Key.Key_Return)
    assert QApplication.focusWidget() is program.context.inspector.document
    assert focus_name(program) == "A-2"
    press(program, Key.Key_C, Modifier.ControlModifier)
    settle()
    assert [line.split("\t")[0] for line in QGuiApplication.clipboard().text().splitlines()] == ["A-1", "A-2"]


def test_tab_goes_through_every_panel_and_back(program, settle):
    type_filter(program, "open:yes")
    settle()
    click_row(program, 0)
    settle()
    program.window.bar.edit.setFocus()
    seen = []
    for _ in range(80):
        press(program, Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
        if seen[-1] == "filter_text":
            break
    at = [seen.index(name) for name in ("facet_org_title", "find", "release_table", "entity", "filter_text")
          if name in seen]  # fmt: skip
    assert at == sorted(at) and {"facet_org_title", "release_table", "entity"} <= set(seen)
    assert seen[-1] == "filter_text"
    press(program, Key.Key_Backtab, Modifier.ShiftModifier)
    assert QApplication.focusWidget().objectName() == seen[-2]


def test_panels_are_reached_by_f6(program, settle):
    context = program.context
    focus_on(program, settle, "A-2")
    program.window.bar.edit.setFocus()
    reached = []
    for _ in range(5):
        press(program, Key.Key_F6)
        focused = QApplication.focusWidget()
        reached.append(next(panel for panel in (context.bar, *context.views()) if panel.isAncestorOf(focused)))
    assert reached == [context.facets, context.releases, context.timeline, context.inspector, context.bar]


def test_f6_passes_over_an_inspector_with_nothing_in_it(program):
    program.context.timeline.focusProxy().setFocus()
    press(program, Key.Key_F6)
    assert QApplication.focusWidget() is program.window.bar.edit


def test_what_people_act_on_has_a_name(program):
    kinds = (QLineEdit, QPushButton)
    widgets = [w for kind in kinds for w in program.window.findChildren(kind)]
    widgets += [program.context.releases.table, program.context.inspector.document]
    for widget in widgets:
        assert widget.objectName(), widget
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()


def test_shortcuts_are_unique_and_every_menu_is_filled(program):
    keys = [action.shortcut().toString() for action in program.window.actions() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    for menu in program.window.menuWidget().findChildren(QMenu):
        menu.aboutToShow.emit()  # some are filled when they open
        assert [action for action in menu.actions() if not action.isSeparator()]


def test_reload_shows_what_another_program_wrote(program, settle, lab_file):
    with sqlite3.connect(lab_file) as other:
        other.execute("UPDATE entity SET name = 'A-1 renamed' WHERE slug = 'a1'")
    other.close()
    press(program, Key.Key_F5)
    settle()
    assert names(program)[0] == "A-1 renamed"


def test_a_file_that_is_no_database_is_explained_in_the_window(qtbot, start, settings_file, tmp_path, lab_file):
    from desktop.program import Program
    from desktop.settings import Settings

    bad = tmp_path / "bad.db"
    bad.write_text("no database" * 100)
    program = Program(QApplication.instance(), "dark", Settings(settings_file))
    program.start(bad)

    def message() -> QWidget:
        return program.window.findChild(QWidget, "start_message")

    qtbot.waitUntil(lambda: "cannot be opened" in message().accessibleName(), timeout=10_000)
    assert "bad.db" in message().accessibleDescription()
    assert message().findChild(QPushButton, "way0").text() == "Open another file…"
    program.window.file_chosen.emit(lab_file)
    qtbot.waitUntil(lambda: program.context is not None, timeout=10_000)
    assert program.window.windowTitle() == "lab.db – Labline"
    program.window.close()
    assert bad.read_text() == "no database" * 100


def test_a_second_window_reads_only_and_says_so(start, lab_file):
    start(lab_file)
    second = start(lab_file)
    sign = second.window.findChild(QWidget, "read_only")
    assert sign.isVisible()
    assert sign.text() == "Read only"


def test_another_database_replaces_the_first(qtbot, program, settle, tmp_path):
    before = program.context
    type_filter(program, "open:yes")
    settle()
    program.window.new_wanted.emit(tmp_path / "new.db")
    qtbot.waitUntil(lambda: program.context is not before, timeout=10_000)
    settle()
    assert status(program) == "0 of 0 releases"
    assert program.window.bar.edit.text() == ""
    assert "Import" in program.window.findChild(QWidget, "no_releases").accessibleDescription()


def test_the_theme_changes_at_once(program, settle):
    focus_on(program, settle, "A-2")
    for name in ("theme.dark", "theme.light"):
        action = next(action for action in program.window.actions() if action.objectName() == name)
        action.trigger()
        assert action.isChecked()
    assert "A-2" in shown_text(program)
