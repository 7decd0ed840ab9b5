"""A line to type the name of an entity of any kind in, with those that are meant below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.texts import tr
from desktop.tasks import QueryRunner
from desktop.widgets.completions import Completions
from desktop.widgets.entry import Entry

if TYPE_CHECKING:
    from db.find import Finding, Found
    from db.kinds import Kind

PAUSE = 120  # milliseconds of typing
MOST = 12


class EntityField(Entry):
    """Holds an entity, or None while what is typed names none."""

    chosen = Signal()
    """Another entity was chosen, or the one chosen is none any more."""

    def __init__(self, runner: QueryRunner, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(lambda: bool(self.text()), parent)
        self._runner, self._key = runner, f"find.{name}"
        self.entity: int | None = None
        self._completions: Completions | None = None
        self._found: dict[str, Found] = {}
        self._enter = False
        self.setObjectName(name)
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self.setClearButtonEnabled(True)
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._look_up)
        self.textEdited.connect(self._on_typed)
        self.undone.connect(self.empty)
        self.returnPressed.connect(self._choose_first)

    def hold(self, id_: int, name: str) -> None:
        """Hold an entity without saying so."""
        self._typing.stop()
        self.entity = id_
        self.setText(name)
        self.setCursorPosition(0)

    def empty(self) -> None:
        """Hold none."""
        self.clear()
        self._on_typed("")

    def _on_typed(self, _text: str) -> None:
        self._enter = False
        self._typing.start()
        if self.entity is not None:
            self.entity = None
            self.chosen.emit()

    def _look_up(self) -> None:
        from db import queries

        self._runner.run(self._key, partial(queries.find, typed=self.text(), limit=MOST), self._show)

    def _show(self, finding: Finding) -> None:
        self._found = {f"{_named(one)} · {_kind(one.kind)}": one for one in finding.found}
        if self._enter and finding.found:
            self._take(finding.found[0])
        elif self._found and self.hasFocus():
            self._completions = self._completions or self._new_completions()
            self._completions.show(list(self._found))

    def _new_completions(self) -> Completions:
        made = Completions(self)
        made.chosen.connect(lambda word: self._take(self._found[word]))
        return made

    def _choose_first(self) -> None:
        """Return takes the nearest, as soon as it is known."""
        if self.entity is None and self.text().strip():
            self._enter = True
            self._typing.stop()
            self._look_up()

    def _take(self, found: Found) -> None:
        self._enter = False
        self.hold(found.id, found.name)
        self.chosen.emit()


def _named(found: Found) -> str:
    return f"{found.name} ({found.also})" if found.also else found.name


def _kind(kind: Kind) -> str:
    return tr(kind.value)
