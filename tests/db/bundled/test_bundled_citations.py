"""Each fact of the bundled dossier stands in the lines that it cites, and no sentence of the documents was copied.

The documents are not part of the project; without them beside it these tests are skipped.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from db.check import citation_faults, facts_of
from db.citations import states
from db.dossier import Entity, Fact
from db.dossier_files import PlacedDossier, read_placed
from db.kinds import Kind
from db.source_texts import read_documents
from tests.db.bundled.bundled_dossier import FOLDER

DOCUMENTS = Path(__file__).parents[4] / "shared" / "sources"
PROSE = {"description", "claim", "feature", "modality", "category"}

needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the four documents are not beside the project")


@cache
def placed() -> PlacedDossier:
    return read_placed(FOLDER)


@cache
def entities() -> dict[str, Entity]:
    return {entity.id: entity for entity in placed().dossier.entities}


@cache
def documents() -> dict[str, list[str]]:
    return read_documents(DOCUMENTS, [entity.id for entity in entities().values() if entity.kind is Kind.SOURCE])


@needs_documents
def test_all_four_documents_are_read() -> None:
    assert sorted(documents()) == ["000", "001", "002", "003"]
    assert "梁文锋" in documents()["001"][78], "001 was once read as Mac Roman"


@needs_documents
def test_cited_lines_state_the_facts() -> None:
    found = [str(placed().problem(fault)) for fault in citation_faults(placed().dossier, documents())]
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
    (citation,) = fact.cite
    assert citation.first is not None
    assert states(documents()[citation.source][citation.first - 1], key, fact, entities()) is expected


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@needs_documents
def test_no_sentence_is_copied() -> None:
    theirs = {run for lines in documents().values() for run in runs(" ".join(lines))}
    assert runs("they exclusively used PCIe instead of the DGX version of A100") & theirs
    copied = [
        f"{entity.id} › {key}: “{text}”"
        for entity in entities().values()
        for _, key, fact in facts_of(entity)
        for text in (fact.value if key in PROSE else "", fact.ground, fact.note, fact.role)
        if runs(text) & theirs
    ]
    assert not copied, "eight words or more are copied:\n" + "\n".join(copied)
