"""The views that are made when their panels are first seen: who never opens the lineage never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shared import Shared
    from desktop.views.charts import ChartsView
    from desktop.views.disagreements import DisagreementsView
    from desktop.views.lineage import LineageView
    from desktop.views.people import PeopleView
    from desktop.views.sources import SourcesView
    from desktop.views.timeline import TimelineView

    LaterView = PeopleView | TimelineView | ChartsView | LineageView | SourcesView | DisagreementsView


@dataclass(frozen=True, slots=True)
class ViewMakers:
    """Makes each view around the same states."""

    shared: Shared

    def by_panel(self) -> dict[str, Callable[[QWidget], LaterView]]:
        """What makes the view of each panel."""
        return {
            "people_dock": self._people,
            "timeline_dock": self._timeline,
            "charts_dock": self._charts,
            "lineage_dock": self._lineage,
            "sources_dock": self._sources,
            "disagreements_dock": self._disagreements,
        }

    def _people(self, parent: QWidget) -> PeopleView:
        from desktop.views.people import PeopleView

        return PeopleView(self.shared, parent)

    def _timeline(self, parent: QWidget) -> TimelineView:
        from desktop.views.timeline import TimelineView

        return TimelineView(self.shared, parent)

    def _charts(self, parent: QWidget) -> ChartsView:
        from desktop.views.charts import ChartsView

        return ChartsView(self.shared, parent)

    def _lineage(self, parent: QWidget) -> LineageView:
        from desktop.views.lineage import LineageView

        return LineageView(self.shared, parent)

    def _sources(self, parent: QWidget) -> SourcesView:
        from desktop.views.sources import SourcesView

        return SourcesView(self.shared, parent)

    def _disagreements(self, parent: QWidget) -> DisagreementsView:
        from desktop.views.disagreements import DisagreementsView

        return DisagreementsView(self.shared, parent)
