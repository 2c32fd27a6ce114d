"""From far away a card shows its title in letters that can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from argmap.desktop.canvas.scene.card_item import SWAP, CardItem
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.model.argument_map import ArgumentMap, Statement

TEXT = "A text that is much too long to be read from far away, and has many lines."


def card(title: Callable[[str], str]) -> CardItem:
    made = ArgumentMap(statements=(Statement("a", TEXT),))
    picture = lay_out(made, DrawingOptions(theme.load("light")))
    return CardItem(picture.cards[0], "#0000ff", title)


def drawn(zoom: float, title: str) -> QImage:
    return painted(card(lambda _id: title), zoom)


def painted(item: CardItem, zoom: float) -> QImage:
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


@pytest.mark.parametrize(("zoom", "differs"), [(SWAP * 0.9, True), (SWAP * 1.1, False)])
def test_the_title_is_shown_where_the_text_could_not_be_read(
    qapp: object, zoom: float, differs: bool
) -> None:
    del qapp
    assert (drawn(zoom, "One") != drawn(zoom, "Another thing")) == differs


def test_what_was_painted_before_leaves_no_trace(qapp: object) -> None:
    del qapp
    title = "A title that takes more than one line from far away, and as many words as it has"
    item = card(lambda _id: title)
    for zoom in (0.45, 0.2, 1.0, 0.45):
        assert painted(item, zoom) == drawn(zoom, title)
    title = "Another one"
    assert painted(item, 0.45) == drawn(0.45, title)


def test_letters_stay_as_large_while_the_card_gets_smaller(qapp: object) -> None:
    del qapp
    heights = [ink_height(drawn(zoom, "H")) for zoom in (0.45, 0.3)]
    assert min(heights) >= 5
    assert abs(heights[0] - heights[1]) <= 2


def ink_height(image: QImage) -> int:
    rows = [
        y
        for y in range(4, image.height())
        if any(image.pixelColor(x, y).lightness() < 150 for x in range(3, 12))
    ]
    return len(rows)
