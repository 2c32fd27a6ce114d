"""Sizes of windows and dialogs that fit the screen, whatever its size and scale."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QSize
from PySide6.QtWidgets import QWidget

_FRAME_WIDTH = 8
_FRAME_HEIGHT = 40
"""About what the desktop draws around a window; it is not known before the window shows."""

_FURTHER = QPoint(32, 32)
"""From a window to the next one, so that both are seen."""


def resize_on_screen(widget: QWidget, width: int, height: int) -> None:
    """Give a window this size, or as much of it as its screen has room for."""
    room = widget.screen().availableSize()
    most = room.shrunkBy(QMargins(0, 0, _FRAME_WIDTH, _FRAME_HEIGHT))
    widget.resize(QSize(width, height).boundedTo(most))


def place_beside(window: QWidget, other: QWidget) -> None:
    """Put a window that is not shown yet a little below and beside another, all on its screen.

    Where to put a second window every desktop decides otherwise, and some put it half outside.
    """
    room = other.screen().availableGeometry()
    frame = window.size().grownBy(QMargins(0, 0, _FRAME_WIDTH, _FRAME_HEIGHT))
    last = QPoint(room.right() + 1 - frame.width(), room.bottom() + 1 - frame.height())
    wanted = other.frameGeometry().topLeft() + _FURTHER
    window.move(
        max(room.left(), min(wanted.x(), last.x())), max(room.top(), min(wanted.y(), last.y()))
    )
