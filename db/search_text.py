"""How text is folded for search: case, accents and width removed, Han characters apart, names also in pinyin."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from itertools import islice, product

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_RUN = re.compile(rf"{_HAN.pattern}{{1,40}}")
_COMBINATIONS = 12
_PUNCTUATION = re.compile(r"[\W_]+")

SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "朴": "piao", "区": "ou", "查": "zha",
    "任": "ren", "盖": "ge", "翟": "zhai", "乐": "yue", "缪": "miao", "宁": "ning", "覃": "qin",
    "冼": "xian", "葛": "ge", "尉迟": "yu chi", "华": "hua", "纪": "ji", "员": "yun", "召": "shao",
    "种": "chong", "折": "she", "黑": "he", "长孙": "zhang sun", "万俟": "mo qi", "尹": "yin", "洗": "xian",
    "秘": "bi", "么": "yao", "逄": "pang", "车": "che", "重": "chong",
}  # fmt: skip
"""Surnames that are read differently from the same character elsewhere."""


def fold(text: str) -> str:
    """Lower case without accents, full-width forms as ASCII, and a space around each Han character."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _HAN.sub(r" \g<0> ", bare)


@lru_cache(maxsize=4096)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Toneless pinyin of a run of Han characters, all readings of each; those of surnames first.

    Without pypinyin's phrases, which take four times as long to load as all its characters; every reading is indexed
    instead of the one that a phrase would choose.
    """
    before = os.environ.get("PYPINYIN_NO_PHRASES")
    os.environ["PYPINYIN_NO_PHRASES"] = "1"
    try:
        from pypinyin import Style, pinyin  # late: needed only when names are indexed
    finally:
        if before is None:
            del os.environ["PYPINYIN_NO_PHRASES"]
    found = [tuple(readings_) for readings_ in pinyin(name, style=Style.NORMAL, heteronym=True, v_to_u=True)]
    for length in (1, 2):
        for at, syllable in enumerate(SURNAMES.get(name[:length], "").split()):
            found[at] = tuple(dict.fromkeys((syllable, *found[at])))
    return tuple(found)


def _pinyin(name: str) -> Iterable[str]:
    """Each syllable; then whole, as a given name and as initials: joined, in the likeliest combinations of readings."""
    each = [[fold(reading) for reading in readings_] for readings_ in readings(name)]
    for folded in each:
        yield from folded
    for read in islice(product(*each), _COMBINATIONS):
        yield "".join(read)
        yield "".join(read[1:])
        yield "".join(syllable[0] for syllable in read if syllable)
    first = [readings_[0] for readings_ in readings(name)]
    if any("ü" in syllable for syllable in first):
        yield "".join(first).replace("ü", "v")


def keys(names: Iterable[str]) -> str:
    """Other spellings under which names are found: joined without punctuation, pinyin whole, joined and as initials."""
    found: dict[str, None] = {}
    for name in names:
        joined = _PUNCTUATION.sub("", fold(name)) if len(name) <= 80 and not _HAN.search(name) else ""
        if joined and joined != fold(name):
            found[joined] = None
        for run in _HAN_RUN.findall(name):
            if len(run) > 1:
                found.update(dict.fromkeys(word for word in _pinyin(run) if word))
    return " ".join(found)


class Nearness(IntEnum):
    """How a name answers what was typed, the nearest first."""

    EXACT = 0
    BEGINS = 1
    WORDS = 2
    OTHER = 3


class Asked:
    """What was typed, to be compared with many names."""

    def __init__(self, typed: str) -> None:
        words = [re.escape(word) for word in _PUNCTUATION.sub(" ", fold(typed)).split()]
        self._beginning = re.compile(r"[\W_]*" + r"[\W_]+".join(words) + r"([\W_]*\Z)?")
        self._words = [re.compile(rf"(?<![^\W_]){word}") for word in words]

    def nearness(self, folded: str) -> Nearness:
        """How a folded name answers: as a whole, by its beginning, by beginnings of its words, or in no such way."""
        beginning = self._beginning.match(folded)
        if beginning is not None:
            return Nearness.BEGINS if beginning[1] is None else Nearness.EXACT
        return Nearness.WORDS if all(word.search(folded) for word in self._words) else Nearness.OTHER


@lru_cache(maxsize=16)
def _asked(typed: str) -> Asked:
    return Asked(typed)


def nearness(name: str, typed: str) -> Nearness:
    """How a name answers what was typed."""
    return _asked(typed).nearness(fold(name))


def hits(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Character ranges of `text` in which one of the words begins a word of it, for highlighting; sorted, apart."""
    folded, places = [], []
    for index, char in enumerate(text):
        for piece in fold(char).strip() or " ":
            folded.append(piece)
            places.append(index)
    line = "".join(folded)
    found: list[tuple[int, int]] = []
    for word in words:
        wanted = [re.escape(part) for part in fold(word).split()]
        if not wanted:
            continue
        pattern = r"\s*".join(wanted) if _HAN.search(word) else r"(?<![^\W_])" + r"[\W_]+".join(wanted)
        found += [(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(pattern, line)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
