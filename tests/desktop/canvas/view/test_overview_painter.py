"""A large map from far away: what is painted without the items must still be what is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from argmap.desktop.canvas.view.overview_painter import FEW, NEAR
from argmap.drawing.picture import Arrow, Edge, Form, Pen, Picture, Piece, Shape
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.seeing import looks

WIDE, HIGH = 60.0, 40.0
ACROSS = 25
BORDER, FILL, LINE = "#0b6e4f", "#e3f4ec", "#b3400a"
FRAME, INNER = "#5f6368", "#4a3fb5"


def box(border: str, fill: str, width: float = WIDE, height: float = HIGH) -> Shape:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    return Shape(Form.POLYGON, corners, Pen(border), fill)


def picture(count: int = FEW + 1) -> Picture:
    """Cards in rows, two frames around all of them, an arrow between the first two rows."""
    places = [(20 + at % ACROSS * 2 * WIDE, 20 + at // ACROSS * 2 * HIGH) for at in range(count)]
    cards = tuple(
        Piece(f"s{at}", *place, WIDE, HIGH, (box(BORDER, FILL),)) for at, place in enumerate(places)
    )
    size = ACROSS * 2 * WIDE, (count // ACROSS + 1) * 2 * HIGH
    curve = ((0.0, 0.0), (0.0, 10.0), (0.0, 30.0), (0.0, HIGH))
    edge = Edge(None, 50, 60, curve, (Shape(Form.CURVE, curve, Pen(LINE)),))
    # The first has the look of the inner one, which a batch could draw below the outer one.
    frames = (frame(INNER, -50, 4), frame(FRAME, 5, size[0]), frame(INNER, 12, size[0] - 14))
    return Picture(size[0] + 10, size[1] + 10, "#ffffff", frames, cards, (Arrow("r", (edge,)),))


def frame(colour: str, left: float, width: float) -> Piece:
    high = (FEW // ACROSS + 2) * 2 * HIGH
    return Piece(f"g{left}", left, left, width, high, (box(colour, "#ffffff", width, high),))


@pytest.fixture
def far(hand: Hand) -> Hand:
    """The canvas with a picture of many cards, seen from so far that items are not painted."""
    show(hand, picture())
    hand.canvas.zoom_to(NEAR * 0.9)
    hand.canvas.centerOn(QPointF(300, 200))
    return hand


def show(hand: Hand, shown: Picture) -> None:
    hand.canvas.layouts.drawn.emit(shown)


def colour(image: QImage, hand: Hand, x: float, y: float) -> str:
    return image.pixelColor(hand.canvas.to_viewport(QPointF(x, y)).toPoint()).name()


def colours(image: QImage, hand: Hand, x: float, y: float) -> set[str]:
    """Return the colours at a place and one pixel around it: where a thin line falls."""
    at = hand.canvas.to_viewport(QPointF(x, y)).toPoint()
    return {image.pixelColor(at.x() + i, at.y() + j).name() for i in (-1, 0, 1) for j in (-1, 0, 1)}


def test_cards_arrows_and_frames_are_there(far: Hand) -> None:
    image = looks(far)
    assert colour(image, far, 20 + WIDE / 2, 20 + HIGH / 2) == FILL
    assert BORDER in colours(image, far, 20, 20 + HIGH / 2)
    assert LINE in colours(image, far, 50, 60 + HIGH / 2)
    assert FRAME in colours(image, far, 5, 200)
    assert INNER in colours(image, far, 12, 200)
    assert colour(image, far, 20 + 1.5 * WIDE, 20 + HIGH / 2) == "#ffffff"


def test_no_item_is_painted(far: Hand) -> None:
    assert all(item._prepared is None for item in far.canvas.map_scene.cards.values())
    looks(far)
    assert all(item._prepared is None for item in far.canvas.map_scene.cards.values())
    far.canvas.zoom_to(NEAR * 1.1)
    looks(far)
    assert any(item._prepared is not None for item in far.canvas.map_scene.cards.values())


def test_few_cards_are_painted_themselves(far: Hand) -> None:
    show(far, picture(FEW))
    looks(far)
    assert any(item._prepared is not None for item in far.canvas.map_scene.cards.values())


def test_a_new_picture_takes_the_place_of_the_old(far: Hand) -> None:
    looks(far)
    new = picture()
    first, *rest = new.cards
    show(far, replace(new, cards=(*rest, replace(first, x=first.x + WIDE))))
    image = looks(far)
    assert colour(image, far, 20 + WIDE / 2, 20 + HIGH / 2) == "#ffffff"
    assert colour(image, far, 20 + 1.5 * WIDE, 20 + HIGH / 2) == FILL


def test_what_is_selected_is_outlined(hand: Hand) -> None:
    accent = QColor(hand.canvas.appearance.theme.lines["selection"]).name()
    shown = picture()
    first, *rest = shown.cards
    show(hand, replace(shown, cards=(replace(first, id=hand.session.current), *rest)))
    hand.canvas.zoom_to(NEAR * 0.9)
    hand.canvas.centerOn(QPointF(300, 200))
    assert accent in colours(looks(hand), hand, 20, 20 + HIGH / 2)
    hand.session.select(())
    assert accent not in colours(looks(hand), hand, 20, 20 + HIGH / 2)
