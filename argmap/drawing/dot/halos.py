"""Halos in DOT: outlines in the background, and titles as labels of clusters that nobody sees.

DOT has no shape for a ground of several rectangles, but its `_background` takes any curves
(https://graphviz.org/docs/attrs/background/), in the language of drawing operations. Each halo is
one filled curve, followed by those around its holes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.drawing import outlines
from argmap.drawing.dot.graph import Graph
from argmap.drawing.dot.labels import SLACK, cell, label, one_line, row, shortened
from argmap.drawing.dot.positions import box, number, point
from argmap.drawing.element_ids import element_id
from argmap.drawing.legend import LEGEND
from argmap.drawing.text.letters import Letters, in_cell
from argmap.drawing.text.measure import Font, TextLine
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Group
from argmap.placing.courses import Point
from argmap.placing.placed import Halo, Placed, Rect

TITLE = Font(9, bold=True)


def title_size(group: Group) -> tuple[float, float]:
    """Return the size of a group's title, in points."""
    return one_line(group.name, TITLE).width + SLACK, TITLE.height


@frozen
class Piece:
    """A connected ground of a group's halo, with the halo's title if it stands there."""

    halo: Halo
    group: Group
    ground: outlines.Ground
    title: Rect | None


def pieces(argument_map: ArgumentMap, placed: Placed) -> tuple[Piece, ...]:
    """Return what is drawn of groups, outer ones first."""
    return tuple(
        Piece(halo, argument_map.group_by_id[halo.group], ground, _title_in(ground, halo))
        for halo in placed.halos
        for ground in outlines.grounds([_rounded_off(rect) for rect in halo.rects])
    )


def background(drawn: Sequence[Piece], theme: Theme, height: float) -> Mapping[str, str]:
    """Return the attribute of the graph that draws the grounds."""
    operations = " ".join(one for piece in drawn for one in _ground(piece, theme, height))
    return {"_background": operations} if operations else {}


def add(
    graph: Graph, drawn: Sequence[Piece], theme: Theme, height: float, *, labelled: bool
) -> None:
    """Add a cluster for each piece, in the same order: its bounds, and its title if it has one."""
    for count, piece in enumerate(drawn, 1):
        attributes = {"bb": box(piece.ground.bounds, height), "style": "invis"}
        if labelled and piece.title:
            said = _said(piece, piece.title)
            inside = cell(said, TITLE, theme.muted, (said.width + SLACK, TITLE.height))
            at = point(_middle(said, piece.title), height)
            attributes |= {"label": label([row(inside)]), "lp": at}
        graph.cluster(count, {"id": element_id(piece.group.id, str(count)), **attributes})


def letters(piece: Piece, theme: Theme) -> tuple[Letters, Point] | None:
    """Return the title of a piece, seen from the middle of it, and that middle; or None."""
    if not piece.title:
        return None
    said = _said(piece, piece.title)
    if not said.text:
        return None
    corner = -(said.width + SLACK) / 2, -TITLE.height / 2
    set_ = in_cell(said.text, corner, TITLE.height, TITLE, theme.muted)
    return set_, _middle(said, piece.title)


def _said(piece: Piece, room: Rect) -> TextLine:
    text = one_line(piece.group.name, TITLE)
    return shortened(text, room.width - SLACK, TITLE)


def _middle(said: TextLine, room: Rect) -> Point:
    return room.x + (said.width + SLACK) / 2, room.y + room.height / 2


def _title_in(ground: outlines.Ground, halo: Halo) -> Rect | None:
    title = halo.title
    return title if title and ground.has((title.x + 1, title.y + title.height / 2)) else None


def colours(piece: Piece, theme: Theme) -> tuple[str, str]:
    """Return the colours of a halo's line and ground, which of the legend nobody sees."""
    if piece.group.id == LEGEND.id:
        return theme.background, theme.background
    colour = piece.group.colour
    return theme.frame(colour), theme.ground(colour, piece.halo.depth)


def _ground(piece: Piece, theme: Theme, height: float) -> Iterator[str]:
    """Return the drawing operations of a ground: a filled curve, and its holes over it."""
    line, fill = colours(piece, theme)
    yield f"c 7 -{line} C 7 -{fill} {_curve(piece.ground.ring, height)}"
    for hole in piece.ground.holes:
        yield f"c 7 -{line} C 7 -{theme.background} {_curve(hole, height)}"


def _curve(ring: Sequence[Point], height: float) -> str:
    points = outlines.rounded(ring)
    at = " ".join(f"{number(x)} {number(height - y)}" for x, y in points)
    return f"b {len(points)} {at}"


def _rounded_off(rect: Rect) -> Rect:
    """Return a rectangle whose edges compare as equal where they look it."""
    x, y = round(rect.x, 1), round(rect.y, 1)
    return Rect(x, y, round(round(rect.right, 1) - x, 1), round(round(rect.bottom, 1) - y, 1))
