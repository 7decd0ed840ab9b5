"""What the people view says: disputes, several sources, thanks, careers without a date, chains in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from sqlalchemy import Connection

from db.paths import chain
from db.person import Profile, profile, shared_among
from db.rows import Ref
from db.timeline import OPEN_END, OPEN_START
from desktop.drawing.charts.scene import ChartMark, Frame, mark_at
from desktop.drawing.look import Look
from desktop.drawing.people.career import career_of
from desktop.drawing.people.career_chart import CareerChart
from desktop.drawing.people.network import PeopleNetwork
from desktop.entity.folds import Folds
from desktop.people import chain_text
from desktop.people import text as people_text
from desktop.widgets.document_blocks import Block, Grid
from tests.small_database import fact, id_of, reading

ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    {"kind": "organization", "id": "lab", "name": "Lab"},
    {"kind": "organization", "id": "school", "name": "<b>School</b>"},
    *({"kind": "release", "id": f"r{at}", "name": f"R{at}", "facts": {"date": fact(f"202{at}-01-05")}}
      for at in range(1, 5)),
    {"kind": "person", "id": "ann", "name": "Ann Lee", "facts": {
        "alias": [fact("李安", role="native"), fact("Annie")], "name_order": fact("family name last"),
        "role": [fact("Lead"), fact("Lead", "s2:4")], "award": fact("A prize", when="2020", role="maths"),
        "birth": [fact("1990"), fact("1991", "s2:2")], "link": fact("https://example.org/ann", role="website"),
        "credit": [fact("r1", role="lead"), fact("r1", "s2:3", role="lead"), fact("r2", basis="inferred", ground="So."),
                   *(fact("r3", f"s1:{line}", role="helper") for line in range(3, 8)), fact("r4", role="thanked")],
        "affiliation": [fact("lab", role="Engineer", when="since 2021"), fact("lab", role="Intern", when="2019"),
                        fact("school", role="PhD", when="before 2019"), fact("school", role="Mentor"),
                        fact("lab", role="Consultant", when="about 2016")]}},
    {"kind": "person", "id": "bo", "name": "Bo", "facts": {"credit": [fact("r1"), fact("r2"), fact("r4")]}},
    {"kind": "person", "id": "cy", "name": "Cy", "facts": {"credit": fact("r2"), "mentor": fact("ann", role="thesis")}},
]  # fmt: skip


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    with reading(ENTITIES) as conn:
        yield conn


@pytest.fixture(scope="module")
def ann(conn: Connection) -> Profile:
    found = profile(conn, id_of(conn, "ann"))
    assert found is not None
    return found


def lines(blocks: list[Block]) -> list[str]:
    """The paragraphs as text; of a grid each cell."""
    found = []
    for block in blocks:
        inside = [part for row in block.rows for cell in row for part in cell] if isinstance(block, Grid) else [block]
        found += ["".join(span.text for span in part.spans) for part in inside]
    return found


def line(blocks: list[Block], word: str) -> str:
    return next(text for text in lines(blocks) if word in text)


def painted(chart: CareerChart | PeopleNetwork, width: int = 600, scheme: str = "light") -> QImage:
    look = Look.named(scheme)  # type: ignore[arg-type]
    rect = QRectF(0, 0, width, chart.height(QRectF()))
    image = QImage(width, round(rect.height()), QImage.Format.Format_RGB32)
    image.fill(look.colour("background"))
    with QPainter(image) as painter:
        chart.draw(painter, Frame(rect, look, (0, 1)))
    return image


# ---- in words ----


def test_head_counts_what_one_source_alone_tells_and_what_is_disputed(ann: Profile) -> None:
    said = lines(people_text.head(ann))
    assert "Ann Lee 李安" in said
    assert "Family name Lee" in said
    assert "Also called Annie" in said
    assert "Lead" in said  # once, though two sources say it
    assert f"{ann.facts} facts, {ann.alone} of them told by one source alone" in said[-1]
    assert "⚠ 1 that sources disagree about" in said[-1]
    assert 0 < ann.alone < ann.facts


def test_body_shows_disputes_side_by_side_and_sources_of_credits(ann: Profile) -> None:
    body = people_text.body(ann, Folds())
    assert "⚠ Born: sources disagree" in line(body, "sources disagree")
    assert line(body, "R1") == "■ R1  lead, 5 Jan 2021  First · Start, line 1  Second · line 3"
    assert "¹ one source" in line(body, "■ R2")
    assert "≈ inferred" in line(body, "■ R2")
    assert "and 2 more" in line(body, "■ R3")
    said = lines(body)
    assert said.index("Quoted, cited or thanked in") < next(at for at, text in enumerate(said) if "■ R4" in text)
    assert "A prize  maths, 2020" in line(body, "A prize")
    assert "website: https://example.org/ann" in said
    assert "▼ Cy  thesis" in line(body, "▼ Cy  thesis")
    assert "Bo  2 shared credits: R1, R2" in line(body, "shared credits")  # not R4, where Ann is only thanked


def test_chain_tells_relation_basis_source_and_ground(conn: Connection) -> None:
    found = chain(conn, id_of(conn, "r3"), id_of(conn, "cy"))
    assert found is not None
    said = lines(chain_text.blocks(found))
    assert said[0] == "Connected in 2 steps"
    assert "↑ Ann Lee: Credit, helper" in said
    assert "↑ Cy: Mentor, thesis" in said
    found = chain(conn, id_of(conn, "ann"), id_of(conn, "r4"))
    assert found is not None
    said = lines(chain_text.blocks(found))
    assert any("no staff: only quoted, cited or thanked" in text for text in said)
    found = chain(conn, id_of(conn, "ann"), id_of(conn, "r2"))
    assert found is not None
    said = lines(chain_text.blocks(found))
    assert any("≈ inferred" in text for text in said)
    assert "Ground: So." in said


# ---- the career ----


def test_career_keeps_dates_as_vague_as_they_are(ann: Profile) -> None:
    career = career_of(ann)
    stints = career.lines[: career.stints]
    assert [one.label for one in stints] == ["Consultant", "Intern", "Engineer", "PhD"]
    assert career.rows == ("Lab", "", "", "<b>School</b>", "Credits")
    by_label = {text.label: int(flags) for text, flags in zip(career.lines, career.timeline.flags, strict=True)}
    assert by_label["PhD"] & OPEN_START
    assert by_label["Engineer"] & OPEN_END
    assert by_label["Consultant"] & ~(OPEN_START | OPEN_END)
    assert [one.label for one in career.undated] == ["Mentor"]
    assert [one.label for one in career.lines[career.stints :]] == ["R1", "R2", "R3"]
    assert career.types == ("employment", "education", "internship", "mentoring")
    first, last = career.days()
    assert first < career.timeline.first.min()
    assert last > career.timeline.last.max() + 1


@pytest.mark.parametrize("width", [260, 600, 1400])
def test_career_paints_every_mark_in_its_own_place(qapp, ann: Profile, width: int) -> None:
    chart = CareerChart(career_of(ann), "Ann", Look.named("light"))
    image = painted(chart, width)
    assert len(chart.marks) == 8
    assert chart.height(QRectF()) <= image.height() + 1
    for mark in chart.marks:
        assert QRectF(image.rect()).contains(mark.rect.center())
        assert not mark.rect.isEmpty()
    if width == 1400:
        for at, mark in enumerate(chart.marks):
            others = [other for other in chart.marks[at + 1 :] if other.rect.intersects(mark.rect)]
            assert not others, (mark.text, others)
    again = mark_at(chart, chart.marks[0].rect.center())
    assert isinstance(again, ChartMark)


def test_career_of_nobody_dated_has_no_axis(qapp, conn: Connection) -> None:
    found = profile(conn, id_of(conn, "cy"))
    assert found is not None
    career = career_of(found)
    assert career.rows == ("Credits",)
    empty = found.__class__(**{name: getattr(found, name) for name in found.__slots__} | {"credits": ()})
    career = career_of(empty)
    chart = CareerChart(career, "Cy", Look.named("light"))
    assert (career.rows, career.undated, career.lines) == ((), (), ())
    painted(chart)
    assert chart.marks == ()


def test_colours_follow_the_look(qapp, ann: Profile) -> None:
    chart = CareerChart(career_of(ann), "Ann", Look.named("light"))
    light, dark = painted(chart), painted(chart, scheme="dark")
    assert light.pixelColor(1, 1) != dark.pixelColor(1, 1)
    assert painted(chart) == light


# ---- the network ----


def test_network_draws_thicker_lines_for_more_in_common(qapp, conn: Connection, ann: Profile) -> None:
    ids = [one.person.id for one in ann.colleagues if one.person.id is not None]
    network = PeopleNetwork(Ref(ann.details.id, "Ann"), ann.colleagues, shared_among(conn, ids))
    image = painted(network)
    assert [mark.text.split("\n")[0] for mark in network.marks] == ["Ann", "Bo", "Cy"]
    assert [mark.ids for mark in network.marks] == [(ann.details.id,), *((id_,) for id_ in ids)]
    middle, up = network.marks[0].rect.center(), network.marks[1].rect.center()
    row = round((middle.y() + up.y()) / 2)
    ground = image.pixelColor(1, 1)
    wide = sum(image.pixelColor(x, row) != ground for x in range(290, 310))
    assert wide >= 6  # the thickest line, to Bo above
