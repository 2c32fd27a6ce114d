"""Where boxes and lines stand in the picture, for graph programs that keep places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from argmap.drawing import theme
from argmap.drawing.dot.card import TEXT, card
from argmap.drawing.dot.compact import written_compact
from argmap.drawing.marks import UNMARKED
from argmap.drawing.options import DrawingOptions, settled
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.placing.arrangement import NEW
from argmap.placing.placed import Rect, Stroke

_JOINT = 10
"""The width of the small box of a step, in points."""
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))
"""Of direction, which our picture needs and no label does."""

Point = tuple[float, float]


@frozen
class Places:
    """The picture of a map: boxes by statement and step, their lines of text, and courses."""

    boxes: Mapping[str, Rect]
    lines: Mapping[str, Sequence[str]]
    """The text of each statement, as it is broken on its card."""
    courses: Mapping[Stroke, Sequence[Point]]
    """The corners of each line, from premise to target."""


def places(argument_map: ArgumentMap) -> Places:
    """Return where a map stands in its compact picture, in points from the left top corner."""
    light = theme.load("light")
    drawn = written_compact(*settled(argument_map, DrawingOptions(light)), NEW, None)
    cards = [card(argument_map, s, light, UNMARKED, titles=False) for s in argument_map.statements]
    half = _JOINT / 2
    steps = {
        id_: Rect(x - half, y - half, _JOINT, _JOINT) for id_, (x, y) in drawn.placed.joints.items()
    }
    return Places(
        {**drawn.placed.cards, **steps},
        {
            statement.id: [
                one.line.text.translate(_MARKS) for one in made.lines if one.font == TEXT
            ]
            for statement, made in zip(argument_map.statements, cards, strict=True)
        },
        {stroke: _corners(course.absolute()) for stroke, course in drawn.placed.courses.items()},
    )


def _corners(curve: Sequence[Point]) -> list[Point]:
    """Return the ends of a course and where it turns, without its round corners."""
    ends = list(curve[::3])
    kept = ends[:1]
    for before, at, after in zip(ends, ends[1:], ends[2:], strict=False):
        if not math.isclose(_direction(before, at), _direction(at, after), abs_tol=0.01):
            kept.append(at)
    return [*kept, *ends[-1:]]


def _direction(start: Point, end: Point) -> float:
    return math.atan2(end[1] - start[1], end[0] - start[0])
