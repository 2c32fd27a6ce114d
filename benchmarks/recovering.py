"""What a journal of much work costs to keep and to read: `python -m benchmarks.recovering [CARDS]`.

An hour of typing into a large map, a line of the journal every quarter of a second, and what a new
card adds to it, against what the text of the map takes. In time of the processor.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import fmean
from time import process_time

from argmap.model.edits import edit
from argmap.model.history.document import Document
from argmap.store.journal import Journal
from argmap.store.journal.contents import read as read_journal
from argmap.store.yaml_file import read
from benchmarks.big_map import text_of
from benchmarks.timing import milliseconds

LINES = 4 * 3600
AT_A_PLACE = 60
"""Letters that are typed before somebody goes elsewhere in the text."""
CARDS = 30


def typed(text: str) -> Iterator[str]:
    """Give a text after each letter of an hour, here and there."""
    chance = random.Random(1)
    at = 0
    for number in range(LINES):
        at = chance.randrange(len(text)) if number % AT_A_PLACE == 0 else at + 1
        text = f"{text[:at]}k{text[at:]}"
        yield text


def with_cards(text: str) -> Iterator[str]:
    """Give the text of a map after each of some new cards."""
    reading = read(text)
    document = Document(reading.argument_map, reading.text)
    chance = random.Random(1)
    for _ in range(CARDS):
        target = chance.choice(document.argument_map.statements).id
        document.do("Add", edit.add_premise(document.argument_map, target, "A new reason."))
        yield reading.text.text()


def main(size: int) -> None:
    """Measure and print."""
    text = text_of(size)
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder), None, text)
        begun = _size(journal)
        for texts, what in ((with_cards(text), "a new card"), (typed(text), "a letter typed")):
            before, times = _size(journal), []
            for after in texts:
                at = process_time()
                journal.record(after)
                times.append(process_time() - at)
            grown = (_size(journal) - before) / len(times)
            print(f"{what:20} {1000 * fmean(times):6.2f} ms   {grown:8.0f} bytes")
        again = milliseconds(partial(read_journal, journal.file), 3, process_time)
        print(
            f"read the journal     {again:6.0f} ms   {_size(journal) / begun:.2f} of its beginning"
        )
        journal.discard()


def _size(journal: Journal) -> int:
    return journal.file.stat().st_size


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
