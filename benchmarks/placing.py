"""What placing costs: a map afresh, and after one edit of a picture that is held.

Run `python -m benchmarks.placing`. Times depend on the machine; the ratios to reading the same map
from YAML should hold.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace
from functools import partial
from itertools import count

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Direction
from argmap.placing.nodes import Memory
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Placed, Sizes
from argmap.store.yaml_file import read
from benchmarks.big_map import map_of, text_of
from benchmarks.timing import milliseconds

A4 = PAGES["a4-landscape"]


def main() -> None:
    """Print a line for each size and direction."""
    for size in (100, 1000, 10_000):
        text = text_of(size)
        rounds = 7 if size < 5000 else 2
        reading = milliseconds(partial(read, text), rounds, clock=time.process_time)
        for direction in (Direction.TOP, Direction.LEFT):
            fresh, held = times(map_of(size), direction, rounds)
            print(
                f"{size:6} cards, {direction}: afresh {fresh:5.0f} ms, "
                f"{fresh / reading:5.2f} of reading; held, after an edit {held:4.0f} ms, "
                f"{held / reading:5.2f} of reading"
            )


def times(argument_map: ArgumentMap, direction: Direction, rounds: int) -> tuple[float, float]:
    """Return the milliseconds of placing afresh, and of placing again after an edit."""
    sizes = sizes_of(argument_map)
    fresh = milliseconds(
        partial(place, argument_map, sizes, A4, direction), rounds, clock=time.process_time
    )
    memory = Memory()
    first = place(argument_map, sizes, A4, direction, memory=memory)
    place(argument_map, sizes, A4, direction, held=first.arrangement, memory=memory)
    numbers, chance = count(), random.Random(1)

    def edit_one() -> Placed:
        number = next(numbers)
        edited = with_new(argument_map, number, chance.choice(argument_map.statements).id)
        more = Sizes({**sizes.cards, f"new{number}": (208, 62)})
        return place(edited, more, A4, direction, held=first.arrangement, memory=memory)

    return fresh, milliseconds(edit_one, rounds, clock=time.process_time)


def sizes_of(argument_map: ArgumentMap) -> Sizes:
    """Return sizes as texts of these lengths have them, at 34 characters a line."""
    return Sizes({s.id: (208, 30 + 15 * (1 + len(s.text) // 34)) for s in argument_map.statements})


def with_new(argument_map: ArgumentMap, number: int, target: str) -> ArgumentMap:
    """Return a map with a new card that supports another."""
    premise = Statement(f"new{number}", "A new reason.")
    relation = Relation(f"new-r{number}", (premise.id,), Bearing.SUPPORTS, target)
    return replace(
        argument_map,
        statements=(*argument_map.statements, premise),
        relations=(*argument_map.relations, relation),
    )


if __name__ == "__main__":
    main()
