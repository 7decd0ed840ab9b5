"""The program around its window: it has databases opened and builds the views of the one that is open."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.collector import Collector
from desktop.commands import Context
from desktop.icons import Icons, window_icon
from desktop.kept_places import KeptPlaces
from desktop.language import CHOICES, LanguageInForce
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.state import FilterState, NavigationState, SelectionState
from desktop.theme import Choice, Theme
from desktop.widgets.curtain import Curtain

if TYPE_CHECKING:
    from db.engine import Database
    from desktop.faults import Faults
    from desktop.link_opener import LinkOpener
    from desktop.links import Link
    from desktop.shared import Shared
    from desktop.tasks import Job, QueryRunner
    from desktop.view_makers import LaterView

STYLE = "Fusion"


def application() -> QApplication:
    """The Qt application in the style that the sheets are drawn for, with what the system needs to know of it."""
    # A query in Python gives way to the window within a fifth of a millisecond, not five: painting waits for it.
    sys.setswitchinterval(0.0002)
    app = QApplication.instance() or QApplication(["labline", "-style", STYLE])
    QCoreApplication.setApplicationName("Labline")
    QCoreApplication.setOrganizationName("Labline")
    assert isinstance(app, QApplication)  # noqa: S101
    app.setDesktopFileName("labline")
    return app


class Program(QObject):
    """Owns the window, the open database and the thread that reads it."""

    def __init__(
        self,
        app: QApplication,
        choice: Choice | None = None,
        settings: Settings | None = None,
        faults: Faults | None = None,
    ) -> None:
        super().__init__(app)
        self._faults, self._cares = faults, False
        self._settings = settings or Settings()
        kept = self._settings.read("theme")
        theme: Choice = choice or (kept if kept in ("light", "dark") else "system")
        if choice is not None:
            self._settings.write("theme", choice)
        self._theme = Theme(app, theme, stepwise=True)
        self._icons = Icons(self._theme)
        spoken = self._settings.read("language")
        self._language = LanguageInForce(spoken if spoken in CHOICES else "system", self)
        self._language.changed.connect(self._speak)
        self.window = MainWindow(self._theme, self._icons, self._settings, self._language)
        self.window.file_chosen.connect(self.open)
        self.window.new_wanted.connect(partial(self.open, make=True))
        self.window.link_entered.connect(self._open_link)
        self.window.closing.connect(self.close)
        self._collector = Collector(self)
        self.window.closing.connect(self._collector.stop)
        self.context: Context | None = None
        self._shared: Shared | None = None
        self._file: Path | None = None
        self._opening: Job | None = None
        self._runner: QueryRunner | None = None
        self._link: Link | None = None
        self._typed = ""  # the filter as it was left

    @cached_property
    def links(self) -> LinkOpener:
        """What opens links, once a database is open."""
        from desktop.link_opener import LinkOpener

        opener = LinkOpener(self.window, self._settings.path, self)
        self.window.closing.connect(opener.close)
        return opener

    def _open_link(self, link: Link) -> None:
        self.links.open(link)

    def start(self, file: Path | None, link: Link | None = None) -> None:
        """Show the window; open the database once it has been drawn, and what the link leads to."""
        self._file, self._link = file, link
        self.window.message.opening(file)
        self.window.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint: imports in a thread would slow it. Nothing is collected before."""
        if event.type() == QEvent.Type.Paint and watched is self.window:
            watched.removeEventFilter(self)
            self._collector.start()
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        QApplication.setWindowIcon(window_icon())
        self.open(self._file)

    def open(self, file: Path | None, *, make: bool = False) -> None:
        """Open a database instead of the one that is open, once it is known that it can be."""
        from desktop.opening import open_file
        from desktop.tasks import Job

        if self._opening is not None:
            self._opening.cancel()
        self._file = file
        self._opening = Job(lambda _progress, _cancelled: open_file(file, make=make), self)
        self._opening.finished.connect(self._show)
        self._opening.failed.connect(self._fail)
        self._opening.start()

    def close(self) -> None:
        """Let go of the database."""
        if self._opening is not None:
            self._opening.cancel()
        if self._runner is not None:
            self._runner.close()
            if self.context is not None and self.context.runner is self._runner:
                self._keep_place(self.context)
            self._runner.database.close()
            self._runner = None

    def _keep_place(self, context: Context) -> None:
        """Note where the window is left, for the next start."""
        from desktop.last_place import keep_place

        typed = self.window.bar.edit.text()
        keep_place(self._settings, context.filters, context.navigation, context.runner.database, typed)

    def _fail(self, error: Exception) -> None:
        from desktop.opening import MissingFile

        self._take_care()
        self.window.care.failed(error)
        if self._runner is None and isinstance(error, MissingFile) and self._file is not None:
            self.window.message.offer_new(self._file)
        elif self._runner is None:
            self.window.message.fail(str(error))
        else:
            self.window.tell_failure(str(error))

    def _take_care(self) -> None:
        """Begin the log and the reports, now that what they need is imported."""
        if not self._cares:
            self._cares = True
            self.window.care.begin(self._faults)

    def _show(self, database: Database) -> None:
        from db.filters import FilterSpec
        from desktop.edits import EditState
        from desktop.last_place import begin_at, last_place
        from desktop.reading import ReadingState
        from desktop.shared import Shared
        from desktop.tasks import QueryRunner

        self._take_care()
        self.close()
        self._runner = runner = QueryRunner(database, self)
        selection, filters = SelectionState(self), FilterState(FilterSpec(), self)
        navigation = NavigationState(filters, selection, self, perspective=self.window.panels.current)
        if self._link is None:  # else that says where to begin
            place = last_place(self._settings, database.path)
            begin_at(place, filters, selection, navigation, runner)
            self._typed = place.filter if isinstance(place.filter, str) else ""
        self._shared = Shared(
            filters, selection, navigation, runner, ReadingState(self), EditState(runner, self),
            self._theme, self._icons, self._settings,
        )  # fmt: skip
        self._go_on(self._build(self._shared), runner)

    def _speak(self) -> None:
        """Build everything anew in another language, around the same states; the window shows it when it is whole."""
        if self._runner is not None and self.context is not None and self._shared is not None:
            self._go_on(self._build_anew(self._shared), self._runner)
        else:
            self.window.speak()
            self.open(self._file)

    def _build_anew(self, shared: Shared) -> Iterator[None]:
        """Exchange the views behind a picture of the window as it was, and leave keyboard and scroll bars in place."""
        kept, curtain = KeptPlaces(self.window), Curtain(self.window)
        try:
            yield
            self.window.speak()
            yield
            shared.runner.forget()
            yield from self._build(shared)
        except GeneratorExit:
            curtain.lift()
            raise
        kept.restore()
        curtain.lift_when_idle(shared.runner.busy)

    def _go_on(self, steps: Iterator[None], runner: QueryRunner, *, rest: bool = False) -> None:
        """Build one view at a time, so that the window answers between them, unless another database came instead.

        After each step comes a turn of rest: what the step brings about, layout and paint, has it for itself.
        """
        if runner is self._runner and (rest or next(steps, steps) is None):
            QTimer.singleShot(0, lambda: self._go_on(steps, runner, rest=not rest))

    def _build(self, shared: Shared) -> Iterator[None]:
        """The views in sight, one a turn; the others are made when they are seen."""
        from desktop.tally import Tallies
        from desktop.view_makers import ViewMakers
        from desktop.views.facets import FacetsView
        from desktop.views.inspector import Inspector
        from desktop.views.releases import ReleasesView

        filters, selection, navigation, runner = shared.states
        panels = self.window.panels
        yield
        for panel, make in ViewMakers(shared).by_panel().items():
            panels.offer(panel, partial(self._join, make))
        self.window.bar.attach(filters, runner)
        self.window.bar.take_up(self._typed)
        self._typed = ""
        yield
        releases = ReleasesView(shared, panels.place("releases_dock"))
        yield
        self.window.show_releases(releases)
        yield
        tally = Tallies(filters, selection, runner, releases)
        tally.told.connect(self.window.status.show_tally)
        tally.reload()
        yield
        facets = FacetsView(filters, runner, self._icons, self._settings, panels.place("facets_dock"))
        yield
        panels.hold("facets_dock", facets)
        yield
        yield from facets.fill()
        inspector = Inspector(
            selection, navigation, runner, reading=shared.reading, theme=self._theme,
            parent=panels.place("inspector_dock"),
        )  # fmt: skip
        yield
        panels.hold("inspector_dock", inspector)
        yield
        yield from panels.fill()
        yield from self.window.put_icons()
        self.context = Context(
            self.window, runner, filters, selection, navigation, self.window.bar, facets, releases, inspector, tally,
            shared.edits, shared.reading, panels,
        )  # fmt: skip
        yield from self._finish(self.context)

    def _finish(self, context: Context) -> Iterator[None]:
        """All views are there: show what is open and what a link leads to, and import ahead."""
        from desktop.preload import Preload

        database = context.runner.database
        self.window.fill(context, database.path, database.read_only_reason)
        self.window.care.greet(database, own=self._file is None)
        yield
        if self._link is not None:
            self.links.open(self._link)
            self._link = None
        self.links.attach(context)
        Preload(context.runner)

    def _join(self, make: Callable[[QWidget], LaterView], parent: QWidget) -> LaterView:
        """Make a view and hear what it says."""
        view = make(parent)
        self.window.join(view)
        return view
