"""Fetching the version file: what is asked, what is taken, and what is refused."""

from __future__ import annotations

import json

import pytest

from desktop.updates.fetch import MOST_BYTES, Fetch, request
from tests.desktop.updates.update_server import leads, says

PUBLISHED = {"version": "0.2.0", "page": "https://example.org/download"}
FILE = json.dumps(PUBLISHED).encode()


@pytest.fixture
def fetch(qtbot, trust):
    """Fetch an address and give what came: a version, or why there is none."""

    def begin(address: str, *, trusting=True, patience: int = 10_000) -> str:
        said: list[str] = []
        asking = Fetch(address, trust=trust if trusting else None, patience=patience)
        asking.came.connect(lambda published: said.append(f"{published.version} {published.page}"))
        asking.failed.connect(said.append)
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        qtbot.wait(50)
        assert len(said) == 1  # never two answers
        return said[0]

    return begin


def test_a_version_file_is_read(server, fetch):
    server.answers["/v.json"] = says(FILE)
    assert fetch(f"{server.address}/v.json") == "0.2.0 https://example.org/download"


def test_nothing_about_the_user_is_sent(server, fetch, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    server.answers["/v.json"] = says(FILE, Set_Cookie="who=you; Path=/")
    for _ in range(2):  # a cookie would come back
        fetch(f"{server.address}/v.json")
    for path, headers in server.asked:
        assert path == "/v.json"
        host = headers.pop("Host")
        assert host == server.address.removeprefix("https://")
        assert headers == {
            "User-Agent": "Labline", "Accept-Language": "en", "Accept-Encoding": "identity", "Connection": "Keep-Alive"
        }  # fmt: skip
    assert len(server.asked) == 2


def test_a_certificate_that_is_not_trusted_is_refused(server, fetch):
    server.answers["/v.json"] = says(FILE)
    assert "certificate is not trusted" in fetch(f"{server.address}/v.json", trusting=False)
    assert server.asked == []


def test_a_certificate_of_another_host_is_refused(server, fetch):
    server.answers["/v.json"] = says(FILE)
    assert "certificate is not trusted" in fetch(server.address.replace("127.0.0.1", "localhost") + "/v.json")
    assert server.asked == []


def test_a_redirect_to_https_is_followed(server, fetch):
    server.answers |= {"/old": leads(f"{server.address}/new"), "/new": says(FILE)}
    assert fetch(f"{server.address}/old").startswith("0.2.0")


@pytest.mark.parametrize("where", ["/v.json", "//x/v.json"])
def test_a_redirect_to_http_is_not_followed(server, plain_server, fetch, where):
    plain_server.answers["/v.json"] = says(FILE)
    server.answers["/old"] = leads(f"{plain_server.address}{where}")
    assert "not secure" in fetch(f"{server.address}/old")
    assert plain_server.asked == []


def test_a_redirect_to_a_file_is_not_followed(server, fetch, tmp_path):
    (tmp_path / "v.json").write_bytes(FILE)
    server.answers["/old"] = leads((tmp_path / "v.json").as_uri())
    assert not fetch(f"{server.address}/old").startswith("0.2.0")


def test_a_circle_of_redirects_ends(server, fetch):
    server.answers["/old"] = leads(f"{server.address}/old")
    assert "from address to address" in fetch(f"{server.address}/old")
    assert len(server.asked) <= 4


@pytest.mark.parametrize("length", [MOST_BYTES + 1, 50 * 2**20])
def test_a_huge_file_is_not_read(server, fetch, length):
    sent = []

    def pour(handler):
        handler.send_response(200)
        handler.end_headers()  # how long it is, nobody says
        for _ in range(0, length, 4096):
            handler.wfile.write(b" " * 4096)
            sent.append(4096)

    server.answers["/v.json"] = pour
    assert "no version file" in fetch(f"{server.address}/v.json")
    assert sum(sent) < 20 * 2**20


def test_a_file_of_the_greatest_size_is_read(server, fetch):
    server.answers["/v.json"] = says(FILE + b" " * (MOST_BYTES - len(FILE)))
    assert fetch(f"{server.address}/v.json").startswith("0.2.0")


def test_a_packed_file_is_no_version_file(server, fetch):
    import gzip

    server.answers["/v.json"] = says(gzip.compress(b" " * 2**20 + FILE), Content_Encoding="gzip")
    assert not fetch(f"{server.address}/v.json").startswith("0.2.0")


def test_a_server_that_never_answers_is_left(server, fetch):
    server.answers["/v.json"] = lambda _handler: server.over.wait()
    assert fetch(f"{server.address}/v.json", patience=300) == "It took too long."


def test_a_server_that_drips_is_left(server, fetch):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        while not server.over.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    server.answers["/v.json"] = drip
    assert fetch(f"{server.address}/v.json", patience=500) == "It took too long."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (says(b"", 404), "not there"),
        (says(b"{}", 500), "answered 500"),
        (says(b"", 204), "answered 204"),
        (says(b"<html>Log in to the hotel</html>"), "no version file"),
        (says(b'{"version": "2", "page": "https://example.org"}'), "no version file"),
        (says(b'{"version": "2.0.0", "page": "http://example.org"}'), "no safe page"),
        (lambda handler: handler.connection.close(), ""),
    ],
)
def test_what_is_broken_is_told(server, fetch, answer, said):
    server.answers["/v.json"] = answer
    failed = fetch(f"{server.address}/v.json")
    assert said in failed
    assert "127.0.0.1" not in failed


def test_no_server_is_told(server, fetch):
    address = server.address
    server.close()
    assert fetch(f"{address}/v.json") == "The server refused the connection."


def test_cancelling_ends_it(server, qtbot, trust):
    server.answers["/v.json"] = says(FILE)
    said: list[object] = []
    asking = Fetch(f"{server.address}/v.json", trust=trust)
    asking.came.connect(said.append)
    asking.failed.connect(said.append)
    asking.cancel()
    qtbot.wait(300)
    assert said == []


@pytest.mark.parametrize(
    "address",
    ["", "http://example.org/v.json", "ftp://example.org/v", "file:///v.json", "https://", "example.org",
     "https://example.org/v.json?user=1", "https://me:secret@example.org/v.json"],
)  # fmt: skip
def test_only_a_plain_https_address_is_asked(address):
    with pytest.raises(ValueError, match="no https address"):
        request(address)
