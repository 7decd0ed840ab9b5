"""Citations as text, BibTeX and CSL-JSON: whole, escaped, and never more exact than the record."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.citation_formats import FORMATS, Cited, as_bibtex, as_csl, as_text, cited
from db.edtf import parse
from db.engine import memory_database
from db.queries import resolve
from tests.small_database import put_in

WHOLE = Cited("report", "A report & more", ("Ann Lee", "梁文锋"), "Press", parse("6 May 2024"), "https://e.org/a_b",
              "10.1/x_y", "CC BY 4.0", "Start, line 4")  # fmt: skip


def test_all_that_is_known_is_said():
    assert as_text(WHOLE) == ("Ann Lee, 梁文锋 (6 May 2024). A report & more. Press. Start, line 4. https://e.org/a_b")
    assert as_bibtex(WHOLE) == (
        "@misc{report,\n"
        "  author = {{Ann Lee} and {梁文锋}},\n"
        "  title = {{A report \\& more}},\n"
        "  publisher = {Press},\n"
        "  year = {2024},\n"
        "  month = {5},\n"
        "  doi = {10.1/x\\_y},\n"
        "  url = {https://e.org/a_b},\n"
        "  note = {Start, line 4},\n"
        "}\n"
    )
    assert json.loads(as_csl(WHOLE)) == [{
        "id": "report", "type": "webpage", "title": "A report & more",
        "author": [{"literal": "Ann Lee"}, {"literal": "梁文锋"}], "issued": {"date-parts": [[2024, 5, 6]]},
        "publisher": "Press", "URL": "https://e.org/a_b", "DOI": "10.1/x_y", "license": "CC BY 4.0",
        "note": "Start, line 4",
    }]  # fmt: skip


def test_what_is_not_known_is_left_out():
    bare = Cited("001", "Why?")
    assert as_text(bare) == "Why?"
    assert as_bibtex(bare) == "@misc{s001,\n  title = {{Why?}},\n}\n"
    assert json.loads(as_csl(bare)) == [{"id": "001", "type": "document", "title": "Why?"}]


@pytest.mark.parametrize(("date", "issued", "bibtex"), [
    ("2024", {"date-parts": [[2024]]}, {"year": "2024"}),
    ("May 2024", {"date-parts": [[2024, 5]]}, {"year": "2024", "month": "5"}),
    ("about May 2024", {"date-parts": [[2024, 5]], "circa": True}, {"year": "2024", "month": "5", "note": True}),
    ("late 2025", {"date-parts": [[2025]], "circa": True}, {"year": "2025", "note": True}),
    ("spring 2025", {"literal": True}, {"year": "2025", "note": True}),
    ("2023-2025", {"literal": True}, {"note": True}),
])  # fmt: skip
def test_a_date_is_no_more_exact_than_its_record(date, issued, bibtex):
    source = Cited("a", "A", date=parse(date))
    found = json.loads(as_csl(source))[0]["issued"]
    assert found.keys() == issued.keys()
    assert {
        name: value for name, value in issued.items() if value is not True or name == "circa"
    }.items() <= found.items()
    fields = dict(re.findall(r"  (year|month|note) = \{(.*)\},", as_bibtex(source)))
    assert fields.keys() == bibtex.keys()
    assert {name: value for name, value in bibtex.items() if value is not True}.items() <= fields.items()


@given(title=st.text(min_size=1, max_size=40), author=st.text(max_size=20), url=st.text(max_size=20))
def test_whatever_is_in_a_record_stays_in_its_field(title, author, url):
    source = Cited("a", title, (author,), url=url)
    assert json.loads(as_csl(source))[0]["title"] == title
    text = re.sub(r"\\(textbackslash|textasciitilde|textasciicircum)\{\}", "", as_bibtex(source))
    plain = re.sub(r"\\.", "", text)
    depth = 0
    for char in plain:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert re.search(r"\}\n\Z", plain)


def test_a_source_of_the_database_is_cited():
    facts = {"title": {"value": "The report", "cite": "s:1"}, "date": {"value": "late 2025", "cite": "s:1"},
             "author": [{"value": "A", "cite": "s:1"}, {"value": "B", "cite": "s:2"},
                        {"value": "C", "cite": "s:3", "rank": "deprecated", "ground": "No"}],
             "identifier": {"value": "10.1/x", "role": "doi", "cite": "s:4"}}  # fmt: skip
    entities = [{"kind": "source", "id": "s", "name": "Report", "facts": facts},
                {"kind": "person", "id": "p", "name": "P"}]  # fmt: skip
    with memory_database() as database:
        with database.write("fill") as conn:
            put_in(conn, entities, "X")
        with database.read() as conn:
            found = cited(conn, resolve(conn, "s"), "line 4")
            assert found == Cited("s", "The report", ("A", "B"), "", parse("late 2025"), "", "10.1/x", "", "line 4")
            assert cited(conn, resolve(conn, "p")) is None
    assert all(write(found) for _title, write in FORMATS.values())
