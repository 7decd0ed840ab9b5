"""How text is folded for search: case, accents and width removed, Han characters apart, names also in pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_RUN = re.compile(rf"{_HAN.pattern}{{1,40}}")
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
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _HAN.sub(r" \g<0> ", bare)


@lru_cache(maxsize=4096)
def syllables(name: str) -> tuple[str, ...]:
    """Toneless pinyin of a run of Han characters, its first one or two read as a surname."""
    from pypinyin import lazy_pinyin  # 0.2 s to import, and needed only when names are indexed

    for length in (2, 1):
        if name[:length] in SURNAMES:
            return (*SURNAMES[name[:length]].split(), *lazy_pinyin(name[length:], v_to_u=True))
    return tuple(lazy_pinyin(name, v_to_u=True))


def _pinyin(name: str) -> Iterable[str]:
    read = [fold(syllable) for syllable in syllables(name)]
    yield from read
    yield "".join(read)
    yield "".join(read[1:])  # the given name
    yield "".join(syllable[0] for syllable in read if syllable)
    if "ü" in "".join(syllables(name)):
        yield "".join(syllable.replace("ü", "v") for syllable in syllables(name))


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
