"""What has been drawn, by what it looks like, so that Graphviz draws each look once.

A look is kept while the picture has it, and after that as long as there is room: what comes back
by undo or by opening a fold is not drawn again. The room is counted in bytes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeAlias

from argmap.drawing.picture import Operation, Point, Shape

CAPACITY = 5_000_000
"""About how many bytes looks may take that no picture shows now."""
_SHAPE, _TEXT, _POINT = 300, 350, 120
"""About how many bytes Python needs for each."""

Look: TypeAlias = Hashable


class DrawnCard(NamedTuple):
    """A card, joint or halo: its operations, relative to its corner."""

    operations: tuple[Operation, ...]


class DrawnStroke(NamedTuple):
    """One stroke of an arrow: where its curve begins, relative to its course, and the drawing."""

    off: Point
    curve: tuple[Point, ...]
    operations: tuple[Operation, ...]


class DrawnArrow(NamedTuple):
    """The strokes of a relation in their order, and the operations of its joint if it has one."""

    strokes: tuple[DrawnStroke, ...]
    joint: tuple[Operation, ...] | None


Drawn: TypeAlias = DrawnCard | DrawnArrow


class Album:
    """Drawings by look; `drawn` counts how many looks Graphviz has drawn for it."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.drawn = 0
        self.plain: dict[Look, Drawn] = {}
        """What stands in for looks that are to be drawn later."""
        self._capacity = capacity
        self._known: OrderedDict[Look, Drawn] = OrderedDict()
        self._bytes: dict[Look, int] = {}
        self._all = 0

    @property
    def bytes(self) -> int:
        """About how many bytes all drawings take."""
        return self._all

    def get(self, look: Look) -> Drawn | None:
        """Return the drawing of a look if it is known."""
        return self._known.get(look)

    def put(self, look: Look, drawing: Drawn) -> None:
        """Keep a drawing; nothing stands in for it any more."""
        self.plain.pop(look, None)
        if look not in self._known:
            self.drawn += 1
            self._bytes[look] = _weight(drawing)
            self._all += self._bytes[look]
        self._known[look] = drawing

    def shown(self, looks: Iterable[Look]) -> None:
        """Take note of what a picture shows, and forget others where there is no room."""
        shown = 0
        for look in looks:
            if look in self._known:
                self._known.move_to_end(look)
                shown += self._bytes[look]
        while self._all - shown > self._capacity:
            look, _ = self._known.popitem(last=False)
            self._all -= self._bytes.pop(look)


def _weight(drawing: Drawn) -> int:
    if isinstance(drawing, DrawnCard):
        return _weight_of(drawing.operations)
    points = sum(len(stroke.curve) for stroke in drawing.strokes)
    parts = (*(s.operations for s in drawing.strokes), drawing.joint or ())
    return points * _POINT + sum(map(_weight_of, parts))


def _weight_of(operations: Iterable[Operation]) -> int:
    return sum(
        _SHAPE + _POINT * len(one.points) if isinstance(one, Shape) else _TEXT + len(one.text)
        for one in operations
    )
