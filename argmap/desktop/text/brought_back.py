"""Where the cursor belongs after undo or redo: behind what came back, or where something went.

Letters that come twice can be taken for one another: what was typed between two blanks may have
come with the one or with the other. So it is looked up where one has typed, as that was the same
text; and where nobody has, lines and words come and go as they are typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.authoring.same_ends import same_ends
from argmap.desktop.text.source import Lines
from argmap.desktop.widgets.prose import begins_word

Place = tuple[int, int]
"""A line, and a column in it."""


def place_after(
    before: Sequence[str], now: Sequence[str], typed: Iterable[tuple[Place, Place]] = ()
) -> Place | None:
    """Return the place at which what differs in some lines ends; None if nothing does.

    `typed` are the places at which changes by hand began and ended.
    """
    changed = Lines(0, len(before), now).trimmed(before)
    if changed.first == changed.stop and not changed.lines:
        return None
    first = max(changed.first - 1, 0)  # the break before a line may be what came with it
    was = "".join(before[first : changed.stop + 1])
    text = "".join(now[first : changed.first + len(changed.lines) + 1])
    begins, ends = ({each[side] for each in typed} for side in (0, 1))

    def place(index: int) -> Place:
        lead = text[:index].split("\n")
        return first + len(lead) - 1, len(lead[-1])

    start, end = same_ends(was, text)
    went, came = len(was) - start - end, len(text) - start - end
    if went and came:
        return place(start + came)
    whole = text if came else was
    could_be = list(_could_be(whole, start, came or went))
    if came:
        known = [at for at in could_be if place(at + came) in ends]
    else:
        known = [at for at in reversed(could_be) if place(at) in begins]
    at = known[0] if known else _likely(whole, could_be)
    return place(at + came)


def _could_be(text: str, at: int, length: int) -> Iterator[int]:
    """Return where so many letters may have come or gone, the last first: some are alike."""
    yield at
    while at and text[at - 1] == text[at + length - 1]:
        at -= 1
        yield at


def _likely(text: str, could_be: Sequence[int]) -> int:
    """Return where that would be if a line began behind another one, or else a word."""
    lines = (at for at in could_be if text[at] in "\r\n" and text[at - 1 : at].strip())
    words = (at for at in could_be if begins_word(text[max(at - 1, 0) : at], text[at]))
    return next(lines, next(words, could_be[0]))
