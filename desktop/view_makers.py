"""The views that are made when their panels are first seen: who never opens the lineage never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

    def by_panel(self) -> dict[str, Callable[[], LaterView]]:
        """What makes the view of each panel."""
        return {
            "people_dock": self._people,
            "timeline_dock": self._timeline,
            "charts_dock": self._charts,
            "lineage_dock": self._lineage,
            "sources_dock": self._sources,
            "disagreements_dock": self._disagreements,
        }

    def _people(self) -> PeopleView:
        from desktop.views.people import PeopleView

        return PeopleView(self.shared)

    def _timeline(self) -> TimelineView:
        from desktop.views.timeline import TimelineView

        return TimelineView(self.shared)

    def _charts(self) -> ChartsView:
        from desktop.views.charts import ChartsView

        return ChartsView(self.shared)

    def _lineage(self) -> LineageView:
        from desktop.views.lineage import LineageView

        return LineageView(self.shared)

    def _sources(self) -> SourcesView:
        from desktop.views.sources import SourcesView

        return SourcesView(self.shared)

    def _disagreements(self) -> DisagreementsView:
        from desktop.views.disagreements import DisagreementsView

        return DisagreementsView(self.shared)
