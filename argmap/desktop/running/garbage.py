"""Collects garbage in the thread of the window, and only there.

Python looks for cyclic garbage in whatever thread happens to allocate. In a worker that would
delete widgets and scenes of closed windows beside Qt's back, which ends the process at some later
moment. So the automatic search is off while the window runs, and a timer does it instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_OLDEST = 2


class Collector(QObject):
    """Searches for garbage, generation by generation, as often as Python itself would."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, and the younger with it.

        What survives a thorough search, which takes a fifth of a second beside a large map, is not
        searched again until something large may have become garbage (`thaw`).
        """
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if due:
            gc.collect(max(due))
        if _OLDEST in due:
            gc.freeze()


def thaw() -> None:
    """Let the next thorough search look at everything again, now that a window has closed."""
    gc.unfreeze()
