"""What names nothing is told, and relations get ids that say what they relate."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import (
    ArgumentMap,
    Cite,
    Group,
    Relation,
    Source,
    Statement,
    Viewpoint,
)
from argmap.model.integrity import attached_relations, dangling, relation_id
from argmap.model.kinds import Bearing, Judgement

SOUND = ArgumentMap(
    statements=(Statement("a", "A", group="g", cites=(Cite("q"),)), Statement("b", "B")),
    relations=(Relation("r", ("a",), Bearing.SUPPORTS, "b"),),
    sources=(Source("q"),),
    groups=(Group("g", parent="h"), Group("h")),
    viewpoints=(Viewpoint("v", judgements=(("a", Judgement.ACCEPTED), ("r", Judgement.REJECTED))),),
)


def test_a_sound_map_has_nothing_dangling() -> None:
    assert dangling(SOUND) == ()
    assert dangling(ArgumentMap()) == ()


@pytest.mark.parametrize(
    ("argument_map", "code", "ids"),
    [
        (ArgumentMap(statements=(Statement("a", "A", group="g"),)), "unknown-id", ("a", "g")),
        (
            ArgumentMap(statements=(Statement("a", "A", cites=(Cite("q"),)),)),
            *("unknown-id", ("a", "q")),
        ),
        (ArgumentMap(groups=(Group("g", parent="h"),)), "unknown-id", ("g", "h")),
        (ArgumentMap(groups=(Group("g", parent="g"),)), "group-circle", ("g",)),
        (
            ArgumentMap(viewpoints=(Viewpoint("v", judgements=(("a", Judgement.ACCEPTED),)),)),
            *("unknown-id", ("v", "a")),
        ),
        (
            ArgumentMap(
                statements=(*SOUND.statements[1:], Statement("a", "A")),
                relations=SOUND.relations,
                viewpoints=(Viewpoint("v", judgements=(("r", Judgement.ACCEPTED),)),),
            ),
            *("bad-value", ("v", "r")),
        ),
    ],
)
def test_what_names_nothing_is_told(
    argument_map: ArgumentMap, code: str, ids: tuple[str, ...]
) -> None:
    (problem,) = dangling(argument_map)
    assert (problem.code, problem.ids) == (code, ids)
    assert problem.hint


def test_a_circle_of_groups_is_told_once() -> None:
    groups = (Group("x", parent="a"), Group("a", parent="b"), Group("b", parent="a"))
    (problem,) = dangling(ArgumentMap(groups=groups))
    assert problem.ids == ("a", "b")


def test_ids_of_relations_say_what_they_relate() -> None:
    assert relation_id(("a", "b"), Bearing.SUPPORTS, "c", ()) == "a+b--supports--c"
    assert relation_id(("a",), Bearing.ATTACKS, "c", {"a--attacks--c"}) == "a--attacks--c-2"


def test_relations_on_each_other_in_a_circle_are_not_attached() -> None:
    circle = [
        Relation("r", ("a",), Bearing.SUPPORTS, "q"),
        Relation("q", ("a",), Bearing.SUPPORTS, "r"),
    ]
    fine = Relation("f", ("a",), Bearing.SUPPORTS, "a")
    assert attached_relations([*circle, fine], {"a"}) == (fine,)
