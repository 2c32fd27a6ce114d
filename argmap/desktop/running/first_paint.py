"""What waits until a widget has been painted: long work, which would leave its window black."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST_MS = 1000
"""A window that nobody sees, such as one that is minimised, is not painted."""


class FirstPaint(QObject):
    """Calls something once, after a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._go)
        self._wait.start(_LONGEST_MS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on when what is being painted now is on the screen."""
        if event.type() == QEvent.Type.Paint:
            self._wait.start(0)
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        # Nothing is held from here on: were the last reference to the widget let go while this is
        # being deleted, the widget would delete it a second time.
        then, self._then = self._then, None
        self.deleteLater()
        if then:
            then()
