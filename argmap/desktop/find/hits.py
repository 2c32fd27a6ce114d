"""What in the map has the words that are looked for, kept up to date edit by edit.

Everything that is said is kept as it is looked through, and the order in which hits are gone
through, which is that of the outline. Both are made when somebody looks for something, of a large
map beside the window, and kept: after an edit only what it changed is looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.concerned import rearranges
from argmap.model.history.patch import Patch
from argmap.model.searching import citing, drawn, needle, said


class Index(NamedTuple):
    """What statements and relations of a map say, and where in the outline each of them stands."""

    of: ArgumentMap
    said: dict[str, str]
    places: Mapping[str, int]


def index(argument_map: ArgumentMap, known: Mapping[str, str] | None = None) -> Index:
    """Return the index of a map; `known` is what is said in it, where that is known already."""
    if known is None:
        ids = (*argument_map.statement_by_id, *argument_map.relation_by_id)
        known = {id_: said(argument_map, id_) for id_ in ids}
    order = walk.reading_order(argument_map)
    return Index(argument_map, dict(known), {id_: at for at, id_ in enumerate(order)})


class Hits:
    """The ids of statements and relations with some words in them."""

    def __init__(self) -> None:
        self.words = ""
        self.found: frozenset[str] = frozenset()
        self._argument_map = ArgumentMap()
        self._said: dict[str, str] | None = None
        self._places: Mapping[str, int] = {}
        self._ordered_for: ArgumentMap | None = None
        self._in_order: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())

    def begin(self, argument_map: ArgumentMap) -> None:
        """Begin with another map, in which nothing has been looked for yet."""
        self.words, self.found = "", frozenset()
        self._argument_map, self._said, self._ordered_for = argument_map, None, None

    def take(self, made: Index) -> None:
        """Take an index that was made elsewhere; of a map of another moment it is of no use."""
        if made.of is self._argument_map:
            self._said, self._places, self._ordered_for = made.said, made.places, made.of
            self._in_order = (frozenset(), ())

    @property
    def known(self) -> Mapping[str, str] | None:
        """What is said in the map, if that is known already."""
        return self._said

    def look_for(self, words: str) -> None:
        """Find what has the words; nothing for blanks.

        Who types on finds less and less, and only what was found before is looked at again.
        """
        before, wanted = needle(self.words), needle(words)
        said_ = self._index()
        among = self.found if before and before in wanted else said_
        self.words = words
        self.found = frozenset(i for i in among if wanted in said_[i]) if wanted else frozenset()

    def follow(self, patch: Patch, argument_map: ArgumentMap) -> None:
        """Look again at what a change of the map has changed."""
        if self.ordered and not rearranges(patch):
            self._ordered_for = argument_map
        self._argument_map = argument_map
        if self._said is None:
            return
        sources = {change.id for change in patch.of("sources")}
        changed = {*patch.ids, *citing(argument_map, sources)}
        for id_ in changed:
            self._said.pop(id_, None)
            if argument_map.item(id_):
                self._said[id_] = said(argument_map, id_)
        wanted, now = needle(self.words), self._said
        if wanted:
            again = (id_ for id_ in changed if id_ in now and wanted in now[id_])
            self.found = (self.found - changed).union(again)

    @property
    def ordered(self) -> bool:
        """Whether the order of the hits is known without going through the map."""
        return self._ordered_for is self._argument_map

    def drawn(self, id_: str) -> bool:
        """Whether a hit's words can be seen on its card; else they are in a quote or the like."""
        return drawn(self._argument_map, id_, needle(self.words))

    def in_order(self) -> tuple[str, ...]:
        """Return the hits as the outline has them."""
        places = self.places()
        if self._in_order[0] is not self.found:
            self._in_order = self.found, tuple(sorted(self.found, key=places.__getitem__))
        return self._in_order[1]

    def places(self) -> Mapping[str, int]:
        """Return where in the outline each statement and relation stands, counted from 0."""
        if not self.ordered:
            self.take(index(self._argument_map, self._said))
        return self._places

    def _index(self) -> Mapping[str, str]:
        if self._said is None:
            self.take(index(self._argument_map))
        return self._said or {}
