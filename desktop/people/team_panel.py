"""The team: who worked on the selected releases, people × releases, to sort and to export."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.icons import Icons
from desktop.item_models import UNKNOWN, WINDOW, Column, Line, RecordModel
from desktop.settings import Settings
from desktop.table.query import position
from desktop.tasks import QueryRunner
from desktop.theme import Theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain import PlainLabel
from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec
    from db.team import Member, Team

NAME_WIDTH, COUNT_WIDTH = 178, 92
NARROWEST, WIDEST = 132, 260
"""Of the columns of releases, which share what room there is."""
NAME, COUNT = 0, 1
"""Columns before those of releases."""


class TeamPanel(QWidget):
    """A matrix with a column for each release. It sorts by any column."""

    picked = Signal(object, int)
    """The ids to select and the one to focus."""
    opened = Signal()
    told = Signal(str)
    """A short message for the status bar."""

    def __init__(
        self, runner: QueryRunner, theme: Theme, icons: Icons, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._settings = runner, settings
        self.team: Team | None = None
        self.members: list[Member] = []
        """The rows, in their order."""
        self._sort: tuple[int, bool] | None = None
        self._selected: frozenset[int] = frozenset()
        self._focus: int | None = None
        self.setObjectName("team")
        self.setAccessibleName(tr("Team"))
        self._build(theme, icons)
        self.model = RecordModel((), self)
        self.table.setModel(self.model)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.ids_picked.connect(lambda ids, row: self.picked.emit(ids, self.model.ids[row]))
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._make())
        self.table.columns.sort_asked.connect(self._sort_by)
        theme.changed.connect(self.table.viewport().update)
        self.setFocusProxy(self.table)

    def ask(self, spec: FilterSpec, selected: frozenset[int]) -> None:
        """Ask who worked on the selected releases, or on all that the filter shows."""
        from desktop.people.query import ask_team

        work = partial(ask_team, spec=spec, selected=selected)
        self._runner.run("team", work, lambda found: self._take(*found), self._fail, patient=True)

    def show_selection(self, selected: frozenset[int], focus: int | None) -> None:
        """Show these as selected, and one with the focus if it is a row."""
        self._selected, self._focus = selected, focus
        self.table.show_selection(selected, position(self.model.ids, focus), away=focus is not None)

    # ---- answers ----

    def _take(self, team: Team, chosen: bool) -> None:
        same = self.team is not None and self.team.releases == team.releases
        self.team = team
        if not same:
            self._sort = None
            self._show_columns(team)
        self._remark.setText(_remark(team, chosen))
        self.export_button.setEnabled(bool(team.members))
        if not team.members:
            way = tr("Select releases that people are credited on, or widen the filter.")
            self._empty.set_message(tr("No credits are known"), way)
        self._stack.setCurrentWidget(self.table if team.members else self._empty)
        self._show_rows()

    def _fail(self, error: Exception) -> None:
        self._empty.set_message(tr("The team could not be read"), str(error))
        self._stack.setCurrentWidget(self._empty)

    def _show_columns(self, team: Team) -> None:
        fixed = (
            Column("name", tr("Person"), tr("Person"), tr("Who worked on one of them"), False, True, "text"),
            Column("count", tr("Releases"), tr("Releases"), tr("On how many of them"), True, True, "number"),
        )
        releases = (
            Column(f"release{ref.id}", ref.name, ref.name, tr("What the person did for it"), False, True, "words")
            for ref in team.releases
        )
        before, self.model = self.model, RecordModel((*fixed, *releases), self)
        self.table.setModel(self.model)
        before.deleteLater()
        room = (self.width() - NAME_WIDTH - COUNT_WIDTH) // max(len(team.releases), 1)
        widths = [NAME_WIDTH, COUNT_WIDTH, *(min(max(room, NARROWEST), WIDEST) for _ in team.releases)]
        for column, width in enumerate(widths):
            self.table.columns.resizeSection(column, width)

    def _show_rows(self) -> None:
        """Put the rows in the order asked for."""
        from array import array

        from db.team import ordered

        if self.team is None:
            return
        column, down = self._sort if self._sort is not None else (COUNT, True)
        at = {NAME: -1, COUNT: None}.get(column, column - 2)
        # Most releases first is descending for people, and ascending for what `ordered` counts down.
        self.members = ordered(self.team.members, at, descending=down if at is not None else not down)
        ids = array("q", (one.person.id or 0 for one in self.members))
        keys = [one.key for one in self.model.columns]
        self.model.set_rows(ids, keys, {0: self._lines(0)} if ids else {})
        self.table.columns.set_sort([(column, down)])
        self.show_selection(self._selected, self._focus)

    def _make(self) -> None:
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = len(self.members) - 1 if last < 0 else last
        for window in self.model.missing(max(0, self.table.rowAt(0)), last):
            self.model.put(window, self._lines(window))

    def _lines(self, window: int) -> list[Line]:
        releases = range(len(self.team.releases)) if self.team is not None else range(0)
        rows = []
        for one in self.members[window * WINDOW : (window + 1) * WINDOW]:
            cells = tuple(one.text(at) for at in releases)
            texts = (one.name, str(len(one.work)), *(cell or UNKNOWN for cell in cells))
            rows.append(Line(one.person.id or 0, (one.name, len(one.work), *cells), texts))
        return rows

    def _sort_by(self, column: int, _more: bool) -> None:
        before = self._sort if self._sort is not None else (COUNT, True)
        self._sort = (column, not before[1]) if column == before[0] else (column, column == COUNT)
        self._show_rows()

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        self.picked.emit(kept.union(self.model.ids[first : last + 1]), self.model.ids[row])

    # ---- export ----

    def export(self) -> None:
        """Ask where to, and write the matrix as it is shown."""
        from desktop.export.settings import ExportSettings

        dialog = QFileDialog(self, tr("Export the team"))
        dialog.setObjectName("team_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilters(["CSV (*.csv)", tr("All files (*)")])
        dialog.setDirectory(str(ExportSettings(self._settings).folder()))
        dialog.selectFile("labline-team.csv")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, target: Path) -> None:
        """Write the matrix, as it is shown, to a file."""
        from db.exporters.team import write_team

        team, members = self.team, tuple(self.members)
        if team is None:
            return

        def work(_conn: Connection) -> None:
            write_team(team, members, target)

        done = tr("Saved {path}", path=target)
        self._runner.run("team.export", work, lambda _none: self.told.emit(done), lambda e: self.told.emit(str(e)))

    # ---- building ----

    def _build(self, theme: Theme, icons: Icons) -> None:
        self._remark = PlainLabel(parent=self, elide=True)
        self._remark.setObjectName("team_remark")
        self._remark.setProperty("muted", True)
        self.export_button = QToolButton(self)
        self.export_button.setObjectName("export_team")
        self.export_button.setText(tr("Export CSV…"))
        self.export_button.setAccessibleName(tr("Export the team as CSV"))
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export_button.clicked.connect(self.export)
        icons.put(self.export_button, "download")
        self.table = RecordTable(theme, self)
        self.table.setObjectName("team_table")
        self.table.setAccessibleName(tr("Team"))
        self._empty = EmptyState(self)
        self._stack = QStackedLayout()
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(8)
        top.addWidget(self._remark, 1)
        top.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.table)  # now that it has a parent: it shows its first widget at once
        self._stack.addWidget(self._empty)


def _remark(team: Team, chosen: bool) -> str:
    """Of which releases it is the team."""
    count = len(team.releases) + team.uncredited
    said = (
        tr_n("{n:,} selected release", "{n:,} selected releases", count)
        if chosen
        else tr_n("{n:,} release that the filter shows", "{n:,} releases that the filter shows", count)
    )
    if team.left_out:
        said = tr("{shown}, {n:,} more left out", shown=said, n=team.left_out)
    people = tr_n("{n:,} person worked on them", "{n:,} people worked on them", len(team.members))
    if team.uncredited and team.members:
        credited = len(team.releases)
        people = tr_n(
            "{n:,} person worked on {some:,} of them", "{n:,} people worked on {some:,} of them",
            len(team.members), some=credited,
        )  # fmt: skip
    return tr("{releases}: {people}", releases=said, people=people)
