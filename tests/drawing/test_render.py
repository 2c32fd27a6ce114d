from __future__ import annotations

import logging

import pytest

from argmap.drawing import theme
from argmap.drawing.dot.writer import dot
from argmap.drawing.picture import Picture
from argmap.drawing.render import render, theme_of
from argmap.drawing.svg import svg
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Direction
from tests.drawing.maps import POOL

LIGHT = theme.load("light")


class Painter:
    """Tells what it was asked to paint."""

    def png(self, picture: Picture, scale: float) -> bytes:
        return f"png of {len(picture.cards)} cards at {scale:.3f}".encode()

    def pdf(self, picture: Picture, title: str) -> bytes:
        return f"pdf of {len(picture.cards)} cards, {title}".encode()


def test_every_format() -> None:
    assert render(POOL, "dot") == dot(POOL, LIGHT).encode()
    assert render(POOL, "svg") == svg(POOL, LIGHT)
    assert render(POOL, "png", rasterise=Painter(), scale=2) == b"png of 5 cards at 2.667"
    assert render(POOL, "png", rasterise=Painter(), dpi=72) == b"png of 5 cards at 1.000"
    assert render(POOL, "pdf", rasterise=Painter()) == b"pdf of 5 cards, " + POOL.title.encode()


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(ArgmapError, match="svg, dot, png, pdf"):
        render(POOL, "gif")


def test_options_reach_the_drawing() -> None:
    dark = render(POOL, "dot", theme="dark", direction=Direction.LEFT, titles=True)
    assert dark == dot(POOL, theme.load("dark"), titles=True, direction=Direction.LEFT).encode()


def test_a_legend_is_added_on_request() -> None:
    assert b"Legend" in render(POOL, "svg", legend=True)
    assert b"Legend" not in render(POOL, "svg")


def test_the_theme_is_as_asked_for_else_the_map_s_else_light(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    styled = ArgumentMap(style=Style(theme="dark"))
    assert theme_of(styled, "print").name == "print"
    assert theme_of(styled).name == "dark"
    assert theme_of(POOL).name == "light"
    assert not caplog.records
    assert theme_of(ArgumentMap(style=Style(theme="corporate"))).name == "light"
    assert "corporate" in caplog.text
    with pytest.raises(ArgmapError):
        theme_of(styled, "corporate")
