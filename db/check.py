"""Verifying a dossier: what it holds in numbers, and what is wrong with it, each problem with its place.

References, dates and numbers must resolve, every statement must cite, and where the documents are at hand the cited
lines must contain what is cited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.citations import cited_fault, ground_fault
from db.dossier import FILES, Citation, Dossier, Entity, Fact, Facts
from db.dossier_checks import Fault, Path, check_references
from db.kinds import PLURALS, Basis, Kind
from db.stated_rows import stated
from db.statement_rows import drafts
from db.statements import Verdict
from db.typed import disagreements

Documents = Mapping[str, list[str]]
"""The lines of each source's document, by the source's id."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a dossier holds. A fact with two citations is two statements; `sources` has (id, name, statements)."""

    title: str
    kinds: tuple[tuple[Kind, int], ...]
    sources: tuple[tuple[str, str, int], ...]
    statements: int
    uncited: int
    inferred: int
    disagreements: int
    refinements: int

    def lines(self) -> Iterator[str]:
        """The numbers as text, a line each."""
        yield self.title
        yield ""
        for kind, count in self.kinds:
            yield _line(PLURALS[kind], count)
        yield _line("entities in all", sum(count for _, count in self.kinds))
        yield ""
        for id_, name, count in self.sources:
            yield _line(f"statements of {id_} ({name})", count)
        yield _line("statements in all", self.statements)
        yield _line("of these inferred", self.inferred)
        yield _line("of these uncited", self.uncited)
        yield ""
        yield _line("disagreements", self.disagreements)
        yield _line("refinements", self.refinements)


def _line(label: str, count: int) -> str:
    return f"{count:>8,}  {label}"


def tally(dossier: Dossier) -> Tally:
    """Count what a dossier holds whose references resolve."""
    names = {entity.id: entity.name for entity in dossier.entities}
    kinds = Counter(entity.kind for entity in dossier.entities)
    said: Counter[str] = Counter()
    bases: Counter[str] = Counter()
    verdicts: Counter[Verdict] = Counter()
    for entity in dossier.entities:
        rows = list(drafts(entity, names))
        said.update(draft.source for draft in rows)
        bases.update(draft.row["basis"] for draft in rows)
        statements = [stated(draft.row, draft.variant, draft.source) for draft in rows]
        verdicts.update(found.verdict for found in disagreements(statements))
    about = dossier.about
    return Tally(
        title=" ".join(part for part in (about.title, about.version) if part),
        kinds=tuple((kind, kinds[kind]) for kind in FILES.values() if kinds[kind]),
        sources=tuple((id_, names[id_], said[id_]) for id_ in sorted(said) if id_),
        statements=said.total(),
        uncited=said[""],
        inferred=bases[Basis.INFERRED],
        disagreements=verdicts[Verdict.DISAGREEMENT],
        refinements=verdicts[Verdict.REFINEMENT],
    )


def check(dossier: Dossier, documents: Documents) -> tuple[Tally | None, list[Fault]]:
    """What a dossier holds, and all that is wrong with it; citations are held against the documents that are given.

    Where something does not resolve, that alone is told: it can neither be counted nor looked for.
    """
    broken = list(check_references(dossier))
    return (None, broken) if broken else (tally(dossier), list(citation_faults(dossier, documents)))


def citation_faults(dossier: Dossier, documents: Documents) -> Iterator[Fault]:
    """What is wrong with the citations of a dossier whose references resolve, in its order."""
    entities = {entity.id: entity for entity in dossier.entities}
    for position, entity in enumerate(dossier.entities):
        if entity.kind is Kind.SOURCE and entity.id in documents:
            for path, message in _source_faults(entity, documents[entity.id]):
                yield Fault(position, path, message)
        for path, key, fact in facts_of(entity):
            for step, message in _fact_faults(key, fact, entities, documents):
                yield Fault(position, (*path, *step), message)


def facts_of(entity: Entity) -> Iterator[tuple[Path, str, Fact]]:
    """(path, property, fact) of an entity and its variants."""
    yield from _facts((), entity.facts)
    for index, variant in enumerate(entity.variants):
        yield from _facts(("variants", index), variant.facts)


def _facts(path: Path, facts: Facts) -> Iterator[tuple[Path, str, Fact]]:
    for key, values in facts.items():
        for index, fact in enumerate(values):
            yield (*path, "facts", key, index), key, fact


_Faults = Iterator[tuple[Path, str]]


def _source_faults(source: Entity, document: list[str]) -> _Faults:
    """Whether a document has the lines and headings that its record gives."""
    if source.lines != len(document):
        yield ("lines",), f"the document has {len(document)} lines, not {source.lines or 'none'}"
    seen: set[str] = set()
    for index, section in enumerate(source.sections):
        # A section may go on after a table or an advertisement that interrupts it.
        if section.title not in "".join(document[section.line - 1 : section.line]) and section.title not in seen:
            yield ("sections", index), f"“{section.title}” is not on line {section.line} of the document"
        seen.add(section.title)


def _fact_faults(key: str, fact: Fact, entities: Mapping[str, Entity], documents: Documents) -> _Faults:
    if not fact.cite:
        yield (), "cites nothing; say where it stands, as in cite: “SOURCE:LINE”"
        return
    texts = [_cited(citation, documents) for citation in fact.cite]
    if fact.basis is Basis.INFERRED:
        known = [text for text in texts if text is not None]
        if len(known) == len(texts) and (message := ground_fault(fact, known)):
            yield ("ground",), message
        return
    for index, (citation, text) in enumerate(zip(fact.cite, texts, strict=True)):
        if text is None:
            continue
        if message := cited_fault(text, entities[citation.source].name, key, fact, entities):
            yield ("cite", index), f"{citation}: {message}"


def _cited(citation: Citation, documents: Documents) -> str | None:
    """The cited lines, without any the whole document; None if it is not at hand."""
    document = documents.get(citation.source)
    if document is None:
        return None
    lines = document if citation.first is None else document[citation.first - 1 : citation.last]
    return "\n".join(lines)
