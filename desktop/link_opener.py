"""Opens links in the window: those of the command line, and those that other programs hand over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from db.texts import tr
from desktop.commands import Context

if TYPE_CHECKING:
    from desktop.instance import LinkServer
    from desktop.links import Link
    from desktop.main_window import MainWindow


class LinkOpener(QObject):
    """Keeps a link until there is a database to look in, and listens for others from then on.

    Of several windows of one database the first listens; when it is gone, the next that the user turns to.
    """

    def __init__(self, window: MainWindow, settings: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self._context: Context | None = None
        self._link: Link | None = None
        self._name = ""
        self._server: LinkServer | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The user turns to this window: no other may be listening any more."""
        if event.type() == QEvent.Type.WindowActivate and watched is self._window and self._server is not None:
            self._server.take_place()
        return False

    def open(self, link: Link) -> None:
        """Show what the link leads to, now or once a database is open, and bring the window to the front."""
        self._link = link
        if self._context is not None:
            self._window.come_forward()
            self._follow(self._context)

    def attach(self, context: Context) -> None:
        """Look in this database from now on."""
        from desktop.instance import LinkServer, server_name

        self._context = context
        name = server_name(context.runner.database.path, self._settings)
        if name != self._name or self._server is None:
            self.close()
            self._name, self._server = name, LinkServer(name, self)
            self._server.came.connect(self.open)
        self._follow(context)

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _follow(self, context: Context) -> None:
        from desktop.links import EntityLink

        link, self._link = self._link, None
        if isinstance(link, EntityLink):
            from db import queries

            work = partial(queries.resolve, slug=link.slug)
            context.runner.run("link", work, partial(self._visit, context, link.slug))
        elif link is not None:
            context.navigation.open(link.spec, perspective=link.perspective or None, zooms=link.zooms or None)

    def _visit(self, context: Context, slug: str, entity_id: int | None) -> None:
        if entity_id is None:
            self._window.tell(tr("Nothing in this database has the id “{id}” of the link.", id=slug))
        else:
            context.navigation.visit(entity_id)
            context.inspector.open()
