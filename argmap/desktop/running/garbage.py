"""Collects garbage in the thread of the window, and only there.

Python looks for cyclic garbage in whatever thread happens to allocate. In a worker that would
delete widgets and scenes of closed windows beside Qt's back, which ends the process at some later
moment. So the automatic search is off while the window runs, and a timer does it instead.

A search takes as long as there are objects to look at, and the window waits. So what is new is
searched often, a few milliseconds' worth each time, and the rest when nothing has been made for a
minute. While something is worked out beside the window, which makes a hundred thousand objects in
a moment, it is searched more often still.

What is freed between things that stay, the C library keeps: after a day of work that is a tenth of
all memory. So it is made to give it back, which takes a millisecond or two: here when the window
comes to rest, and beside it while it is at work (`jobs`).
"""

from __future__ import annotations

import gc
import sys
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

from argmap.linux import function

_EVERY_MS = 100
_CLOSELY_MS = 8
_CLOSELY = 25
"""So many looks in a row find little that is new, then what was worked out is there."""
QUIET = 600
"""After so many looks at which there was little that is new, nobody has been at work for a minute:
a thorough search beside a map of ten thousand cards takes half a second."""
_SURVIVED = 100
"""So many searches of what was new leave enough for a thorough one, as Python itself has it."""
_TURN_S = 0.0002
"""How long a thread keeps the interpreter while the window waits for it: Python's own is 25 times
as long, and the window waits each time that it has called Qt."""


class Collector(QObject):
    """Searches for garbage where the window's thread allows it, and lets that thread go first."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        sys.setswitchinterval(_TURN_S)
        self._quiet = 0
        self._survived = 0
        self._searched = False
        _running.add(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what is new if that is due; the rest once nothing has been made for a while.

        What survives a thorough search is not searched again until something large may have become
        garbage (`thaw`).
        """
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)
            self._quiet = 0
            self._survived += 1
            self._searched = True
            return
        self._quiet += 1
        if self._quiet == _CLOSELY:
            self._timer.setInterval(_EVERY_MS)
            if self._searched:
                give_back()
                self._searched = False
        if self._quiet >= QUIET and self._survived > _SURVIVED:
            gc.collect()
            gc.freeze()
            self._survived = 0

    def look_closely(self) -> None:
        """Look often, until little is made any more."""
        self._quiet = 0
        self._timer.setInterval(_CLOSELY_MS)


_running: WeakSet[Collector] = WeakSet()


def give_back() -> None:
    """Have the C library give back what is free."""
    if trim := function("malloc_trim"):
        trim(0)


def work_begins() -> None:
    """Have what a thread is going to make searched while it makes it, a little at a time."""
    for collector in _running:
        collector.look_closely()


def spare() -> None:
    """Let no search look at what is there by now: a map that was just read is no garbage.

    Where Python searches by itself nothing is spared.
    """
    if not gc.isenabled():
        gc.freeze()


def thaw() -> None:
    """Let the next thorough search look at everything again, now that a window has closed."""
    gc.unfreeze()
