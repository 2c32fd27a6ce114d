"""Lays a map out: what was placed, or what Graphviz places, as one Picture.

Pictures are remembered by their DOT, so what was there before (undo, a fold taken back) costs no
run of Graphviz. What is remembered is bounded by the length of the DOT, which grows with the
picture.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from threading import Lock

from argmap.drawing.dot.writer import written
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import Cancel, CancelledError, run
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.picture import Operation, Picture, Piece
from argmap.model.argument_map import ArgumentMap
from argmap.placing.arrangement import NEW, Arrangement
from argmap.placing.metrics import MARGIN
from argmap.placing.nodes import Memory

CAPACITY = 16_000_000
"""How many characters of DOT the remembered pictures have: about ten pictures of 1000 cards."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A picture, and how it is arranged: handed in for the next one, nobody changes sides."""

    picture: Picture
    arrangement: Arrangement


class Cache:
    """Pictures by the hash of their DOT; the least used go first."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._pictures: OrderedDict[bytes, tuple[int, Picture]] = OrderedDict()
        self._looks: dict[str, tuple[str, tuple[Operation, ...]]] = {}
        self._room = capacity
        self._lock = Lock()

    def get(self, dot_text: str) -> Picture | None:
        """Return the picture of this DOT if it is remembered."""
        key = _key(dot_text)
        with self._lock:
            if key not in self._pictures:
                return None
            self._pictures.move_to_end(key)
            return self._pictures[key][1]

    def put(self, dot_text: str, picture: Picture) -> None:
        """Remember the picture of this DOT, and forget others where there is no room."""
        key = _key(dot_text)
        with self._lock:
            self._room += self._pictures.pop(key, (0, picture))[0] - len(dot_text)
            self._pictures[key] = len(dot_text), picture
            while self._room < 0 and len(self._pictures) > 1:
                _, (freed, _) = self._pictures.popitem(last=False)
                self._room += freed

    def same(self, picture: Picture, looks: Mapping[str, str]) -> Picture:
        """Return a picture whose cards have the very operations of the last one if they look alike.

        What has only moved is known by that, and need not be prepared to be painted again.
        """
        with self._lock:
            cards = tuple(self._same(card, looks.get(card.id, "")) for card in picture.cards)
            self._looks = {c.id: (looks[c.id], c.operations) for c in cards if c.id in looks}
        return replace(picture, cards=cards)

    def _same(self, card: Piece, look: str) -> Piece:
        known, operations = self._looks.get(card.id, ("", ()))
        return replace(card, operations=operations) if look and look == known else card


def lay_out(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cache: Cache | None = None,
    cancel: Cancel | None = None,
) -> Picture:
    """Return the picture of a map from a fresh arrangement, its sizes in points.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    return lay(argument_map, options, cache=cache, cancel=cancel).picture


def lay(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    held: Arrangement = NEW,
    memory: Memory | None = None,
    cache: Cache | None = None,
    cancel: Cancel | None = None,
) -> Laid:
    """Return the picture of a map in which what `held` arranges keeps its form.

    A `memory` of the last placing makes this one faster; it changes nothing else, and must not be
    used by two threads at once.
    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    argument_map, options = settled(argument_map, options)
    if not argument_map.statements:
        return Laid(Picture(2 * MARGIN, 2 * MARGIN, options.theme.background), NEW)
    result = written(argument_map, options, held=held, memory=memory)
    if cancel is not None and cancel.is_set():
        raise CancelledError("The layout was cancelled.")
    known = cache.get(result.text) if cache else None
    if known is None:
        text = xdot.prepared(result.text)
        (drawn,) = run([text], "json", xdot.read, engine=options.engine, cancel=cancel)
        known = _in_order(drawn, argument_map)
        if cache:
            known = cache.same(known, result.looks)
            cache.put(result.text, known)
    return Laid(known, result.arrangement)


def _in_order(picture: Picture, argument_map: ArgumentMap) -> Picture:
    """Return the picture with cards and arrows in the order of the file."""
    cards, arrows = picture.card_by_id, picture.arrow_by_id
    return replace(
        picture,
        cards=tuple(cards[statement.id] for statement in argument_map.statements),
        arrows=tuple(arrows[relation.id] for relation in argument_map.relations),
    )


def _key(dot_text: str) -> bytes:
    return blake2b(dot_text.encode(), digest_size=16).digest()
