from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt

from tests.desktop.canvas.conftest import Hand

START, END = QPoint(500, 300), QPoint(430, 250)
MIDDLE = Qt.MouseButton.MiddleButton


def test_escape_puts_the_paper_back(hand: Hand) -> None:
    def moved() -> float:
        return (hand.canvas.in_scene(QPointF(START)) - before).manhattanLength()

    before = hand.canvas.in_scene(QPointF(START))
    hand.press(START, button=MIDDLE)
    hand.move((START + END) / 2)
    hand.move(END)
    assert moved() > 10
    hand.key(Qt.Key.Key_Escape)
    assert moved() < 1
    hand.release(END, button=MIDDLE)
    assert moved() < 1
