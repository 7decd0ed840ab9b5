"""Each fact of the bundled dossier stands in the lines that it cites, and no sentence of the documents was copied.

The documents are not part of the project; without them beside it these tests are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from db.dossier import Citation, Dossier, Entity, Fact
from db.dossier_files import read_dossier
from db.kinds import Basis, Kind
from db.numbers import NumberError, parse_number
from db.properties import PROPERTIES, ValueType

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT.parent / "shared" / "sources"
FOLDER = ROOT / "resources" / "dossiers" / "deepseek"
NAMES = {"alias", "title", "author", "venue", "identifier", "license", "birthplace", "headquarters"}
"""TEXT properties whose value is printed in the document; the others are in our own words."""
PROSE = {"description", "claim", "feature", "modality", "category"}
WORDS = {"one-tenth": 0.1, "two": 2, "three": 3, "third": 3, "eight": 8, "nine": 9, "fifteen billion": 15e9}

needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the four documents are not beside the project")


def read_document(path: Path) -> list[str]:
    """The lines of a document; 001 is UTF-8 that was once read as Mac Roman."""
    text = path.read_text(encoding="utf-8")
    if path.name.startswith("001"):
        text = text.encode("mac_roman").decode("utf-8")
    return text.split("\n")


@cache
def documents() -> dict[str, list[str]]:
    return {path.name[:3]: read_document(path) for path in sorted(DOCUMENTS.glob("00?_*.txt"))}


@cache
def dossier() -> Dossier:
    return read_dossier(FOLDER)


def cited_text(citation: Citation) -> str | None:
    if citation.first is None or citation.last is None:
        return None
    return "\n".join(documents()[citation.source][citation.first - 1 : citation.last])


def all_facts(entity: Entity) -> Iterator[tuple[str, str, Fact]]:
    """(place, property, fact) of an entity and its variants."""
    for key, facts in entity.facts.items():
        for fact in facts:
            yield f"{entity.id} › {key}", key, fact
    for variant in entity.variants:
        for key, facts in variant.facts.items():
            for fact in facts:
                yield f"{entity.id} › {variant.id} › {key}", key, fact


def numbers_in(text: str) -> set[float]:
    """Numbers written in a text, in digits or in the few words that the documents use."""
    found = {number for word, number in WORDS.items() if re.search(rf"\b{word}\b", text, re.I)}
    scale = r"\s?(?:[KMBT]\b|thousand\b|million\b|billion\b|trillion\b)"
    for match in re.finditer(rf"\d[\d,]*(?:\.\d+)?(?:{scale})?", text, re.I):
        for part in (match[0], re.match(r"[\d,.]*\d", match[0])[0]):  # type: ignore[index]
            try:
                found.add(parse_number(part.rstrip(",")).value)
            except NumberError:
                continue
    return found


def has_name(text: str, name: str, *, whole: bool = True) -> bool:
    """Whether a text has the words of a name in order, with any blanks, hyphens or marks of a title between.

    `whole`: not as a part of a longer name, as V2 is in V2.5, Coder-V2 and V2-Chat.
    """
    words = re.findall(r"\w+(?:\.\d+)?", name)
    pattern = r"[\s\-_:,.!?'’&()—]*".join(map(re.escape, words))
    end = r"(?!\w|\.\d|-[a-z\d])" if whole else r"(?!\w)"
    return bool(words) and re.search(rf"(?<![\w-]){pattern}s?{end}", text, re.I) is not None


def has_words(text: str, value: str) -> bool:
    """Whether every word of a value stands in a text, in any order."""
    return all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I) for word in re.findall(r"\w+", value))


def is_named(text: str, slug: str) -> bool:
    """Whether a text names an entity, by any of its names."""
    entity = next(entity for entity in dossier().entities if entity.id == slug)
    other = [fact.value or "" for key in ("alias", "identifier") for fact in entity.facts.get(key, ())]
    names = [entity.name, entity.name.partition(" (")[0], *other]
    return any(has_name(text, name, whole=entity.kind is Kind.RELEASE) for name in names)


def states(text: str, key: str, fact: Fact) -> bool:
    """Whether a cited text states a fact's value; a value in our own words is not looked for."""
    value = fact.value or ""
    match PROPERTIES[key].type:
        case ValueType.NUMBER:
            return parse_number(value).value in numbers_in(text)
        case ValueType.DATE:
            return value.lower() in text.lower() or has_words(text, value)
        case ValueType.URL:
            return value in text
        case ValueType.BOOL:
            return "✅" in text or "open" in text
        case ValueType.ENTITY:
            return has_name(text, fact.name) if fact.name else is_named(text, value) or key == "affiliation"
        case ValueType.TEXT:
            return key not in NAMES or has_words(text, value)


def quotes(text: str) -> list[str]:
    return re.findall("“([^”]+)”", text)


def is_quoted(text: str, note: str) -> bool:
    """Whether a note quotes the words by which the document states what has another name in the dossier."""
    return bool(quotes(note)) and all(words in text for words in quotes(note))


def faults(entity: Entity) -> Iterator[str]:
    """What is wrong with the citations of an entity."""
    for place, key, fact in all_facts(entity):
        texts = [(citation, cited_text(citation)) for citation in fact.cite]
        if fact.basis is Basis.INFERRED:
            whole = "\n".join(text for _, text in texts if text).lower()
            missing = [words for words in quotes(fact.ground) if words.lower() not in whole]
            if whole and (missing or not quotes(fact.ground)):
                yield f"{place}: the ground quotes {missing or 'nothing'}, which is not in the cited lines"
            continue
        if not fact.cite:
            yield f"{place}: “{fact.value}” cites nothing"
        for citation, text in texts:
            if text is None or not text.strip():
                yield f"{place}: {citation} has no text"
            elif not states(text, key, fact) and not is_quoted(text, fact.note):
                yield f"{place}: “{fact.value or fact.name}” is not in {citation}"


@needs_documents
@pytest.mark.parametrize("kind", list(Kind))
def test_cited_lines_state_the_facts(kind: Kind) -> None:
    found = [fault for entity in dossier().entities if entity.kind is kind for fault in faults(entity)]
    assert not found, "\n".join(found)


@needs_documents
@pytest.mark.parametrize(
    ("key", "value", "cite", "expected"),
    [
        ("params", "671B", "001:214", True),
        ("params", "672B", "001:214", False),
        ("params", "2.8B", "001:200", True),
        ("active_params", "1.0B", "001:212", True),
        ("training_cost", "5.58M", "001:37", True),
        ("training_cost", "5.6 million", "001:37", False),
        ("tokens", "15 billion", "003:46", True),
        ("date", "Nov 2, 2023", "001:198", True),
        ("date", "Nov 3, 2023", "001:198", False),
        ("date", "September 2024", "000:36", True),
        ("date", "Jan. 10, 2025", "003:55", False),
        ("parent", "deepseek-v2-chat", "001:208", True),
        ("parent", "deepseek-v2", "001:208", False),
        ("organization", "deepseek", "001:209", True),
        ("alias", "梁文锋", "001:79", True),
        ("alias", "梁文峰", "001:79", False),
        ("link", "https://github.com/deepseek-ai/Janus", "001:209", True),
        ("link", "https://github.com/deepseek-ai/Janus-Pro", "001:209", False),
        ("license", "MIT", "001:219", False),
        ("open_weights", "yes", "001:36", False),
    ],
)
def test_the_check_of_a_line_can_fail(key: str, value: str, cite: str, expected: bool) -> None:
    fact = Fact.model_validate({"value": value, "cite": cite})
    assert states(cited_text(fact.cite[0]) or "", key, fact) is expected


@needs_documents
def test_sources_have_the_lines_and_headings_of_the_documents() -> None:
    sources = {entity.id: entity for entity in dossier().entities if entity.kind is Kind.SOURCE}
    assert {slug: source.lines for slug, source in sources.items()} == {
        slug: len(lines) - (not lines[-1]) for slug, lines in documents().items()
    }
    for source in sources.values():
        seen: set[str] = set()
        for section in source.sections:
            # A section may go on after a table or an advertisement that interrupts it.
            assert section.title in documents()[source.id][section.line - 1] or section.title in seen, section
            seen.add(section.title)


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@needs_documents
def test_no_sentence_is_copied() -> None:
    theirs = {run for lines in documents().values() for run in runs(" ".join(lines))}
    assert runs("they exclusively used PCIe instead of the DGX version of A100") & theirs
    copied = [
        f"{place}: “{text}”"
        for entity in dossier().entities
        for place, key, fact in all_facts(entity)
        for text in (fact.value or "" if key in PROSE else "", fact.ground, fact.note, fact.role)
        if runs(text) & theirs
    ]
    assert not copied, "eight words or more are copied:\n" + "\n".join(copied)
