"""A map on as many pages as its text needs: each page as a map of its own, with its references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import partial

from argmap.drawing.dot.card_looks import CardLooks
from argmap.drawing.dot.compact import written_compact
from argmap.drawing.dot.writer import layout_of
from argmap.drawing.graphviz.engine import Cancel, CancelledError
from argmap.drawing.layout import lay_out
from argmap.drawing.marks import Mark, merged
from argmap.drawing.options import DrawingOptions, settled
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Layout
from argmap.paging.branches import Branches, branches
from argmap.paging.divide import Part, Readable, divide
from argmap.paging.references import Reference, references, shown
from argmap.placing.arrangement import NEW
from argmap.placing.nodes import Memory
from argmap.placing.pages import FULL, PAGES, SMALLEST, text_size
from argmap.placing.pages import Page as Room

COMFORTABLE = 7
"""The size of text, in points, up to which a page is filled that need not be as full."""

_FULLEST = {Layout.COMPACT: 1.0, Layout.LAYERED: 0.4}
"""The share of a page that cards cover at most: what has more of them need not be laid out.

Layered pictures of tangles of 6 to 150 cards are covered to 34 to 4 per cent.
"""
_PLACEHOLDER = Mark(see="→ page 000")


@frozen
class PagedMap:
    """What is on one page: a map, how it is drawn, and where its cards lead to."""

    argument_map: ArgumentMap
    options: DrawingOptions
    title: str
    references: Mapping[str, Reference]


def paged(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    room: Room | None = None,
    cancel: Cancel | None = None,
) -> tuple[PagedMap, ...]:
    """Return a map on pages on which its text can be read: one, if that is enough.

    The `room` of a page is that of the page that the map is laid out for, if none is given.
    Raises CancelledError where somebody cancels, GraphvizError where Graphviz fails.
    """
    found = branches(argument_map)
    page = settled(argument_map, options)[0].page
    measured = _Measured(found, options, room or PAGES[page], cancel)
    parts = divide(
        found,
        Readable(partial(measured.reaches, SMALLEST), partial(measured.reaches, COMFORTABLE)),
    )
    told = references(found, parts)
    return tuple(
        PagedMap(
            shown(argument_map, part),
            replace(
                options,
                legend=options.legend and number == 0,
                marks=merged((options.marks, _marks(told[number]))),
            ),
            _title(argument_map, part) if number else argument_map.title or "Overview",
            told[number],
        )
        for number, part in enumerate(parts)
    )


@frozen
class _Measured:
    """How large the text of parts of a map is on its page."""

    branches: Branches
    options: DrawingOptions
    room: Room
    cancel: Cancel | None
    memory: Memory = field(default_factory=Memory)
    looks: CardLooks = field(default_factory=CardLooks)

    def reaches(self, least: float, part: Part) -> bool:
        """Whether the text of a part has at least that many points."""
        if self.cancel is not None and self.cancel.is_set():
            raise CancelledError("The layout was cancelled.")
        legend = self.options.legend and self.branches.roots[0].head in part.heads
        options = replace(
            self.options, legend=legend, marks=merged((self.options.marks, self._open_ends(part)))
        )
        here, options = settled(shown(self.branches.argument_map, part), options)
        if self._fills(here, options) * (least / FULL) ** 2 > _FULLEST[layout_of(here)]:
            return False
        return text_size(*self._size(here, options), self.room) >= least

    def _fills(self, here: ArgumentMap, options: DrawingOptions) -> float:
        """Return how many pages the cards of a map would fill in their natural size."""
        sizes = (self.looks.of(here, statement, options).size for statement in here.statements)
        return sum(wide * high for wide, high in sizes) / (self.room.width * self.room.height)

    def _size(self, argument_map: ArgumentMap, options: DrawingOptions) -> tuple[float, float]:
        """Return the size of the picture of a settled map, without drawing it if possible."""
        if layout_of(argument_map) is Layout.LAYERED:
            picture = lay_out(argument_map, options, cancel=self.cancel)
            return picture.width, picture.height
        placed = written_compact(argument_map, options, NEW, self.memory, self.looks).placed
        return placed.width, placed.height

    def _open_ends(self, part: Part) -> Mapping[str, Mark]:
        """Return marks as large as the references that a part will have."""
        kept = {relation.id for relation in part.relations}
        ids = {end for r in part.relations for end in (*r.premises, r.target)} | set(part.heads)
        return {
            id_: _PLACEHOLDER
            for id_ in ids
            if self.branches.home.get(id_, "") not in {"", *kept}
            or any(r.id not in kept for r in self.branches.below(id_))
        }


def _marks(told: Mapping[str, Reference]) -> Mapping[str, Mark]:
    return {id_: Mark(see=reference.words) for id_, reference in told.items()}


def _title(argument_map: ArgumentMap, part: Part) -> str:
    first = argument_map.statement_by_id[part.heads[0]]
    more = " …" if len(part.heads) > 1 else ""
    return f"{first.brief}{more}"
