"""What a change is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, judging, rearrange, removal
from argmap.model.history.concerned import concerned, moved_onto
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing
from tests.model.maps import a_map

CASES: dict[str, tuple[str, Callable[[ArgumentMap], ArgumentMap], str]] = {
    "a card that came": ("p -> C", lambda m: edit.add_premise(m, "C", "q"), "q"),
    "a text": ("p -> C", lambda m: edit.set_fields(m, "C", text="x"), "C"),
    "a card that hangs elsewhere": (
        "p -> C; q -> D",
        lambda m: rearrange.reparent(m, "p", "D"),
        "p",
    ),
    "a linked premise that leaves": (
        "r1: p q s -> C; t -> D",
        lambda m: rearrange.reparent(m, "q", "D"),
        "q",
    ),
    "linked premises in another order": (
        "r1: p q -> C",
        lambda m: rearrange.move_sibling(m, "p", 1),
        "q p",
    ),
    "a link": (
        "p -> C; q -> D",
        lambda m: edit.link(m, "q", "C", m.relations[0].bearing),
        "q",
    ),
    "a step alone": ("p -> C", lambda m: edit.set_fields(m, "r-p", weight=2.0), "r-p"),
    "relations in another order": (
        "p -> C; q -> C",
        lambda m: rearrange.move_sibling(m, "p", 1),
        "",
    ),
    "roots in another order": ("C D", lambda m: rearrange.move_sibling(m, "C", 1), ""),
    "a card that went": ("p -> C", lambda m: removal.delete_branches(m, ["p"]), "p"),
    "a viewpoint": ("p -> C", lambda m: judging.add_viewpoint(m, "Mine"), ""),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_change_is_about(case: str) -> None:
    notation, change, expected = CASES[case]
    before = a_map(notation)
    assert concerned(diff(before, change(before))) == tuple(expected.split())


MOVES: dict[str, tuple[str, Callable[[ArgumentMap], ArgumentMap], str | None]] = {
    "a card that hangs elsewhere": (
        "p -> C; q -> D",
        lambda m: rearrange.reparent(m, "p", "D"),
        "D",
    ),
    "a linked premise that leaves": (
        "r1: p q s -> C; t -> D",
        lambda m: rearrange.reparent(m, "q", "D"),
        "D",
    ),
    "linked premises in another order": (
        "r1: p q -> C",
        lambda m: rearrange.move_sibling(m, "p", 1),
        "C",
    ),
    "relations in another order": (
        "p -> C; q -> C",
        lambda m: rearrange.move_sibling(m, "p", 1),
        "C",
    ),
    "roots in another order": ("C D", lambda m: rearrange.move_sibling(m, "C", 1), ""),
    "a card that becomes a root": ("p -> C", lambda m: rearrange.make_root(m, "p"), ""),
    "premises that are linked": (
        "r1: p -> C; r2: q -> C",
        lambda m: rearrange.join(m, ["r1", "r2"]),
        "C",
    ),
    "a link": (
        "p -> C; q -> D",
        lambda m: edit.link(m, "q", "C", m.relations[0].bearing),
        "C",
    ),
    "what hung below a card that went": (
        "q -> p; p -> C",
        lambda m: removal.delete_cards(m, ["p"]),
        "",
    ),
    "a card that came": ("p -> C", lambda m: edit.add_premise(m, "C", "q"), None),
    "a card that came first": (
        "p -> C",
        lambda m: edit.add_sibling(m, "p", "q", before=True),
        None,
    ),
    "a card that went": ("p -> C; q -> C", lambda m: removal.delete_branches(m, ["p"]), None),
    "a text": ("p -> C", lambda m: edit.set_fields(m, "C", text="x"), None),
    "another bearing": (
        "r1: p -> C",
        lambda m: rearrange.set_bearing(m, "r1", Bearing.ATTACKS),
        None,
    ),
}


@pytest.mark.parametrize("case", MOVES)
def test_what_a_card_that_only_moved_bears_on_now(case: str) -> None:
    notation, change, expected = MOVES[case]
    before = a_map(notation)
    assert moved_onto(diff(before, change(before))) == expected
