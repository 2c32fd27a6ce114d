"""Measure edits of large maps: `python -m benchmarks.model`.

Each row is one edit together with the difference that it makes, in milliseconds of the processor,
and as a ratio to the time in which the same run copies every item of the map, which is what an edit
would cost if maps were rebuilt. The bound is 5 ms on 2000 statements.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time

from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, fragment, rearrange, removal
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds

SIZES = (2_000, 10_000)
ROUNDS = 15
BOUND_MS = 5.0
Edit = Callable[[ArgumentMap], ArgumentMap]


def edits(argument_map: ArgumentMap) -> dict[str, Edit]:
    """Return edits of all sorts, in the middle of a map."""
    count = len(argument_map.statements)
    one, other = f"s{count // 2}", f"s{count // 3}"
    support = next(r for r in argument_map.relations[count // 3 :] if r.bearing is Bearing.SUPPORTS)
    return {
        "set text": lambda m: edit.set_fields(m, one, text="Another text."),
        "add premise": lambda m: edit.add_premise(m, one, "A new reason"),
        "add co-premise": lambda m: edit.add_co_premise(m, one, "A new reason"),
        "turn into attack": lambda m: rearrange.set_bearing(m, support.id, Bearing.ATTACKS),
        "move sibling": lambda m: rearrange.move_sibling(m, one, 1),
        "re-parent": lambda m: rearrange.reparent(m, one, other),
        "delete card": lambda m: removal.delete_cards(m, [other]),
        "delete branch": lambda m: removal.delete_branches(m, [other]),
        "duplicate": lambda m: fragment.duplicate(m, [one]),
        "group": lambda m: edit.group(m, [one, other], "Side"),
    }


def copied(argument_map: ArgumentMap) -> ArgumentMap:
    """Make every item of a map again."""
    return replace(
        argument_map,
        statements=tuple(replace(s) for s in argument_map.statements),
        relations=tuple(replace(r) for r in argument_map.relations),
    )


def edit_and_diff(make: Edit, before: ArgumentMap) -> None:
    """Do what a `Document` does for an edit, on a map of which nothing has been looked up yet."""
    fresh = replace(before)
    diff(fresh, make(fresh))


def main() -> int:
    """Print the table; exit with 1 if an edit of the smaller map takes longer than the bound."""
    slow = 0
    for count in SIZES:
        before = map_of(count)
        whole = milliseconds(partial(copied, before), ROUNDS, process_time)
        print(f"{count} statements; copying all items takes {whole:.2f} ms")
        for name, make in edits(before).items():
            took = milliseconds(partial(edit_and_diff, make, before), ROUNDS, process_time)
            print(f"  {name:18}{took:7.2f} ms{took / whole:7.2f}")
            slow += count == SIZES[0] and took > BOUND_MS
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
