"""A text with all that was made out about it: the map, its problems, and what stands where.

Indices count characters of the text as it was given, a byte order mark and repaired lines included:
where the reader had to put a line right before it could read it, what stands there is found in the
line as it was typed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from argmap.authoring.following import edited
from argmap.authoring.moves import Moves, moves_of
from argmap.authoring.positions import Positions, positions, yaml_positions
from argmap.authoring.same_ends import same_ends
from argmap.authoring.spots import Role, Spot, spots_of
from argmap.errors import Place
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.store.reading.repairs import repaired
from argmap.store.reread import reread
from argmap.store.schema.keys import Level
from argmap.store.yaml.comments import Comment, comments
from argmap.store.yaml.scan import Scan, scan
from argmap.store.yaml_file import BOM, Reading, read

_MANY = 1000
"""Among so many lines those that occur often, such as blank ones, are no landmarks: it takes long
to try them all."""


@frozen
class Change:
    """What is to stand in place of the characters from `start` up to `end`."""

    start: int
    end: int
    becomes: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with all changes made; they do not overlap."""
    for change in sorted(changes, key=lambda c: (c.start, c.end), reverse=True):
        text = text[: change.start] + change.becomes + text[change.end :]
    return text


def changes_between(before: str, after: str) -> tuple[Change, ...]:
    """Return what makes one text of another, by lines."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first, behind = same_ends(old, new)
    old, new = old[first : len(old) - behind], new[first : len(new) - behind]
    at = len("".join(before.splitlines(keepends=True)[:first]))
    starts = [at, *(at + length for length in accumulate(map(len, old)))]
    differences = SequenceMatcher(None, old, new, autojunk=len(new) > _MANY).get_opcodes()
    return tuple(
        Change(starts[start], starts[end], "".join(new[begin:stop]))
        for what, start, end, begin, stop in differences
        if what != "equal"
    )


@frozen
class Written:
    """A text as it was read; `known` is the map that names are looked up in.

    That is the map of the text, and where the text is no YAML, the map that it was last read to.
    """

    text: str
    reading: Reading
    known: ArgumentMap

    @cached_property
    def lines(self) -> Positions:
        """The lines of the text as editors have them."""
        return positions(self.text)

    @cached_property
    def yaml_lines(self) -> Positions:
        """The lines of the text as places of problems count them."""
        return yaml_positions(self.text[self._shift :])

    def index(self, place: Place) -> int:
        """Return the index of a place; the start of the text for one that is not known."""
        return self._shift + self.yaml_lines.index(max(place.line - 1, 0), max(place.column - 1, 0))

    @cached_property
    def spots(self) -> Sequence[Spot]:
        """What its scalars are, in their order."""
        scanned, moves = self._scanned
        found = (moves.back(spot) for spot in spots_of(scanned.lines, scanned.root))
        return self._shifted(found)

    @cached_property
    def comments(self) -> Sequence[Spot]:
        """Its comments; where the text is no YAML, those before that place."""
        scanned, moves = self._scanned
        found = (_comment(c) for c in comments(scanned))
        end = scanned.broken.index if scanned.broken else len(scanned.lines.text)
        return self._shifted(moves.back(spot) for spot in found if spot.start < end)

    def make_out(self, before: Written | None = None) -> None:
        """Find at once what is found when first asked for, and let the tree of the text go.

        What was known `before` an edit is kept, as far as that goes.
        """
        if before:
            self._follow(before)
        found = (self.lines, self.spots, self.comments)
        assert found, "each of them is there from now on"
        vars(self).pop("_scanned", None)

    @property
    def made_out(self) -> bool:
        """Whether it is known already what stands where."""
        return {"spots", "comments"} <= vars(self).keys()

    def _follow(self, before: Written) -> None:
        """Take over what stands in lines that are the same."""
        if edit := edited(before.reading, self.reading, self.text):
            spots = tuple(spots_of(edit.scanned.lines, edit.scanned.root))
            found = edit.spots(before.comments, tuple(map(_comment, comments(edit.scanned))))
            vars(self).update(spots=edit.spots(before.spots, spots), comments=found)

    @cached_property
    def item_ids(self) -> Mapping[int, str]:
        """The ids of items by the indices in the text at which they begin."""
        return {spot.item: spot.said for spot in self.spots if spot.role is Role.ID}

    @cached_property
    def defined(self) -> Mapping[str, Spot]:
        """Where the id of each item stands; of two alike the first is read."""
        found: dict[str, Spot] = {}
        for spot in self.spots:
            if spot.role is Role.ID:
                found.setdefault(spot.said, spot)
        return found

    @cached_property
    def named(self) -> Mapping[str, Sequence[Spot]]:
        """Where each id is named by something else."""
        found: defaultdict[str, list[Spot]] = defaultdict(list)
        for spot in self.spots:
            if spot.role is Role.NAME:
                found[spot.said].append(spot)
        return found

    def at(self, index: int) -> Spot | None:
        """Return the spot in which, or directly behind which, an index lies."""
        spots = self.spots
        place = bisect_right(spots, index, key=lambda spot: spot.start) - 1
        return spots[place] if place >= 0 and index <= spots[place].end else None

    @property
    def _shift(self) -> int:
        return len(self.text) - len(self.text.lstrip(BOM))

    def _shifted(self, spots: Iterable[Spot | None]) -> Sequence[Spot]:
        by = self._shift
        found = (s for s in spots if s)
        if not by:
            return tuple(found)
        return tuple(
            replace(s, start=s.start + by, end=s.end + by, item=s.item + by * (s.item >= 0))
            for s in found
        )

    @cached_property
    def _scanned(self) -> tuple[Scan, Moves]:
        body = self.text[self._shift :]
        reading = self.reading
        repairs = reading.repairs or (reading.offered if reading.read_only else ())
        mended = repaired(body, repairs) if repairs else body
        return scan(mended), moves_of(body, repairs)


def written(
    text: str, file: str = "", known: ArgumentMap | None = None, before: Written | None = None
) -> Written:
    """Return a text with what is made out about it.

    `known` is the map that it was last read to. What it was `before` an edit saves work.
    """
    reading = reread(before.reading, text, file).reading if before else read(text, file)
    broken = reading.read_only and known is not None
    found = Written(text, reading, known if broken and known else reading.argument_map)
    if before and before.made_out:
        found.make_out(before)
    return found


def _comment(comment: Comment) -> Spot:
    start, said = comment.index, comment.text
    return Spot(start, start + len(said), Role.COMMENT, said, Level.MAP, "")
