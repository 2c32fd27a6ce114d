"""Bringing a window to the front."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def come_forward(window: QWidget) -> None:
    """Make a window the one that the user looks at."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
