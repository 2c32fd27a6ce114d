from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Viewpoint
from argmap.model.kinds import Bearing, Judgement, Open
from argmap.reasoning import compare, crux_of_disagreement, evaluate
from tests.reasoning.maps import argument_maps, written


def viewed(text: str, **held: str) -> ArgumentMap:
    """Return a map with viewpoints, `east="p A, q R"`."""
    viewpoints = tuple(
        Viewpoint(
            id_,
            judgements=tuple(
                (pair.split()[0], Judgement.ACCEPTED if pair[-1] == "A" else Judgement.REJECTED)
                for pair in judged.split(", ")
                if pair
            ),
        )
        for id_, judged in held.items()
    )
    return replace(written(text), viewpoints=viewpoints)


def test_labels_stand_side_by_side() -> None:
    argument_map = viewed("p -> C; q -x C", east="p A, q R", west="p A, q A")

    table = compare(argument_map, ["east", "west", "author", "debate"])

    assert table.viewpoints == ("east", "west", "author", "debate")
    assert {id_: " ".join(label[0] for label in row) for id_, row in table.labels.items()} == {
        "p": "a a u a",
        "q": "r a u a",
        "C": "a u u u",
    }
    assert table.differing == ("p", "C", "q")
    assert compare(argument_map, ["east", "west"]).differing == ("C", "q")


@pytest.mark.parametrize(
    ("text", "east", "west", "crux"),
    [
        ("p -> C; q -x C", "p A, q R", "p A, q A", ("q",)),
        ("p -> C; q -x C", "p A, q R", "p R, q A", ("p", "q")),
        ("p -> C; q -> C", "p A, q A", "p R, q R", ("p", "q")),  # either flips it for west
        ("p -> C; D", "p A, D A", "p A, D R", ()),  # D has nothing to do with it
        ("p -> C", "p A", "", ("p",)),
        ("p -> C", "p A", "p A", ()),
        ("p q -> C", "p A, q A", "p R, q A", ("p",)),
        ("p q -> C", "p A, q A", "p R, q R", ("p", "q")),
        ("p q -> C; s -> C", "p A, q R, s R", "p R, q A, s R", ("p", "q")),
    ],
)
def test_the_crux_is_the_leaves_whose_swap_flips_the_claim(
    text: str, east: str, west: str, crux: tuple[str, ...]
) -> None:
    argument_map = viewed(text, east=east, west=west)

    assert crux_of_disagreement(argument_map, "east", "west", "C") == crux
    assert crux_of_disagreement(argument_map, "west", "east", "C") == crux


def test_a_viewpoint_that_presumes_may_differ_without_a_judgement() -> None:
    argument_map = viewed("p -> C", east="p R")

    assert crux_of_disagreement(argument_map, "east", "debate", "C") == ("p",)
    assert crux_of_disagreement(argument_map, "author", "debate", "C") == ("p",)


@st.composite
def maps_with_two_viewpoints(draw: st.DrawFn) -> ArgumentMap:
    argument_map = draw(argument_maps(most=4))
    ids = st.sampled_from(list(argument_map.statement_by_id))
    held = st.dictionaries(ids, st.sampled_from(Judgement)).map(lambda d: tuple(d.items()))
    return replace(
        argument_map,
        viewpoints=(Viewpoint("a", judgements=draw(held)), Viewpoint("b", judgements=draw(held))),
    )


@settings(max_examples=80)
@given(maps_with_two_viewpoints(), st.sampled_from(Open), st.data())
def test_the_crux_is_what_swapping_one_by_one_finds(
    argument_map: ArgumentMap, open_: Open, data: st.DataObject
) -> None:
    argument_map = replace(
        argument_map, viewpoints=tuple(replace(v, open=open_) for v in argument_map.viewpoints)
    )
    claim = data.draw(st.sampled_from(list(argument_map.statement_by_id)))
    one, other = argument_map.viewpoints
    labels = {v.id: evaluate(argument_map, viewpoint=v.id).statements for v in (one, other)}

    def flips(mine: Viewpoint, theirs: Viewpoint, leaf: str) -> bool:
        swapped = {k: v for k, v in mine.judgements if k != leaf}
        swapped |= {k: v for k, v in theirs.judgements if k == leaf}
        changed = replace(
            argument_map, viewpoints=(replace(mine, judgements=tuple(swapped.items())),)
        )
        found = evaluate(changed, viewpoint=mine.id).statements[claim]
        return found is not labels[mine.id][claim]

    expected = tuple(
        s.id
        for s in argument_map.statements
        if not any(r.bearing is Bearing.SUPPORTS for r in argument_map.relations_on(s.id))
        and labels["a"][s.id] is not labels["b"][s.id]
        and (flips(one, other, s.id) or flips(other, one, s.id))
    )
    assert crux_of_disagreement(argument_map, "a", "b", claim) == expected


def test_what_is_not_there_is_a_clear_error() -> None:
    argument_map = viewed("p -> C", east="p A")

    with pytest.raises(ArgmapError, match="no viewpoint “west”"):
        compare(argument_map, ["east", "west"])
    with pytest.raises(ArgmapError, match="no statement or relation “D”"):
        crux_of_disagreement(argument_map, "east", "author", "D")
