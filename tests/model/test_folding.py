"""Folding: what is in view has a way up, what is folded away is out of reach and counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.folding import fold_all, fold_to, in_view
from argmap.model.integrity import dangling
from tests.model.maps import a_map
from tests.model.strategies import maps


def _begins_with_cards(argument_map: ArgumentMap) -> bool:
    """Leave out steps that rebut one another in a circle, which nothing above holds together."""
    return all(top in argument_map.statement_by_id for top in walk.starts(argument_map))


@st.composite
def folded_maps(draw: st.DrawFn) -> tuple[ArgumentMap, set[str]]:
    argument_map = draw(maps().filter(_begins_with_cards))
    ids = [*argument_map.statement_by_id, *argument_map.relation_by_id]
    folded = draw(st.sets(st.sampled_from(ids))) if ids else set()
    return argument_map, folded


@given(maps())
def test_nothing_folded_is_the_whole_map(argument_map: ArgumentMap) -> None:
    seen = in_view(argument_map, ())
    assert seen.argument_map is argument_map
    assert not seen.hidden


@given(folded_maps())
def test_what_is_in_view_is_a_map_of_its_own(case: tuple[ArgumentMap, set[str]]) -> None:
    argument_map, folded = case
    part = in_view(argument_map, folded).argument_map
    assert dangling(part) == dangling(argument_map) or not dangling(argument_map)
    assert not {p.ids for p in dangling(part)} - {p.ids for p in dangling(argument_map)}
    order = [s.id for s in argument_map.statements if s.id in part.statement_by_id]
    assert [s.id for s in part.statements] == order


@given(folded_maps())
def test_what_is_in_view_has_a_way_up_that_is_not_folded(
    case: tuple[ArgumentMap, set[str]],
) -> None:
    argument_map, folded = case
    part = in_view(argument_map, folded).argument_map
    tops = set(walk.starts(argument_map))
    for relation in part.relations:
        assert relation.target not in folded & argument_map.statement_by_id.keys()
        assert part.item(relation.target)
    for statement in part.statements:
        assert statement.id in tops or part.relations_of(statement.id)


@given(folded_maps())
def test_what_is_hidden_hangs_below_something_folded(case: tuple[ArgumentMap, set[str]]) -> None:
    argument_map, folded = case
    seen = in_view(argument_map, folded)
    whole, shown = argument_map.statement_by_id.keys(), seen.argument_map.statement_by_id.keys()
    hidden = whole - shown
    assert hidden <= walk.below(argument_map, folded)
    for id_, count in seen.hidden.items():
        assert count == len(walk.below(argument_map, [id_]) & hidden) > 0
        assert seen.argument_map.item(id_)
        assert id_ in shown
    assert hidden <= walk.below(argument_map, seen.hidden), (
        "all that is hidden is counted somewhere"
    )


@given(maps(), st.data())
def test_a_branch_is_what_hangs_below_its_top(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    ids = sorted(argument_map.statement_by_id)
    if ids:
        top = data.draw(st.sampled_from(ids))
        part = in_view(argument_map, (), top).argument_map
        below = walk.below(argument_map, [top])
        assert part.statement_by_id.keys() == below & argument_map.statement_by_id.keys()


@given(maps())
def test_a_branch_that_is_gone_is_the_whole_map(argument_map: ArgumentMap) -> None:
    assert in_view(argument_map, ("nobody",), "nobody").argument_map is argument_map


def test_folding_all_leaves_claims_and_what_bears_on_them() -> None:
    argument_map = a_map("r: p q -> C; s: t -> p; u -x r; v -> u; w -> D")
    assert fold_all(argument_map) == {"p", "u"}
    part = in_view(argument_map, fold_all(argument_map))
    assert set(part.argument_map.statement_by_id) == {"C", "D", "p", "q", "w", "u"}
    assert part.hidden == {"p": 1, "u": 1}


def _levels(argument_map: ArgumentMap) -> dict[str, int]:
    """Return the level of each statement in its own place, as `walk.depth` counts them."""
    found: dict[str, int] = {}
    waiting = [(tree, 1) for tree in walk.outline(argument_map)]
    while waiting:
        branch, level = waiting.pop()
        if branch.id in argument_map.statement_by_id:
            if not branch.reference:
                found[branch.id] = level
            level += 1
        waiting += ((child, level) for child in branch.branches)
    return found


@given(maps().filter(_begins_with_cards), st.integers(1, 5))
def test_folded_to_a_level_all_up_to_there_is_in_view(
    argument_map: ArgumentMap, level: int
) -> None:
    shown = in_view(argument_map, fold_to(argument_map, level)).argument_map
    wanted = {id_ for id_, at in _levels(argument_map).items() if at <= level}
    assert wanted <= shown.statement_by_id.keys()


@given(maps(), st.integers(1, 4))
def test_what_is_folded_is_on_that_level_of_the_outline_or_below(
    argument_map: ArgumentMap, level: int
) -> None:
    levels = _levels(argument_map).items()
    wanted = {id_ for id_, at in levels if at >= level and argument_map.relations_on(id_)}
    assert fold_to(argument_map, level) == wanted


def test_a_chain_is_cut_where_it_is_said() -> None:
    argument_map = edit.add_claim(ArgumentMap(), "0")
    for number in range(1, 6):
        argument_map = edit.add_premise(argument_map, str(number - 1), str(number))
    argument_map = edit.add_rebuttal(argument_map, argument_map.relations[0].id, "Undercut")
    for level in range(1, 6):
        shown = in_view(argument_map, fold_to(argument_map, level)).argument_map
        names = {s.id for s in shown.statements}
        undercut = {"undercut"} if level > 1 else set()
        assert names == {str(number) for number in range(level)} | undercut
    assert fold_to(argument_map, 6) == frozenset()


def test_opening_a_card_that_was_folded_shows_one_level_more() -> None:
    argument_map = edit.add_claim(ArgumentMap(), "0")
    for number in range(1, 4):
        argument_map = edit.add_premise(argument_map, str(number - 1), str(number))
    folded = fold_to(argument_map, 1) - {"0"}
    assert {s.id for s in in_view(argument_map, folded).argument_map.statements} == {"0", "1"}


def test_what_is_asked_again_is_not_sought_again_and_nothing_else_is_taken_for_it() -> None:
    one, other = a_map("b -> a; c -> b"), a_map("b -> a; c -> b")
    folded = in_view(one, {"b"})
    assert in_view(one, frozenset({"b"})) is folded
    assert in_view(one, {"b"}, "b") is not folded
    assert in_view(one, {"a"}).hidden == {"a": 2}
    assert in_view(other, {"b"}) == folded
    assert in_view(other, {"b"}) is not folded
