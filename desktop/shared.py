"""What the views of a window have in common, handed to each of them."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Shared:
    """The states that views write and hear of, the thread that reads, how things look, and what is kept."""

    filters: FilterState
    selection: SelectionState
    navigation: NavigationState
    runner: QueryRunner
    reading: ReadingState
    edits: EditState
    theme: Theme
    icons: Icons
    settings: Settings

    @property
    def states(self) -> tuple[FilterState, SelectionState, NavigationState, QueryRunner]:
        """What nearly every view keeps."""
        return self.filters, self.selection, self.navigation, self.runner
