"""What is known of a text after an edit, of which only the lines that are others are looked at.

The text of a map is cut into chunks (`store.writing.chunks`), and an edit leaves most of them the
very same. What stands in a chunk depends on nothing but its lines and the section that it is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from argmap.authoring.spot_row import SpotRow, moved
from argmap.authoring.spots import Spot
from argmap.frozen import frozen
from argmap.model.by_identity import common_ends
from argmap.store.writing.chunks import Chunk, Role
from argmap.store.yaml.scan import Scan, scan
from argmap.store.yaml_file import Reading

_ALONE = (Role.FIELD, Role.HEAD, Role.ITEM)


@frozen
class Edited:
    """Which characters became which others, and what is known of those."""

    start: int
    end: int
    new_end: int
    scanned: Scan
    head: int
    """Characters before them in what was scanned."""

    def spots(self, before: Sequence[Spot], found: Sequence[Spot]) -> SpotRow:
        """Return the spots of a text, from those before the edit and those found in its lines."""
        new = [moved(spot, self.start - self.head) for spot in found if spot.start >= self.head]
        row = before if isinstance(before, SpotRow) else SpotRow([(before, 0)])
        return row.edited(self.start, self.end, new, self.new_end - self.end)


def edited(before: Reading, after: Reading, text: str) -> Edited | None:
    """Return what became of one text in another, which is shown as `text`.

    None where they share nothing, or where something else than the lines of whole chunks differs.
    """
    if any(r.read_only or r.repairs for r in (before, after)):
        return None
    old, new = before.text.chunks, after.text.chunks
    first, behind = common_ends(old, new)
    was, now = old[first : len(old) - behind], new[first : len(new) - behind]
    if first + behind == 0 or not all(map(_stands_alone, chain(was, now))):
        return None
    plain = "\r" in text
    start, end = _length(new[:first], plain), len(text) - _length(new[len(new) - behind :], plain)
    if end - start != _length(now, plain):
        return None
    head = f"{now[0].name}:\n" if now and now[0].role is Role.ITEM else ""
    scanned = scan(head + text[start:end])
    if scanned.broken:
        return None
    return Edited(start, start + _length(was, plain), end, scanned, len(head))


def _stands_alone(chunk: Chunk) -> bool:
    return chunk.role in _ALONE


def _length(chunks: Sequence[Chunk], plain: bool) -> int:
    """Return how many characters of a text are chunks; it may have one for each line break."""
    count = sum(len(chunk.gap) + len(chunk.body) for chunk in chunks)
    if plain:
        return count
    return count - sum(chunk.gap.count("\r\n") + chunk.body.count("\r\n") for chunk in chunks)
