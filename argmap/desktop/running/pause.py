"""Waiting until nothing has happened for a while: each start of the timer begins the wait anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def pause(parent: QObject, milliseconds: int, then: Callable[[], object]) -> QTimer:
    """Return a timer that calls `then` once, so long after it was started last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
