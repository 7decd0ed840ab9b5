"""The facets: how the releases spread over each field, and choices that become clauses of the filter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from db.texts import tr
from desktop.facets.sections import RangeSection, Section, ValueSection
from desktop.icons import Icons
from desktop.settings import Settings
from desktop.state import FilterState
from desktop.tasks import QueryRunner
from desktop.when_shown import WhenShown
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from db.clauses import Clause
    from db.filters import FilterSpec
    from db.listings import Field
    from db.rows import Facet

FOLDED = ("source", "tag", "parent")  # until the user unfolds them


class FacetsView(QWidget):
    """A section for each field that is a facet. Counts ignore the section's own clauses."""

    def __init__(
        self,
        filters: FilterState,
        runner: QueryRunner,
        icons: Icons,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        from db.fields import fields_of
        from db.kinds import Kind

        super().__init__(parent)
        self._filters, self._runner, self._settings = filters, runner, settings
        self._listing = Kind.RELEASE
        self.setObjectName("facets")
        self._icons = icons
        self._fields = [field for field in fields_of(self._listing) if field.facet]
        self.sections: dict[str, Section] = {}
        self._when_shown = WhenShown(self, self._count)
        self._build()

    def fill(self) -> Iterator[None]:
        """Make the sections, one a step, and then count: all at once would hold the window up."""
        for field in self._fields:
            section = self.sections[field.key] = self._section(field, self._icons)
            self._column.insertWidget(self._column.count() - 1, section)
            if len(self.sections) == 1:
                self.setFocusProxy(section.title)
            yield
        self._filters.changed.connect(self._on_filter)
        self._on_filter(self._filters.spec)

    def reload(self) -> None:
        """Count again, as soon as the counts can be seen."""
        self._when_shown.ask()

    def _count(self) -> None:
        from db import queries

        self.progress.start(tr("Counting values"))
        work = partial(queries.facets, listing=self._listing, spec=self._filters.spec, keys=tuple(self.sections))
        self._runner.run("facets", work, self._show, self._fail, patient=self._filters.brush is not None)

    def _on_filter(self, spec: FilterSpec) -> None:
        for key, section in self.sections.items():
            section.show_clauses(spec.clauses_of(key))
        self.reload()

    def _show(self, facets: dict[str, Facet]) -> None:
        self.progress.finish()
        self._problem.hide()
        for key, facet in facets.items():
            section = self.sections[key]
            section.show_facet(facet)
            empty = not facet.values and not facet.bins and not section.clauses
            section.setVisible(not empty)
        self._nothing.setVisible(all(section.isHidden() for section in self.sections.values()))

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._problem.setText("✗ " + tr("The values could not be counted: {error}", error=error))
        self._problem.show()

    def _choose(self, key: str, clauses: list[Clause]) -> None:
        self._filters.set(self._filters.spec.replace(key, clauses))

    def _section(self, field: Field, icons: Icons) -> Section:
        kind = RangeSection if field.type in ("number", "date") else ValueSection
        section = kind(field, icons, self._inside)
        section.changed.connect(self._choose)
        section.set_folded(bool(self._settings.read(f"facets/folded/{field.key}", field.key in FOLDED)))
        section.folded.connect(lambda key, folded: self._settings.write(f"facets/folded/{key}", folded))
        return section

    def _build(self) -> None:
        area = QScrollArea(self)
        self._inside = inside = QWidget(area.viewport())
        self._problem = PlainLabel(parent=inside)
        self._problem.setObjectName("facets_mistake")
        self._problem.setProperty("error", True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._nothing = PlainLabel(tr("No release passes the filter, so there are no values to count."), inside)
        self._nothing.setObjectName("facets_nothing")
        self._nothing.setProperty("muted", True)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(4, 8, 4, 8)
        self._nothing.hide()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(4, 0, 4, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        area.setObjectName("facets_area")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("facets_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel("facets"))
