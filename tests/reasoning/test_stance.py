from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Viewpoint
from argmap.model.kinds import Judgement, Open, Ties
from argmap.reasoning import evaluate, viewpoint_ids
from argmap.reasoning.stance import stance
from tests.reasoning.maps import written

A, R = Judgement.ACCEPTED, Judgement.REJECTED

EAST = Viewpoint("east", judgements=(("p", A), ("x", R), ("r1", R)))
WEST = Viewpoint(
    "west", open=Open.PRESUMED, ties=Ties.REJECTED, judgements=(("p", A), ("x", A), ("r1", R))
)


def dispute() -> ArgumentMap:
    drawn = written("r1: p -> C; o1: x -x C; q -> C", "p x A, r1 no")
    return replace(drawn, viewpoints=(EAST, WEST))


@pytest.mark.parametrize(
    ("viewpoint", "judgements", "open_", "ties"),
    [
        (None, {"p": A, "x": A, "r1": R}, "undecided", "undecided"),
        ("author", {"p": A, "x": A, "r1": R}, "undecided", "undecided"),
        ("debate", {}, "presumed", "undecided"),
        ("common-ground", {"p": A, "r1": R}, "undecided", "undecided"),
        ("east", {"p": A, "x": R, "r1": R}, "undecided", "undecided"),
        ("west", {"p": A, "x": A, "r1": R}, "presumed", "rejected"),
    ],
)
def test_whose_judgements_count(
    viewpoint: str | None, judgements: dict[str, Judgement], open_: str, ties: str
) -> None:
    held = stance(dispute(), viewpoint)

    assert held.judgements == judgements
    assert (held.open, held.ties) == (open_, ties)


def test_options_win_over_those_of_the_viewpoint() -> None:
    held = stance(dispute(), "west", open="rejected", ties="undecided")

    assert (held.open, held.ties) == (Open.REJECTED, Ties.UNDECIDED)
    assert evaluate(dispute(), viewpoint="debate", open="rejected").statements["q"] == "rejected"


def test_common_ground_without_viewpoints_is_the_authors() -> None:
    argument_map = replace(dispute(), viewpoints=())

    assert stance(argument_map, "common-ground") == stance(argument_map)


def test_judgements_that_say_nothing_are_left_out() -> None:
    odd = Viewpoint("odd", judgements=(("r1", A), ("nobody", R), ("p", R)))

    assert stance(replace(dispute(), viewpoints=(odd,)), "odd").judgements == {"p": R}


def test_an_unknown_viewpoint_is_an_error_that_lists_the_known_ones() -> None:
    known = "author, debate, common-ground, east, west"

    with pytest.raises(ArgmapError, match=known):
        evaluate(dispute(), viewpoint="north")
    assert ", ".join(viewpoint_ids(dispute())) == known


@pytest.mark.parametrize(
    ("option", "known"),
    [("open", "undecided, presumed, rejected"), ("ties", "undecided, rejected")],
)
def test_an_unknown_option_is_an_error_that_lists_the_known_ones(option: str, known: str) -> None:
    with pytest.raises(ArgmapError, match=known):
        evaluate(dispute(), **{option: "maybe"})
