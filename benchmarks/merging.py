"""What differences and merges of large maps cost: `python -m benchmarks.merging [STATEMENTS]`.

Two people make ten edits each in a map of 2000 statements. Asked for are 0.3 s for the difference
and 0.5 s for the merge, reading included, and 1 s for git's `merge` with the driver.
"""

from __future__ import annotations

import sys
from random import Random
from time import process_time

from argmap.merging.merge import merge
from argmap.merging.texts import merge_texts
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.edit import add_premise, set_fields
from argmap.model.edits.rearrange import move_sibling
from argmap.model.history.patch import diff
from argmap.store.yaml_file import read
from benchmarks.big_map import text_of
from benchmarks.timing import milliseconds

EDITS = 10
NAMES = ("base", "ours", "theirs")


def edited(text: str, numbers: list[int], words: str) -> str:
    """Return the text after edits of the statements of these numbers."""
    reading = read(text)
    before = after = reading.argument_map
    for number in numbers:
        after = _one(after, f"s{number}", words, number)
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    return reading.text.text()


def _one(argument_map: ArgumentMap, id_: str, words: str, number: int) -> ArgumentMap:
    if number % 3 == 0:
        return add_premise(argument_map, id_, f"{words} {number}")
    if number % 3 == 1:
        return set_fields(argument_map, id_, text=f"{words} {number}.")
    return move_sibling(argument_map, id_, 1)


def main(size: int) -> None:
    """Measure and print."""
    base = text_of(size)
    numbers = Random(1).sample(range(1, size), 2 * EDITS)  # noqa: S311
    ours, theirs = edited(base, numbers[:EDITS], "Mine"), edited(base, numbers[EDITS:], "Theirs")
    maps = [read(text).argument_map for text in (base, ours, theirs)]
    reading = milliseconds(lambda: read(base), 3, process_time)
    alone = milliseconds(lambda: merge(*maps), 3, process_time)
    whole = milliseconds(lambda: merge_texts(base, ours, theirs, NAMES), 3, process_time)
    print(f"{size} statements; reading one file takes {reading:.0f} ms")
    print(f"merge the maps  {alone:8.1f} ms {alone / reading:8.2f}")
    print(f"merge the files {whole:8.1f} ms {whole / reading:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
