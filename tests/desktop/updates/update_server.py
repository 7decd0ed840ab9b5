"""A server for version files on loopback, with a certificate that nothing but these tests trusts."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("loopback.pem")
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers each path by a function; keeps what it was asked."""

    def __init__(self, *, secure: bool = True) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                served.asked.append((self.path, dict(self.headers.items())))
                served.answers[self.path](self)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_where: object) -> None:
                """Whoever asked went away, which is what many tests are about."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            # Each connection shakes hands in its own thread: one that fails stops no other.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.address = f"http{'s' if secure else ''}://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def says(content: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer of this content."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def leads(address: str) -> Answer:
    """An answer that leads to another address."""
    return says(b"", 302, Location=address)
