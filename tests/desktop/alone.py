"""What a view shares when it is the only one."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from db.engine import Database
from db.filters import FilterSpec
from desktop.edits import EditState
from desktop.icons import Icons
from desktop.reading import ReadingState
from desktop.settings import Settings
from desktop.shared import Shared
from desktop.state import FilterState, NavigationState, SelectionState
from desktop.tasks import QueryRunner
from desktop.theme import Theme


def shared_alone(database: Database, settings: Settings) -> Shared:
    """New states around a database, in light colours."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme, runner = Theme(app, "light"), QueryRunner(database)
    filters, selection = FilterState(FilterSpec()), SelectionState()
    navigation = NavigationState(filters, selection)
    return Shared(
        filters, selection, navigation, runner, ReadingState(), EditState(runner), theme, Icons(theme), settings
    )
