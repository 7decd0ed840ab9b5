"""Work off the UI thread: the latest answer wins, errors arrive, and what was cancelled stays so."""

from __future__ import annotations

import gc
import threading
import time
import weakref

import pytest
from sqlalchemy import text

from db.engine import DatabaseError, memory_database, open_database
from desktop.collector import MOST, Collector
from desktop.tasks import Job, QueryRunner

FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0"


@pytest.fixture
def runner(qapp, tmp_path):
    with open_database(tmp_path / "x.db") as database:
        made = QueryRunner(database)
        yield made
        made.close()


def test_answers_arrive_on_the_ui_thread(qtbot, runner):
    threads = []
    runner.run(
        "a",
        lambda conn: threading.current_thread(),
        lambda thread: threads.append((thread, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(threads))
    worker, receiver = threads[0]
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()
    assert not runner.is_busy()


def test_the_latest_run_of_a_key_is_answered(qtbot, runner):
    answers = []
    hold = threading.Event()
    runner.run("block", lambda conn: hold.wait(5), lambda _: None)
    for number in range(5):
        runner.run("a", lambda conn, number=number: number, answers.append)
    runner.run("b", lambda conn: "b", answers.append)
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert answers == [4, "b"]


def test_a_late_answer_is_dropped(qtbot, runner):
    answers = []
    runner.run("a", lambda conn: "old", answers.append)
    time.sleep(0.1)  # done, but not delivered while the event loop stands
    runner.run("a", lambda conn: "new", answers.append)
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert answers == ["new"]


def test_urgent_work_goes_first(qtbot, runner):
    order = []
    hold = threading.Event()
    runner.run("block", lambda conn: hold.wait(5), lambda _: None)
    runner.run("slow", lambda conn: order.append("slow"), lambda _: None)
    runner.run("rows", lambda conn: order.append("rows"), lambda _: None, urgent=True)
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert order == ["rows", "slow"]


@pytest.mark.parametrize(("patient", "expected"), [(True, [0, 4]), (False, [4])])
def test_patient_work_lets_what_runs_be_answered(qtbot, runner, patient, expected):
    answers, errors = [], []
    begun, hold = threading.Event(), threading.Event()

    def first(conn):
        begun.set()
        hold.wait(5)
        return 0

    runner.run("a", first, answers.append, errors.append)
    begun.wait(5)
    for number in range(1, 5):
        runner.run("a", lambda conn, number=number: number, answers.append, errors.append, patient=patient)
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert (answers, errors) == (expected, [])


@pytest.mark.parametrize(("then", "expected"), [("patient", ["old", "new"]), ("plain", ["new"]), ("cancel", [])])
def test_an_answer_under_way_is_shown_unless_it_is_dropped(qtbot, runner, then, expected):
    answers = []
    runner.run("a", lambda conn: "old", answers.append)
    time.sleep(0.1)  # done, but not delivered while the event loop stands
    runner.run("a", lambda conn: "new", answers.append, patient=True)
    if then == "plain":
        runner.run("a", lambda conn: "new", answers.append)
    elif then == "cancel":
        runner.cancel("a")
    qtbot.waitUntil(lambda: not runner.is_busy())
    qtbot.wait(50)
    assert answers == expected


@pytest.mark.parametrize("stop", ["cancel", "replace"])
def test_a_running_query_is_interrupted(qtbot, runner, stop):
    answers, errors = [], []
    runner.run("a", lambda conn: conn.scalar(text(FOREVER)), answers.append, errors.append)
    time.sleep(0.2)
    if stop == "cancel":
        runner.cancel("a")
    else:
        runner.run("a", lambda conn: "next", answers.append, errors.append)
    runner.run("b", lambda conn: "b", answers.append)
    qtbot.waitUntil(lambda: "b" in answers, timeout=5000)
    assert answers == (["b"] if stop == "cancel" else ["next", "b"])
    assert errors == []


@pytest.mark.qt_no_exception_capture
def test_errors_arrive_where_they_are_awaited(qtbot, runner):
    errors = []
    runner.run("a", lambda conn: 1 / 0, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    with qtbot.waitSignal(runner.failed) as failed:
        runner.run("a", lambda conn: conn.execute(text("SELECT nothing")), lambda _: None)
    assert "nothing" in str(failed.args[0])


def test_a_closed_database_is_an_error_to_be_shown(qtbot, runner):
    errors = []
    runner.database.close()
    runner.run("a", lambda conn: 1, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], DatabaseError)


@pytest.fixture
def collector(qapp):
    made = Collector()
    made.start()
    yield made
    made.stop()
    gc.unfreeze()


def test_nothing_is_collected_in_the_thread_that_reads(qtbot, runner, collector):
    """Widgets freed there would end the process."""
    threads = set()

    def note(phase: str, _info: object) -> None:
        threads.add(threading.current_thread().name)

    def litter(_conn: object) -> int:
        for _ in range(MOST // 2):
            cycle: list[object] = []
            cycle.append(cycle)
        return 1

    gc.collect()
    done = []
    gc.callbacks.append(note)
    try:
        runner.run("a", litter, done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert threads == set()
        assert gc.get_count()[0] >= MOST // 2
        collector.collect()
    finally:
        gc.callbacks.remove(note)
    assert threads == {"MainThread"}
    assert gc.get_count()[0] < MOST // 2


def test_what_is_too_much_to_walk_is_set_aside(collector):
    """To walk it would hold the window; it still ends when nothing refers to it."""
    many = [[] for _ in range(MOST + 1_000)]  # others end meanwhile
    before = gc.get_freeze_count()
    collector.collect()
    assert gc.get_freeze_count() >= before + MOST
    assert len(gc.get_objects(0)) < MOST
    del many
    assert gc.get_freeze_count() < before + MOST


def test_nobody_lists_what_another_thread_is_making(collector, monkeypatch):
    """A tuple that a thread grows, and that a list of all objects holds at that moment, ends in a SystemError."""

    def refuse(*_: object) -> None:
        raise AssertionError("objects were listed")

    monkeypatch.setattr(gc, "get_objects", refuse)
    for size in (10, 2_000, MOST // 2, MOST + 1, 2_000, 10):
        kept = [[] for _ in range(size)]
        for _ in range(30):
            kept.append([[] for _ in range(1_000)])
            collector.collect()


def test_old_garbage_is_collected(collector):
    class Knot:
        """Refers to itself."""

        def __init__(self) -> None:
            self.me = self

    knot = Knot()
    ended = weakref.ref(knot)
    gc.collect(1)  # which makes it old
    del knot
    for _ in range(300):
        for _ in range(1000):
            Knot()
        collector.collect()
    assert ended() is None


def test_nothing_comes_after_close(qtbot, qapp):
    database = memory_database()
    runner = QueryRunner(database)
    answers = []
    runner.run("a", lambda conn: 1, answers.append)
    runner.close()
    runner.run("a", lambda conn: 2, answers.append)
    qtbot.wait(50)
    assert answers == []
    database.close()


def test_job_reports_progress_and_its_result(qtbot):
    shares = []

    def work(progress, cancelled):
        for step in range(3):
            progress(step / 2)
        return "done"

    job = Job(work)
    job.progressed.connect(shares.append)
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
    assert finished.args == ["done"]
    assert shares == [0.0, 0.5, 1.0]


def test_job_fails_with_its_error(qtbot):
    def work(progress, cancelled):
        raise OSError("disk full")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert str(failed.args[0]) == "disk full"


def test_a_cancelled_job_stays_cancelled(qtbot):
    """Even one that had just ended."""
    said = []
    done = threading.Event()

    def work(progress, cancelled):
        done.set()
        return "done"

    job = Job(work)
    job.finished.connect(lambda _: said.append("finished"))
    job.cancelled.connect(lambda: said.append("cancelled"))
    job.start()
    done.wait(5)
    time.sleep(0.05)
    job.cancel()
    job.cancel()
    qtbot.wait(50)
    assert said == ["cancelled"]
    job.wait(5)
