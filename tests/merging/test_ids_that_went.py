"""A step of which one side left out the id, or gave it one, and what the other side did to it."""

from __future__ import annotations

import pytest

from argmap.merging.merge import merge
from argmap.merging.wording.clashes import question, said
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps, read

HEAD = "argmap: 1\nstatements:\n  - id: c\n    text: C.\n  - id: p\n    text: P.\n"
NAMED = f"{HEAD}relations:\n  - id: r1\n    from: [p]\n    supports: c\n"
NAMELESS = f"{HEAD}relations:\n  - from: [p]\n    supports: c\n"
GONE = HEAD


def _read(text: str) -> ArgumentMap:
    return read(text).argument_map


@pytest.mark.parametrize(("base", "other"), [(NAMED, NAMELESS), (NAMELESS, NAMED)])
@pytest.mark.parametrize("turned", [False, True])
def test_what_is_deleted_goes_whatever_the_other_called_it(
    base: str, other: str, turned: bool
) -> None:
    ours, theirs = (GONE, other) if turned else (other, GONE)
    merged = merge(_read(base), _read(ours), _read(theirs)).argument_map
    assert (merged.relations, merged.conflicts) == ((), ())


@pytest.mark.parametrize("turned", [False, True])
def test_what_was_changed_besides_is_asked_about_by_what_can_be_found(turned: bool) -> None:
    changed = f"{NAMELESS}    weight: 2\n"
    ours, theirs = (GONE, changed) if turned else (changed, GONE)
    merged = merge(_read(NAMED), _read(ours), _read(theirs)).argument_map
    (conflict,) = merged.conflicts
    assert "“P” supports “C”" in question(merged, conflict)
    assert [said(merged, conflict, side) for side in (conflict.ours, conflict.theirs)] == [
        *("“P” supports “C”\nweight: 2", "Not there.")[:: -1 if turned else 1]
    ]
    again = _read(dumps(merged))
    assert again.conflicts == merged.conflicts
    assert [relation.id for relation in again.relations] == ([] if turned else ["r1"])


@pytest.mark.parametrize("turned", [False, True])
def test_what_the_other_side_makes_bear_on_it_finds_it(turned: bool) -> None:
    undercut = f"{NAMED}  - from: [c]\n    attacks: r1\n"
    ours, theirs = (undercut, NAMELESS) if turned else (NAMELESS, undercut)
    merged = _read(dumps(merge(_read(NAMED), _read(ours), _read(theirs)).argument_map))
    assert not merged.conflicts
    assert {r.target for r in merged.relations} == {"c", "r1"}
    assert not merged.relation_by_id["r1"].anonymous


def test_a_step_without_an_id_keeps_what_it_was_called() -> None:
    ours = _read(NAMELESS)
    merged = merge(_read(NAMED), ours, _read(NAMED.replace("P.", "P, too."))).argument_map
    assert merged.relations == ours.relations
