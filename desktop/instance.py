"""One window for a database: a link that is opened elsewhere is handed to the window that shows it already.

Only programs of the same user can connect, what they may say is one link, and the window reads it as `links.py` does.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from db.texts import tr
from desktop.links import LONGEST, Link, LinkError, read_link

TAKEN = b"taken\n"
MOST_BYTES = 4 * LONGEST
MOST_WAITING = 4  # connections
PATIENCE = 3_000  # milliseconds


def hand_over(name: str, link: Link) -> bool:
    """Give a link to the window that listens under a name. Returns whether one took it."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(str(link).encode() + b"\n")
    while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
        pass
    answer = bytes(socket.readLine(100).data())
    socket.abort()
    return answer == TAKEN


class LinkServer(QObject):
    """Listens for links as long as it lives."""

    came = Signal(object)
    """A Link."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_WAITING)
        self._server.newConnection.connect(self._greet)
        self._name = name
        self.take_place()

    def take_place(self) -> None:
        """Listen, unless another window of the same database does."""
        if self._name and not self._server.isListening() and not _answers(self._name):
            QLocalServer.removeServer(self._name)  # of a window that ended badly
            self._server.listen(self._name)

    def is_listening(self) -> bool:
        """Whether links come here."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._name = ""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self)


class _Caller(QObject):
    """One connection: reads one line, in so many bytes and so much time."""

    def __init__(self, socket: QLocalSocket, server: LinkServer) -> None:
        super().__init__(socket)
        self._socket, self._server = socket, server
        socket.setReadBufferSize(MOST_BYTES)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(PATIENCE, self, socket.abort)
        self._read()

    def _read(self) -> None:
        if self._socket.canReadLine():
            self._answer(bytes(self._socket.readLine().data()))
        elif self._socket.bytesAvailable() >= MOST_BYTES:
            self._reply(tr("The link is longer than {n} characters.", n=LONGEST).encode() + b"\n")

    def _answer(self, line: bytes) -> None:
        try:
            link = read_link(line.decode(errors="replace").removesuffix("\n"))
        except LinkError as error:
            self._reply(str(error).encode() + b"\n")
        else:
            self._reply(TAKEN)
            self._server.came.emit(link)

    def _reply(self, text: bytes) -> None:
        self._socket.readyRead.disconnect(self._read)
        self._socket.write(text)
        self._socket.flush()
        self._socket.disconnectFromServer()


def _answers(name: str) -> bool:
    """Whether somebody listens."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    connected = socket.waitForConnected(PATIENCE)
    socket.abort()
    return connected


def server_name(database: Path, settings: Path) -> str:
    """Where the window of a database listens, for the user whose settings file this is.

    It is a name in a folder that is this user's alone, so that nobody else can listen in its place. Empty where there
    is no such folder.
    """
    digest = hashlib.sha256(os.fsencode(database.resolve())).hexdigest()[:16]
    name = f"labline-{digest}"
    if sys.platform == "win32":
        import getpass

        return f"{name}-{getpass.getuser()}"
    given, own = os.environ.get("XDG_RUNTIME_DIR", ""), settings.parent / "run"
    if given.startswith("/") and _is_private(Path(given)):
        return str(Path(given) / name)
    with suppress(OSError):
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(own / name) if _is_private(own) else ""


def _is_private(folder: Path) -> bool:
    """Whether the folder is there, is this user's, and nobody else can reach into it."""
    try:
        known = folder.stat()
    except OSError:
        return False
    return stat.S_ISDIR(known.st_mode) and known.st_uid == os.getuid() and not known.st_mode & 0o077
