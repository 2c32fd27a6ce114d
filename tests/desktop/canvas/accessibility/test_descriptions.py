"""Cards and arrows in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.desktop.canvas.accessibility.descriptions import describe, name
from argmap.drawing.marks import Mark
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.model.edits import edit

DESCRIBED = {
    "demand-is-high": "supports, linked with 1 other, “Open it on Sundays.”",
    "open-it-on-sundays": "supported by 1 reason; attacked by 1 reason",
    "volunteers-will-come": "attacks a step to “Open it on Sundays.”",
    "r-demand-is-high": "linked support",
    "r-cost-doubles": "attack; attacked by 1 reason",
    "r-volunteers-will-come": "attack on a step",
    "r-calm-is-good": "support",
}


@pytest.mark.parametrize("id_", DESCRIBED)
def test_a_description_says_what_the_arrows_show(pool: ArgumentMap, id_: str) -> None:
    assert describe(pool, id_) == DESCRIBED[id_]


def test_a_description_says_what_else_is_on_the_card(pool: ArgumentMap) -> None:
    said = edit.set_fields(
        replace(pool, sources=(Source("t", title="The Times"),)),
        "calm-is-good",
        implicit=True,
        said_by="Ada",
        cites=(Cite("t", quote="calm"),),
    )
    assert describe(said, "calm-is-good", Mark("!")) == (
        "has a warning; unstated; supports “Sundays are quiet.”; Ada, The Times"
    )


def test_steps_on_steps_in_a_circle_are_no_trap(pool: ArgumentMap) -> None:
    undercut = pool.relations_of("volunteers-will-come")[0]
    circle = edit.set_fields(pool, "r-cost-doubles", target=undercut.id)
    assert describe(circle, "volunteers-will-come") == "attacks a step"
    assert name(circle, "nothing") == ""
