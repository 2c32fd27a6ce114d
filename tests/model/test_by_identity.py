"""Indexes that follow from the last one are what they would be if they were made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.frozen import frozen
from argmap.model.by_identity import Index, common_ends, only_in


@frozen
class Thing:
    """Something with keys."""

    keys: tuple[str, ...]


THINGS = tuple(Thing((a, b)) for a in "abcd" for b in "abcd") + tuple(Thing((a,)) for a in "abcd")
lists = st.lists(st.sampled_from(THINGS), unique_by=id, max_size=8).map(tuple)


def test_an_edit_calls_nothing_for_what_it_does_not_touch() -> None:
    asked: list[Thing] = []

    def keys(thing: Thing) -> tuple[str, ...]:
        asked.append(thing)
        return thing.keys

    index = Index[Thing](keys, having)
    many = tuple(Thing((str(n),)) for n in range(500))
    index(many)
    asked.clear()
    assert index((*many[:250], Thing(("7",)), *many[250:]))["7"] == [many[7], Thing(("7",))]
    assert len(asked) < 5


def having(keys: set[str], things: tuple[Thing, ...]) -> list[Thing]:
    return [thing for thing in things if keys.intersection(thing.keys)]


@given(st.lists(lists, max_size=6))
def test_an_index_that_follows_is_the_one_made_anew(rows: list[tuple[Thing, ...]]) -> None:
    index = Index[Thing](lambda thing: thing.keys, having)
    for row in rows:
        anew: dict[str, list[Thing]] = {}
        for thing in row:
            for key in thing.keys:
                anew.setdefault(key, []).append(thing)
        assert index(row) == anew


@given(lists, lists)
def test_only_what_the_other_does_not_hold(
    one: tuple[Thing, ...], other: tuple[Thing, ...]
) -> None:
    assert only_in(one, other) == [thing for thing in one if thing not in other]
    start, end = common_ends(one, other)
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end <= min(len(one), len(other))
