"""The program is told by a signal to end, as when the computer is shut down: keep the work first.

A signal interrupts anything, so Python only notes its number in a socket; Qt's loop reads it there
between two events. Then the program ends as if nobody had heard the signal. A second one ends it
at once, as soon as Python runs.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


class KeepsBeforeTheEnd(QObject):
    """Calls `keep` when the program is told to end, and then ends it."""

    def __init__(self, keep: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._told = False
        self._read, self._write = socket.socketpair()
        self._read.settimeout(0)
        self._write.settimeout(0)
        signal.set_wakeup_fd(self._write.fileno())
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        for number in _SIGNALS:
            signal.signal(number, self._interrupted)

    def _interrupted(self, number: int, _frame: FrameType | None) -> None:
        if self._told:
            _end(number)
        self._told = True

    def _heard(self) -> None:
        numbers = [number for number in self._read.recv(64) if number in _SIGNALS]
        if numbers:
            self._notifier.setEnabled(False)
            try:
                self._keep()
            finally:
                _end(numbers[0])


def _end(number: int) -> None:
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
