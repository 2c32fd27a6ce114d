from __future__ import annotations

from argmap.drawing.dot.writer import dot
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.svg import svg
from argmap.drawing.theme import load
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Direction, Layout, Page
from tests.drawing.maps import POOL

LIGHT = load("light")


def test_the_direction_is_as_asked_for_else_the_map_s() -> None:
    styled = ArgumentMap(style=Style(direction=Direction.LEFT))
    assert settled(styled, DrawingOptions(LIGHT))[0].direction is Direction.LEFT
    turned, _ = settled(styled, DrawingOptions(LIGHT, Direction.RIGHT))
    assert turned.direction is Direction.RIGHT


def test_page_and_layout_are_as_asked_for_else_the_map_s() -> None:
    styled = ArgumentMap(style=Style(page=Page.A4, layout=Layout.LAYERED))
    assert settled(styled, DrawingOptions(LIGHT))[0] == styled
    asked = DrawingOptions(LIGHT, page=Page.SLIDE, layout=Layout.COMPACT)
    assert settled(styled, asked)[0].style == Style(page=Page.SLIDE, layout=Layout.COMPACT)
    assert ArgumentMap().page is Page.A4_LANDSCAPE


def test_settling_twice_changes_nothing() -> None:
    once = settled(POOL, DrawingOptions(LIGHT, Direction.RIGHT, legend=True, titles=True))
    assert settled(*once) == once


def test_a_legend_is_added_on_request_once_in_every_way_of_drawing() -> None:
    options = DrawingOptions(LIGHT, legend=True)
    assert dot(POOL, options).count(">Legend<") == 1
    assert svg(POOL, options).count(b">Legend</text>") == 1
    assert {halo.id for halo in lay_out(POOL, options).halos} == {"legend:"}
    assert "Legend" not in dot(POOL, DrawingOptions(LIGHT))
