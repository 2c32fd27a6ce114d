from __future__ import annotations

import struct
import subprocess
import sys

import pytest

from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz.engine import Engine, GraphvizError
from argmap.drawing.layout import lay_out
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.drawing.svg import svg
from argmap.drawing.theme import load
from argmap.errors import ArgmapError
from argmap.model.kinds import Direction
from argmap.paper.png import png
from argmap.rendering import FORMATS, render, rendered
from tests.drawing.maps import POOL

USUAL = DrawingOptions(load("light"))


def png_size(content: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", content[16:24])


def test_every_format() -> None:
    picture = lay_out(POOL, USUAL)
    assert render(POOL, "dot") == dot(POOL, USUAL).encode()
    assert render(POOL) == render(POOL, "svg") == svg(POOL, USUAL)
    assert render(POOL, "png") == png(picture, 96 / 72)
    assert render(POOL, "pdf").startswith(b"%PDF-")
    assert FORMATS == ("svg", "dot", "png", "pdf")


def test_scale_and_dpi_multiply() -> None:
    picture = lay_out(POOL, USUAL)
    assert render(POOL, "png", scale=2) == render(POOL, "png", dpi=192)
    assert render(POOL, "png", scale=2, dpi=72) == png(picture, 2)
    wide, high = png_size(render(POOL, "png", dpi=72))
    assert (wide - 1, high - 1) < (picture.width, picture.height) <= (wide, high)


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(ArgmapError, match="svg, dot, png, pdf"):
        render(POOL, "gif")


def test_options_reach_the_drawing() -> None:
    marks = {"cost": Mark(badge="rejected", faint=True)}
    options = DrawingOptions(load("dark"), Direction.LEFT, titles=True, legend=True, marks=marks)
    drawn = render(
        POOL,
        "dot",
        theme="dark",
        direction=Direction.LEFT,
        titles=True,
        legend=True,
        marks=marks,
    )
    assert drawn == dot(POOL, options).encode()


@pytest.mark.parametrize("format_name", ["svg", "png", "pdf"])
def test_the_engine_is_the_one_that_is_asked_for(format_name: str) -> None:
    with pytest.raises(GraphvizError, match="/nowhere/dot"):
        rendered(POOL, format_name, DrawingOptions(load("light"), engine=Engine("/nowhere/dot")))


def test_svg_needs_no_qt() -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from argmap.model.argument_map import ArgumentMap\n"
        "from argmap.rendering import render\n"
        "assert b'<svg' in render(ArgumentMap())\n"
        "render(ArgumentMap(), 'png')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "Qt, which paints this format, does not load" in done.stderr
