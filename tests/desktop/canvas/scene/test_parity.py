"""The screen and the files are one picture: what the canvas paints is what a PNG holds."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.drawing import theme as themes
from argmap.drawing.layout import lay_out
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction, Kind
from argmap.paper.png import png
from tests.drawing.maps import FRAMED, POOL, said

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT = themes.load("light")
USUAL = DrawingOptions(LIGHT)
TEXTS = {
    "Latin": "Latin letters, and a second line because this one is too long for one line.",
    "Greek and Cyrillic": "Ελληνικά γράμματα и кириллица",
    "Arabic": "العربية لغة جميلة جدا وهي تكتب من اليمين إلى اليسار",
    "Hebrew with figures": "שלום עולם 123 abc",
    "Chinese": "中文字符很多 中文字符很多",
    "Latin and Arabic": "Latin العربية Latin 123",
    "unheard-of scripts": "𒐫𒈙⸻꧅",
    "emoji": "👩‍👩‍👧 family 🏳️‍🌈",
    "combining marks": "Z͑ͫ̓a̴l̵g̷o̸",
    "what looks like markup": "<b>not bold</b> &amp; \\N {x}",
    "one long word": "W" * 60,
}


def on_canvas(picture: Picture, scale: float, theme: Theme = LIGHT) -> QImage:
    """Paint what the canvas shows of a picture, with nothing selected."""
    scene = MapScene()
    scene.show_picture(picture, theme, QPointF(), QPointF(), glide=False)
    size = math.ceil(picture.width * scale), math.ceil(picture.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(picture.background))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    whole = QRectF(0, 0, picture.width, picture.height)
    scene.render(painter, QRectF(0, 0, whole.width() * scale, whole.height() * scale), whole)
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> float:
    """Return the share of colour values that differ by more than can be seen in antialiasing."""
    assert one.size() == other.size()
    pair = [bytes(i.convertToFormat(QImage.Format.Format_RGB32).constBits()) for i in (one, other)]
    if pair[0] == pair[1]:
        return 0
    differing = [a for a, b in zip(*pair, strict=True) if abs(a - b) > 60]
    return len(differing) / len(pair[0])


def assert_same(picture: Picture, scale: float, theme: Theme = LIGHT) -> None:
    in_file = QImage.fromData(png(picture, scale))
    assert difference(on_canvas(picture, scale, theme), in_file) < 0.0005


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("script", TEXTS)
def test_texts_of_all_scripts_stand_at_the_same_place(script: str, scale: float) -> None:
    written = ArgumentMap(statements=(said("a", TEXTS[script], Kind.CLAIM),))
    assert_same(lay_out(written, USUAL), scale)


@pytest.mark.parametrize("argument_map", [POOL, FRAMED], ids=["arrows", "groups"])
@pytest.mark.parametrize("name", themes.names())
def test_every_theme_looks_the_same(argument_map: ArgumentMap, name: str) -> None:
    theme = themes.load(name)
    assert_same(lay_out(argument_map, DrawingOptions(theme)), 1.5, theme)


@pytest.mark.parametrize("direction", Direction)
def test_every_direction_looks_the_same(direction: Direction) -> None:
    assert_same(lay_out(POOL, DrawingOptions(LIGHT, direction=direction)), 1)


def test_marks_look_the_same() -> None:
    marks = {
        "cost": Mark("rejected", "rejected", faint=True),
        "demand": Mark("accepted · !", "accepted", 2.4, hidden=3),
        "r2": Mark("does not follow", faint=True),
    }
    assert_same(lay_out(POOL, DrawingOptions(LIGHT, marks=marks)), 2)


def test_lines_too_wide_for_their_cards_are_squeezed_alike() -> None:
    picture = lay_out(POOL, USUAL)
    narrow = tuple(
        replace(
            card,
            operations=tuple(
                replace(one, width=one.width * 0.7) if one in card.lines else one
                for one in card.operations
            ),
        )
        for card in picture.cards
    )
    squeezed = replace(picture, cards=narrow)
    assert_same(squeezed, 2)
    assert difference(on_canvas(squeezed, 2), on_canvas(picture, 2)) > 0.005


def test_the_comparison_sees_what_a_reader_would_see() -> None:
    picture = lay_out(POOL, USUAL)
    first, *rest = picture.cards
    shifted = replace(picture, cards=(replace(first, y=first.y + 3), *rest))
    assert difference(on_canvas(picture, 1), on_canvas(shifted, 1)) > 0.0005
