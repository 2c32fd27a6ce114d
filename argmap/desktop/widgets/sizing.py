"""Sizes of windows and dialogs that fit the screen, whatever its size and scale."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QWidget

_FRAME_WIDTH = 8
_FRAME_HEIGHT = 40
"""About what the desktop draws around a window; it is not known before the window shows."""


def resize_on_screen(widget: QWidget, width: int, height: int) -> None:
    """Give a window this size, or as much of it as its screen has room for."""
    room = widget.screen().availableSize()
    most = room.shrunkBy(QMargins(0, 0, _FRAME_WIDTH, _FRAME_HEIGHT))
    widget.resize(QSize(width, height).boundedTo(most))
