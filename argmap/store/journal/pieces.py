"""A long text that changes often, in pieces, of which a change touches one or two.

Making the text of a large map anew takes a millisecond, and a journal has thousands of lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.store.journal.spans import Span

_PIECE = 4096
"""Letters in a piece; one that grows to twice as many is cut."""


class Pieces:
    """A text in pieces, of which one is always at hand: the next change is near the last one."""

    def __init__(self, text: str) -> None:
        """Cut a text."""
        self._pieces = _cut(text)
        self._length = len(text)
        self._at = self._start = 0  # the piece at hand, and where in the text it begins

    def text(self) -> str:
        """Return the text."""
        return "".join(self._pieces)

    def take(self, changes: Sequence[Span]) -> bool:
        """Change what spans say; where they do not fit, change nothing and return False."""
        if not _fit(changes, self._length):
            return False
        for start, removed, inserted in reversed(changes):  # so that earlier places stay
            self._change(start, removed, inserted)
        return True

    def _change(self, start: int, removed: int, inserted: str) -> None:
        self._go_to(start)
        at = start - self._start
        end, held = self._at + 1, len(self._pieces[self._at])
        while held < at + removed:
            held += len(self._pieces[end])
            end += 1
        joined = "".join(self._pieces[self._at : end])
        joined = joined[:at] + inserted + joined[at + removed :]
        self._pieces[self._at : end] = _cut(joined) if len(joined) >= 2 * _PIECE else [joined]
        self._length += len(inserted) - removed

    def _go_to(self, place: int) -> None:
        """Take the piece to hand in which a place is, or at whose end."""
        while place < self._start:
            self._at -= 1
            self._start -= len(self._pieces[self._at])
        while place > self._start + len(self._pieces[self._at]):
            self._start += len(self._pieces[self._at])
            self._at += 1


def _cut(text: str) -> list[str]:
    return [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)] or [""]


def _fit(changes: Sequence[Span], length: int) -> bool:
    """Whether spans are in a text of that length, each behind the one before."""
    least = 0
    for start, removed, _ in changes:
        if start < least or removed < 0:
            return False
        least = start + removed
    return least <= length
