"""Whether the cited lines of a document state a fact.

A number, date, name or address must stand there. A value in our own words, such as a description, is not looked for. A
fact may have another name in the dossier than in the document: its note then “quotes” the document's words. The ground
of an inferred fact quotes the words that it was concluded from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import permutations

from db.dossier import Entity, Fact
from db.kinds import Kind
from db.numbers import NumberError, parse_number
from db.properties import PROPERTIES, ValueType
from db.texts import tr

PRINTED = frozenset({"alias", "title", "author", "venue", "identifier", "license", "birthplace", "headquarters"})
"""TEXT properties whose value is printed in the document; the others are in our own words."""

_CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_DIGITS = re.compile(rf"(?<![^\W_])A?(\d[\d,]*(?:\.\d+)?(?:\s?(?:[KMBT]\b|(?:{'|'.join(_SCALES)})\b))?)", re.IGNORECASE)
_WORDS = re.compile(
    rf"""
    \b(?:
    (?P<cardinal>{"|".join(_CARDINALS)}) (?:-(?P<part>{"|".join(_ORDINALS)})s?)? (?:[ -](?P<scale>{"|".join(_SCALES)}))?
    | (?P<ordinal>{"|".join(_ORDINALS)})
    )\b
    """,
    re.VERBOSE,
)
_TRUE = re.compile(r"[✅✓✔]|\b(?:yes|true|open)\b|open-", re.IGNORECASE)
_FALSE = re.compile(r"[❌✗✘]|\b(?:no|not|false|closed|proprietary)\b", re.IGNORECASE)


_MOST_ORDERS = 4


def numbers_in(text: str) -> set[float]:
    """The numbers written in a text, in digits or in words up to twenty: 2,048, 5.58M, fifteen billion, one-tenth."""
    found = set()
    for written in _DIGITS.findall(text):
        digits = re.match(r"[\d,.]*\d", written)
        for part in {written, digits[0] if digits else written}:
            try:
                found.add(parse_number(part.rstrip(",")).value)
            except NumberError:
                continue
    for word in _WORDS.finditer(text.lower()):
        if word["ordinal"]:
            found.add(float(_ORDINALS[word["ordinal"]]))
        else:
            scale = _SCALES[word["scale"]] if word["scale"] else 1.0
            found.add(_CARDINALS[word["cardinal"]] * scale / (_ORDINALS[word["part"]] if word["part"] else 1))
    return found


def has_name(text: str, name: str, *, whole: bool = True) -> bool:
    """Whether a text has the words of a name in order, with any blanks, hyphens or marks of a title between.

    `whole`: not as a part of a longer name, as V2 is in V2.5, Coder-V2 and V2-Chat.
    """
    words = re.findall(r"\w+(?:\.\d+)?", name)
    pattern = r"[\s\-_:,.!?'’&()—]*".join(map(re.escape, words))
    end = r"(?!\w|\.\d|-[a-z\d])" if whole else r"(?!\w)"
    return bool(words) and re.search(rf"(?<![\w-]){pattern}s?{end}", text, re.IGNORECASE) is not None


def has_words(text: str, value: str) -> bool:
    """Whether the words of a value stand in a text beside each other, in any order, with only marks between.

    May 6 has the words of 6 May. Those of a value of many words must be in its order.
    """
    words = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in re.findall(r"\w+", value)]
    orders = permutations(words) if len(words) <= _MOST_ORDERS else [words]
    return any(re.search(r"[\W_]*".join(order), text, re.IGNORECASE) for order in orders)


def has_date(text: str, value: str) -> bool:
    """Whether a text has a date: day and month beside each other, years anywhere, as in “in May and in June 2024”."""
    years = re.findall(r"\b\d{4}\b", value)
    return all(has_words(text, part) for part in (*years, re.sub(r"\b\d{4}\b", " ", value)))


def is_named(text: str, entity: Entity) -> bool:
    """Whether a text names an entity, by any of its names."""
    other = [fact.value for key in ("alias", "identifier") for fact in entity.facts.get(key, ())]
    names = [entity.name, entity.name.partition(" (")[0], *other]
    return any(has_name(text, name, whole=entity.kind is Kind.RELEASE) for name in names)


def states(text: str, key: str, fact: Fact, entities: Mapping[str, Entity]) -> bool:
    """Whether a text states the value of a fact; `entities` by id."""
    value = fact.value
    match PROPERTIES[key].type:
        case ValueType.NUMBER:
            return parse_number(value).value in numbers_in(text)
        case ValueType.DATE:
            return value.lower() in text.lower() or has_date(text, value)
        case ValueType.URL:
            return value in text
        case ValueType.BOOL:
            return (_TRUE if value.lower() in ("yes", "true") else _FALSE).search(text) is not None
        case ValueType.ENTITY:
            return has_name(text, fact.name) if fact.name else is_named(text, entities[value])
        case ValueType.TEXT:
            return key not in PRINTED or has_words(text, value)


def quotes(text: str) -> list[str]:
    """The “quoted” parts of a ground or note."""
    return re.findall("“([^”]+)”", text)


def fault_of(text: str, key: str, fact: Fact, entities: Mapping[str, Entity]) -> str:
    """What is wrong with citing this text for a stated fact, or an empty text."""
    if not text.strip():
        return tr("the cited lines are empty")
    quoted = quotes(fact.note)
    if states(text, key, fact, entities) or (quoted and all(words in text for words in quoted)):
        return ""
    shown = fact.name or (entities[fact.value].name if fact.value in entities else fact.value)
    return tr(
        "“{value}” is not in the cited lines; cite where it stands, or “quote” the document's words in a note",
        value=shown[:80],
    )


def cited_fault(text: str, source: str, key: str, fact: Fact, entities: Mapping[str, Entity]) -> str:
    """What is wrong with citing this text of the document called `source` for a stated fact, or an empty text.

    The lines of a portrait need not name the organization that the whole document is about.
    """
    subject = f"\n{source}" if key == "affiliation" and text.strip() else ""
    return fault_of(text + subject, key, fact, entities)


def ground_fault(fact: Fact, texts: Iterable[str]) -> str:
    """What is wrong with the ground of an inferred fact whose cited lines these are, or an empty text."""
    whole = "\n".join(texts).lower()
    words = quotes(fact.ground)
    if not words:
        return tr("the ground quotes nothing of the cited lines; put the words that it rests on between “ and ”")
    missing = next((part for part in words if part.lower() not in whole), "")
    if not missing:
        return ""
    return tr("the ground quotes “{words}”, which is not in the cited lines", words=missing[:80])
