"""What a screen reader is told of a widget, with nothing of its object kept.

Qt deletes what it has made for a widget together with it, and Python is not told: who holds on to
it hands the next object at the same address to the old wrapper, which may be of another class.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def name(widget: QWidget) -> str:
    """Return the name of a widget."""
    return _text(widget, QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    """Return the description of a widget."""
    return _text(widget, QAccessible.Text.Description)


def part_count(widget: QWidget) -> int:
    """Return of how many parts a widget consists."""
    return QAccessible.queryAccessibleInterface(widget).childCount()


def kept() -> list[type]:
    """Return the classes of the objects made by Qt that somebody still holds.

    Nothing is asked of them, as they may be gone.
    """
    found = [w for w in shiboken6.getAllValidWrappers() if isinstance(w, QAccessibleInterface)]
    return [type(one) for one in found if not shiboken6.createdByPython(one)]


def _text(widget: QWidget, which: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(which)
