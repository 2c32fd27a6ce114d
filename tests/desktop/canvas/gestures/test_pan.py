"""Dragging the picture."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt

from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.gestures.pointing import (
    MIDDLE,
)


def test_the_middle_button_pans(hand: Hand) -> None:
    hand.canvas.zoom_to(3)
    before = hand.spot("cost-doubles")
    start = hand.canvas.viewport().rect().center()
    hand.drag(start, start + QPoint(60, 40), button=Qt.MouseButton.MiddleButton)
    assert hand.spot("cost-doubles") - before == QPoint(60, 40)


START, END = QPoint(500, 300), QPoint(430, 250)


def test_escape_puts_the_picture_back(hand: Hand) -> None:
    def moved() -> float:
        return (hand.canvas.to_scene(QPointF(START)) - before).manhattanLength()

    before = hand.canvas.to_scene(QPointF(START))
    hand.press(START, button=MIDDLE)
    hand.move((START + END) / 2)
    hand.move(END)
    assert moved() > 10
    hand.key(Qt.Key.Key_Escape)
    assert moved() < 1
    hand.release(END, button=MIDDLE)
    assert moved() < 1


def test_the_picture_stays_under_the_pointer_that_was_beyond_the_end_of_the_canvas(
    hand: Hand,
) -> None:
    before = hand.canvas.to_scene(QPointF(START))
    hand.press(START, button=MIDDLE)
    hand.move(START + QPoint(9000, 9000))
    hand.move(END)
    assert (hand.canvas.to_scene(QPointF(END)) - before).manhattanLength() < 1
    hand.move(START - QPoint(9000, 9000))
    hand.key(Qt.Key.Key_Escape)
    assert (hand.canvas.to_scene(QPointF(START)) - before).manhattanLength() < 1
    hand.release(END, button=MIDDLE)
