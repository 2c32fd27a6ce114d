"""Where the words of an item end in its lines: whoever comes to an item goes on behind them.

It is found in the lines of the item alone, so it can be asked before a whole text is made out.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.authoring.spots import Role, Spot, spots_of
from argmap.store.schema.keys import Level
from argmap.store.yaml.scan import scan

_WORDS = ("text", "title", "supports", "attacks", "id")
"""The keys of what an item says, the most telling first."""


def behind_words(item: str, section: str) -> int:
    """Return the index in the lines of an item of a section behind what it says.

    That is the end of its text or title, inside quotes, or of what stands for it; the end of the
    first line where nothing does.
    """
    head = f"{section}:\n"
    scanned = scan(head + item)
    said = {spot.key: spot for spot in spots_of(scanned.lines, scanned.root) if _says(spot)}
    wanted = next((said[key] for key in _WORDS if key in said), None)
    if wanted is None:
        return len(item.partition("\n")[0].rstrip())
    return _inside(head + item, wanted) - len(head)


def lines_of_item(lines: Sequence[str], first: int) -> Sequence[str]:
    """Return those of some lines that belong to the item that begins on the first."""
    inside = lines[first][: -len(lines[first].lstrip(" ")) or None] + " "
    behind = range(first + 1, len(lines))
    others = (at for at in behind if lines[at].strip() and not lines[at].startswith(inside))
    return lines[first : next(others, len(lines))]


def _says(spot: Spot) -> bool:
    """Whether a spot is a value of an item itself; the text of a source is no word about it."""
    if spot.role is Role.KEY or spot.level in (Level.MAP, Level.CITE, Level.STYLE):
        return False
    return (spot.level, spot.key) != (Level.SOURCE, "text")


def _inside(text: str, spot: Spot) -> int:
    """Return the index at the end of the words of a value: before the quote that closes it."""
    end = spot.end
    if text[spot.start] in "\"'" and end - spot.start > 1 and text[end - 1] == text[spot.start]:
        return end - 1
    return spot.start + len(text[spot.start : end].rstrip())
