"""Which items of a text have other lines in another text, while all around them stays."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frozen import frozen
from argmap.store.writing.chunks import Chunk, Role


@frozen
class Touched:
    """Items of one section, side by side from an index on, and the text that stands there now.

    `head` is the head of their section; `above` is the item before them, if there is one, and
    `below` is the chunk behind them, if there is one: both have kept their lines.
    """

    at: int
    items: tuple[Chunk, ...]
    becomes: str
    head: Chunk
    above: tuple[Chunk, ...]
    below: tuple[Chunk, ...]

    @property
    def kept(self) -> tuple[Chunk, ...]:
        """The chunks of `excerpt` if nothing but the inside of the items were another."""
        return (self.head, *self.above, *self.items, *self.below)

    def excerpt(self) -> str:
        """Return a small file: the head of the section, the new text, and what stands around it."""
        first = "".join(map(_lines, (self.head, *self.above)))
        return first + self.becomes + "".join(map(_lines, self.below))


def touched(chunks: Sequence[Chunk], text: str) -> Touched | None:
    """Return the items whose lines differ in a text; None where something else differs.

    Those beside them are touched as well: blank lines and comments may be theirs now.
    """
    first, start = _alike(chunks, text)
    stop, end = _alike_behind(chunks, text, first, start)
    head = next((chunk for chunk in reversed(chunks[:first]) if chunk.role is not Role.ITEM), None)
    if head is None or head.role is not Role.HEAD:
        return None
    if chunks[first - 1] is not head:
        first, start = first - 1, start - _length(chunks[first - 1])
    if any(chunk.is_item(head.name) for chunk in chunks[stop : stop + 1]):
        stop, end = stop + 1, end + _length(chunks[stop])
    items = tuple(chunks[first:stop])
    if not all(chunk.is_item(head.name) and chunk.holds is not None for chunk in items):
        return None
    above = () if chunks[first - 1] is head else (chunks[first - 1],)
    return Touched(first, items, text[start:end], head, above, tuple(chunks[stop : stop + 1]))


def _alike(chunks: Sequence[Chunk], text: str) -> tuple[int, int]:
    """Return how many chunks a text begins with, but for the last one, and where they end."""
    at = 0
    for number, chunk in enumerate(chunks):
        end = at + len(chunk.gap)
        same = text.startswith(chunk.gap, at) and text.startswith(chunk.body, end)
        if not same or number == len(chunks) - 1:
            return number, at
        at = end + len(chunk.body)
    return 0, 0


def _alike_behind(chunks: Sequence[Chunk], text: str, first: int, start: int) -> tuple[int, int]:
    """Return behind which chunk those begin that a text ends with, and where; one is left out."""
    stop, end = len(chunks), len(text)
    while stop > first + 1:
        chunk = chunks[stop - 1]
        behind_gap = end - len(chunk.body)
        if not text.endswith(chunk.body, start, end):
            break
        if not text.endswith(chunk.gap, start, max(behind_gap, start)):
            break
        stop, end = stop - 1, behind_gap - len(chunk.gap)
    return stop, end


def _length(chunk: Chunk) -> int:
    return len(chunk.gap) + len(chunk.body)


def _lines(chunk: Chunk) -> str:
    return chunk.gap + chunk.body
