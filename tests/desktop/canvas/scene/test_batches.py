"""Batches paint what is in view, and only that."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from argmap.desktop.canvas.scene.batches import FINE, SIZE, Batches
from argmap.drawing.picture import Arrow, Edge, Form, Pen, Picture, Piece, Shape

BORDER, FILL, LINE = "#0b6e4f", "#e3f4ec", "#b3400a"


def card(id_: str, x: float, y: float) -> Piece:
    corners = ((0.0, 0.0), (200.0, 0.0), (200.0, 60.0), (0.0, 60.0))
    return Piece(id_, x, y, 200, 60, (Shape(Form.POLYGON, corners, Pen(BORDER), FILL),))


def arrow(length: float) -> Arrow:
    curve = ((0.0, 0.0), (0.0, 0.0), (length, 0.0), (length, 0.0))
    return Arrow("r", (Edge(None, 10, 100, curve, (Shape(Form.CURVE, curve, Pen(LINE)),)),))


def painted(picture: Picture, zoom: float, seen: QRectF) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    painter.translate(-seen.topLeft())
    Batches(picture).paint(painter, seen)
    painter.end()
    return image


def test_a_card_far_from_the_first_is_painted_where_it_is(qapp: object) -> None:
    del qapp
    away = 20 * SIZE
    picture = Picture(away + 300, 300, "#fff", cards=(card("a", 0, 0), card("b", away, 0)))
    image = painted(picture, 0.5, QRectF(away - 10, -10, 800, 600))
    assert image.pixelColor(50, 20).name() == FILL
    assert image.pixelColor(5, 17).name() == BORDER


def test_from_so_far_that_a_card_is_a_few_pixels_it_is_all_border(qapp: object) -> None:
    del qapp
    picture = Picture(300, 300, "#fff", cards=(card("a", 0, 0),))
    image = painted(picture, FINE * 0.9, QRectF(0, 0, 9000, 9000))
    assert image.pixelColor(5, 1).name() == BORDER


def test_a_line_through_many_tiles_is_seen_in_all_of_them(qapp: object) -> None:
    del qapp
    picture = Picture(90_000, 300, "#fff", arrows=(arrow(80_000),))
    for left in (0.0, 30 * SIZE, 50 * SIZE):
        image = painted(picture, 0.3, QRectF(left, 0, 1200, 900))
        assert any(image.pixelColor(200, y).name() == LINE for y in range(27, 34))


def test_where_cards_overlap_both_are_filled(qapp: object) -> None:
    del qapp
    picture = Picture(400, 300, "#fff", cards=(card("a", 0, 0), card("b", 100, 20)))
    image = painted(picture, 1, QRectF(-10, -10, 400, 300))
    assert image.pixelColor(160, 50).name() == FILL


def test_a_batch_is_one_thing_however_many_cards_it_has(qapp: object) -> None:
    """What is let go of one by one, a thousand rectangles and lines, holds up the window."""
    del qapp

    def things(count: int) -> int:
        cards = tuple(card(str(n), 10 * n, 0) for n in range(count))
        made = vars(Batches(Picture(1000, 300, "#fff", cards=cards, arrows=(arrow(9),) * count)))
        held: list[object] = [value for name, value in made.items() if name != "picture"]
        for one in held:
            held.extend(one.values() if isinstance(one, dict) else ())
        return len(held)

    assert things(100) == things(10)


def test_a_halo_has_its_own_outline_and_does_not_go_round_what_is_not_in_it(qapp: object) -> None:
    del qapp
    corners = (
        (0.0, 0.0),
        (400.0, 0.0),
        (400.0, 100.0),
        (100.0, 100.0),
        (100.0, 300.0),
        (0.0, 300.0),
    )
    ground = Piece("g", 0, 0, 400, 300, (Shape(Form.POLYGON, corners, Pen(LINE), FILL),))
    image = painted(Picture(500, 400, "#fff", halos=(ground,)), 0.5, QRectF(0, 0, 800, 600))
    assert image.pixelColor(50, 100).name() == LINE
    assert image.pixelColor(120, 149).name() == image.pixelColor(199, 100).name() == "#ffffff"
