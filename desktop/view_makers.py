"""The views that are made when their panels are first seen: who never opens the lineage never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.edits import EditState
    from desktop.icons import Icons
    from desktop.reading import ReadingState
    from desktop.settings import Settings
    from desktop.state import FilterState, NavigationState, SelectionState
    from desktop.tasks import QueryRunner
    from desktop.theme import Theme
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

    filters: FilterState
    selection: SelectionState
    navigation: NavigationState
    runner: QueryRunner
    reading: ReadingState
    edits: EditState
    theme: Theme
    icons: Icons
    settings: Settings

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

    @property
    def _shared(self) -> tuple[FilterState, SelectionState, NavigationState, QueryRunner]:
        return self.filters, self.selection, self.navigation, self.runner

    def _people(self) -> PeopleView:
        from desktop.views.people import PeopleView

        return PeopleView(
            *self._shared, reading=self.reading, theme=self.theme, icons=self.icons, settings=self.settings
        )

    def _timeline(self) -> TimelineView:
        from desktop.views.timeline import TimelineView

        return TimelineView(*self._shared, theme=self.theme, icons=self.icons, settings=self.settings)

    def _charts(self) -> ChartsView:
        from desktop.views.charts import ChartsView

        return ChartsView(*self._shared, theme=self.theme, icons=self.icons, settings=self.settings)

    def _lineage(self) -> LineageView:
        from desktop.views.lineage import LineageView

        return LineageView(*self._shared, theme=self.theme, icons=self.icons, settings=self.settings)

    def _sources(self) -> SourcesView:
        from desktop.views.sources import SourcesView

        return SourcesView(
            *self._shared, reading=self.reading, edits=self.edits,
            theme=self.theme, icons=self.icons, settings=self.settings,
        )  # fmt: skip

    def _disagreements(self) -> DisagreementsView:
        from desktop.views.disagreements import DisagreementsView

        return DisagreementsView(
            *self._shared, reading=self.reading, edits=self.edits, theme=self.theme, settings=self.settings
        )
