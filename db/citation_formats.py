"""The citation of a source as text, BibTeX and CSL-JSON, with no more precision than its record has."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.edtf import DateSpan, Precision, Qualifier, format_span
from db.kinds import Kind, Rank
from db.stated_rows import read_span
from db.texts import later, tr

_e, _s = m.entity.c, m.statement.c


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation is made of; what is not known is empty. `place` says where in the source."""

    slug: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: DateSpan | None = None
    url: str = ""
    doi: str = ""
    license: str = ""
    place: str = ""


def cited(conn: Connection, source_id: int, place: str = "") -> Cited | None:
    """What is known of a source; None if there is none with this id."""
    query = select(m.entity, m.source).join_from(m.entity, m.source, m.source.c.id == _e.id)
    row = conn.execute(query.where(_e.id == source_id, _e.kind == Kind.SOURCE.value)).mappings().one_or_none()
    if row is None:
        return None
    fields = dict(row)
    here = (_s.entity_id == source_id, _s.rank != Rank.DEPRECATED.value)
    stated = conn.execute(select(_s.property, _s.role, _s.value).where(*here).order_by(_s.position, _s.id)).all()
    authors = dict.fromkeys(value for key, _role, value in stated if key == "author")
    doi = next((value for key, role, value in stated if key == "identifier" and role == "doi"), "")
    return Cited(
        row["slug"], row["title"] or row["name"], tuple(authors), row["publisher"], read_span(fields, "date"),
        row["url"], doi, row["license"], place,
    )  # fmt: skip


def as_text(source: Cited) -> str:
    """A line for people: authors, date, title, publisher, place, address."""
    when = format_span(source.date) if source.date else ""
    head = tr(", ").join(source.authors)
    head = f"{head} ({when})" if head and when else head or (f"({when})" if when else "")
    parts = (head, source.title, source.publisher, source.place)
    text = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
    return f"{text} {source.url}".strip()


_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def as_bibtex(source: Cited) -> str:
    """An entry for BibTeX and BibLaTeX. Authors stay as printed: nobody guesses which is the family name."""
    year, month, _day = _parts(source.date)
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in source.authors),
        "title": f"{{{_tex(source.title)}}}",
        "publisher": _tex(source.publisher),
        "year": str(year) if year else "",
        "month": str(month) if month else "",
        "doi": _tex(source.doi),
        "url": "".join(char for char in source.url if char not in "{}\\\n"),
        "note": "; ".join(_tex(part) for part in (_vague(source.date), source.place) if part),
    }
    lines = [f"  {name} = {{{' '.join(value.split())}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(source)},", *lines, "}"]) + "\n"


def as_csl(source: Cited) -> str:
    """An array with one item of CSL-JSON, as Zotero, Pandoc and others read it."""
    item: dict[str, Any] = {
        "id": source.slug,
        "type": "webpage" if source.url else "document",
        "title": source.title,
        "author": [{"literal": author} for author in source.authors],
        "issued": _issued(source.date),
        "publisher": source.publisher,
        "URL": source.url,
        "DOI": source.doi,
        "license": source.license,
        "note": source.place,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, tuple[str, Callable[[Cited], str]]] = {
    "text": (later("As text"), as_text),
    "bibtex": (later("As BibTeX"), as_bibtex),
    "csl": (later("As CSL-JSON"), as_csl),
}
"""What a citation is copied as: its title in menus, and its writer."""


def _key(source: Cited) -> str:
    """A key that BibTeX takes: the id in dossiers, which is ASCII; one of digits alone gets a letter before it."""
    return source.slug if not source.slug.isdigit() else f"s{source.slug}"


def _tex(text: str) -> str:
    plain = "".join(char for char in text if char == "\n" or not unicodedata.category(char).startswith("C"))
    return re.sub(r"[\\{}$&%#_~^]", lambda match: _TEX[match[0]], plain)


_PARTS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def _parts(span: DateSpan | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day, as far as the date is known."""
    if span is None or span.earliest is None or span.latest is None:
        return None, None, None
    first, last = span.earliest, span.latest
    year = first.year if first.year == last.year else None
    month = first.month if year and span.precision in (Precision.MONTH, Precision.DAY) else None
    return year, month, first.day if month and span.precision is Precision.DAY else None


def _vague(span: DateSpan | None) -> str:
    """A date in words, where year, month and day do not say all of it."""
    if span is None or (span.precision in _PARTS and span.qualifier is Qualifier.EXACT):
        return ""
    return format_span(span)


def _issued(span: DateSpan | None) -> dict[str, Any]:
    if span is None:
        return {}
    known = [part for part in _parts(span) if part is not None]
    if not known or span.precision not in _PARTS:
        return {"literal": format_span(span)}
    return {"date-parts": [known], **({"circa": True} if span.qualifier is not Qualifier.EXACT else {})}
