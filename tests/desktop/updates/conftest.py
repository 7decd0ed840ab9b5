"""Servers for version files, and what trusts them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration

from tests.desktop.updates.update_server import CERTIFICATE, Server


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def plain_server() -> Iterator[Server]:
    """Without TLS."""
    made = Server(secure=False)
    yield made
    made.close()


@pytest.fixture
def trust() -> QSslConfiguration:
    """What a test trusts: the certificate of the server, and nothing else."""
    trusting = QSslConfiguration.defaultConfiguration()
    trusting.setCaCertificates([QSslCertificate(CERTIFICATE.read_bytes(), QSsl.EncodingFormat.Pem)])
    return trusting
