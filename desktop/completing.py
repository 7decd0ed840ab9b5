"""Completions of the filter's text: keys and values for what is being typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db import queries
from db.completion import Typing, complete
from db.filters import value_text
from db.kinds import Kind
from db.query_keys import SPECIAL_KEYS, filter_keys, fixed_values

if TYPE_CHECKING:
    from db.completion import Completion
    from desktop.tasks import QueryRunner
    from desktop.widgets.query_edit import QueryEdit

MOST_COMPLETIONS = 50


class Completing:
    """Offers completions in a line of text; values come from the database."""

    def __init__(self, edit: QueryEdit, runner: QueryRunner) -> None:
        self._edit, self._runner = edit, runner

    def look(self) -> None:
        """Offer keys or values for what is being typed."""
        edit = self._edit
        if not edit.hasFocus():
            return
        at = complete(edit.text(), edit.cursorPosition())
        if at.what is Typing.KEY and at.prefix:
            self._offer(at, _keys(at.prefix))
        elif at.what is Typing.VALUE:
            self._look_up(at)
        else:
            edit.offer(())

    def take(self, word: str) -> None:
        """Write a completion in place of what was being typed."""
        edit, text = self._edit, self._edit.text()
        at = complete(text, edit.cursorPosition())
        rest = text[at.end :]
        gap = "" if word.endswith(":") or rest.startswith((" ", ",")) else " "
        edit.setText(text[: at.start] + word + gap + rest)
        edit.setCursorPosition(at.start + len(word) + len(gap))

    def _look_up(self, at: Completion) -> None:
        fixed = [value for value in fixed_values(at.key) if value.startswith(at.prefix.lower())]
        if fixed:
            self._offer(at, fixed)
            return
        work = partial(queries.values, listing=Kind.RELEASE, key=at.key, prefix=at.prefix, limit=MOST_COMPLETIONS)
        self._runner.run(
            "filter_bar.values",
            work,
            lambda values: self._offer(at, [value_text(value) for value in values]),
            lambda _error: self._edit.offer(()),
        )

    def _offer(self, at: Completion, words: list[str]) -> None:
        edit = self._edit
        if complete(edit.text(), edit.cursorPosition()) == at:
            typed = edit.text()[at.start : at.end]
            edit.offer(() if words == [typed] else words)


def _keys(prefix: str) -> list[str]:
    """Keys that begin with what is typed, each with its colon."""
    known = set(filter_keys().values()) | set(SPECIAL_KEYS)
    return [f"{key}:" for key in sorted(known) if key.startswith(prefix.lower())]
