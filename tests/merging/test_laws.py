"""Laws of merging that hold for any three maps, and for any edits of one."""

from __future__ import annotations

from collections.abc import Container, Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.merging.merge import merge
from argmap.merging.order import merged_order
from argmap.model.argument_map import GONE, SECTIONS, ArgumentMap, Item, Table
from argmap.model.integrity import structural
from argmap.store.schema.tables import table_of
from tests.merging.edits import MIXED, changed
from tests.model.maps import a_map, flaws
from tests.model.strategies import maps as small_maps
from tests.store.maps import maps as any_maps
from tests.store.maps import normal

lists = st.lists(st.sampled_from("abcdefg"), unique=True)


@st.composite
def versions(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap, ArgumentMap]:
    """Return a map and what two people made of it, by a few edits each."""
    base = draw(small_maps())
    by = Random(draw(st.integers(0, 10**6)))
    return base, _edited(base, draw(st.integers(0, 4)), by), _edited(base, 2, by)


def _edited(argument_map: ArgumentMap, times: int, by: Random) -> ArgumentMap:
    for _ in range(times):
        if argument_map.statements:
            at = by.choice(argument_map.statements).id
            argument_map = changed(argument_map, MIXED, at, by)
    return argument_map


_as_read = any_maps().map(normal)
any_versions = st.one_of(versions(), st.tuples(_as_read, _as_read, _as_read))


def items(argument_map: ArgumentMap) -> dict[str, Item]:
    return {item.id: item for name in SECTIONS for item in getattr(argument_map, name)}


def said(argument_map: ArgumentMap) -> set[str]:
    """Return all texts of statements that stand in a map or wait among its conflicts."""
    texts = {statement.text for statement in argument_map.statements}
    for conflict in argument_map.conflicts:
        for side in (conflict.ours, conflict.theirs):
            if conflict.key == "text" and isinstance(side, str):
                texts.add(side)
            elif conflict.key == "statements" and isinstance(side, Table):
                texts.add(str(dict(side.pairs).get("text", "")))
    return texts


class TestOrder:
    @given(lists, lists)
    def test_what_one_side_did_is_done(self, base: list[str], side: list[str]) -> None:
        assert merged_order(base, side, base, side) == side
        assert merged_order(base, base, side, side) == side
        assert merged_order(base, side, side, side) == side

    @given(lists, lists, lists, st.data())
    def test_everything_that_is_kept_stands_once_whoever_is_ours(
        self, base: list[str], one: list[str], other: list[str], data: st.DataObject
    ) -> None:
        names = sorted({*base, *one, *other})
        kept = data.draw(st.sets(st.sampled_from(names))) if names else set()
        merged = merged_order(base, one, other, kept)
        assert sorted(merged) == sorted(kept)
        assert merged == merged_order(base, other, one, kept)

    @pytest.mark.parametrize(
        ("base", "one", "other", "merged"),
        [
            ("abc", "abxc", "aybc", "aybxc"),
            ("abc", "abcx", "abcy", "abcxy"),
            ("abc", "abcy", "abcx", "abcxy"),
            ("abc", "cab", "abxc", "cabx"),
            ("abcd", "bcda", "bacd", "bacd"),
            ("ab", "axb", "b", "xb"),
            ("", "xy", "ay", "axy"),
        ],
    )
    def test_examples(self, base: str, one: str, other: str, merged: str) -> None:
        kept = {n for n in one + other + base if (n in one) + (n in other) >= 1 + (n in base)}
        assert "".join(merged_order(base, one, other, kept)) == merged


def torn(argument_map: ArgumentMap, unnamed: Container[str]) -> set[str]:
    """Return what is wrong with a map, of relations without an id of their own without one."""
    parts = (flaw.partition(": ") for flaw in flaws(argument_map))
    return {what if of in unnamed else f"{of}: {what}" for of, _, what in parts}


def nameless(*maps: ArgumentMap) -> set[str]:
    """Return the ids of relations that have none of their own in one of these maps."""
    return {r.id for argument_map in maps for r in argument_map.relations if r.anonymous}


class TestMaps:
    @given(any_versions)
    def test_what_one_side_did_is_done(self, three: tuple[ArgumentMap, ...]) -> None:
        base, side, _ = three
        for merged in (merge(base, side, base), merge(base, base, side), merge(base, side, side)):
            assert normal(merged.argument_map) == normal(side)
            assert merged.hints == ()

    @given(any_versions)
    @settings(max_examples=200)
    def test_nothing_is_torn_that_was_whole(self, three: tuple[ArgumentMap, ...]) -> None:
        base, ours, theirs = three
        merged = merge(base, ours, theirs).argument_map
        known = {problem.ids for side in (ours, theirs) for problem in structural(side)}
        found = [p for p in structural(merged) if p.code != "conflict"]
        assert [p.message for p in found if p.ids not in known] == []
        # A step that is asked about has again the id that one side left out.
        unnamed = nameless(ours, theirs, merged) | {conflict.id for conflict in merged.conflicts}
        assert torn(merged, unnamed) <= torn(ours, unnamed) | torn(theirs, unnamed)

    @given(any_versions)
    def test_no_statement_is_lost_that_a_side_added_or_reworded(
        self, three: tuple[ArgumentMap, ...]
    ) -> None:
        base, ours, theirs = three
        old = {(s.id, s.text) for s in base.statements}
        new = {
            s.text for side in (ours, theirs) for s in side.statements if (s.id, s.text) not in old
        }
        assert new <= said(merge(base, ours, theirs).argument_map)

    @given(any_versions)
    def test_without_a_conflict_it_does_not_matter_who_is_ours(
        self, three: tuple[ArgumentMap, ...]
    ) -> None:
        base, ours, theirs = three
        one, other = (
            merge(base, *sides).argument_map for sides in ((ours, theirs), (theirs, ours))
        )
        assert bool(one.conflicts) == bool(other.conflicts)
        if not one.conflicts:
            assert normal(one) == normal(other)

    @given(any_versions)
    def test_what_stands_where_the_sides_differ_is_ours(
        self, three: tuple[ArgumentMap, ...]
    ) -> None:
        base, ours, theirs = three
        merged = merge(base, ours, theirs).argument_map
        mine, stands = items(ours), items(merged)
        for conflict in merged.conflicts:
            if conflict.key in SECTIONS and conflict not in ours.conflicts + theirs.conflicts:
                assert (conflict.id in stands) == (conflict.ours is not GONE)
                if conflict.ours is not GONE:
                    # Where ours left out the id of a step, it is asked about by that all the same.
                    known = mine.get(conflict.id)
                    could_be = [known] if known else mine.values()
                    assert any(table_of(item) == conflict.ours for item in could_be)

    @given(st.integers(0, 10**6))
    def test_disjoint_edits_always_merge(self, seed: int) -> None:
        by = Random(seed)
        left, right = "; a -> p; b -x p", "; c -> q; d -x q"
        base = a_map("p -> C; q -> D" + left + right)
        ours = _alone(base, ["p", "a", "b"], by)
        theirs = _alone(base, ["q", "c", "d"], by)
        assert merge(base, ours, theirs).argument_map.conflicts == ()


def _alone(base: ArgumentMap, cards: Iterable[str], by: Random) -> ArgumentMap:
    """Make edits that concern these cards only."""
    kinds = {
        name: kind for name, kind in MIXED.items() if name not in ("another parent", "a second use")
    }
    for card in cards:
        if card in base.statement_by_id:
            base = changed(base, kinds, card, by)
    return base
