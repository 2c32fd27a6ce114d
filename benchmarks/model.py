"""Measure edits of large maps: python -m benchmarks.model.

Each row is one edit together with the difference that it makes, in milliseconds, and as a ratio to
the time in which the same run copies every item of the map, which is what an edit would cost if
maps were rebuilt. The bound is 5 ms on 2000 statements.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter

from argmap.model import edit, fragment, rearrange, removal
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Kind
from argmap.model.patch import diff

SIZES = (2_000, 10_000)
ROUNDS = 15
BOUND_MS = 5.0
Edit = Callable[[ArgumentMap], ArgumentMap]


def tree(count: int) -> ArgumentMap:
    """Give a tree of three reasons for everything, every fifth an attack."""
    return ArgumentMap(
        statements=tuple(
            Statement(f"s{n}", f"Statement number {n} says this.", Kind.PREMISE)
            for n in range(count)
        ),
        relations=tuple(
            Relation(
                f"r{n}",
                (f"s{n}",),
                Bearing.SUPPORTS if n % 5 else Bearing.ATTACKS,
                f"s{(n - 1) // 3}",
            )
            for n in range(1, count)
        ),
    )


def edits(count: int) -> dict[str, Edit]:
    """Give edits of all sorts, in the middle of a map of that size."""
    one, other = f"s{count // 2}", f"s{count // 3}"
    return {
        "set text": lambda m: edit.set_fields(m, one, text="Another text."),
        "add premise": lambda m: edit.add_premise(m, one, "A new reason"),
        "add co-premise": lambda m: edit.add_co_premise(m, one, "A new reason"),
        "turn into attack": lambda m: rearrange.set_bearing(m, f"r{count // 2}", Bearing.ATTACKS),
        "move sibling": lambda m: rearrange.move_sibling(m, one, 1),
        "re-parent": lambda m: rearrange.reparent(m, one, other),
        "delete card": lambda m: removal.delete_cards(m, [other]),
        "delete branch": lambda m: removal.delete_branches(m, [other]),
        "duplicate": lambda m: fragment.duplicate(m, [one]),
        "group": lambda m: edit.group(m, [one, other], "Side"),
    }


def milliseconds(run: Callable[[], object]) -> float:
    """Give the shortest of several runs."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times) * 1000


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
        before = tree(count)
        whole = milliseconds(partial(copied, before))
        print(f"{count} statements; copying all items takes {whole:.2f} ms")
        for name, make in edits(count).items():
            took = milliseconds(partial(edit_and_diff, make, before))
            print(f"  {name:18}{took:7.2f} ms{took / whole:7.2f}")
            slow += count == SIZES[0] and took > BOUND_MS
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
