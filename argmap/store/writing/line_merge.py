"""A few lines of three versions of a text merged line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class _Edit(NamedTuple):
    """Lines of the base, from `start` up to `end`, and what one side has in their place."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged_lines(base: str, ours: str, theirs: str) -> str | None:
    """Return the text with the changes of both; None where they touch the same lines.

    Changes of neighbouring lines are both made, unlike git, which takes them for one.
    """
    before = base.splitlines(keepends=True)
    edits = sorted({*_edits(before, ours), *_edits(before, theirs)})
    found: list[str] = []
    at = 0
    for number, edit in enumerate(edits):
        previous = edits[number - 1] if number else None
        if edit.start < at or (previous and previous[:2] == edit[:2]):
            return None
        found += [*before[at : edit.start], *edit.lines]
        at = edit.end
    return "".join([*found, *before[at:]])


def _edits(before: Sequence[str], text: str) -> list[_Edit]:
    after = text.splitlines(keepends=True)
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        _Edit(start, end, tuple(after[first:last]))
        for change, start, end, first, last in matcher.get_opcodes()
        if change != "equal"
    ]
