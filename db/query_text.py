"""The query language: text to clauses, with the place of each mistake and what to write instead.

    query    = clause (space clause)*
    clause   = ["-"] (word | phrase | key ":" values)
    values   = value ("," value)*            texts and yes/no; `?` is the unknown
             | [">" | ">=" | "<" | "<="] end  numbers and dates
             | [">"] end ".." ["<"] end | end ".." | ".." end | "?"

A value with spaces, commas or quotes is quoted; inside quotes a backslash keeps the next character as it is. The reader
is written by hand, for half of its work is to say what is wrong while somebody types.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from db import edtf
from db.clauses import (
    ANY,
    IS_VALUES,
    LINEAGE_KEYS,
    UNKNOWN,
    AnyOf,
    Clause,
    Disagrees,
    EmptyRange,
    Has,
    Is,
    Lineage,
    Range,
    Words,
    quoted,
)
from db.numbers import NumberError, parse_number
from db.query_atoms import Atom, QueryError, refuse_brackets, refuse_operators
from db.query_keys import Family, about_keys, family_of, field_key, filter_keys
from db.texts import tr

MAX_LENGTH = 10_000
MAX_CLAUSES = 100

_KEY = re.compile(r"([^\W\d_][\w-]{0,60}):")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\s\"“”]+")
_VALUE = re.compile(r"[^\s,\"“”]+")
_END = re.compile(r"(?:(?!\.\.)[^\s,\"“”<>])+")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|[“”]((?:[^“”\\]|\\.)*)[“”]', re.DOTALL)
_PLAIN = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")
_REFUSED = re.compile("[\0\ud800-\udfff]")
_BOOLS = {"yes": "yes", "true": "yes", "no": "no", "false": "no", "unknown": UNKNOWN, "?": UNKNOWN}


def read_clauses(text: str) -> tuple[Clause, ...]:
    """Read a whole query; raise QueryError."""
    if len(text) > MAX_LENGTH:
        raise QueryError(
            tr("the filter is longer than {most:,} characters; shorten it", most=MAX_LENGTH), MAX_LENGTH, len(text)
        )
    if refused := _REFUSED.search(text):
        raise QueryError(tr("a character here is not text; delete it"), refused.start(), refused.end())
    reader = _Reader(text)
    clauses: list[Clause] = []
    while reader.skip_space():
        if len(clauses) == MAX_CLAUSES:
            raise QueryError(
                tr("the filter has more than {most} parts; shorten it", most=MAX_CLAUSES), reader.at, len(text)
            )
        clauses.append(reader.clause())
    return tuple(clauses)


class _Reader:
    """Reads clauses from left to right; `at` is the place reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def skip_space(self) -> bool:
        """Whether anything but spaces is left."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, *words: str) -> str:
        """The first of the words that stands here, taken; else the empty text."""
        for word in words:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return word
        return ""

    def clause(self) -> Clause:
        start = self.at
        negated = bool(self.take("-"))
        if not self.peek() or self.peek().isspace():
            raise QueryError(tr("a lone “-” excludes nothing; write a word or a field right after it"), start, self.at)
        if key := _KEY.match(self.text, self.at):
            self.at = key.end()
            return self.field(Atom(key[1], key.start(), key.end() - 1), negated)
        atom = self.atom(_WORD)
        if not atom.text.strip():
            raise atom.error(tr("nothing stands between the quotes; write what to look for"))
        if not atom.quoted and not atom.text.strip(":"):
            raise atom.error(tr("a colon alone says nothing; write a field before it and a value after it"))
        refuse_operators(atom)
        return Words(atom.text, atom.quoted, negated)

    def atom(self, bare: re.Pattern[str]) -> Atom:
        """A quoted or a bare text; empty where neither stands here."""
        start = self.at
        if self.peek() and self.peek() in '"“”':
            match = _QUOTED.match(self.text, start)
            if match is None:
                raise QueryError(
                    tr("this quote is never closed; add a quote after the text"), start, len(self.text), ['"']
                )
            self.at = match.end()
            return Atom(re.sub(r"\\(.)", r"\1", match[1] or match[2] or "", flags=re.DOTALL), start, self.at, True)
        match = bare.match(self.text, start)
        self.at = match.end() if match else start
        return Atom(self.text[start : self.at], start, self.at)

    def field(self, typed: Atom, negated: bool) -> Clause:
        key = field_key(typed.text)
        if key is None:
            raise typed.error(*_unknown_key(typed.text, self.text[typed.start :].split()[0]))
        family = family_of(key)
        if family in (Family.NUMBER, Family.DATE):
            return self.range(key, family, negated)
        atoms = self.values(key)
        if key in ("has", "is", "disagrees"):
            return _special(key, atoms, negated)
        if key in LINEAGE_KEYS:
            if unknown := next((atom for atom in atoms if _is_unknown(atom)), None):
                raise unknown.error(tr("write the release to start from: its name or its id"))
            return Lineage(key, tuple(atom.text for atom in atoms), negated)
        if family is Family.BOOL:
            return AnyOf(key, tuple(_yes_or_no(key, atom) for atom in atoms), negated)
        return AnyOf(key, tuple(UNKNOWN if _is_unknown(atom) else atom.text for atom in atoms), negated)

    def values(self, key: str) -> list[Atom]:
        """Values between commas, none of them empty."""
        atoms = [self.value(key)]
        while self.take(","):
            atoms.append(self.value(key))
        self.ended(key)
        return atoms

    def value(self, key: str) -> Atom:
        atom = self.atom(_VALUE)
        if not atom.text:
            where = tr("after the comma") if self.text[: atom.start].endswith(",") else tr("right after the colon")
            message = tr("“{key}:” needs a value {where}, or ? for unknown", key=key, where=where)
            raise QueryError(message, max(atom.start - 1, 0), atom.end, ["?"])
        refuse_brackets(atom)
        return atom

    def ended(self, key: str) -> None:
        """Raise unless the clause ends here."""
        if self.peek() and not self.peek().isspace():
            end = self.atom(_WORD).end if self.peek() not in '"“”' else self.at + 1
            start = min(self.at, end - 1)
            raise QueryError(
                tr("write a space or a comma before this, or quote the whole value of “{key}:”", key=key), start, end
            )

    def range(self, key: str, family: Family, negated: bool) -> Clause:
        """The values of a number or a date."""
        start = self.at
        operator = self.take(">=", "<=", ">", "<", "=")
        low = self.atom(_END)
        if low.text in ("?", "unknown") and not low.quoted and not operator:
            self.ended(key)
            return AnyOf(key, (UNKNOWN,), negated)
        if not low.text and self.peek() in ("<", ">", "="):
            raise QueryError(tr("write the sign after “{key}:” once: >, >=, <, <= or =", key=key), start, self.at + 1)
        high: Atom | None = None
        below = ""
        if operator in ("", ">") and self.take(".."):
            below = self.take("<=", "<")
            high = self.atom(_END)
        if self.peek() == ",":
            raise QueryError(
                tr("“{key}:” takes one value or one range: write 1..2 for a range", key=key), self.at, self.at + 1
            )
        self.ended(key)
        if not low.text and not (high and high.text):
            example = "7B, >=7B, 7B..70B" if family is Family.NUMBER else "2024, >=2024-03, 2024-01..2024-06"
            raise QueryError(
                tr("“{key}:” needs a value such as {example}, or ? for unknown", key=key, example=example),
                start - 1,
                self.at,
            )
        return _range(
            key, family, (operator, low, high, below), Atom(self.text[start : self.at], start, self.at), negated
        )


def _range(key: str, family: Family, parts: tuple[str, Atom, Atom | None, str], whole: Atom, negated: bool) -> Clause:
    operator, low, high, below = parts
    read = _number_ends if family is Family.NUMBER else _date_ends
    first, last = read(low) if low.text else (None, None)
    if high is not None:
        upper = read(high)[1] if high.text else None
        ends = (first, upper, operator == ">", below == "<")
    elif operator in (">", ">="):
        ends = (first if operator == ">=" else last, None, operator == ">", False)
    elif operator in ("<", "<="):
        ends = (None, last if operator == "<=" else first, False, operator == "<")
    else:
        ends = (first, last, False, False)
    try:
        return Range(key, *ends, negated)
    except ValueError as error:
        if high is not None and high.text and isinstance(error, EmptyRange):
            raise whole.error(
                tr("the range is reversed or empty; write {high}..{low}", high=high.text, low=low.text)
            ) from None
        raise whole.error(str(error)) from None


def _number_ends(atom: Atom) -> tuple[float, float]:
    try:
        value = float(atom.text) if _PLAIN.fullmatch(atom.text) else parse_number(atom.text).value
    except NumberError as error:
        digits = re.match(r"[\d.]*\d", atom.text)
        if digits and len(atom.text) <= 20:
            raise atom.error(
                tr("“{text}” is not a number; write {digits}B, {digits}M or {digits}", text=atom.text, digits=digits[0])
            ) from None
        raise atom.error(str(error)) from None
    return value, value


def _date_ends(atom: Atom) -> tuple[str | None, str | None]:
    """The two ends of a date, each an EDTF text of its own: an interval has two."""
    try:
        text = edtf.parse(atom.text).edtf
    except edtf.DateError as error:
        raise atom.error(f"{error}") from None
    first, slash, last = text.partition("/")
    if not slash:
        return text, text
    return (None if first in ("", "..") else first), (None if last in ("", "..") else last)


def _is_unknown(atom: Atom) -> bool:
    return atom.text == "?" and not atom.quoted


def _yes_or_no(key: str, atom: Atom) -> str:
    value = _BOOLS.get(atom.text.lower())
    if value is None:
        raise atom.error(
            tr("“{key}:” is yes, no or unknown, not “{text}”", key=key, text=atom.text[:40]), ("yes", "no", "unknown")
        )
    return value


def _special(key: str, atoms: list[Atom], negated: bool) -> Clause:
    atom = atoms[0]
    if len(atoms) > 1:
        message = tr(
            "“{key}:” takes one value; write {key}:{text} {key}:{other}", key=key, text=atom.text, other=atoms[1].text
        )
        raise QueryError(message, atom.end, atoms[-1].end)
    if key == "is":
        if atom.text.lower() not in IS_VALUES:
            raise atom.error(
                tr("“is:” is {values} or {last}", values=", ".join(IS_VALUES[:-1]), last=IS_VALUES[-1]), IS_VALUES
            )
        return Is(atom.text.lower(), negated)
    if key == "disagrees" and atom.text.lower() == ANY:
        return Disagrees(ANY, negated)
    known = about_keys()
    about = known.get(atom.text.lower().replace("-", "_"))
    if about is None:
        near = _near(atom.text, known)
        hint = (
            tr("did you mean {key}:{near}?", key=key, near=known[near[0]])
            if near
            else tr("write for example {key}:date", key=key)
        )
        raise atom.error(tr("“{text}” is neither a field nor a property; {hint}", text=atom.text[:40], hint=hint), near)
    return Has(about, negated) if key == "has" else Disagrees(about, negated)


def _near(text: str, known: Iterable[str]) -> list[str]:
    return difflib.get_close_matches(text.lower()[:60], list(known), n=3, cutoff=0.6)


def _unknown_key(typed: str, chunk: str) -> tuple[str, list[str]]:
    near = _near(typed, filter_keys())
    shown = chunk if len(chunk) <= 40 else chunk[:39] + "…"
    plain = tr("quote it to look for the text: {shown}", shown=quoted(shown))
    if not near:
        return tr("“{typed}” is not a field; {plain}", typed=typed, plain=plain), near
    return tr(
        "“{typed}” is not a field; did you mean {near}? Otherwise {plain}",
        typed=typed,
        near=field_key(near[0]),
        plain=plain,
    ), near
