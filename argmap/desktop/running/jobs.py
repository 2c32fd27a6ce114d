"""Work off the window's thread, of which only the newest result counts.

A layout is asked for with every key press; what is no longer wanted is cancelled (Graphviz is
killed) and its result dropped, and what has not begun by then never begins. One piece of work
runs at a time, so it may keep what helps the next one. Errors come back as values: nothing is
raised in a thread. Now and then the thread gives back the memory that is free by then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from argmap.desktop.running import garbage
from argmap.errors import ArgmapError

Result = TypeVar("Result")


_MANY = 5
"""After so many results free memory is given back."""


class _Courier(QObject):
    """Carries what a worker thread has done to the thread of the window."""

    arrived = Signal(int, object)

    def __init__(self, take: Callable[[int, Future[Any]], None]) -> None:
        super().__init__()
        self._take = take
        # Queued, for work that ends at once would otherwise be told of before `start` returns.
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(int, object)
    def _deliver(self, number: int, future: Future[Any]) -> None:
        self._take(number, future)


class LatestOnly(Generic[Result]):
    """Runs one piece of work at a time; starting another one makes the last one void."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "argmap-job")
        self._courier = _Courier(self._arrived)
        self._number = 0
        self._results = 0
        self._stop = threading.Event()
        self._waiting: Future[Result] | None = None
        self._done: Callable[[Result | ArgmapError], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._done is not None

    def start(
        self,
        work: Callable[[threading.Event], Result],
        done: Callable[[Result | ArgmapError], None],
    ) -> None:
        """Do the work in a thread; `done` gets its result, or the error, in this one.

        The work gets an event that is set when its result is no longer wanted.
        """
        self.cancel()
        self._done = done
        self._stop = threading.Event()
        number = self._number
        courier = self._courier
        garbage.work_begins()
        self._waiting = future = self._pool.submit(work, self._stop)
        future.add_done_callback(lambda future: courier.arrived.emit(number, future))

    def cancel(self) -> None:
        """Stop what is running; its result will not come."""
        self._stop.set()
        if self._waiting:
            self._waiting.cancel()
            self._waiting = None
        self._number += 1
        self._done = None

    def close(self) -> None:
        """Stop, and wait until no thread is left."""
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def leave(self) -> None:
        """Stop, and let a thread that cannot be stopped end by itself: nobody waits for it."""
        self.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _arrived(self, number: int, future: Future[Result]) -> None:
        if number != self._number or self._done is None:
            return
        self._waiting = None  # or it would hold its result until the next piece of work
        self._results += 1
        if self._results % _MANY == 0:
            self._pool.submit(garbage.give_back)
        done, self._done = self._done, None
        error = future.exception()
        if isinstance(error, ArgmapError):
            done(error)
        else:
            # A bug in the work is raised here, where the report window hears of it.
            done(future.result())
