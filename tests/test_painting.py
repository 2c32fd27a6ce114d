from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from argmap import painting
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture, Text
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Kind, Page
from tests.drawing.maps import FRAMED, POOL, said

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
    image = image_of(painting.png(picture, scale))
    assert image.width() == pytest.approx(picture.width * scale, abs=1)
    assert image.height() == pytest.approx(picture.height * scale, abs=1)


def test_cards_are_where_the_picture_has_them_in_the_theme_s_colours() -> None:
    for name in theme.names():
        colours = theme.load(name)
        picture = lay_out(POOL, DrawingOptions(colours))
        image = image_of(painting.png(picture, 2))
        assert image.pixelColor(1, 1).name() == colours.background.lower()
        for card in picture.cards:
            fill = image.pixelColor(round(2 * (card.x + 5)), round(2 * (card.y + card.height / 2)))
            kind = POOL.statement_by_id[card.id].kind
            assert fill.name() == colours.fills[kind].lower()


def test_the_same_map_gives_the_same_png() -> None:
    assert painting.png(lay_out(FRAMED, USUAL), 1) == painting.png(lay_out(FRAMED, USUAL), 1)


def test_a_picture_that_is_too_large_is_told_with_the_largest_scale() -> None:
    picture = Picture(50_000, 50_000, "#ffffff")
    with pytest.raises(ArgmapError, match=r"a scale of 0\.29 or less"):
        painting.png(picture, 96 / 72)


def test_the_largest_scale_named_fits() -> None:
    picture = Picture(10_000, 3_000, "#ffffff")
    with pytest.raises(ArgmapError) as told:
        painting.png(picture, 10)
    largest = float(told.value.hint.split()[4])
    scale = largest * 96 / 72
    assert picture.width * picture.height * scale**2 / 1e6 > 0.95 * painting.MEGAPIXELS
    assert picture.width * picture.height * scale**2 / 1e6 <= painting.MEGAPIXELS


def test_a_pdf_has_vectors_and_a_title() -> None:
    picture = lay_out(POOL, USUAL)
    drawn = painting.pdf(picture, "Pool", Page.SCREEN)
    assert drawn.startswith(b"%PDF-")
    assert b"/Font" in drawn
    assert b"/Subtype /Image" not in drawn
    assert f"{round(picture.width)}".encode() in drawn.split(b"/MediaBox")[1][:40]


@pytest.mark.parametrize(
    ("page", "sheet"),
    [(Page.A4, (595, 842)), (Page.A4_LANDSCAPE, (842, 595)), (Page.LETTER, (612, 792))],
)
def test_a_pdf_for_paper_is_a_whole_sheet(page: Page, sheet: tuple[int, int]) -> None:
    drawn = painting.pdf(lay_out(POOL, USUAL), "", page)
    width, height = drawn.split(b"/MediaBox")[1][:60].replace(b"]", b" ").split()[2:4]
    assert (float(width), float(height)) == pytest.approx(sheet, abs=1)


def test_a_pdf_page_is_never_longer_than_readers_take() -> None:
    drawn = painting.pdf(Picture(60_000, 100, "#ffffff"), "", Page.SCREEN)
    width = float(drawn.split(b"/MediaBox")[1][:60].replace(b"[", b"").split()[2])
    assert width == pytest.approx(painting.LONGEST_PAGE, abs=2)


def test_one_card_can_be_played_alone() -> None:
    picture = lay_out(POOL, USUAL)
    alone = replace(picture, cards=picture.cards[:1], arrows=())
    assert painting.png(alone, 1) != painting.png(picture, 1)
    assert painting.png(alone, 1) != painting.png(replace(alone, cards=()), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Latin letters",
        "Ελληνικά γράμματα",
        "Кириллица",
        "中文字符很多",
        "ﷺ ﷽ ﷺ ﷽",
        "𒐫𒈙⸻꧅",
        "W" * 40,
    ],
)
def test_no_line_is_drawn_wider_than_it_was_measured(text: str) -> None:
    argument_map = ArgumentMap(statements=(said("a", text, Kind.CLAIM),))
    (card,) = lay_out(argument_map, USUAL).cards
    for line in card.lines:
        natural = painting.natural_width(line)
        assert natural * painting.squeeze(line) <= line.width + 0.01
        assert painting.left(line) >= 0
        assert painting.left(line) + natural * painting.squeeze(line) <= card.width


def test_a_line_that_is_too_wide_is_squeezed_and_no_other() -> None:
    narrow = Text("a fairly long line", (0, 0), 20, "l", 12, False, False, "#000000")  # noqa: FBT003
    assert 0 < painting.squeeze(narrow) < 1
    assert painting.squeeze(replace(narrow, width=500)) == 1


def test_neither_a_display_nor_an_application_is_needed() -> None:
    program = (
        "from argmap import painting\n"
        "from argmap.drawing.picture import Picture\n"
        "assert painting.png(Picture(10, 10, '#ffffff'), 1).startswith(b'\\x89PNG')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={"PATH": ""}, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
