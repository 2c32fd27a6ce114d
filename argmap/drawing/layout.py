"""Lays a map out: each component by a run of Graphviz of its own, remembered by its DOT.

An edit in one of many components costs one small run, and undo costs none. The components are
set side by side as the DOT of the whole map asks Graphviz to (`pack`, `packmode`), so that the
picture is the one that anybody's `dot` makes of that DOT.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from threading import Lock

from argmap.drawing import nesting
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import Cancel, run
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.packing import packed
from argmap.drawing.picture import Picture
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction


class Cache:
    """Pictures of components by the hash of their DOT; the least used go first."""

    def __init__(self, capacity: int = 512) -> None:
        self._pictures: OrderedDict[bytes, Picture] = OrderedDict()
        self._capacity = capacity
        self._lock = Lock()

    def get(self, dot_text: str) -> Picture | None:
        """Return the picture of this DOT if it is remembered."""
        key = _key(dot_text)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
            return self._pictures.get(key)

    def put(self, dot_text: str, picture: Picture) -> None:
        """Remember the picture of this DOT."""
        with self._lock:
            self._pictures[_key(dot_text)] = picture
            while len(self._pictures) > self._capacity:
                self._pictures.popitem(last=False)


def lay_out(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cache: Cache | None = None,
    cancel: Cancel | None = None,
) -> Picture:
    """Return the picture of a map, its sizes in points.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    argument_map, options = settled(argument_map, options)
    cache = cache or Cache()
    parts = nesting.components(argument_map)
    texts = [dot(part, options) for part in parts]
    known = {text: cache.get(text) for text in texts}
    new = [text for text, picture in known.items() if picture is None]
    if new:
        prepared = [xdot.prepared(text) for text in new]
        pictures = run(prepared, "json", xdot.read, engine=options.engine, cancel=cancel)
        for text, drawn in zip(new, pictures, strict=True):
            known[text] = drawn
            cache.put(text, drawn)
    found = [picture for text in texts if (picture := known[text])]
    whole = _composed(found, argument_map.direction, options.theme.background)
    return _in_order(whole, argument_map)


def _composed(pictures: Sequence[Picture], where: Direction, background: str) -> Picture:
    corners, size = packed([(picture.width, picture.height) for picture in pictures], where)
    moved = [picture.moved(*at) for picture, at in zip(pictures, corners, strict=True)]
    return Picture(
        *size,
        background,
        frames=tuple(frame for picture in moved for frame in picture.frames),
        cards=tuple(card for picture in moved for card in picture.cards),
        arrows=tuple(arrow for picture in moved for arrow in picture.arrows),
    )


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
