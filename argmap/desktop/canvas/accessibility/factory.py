"""Finds for Qt what stands for a canvas, a card or an arrow where a screen reader asks.

Without one nobody asks, so the words for it are loaded with the first question.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessibleInterface

from argmap.desktop.canvas.accessibility.accessible_items import AccessibleItems, ItemProxy


def factory(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the accessible object of a canvas, card or arrow; None for everything else.

    A canvas is known by its `accessible_items`: Qt asks about every object of the program.
    """
    found = thing if isinstance(thing, ItemProxy) else getattr(thing, "accessible_items", None)
    if not isinstance(found, ItemProxy | AccessibleItems):
        return None
    from argmap.desktop.canvas.accessibility.interfaces import AccessibleItem, AccessibleMapView

    return AccessibleItem(found) if isinstance(found, ItemProxy) else AccessibleMapView(found)
