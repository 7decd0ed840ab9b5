"""Words for people, in the language of the window.

A text is written in English where it is used, and translated at the moment of the call: `tr("Export…")`,
`tr("{n} of {total} shown", n=3, total=9)`, `tr_n("{n:,} release", "{n:,} releases", n)`. The texts are extracted by
reading the source (packaging/translate.py), so they are literals, and never asked for at import time: the language can
change while the program runs. Texts in records (titles of commands, labels of fields) stay English there and are
translated where they are shown: `tr(command.title)`. Those of large tables are extracted by importing them, others are
marked: `{INCLUDED: later(", included")}`.

Without an installed language everything stays English: the command line and the machine formats never install one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

_ACCESS_KEY = re.compile(r"\s?\(&.\)")

Translate = Callable[[str, int | None], str]
"""From an English text, and the number it counts if it counts, to another language (itself when there is none)."""


class Language(NamedTuple):
    """What translates, and the locale's name: 'en', 'zh_CN'."""

    name: str
    translate: Translate


def _english(text: str, _n: int | None) -> str:
    return text


ENGLISH = Language("en", _english)
_installed: list[Language] = [ENGLISH]


def install(language: Language) -> None:
    """From now on `tr` and `tr_n` speak this language, in every thread."""
    _installed[0] = language


def language() -> str:
    """The name of the language that is spoken: 'en' or 'zh_CN'."""
    return _installed[0].name


def tr(text: str, /, **values: Any) -> str:
    """The text in the language of the window, its {fields} filled after it (without values braces are text)."""
    translated = _installed[0].translate(text, None)
    return _filled(translated, text, values) if values else translated


def tr_n(one: str, many: str, n: int, /, **values: Any) -> str:
    """The text for one or for many, as the language has it; `n` is the field {n} ({n:,} with thousands separators)."""
    english = one if n == 1 else many
    translated = _installed[0].translate(many, n)
    return _filled(english if translated == many else translated, english, {"n": n, **values})


def spoken(title: str) -> str:
    """A title without its access key, as in “&Export…” or “导出(&E)…”: for screen readers and lists."""
    return _ACCESS_KEY.sub("", title).replace("&", "")


def later(text: str) -> str:
    """The same text, marked for translators: for constants, which are translated where they are shown."""
    return text


def _filled(translated: str, english: str, values: dict[str, Any]) -> str:
    """A translation that asks for a field which is not there must never stop the program: English then."""
    try:
        return translated.format(**values)
    except (LookupError, ValueError, AttributeError, TypeError):
        return english.format(**values)
