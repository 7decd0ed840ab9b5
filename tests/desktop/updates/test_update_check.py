"""When newer versions are asked for, and what is told; and the dialog that offers it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton

from desktop.settings import Settings
from desktop.updates import check as update_check
from desktop.updates.address import ON, VERSION_FILE
from desktop.updates.check import UpdateCheck
from desktop.updates.fetch import request
from desktop.views.updates import UpdatesDialog
from desktop.widgets.plain import PlainLabel
from tests.desktop.updates.update_server import says

PAGE = "https://example.org/get"


def file(version: str) -> bytes:
    return json.dumps({"version": version, "page": PAGE}).encode()


class Clock:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "labline.ini")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def made(qapp, server, settings, trust, clock):
    """Make a check whose answers and notes are kept."""
    checks = []

    def make(own: str = "0.1.0", *, trusting: bool = True) -> UpdateCheck:
        notes: list[str] = []
        address = f"{server.address}/v.json"
        check = UpdateCheck(
            settings, address=address, trust=trust if trusting else None, own=own, note=notes.append, now=clock
        )
        check.said, check.notes = [], notes
        check.found.connect(lambda published: check.said.append(str(published.version)))
        check.newest.connect(lambda: check.said.append("newest"))
        check.failed.connect(check.said.append)
        checks.append(check)
        return check

    yield make
    for check in checks:
        check.stop()


def until_idle(qtbot, check) -> None:
    qtbot.waitUntil(lambda: not check.is_asking(), timeout=20_000)


# ---- when ----


def test_nothing_is_asked_before_the_user_wants_it(qtbot, made, server, monkeypatch):
    monkeypatch.setattr(update_check, "AFTER_START", 0)
    check = made()
    check.begin()
    check.ask_if_due()
    qtbot.wait(200)
    assert not check.is_on()
    assert server.asked == []


def test_turned_on_it_asks_soon_and_then_once_a_day(qtbot, made, server, clock, settings, monkeypatch):
    monkeypatch.setattr(update_check, "AFTER_START", 0)
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made()
    check.turn(True)
    qtbot.waitUntil(lambda: check.said == ["0.2.0"], timeout=20_000)
    for hours, asked in ((1, 1), (22, 1), (1, 2), (12, 2)):
        clock.now += timedelta(hours=hours)
        check.ask_if_due()
        until_idle(qtbot, check)
        assert len(server.asked) == asked
    again = made()  # another start
    again.ask_if_due()
    assert not again.is_asking()
    check.turn(False)
    clock.now += timedelta(days=9)
    check.ask_if_due()
    assert not check.is_asking()


@pytest.mark.parametrize("kept", ["", "never", "2026-02-30", "2026-03-01", 5, None, "2027-01-01T00:00:00+00:00"])
def test_a_time_that_makes_no_sense_asks(qtbot, made, server, settings, kept):
    server.answers["/v.json"] = says(file("0.1.0"))
    settings.write(ON, True)
    settings.write(update_check.ASKED, kept)
    check = made()
    check.ask_if_due()
    assert check.is_asking()
    until_idle(qtbot, check)


def test_a_failure_counts_as_the_days_question(qtbot, made, server, settings):
    server.answers["/v.json"] = says(b"", 500)
    settings.write(ON, True)
    check = made()
    check.ask_if_due()
    until_idle(qtbot, check)
    check.ask_if_due()
    assert not check.is_asking()
    assert len(server.asked) == 1


@pytest.mark.parametrize("kept", ["true", 1, "yes", None, False])
def test_only_a_plain_yes_turns_it_on(made, settings, kept):
    settings.write(ON, kept)
    assert not made().is_on()


# ---- what is told ----


@pytest.mark.parametrize(
    ("published", "asked", "by_itself"), [("0.2.0", "0.2.0", "0.2.0"), ("0.1.0", "newest", ""), ("0.0.9", "newest", "")]
)
def test_what_came_is_told(qtbot, made, server, settings, published, asked, by_itself):
    server.answers["/v.json"] = says(file(published))
    settings.write(ON, True)
    check = made()
    check.ask_if_due()
    until_idle(qtbot, check)
    assert check.said == [by_itself] * bool(by_itself)
    check.said.clear()
    check.ask_now()
    until_idle(qtbot, check)
    assert check.said == [asked]


@pytest.mark.parametrize("answer", [says(b"", 404), says(b"x" * 50_000), says(b"{}")])
def test_a_failure_is_told_only_who_asked(qtbot, made, server, settings, answer):
    server.answers["/v.json"] = answer
    settings.write(ON, True)
    check = made()
    check.ask_if_due()
    until_idle(qtbot, check)
    assert check.said == []
    assert "no answer" in check.notes[0]
    check.ask_now()
    until_idle(qtbot, check)
    assert len(check.said) == 1


def test_a_server_that_is_not_trusted_is_a_failure(qtbot, made, server):
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made(trusting=False)
    check.ask_now()
    until_idle(qtbot, check)
    assert "certificate is not trusted" in check.said[0]


def test_a_skipped_version_is_told_only_who_asks(qtbot, made, server, settings, clock):
    server.answers["/v.json"] = says(file("0.2.0"))
    settings.write(ON, True)
    check = made()
    check.found.connect(check.skip)
    check.ask_now()
    until_idle(qtbot, check)
    check.said.clear()

    def next_day() -> None:
        clock.now += timedelta(days=2)
        check.ask_if_due()
        until_idle(qtbot, check)

    next_day()
    assert check.said == []
    check.ask_now()
    until_idle(qtbot, check)
    assert check.said == ["0.2.0"]
    server.answers["/v.json"] = says(file("0.3.0"))
    next_day()
    assert check.said == ["0.2.0", "0.3.0"]


def test_who_asks_while_it_asks_is_answered(qtbot, made, server, settings):
    server.answers["/v.json"] = says(file("0.1.0"))
    settings.write(ON, True)
    check = made()
    check.ask_if_due()
    check.ask_now()
    until_idle(qtbot, check)
    assert check.said == ["newest"]
    assert len(server.asked) == 1


def test_without_a_version_of_its_own_it_says_so(qtbot, made, server):
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made("(none)")
    check.ask_now()
    until_idle(qtbot, check)
    assert "does not know its own version" in check.said[0]


def test_stopped_it_is_silent(qtbot, made, server):
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made()
    check.ask_now()
    check.stop()
    qtbot.wait(200)
    assert check.said == []


def test_what_is_noted_holds_no_more_than_host_and_answer(qtbot, made, server):
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made()
    check.ask_now()
    until_idle(qtbot, check)
    assert check.notes == ["asked 127.0.0.1 for updates: newest version 0.2.0"]


def test_the_address_of_this_build_is_none_or_a_plain_https_one(settings):
    """Whoever publishes a version file writes it there; everything else follows."""
    if VERSION_FILE:
        request(VERSION_FILE)
    else:
        assert UpdateCheck(settings).host == ""


def test_without_an_address_nothing_can_be_turned_on(qapp, settings):
    check = UpdateCheck(settings, address="")
    check.turn(True)
    check.ask_now()
    check.ask_if_due()
    assert not check.is_on()
    assert not check.is_asking()


# ---- the dialog ----


def parts(dialog) -> tuple[QCheckBox, QPushButton, PlainLabel, QPushButton]:
    return (
        dialog.findChild(QCheckBox, "daily"), dialog.findChild(QPushButton, "ask_now"),
        dialog.findChild(PlainLabel, "said"), dialog.findChild(QPushButton, "get"),
    )  # fmt: skip


def test_the_dialog_explains_before_it_asks(qtbot, made, server):
    dialog = UpdatesDialog(made())
    qtbot.addWidget(dialog)
    dialog.show()
    daily, now, _said, get = parts(dialog)
    text = dialog.findChild(PlainLabel, "explanation").text()
    for said in ("127.0.0.1", "once a day", "HTTPS", "Nothing about you", "address of your network"):
        assert said in text
    assert (daily.isChecked(), now.isEnabled(), get.isVisible()) == (False, True, False)
    assert server.asked == []


def test_the_dialog_turns_it_on_and_asks(qtbot, made, server, settings, monkeypatch):
    opened = []
    monkeypatch.setattr("desktop.views.updates.open_link", lambda _parent, page: opened.append(page))
    server.answers["/v.json"] = says(file("0.2.0"))
    check = made()
    dialog = UpdatesDialog(check)
    qtbot.addWidget(dialog)
    dialog.show()
    daily, now, said, get = parts(dialog)
    QTest.keyClick(daily, Qt.Key.Key_Space)
    assert Settings(settings.path).read(ON) is True
    QTest.mouseClick(now, Qt.MouseButton.LeftButton)
    assert said.text() == "Asking…"
    assert not now.isEnabled()
    until_idle(qtbot, check)
    assert said.text() == "Labline 0.2.0 is available. You have 0.1.0."
    assert now.isEnabled()
    QTest.mouseClick(get, Qt.MouseButton.LeftButton)
    assert opened == [PAGE]
    server.answers["/v.json"] = says(b"", 500)
    QTest.mouseClick(now, Qt.MouseButton.LeftButton)
    until_idle(qtbot, check)
    assert said.text() == "Labline could not find out. The server answered 500 instead of a file."
    assert not get.isVisible()
    server.answers["/v.json"] = says(file("0.1.0"))
    QTest.mouseClick(now, Qt.MouseButton.LeftButton)
    until_idle(qtbot, check)
    assert said.text() == "You have the newest version, 0.1.0."
