from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.desktop.outline import dropping
from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Maps of up to nine statements in trees, some premises linked, some bearing on two targets."""
    made = edit.add_claim(ArgumentMap(), "0")
    for number in range(1, draw(st.integers(2, 8))):
        ids = [s.id for s in made.statements]
        target = draw(st.sampled_from([*ids, *(r.id for r in made.relations)]))
        how = draw(st.sampled_from(["claim", "premise", "rebuttal", "co-premise"]))
        text = str(number)
        if how == "claim":
            made = edit.add_claim(made, text)
        elif how == "co-premise" and target in ids and made.relations_of(target):
            made = edit.add_co_premise(made, target, text)
        elif how == "rebuttal":
            made = edit.add_rebuttal(made, target, text)
        else:
            made = edit.add_premise(made, target, text)
    premise, target = (draw(st.sampled_from(made.statements)).id for _ in range(2))
    if target not in walk.below(made, [premise]) and premise not in walk.below(made, [target]):
        made = edit.link(made, premise, target, Bearing.SUPPORTS)
    return made


def rows(argument_map: ArgumentMap) -> list[tuple[Branch, Branch | None]]:
    """All rows with the rows they lie below."""
    found: list[tuple[Branch, Branch | None]] = [(b, None) for b in walk.outline(argument_map)]
    for branch, _ in found:
        found += [(child, branch) for child in branch.branches]
    return found


def ids_below(argument_map: ArgumentMap, parent: Branch | None) -> list[str]:
    return [b.id for b, home in rows(argument_map) if (home and home.id) == (parent and parent.id)]


@given(maps(), st.data())
def test_a_move_loses_nothing_or_is_refused(argument_map: ArgumentMap, data: st.DataObject) -> None:
    found = rows(argument_map)
    dragged, home = data.draw(st.sampled_from(found))
    parent = data.draw(st.sampled_from([None, *(b for b, _ in found)]))
    below = [b for b, above in found if above is parent]
    before = data.draw(st.sampled_from([None, *below]))
    if not dropping.movable(argument_map, dragged):
        return
    if not dropping.may_drop(dragged, parent):
        return
    try:
        moved = dropping.drop(argument_map, dragged, home, parent, before)
    except ArgmapError:
        return
    assert {(s.id, s.text) for s in moved.statements} == {
        (s.id, s.text) for s in argument_map.statements
    }
    assert all(moved.item(r.target) for r in moved.relations)
    if parent is not None and home is not parent:
        assert dragged.id in ids_below(moved, parent) or moved.relation_by_id.get(dragged.via)


@given(maps(), st.data())
def test_a_place_among_siblings_is_the_place_it_gets(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    parents = [None, *(b for b, _ in rows(argument_map) if b.id in argument_map.statement_by_id)]
    parent = data.draw(st.sampled_from(parents))
    row = list(parent.branches if parent else walk.outline(argument_map))
    if parent is None:
        row = [b for b in row if not argument_map.relations_of(b.id)]
    if not row:
        return
    dragged = data.draw(st.sampled_from(row))
    before = data.draw(st.sampled_from([None, *row]))
    if not dropping.movable(argument_map, dragged):
        return
    moved = dropping.drop(argument_map, dragged, parent, parent, before)
    rest = [b.id for b in row if b is not dragged]
    at = rest.index(before.id) if before and before is not dragged else len(rest)
    expected = [*rest[:at], dragged.id, *rest[at:]]
    if before is dragged:
        expected = [b.id for b in row]
    now = ids_below(moved, parent)
    assert [id_ for id_ in now if id_ in expected] == expected


def test_in_front_of_a_linked_premise_a_statement_is_linked_with_it(pool: ArgumentMap) -> None:
    found = rows(pool)
    cost, home = next((b, above) for b, above in found if b.id == "cost-doubles")
    enough, step = next((b, above) for b, above in found if b.id == "demand-is-enough")
    moved = dropping.drop(pool, cost, home, step, enough)
    assert step
    assert moved.relation_by_id[step.id].premises == (
        "demand-is-high",
        "cost-doubles",
        "demand-is-enough",
    )


def test_what_hangs_elsewhere_too_moves_with_its_relation(pool: ArgumentMap) -> None:
    twice = edit.link(pool, "calm-is-good", "open-it-on-sundays", Bearing.SUPPORTS)
    reference, home = next((b, h) for b, h in rows(twice) if b.reference)
    cost = next(b for b, _ in rows(twice) if b.id == "cost-doubles")
    moved = dropping.drop(twice, reference, home, cost)
    assert [r.target for r in moved.relations_of("calm-is-good")] == [
        "sundays-are-quiet",
        "cost-doubles",
    ]


def test_a_reference_within_a_linked_step_stays(pool: ArgumentMap) -> None:
    relation = pool.relation_by_id["r-demand-is-high"]
    shared = edit.add_relation(pool, relation.premises, Bearing.SUPPORTS, "calm-is-good")
    references = [b for b, _ in rows(shared) if b.reference]
    assert len(references) == 2
    assert not any(dropping.movable(shared, b) for b in references)


def test_a_statement_cannot_go_below_itself(pool: ArgumentMap) -> None:
    claim, demand = (
        next(b for b, _ in rows(pool) if b.id == id_)
        for id_ in ("open-it-on-sundays", "demand-is-high")
    )
    with pytest.raises(ArgmapError):
        dropping.drop(pool, claim, None, demand)
