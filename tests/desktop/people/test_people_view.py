"""The people view, used as people do: it follows filter and focus, finds, connects, and shows teams."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QRadioButton

from db.filters import parse
from desktop.picture_dialog import PictureDialog
from desktop.widgets.document_view import Paragraph

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def head(use) -> str:
    return use.view.profile.head.toPlainText()


def body(use) -> str:
    return use.view.profile.body.toPlainText()


# ---- the list ----


def test_lists_contributors_first_with_names_in_both_scripts(use):
    assert use.listed()[:3] == ["Daya Guo 郭大雅", "Zhihong Shao 邵智宏", "Gao Huazuo 高华左"]
    model = use.view.people.model
    parts = [model.text(row, model.column_of("standing")) for row in range(model.rowCount())]
    assert parts.index("quoted or cited") > max(at for at, part in enumerate(parts) if part == "contributor")
    assert [model.text(0, at) for at in (1, 2, 3)] == ["8", "contributor", "2018–2025"]


def test_list_follows_the_filter(use):
    use.filters.set(parse("release:DeepSeek-VL2"))
    use.settle()
    assert set(use.listed()) == {"Gao Huazuo 高华左", "Pan Zizheng 潘子正"}
    use.filters.set(parse("luo"))
    use.settle()
    assert "Luo Fuli 罗福利" in use.listed()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("guo", "Daya Guo 郭大雅"), ("郭", "Daya Guo 郭大雅"), ("guodaya", "Daya Guo 郭大雅"), ("罗", "Luo Fuli 罗福利"),
     ("liang", "Liang Wenfeng 梁文锋")],
)  # fmt: skip
def test_find_box_knows_both_scripts_and_pinyin(use, typed, name):
    use.view.people.search.setText(typed)
    use.settle()
    assert use.listed() == [name]
    use.key(use.view.people.search, Key.Key_Escape)
    assert len(use.listed()) == 52


def test_an_empty_list_says_why_and_offers_the_way_out(use):
    use.view.people.search.setText("nobody at all")
    use.settle()
    empty = use.view.people._empty
    assert empty.isVisible()
    assert empty.accessibleName() == "No person matches"
    use.view.people.search.clear()
    use.filters.set(parse("release:nothing"))
    use.settle()
    use.qtbot.mouseClick(empty.findChild(type(empty).mro()[1], "way0"), LEFT)
    use.settle()
    assert not use.filters.spec.clauses


def test_sorts_by_its_columns(use):
    use.view.people.columns.sort_by("name", more=False)
    use.settle()
    names = use.listed()
    assert names == sorted(names, key=str.casefold)
    use.view.people.columns.sort_by("years", more=False)
    use.settle()
    assert use.listed()[0].startswith("Liang Wenfeng")  # from 2007


def test_list_is_walked_by_keys_and_selects(use):
    table = use.view.people.table
    table.setFocus()
    use.key(table, Key.Key_Home, Key.Key_Down)
    assert use.selection.focus == use.id("zhihong-shao")
    assert "邵智宏" in head(use)
    with use.qtbot.waitSignal(use.view.opened):
        QTest.keyClick(table, Key.Key_Return)


def test_return_in_the_find_box_takes_the_first(use):
    use.view.people.search.setText("luo")
    use.settle()
    use.key(use.view.people.search, Key.Key_Return)
    assert use.selection.focus == use.id("luo-fuli")


# ---- the profile ----


def test_profile_says_names_roles_credits_mentors_and_sources(use):
    use.choose("daya-guo")
    assert "Daya Guo 郭大雅" in head(use)
    assert "Family name Guo" in head(use)
    assert "each told by one source alone" in head(use)
    text = body(use)
    for part in ("Credits", "Releases", "Publications", "DeepSeek-R1", "core author of its paper", "≈ inferred",
                 "¹ one source", "Mentors", "Ming Zhou", "Worked on the same", "Zhihong Shao"):  # fmt: skip
        assert part in text, part
    assert "DeepSeek – Deep Dive · Team Background, line 138" in text


def test_profile_of_somebody_who_is_only_quoted_says_so(use):
    use.choose("liang-wenfeng")
    assert "facts, " in head(use)
    assert "of them told by one source alone" in head(use)
    assert "no staff" not in head(use)
    use.choose("ritwik-gupta")
    assert "Quoted or cited" in head(use)
    assert "no staff" in head(use)


def test_profile_stays_while_something_else_has_the_focus(use):
    use.choose("daya-guo")
    use.choose("deepseek-r1")
    assert "Daya Guo" in head(use)
    assert use.view.person.profile.details.slug == "daya-guo"


def test_links_of_the_profile_lead_on_and_back_returns(use):
    use.choose("daya-guo")
    use.view.profile.body.followed.emit(f"entity:{use.id('zhihong-shao')}")
    use.settle()
    assert "Zhihong Shao" in head(use)
    use.navigation.back()
    use.settle()
    assert "Daya Guo" in head(use)


def test_places_of_profile_and_chain_lead_to_their_lines(use):
    use.choose("daya-guo")
    asked = []
    use.reading.asked.connect(lambda source, statement: asked.append((source, statement)))
    place = next(
        span.link
        for block in use.view.profile.body.blocks()
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.text == "Team Background, line 138"
    )
    use.view.profile.body.followed.emit(place)
    panel = use.view.connection
    panel.end.hold(use.id("nan-duan"), "Nan Duan")
    panel.ask()
    use.settle()
    (hop,) = panel.chain.hops
    panel.document.followed.emit(f"read:{hop.source.id}:{hop.statement}")
    with use.runner.database.read() as conn:
        said = [
            conn.exec_driver_sql(
                "SELECT entity_id, first_line FROM statement WHERE source_id = ? AND id = ?", one
            ).one()
            for one in asked
        ]
    assert said == [(use.id("daya-guo"), 138), (use.id("daya-guo"), 136)]


def test_tab_brings_the_links_of_the_profile_into_sight(use):
    use.view.resize(984, 320)
    use.choose("daya-guo")
    profile = use.view.profile
    profile.body.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        use.key(profile.body, Key.Key_Tab)
        cursor = profile.body.viewport().mapTo(profile.viewport(), profile.body.cursorRect().center())
        assert profile.viewport().rect().contains(cursor), profile.body.textCursor().selectedText()


def test_folded_parts_open(use):
    use.choose("liang-wenfeng")
    body_ = use.view.profile.body
    before = body_.toPlainText()
    folded = next(part for part in before.splitlines() if part.startswith("▸ "))
    use.view.profile._follow(f"fold:statements/{folded[2:].split('  ')[0]}")
    assert body_.toPlainText() != before


def test_career_is_walked_by_keys_and_named(use):
    use.choose("daya-guo")
    career = use.view.profile.career
    career.setFocus()
    career.repaint()
    assert "Career of Daya Guo" in career.accessibleName()
    texts = [mark.text for mark in career.chart.marks]
    assert any("PhD (joint program with MSRA)" in text and "2018 – 2023" in text for text in texts)
    assert any("no source gives a date" in text for text in texts)
    tree = QAccessible.queryAccessibleInterface(career)
    names = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    assert len(names) == len(texts)
    assert "Sun Yat-sen University, PhD (joint program with MSRA), Education" in names[0]
    use.key(career, Key.Key_Home, Key.Key_Return)
    assert use.selection.focus == use.id("sun-yat-sen-university")


def test_clicking_a_credit_selects_it(use):
    use.choose("daya-guo")
    career = use.view.profile.career
    career.repaint()
    mark = next(mark for mark in career.chart.marks if mark.text.startswith("DeepSeek-V2\n"))
    QTest.mouseClick(career, LEFT, pos=mark.rect.center().toPoint())
    use.settle()
    assert use.selection.ids == {use.id("deepseek-v2")}


# ---- works with, connected to ----


def test_network_shows_who_works_with_whom(use):
    use.choose("daya-guo")
    use.turn_to("works with")
    network = use.view.network
    network.repaint()
    texts = [mark.text for mark in network.chart.marks]
    assert texts[0] == "Daya Guo\nthe person shown"
    assert texts[1] == "Zhihong Shao\n3 shared credits: DeepSeek-Coder-V2, DeepSeek-Math, DeepSeek-R1"
    network.setFocus()
    use.key(network, Key.Key_Home, Key.Key_Right, Key.Key_Return)
    assert use.selection.focus == use.id("zhihong-shao")
    use.choose("ritwik-gupta")
    assert use.view._lonely.isVisible()


def test_connection_names_each_hop_with_relation_and_source(use):
    use.choose("daya-guo")
    use.turn_to("connected")
    panel = use.view.connection
    assert panel.start.text() == "Daya Guo"  # follows the person shown
    panel.end.setFocus()
    QTest.keyClicks(panel.end, "nan duan")
    use.settle()
    use.key(panel.end, Key.Key_Return)
    assert panel.end.entity == use.id("nan-duan")
    text = panel.document.toPlainText()
    assert "Connected in 1 step" in text
    assert "Daya Guo: Mentor, at MSRA" in text
    assert "line 136" in text
    QTest.mouseClick(panel.turn, LEFT)
    use.settle()
    assert (panel.start.text(), panel.end.text()) == ("Nan Duan", "Daya Guo")
    assert panel.chain.hops[0].forward is False


def test_connection_says_what_it_lacks(use):
    use.turn_to("connected")
    panel = use.view.connection
    assert "Choose two ends" in panel._said.text()
    panel.start.hold(use.id("elon-musk"), "Elon Musk")
    panel.end.hold(use.id("gao-huazuo"), "Gao Huazuo")
    panel.ask()
    use.settle()
    assert "No chain" in panel._said.text()
    panel.end.hold(use.id("elon-musk"), "Elon Musk")
    panel.ask()
    assert "the same" in panel._said.text()
    use.key(panel.end, Key.Key_Escape)
    assert panel.end.entity is None


# ---- the team ----


def test_team_is_that_of_the_selected_releases_and_stays_while_people_are_chosen(use):
    use.selection.set((use.id("deepseek-v2"), use.id("deepseek-r1")), use.id("deepseek-r1"))
    use.turn_to("team")
    team = use.view.team
    assert [ref.name for ref in team.team.releases] == ["DeepSeek-V2", "DeepSeek-R1"]
    assert team._remark.text() == "2 selected releases: 7 people worked on them"
    table = team.table
    table.setFocus()
    use.key(table, Key.Key_Home, Key.Key_Down)
    assert use.selection.focus == use.id("gao-huazuo")
    assert len(team.team.releases) == 2
    names = {one.person.name for one in team.members}
    assert not names & {"Elon Musk", "Dario Amodei", "Ritwik Gupta", "Michael A. Cusumano"}


def test_team_without_selected_releases_is_that_of_the_filter(use):
    use.filters.set(parse("release:DeepSeek-VL2"))
    use.turn_to("team")
    assert "that the filter shows" in use.view.team._remark.text()
    use.filters.home()
    use.settle()
    team = use.view.team
    assert team._remark.text() == "55 releases that the filter shows: 7 people worked on 12 of them"
    assert len(team.team.releases) == 12
    assert all(any(at in one.work for one in team.members) for at in range(12))  # no column is empty
    use.filters.set(parse("release:nothing"))
    use.settle()
    assert use.view.team._empty.isVisible()
    assert not use.view.team.export_button.isEnabled()


def test_team_sorts_by_any_column(use):
    use.selection.set((use.id("deepseek-v2"), use.id("deepseek-r1")), None)
    use.turn_to("team")
    team = use.view.team

    def names() -> list[str]:
        return [team.model.text(row, 0).split()[0] for row in range(team.model.rowCount())]

    assert names()[0] == "Daya"
    team.table.columns.sort_asked.emit(0, False)
    assert names() == sorted(names())
    team.table.columns.sort_asked.emit(0, False)
    assert names() == sorted(names(), reverse=True)
    team.table.columns.sort_asked.emit(2, False)
    assert names()[:2] == ["Daya", "Luo"]  # the only two with credits on V2


def test_team_exports_as_it_is_shown(use, tmp_path):
    use.selection.set((use.id("deepseek-v2"),), None)
    use.turn_to("team")
    team = use.view.team
    team.table.columns.sort_asked.emit(0, False)
    team.table.columns.sort_asked.emit(0, False)
    QTest.mouseClick(team.export_button, LEFT)
    dialog = team.findChild(QFileDialog, "team_file_dialog")
    assert dialog is not None
    dialog.close()
    with use.qtbot.waitSignal(use.view.told) as said:
        team.write(tmp_path / "team.csv")
    assert said.args == [f"Saved {tmp_path / 'team.csv'}"]
    lines = (tmp_path / "team.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["person", "Luo Fuli", "Daya Guo"]
    with use.qtbot.waitSignal(use.view.told) as said:
        team.write(tmp_path / "no folder" / "team.csv")
    assert "was not written" in said.args[0]


# ---- pictures ----


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_career_and_network_are_saved_as_pictures(use, tmp_path, ending):
    assert not use.view.picture.isEnabled()
    use.choose("daya-guo")
    QTest.mouseClick(use.view.picture, LEFT)
    use.settle()
    dialog = use.view.findChild(PictureDialog)
    for which, title in enumerate(("Career of Daya Guo", "People who work with Daya Guo")):
        button = dialog.findChild(QRadioButton, f"picture_which_{which}")
        assert button.text() == title
        button.click()
    dialog.findChild(QRadioButton, "picture_which_0").click()
    with use.qtbot.waitSignal(use.view.told) as said:
        dialog.save(tmp_path / f"career.{ending}")
    assert said.args == [f"Saved {tmp_path / f'career.{ending}'}"]
    content = (tmp_path / f"career.{ending}").read_bytes()
    assert content.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[ending])
    if ending == "svg":
        assert all(part in content.decode() for part in ("Sun Yat-sen University", "Rensselaer Polytechnic Institute"))


def test_pictures_are_offered_of_what_is_seen(use):
    use.choose("imran-sayeed")
    assert not use.view.picture.isEnabled()  # no career and nobody around
    use.choose("daya-guo")
    for tab, first in (("works with", "labline-people"), ("profile", "labline-career")):
        use.turn_to(tab)
        assert use.view.picture.isVisible()
        assert use.view.picture._first == first
    use.turn_to("team")
    assert not use.view.picture.isVisible()


# ---- as every view ----


def test_hidden_view_asks_nothing_and_catches_up(use):
    use.choose("daya-guo")
    use.view.hide()
    use.selection.set((), use.id("luo-fuli"))
    use.filters.set(parse("person:nobody"))
    use.qtbot.wait(80)
    assert not use.runner.is_busy()
    assert "Daya Guo" in head(use)
    use.view.show()
    use.settle()
    assert "Luo Fuli" in head(use)
    assert use.listed() == []


def test_another_theme_is_worn_at_once(use):
    use.choose("daya-guo")
    before = use.view.grab().toImage().pixelColor(700, 60)
    use.theme.choose("dark")
    use.qtbot.wait(50)
    assert use.view.profile.career._look.dark
    assert use.view.network._look.dark
    assert use.view.grab().toImage().pixelColor(700, 60) != before


def test_everything_that_takes_the_keyboard_has_a_name(use):
    use.choose("daya-guo")
    for tab in ("profile", "works with", "connected", "team"):
        use.turn_to(tab)
        parts = use.view.findChildren(object)
        named = [part for part in parts if part.isWidgetType() and part.isVisible()
                 and part.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        assert named
        nameless = [part.objectName() or type(part).__name__ for part in named
                    if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)]  # fmt: skip
        assert nameless == []
