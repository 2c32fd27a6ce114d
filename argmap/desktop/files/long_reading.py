"""A large file on its way into a window: read in a thread, with a page that says so meanwhile.

The window answers while that lasts; the reading can be given up, or the window closed, at any
moment. A small file is read sooner than a page could be looked at.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from argmap.desktop.files import opening
from argmap.desktop.files.opening import Opened
from argmap.desktop.running.jobs import LatestOnly
from argmap.errors import ArgmapError

LARGE = 200_000
"""A file of so many bytes takes a twentieth of a second to read, or longer."""


Read: TypeAlias = Callable[[threading.Event], Opened]


def takes_long(path: Path) -> bool:
    """Whether a file is so large that the window would stand still while it is read."""
    try:
        return path.is_file() and path.stat().st_size > LARGE
    except OSError:
        return False


class LongReading(QObject):
    """Reads a file for one window; `path` is the file while that lasts, `ended` says it is over."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: LatestOnly[Opened] = LatestOnly()
        self._then: Callable[[Opened | ArgmapError | None], None] | None = None
        self.path: Path | None = None
        self.page = ReadingPage()
        self.page.given_up.connect(partial(self._end, None))

    def start(
        self,
        path: Path,
        then: Callable[[Opened | ArgmapError | None], None],
        read: Read | None = None,
        called: str = "",
    ) -> None:
        """Read a file; `then` gets what was read, why it cannot be, or None if it was given up.

        With `read` something else is read, under the name of the file or as it is `called`.
        """
        self.path, self._then = path, then
        self.page.tell(called or path.name)
        self._jobs.start(read or partial(read_whole, path), self._end)

    def close(self) -> None:
        """Give up without a word: the window closes, and a thread that still reads ends alone."""
        self._then = self.path = None
        self._jobs.leave()

    def _end(self, result: Opened | ArgmapError | None) -> None:
        then, self._then, self.path = self._then, None, None
        self._jobs.cancel()
        if then:
            then(result)
            self.ended.emit()


class ReadingPage(QWidget):
    """Says that a file is being read, and offers to give it up, as Escape does."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        stop = QPushButton("Cancel")
        stop.clicked.connect(self.given_up)
        pile = QVBoxLayout(self)
        pile.setSpacing(12)
        pile.addStretch()
        for widget in (self._words, stop):
            pile.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        pile.addStretch()
        self.setFocusProxy(stop)

    def tell(self, name: str) -> None:
        """Name the file."""
        self._words.setText(f"Reading “{name}”…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def read_whole(path: Path, _stop: threading.Event) -> Opened:
    """Read a file and cut its text, of which both take a while; raises ArgmapError."""
    opened = opening.read(path)
    _ = opened.reading.text  # which is cut when it is asked for first
    return opened
