"""What the inspector says, and the view that shows it letter by letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from db.edtf import parse
from db.kinds import Kind
from db.rows import Details, DisagreementRow, Ref, RelationRow, StatementRow, VariantRow
from desktop.entity.folds import READ, Folds, statement_of
from desktop.entity.statements import MOST_OPEN
from desktop.entity.text import blocks
from desktop.marks import MARKS
from desktop.theme import tokens
from desktop.widgets.document_blocks import Grid, Paragraph, Span
from desktop.widgets.document_view import DocumentView

HTML = '<b>x</b><img src="file:///etc/hostname"><a href="x">y</a>&amp;'


def statement(number: int, value: str, property_: str = "date", **more: object) -> StatementRow:
    usual = {
        "variant": "", "target": None, "role": "", "qualifier": "", "unit": "", "when": "", "rank": "normal",
        "basis": "stated", "ground": "", "note": "", "source": Ref(90 + number, f"Source {number}"), "section": "Part",
        "first_line": number, "last_line": number, "page": "",
    }  # fmt: skip
    return StatementRow(id=number, property=property_, label=property_.capitalize(), value=value, **usual | more)


def details(**more: object) -> Details:
    usual = {"id": 1, "slug": "x", "kind": Kind.RELEASE, "name": "X-1", "aliases": (), "description": "", "date": None}
    return Details(**usual | more)


def text(parts) -> str:
    lines = []
    for part in parts:
        cells = (
            [paragraph for row in part.rows for cell in row for paragraph in cell] if isinstance(part, Grid) else [part]
        )
        lines += ["".join(span.text for span in paragraph.spans) for paragraph in cells]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_mark_and_a_head(kind):
    shape, token = MARKS[kind]
    head = blocks(details(kind=kind))[0]
    assert head.spans[0] == Span(f"{shape} ", token)
    assert hasattr(tokens("light"), token)


def test_the_head_says_what_it_is():
    said = text(blocks(details(date=parse("Jan 2024"), aliases=("甲", "One"), description="A model.", tags=("t",))))
    assert said.splitlines() == ["■ Release  ·  Jan 2024", "X-1", "甲 · One", "A model.", "Tags: t"]


def test_sizes_show_the_unknown_as_a_dash():
    said = text(
        blocks(details(variants=(VariantRow("16B-A2.8B", 16_000_000_000, 2_800_000_000), VariantRow("?", None, None))))
    )
    assert said.endswith("Sizes\nVariant\nTotal\nActive\n16B-A2.8B\n16B\n2.8B\n?\n–\n–")


def test_disagreements_stand_side_by_side_and_the_same_date_once():
    rows = (statement(1, "Dec 2024"), statement(2, "December 2024"), statement(3, "10 Jan 2025"))
    found = DisagreementRow("date", "Date", "", "disagreement", (1, 2, 3))
    parts = blocks(details(statements=rows, disagreements=(found,)))
    assert "⚠ Date: sources disagree" in text(parts)
    grid = next(part for part in parts if isinstance(part, Grid))
    columns = [["".join(span.text for span in paragraph.spans) for paragraph in cell] for cell in grid.rows[0]]
    assert columns == [
        ["Dec 2024", "Source 1 · Part, line 1", "Source 2 · Part, line 2"],
        ["10 Jan 2025", "Source 3 · Part, line 3"],
    ]


def test_every_place_leads_to_the_lines_of_its_statement():
    rows = (statement(1, "Dec 2024"), statement(2, "June 2025"), statement(3, "May", source=None))
    found = DisagreementRow("date", "Date", "", "disagreement", (1, 2))
    parts = blocks(details(statements=rows, disagreements=(found,)))
    cells = [cell for part in parts if isinstance(part, Grid) for row in part.rows for cell in row]
    paragraphs = [paragraph for cell in cells for paragraph in cell]
    paragraphs += [part for part in parts if isinstance(part, Paragraph)]
    spans = [span for paragraph in paragraphs for span in paragraph.spans if span.link.startswith(READ)]
    assert [(span.text, statement_of(span.link)) for span in spans] == [
        ("Part, line 1", (91, 1)),
        ("Part, line 2", (92, 2)),
    ] * 2  # side by side, and in the list of statements


def test_what_agrees_stands_in_one_cell_with_the_most_precise_first():
    rows = (statement(1, "Dec 2024"), statement(2, "January 2025"), statement(3, "10 Jan 2025"))
    found = DisagreementRow("date", "Date", "", "disagreement", (1, 2, 3), ((1,), (3, 2)))
    grid = next(part for part in blocks(details(statements=rows, disagreements=(found,))) if isinstance(part, Grid))
    bold = [
        [(span.text, span.bold) for part in cell for span in part.spans if "20" in span.text] for cell in grid.rows[0]
    ]
    assert bold == [[("Dec 2024", True)], [("10 Jan 2025", True), ("January 2025", False)]]


def test_a_refinement_is_no_disagreement_and_opens_side_by_side():
    found = DisagreementRow("date", "Date", "", "refinement", (1, 2))
    whole = details(statements=(statement(1, "2024"), statement(2, "March 2024")), disagreements=(found,))
    folded, opened = blocks(whole), blocks(whole, Folds().turn("refinements/Date"))
    assert "disagree" not in text(folded)
    assert "Refinements\n▸ Date  2024; March 2024" in text(folded)
    assert not any(isinstance(part, Grid) for part in folded)
    grid = next(part for part in opened if isinstance(part, Grid))
    assert [cell[0].spans[0].text for cell in grid.rows[0]] == ["2024", "March 2024"]


def many(count: int) -> tuple[StatementRow, ...]:
    claims = [
        statement(number, f"A claim as long as a sentence of ten words or more, number {number}", "claim")
        for number in range(count - 1)
    ]
    return (statement(900, "MIT", "license"), *claims)


@pytest.mark.parametrize(("count", "arrow"), [(MOST_OPEN, "▾"), (MOST_OPEN + 1, "▸")])
def test_many_statements_are_folded_by_property(count, arrow):
    said = text(blocks(details(statements=many(count))))
    assert f"{arrow} Claim  {count - 1}" in said
    assert ("number 7" in said) is (arrow == "▾")
    assert "MIT" in said  # beside its folded property too


def test_a_folded_property_opens_alone():
    rows = many(MOST_OPEN + 1)
    said = text(blocks(details(statements=rows), Folds().turn("statements/Claim")))
    assert "▾ Claim" in said
    assert "number 7" in said
    assert "▸ License  MIT" in said


@pytest.mark.parametrize(("count", "shown", "link"), [(10, 10, ""), (11, 8, "Show all 11")])
def test_long_lists_of_relations_begin_with_their_first_lines(count, shown, link):
    rows = tuple(RelationRow("Releases", Ref(number, f"R-{number}"), Kind.RELEASE, "") for number in range(count))
    said = text(blocks(details(relations=rows)))
    assert said.count("■ R-") == shown
    assert link in said
    opened = text(blocks(details(relations=rows), Folds().turn("relations/Releases")))
    assert count == 10 or (opened.count("■ R-") == count and "Show fewer" in opened)


def test_quality_notes_stand_together_each_once():
    rows = (statement(1, "2024", note="Impossible."), statement(2, "2023", note="Impossible."), statement(3, "2022"))
    assert "Quality notes  1\nDate: Impossible." in text(blocks(details(statements=rows)))


def test_statements_say_basis_rank_ground_and_note_in_words():
    row = statement(
        1,
        "5.58M",
        "training_cost",
        unit="USD",
        qualifier="over",
        basis="inferred",
        rank="deprecated",
        ground="A sum.",
        note="Old.",
        when="2024",
        role="run",
    )
    said = text(blocks(details(statements=(row,))))
    for part in (
        "over 5.58M USD",
        "run, 2024",
        "≈ inferred",
        "✗ deprecated",
        "Ground: A sum.",
        "Note: Old.",
        "Source 1 · Part, line 1",
    ):
        assert part in said, part


def test_one_value_with_two_sources_is_one_line():
    rows = (statement(1, "MIT", "license"), statement(2, "MIT", "license", source=None))
    assert text(blocks(details(statements=rows))).splitlines()[-4:] == [
        "▾ License  2",
        "MIT",
        "Source 1 · Part, line 1",
        "no source",
    ]


def test_relations_and_links_lead_somewhere_unless_only_a_name_is_known():
    parts = blocks(details(
        relations=(RelationRow("Parents", Ref(7, "P"), Kind.RELEASE, "successor"), RelationRow("Parents", Ref(None, "GPT-2"), None, "")),
        links=(("github", "https://x.y"),),
    ))  # fmt: skip
    links = {
        span.text: span.link
        for part in parts
        if isinstance(part, Paragraph)
        for span in part.spans
        if span.text.strip()
    }
    assert (links["P"], links["GPT-2"], links["https://x.y"]) == ("entity:7", "", "web:https://x.y")
    assert text(parts).count("Parents") == 1


class Colours:
    def colour(self, name: str) -> QColor:
        return QColor(getattr(tokens("dark"), name))


@pytest.fixture
def view(qtbot):
    made = DocumentView(Colours())
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def test_text_is_shown_letter_by_letter(view):
    view.set_blocks([Paragraph((Span(HTML), Span("two\nlines"))), Grid((((Paragraph((Span(HTML),)),),),))])
    shown = view.toPlainText()
    assert shown.count(HTML) == 2
    assert "two\nlines" in shown
    assert view.document().blockCount() >= 2


def test_nothing_is_fetched(view):
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_links_are_followed_by_mouse_and_keyboard(qtbot, view):
    view.set_blocks(
        [Paragraph((Span("plain "), Span("one", link="entity:1"))), Paragraph((Span("two", link="web:https://x"),))]
    )
    view.setFocus()
    followed = []
    view.followed.connect(followed.append)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert followed == ["entity:1", "web:https://x"]
    assert "plain one" in view.toPlainText()


def test_another_document_begins_at_the_top(view):
    long = [Paragraph((Span(f"line {number}"),)) for number in range(200)]
    view.set_blocks(long)
    view.verticalScrollBar().setValue(500)
    view.restyle()
    assert view.verticalScrollBar().value() == 500
    view.set_blocks(long)
    assert view.verticalScrollBar().value() == 0


def test_a_part_opens_at_its_place_and_its_link_keeps_the_keyboard(view):
    head = [Paragraph((Span(f"line {number}"),)) for number in range(20)]
    link = Paragraph((Span("▸ part", "muted", link="fold:part"),))
    tail = [Paragraph((Span(f"rest {number}"),)) for number in range(50)]
    view.set_blocks([*head, link, *tail])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    view.verticalScrollBar().setValue(200)
    view.replace_blocks([*head, Paragraph((Span("▾ part", "muted", link="fold:part"),)), *tail])
    assert view.verticalScrollBar().value() == 200
    followed = []
    view.followed.connect(followed.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert followed == ["fold:part"]
