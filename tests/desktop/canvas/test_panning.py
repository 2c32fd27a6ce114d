from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from tests.desktop.canvas.conftest import LEFT, Hand

START, END = QPoint(500, 300), QPoint(430, 250)
MIDDLE = Qt.MouseButton.MiddleButton


def under(hand: Hand, at: QPoint) -> QPointF:
    return hand.canvas.in_scene(QPointF(at))


def near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 1


@pytest.mark.parametrize("button", [MIDDLE, LEFT])
def test_the_point_under_the_pointer_stays_under_it(hand: Hand, button: Qt.MouseButton) -> None:
    chosen = hand.session.selection
    if button is LEFT:
        hand.canvas.keys.panning = True  # as if Space were held
    held = under(hand, START)
    hand.drag(START, END, button=button)
    assert near(under(hand, END), held)
    assert hand.session.selection == chosen
    assert hand.canvas.gesture is None


def test_escape_puts_the_paper_back(hand: Hand) -> None:
    before = under(hand, START)
    hand.press(START, button=MIDDLE)
    hand.move((START + END) / 2)
    hand.move(END)
    assert not near(under(hand, START), before)
    hand.key(Qt.Key.Key_Escape)
    assert near(under(hand, START), before)
    hand.move(START)
    hand.release(START, button=MIDDLE)
    assert near(under(hand, START), before)
