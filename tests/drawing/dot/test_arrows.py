"""Arrows can be told apart without their colour."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from argmap.drawing import theme
from argmap.drawing.dot import arrows
from argmap.drawing.marks import UNMARKED, Mark
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from tests.drawing.maps import said, tie

LIGHT = theme.load("light")
MAP = ArgumentMap(
    statements=tuple(said(id_, id_) for id_ in "abc"),
    relations=(
        tie("support", "a", "c"),
        tie("attack", "b", "c", Bearing.ATTACKS),
        tie("undercut", "b", "support", Bearing.ATTACKS),
        tie("backing", "b", "attack"),
    ),
)


@pytest.mark.parametrize(
    ("relation", "style"),
    [
        ("support", arrows.SUPPORT),
        ("attack", arrows.ATTACK),
        ("undercut", arrows.UNDERCUT),
        ("backing", arrows.SUPPORT),
    ],
)
def test_how_a_relation_is_drawn_follows_from_what_it_does(
    relation: str, style: arrows.ArrowStyle
) -> None:
    assert arrows.style_of(MAP, MAP.relation_by_id[relation]) == style


def test_no_two_looks_share_a_line_style_or_a_head() -> None:
    for one, other in combinations((arrows.SUPPORT, arrows.ATTACK, arrows.UNDERCUT), 2):
        assert one.pen_style != other.pen_style
        assert one.head != other.head
        assert one.line != other.line
    assert arrows.SUPPORT.sign == "+"
    assert arrows.ATTACK.sign == arrows.UNDERCUT.sign == "−"


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("style", [arrows.SUPPORT, arrows.ATTACK, arrows.UNDERCUT])
def test_line_head_and_dot_have_the_colour_of_the_theme(
    style: arrows.ArrowStyle, name: str
) -> None:
    colours = theme.load(name)
    wanted = colours.lines[style.line]
    assert arrows.line(style, colours, UNMARKED)["color"] == wanted
    assert arrows.joint(style, colours, UNMARKED)["fillcolor"] == wanted
    assert f'color="{wanted}"' in arrows.head(style, colours, UNMARKED)["headlabel"]


@pytest.mark.parametrize(
    ("mark", "role", "width"),
    [
        (UNMARKED, "support", "1.4"),
        (Mark(width=3), "support", "3"),
        (Mark(line="rejected"), "rejected", "1.4"),
        (Mark(faint=True), "faint", "1.4"),
        (Mark(line="accepted", faint=True, width=2.5), "accepted", "2.5"),
    ],
)
def test_marks_change_the_line(mark: Mark, role: str, width: str) -> None:
    assert arrows.line(arrows.SUPPORT, LIGHT, mark) == {
        "color": LIGHT.lines[role],
        "style": "solid",
        "penwidth": width,
    }


def test_a_badge_stands_beside_the_sign_where_graphviz_finds_room_for_both() -> None:
    attributes = arrows.head(arrows.ATTACK, LIGHT, Mark(badge="does not <follow>"))
    assert "− does not &lt;follow&gt;" in attributes["label"]
    assert "headlabel" not in attributes


def test_the_dot_is_as_large_as_it_says() -> None:
    joint = arrows.joint(arrows.SUPPORT, LIGHT, UNMARKED)
    assert float(joint["width"]) * 72 == pytest.approx(arrows.DOT_SIZE, abs=1e-4)
    assert joint["width"] == joint["height"]
    assert joint["label"] == ""


def test_signs_are_cells_of_the_size_that_was_measured() -> None:
    label = arrows.head(arrows.SUPPORT, LIGHT, UNMARKED)["headlabel"]
    assert re.search(r'fixedsize="true" width="\d+" height="\d+"', label)
