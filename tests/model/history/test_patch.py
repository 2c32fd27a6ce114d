from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Group, Statement, Style
from argmap.model.history.patch import Change, FieldChange, Patch, diff
from argmap.model.kinds import Direction
from tests.model.maps import a_map, ids


def in_order(*names: str, text: str = "") -> ArgumentMap:
    return ArgumentMap(statements=tuple(Statement(name, text or name) for name in names))


def test_equal_maps_differ_in_nothing() -> None:
    assert not diff(a_map("p -> C"), a_map("p -> C"))
    assert diff(a_map("p -> C"), a_map("p -> C")) == Patch()


def test_a_changed_text_is_one_change_that_keeps_its_place() -> None:
    before = in_order("a", "b", "c")
    changed = Statement("b", "said otherwise")
    after = replace(before, statements=(before.statements[0], changed, before.statements[2]))
    assert diff(before, after).changes == (Change("statements", Statement("b", "b"), changed),)


def test_what_comes_and_goes_says_where() -> None:
    patch = diff(in_order("a", "b", "c"), in_order("b", "c", "d"))
    gone, come = patch.changes
    assert (gone.id, gone.after, gone.was_at, gone.now_at) == ("a", None, 0, None)
    assert (come.id, come.before, come.was_at, come.now_at) == ("d", None, None, 2)


def test_only_what_really_moved_counts_as_moved() -> None:
    patch = diff(in_order("a", "b", "c", "d", "e"), in_order("b", "c", "d", "a", "e"))
    assert [(c.id, c.was_at, c.now_at) for c in patch.changes] == [("a", 0, 3)]


def test_delete_and_undo_keeps_the_order_of_siblings() -> None:
    before, after = in_order("a", "b", "c"), in_order("b", "c")
    assert ids(diff(before, after).inverse().apply(after)) == "a b c"


def test_fields_of_the_map_are_told_apart() -> None:
    before = ArgumentMap(title="Old", authors=("A",))
    style = Style(Direction.LEFT)
    patch = diff(before, replace(before, title="New", style=style))
    assert patch.fields == (
        FieldChange("title", "Old", "New"),
        FieldChange("style", Style(), style),
    )
    assert not patch.changes


def test_a_patch_tells_its_ids_and_its_sections() -> None:
    before = in_order("a", "b")
    after = replace(in_order("a"), groups=(Group("g"),))
    patch = diff(before, after)
    assert patch.ids == {"b", "g"}
    assert [change.id for change in patch.of("groups")] == ["g"]
    assert patch.of("relations") == ()


def test_an_id_may_move_to_another_section() -> None:
    before = in_order("a")
    after = ArgumentMap(groups=(Group("a"),))
    assert diff(before, after).apply(before) == after
    assert diff(before, after).inverse().apply(after) == before


@st.composite
def listings(draw: st.DrawFn) -> ArgumentMap:
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    return ArgumentMap(
        title=draw(st.sampled_from(["", "T"])),
        statements=tuple(Statement(name, draw(st.sampled_from("xy"))) for name in names),
        groups=tuple(Group(name) for name in draw(st.lists(st.sampled_from("gh"), unique=True))),
    )


@given(listings(), listings())
def test_the_law_of_patches(before: ArgumentMap, after: ArgumentMap) -> None:
    patch = diff(before, after)
    assert patch.apply(before) == after
    assert patch.inverse().apply(after) == before
    assert patch.inverse().inverse() == patch
    assert bool(patch) == (before != after)


@given(st.permutations("abcdefg"))
def test_no_patch_moves_more_than_it_must(order: list[str]) -> None:
    moved = len(diff(in_order(*"abcdefg"), in_order(*order)).changes)
    longest = [1] * len(order)
    for end in range(len(order)):
        for start in range(end):
            if order[start] < order[end]:
                longest[end] = max(longest[end], longest[start] + 1)
    assert moved == len(order) - max(longest)


@pytest.mark.parametrize("ends", [("a", "b"), ("b", "a")])
def test_a_patch_of_equal_but_not_identical_items_is_empty(ends: tuple[str, str]) -> None:
    assert not diff(in_order(*ends), in_order(*ends))
