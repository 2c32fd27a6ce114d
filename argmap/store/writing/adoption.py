"""Lines of another version of a file, taken over as they stand.

In a merge the text is ours. What theirs alone wrote, a comment or the manner of a quote included,
is not written anew but taken from their file; where both wrote about one thing, their lines merge.
What comes of that says what the merged map says, or it is not used (see `merging.texts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.model.argument_map import Item, Value
from argmap.store.writing.arrangement import Arrangement
from argmap.store.writing.chunks import Chunk, Role
from argmap.store.writing.line_merge import merged_lines
from argmap.store.yaml.lines import dash_column, ends_line

Chunks = Mapping[str, Chunk]
"""Chunks of a file by their keys."""


def adoptable(
    arrangement: Arrangement,
    ours: Chunks,
    base: Chunks,
    theirs: Chunks,
    merged: Mapping[str, Item | Value],
) -> Chunks:
    """Return chunks for what theirs wrote about; `merged` is what they are to hold, by key."""
    found: dict[str, Chunk] = {}
    for key, chunk in theirs.items():
        if chunk.role not in (Role.ITEM, Role.FIELD) or not _fits(arrangement, chunk):
            continue
        before, mine = base.get(key), ours.get(key)
        if before is None and mine is None:
            found[key] = chunk.in_newlines(arrangement.newline)
        elif before is not None and mine is not None and chunk.body != before.body:
            lines = merged_lines(before.body, mine.body, chunk.body)
            if lines is not None and key in merged:
                implied = mine.implied and chunk.implied
                found[key] = replace(mine, body=lines, holds=merged[key], implied=implied)
    return found


def adopt_comments(
    arrangement: Arrangement, adopted: Chunks, ours: Chunks, base: Chunks, theirs: Chunks
) -> None:
    """Take over lines that say the same to the map, and comments between things."""
    for key, chunk in adopted.items():
        mine = arrangement.find(key)
        if mine is not None and mine is ours.get(key) and mine.holds == chunk.holds:
            arrangement.replace(mine, chunk.in_gap(mine.gap))
    for key, gap in _new_gaps(base, theirs):
        mine = arrangement.find(key)
        if mine is not None and mine.gap == base[key].gap:
            arrangement.replace(mine, mine.in_gap(gap).in_newlines(arrangement.newline))


def _fits(arrangement: Arrangement, chunk: Chunk) -> bool:
    """Whether lines can stand as they are beside ours."""
    if not ends_line(chunk.body):
        return False
    return chunk.role is Role.FIELD or dash_column(chunk.body) == arrangement.indent(chunk.name)


def _new_gaps(base: Chunks, theirs: Chunks) -> Iterator[tuple[str, str]]:
    """Return what theirs wrote anew between things, before which key."""
    for key, chunk in theirs.items():
        if key in base and chunk.gap.strip() != base[key].gap.strip():
            yield key, chunk.gap
