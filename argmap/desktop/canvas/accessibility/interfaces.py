"""What a screen reader asks of the canvas: a list of cards and steps, in words.

A bare graphics view says nothing to assistive technology. Here it is a list; an item's description
says what the picture shows with arrows. Overriding `interface_cast` crashes PySide6, so it is not
done.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget

from argmap.desktop.canvas.accessibility.accessible_items import AccessibleItems, ItemProxy
from argmap.desktop.canvas.accessibility.descriptions import describe, name
from argmap.desktop.canvas.view.map_view import MapView
from argmap.drawing.marks import UNMARKED


class AccessibleItem(QAccessibleObject):
    """One card or arrow."""

    def __init__(self, proxy: ItemProxy) -> None:
        super().__init__(proxy)
        self._view = proxy.view
        self._id = proxy.id

    def parent(self) -> QAccessibleInterface:
        """Return the view."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, _index: int) -> Any:
        """Return None, which Qt takes although its types do not tell: it has no parts."""
        return None

    def childCount(self) -> int:
        """Return 0: it has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return -1: it has no parts."""
        return -1

    def role(self) -> QAccessible.Role:
        """Return the role of an item of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name (kind and text) or the description (badge and ties)."""
        argument_map = self._view.session.argument_map
        if kind is QAccessible.Text.Name:
            return name(argument_map, self._id)
        if kind is QAccessible.Text.Description:
            marks = self._view.session.marks
            return describe(argument_map, self._id, marks.get(self._id, UNMARKED))
        return ""

    def state(self) -> QAccessible.State:
        """Return whether it is selected, whether keys go to it, is in sight, and is folded."""
        session = self._view.session
        state = QAccessible.State()
        state.selectable = state.focusable = state.multiSelectable = 1
        state.selected = int(self._id in map(session.seen_as, session.selection))
        current = session.seen_as(session.current)
        state.focused = int(self._id == current and self._view.hasFocus())
        state.offscreen = int(not self.rect().intersects(_viewport_on_screen(self._view)))
        folded = self._id in session.view.folded
        group = self._id in session.groups.within
        below = group or bool(session.argument_map.relations_on(self._id))
        state.expandable, state.collapsed = int(below), int(below and folded)
        state.expanded = int(below and not folded)
        return state

    def rect(self) -> QRect:
        """Return its rectangle on the screen."""
        rect = self._view.rect_of(self._id)
        if rect is None:
            return QRect()
        seen = self._view.rect_to_viewport(rect).toRect()
        return QRect(self._view.viewport().mapToGlobal(seen.topLeft()), seen.size())


class AccessibleMapView(QAccessibleWidget):
    """The view as a list of its cards and arrows."""

    def __init__(self, items: AccessibleItems) -> None:
        super().__init__(items.view, QAccessible.Role.List, "Map")
        self._items = items
        self._view = items.view

    def childCount(self) -> int:
        """Return the number of cards and arrows in the picture."""
        return len(self._items.order)

    def child(self, index: int) -> Any:
        """Return the card or arrow at an index, in the order of the file, or None."""
        order = self._items.order
        return self._items.interface(order[index]) if 0 <= index < len(order) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the index of a card or arrow; -1 for what is not here."""
        proxy = child.object()
        return self._items.index.get(proxy.id, -1) if isinstance(proxy, ItemProxy) else -1

    def childAt(self, x: int, y: int) -> Any:
        """Return the card or arrow at a point of the screen, or None."""
        id_ = self._view.item_at(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        return self._items.interface(id_) if id_ else None

    def focusChild(self) -> Any:
        """Return the current card or arrow, or None."""
        current = self._items.current
        return self._items.interface(current) if current in self._items.index else None


def _viewport_on_screen(view: MapView) -> QRect:
    viewport = view.viewport()
    return QRect(viewport.mapToGlobal(QPoint()), viewport.size())
