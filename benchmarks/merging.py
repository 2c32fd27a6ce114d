"""What differences and merges of large maps cost: `python -m benchmarks.merging [STATEMENTS]`.

Two people make ten edits each in a map of 2000 statements. Asked for are 0.3 s for the difference,
0.5 s for the merge, and 1 s for git's `merge` with the driver. The processor's time is counted, and
given as a ratio to reading one file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import process_time

from argmap.merging.differences import compare
from argmap.merging.merge import merge
from argmap.merging.texts import merge_texts
from argmap.merging.wording.sentences import Sentences
from argmap.merging.wording.standing import turns
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


def driver(base: str, ours: str, theirs: str) -> float:
    """Return the milliseconds of the processor that git's `merge` takes with the driver."""
    with tempfile.TemporaryDirectory() as folder:

        def git(*arguments: str) -> None:
            command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

        git("init", "-q", "-b", "start")
        setup = [sys.executable, "-m", "argmap", "git-setup"]
        path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
        os.environ["PYTHONPATH"] = path
        subprocess.run(setup, cwd=folder, check=True, stderr=subprocess.DEVNULL)
        for branch, text in (("main", base), ("other", theirs), ("main", ours)):
            git("checkout", "-q", *([] if text == ours else ["-b"]), branch)
            Path(folder, "big.argmap.yaml").write_text(text, encoding="utf-8")
            git("add", ".")
            git("commit", "-q", "-m", branch)
        before = os.times()
        git("merge", "-q", "other")
        after = os.times()
    used = after.children_user + after.children_system
    return (used - before.children_user - before.children_system) * 1000


def main(size: int) -> None:
    """Measure and print."""
    base = text_of(size)
    numbers = Random(1).sample(range(1, size), 2 * EDITS)
    ours, theirs = edited(base, numbers[:EDITS], "Mine"), edited(base, numbers[EDITS:], "Theirs")
    before, mine, yours = (read(text).argument_map for text in (base, ours, theirs))
    rows = {
        "differences": lambda: told(before, mine),
        "what stands": lambda: turns(compare(before, mine)),
        "merge the maps": lambda: merge(before, mine, yours),
        "merge the files": lambda: merge_texts(base, ours, theirs, NAMES),
    }
    reading = milliseconds(lambda: read(base), 3, process_time)
    print(f"{size} statements; reading one file takes {reading:.0f} ms")
    for name, work in rows.items():
        took = milliseconds(work, 3, process_time)
        print(f"{name:16}{took:8.1f} ms {took / reading:8.2f}")
    took = driver(base, ours, theirs)
    print(f"{'git merge':16}{took:8.1f} ms {took / reading:8.2f}")


def told(before: ArgumentMap, after: ArgumentMap) -> list[str]:
    """Return the differences in sentences."""
    comparison = compare(before, after)
    sentences = Sentences(comparison)
    return [sentences.sentence(d) for d in comparison.differences if sentences.told(d)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
