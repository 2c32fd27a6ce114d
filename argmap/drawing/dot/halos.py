"""Halos in DOT: outlines in the background, and titles as labels of clusters that nobody sees.

DOT has no shape for a ground of several rectangles, but its `_background` takes any curves
(https://graphviz.org/docs/attrs/background/), in the language of drawing operations. Each halo is
one filled curve, followed by those around its holes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphviz import Digraph

from argmap.drawing import outlines
from argmap.drawing.dot.element_ids import element_id
from argmap.drawing.dot.labels import cell, label, one_line, row, shortened
from argmap.drawing.dot.positions import box, number, point
from argmap.drawing.text.measure import Font
from argmap.drawing.theme import Theme
from argmap.model.argument_map import ArgumentMap, Group
from argmap.placing.placed import Halo, Placed, Point, Rect

TITLE = Font(9, bold=True)


def title_size(group: Group) -> tuple[float, float]:
    """Return the size of a group's title, in points."""
    return one_line(group.title or group.id, TITLE).width, TITLE.height


def background(
    argument_map: ArgumentMap, placed: Placed, theme: Theme
) -> Mapping[str, str]:
    """Return the attribute of the graph that draws all halos, outer ones first."""
    drawn = " ".join(
        operation
        for halo in placed.halos
        for operation in _ground(halo, argument_map.group_by_id[halo.group], theme, placed.height)
    )
    return {"_background": drawn} if drawn else {}


def add(graph: Digraph, argument_map: ArgumentMap, placed: Placed, theme: Theme) -> None:
    """Add a cluster for each halo, in the same order: its bounds, and its title if it has one."""
    for count, halo in enumerate(placed.halos, 1):
        group = argument_map.group_by_id[halo.group]
        attributes = {"bb": box(_bounds(halo.rects), placed.height), "style": "invis"}
        if halo.title:
            said = shortened(one_line(group.title or group.id, TITLE), halo.title.width, TITLE)
            inside = cell(said, TITLE, theme.muted, (said.width, TITLE.height))
            middle = halo.title.x + said.width / 2, halo.title.y + halo.title.height / 2
            attributes |= {"label": label([row(inside)]), "lp": point(middle, placed.height)}
        with graph.subgraph(name=f"cluster_{count}") as cluster:
            cluster.attr(id=element_id(halo.group, str(count)), **attributes)


def _ground(halo: Halo, group: Group, theme: Theme, height: float) -> Iterator[str]:
    """Return the drawing operations of a halo: a filled curve and what its holes need."""
    rings = outlines.rings([_rounded_off(rect) for rect in halo.rects])
    line, fill = theme.frame(group.colour), theme.ground(group.colour, halo.depth)
    for ring in sorted(rings, key=outlines.area, reverse=True):
        filled = outlines.area(ring) > 0
        yield f"c 7 -{line}"
        yield f"C 7 -{fill if filled else theme.background}"
        yield _curve(outlines.rounded(ring), height)


def _curve(points: Sequence[Point], height: float) -> str:
    at = " ".join(f"{number(x)} {number(height - y)}" for x, y in points)
    return f"b {len(points)} {at}"


def _rounded_off(rect: Rect) -> Rect:
    """Return a rectangle whose edges compare as equal where they look it."""
    x, y = round(rect.x, 1), round(rect.y, 1)
    return Rect(x, y, round(round(rect.right, 1) - x, 1), round(round(rect.bottom, 1) - y, 1))


def _bounds(rects: Sequence[Rect]) -> Rect:
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)
