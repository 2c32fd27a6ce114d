from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import judging
from argmap.model.kinds import Bearing, Judgement, Open
from argmap.reasoning import Label, evaluate
from tests.reasoning.maps import argument_maps, written
from tests.reasoning.test_strength import many_reasons

CASES = [
    # map, judged, wanted, sets
    ("r1: p q -> C", "p A, q R", "accepted", ["q A"]),
    ("r1: p -> C; r2: q -> C", "p q A", "rejected", ["p R, q R"]),
    ("r1: p -> C", "p A", "accepted", [""]),  # it is so already
    ("r1: p -> C; o: x -x C", "", "accepted", ["p A, x R"]),
    ("r1: p -> C; o: x -x C", "p A", "undecided", [""]),
    ("r1: p -> C; o: x -x C", "p A", "accepted", ["x R"]),
    ("r1: p -> C; r2: q -> C", "", "accepted", ["p A", "q A"]),
    ("C", "", "rejected", ["C R"]),
    ("p -> C", "C A", "rejected", []),  # a judgement stands whatever its reasons
    ("a b c d -> C", "a b c d R", "accepted", []),  # would take four
]


@pytest.mark.parametrize(("text", "judged", "wanted", "sets"), CASES)
def test_the_smallest_changes(text: str, judged: str, wanted: str, sets: list[str]) -> None:
    found = evaluate(written(text, judged)).changes("C", wanted)

    shown = [", ".join(f"{id_} {j[0].upper()}" for id_, j in sorted(s.items())) for s in found.sets]
    assert sorted(shown) == sorted(sets)
    assert found.complete


def judgements(argument_map: ArgumentMap, most: int) -> Iterator[dict[str, Judgement]]:
    leaves = [
        s.id
        for s in argument_map.statements
        if not any(r.bearing is Bearing.SUPPORTS for r in argument_map.relations_on(s.id))
    ]
    for size in range(most + 1):
        for chosen in combinations(leaves, size):
            for given_ in product(Judgement, repeat=size):
                yield dict(zip(chosen, given_, strict=True))


@settings(max_examples=60)
@given(argument_maps(most=4), st.sampled_from(Open), st.sampled_from(Label), st.data())
def test_changes_are_those_that_trying_everything_finds(
    argument_map: ArgumentMap, open_: Open, wanted: Label, data: st.DataObject
) -> None:
    id_ = data.draw(st.sampled_from(list(argument_map.statement_by_id)))
    working = []
    for given_ in judgements(argument_map, 3):
        changed = argument_map
        for leaf, judgement in given_.items():
            changed = judging.judge(changed, {leaf: judgement})
        if evaluate(changed, open_).statements[id_] is wanted:
            working.append(given_)
    least = min((len(given_) for given_ in working), default=0)

    found = evaluate(argument_map, open_).changes(id_, wanted, seconds=60)

    expected = [given_ for given_ in working if len(given_) == least]
    assert sorted(map(sorted, found.sets)) == sorted(map(sorted, expected))
    assert all(given_ in found.sets for given_ in expected)


def test_a_search_without_time_says_that_it_stopped() -> None:
    evaluation = evaluate(many_reasons(5, Bearing.SUPPORTS, None))

    stopped = evaluation.changes("C", "accepted", seconds=-1)
    assert (stopped.sets, stopped.complete) == ((), False)
    assert evaluation.changes("C", "undecided", seconds=-1).complete  # nothing had to be tried


def test_many_sets_are_tried_in_several_batches() -> None:
    attacked = many_reasons(40, Bearing.SUPPORTS, None)
    argument_map = judging.judge(attacked, {"C": None})

    found = evaluate(argument_map, "rejected").changes("C", "accepted", seconds=60)
    assert sorted(id_ for one in found.sets for id_ in one) == sorted(f"p{i}" for i in range(40))

    linked = written(" ".join(f"p{i}" for i in range(30)) + " -> C")
    none = evaluate(linked).changes("C", "accepted", seconds=60)
    assert (none.sets, none.complete) == ((), True)


def test_an_unknown_label_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ArgmapError, match="accepted, rejected, undecided"):
        evaluate(written("C")).changes("C", "true")
