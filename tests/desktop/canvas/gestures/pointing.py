"""Where and with what a user points in the tests of gestures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt

from argmap.drawing import theme as themes
from tests.desktop.canvas.conftest import Hand

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MIDDLE = Qt.MouseButton.MiddleButton
RIGHT = Qt.MouseButton.RightButton
Key = Qt.Key
Shape = Qt.CursorShape
ACCENT = themes.load("light").lines["selection"]


def cursor(hand: Hand) -> Qt.CursorShape:
    return hand.canvas.viewport().cursor().shape()


def empty_spot(hand: Hand) -> QPoint:
    """Return a place near the corner where nothing lies."""
    at = hand.canvas.viewport().rect().bottomRight() - QPoint(8, 8)
    assert not hand.canvas.item_at(at)
    return at


def near_end(hand: Hand, id_: str, share: float) -> QPoint:
    place = hand.canvas.rect_of(id_)
    assert place
    seen = hand.canvas.rect_to_viewport(place)
    return QPointF(seen.left() + share * seen.width(), seen.center().y()).toPoint()


def premises_on(hand: Hand, target: str) -> list[str]:
    return [p for r in hand.argument_map.relations_on(target) for p in r.premises]
