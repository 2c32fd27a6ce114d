"""Where the map goes on: what a card says that is drawn again, or further, on another page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.paging.branches import Branches
from argmap.paging.divide import Part


@frozen
class Reference:
    """What a card says of other pages, counted from 1; the first is where it leads to."""

    words: str
    pages: tuple[int, ...]


def shown(argument_map: ArgumentMap, part: Part) -> ArgumentMap:
    """Return the part of a map that is on a page."""
    kept = {r.id for r in part.relations}
    here = {end for r in part.relations for end in (*r.premises, r.target)} | set(part.heads)
    return replace(
        argument_map,
        statements=tuple(s for s in argument_map.statements if s.id in here),
        relations=tuple(r for r in argument_map.relations if r.id in kept),
    )


def references(branches: Branches, parts: Sequence[Part]) -> list[Mapping[str, Reference]]:
    """Return what the cards of each page say of other pages, by statement."""
    page_of = {r.id: number for number, part in enumerate(parts, 1) for r in part.relations}
    begun: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for head in part.heads:
            begun.setdefault(head, number)
    known = _Pages(branches, page_of, begun)
    return [known.on_page(number, part) for number, part in enumerate(parts, 1)]


@frozen
class _Pages:
    branches: Branches
    page_of: Mapping[str, int]
    """The page of each relation."""
    begun: Mapping[str, int]
    """The first page that begins with a statement."""

    def on_page(self, number: int, part: Part) -> Mapping[str, Reference]:
        argument_map = self.branches.argument_map
        found = {}
        for statement in shown(argument_map, part).statements:
            told = self._told(statement.id, number, begins=statement.id in part.heads)
            if told:
                found[statement.id] = told
        return found

    def _told(self, id_: str, number: int, *, begins: bool) -> Reference | None:
        origin = self._origin(id_)
        if begins and origin != number:
            return Reference(f"from page {origin}", (origin,))
        onwards = sorted({self.page_of[r.id] for r in self.branches.below(id_)} - {number})
        if onwards:
            return Reference(f"→ {_pages(onwards)}", tuple(onwards))
        if origin != number and not self.branches.below(id_):
            return Reference(f"also on page {origin}", (origin,))
        return None

    def _origin(self, id_: str) -> int:
        """Return the page on which a statement bears on something, or begins the map."""
        home = self.branches.home.get(id_)
        return self.page_of[home] if home else self.begun[id_]


def _pages(numbers: Iterable[int]) -> str:
    words = [str(number) for number in numbers]
    return f"page {words[0]}" if len(words) == 1 else f"pages {', '.join(words)}"
