"""Fetching the version file: by HTTPS, small, soon, and with nothing that tells one user from another.

Qt's network access is used, not Python's: it trusts what the system trusts on Linux, macOS and Windows alike, also
where the program is frozen, and needs no thread. It is imported with this module, when somebody asks.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import (
    QHttp1Configuration,
    QNetworkAccessManager,
    QNetworkReply,
    QNetworkRequest,
    QSslConfiguration,
)

from db.texts import tr
from desktop.updates.version import UpdateError, read_published

MOST_BYTES = 16 * 1024
PATIENCE = 15_000  # milliseconds, for all of it
MOST_REDIRECTS = 3
OK = 200
Attribute, Error = QNetworkRequest.Attribute, QNetworkReply.NetworkError


class Fetch(QObject):
    """One request. Exactly one of `came` and `failed` follows, unless it is cancelled."""

    came = Signal(object)
    """A Published."""
    failed = Signal(str)
    """Why nothing came, in a sentence."""

    def __init__(
        self,
        address: str,
        parent: QObject | None = None,
        *,
        trust: QSslConfiguration | None = None,
        patience: int = PATIENCE,
    ) -> None:
        """`trust` stands for the certificates that the system trusts."""
        super().__init__(parent)
        self._over = False
        self._content = bytearray()
        self._network = QNetworkAccessManager(self)
        self._network.setAutoDeleteReplies(True)
        self._reply = self._network.get(request(address, trust))
        self._reply.setReadBufferSize(MOST_BYTES + 1)
        self._reply.readyRead.connect(self._read)
        self._reply.finished.connect(self._finish)
        self._reply.redirected.connect(self._look_at)
        self._clock = QTimer(self, singleShot=True, interval=patience)
        self._clock.timeout.connect(lambda: self._fail(tr("It took too long.")))
        self._clock.start()

    def cancel(self) -> None:
        """Ask no more; nothing follows."""
        self._end()

    def _look_at(self, url: QUrl) -> None:
        if url.scheme() != "https":
            self._fail(tr("It leads to an address that is not secure (no https)."))

    def _read(self) -> None:
        if self._over:
            return
        self._content += bytes(self._reply.readAll().data())
        if len(self._content) > MOST_BYTES:
            self._fail(tr("What came is no version file."))

    def _finish(self) -> None:
        self._read()
        if not self._over:
            self._conclude()

    def _conclude(self) -> None:
        status = self._reply.attribute(Attribute.HttpStatusCodeAttribute)
        if (reason := _reason(self._reply)) is not None:
            self._fail(reason)
        elif status != OK:
            self._fail(tr("The server answered {status} instead of a file.", status=status))
        else:
            try:
                published = read_published(bytes(self._content))
            except UpdateError as error:
                self._fail(str(error))
            else:
                self._end()
                self.came.emit(published)

    def _fail(self, reason: str) -> None:
        if not self._over:
            self._end()
            self.failed.emit(reason)

    def _end(self) -> None:
        self._over = True
        self._clock.stop()
        if self._reply.isRunning():
            self._reply.abort()


def request(address: str, trust: QSslConfiguration | None = None) -> QNetworkRequest:
    """What is asked: the file and nothing else. Raises ValueError for an address that is not https."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() != "https" or not url.host() or url.hasQuery() or url.userInfo():
        raise ValueError("no https address without a query")
    asked = QNetworkRequest(url)
    if trust is not None:
        asked.setSslConfiguration(trust)
    # Qt would name the user's languages and itself, and take the file packed, however large it is unpacked.
    for name, value in (("User-Agent", "Labline"), ("Accept-Language", "en"), ("Accept-Encoding", "identity")):
        asked.setRawHeader(name.encode(), value.encode())
    manual = QNetworkRequest.LoadControl.Manual
    for attribute in (
        Attribute.CookieLoadControlAttribute, Attribute.CookieSaveControlAttribute,
        Attribute.AuthenticationReuseAttribute,
    ):  # fmt: skip
        asked.setAttribute(attribute, manual)
    asked.setAttribute(Attribute.Http2AllowedAttribute, False)
    asked.setAttribute(Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
    asked.setMaximumRedirectsAllowed(MOST_REDIRECTS)
    plain = QHttp1Configuration()
    plain.setNumberOfConnectionsPerHost(1)
    asked.setHttp1Configuration(plain)
    return asked


def _reason(reply: QNetworkReply) -> str | None:
    """Why nothing was answered; None where something was."""
    known = {
        Error.HostNotFoundError: tr("The server was not found; maybe there is no connection to the network."),
        Error.ConnectionRefusedError: tr("The server refused the connection."),
        Error.RemoteHostClosedError: tr("The server broke the connection off."),
        Error.SslHandshakeFailedError: tr("The server’s certificate is not trusted, so nothing was read."),
        Error.InsecureRedirectError: tr("It leads to an address that is not secure (no https)."),
        Error.TooManyRedirectsError: tr("It leads from address to address."),
        Error.ContentNotFoundError: tr("The version file is not there."),
        Error.ProxyConnectionRefusedError: tr("The proxy refused the connection."),
        Error.ProxyNotFoundError: tr("The proxy was not found."),
    }
    answered = reply.attribute(Attribute.HttpStatusCodeAttribute) is not None
    if reply.error() == Error.NoError or (answered and reply.error() not in known):
        return None
    return known.get(reply.error()) or tr("The network says: {reason}", reason=reply.errorString()[:200])
