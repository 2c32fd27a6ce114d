"""A picture as PNG: its size, its pixels, and how large it may be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from argmap import paths
from argmap.api import load
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.paper.png import MEGAPIXELS, png
from tests.drawing.maps import FRAMED, POOL

LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def image_of(drawn: bytes) -> QImage:
    image = QImage.fromData(drawn)
    assert not image.isNull()
    return image


@pytest.mark.parametrize("scale", [0.5, 1, 3])
def test_a_png_has_the_size_of_the_picture(scale: float) -> None:
    picture = lay_out(POOL, USUAL)
    image = image_of(png(picture, scale))
    assert image.width() == pytest.approx(picture.width * scale, abs=1)
    assert image.height() == pytest.approx(picture.height * scale, abs=1)


def test_cards_are_where_the_picture_has_them_in_the_theme_s_colours() -> None:
    for name in theme.names():
        colours = theme.load(name)
        picture = lay_out(POOL, DrawingOptions(colours))
        image = image_of(png(picture, 2))
        assert image.pixelColor(1, 1).name() == colours.background.lower()
        for card in picture.cards:
            fill = image.pixelColor(round(2 * (card.x + 5)), round(2 * (card.y + card.height / 2)))
            kind = POOL.statement_by_id[card.id].kind
            assert fill.name() == colours.fills[kind].lower()


def test_the_same_map_gives_the_same_png() -> None:
    assert png(lay_out(FRAMED, USUAL), 1) == png(lay_out(FRAMED, USUAL), 1)


def test_a_picture_that_is_too_large_is_told_with_the_largest_scale() -> None:
    picture = Picture(50_000, 50_000, "#ffffff")
    with pytest.raises(ArgmapError, match=r"a scale of 0\.29 or less"):
        png(picture, 96 / 72)


def test_the_largest_scale_named_fits() -> None:
    picture = Picture(10_000, 3_000, "#ffffff")
    with pytest.raises(ArgmapError) as told:
        png(picture, 10)
    largest = float(told.value.hint.split()[4])
    scale = largest * 96 / 72
    assert picture.width * picture.height * scale**2 / 1e6 > 0.95 * MEGAPIXELS
    assert picture.width * picture.height * scale**2 / 1e6 <= MEGAPIXELS


@pytest.mark.parametrize("scale", [1, 96 / 72, 2.37])
@pytest.mark.parametrize("example", ["indivisible-security", "undercut"])
def test_strips_make_the_picture_that_is_painted_at_once(example: str, scale: float) -> None:
    picture = lay_out(load(paths.examples() / f"{example}.argmap.yaml"), USUAL)
    plain = QImage.Format.Format_RGB32  # has no bytes between rows that mean nothing
    whole = image_of(png(picture, scale, strip=10**9)).convertToFormat(plain)
    strips = image_of(png(picture, scale, strip=whole.width() * 37)).convertToFormat(plain)
    assert whole.size() == strips.size()
    ours = zip(bytes(whole.constBits()), bytes(strips.constBits()), strict=True)
    assert max(abs(one - other) for one, other in ours) <= 2


def test_a_png_says_how_many_dots_an_inch_has() -> None:
    image = image_of(png(lay_out(POOL, USUAL), 300 / 72))
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(300 / 0.0254)
