"""What a screen reader hears of the canvas: a list of cards, each with its role, text and ties.

A bare graphics view says nothing to assistive technology. Each card of the picture becomes an
accessible object below the view's, in the order of the file; its description says in words what
the picture shows with arrows. Overriding `interface_cast` crashes PySide6, so it is not done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing

if TYPE_CHECKING:
    from argmap.desktop.canvas.view import Canvas


def describe(argument_map: ArgumentMap, statement: str) -> str:
    """Say in words what a statement bears on, and what bears on it."""
    said = [
        f"{_verb(relation)} {_target(argument_map, relation)}"
        for relation in argument_map.relations_of(statement)
    ]
    on = argument_map.relations_on(statement)
    for bearing, words in ((Bearing.SUPPORTS, "supported"), (Bearing.ATTACKS, "attacked")):
        count = sum(relation.bearing is bearing for relation in on)
        if count:
            said.append(f"{words} by {count} {'reason' if count == 1 else 'reasons'}")
    return "; ".join(said)


def _verb(relation: Relation) -> str:
    verb = "supports" if relation.bearing is Bearing.SUPPORTS else "attacks"
    if not relation.linked:
        return verb
    others = len(relation.premises) - 1
    return f"{verb}, linked with {others} {'other' if others == 1 else 'others'},"


def _target(argument_map: ArgumentMap, relation: Relation) -> str:
    """Name the statement that a relation bears on, at the end of however many steps."""
    id_, seen = relation.target, {relation.id}
    while (step := argument_map.relation_by_id.get(id_)) and id_ not in seen:
        seen.add(id_)
        id_ = step.target
    final = argument_map.statement_by_id.get(id_)
    if final is None:
        return "a step"
    return f"“{final.text}”" if len(seen) == 1 else f"a step to “{final.text}”"


class Handle(QObject):
    """What stands for a card where Qt wants a QObject."""

    def __init__(self, canvas: Canvas, id_: str) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.id = id_


class AccessibleCard(QAccessibleObject):
    """One card."""

    def __init__(self, handle: Handle) -> None:
        super().__init__(handle)
        self._canvas = handle.canvas
        self._id = handle.id

    def parent(self) -> QAccessibleInterface:
        """Give the canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give nothing: a card has no parts."""
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
        """Give the name (kind and text) or the description (ties) of the card."""
        argument_map = self._canvas.session.argument_map
        statement = argument_map.statement_by_id.get(self._id)
        if statement and kind is QAccessible.Text.Name:
            return f"{statement.kind}: {statement.text}"
        if statement and kind is QAccessible.Text.Description:
            return describe(argument_map, self._id)
        return ""

    def state(self) -> QAccessible.State:
        """Say whether the card is selected, and whether keys go to it."""
        session = self._canvas.session
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        state.selected = int(self._id in session.selection)
        state.focused = int(self._id == session.current and self._canvas.hasFocus())
        return state

    def rect(self) -> QRect:
        """Give the card's place on the screen."""
        place = self._canvas.place_of(self._id)
        if place is None:
            return QRect()
        seen = self._canvas.on_screen(place).toRect()
        return QRect(self._canvas.viewport().mapToGlobal(seen.topLeft()), seen.size())


class AccessibleCanvas(QAccessibleWidget):
    """The canvas as a list of its cards."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, "Map")
        self._canvas = canvas

    def childCount(self) -> int:
        """Count the cards in the picture."""
        return len(self._canvas.stage.cards)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the card at an index, in the order of the file."""
        ids = list(self._canvas.stage.cards)
        return self._canvas.access.card(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find a card."""
        handle = child.object()
        ids = list(self._canvas.stage.cards)
        return ids.index(handle.id) if isinstance(handle, Handle) and handle.id in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the card at a place of the screen."""
        id_ = self._canvas.card_at(self._canvas.viewport().mapFromGlobal(QPoint(x, y)))
        return self._canvas.access.card(id_) if id_ else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Give the current card."""
        current = self._canvas.session.current
        return self._canvas.access.card(current) if current in self._canvas.stage.cards else None


class Access(QObject):
    """The accessible side of one canvas: makes handles when they are asked for, tells changes."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self._handles: dict[str, Handle] = {}
        canvas.session.selected.connect(self._tell)

    def card(self, id_: str) -> QAccessibleInterface:
        """Give the accessible object of a card."""
        if id_ not in self._handles:
            self._handles[id_] = Handle(self.canvas, id_)
        return QAccessible.queryAccessibleInterface(self._handles[id_])

    def _tell(self) -> None:
        current = self.canvas.session.current
        if not QAccessible.isActive() or current not in self.canvas.stage.cards:
            return
        self.card(current)
        for event in (QAccessible.Event.Focus, QAccessible.Event.Selection):
            QAccessible.updateAccessibility(QAccessibleEvent(self._handles[current], event))


def factory(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Make the accessible object of a canvas or a card; None for everything else."""
    if isinstance(thing, Handle):
        return AccessibleCard(thing)
    access = getattr(thing, "access", None)
    return AccessibleCanvas(access.canvas) if isinstance(access, Access) else None
