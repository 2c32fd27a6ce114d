"""What a screen reader hears of the canvas: a list of cards and steps, in words.

A bare graphics view says nothing to assistive technology. Each card of the picture, and after
them each arrow, becomes an accessible object below the view's, in the order of the file; its
description says what the picture shows with arrows. Overriding `interface_cast` crashes PySide6,
so it is not done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget

from argmap.desktop.canvas.accessibility.descriptions import describe, name
from argmap.drawing.marks import UNMARKED

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas


class Handle(QObject):
    """What stands for a card or an arrow where Qt wants a QObject."""

    def __init__(self, canvas: Canvas, id_: str) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.id = id_


class AccessibleItem(QAccessibleObject):
    """One card or arrow."""

    def __init__(self, handle: Handle) -> None:
        super().__init__(handle)
        self._canvas = handle.canvas
        self._id = handle.id

    def parent(self) -> QAccessibleInterface:
        """Return the canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, _index: int) -> Any:
        """Return None, which Qt takes although its types do not tell: it has no parts."""
        return None

    def childCount(self) -> int:
        """Count no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Find no part."""
        return -1

    def role(self) -> QAccessible.Role:
        """Say that it is an item of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name (kind and text) or the description (badge and ties)."""
        argument_map = self._canvas.session.argument_map
        if kind is QAccessible.Text.Name:
            return name(argument_map, self._id)
        if kind is QAccessible.Text.Description:
            marks = self._canvas.session.marks
            return describe(argument_map, self._id, marks.get(self._id, UNMARKED))
        return ""

    def state(self) -> QAccessible.State:
        """Say whether it is selected, whether keys go to it, is in sight, and is folded."""
        session = self._canvas.session
        state = QAccessible.State()
        state.selectable = state.focusable = state.multiSelectable = 1
        state.selected = int(self._id in session.selection)
        state.focused = int(self._id == session.current and self._canvas.hasFocus())
        seen = self.rect().intersects(self._canvas.access.room())
        state.offscreen = int(not seen)
        folded = self._id in session.view.folded
        below = bool(session.argument_map.relations_on(self._id))
        state.expandable, state.collapsed = int(below), int(below and folded)
        state.expanded = int(below and not folded)
        return state

    def rect(self) -> QRect:
        """Return its place on the screen."""
        place = self._canvas.place_of(self._id)
        if place is None:
            return QRect()
        seen = self._canvas.on_screen(place).toRect()
        return QRect(self._canvas.viewport().mapToGlobal(seen.topLeft()), seen.size())


class AccessibleCanvas(QAccessibleWidget):
    """The canvas as a list of its cards and arrows."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, "Map")
        self._access = canvas.access
        self._canvas = canvas

    def childCount(self) -> int:
        """Count the cards and arrows in the picture."""
        return len(self._access.order)

    def child(self, index: int) -> Any:
        """Return the card or arrow at an index, in the order of the file, or None."""
        order = self._access.order
        return self._access.item(order[index]) if 0 <= index < len(order) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find a card or arrow; -1 for what is not here."""
        handle = child.object()
        return self._access.index.get(handle.id, -1) if isinstance(handle, Handle) else -1

    def childAt(self, x: int, y: int) -> Any:
        """Return the card or arrow at a place of the screen, or None."""
        id_ = self._canvas.item_at(self._canvas.viewport().mapFromGlobal(QPoint(x, y)))
        return self._access.item(id_) if id_ else None

    def focusChild(self) -> Any:
        """Return the current card or arrow, or None."""
        current = self._canvas.session.current
        return self._access.item(current) if current in self._access.index else None


class Access(QObject):
    """The accessible side of one canvas: makes handles when they are asked for, tells changes."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.order: tuple[str, ...] = ()
        self.index: dict[str, int] = {}
        self._handles: dict[str, Handle] = {}
        canvas.session.selected.connect(self._selected)
        canvas.session.marked.connect(self._marked)

    def item(self, id_: str) -> QAccessibleInterface:
        """Return the accessible object of a card or arrow."""
        return QAccessible.queryAccessibleInterface(self._handle(id_))

    def room(self) -> QRect:
        """Return the part of the screen in which the picture can be seen."""
        viewport = self.canvas.viewport()
        return QRect(viewport.mapToGlobal(QPoint()), viewport.size())

    def arrived(self) -> None:
        """Take note of a new picture."""
        picture = self.canvas.stage.picture
        if picture is None:
            return
        order = (*picture.card_by_id, *picture.arrow_by_id)
        if order == self.order:
            return
        self.order = order
        self.index = {id_: index for index, id_ in enumerate(order)}
        for id_ in self._handles.keys() - self.index.keys():
            self._handles.pop(id_).deleteLater()
        self._tell(self.canvas, QAccessible.Event.ObjectReorder)
        # A card that was just made is selected before it is in the picture, so it is told now.
        self.tell_focus()

    def tell_focus(self) -> None:
        """Tell to which card the keys go now."""
        current = self.canvas.session.current
        if self.canvas.hasFocus() and current in self.index:
            self._tell(self._handle(current), QAccessible.Event.Focus)

    def _selected(self) -> None:
        current = self.canvas.session.current
        if current in self.index:
            self._tell(self._handle(current), QAccessible.Event.Selection)
        self.tell_focus()

    def _marked(self) -> None:
        current = self.canvas.session.current
        if current in self.index:
            self._tell(self._handle(current), QAccessible.Event.DescriptionChanged)

    def _handle(self, id_: str) -> Handle:
        if id_ not in self._handles:
            self._handles[id_] = Handle(self.canvas, id_)
        return self._handles[id_]

    def _tell(self, thing: QObject, event: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(thing, event))


def factory(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Make the accessible object of a canvas, card or arrow; None for everything else."""
    if isinstance(thing, Handle):
        return AccessibleItem(thing)
    access = getattr(thing, "access", None)
    return AccessibleCanvas(access.canvas) if isinstance(access, Access) else None
