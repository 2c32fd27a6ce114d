"""The program with somebody at the keys: `python -m tests.commands.git.pressed ARGUMENT…`.

The keys are those that `ARGMAP_KEYS` names, each pressed when the one before has done its work. A
process of its own has no other way to be worked, and git starts one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from argmap import cli
from argmap.desktop import main as desktop

STUCK = 9
"""The status where the keys are not heard."""


class Keys:
    """Presses keys one by one, as soon as a button has the focus and none is down."""

    def __init__(self, keys: Iterator[str]) -> None:
        self._keys = keys
        self._deadline = QDeadlineTimer(20_000)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        if self._deadline.hasExpired():
            os._exit(STUCK)
        focus = QApplication.focusWidget()
        buttons = [w for w in QApplication.allWidgets() if isinstance(w, QAbstractButton)]
        if not isinstance(focus, QPushButton) or any(button.isDown() for button in buttons):
            return
        key = next(self._keys, "")
        if key:
            QTest.keySequence(focus, QKeySequence(key))
        else:
            self._timer.stop()


class Worked(QApplication):
    """An application with somebody at the keys."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.keys = Keys(iter(os.environ["ARGMAP_KEYS"].split()))


if __name__ == "__main__":
    vars(desktop)["QApplication"] = Worked
    sys.exit(cli.main(sys.argv[1:]))
