"""Two texts compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_LITTLE = 0.3
"""The share of words in common below which two texts are two."""

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


class How(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Words(NamedTuple):
    """Some words in a row, with blanks and marks, and what became of them."""

    how: How
    text: str


_MARKS = {How.SAME: ("", ""), How.REMOVED: ("[-", "-]"), How.ADDED: ("{+", "+}")}


def word_changes(before: str, after: str) -> tuple[Words, ...]:
    """Return the words of both texts in their order; those that were taken out come first.

    Texts that have little in common are told as one that went and one that came: what they happen
    to share would tear both to pieces.
    """
    found = tuple(words for words in _changes(before, after) if words.text)
    same = sum(len(_WORD.findall(words.text)) for words in found if words.how is How.SAME)
    longer = max(len(_WORD.findall(text)) for text in (before, after))
    if same < _LITTLE * longer and before and after:
        return Words(How.REMOVED, before), Words(How.ADDED, after)
    return found


def marked(changes: tuple[Words, ...]) -> str:
    """Return words as `git diff --word-diff` writes them: `[-old-]{+new+}`."""
    return "".join(f"{_MARKS[how][0]}{text}{_MARKS[how][1]}" for how, text in changes)


def apart(changes: Iterable[Words]) -> Iterator[Words]:
    """Return words as they are shown without brackets: a blank keeps what went from what came."""
    last = Words(How.SAME, "")
    for words in changes:
        changed = last.how is How.REMOVED and words.how is How.ADDED
        if changed and not (last.text[-1:].isspace() or words.text[:1].isspace()):
            yield Words(How.SAME, " ")
        yield words
        last = words


def _changes(before: str, after: str) -> Iterator[Words]:
    """Return the changes; a blank that alone is the same between two of them is part of both.

    Else each word that went would stand beside some word that came, and neither text could be read.
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    removed = added = ""
    for change, start, end, first, last in matcher.get_opcodes():
        went, came = "".join(old[start:end]), "".join(new[first:last])
        if change != "equal" or (removed and added and came.isspace()):
            removed, added = removed + went, added + came
            continue
        yield from (Words(How.REMOVED, removed), Words(How.ADDED, added), Words(How.SAME, came))
        removed = added = ""
    yield from (Words(How.REMOVED, removed), Words(How.ADDED, added))
