"""Every theme in every direction: the colours are the theme's, the places are the same."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.drawing import theme
from argmap.drawing.dot.writer import dot
from argmap.drawing.layout import lay_out
from argmap.drawing.legend import with_legend
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture, Shape
from argmap.drawing.svg import svg
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from tests.drawing.maps import FRAMED, POOL

ALL = {name: theme.load(name) for name in theme.names()}
EVERYTHING = with_legend(
    replace(
        POOL,
        statements=(*POOL.statements, *FRAMED.statements),
        relations=(*POOL.relations, *FRAMED.relations),
        groups=FRAMED.groups,
    )
)
MARKS = {
    "demand": Mark(badge="accepted", line="accepted", width=2.4),
    "cost": Mark(badge="rejected", line="rejected"),
    "volunteers": Mark(badge="open", line="undecided", hidden=2),
    "west": Mark(faint=True),
    "r2": Mark(badge="does not follow", line="rejected"),
    "r3": Mark(faint=True),
}


def colours_of(one: theme.Theme) -> set[str]:
    frames = {one.frame(group.colour) for group in EVERYTHING.groups}
    own = {one.background, one.text, one.muted, *one.lines.values(), *one.fills.values()}
    grounds = {one.ground(group.colour, depth) for group in EVERYTHING.groups for depth in (0, 1)}
    return {colour.lower() for colour in own | frames | grounds}


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("name", ALL)
def test_a_picture_has_the_colours_of_its_theme_and_no_others(
    name: str, direction: Direction
) -> None:
    drawn = svg(EVERYTHING, DrawingOptions(ALL[name], marks=MARKS, direction=direction)).decode()
    colours = {c.lower() for c in re.findall('(?:fill|stroke)="(#?[a-zA-Z0-9]+)"', drawn)}
    assert colours <= colours_of(ALL[name]) | {"none", "transparent"}
    picture = lay_out(EVERYTHING, DrawingOptions(ALL[name], marks=MARKS, direction=direction))
    assert picture.background == ALL[name].background
    played = {op.pen.colour for op in operations(picture) if isinstance(op, Shape)}
    assert {colour.lower() for colour in played} <= colours_of(ALL[name])


@pytest.mark.parametrize("direction", Direction)
def test_a_theme_changes_colours_only(direction: Direction) -> None:
    plain = [
        re.sub(
            "#[0-9a-fA-F]{6}",
            "#",
            dot(EVERYTHING, DrawingOptions(one, marks=MARKS, direction=direction)),
        )
        for one in ALL.values()
    ]
    assert all(one == other for one, other in pairwise(plain))


@pytest.mark.parametrize("titles", [False, True])
@pytest.mark.parametrize("direction", Direction)
def test_arrows_run_towards_the_conclusion(direction: Direction, titles: bool) -> None:
    picture = lay_out(POOL, DrawingOptions(ALL["light"], direction=direction, titles=titles))
    right, down = {
        Direction.TOP: (0, -1),
        Direction.BOTTOM: (0, 1),
        Direction.LEFT: (-1, 0),
        Direction.RIGHT: (1, 0),
    }[direction]
    for arrow in picture.arrows:
        if arrow.id != "r3":  # an undercut comes from the side
            for edge in arrow.edges:
                end = edge.curve[-1]
                assert end[0] * right + end[1] * down > 0


def test_opposite_directions_are_as_large() -> None:
    for one, other in ((Direction.TOP, Direction.BOTTOM), (Direction.LEFT, Direction.RIGHT)):
        sizes = [lay_out(POOL, DrawingOptions(ALL["light"], direction=at)) for at in (one, other)]
        assert sizes[0].width == pytest.approx(sizes[1].width, abs=2)
        assert sizes[0].height == pytest.approx(sizes[1].height, abs=2)


def test_titles_only_makes_a_smaller_picture() -> None:
    long = replace(
        POOL, statements=tuple(replace(s, text=s.text * 5, title="T") for s in POOL.statements)
    )
    whole, short = (
        lay_out(long, DrawingOptions(ALL["light"], titles=titles)) for titles in (False, True)
    )
    assert short.width * short.height < whole.width * whole.height / 2


def test_the_legend_stands_apart_and_changes_no_card() -> None:
    before, after = (
        lay_out(one, DrawingOptions(ALL["light"])) for one in (POOL, with_legend(POOL))
    )
    legend = [card for card in after.cards if card.id.startswith("legend:")]
    assert len(legend) == 6
    for card in before.cards:
        same = after.card_by_id[card.id]
        assert same.operations == card.operations
    for one in legend:
        for other in before.cards:
            mine = after.card_by_id[other.id]
            beside = one.x > mine.x + mine.width or one.x + one.width < mine.x
            assert beside or one.y > mine.y + mine.height or one.y + one.height < mine.y
    titles = [line.text for halo in after.halos for line in halo.lines]
    assert titles == ["Legend"]


@pytest.mark.parametrize("name", ALL)
def test_of_the_group_of_the_legend_only_the_title_is_seen(name: str) -> None:
    halos = lay_out(with_legend(POOL), DrawingOptions(ALL[name])).halos
    drawn = [op for halo in halos for op in halo.operations if isinstance(op, Shape)]
    assert drawn
    assert {op.pen.colour for op in drawn} | {op.fill for op in drawn} == {ALL[name].background}


def test_ids_of_the_legend_clash_with_none_that_a_file_can_have() -> None:
    added = with_legend(ArgumentMap())
    assert all(":" in id_ for id_ in added.ids)
    assert with_legend(POOL).statements[: len(POOL.statements)] == POOL.statements


def operations(picture: Picture) -> list[object]:
    return [operation for piece in picture.pieces() for operation in piece.operations]
