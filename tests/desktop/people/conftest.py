"""A people view over the bundled dossier, with the state that it shares and ways to use it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import queries
from db.start import open_or_create
from desktop.settings import Settings
from desktop.views.people import CONNECTION, NETWORK, PROFILE, TEAM, PeopleView
from tests.desktop.alone import shared_alone

TABS = {"profile": PROFILE, "works with": NETWORK, "connected": CONNECTION, "team": TEAM}


@pytest.fixture(scope="package")
def database(tmp_path_factory):
    found = open_or_create(tmp_path_factory.mktemp("people") / "labline.db")
    yield found
    found.close()


class Use:
    """The view as a user has it."""

    def __init__(self, qtbot, database, settings: Settings) -> None:
        self.qtbot = qtbot
        shared = shared_alone(database, settings)
        self.filters, self.selection, self.navigation, self.runner = shared.states
        self.reading, self.theme = shared.reading, shared.theme
        with database.read() as conn:
            self._ids = {slug: queries.resolve(conn, slug) for slug in conn.exec_driver_sql(
                "SELECT slug FROM entity").scalars()}  # fmt: skip
        self.view = PeopleView(shared)
        qtbot.addWidget(self.view)
        self.view.resize(984, 600)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.settle()

    def id(self, slug: str) -> int:
        found = self._ids[slug]
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until what was typed is read and every answer is shown."""
        view = self.view
        timers = (view.people._typing, view.people._soon,
                  view.connection.start._typing, view.connection.end._typing)  # fmt: skip

        def quiet() -> bool:
            waits = view._pause.is_due() or any(timer.isActive() for timer in timers)
            return not self.runner.is_busy() and not waits

        self.qtbot.waitUntil(quiet, timeout=10_000)
        self.qtbot.wait(1)
        self.qtbot.waitUntil(quiet, timeout=10_000)

    def turn_to(self, tab: str) -> None:
        self.view.tabs.setCurrentIndex(TABS[tab])
        self.settle()

    def choose(self, slug: str) -> None:
        self.selection.set((self.id(slug),), self.id(slug))
        self.settle()

    def listed(self) -> list[str]:
        """The names in the list."""
        model = self.view.people.model
        return [model.text(row, 0) for row in range(model.rowCount())]

    def key(self, widget, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(widget, key, modifiers)
        self.settle()


@pytest.fixture
def use(qtbot, database, settings_file):
    made = Use(qtbot, database, Settings(settings_file))
    yield made
    made.runner.close()
