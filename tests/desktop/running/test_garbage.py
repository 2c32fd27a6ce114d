from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from mmap import PAGESIZE
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.running.garbage import QUIET, Collector, spare, thaw
from argmap.desktop.running.jobs import LatestOnly
from argmap.linux import function


class Knot(QObject):
    """Garbage that only the collector finds: it holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.self_held = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    del qapp
    turn = sys.getswitchinterval()
    gc.enable()
    collector = Collector()
    yield collector
    collector.deleteLater()
    sys.setswitchinterval(turn)
    thaw()


def _allocate() -> None:
    keep = [[number] for number in range(20_000)]
    assert len(keep) == 20_000


def test_a_worker_that_allocates_deletes_no_widgets(collector: Collector) -> None:
    knot = weakref.ref(Knot())
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert knot() is not None, "the worker has collected"
    _ = [[number] for number in range(2_000)]
    kept = [[number] for number in range(2_000)]
    collector.collect()
    assert knot() is None
    assert kept


def test_nothing_is_collected_before_it_is_due(collector: Collector) -> None:
    gc.collect()
    knot = weakref.ref(Knot())
    collector.collect()
    assert knot() is not None


def _work(collector: Collector, knots: int) -> list[object]:
    """Let garbage be made and searched for so many times; return what was kept meanwhile."""
    kept: list[object] = []
    for _ in range(knots):
        kept.append([[number] for number in range(2_000)])
        collector.collect()
    return kept


def _rest(collector: Collector) -> None:
    """Let nothing be made for as long as it takes until the old is searched, too."""
    for _ in range(QUIET + 1):
        collector.collect()


def test_the_old_is_searched_when_nobody_is_at_work(collector: Collector) -> None:
    thing = Knot()
    knot = weakref.ref(thing)
    kept = _work(collector, 1)
    del thing
    kept += _work(collector, 110)
    assert knot() is not None, "a thorough search in the midst of work holds it up"
    _rest(collector)
    assert knot() is None
    assert kept


def test_what_survives_a_thorough_search_rests_until_a_window_closes(collector: Collector) -> None:
    kept = _work(collector, 110)
    _rest(collector)
    assert gc.get_freeze_count()
    knot = weakref.ref(Knot())
    kept += _work(collector, 1)
    assert knot() is None, "what came later is searched all the same"
    thaw()
    assert not gc.get_freeze_count()


def test_what_was_just_read_is_not_searched(collector: Collector) -> None:
    read = [[number] for number in range(2_000)]
    spare()
    assert gc.get_freeze_count() >= len(read)
    assert gc.get_count()[0] < len(read)
    knot = weakref.ref(Knot())
    kept = _work(collector, 1)
    assert knot() is None
    assert kept


_STATM = Path("/proc/self/statm")


def _resident() -> int:
    return int(_STATM.read_text(encoding="ascii").split()[1]) * PAGESIZE


@pytest.mark.skipif(function("malloc_trim") is None, reason="the C library decides by itself")
@pytest.mark.skipif(not _STATM.exists(), reason="the system does not tell how much is in use")
@pytest.mark.parametrize("at_rest", [True, False])
def test_memory_that_is_free_between_what_stays_is_given_back(
    collector: Collector, qtbot: QtBot, at_rest: bool
) -> None:
    _work(collector, 1)
    pieces = [bytes(3000) for _ in range(20_000)]
    full = _resident()
    stays = pieces[::100]
    del pieces
    assert _resident() > full - 10_000_000, "it goes back by itself"
    if at_rest:
        _rest(collector)
    else:
        _have_worked_out(5, qtbot)
    assert _resident() < full - 30_000_000
    assert stays


def _have_worked_out(times: int, qtbot: QtBot) -> None:
    work = LatestOnly[int]()
    for _ in range(times):
        work.start(lambda _stop: 1, lambda _result: None)
        qtbot.waitUntil(lambda: not work.busy)
    work.close()


def _interval(collector: Collector) -> int:
    return next(timer.interval() for timer in collector.findChildren(QTimer))


def test_while_something_is_worked_out_garbage_is_searched_more_often(
    collector: Collector,
) -> None:
    """Or the window would wait for a search of all that was made meanwhile."""
    usual = _interval(collector)
    work = LatestOnly[int]()
    work.start(lambda _stop: 1, lambda _result: None)
    assert _interval(collector) < usual / 5
    work.close()
    _work(collector, 3)
    assert _interval(collector) < usual / 5
    _rest(collector)
    assert _interval(collector) == usual
