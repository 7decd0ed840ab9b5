"""The table's model: ordered ids, and windows of rows that come and go."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.fields import BY_KEY, fields_of
from db.kinds import Kind
from desktop.item_models import KEPT_WINDOWS, MISSING, UNKNOWN, WINDOW, Column, Line, RecordModel, cell_text

KEYS = ("name", "params", "open", "disagreements")
Role = Qt.ItemDataRole


def line(number: int) -> Line:
    return Line(number, (f"<b>{number}</b>", number, None, 0), (f"<b>{number}</b>", f"{number}B", UNKNOWN, UNKNOWN))


@pytest.fixture
def model(qapp):
    return RecordModel(Column.of(field) for field in fields_of(Kind.RELEASE))


def fill(model: RecordModel, count: int, windows: tuple[int, ...] = (0,)) -> None:
    ids = array("q", range(100, 100 + count))
    rows = {window: [line(i) for i in ids[window * WINDOW : (window + 1) * WINDOW]] for window in windows}
    model.set_rows(ids, KEYS, rows)


def test_cells_show_texts_and_speak_whole_labels(model):
    fill(model, 3)
    column = model.column_of("params")
    assert model.text(1, column) == "101B"
    assert model.index(1, column).data() == "101B"
    assert model.index(1, column).data(Role.AccessibleTextRole) == "Total parameters: 101B"
    assert model.index(1, model.column_of("open")).data(Role.AccessibleTextRole) == "Open weights: unknown"
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Parameters"
    assert model.headerData(column, Qt.Orientation.Horizontal, Role.AccessibleTextRole) == "Total parameters"


def test_numbers_stand_right(model):
    fill(model, 1)
    for key, side in (("params", Qt.AlignmentFlag.AlignRight), ("name", Qt.AlignmentFlag.AlignLeft)):
        assert model.index(0, model.column_of(key)).data(Role.TextAlignmentRole) & side
        assert model.is_right(model.column_of(key)) == (key == "params")


def test_tooltips_escape_what_looks_like_html(model):
    fill(model, 1)
    assert "<b>" not in model.index(0, 0).data(Role.ToolTipRole)
    assert "&lt;b&gt;100" in model.index(0, 0).data(Role.ToolTipRole)


def test_rows_that_are_not_there_show_a_placeholder_and_are_missing(model):
    fill(model, 1000)
    assert model.rowCount() == 1000
    assert model.text(500, 0) == MISSING
    assert model.cell(500, 0) is None
    assert model.tone(500, 0) == "muted"
    assert model.missing(0, 10) == []
    assert model.missing(100, 300) == [1, 2]
    assert model.missing(990, 2000) == [7]
    model.put(1, [line(i) for i in model.window_ids(1)])
    assert model.text(WINDOW, 0) == f"<b>{100 + WINDOW}</b>"
    assert model.missing(100, 300) == [2]


def test_a_column_that_was_not_asked_for_shows_a_placeholder(model):
    fill(model, 1)
    assert model.text(0, model.column_of("license")) == MISSING


def test_few_windows_are_kept(model):
    fill(model, WINDOW * (KEPT_WINDOWS + 10))
    for window in range(1, KEPT_WINDOWS + 5):
        model.put(window, [line(i) for i in model.window_ids(window)])
    held = [window for window in range(KEPT_WINDOWS + 5) if not model.missing(window * WINDOW, window * WINDOW)]
    assert held == list(range(5, KEPT_WINDOWS + 5))


@pytest.mark.parametrize("counts", [(5, 3), (3, 5), (5, 5), (0, 5), (5, 0)])
def test_other_rows_replace_those_before(model, counts):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    for count in counts:
        fill(model, count)
    assert model.rowCount() == counts[1]
    assert model.text(0, 0) == ("<b>100</b>" if counts[1] else MISSING)
    fill(model, 0)
    assert model.missing(0, 10) == []


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("params", "671B", "671B"),
        ("params", "", UNKNOWN),
        ("open", "yes", "✓ yes"),
        ("open", "no", "✗ no"),
        ("open", "", UNKNOWN),
        ("disagreements", "0", UNKNOWN),
        ("disagreements", "2", "⚠ 2"),
        ("name", "a\nb\t c", "a b c"),
    ],
)
def test_cell_text(key, text, expected):
    assert cell_text(BY_KEY[Kind.RELEASE, key], text) == expected


@pytest.mark.parametrize(
    ("text", "key", "tone"),
    [
        ("✓ yes", "open", "text"),
        ("✗ no", "open", "muted"),
        ("⚠ 1", "disagreements", "disagreement"),
        (UNKNOWN, "disagreements", "muted"),
    ],
)
def test_tone(model, text, key, tone):
    model.set_rows(array("q", [1]), (key,), {0: [Line(1, (None,), (text,))]})
    assert model.tone(0, model.column_of(key)) == tone


def test_what_sources_disagree_about_is_marked_in_its_own_cell(program):
    model = program.context.releases.model
    rows = {model.text(row, 0): row for row in range(model.rowCount())}
    date, org, count = (model.column_of(key) for key in ("date", "org", "disagreements"))

    def said(name: str, column: int, role: Qt.ItemDataRole) -> str:
        return model.data(model.index(rows[name], column), role)

    spoken, tip = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
    assert model.text(rows["A-2"], date) == "Jan 2024 ⚠"
    assert model.tone(rows["A-2"], date) == "disagreement"
    assert said("A-2", date, spoken) == "Date: Jan 2024, sources disagree"
    assert "Sources disagree" in said("A-2", date, tip)
    assert model.text(rows["A-2"], org) == "Alpha"
    assert model.text(rows["A-1"], date) == "2 May 2023"
    assert said("A-1", date, spoken) == "Date: 2 May 2023"
    assert said("A-1", count, spoken) == "Disagreements: none"
    assert said("A-2", count, spoken) == "Disagreements: 1"
