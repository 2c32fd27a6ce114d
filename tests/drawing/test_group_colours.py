"""Groups without a colour of their own are told apart, and the legend says which is which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.drawing.group_colours import COLOURS, coloured
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.picture import Picture, Piece, Shape
from argmap.drawing.theme import load
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.folding import in_view
from argmap.model.kinds import Direction
from tests.drawing.maps import FRAMED, POOL

LIGHT = load("light")
NEIGHBOURS = 30
"""How far apart cards of one tree stand at most, side by side or over each other, in points."""
TWO = replace(
    FRAMED,
    groups=(
        Group("moscow", "Moscow"),
        Group("inner", "Treaties", parent="moscow"),
        Group("reply", "Reply"),
        Group("empty", "Nobody"),
    ),
)


def colours(argument_map: ArgumentMap) -> dict[str, str]:
    return {group.id: group.colour for group in coloured(argument_map).groups}


def lines_of(piece: Piece) -> set[str]:
    return {one.pen.colour for one in piece.operations if isinstance(one, Shape)}


def test_each_outermost_group_has_its_own_and_those_inside_share_it() -> None:
    found = colours(TWO)
    assert found["moscow"] == found["inner"] == COLOURS[0]
    assert found["reply"] == COLOURS[1]
    assert coloured(coloured(TWO)) == coloured(TWO)


def test_a_colour_of_its_own_stays_and_is_that_of_what_is_inside() -> None:
    named = replace(TWO, groups=(replace(TWO.groups[0], colour="#0033aa"), *TWO.groups[1:]))
    assert colours(named)["inner"] == colours(named)["moscow"] == "#0033aa"
    assert colours(named)["reply"] == COLOURS[1], "another one's colour changes no other"


def test_a_single_group_has_nothing_to_be_told_from() -> None:
    alone = replace(TWO, groups=TWO.groups[:2])
    assert coloured(alone) is alone
    once = settled(alone, DrawingOptions(LIGHT, legend=True))
    assert settled(*once) == once, "the legend's own group is none to be told from"


def test_grounds_of_one_group_look_alike_and_those_of_others_do_not() -> None:
    halos = lay_out(TWO, DrawingOptions(LIGHT)).halos
    assert {halo.id: lines_of(halo) for halo in halos if halo.id != "inner"} == {
        "moscow": {LIGHT.frame(COLOURS[0])},
        "reply": {LIGHT.frame(COLOURS[1])},
    }


def listed(picture: Picture) -> list[tuple[str, str]]:
    card = picture.card_by_id["legend:groups"]
    return [(line.text, line.colour) for line in card.lines]


def test_the_legend_lists_the_groups_that_are_seen() -> None:
    said = listed(lay_out(TWO, DrawingOptions(LIGHT, legend=True)))
    assert said == [
        ("GROUPS", LIGHT.muted),
        ("■", LIGHT.frame(COLOURS[0])),
        ("Moscow", LIGHT.text),
        ("■", LIGHT.frame(COLOURS[0])),
        ("Treaties", LIGHT.text),
        ("■", LIGHT.frame(COLOURS[1])),
        ("Reply", LIGHT.text),
    ], "and no empty one"
    assert "legend:groups" not in lay_out(POOL, DrawingOptions(LIGHT, legend=True)).card_by_id


@pytest.mark.parametrize("direction", Direction)
def test_the_list_of_groups_stands_in_the_legend_without_an_arrow(direction: Direction) -> None:
    picture = lay_out(TWO, DrawingOptions(LIGHT, direction, legend=True))
    list_ = picture.card_by_id["legend:groups"]
    legend = [c for c in picture.cards if c.id.startswith("legend:") and c is not list_]
    assert min(_gap(list_, card) for card in legend) <= NEIGHBOURS
    assert "legend:lists" not in picture.arrow_by_id


def _gap(one: Piece, other: Piece) -> float:
    """Return how far two cards are from each other, across or along, whichever is more."""
    across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    along = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    return max(across, along)


def test_a_folded_group_has_the_colours_that_its_ground_had_and_stays_in_the_legend() -> None:
    shown = in_view(TWO, {"reply"}).argument_map
    picture = lay_out(shown, DrawingOptions(LIGHT, legend=True))
    assert LIGHT.frame(COLOURS[1]) in lines_of(picture.card_by_id["reply"])
    assert ("Reply", LIGHT.text) in listed(picture)
