"""What is written is read back the same, whatever the texts hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.bounded_yaml import load
from db.dossier import FILES, About, Dossier, Entity, Fact, Section, Variant
from db.dossier_files import read_dossier, write_dossier
from db.dossier_text import WIDTH, about_text, entities_text, scalar
from db.kinds import Kind

TRICKY = ["yes", "No", "1e5", "null", "~", "001", "- x", "#", "# x", "a # b", "a: b", "a:b", "it's", '"', "'", "\\", "\\n", "? x", "[a", "}", "@x", "%x", "`", "|", ">", "&a", "*a", "!x", "---", "...", "a\nb", "a\n\n  b\n c", "梁文锋", "“引号”：，", "x\u2028y", "x\x85y", "\ufeffx", "a\tb", "a  b", "é", "\u0301x", "😀", "https://example.org/a?b=c#d", "2024-05-06", "6 May 2024", "0x1F", "<<", "=", "word " * 60, "wo  rd " * 60, "字" * 200]  # fmt: skip

texts = st.sampled_from(TRICKY) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("ab:#-'\"\n \\,[]{}&*!|>%@?~"),
    min_size=1,
    max_size=200,
)


def worded(limit: int) -> st.SearchStrategy[str]:
    return texts.map(lambda text: text[:limit].strip()).filter(
        lambda text: bool(text.strip()) and not set(text[0] + text[-1]) & set("\x1c\x1d\x1e\x1f\x85")
    )


@pytest.mark.parametrize("text", TRICKY)
def test_scalar_reads_back(text: str) -> None:
    for literal in (False, True):
        written = scalar(text, literal=literal)
        assert "\n" not in written
        assert load(f"key: {written}".encode()) == {"key": text}
        assert load(f"{{key: {written}, other: [{written}]}}".encode()) == {"key": text, "other": [text]}


@given(texts)
def test_any_scalar_reads_back(text: str) -> None:
    assert load(f"- {{key: {scalar(text)}, other: [{scalar(text)}, x]}}".encode()) == [
        {"key": text, "other": [text, "x"]}
    ]


@pytest.mark.parametrize(
    ("text", "plain", "literal"),
    [("2024", '"2024"', "2024"), ("2024-05-06", '"2024-05-06"', "2024-05-06"), ("yes", '"yes"', "yes"), ("001", '"001"', "001"), ("671B", "671B", "671B"), ("6 May 2024", "6 May 2024", "6 May 2024"), ('a "b"', 'a "b"', 'a "b"'), ("a: b", '"a: b"', '"a: b"')],
)  # fmt: skip
def test_only_what_needs_quotes_gets_them(text: str, plain: str, literal: str) -> None:
    assert (scalar(text), scalar(text, literal=True)) == (plain, literal)


def test_the_layout_is_the_documented_one() -> None:
    entity = Entity(
        kind=Kind.RELEASE,
        id="example-1",
        name="Example-1",
        tags=("a", "b c"),
        facts={
            "date": (Fact(value="6 May 2024", cite="paper:12"), Fact(value="2024", cite=["press:3-4", "paper"], rank="deprecated", ground="Why")),
            "technique": (Fact(value="mla", cite="paper:40"),),
            "description": (Fact(value="Long " * 30, cite="paper:1"),),
        },
        variants=(Variant(id="7b", name="7B", facts={"params": (Fact(value="7B", cite="paper:12"),)}),),
    )  # fmt: skip
    assert entities_text([entity]).splitlines() == [
        "- id: example-1",
        "  name: Example-1",
        "  tags: [a, b c]",
        "  facts:",
        "    date:",
        '      - {value: 6 May 2024, cite: "paper:12"}',
        '      - {value: 2024, cite: ["press:3-4", paper], rank: deprecated, ground: Why}',
        '    technique: {value: mla, cite: "paper:40"}',
        "    description:",
        "      - value: >-",
        "          " + " ".join(["Long"] * 22),
        "          " + " ".join(["Long"] * 8),
        '        cite: "paper:1"',
        "  variants:",
        "    - id: 7b",
        "      name: 7B",
        "      facts:",
        '        params: {value: 7B, cite: "paper:12"}',
    ]
    assert all(len(line) <= WIDTH for line in entities_text([entity]).splitlines())


def test_no_entity_is_an_empty_list() -> None:
    assert load(entities_text([]).encode()) == []
    assert load(about_text(About(id="x", title="1e5")).encode()) == {"format": "1", "id": "x", "title": "1e5"}


slugs = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,12}", fullmatch=True)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    return Fact(
        value=draw(worded(2000)),
        cite=tuple(draw(st.lists(st.sampled_from(["001", "001:3", "001:3-9", "001:4 p. 7", "001 p. iv"]), max_size=3))),
        role=draw(st.just("") | worded(100)),
        qualifier=draw(st.sampled_from(["", "about", "citation needed", "yes"])),
        unit=draw(st.sampled_from(["", "USD", "%"])),
        when=draw(st.sampled_from(["", "2024", "May 2024", "2024-05-06"])),
        rank=draw(st.sampled_from(["normal", "preferred", "deprecated"])),
        basis=draw(st.sampled_from(["stated", "inferred"])),
        ground=draw(worded(300)),
        note=draw(st.just("") | worded(300)),
    )


def fact_map(*keys: str) -> st.SearchStrategy[dict[str, tuple[Fact, ...]]]:
    return st.dictionaries(st.sampled_from(keys), st.lists(facts(), min_size=1, max_size=3).map(tuple), max_size=3)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    ids = draw(st.lists(slugs.filter(lambda slug: slug != "001"), min_size=1, max_size=5, unique=True))
    first = Entity(
        kind=Kind.SOURCE,
        id="001",
        name=draw(worded(500)),
        lines=99,
        sections=(Section(line=1, title=draw(worded(300))), Section(line=7, title="x")),
    )
    entities = [first]
    for slug in ids:
        kind = draw(st.sampled_from(list(FILES.values())))
        variants = (
            (Variant(id=slug, name=draw(worded(200)), facts=draw(fact_map("feature", "claim"))),)
            if kind is Kind.RELEASE
            else ()
        )
        entities.append(
            Entity(
                kind=kind,
                id=slug,
                name=draw(worded(500)),
                tags=tuple(draw(st.lists(worded(50), max_size=2))),
                facts=draw(fact_map("description", "claim")),
                variants=variants,
            )
        )
    return Dossier(about=About(id="x", title=draw(worded(300)), about=draw(worded(2000))), entities=tuple(entities))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def test_a_written_dossier_reads_back_the_same(tmp_path_factory: pytest.TempPathFactory, dossier: Dossier) -> None:
    folder = tmp_path_factory.mktemp("dossier")
    write_dossier(dossier, folder)
    assert read_dossier(folder) == dossier


def test_writing_again_empties_what_is_gone_and_keeps_other_files(tmp_path: Path) -> None:
    about = About(id="x", title="X")
    write_dossier(Dossier(about=about, entities=(Entity(kind=Kind.EVENT, id="e", name="E"),)), tmp_path)
    (tmp_path / "README.md").write_text("mine")
    smaller = Dossier(about=about)
    write_dossier(smaller, tmp_path)
    assert read_dossier(tmp_path) == smaller
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "dossier.yaml", "events.yaml"]
