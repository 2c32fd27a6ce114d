"""The mouse on the canvas: what a press begins, what is pointed at, what is asked of a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from argmap.desktop import draft
from argmap.desktop.canvas.gestures.drag_card import Carry
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.gestures.pan import Pan
from argmap.desktop.canvas.gestures.pick_target import Pick
from argmap.desktop.canvas.gestures.rubber_band import Marquee

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

EDGE = 7
"""How wide, in pixels, the border of a card is from which links are drawn."""

_TOGGLING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Pointer:
    """What the mouse means on a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._button = Qt.MouseButton.NoButton

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that a press means; while something is picked, pick."""
        canvas = self._canvas
        if isinstance(canvas.gesture, Pick):
            if _is_left(event):
                canvas.gesture.end(event.position().toPoint(), event.modifiers())
            return
        gesture = self._gesture(event)
        if gesture:
            self._button = event.button()
            canvas.begin(gesture)

    def move(self, event: QMouseEvent) -> None:
        """Pass the move to the gesture, or show what is pointed at."""
        canvas, at = self._canvas, event.position().toPoint()
        if canvas.gesture:
            canvas.gesture.move(at, event.modifiers())
            return
        canvas.spotlight.point_at(canvas.item_at(at))
        if canvas.keys.panning:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.CrossCursor if self._edge(at) else Qt.CursorShape.ArrowCursor
        canvas.viewport().setCursor(shape)

    def release(self, event: QMouseEvent) -> None:
        """End the gesture, when the button that began it is let go."""
        gesture = self._canvas.gesture
        if gesture and not isinstance(gesture, Pick) and event.button() is self._button:
            gesture.end(event.position().toPoint(), event.modifiers())
            self._canvas.end_gesture(cancel=False)

    def double_click(self, event: QMouseEvent) -> None:
        """Edit the card; on empty canvas begin a claim."""
        canvas, at = self._canvas, event.position().toPoint()
        if not _is_left(event):
            return
        card = canvas.card_at(at)
        if card:
            canvas.edit(card)
        elif not canvas.item_at(at):
            canvas.session.draft(draft.claim())

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is pointed at, or by key of what is selected."""
        canvas = self._canvas
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = canvas.place_of(canvas.session.current) or canvas.bounds()
            at = canvas.on_screen(place).center().toPoint()
            inside = canvas.viewport().rect()
            at.setX(max(inside.left(), min(inside.right(), at.x())))
            at.setY(max(inside.top(), min(inside.bottom(), at.y())))
            canvas.menu_wanted.emit(canvas.viewport().mapToGlobal(at))
            return
        under = canvas.item_at(event.pos())
        if under not in canvas.session.selection:
            canvas.session.select([under] if under else [])
        canvas.menu_wanted.emit(event.globalPos())

    def _gesture(self, event: QMouseEvent) -> Gesture | None:
        """Return the gesture that a press begins, after selecting what it selects."""
        canvas, at = self._canvas, event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton or (
            canvas.keys.panning and _is_left(event)
        ):
            canvas.keys.dragged()
            return Pan(canvas, at)
        if not _is_left(event):
            return None
        under = canvas.item_at(at)
        if not under:
            return Marquee(canvas, at)
        edge = self._edge(at)
        self._select(under, event.modifiers())
        if edge:
            return DrawLink(canvas, at, edge)
        return Carry(canvas, at, under) if under in canvas.stage.cards else None

    def _edge(self, at: QPoint) -> str:
        """Return the card whose border is at a place of the viewport, if the map may be changed."""
        canvas = self._canvas
        card = canvas.card_at(at)
        if not card or canvas.session.read_only:
            return ""
        place = canvas.on_screen(canvas.stage.cards[card].place)
        inner = place.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        return "" if inner.contains(at) or inner.width() <= 0 or inner.height() <= 0 else card

    def _select(self, id_: str, modifiers: Qt.KeyboardModifier) -> None:
        session = self._canvas.session
        if not modifiers & _TOGGLING:
            if id_ not in session.selection:
                session.select([id_])
        elif id_ in session.selection:
            session.select(i for i in session.selection if i != id_)
        else:
            session.select((*session.selection, id_))


def _is_left(event: QMouseEvent) -> bool:
    return event.button() is Qt.MouseButton.LeftButton
