"""When newer versions are asked for: never until the user wants it, then once a day, and whenever they ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from desktop.settings import Settings
from desktop.updates.address import ON, VERSION_FILE
from desktop.updates.version import Published, UpdateError, Version, newer
from desktop.versions import own_version

if TYPE_CHECKING:
    from PySide6.QtNetwork import QSslConfiguration

    from desktop.updates.fetch import Fetch

ASKED, SKIPPED = "updates/asked", "updates/skipped"
"""Keys of the settings: when it was last asked, and a version to say nothing of."""
DAY = timedelta(days=1)
AFTER_START = 10_000
"""Milliseconds before the first question: the window comes first."""
LOOK_AGAIN = 60 * 60 * 1000
"""Milliseconds between two looks at whether a day is over."""


class UpdateCheck(QObject):
    """Asks, and says what came. A question of its own that fails says nothing."""

    found = Signal(object)
    """A Published that is newer than this Labline, and not skipped unless the user asked."""
    newest = Signal()
    """The user asked, and there is none."""
    failed = Signal(str)
    """The user asked, and it cannot be known; why."""
    changed = Signal()
    """It was turned on or off, or something began or ended."""

    def __init__(
        self,
        settings: Settings,
        parent: QObject | None = None,
        *,
        address: str = VERSION_FILE,
        trust: QSslConfiguration | None = None,
        own: str = "",
        note: Callable[[str], object] = lambda _text: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._settings, self._address, self._note, self._now = settings, address, note, now
        self._trust = trust
        self._own = own
        self._fetch: Fetch | None = None
        self._wanted = False
        self._clock = QTimer(self, interval=LOOK_AGAIN)
        self._clock.timeout.connect(self.ask_if_due)

    @cached_property
    def own(self) -> str:
        """This version; looked up only when it is needed, for that reads many folders."""
        return self._own or own_version()

    @property
    def host(self) -> str:
        """Who is asked; empty where this build has nobody to ask."""
        return QUrl(self._address).host()

    def is_on(self) -> bool:
        """Whether the user wants it once a day."""
        return bool(self.host) and self._settings.read(ON) is True

    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._fetch is not None

    def turn(self, on: bool) -> None:
        """Ask once a day from now on, or never."""
        self._settings.write(ON, on)
        self._settings.save()
        self.begin()
        self.changed.emit()

    def begin(self) -> None:
        """Ask when a day has passed since the last time, if the user wants it."""
        if self.is_on():
            self._clock.start()
            QTimer.singleShot(AFTER_START, self, self.ask_if_due)
        else:
            self._clock.stop()

    def ask_if_due(self) -> None:
        """Ask, unless that was done within a day."""
        if self.is_on() and not self.is_asking() and self._is_due():
            self._ask(wanted=False)

    def ask_now(self) -> None:
        """Ask because the user says so."""
        if self.is_asking():
            self._wanted = True
        elif self.host:
            self._ask(wanted=True)

    def skip(self, published: Published) -> None:
        """Say nothing more of this version."""
        self._settings.write(SKIPPED, str(published.version))
        self._settings.save()

    def stop(self) -> None:
        """Ask no more."""
        self._clock.stop()
        if self._fetch is not None:
            self._fetch.cancel()
            self._fetch = None

    def _is_due(self) -> bool:
        try:
            last = datetime.fromisoformat(str(self._settings.read(ASKED)))
            return not timedelta(0) <= self._now() - last < DAY  # a clock that was set back asks again
        except (ValueError, TypeError):
            return True

    def _ask(self, *, wanted: bool) -> None:
        from desktop.updates.fetch import Fetch

        self._settings.write(ASKED, self._now().isoformat(timespec="seconds"))
        self._settings.save()
        self._wanted = wanted
        self._fetch = fetch = Fetch(self._address, self, trust=self._trust)
        fetch.came.connect(self._take)
        fetch.failed.connect(self._fail)
        self.changed.emit()

    def _take(self, published: Published) -> None:
        try:
            is_newer = newer(published, self.own)
        except UpdateError as error:
            self._fail(str(error))
            return
        self._end(f"newest version {published.version}")
        if is_newer and (self._wanted or not self._is_skipped(published)):
            self.found.emit(published)
        elif self._wanted:
            self.newest.emit()

    def _is_skipped(self, published: Published) -> bool:
        try:
            return published.version <= Version.read(str(self._settings.read(SKIPPED)))
        except ValueError:
            return False

    def _fail(self, reason: str) -> None:
        self._end(f"no answer: {reason}")
        if self._wanted:
            self.failed.emit(reason)

    def _end(self, said: str) -> None:
        self._note(f"asked {self.host} for updates: {said}")
        if self._fetch is not None:
            self._fetch.deleteLater()
            self._fetch = None
        self.changed.emit()
