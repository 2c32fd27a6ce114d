"""What the rules take after an edit, beside the window: `python -m benchmarks.rules`.

A card is added in the middle of maps of 2000 and 10 000 statements and taken away again; in time of
the processor, against a check of the whole map.
"""

from __future__ import annotations

from functools import partial
from time import process_time

from argmap.critique import Follower, check
from argmap.model.edits import edit
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds

SIZES = (2000, 10_000)
TIMES = 12


def main() -> None:
    """Measure and print."""
    for size in SIZES:
        argument_map = map_of(size)
        follower = Follower()
        follower.check(argument_map)
        target = argument_map.statements[size // 2].id
        spent = []
        for number in range(TIMES):
            after = edit.add_premise(argument_map, target, f"A new reason, the {number}th of them.")
            begun = process_time()
            follower.check(after)
            spent.append(1000 * (process_time() - begun))
            follower.check(argument_map)
        whole = milliseconds(partial(check, argument_map), 2, process_time)
        print(
            f"{size:6} statements: {min(spent):.1f} to {max(spent):.1f} ms, {whole:.0f} ms of all"
        )


if __name__ == "__main__":
    main()
