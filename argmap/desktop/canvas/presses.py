"""What a press of a mouse button or a key on the canvas means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from argmap.desktop.canvas.gesture import Gesture
from argmap.desktop.canvas.gestures.carry import Carry
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.gestures.marquee import Marquee
from argmap.desktop.canvas.gestures.pan import Pan

if TYPE_CHECKING:
    from argmap.desktop.canvas.view import Canvas

EDGE = 7
"""How wide, in pixels, the border of a card is from which links are drawn."""

_TOGGLING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def writes(event: QKeyEvent) -> bool:
    """Tell whether a key writes something: any printable character but Space."""
    text = event.text()
    return bool(text) and text.isprintable() and text != " " and not event.modifiers() & _COMMANDS


def on_edge(canvas: Canvas, at: QPoint) -> str:
    """Give the card whose border is at a place of the viewport, if the map may be changed."""
    card = canvas.card_at(at)
    if not card or canvas.session.read_only:
        return ""
    place = canvas.on_screen(canvas.stage.cards[card].place)
    inner = place.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    return "" if inner.contains(at) or inner.isEmpty() else card


def gesture_of(canvas: Canvas, event: QMouseEvent, *, space: bool) -> Gesture | None:
    """Give the gesture that a press begins, after selecting what it selects."""
    at = event.position().toPoint()
    if event.button() is Qt.MouseButton.MiddleButton or (space and _is_left(event)):
        return Pan(canvas, at)
    if not _is_left(event):
        return None
    under = canvas.item_at(at)
    if not under:
        return Marquee(canvas, at)
    edge = on_edge(canvas, at)
    _select(canvas, under, event.modifiers())
    if edge:
        return DrawLink(canvas, at, edge)
    return Carry(canvas, at, under) if under in canvas.stage.cards else None


def _is_left(event: QMouseEvent) -> bool:
    return event.button() is Qt.MouseButton.LeftButton


def _select(canvas: Canvas, id_: str, modifiers: Qt.KeyboardModifier) -> None:
    session = canvas.session
    if not modifiers & _TOGGLING:
        if id_ not in session.selection or len(session.selection) == 1:
            session.select([id_])
    elif id_ in session.selection:
        session.select(i for i in session.selection if i != id_)
    else:
        session.select((*session.selection, id_))
