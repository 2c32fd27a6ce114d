"""What reading and saving large maps costs: `python -m benchmarks.store [STATEMENTS]`.

Ratios within one run, so that they hold on any machine: reading against PyYAML's CSafeLoader on
the same text, and an edit of one statement with its text against a dump of the whole map.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Kind
from argmap.model.patch import diff
from argmap.store.save import fingerprint, save
from argmap.store.yaml_file import Reading, dumps, read

ROUNDS = 5


def large_map(size: int) -> ArgumentMap:
    """Give a tree of that many statements, each with three premises."""
    text = "The statement with number {} is true, because otherwise nobody would write it down."
    statements = [Statement(f"s{n}", text.format(n), Kind.PREMISE) for n in range(size)]
    relations = [
        Relation(f"r{n}", (f"s{n}",), Bearing.SUPPORTS, f"s{n // 3}") for n in range(1, size)
    ]
    return ArgumentMap("Large", statements=tuple(statements), relations=tuple(relations))


def best(work: Callable[[], object]) -> float:
    """Give the least time of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
        del result
    return min(times) * 1000


def edited(argument_map: ArgumentMap) -> ArgumentMap:
    """Give the map with one text in the middle changed."""
    statements = list(argument_map.statements)
    middle = len(statements) // 2
    statements[middle] = replace(statements[middle], text="Said anew, in fewer words.")
    return replace(argument_map, statements=tuple(statements))


def edit_text(reading: Reading, after: ArgumentMap) -> str:
    """Let the text follow one edit, take it back, and give the text in between."""
    before = reading.argument_map
    edit = reading.text.edit(diff(before, after), before, after)
    reading.text.apply(edit)
    text = reading.text.text()
    reading.text.apply(edit.inverse())
    return text


def main(size: int) -> None:
    """Measure and print."""
    argument_map = large_map(size)
    text = dumps(argument_map)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    theirs = best(lambda: yaml.load(text, Loader=loader))  # noqa: S506 - the safe one
    ours = best(lambda: read(text))
    reading = read(text)
    after = edited(reading.argument_map)
    edit = best(lambda: edit_text(reading, after))
    whole = best(lambda: dumps(after))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.argmap.yaml"
        save(path, text, None)
        spliced = best(lambda: save(path, edit_text(reading, after), fingerprint(path)))
        dumped = best(lambda: save(path, dumps(after), fingerprint(path)))
    print(f"{size} statements, {size - 1} relations, {len(text) / 1e6:.1f} MB")
    print(f"read          {ours:8.1f} ms   {loader.__name__} {theirs:.1f} ms   {ours / theirs:.2f}")
    print(f"edit the text {edit:8.1f} ms   full dump {whole:.1f} ms   {edit / whole:.2f}")
    print(f"edit and save {spliced:8.1f} ms   dump and save {dumped:.1f} ms   "
          f"{spliced / dumped:.2f}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
