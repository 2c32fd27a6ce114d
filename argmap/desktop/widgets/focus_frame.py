"""Thin frames that show in which part of a window, and on which button, the keys are heard."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from argmap.desktop.widgets.focus import go_round

WIDTH = 2


class FocusFrame(QWidget):
    """Holds one widget; its edge is coloured while that, or anything inside it, has the focus.

    What is held may be put in later than the frame is made.
    """

    def __init__(self, widget: QWidget | None = None) -> None:
        super().__init__()
        self.inside: QWidget | None = None
        self.focused = False
        pile = QVBoxLayout(self)
        pile.setContentsMargins(WIDTH, WIDTH, WIDTH, WIDTH)
        if widget:
            self.hold(widget)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "widgets need one"
        app.focusChanged.connect(self._focus_changed)

    def hold(self, widget: QWidget) -> None:
        """Put in what the frame is for."""
        self.inside = widget
        pile = self.layout()
        assert pile is not None, "it was given one"
        pile.addWidget(widget)
        # At once: what Qt shows in a moment by itself could not take the focus before.
        widget.show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round in what is held; F6 leads out of it."""
        return go_round(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        super().paintEvent(event)
        if self.focused:
            _paint(self)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        focused = new is not None and self.isAncestorOf(new)
        if focused != self.focused:
            self.focused = focused
            self.update()


class FramedButton(QToolButton):
    """A button that has a frame while Space presses it; Qt draws none on those in bars."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the frame on it."""
        super().paintEvent(event)
        if self.hasFocus():
            _paint(self)


def _paint(widget: QWidget) -> None:
    """Draw the frame along the edge of a widget."""
    painter = QPainter(widget)
    half = WIDTH // 2
    painter.setPen(QPen(widget.palette().highlight(), WIDTH))
    painter.drawRect(widget.rect().adjusted(half, half, -half, -half))
    painter.end()
