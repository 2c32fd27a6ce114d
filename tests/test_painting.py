from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from argmap import painting
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Text
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Kind
from argmap.paper.png import png
from tests.drawing.maps import POOL, said

LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def test_one_card_can_be_played_alone() -> None:
    picture = lay_out(POOL, USUAL)
    alone = replace(picture, cards=picture.cards[:1], arrows=())
    assert png(alone, 1) != png(picture, 1)
    assert png(alone, 1) != png(replace(alone, cards=()), 1)


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
        "from argmap.paper.png import png\n"
        "from argmap.drawing.picture import Picture\n"
        "assert png(Picture(10, 10, '#ffffff'), 1).startswith(b'\\x89PNG')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={"PATH": ""}, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
