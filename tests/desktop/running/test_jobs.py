"""Only the newest work counts, errors are values, and nothing is left running."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from weakref import ReferenceType, ref

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.running.jobs import LatestOnly
from argmap.errors import ArgmapError

Heard = list[object]


@pytest.fixture
def jobs(qapp: object) -> Iterator[LatestOnly[str]]:
    del qapp
    jobs: LatestOnly[str] = LatestOnly()
    yield jobs
    jobs.close()


def test_a_result_arrives_in_the_thread_that_asked(jobs: LatestOnly[str], qtbot: QtBot) -> None:
    heard: list[tuple[object, int]] = []
    places: list[int] = []

    def work(_stop: threading.Event) -> str:
        places.append(threading.get_ident())
        return "done"

    jobs.start(work, lambda result: heard.append((result, threading.get_ident())))
    assert jobs.busy
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("done", threading.get_ident())]
    assert places != [threading.get_ident()]
    assert not jobs.busy


def test_the_newest_wins_and_the_others_are_told_to_stop(
    jobs: LatestOnly[str], qtbot: QtBot
) -> None:
    heard: Heard = []
    stops: list[threading.Event] = []

    def slow(stop: threading.Event) -> str:
        stops.append(stop)
        assert stop.wait(5)
        return "old"

    for _ in range(5):
        jobs.start(slow, heard.append)
    jobs.start(lambda _stop: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    jobs.close()
    assert heard == ["new"]
    assert stops
    assert all(stop.is_set() for stop in stops)


def test_a_stale_result_that_is_already_on_its_way_is_dropped(
    jobs: LatestOnly[str], qtbot: QtBot
) -> None:
    heard: Heard = []
    finished = threading.Event()

    def quick(_stop: threading.Event) -> str:
        finished.set()
        return "old"

    jobs.start(quick, heard.append)
    assert finished.wait(5)  # its result waits for this thread, which asks for another
    jobs.start(lambda _stop: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["new"]


def test_an_error_comes_back_as_a_value(jobs: LatestOnly[str], qtbot: QtBot) -> None:
    heard: Heard = []
    error = ArgmapError("Graphviz says no.")

    def fails(_stop: threading.Event) -> str:
        raise error

    jobs.start(fails, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [error]


def test_a_bug_is_raised_where_the_report_window_hears_of_it(
    jobs: LatestOnly[str], qtbot: QtBot
) -> None:
    heard: Heard = []

    def fails(_stop: threading.Event) -> str:
        return dict[str, str]()["no such key"]

    with qtbot.captureExceptions() as raised:
        jobs.start(fails, heard.append)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert [kind for kind, _value, _trace in raised] == [KeyError]
    assert heard == []


def test_cancelled_work_is_not_heard_of(jobs: LatestOnly[str], qtbot: QtBot) -> None:
    heard: Heard = []
    jobs.start(lambda stop: str(stop.wait(5)), heard.append)
    jobs.cancel()
    assert not jobs.busy
    jobs.start(lambda _stop: "after", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["after"]


def test_close_leaves_no_thread_and_no_result(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    heard: Heard = []
    jobs: LatestOnly[str] = LatestOnly()
    for _ in range(9):
        jobs.start(lambda stop: str(stop.wait(5)), heard.append)
    jobs.close()
    assert set(threading.enumerate()) <= before
    qtbot.wait(0)
    assert heard == []


def test_a_result_that_has_arrived_is_let_go(qapp: object, qtbot: QtBot) -> None:
    del qapp
    jobs: LatestOnly[set[str]] = LatestOnly()
    arrived: list[ReferenceType[set[str]]] = []
    jobs.start(lambda _stop: set("large"), lambda result: arrived.append(_looked_at(result)))
    qtbot.waitUntil(lambda: bool(arrived))
    qtbot.waitUntil(lambda: arrived[0]() is None)
    jobs.close()


def _looked_at(result: set[str] | ArgmapError) -> ReferenceType[set[str]]:
    assert isinstance(result, set)
    return ref(result)
