"""What reading and saving large maps costs: `python -m benchmarks.store [STATEMENTS]`.

Ratios within one run, so that they hold on any machine: reading against PyYAML's CSafeLoader on
the same text, and an edit of one statement with its text against a dump of the whole map.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import process_time

import yaml

from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.save import fingerprint, save
from argmap.store.yaml_file import Reading, dumps, read
from benchmarks.big_map import text_of
from benchmarks.timing import milliseconds


def edited(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map with one text in the middle changed."""
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
    text = text_of(size)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    load = partial(yaml.load, text, Loader=loader)
    theirs = milliseconds(load, clock=process_time)
    ours = milliseconds(lambda: read(text), clock=process_time)
    reading = read(text)
    after = edited(reading.argument_map)
    edit = milliseconds(lambda: edit_text(reading, after))
    whole = milliseconds(lambda: dumps(after))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.argmap.yaml"
        save(path, text, None)
        spliced = milliseconds(lambda: save(path, edit_text(reading, after), fingerprint(path)))
        dumped = milliseconds(lambda: save(path, dumps(after), fingerprint(path)))
    print(f"{size} statements, {len(text) / 1e6:.1f} MB")
    print(f"read          {ours:8.1f} ms   {loader.__name__} {theirs:.1f} ms   {ours / theirs:.2f}")
    print(f"edit the text {edit:8.1f} ms   full dump {whole:.1f} ms   {edit / whole:.2f}")
    print(f"edit and save {spliced:8.1f} ms   dump and save {dumped:.1f} ms   "
          f"{spliced / dumped:.2f}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
