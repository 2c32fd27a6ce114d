"""Reads Graphviz's `-Tjson`: drawing operations become a Picture.

The operations are those of xdot 1.7: single letters that set a pen, a fill or a font, and shapes
and texts drawn with what was last set. Here each shape and text carries all of it, and y is
turned downwards.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from typing import Any, TypeVar

from argmap.drawing.element_ids import ids_of
from argmap.drawing.picture import (
    Arrow,
    Edge,
    Form,
    Operation,
    Pen,
    Picture,
    Piece,
    Point,
    Shape,
    Stroke,
    Text,
)
from argmap.drawing.text.measure import Font, runs_rightwards, width
from argmap.frozen import slotted

Json = dict[str, Any]
_Value = TypeVar("_Value")

_FORMS = {
    "P": (Form.POLYGON, True),
    "p": (Form.POLYGON, False),
    "B": (Form.CURVE, True),
    "b": (Form.CURVE, False),
    "L": (Form.LINE, False),
}
_BACKSLASH = "\ufdd0"
_LAYERS = ("_draw_", "_hdraw_", "_tdraw_", "_ldraw_", "_hldraw_", "_tldraw_")
_STROKES = frozenset(stroke.value for stroke in Stroke)


def prepared(dot_text: str) -> str:
    """Return DOT whose backslashes survive the way through drawing operations.

    The embedded engine doubles them there, and cuts as many characters off the text's end. In
    our DOT they stand in labels only, doubled; a character that no text holds takes their place.
    """
    return dot_text.replace("\\\\", _BACKSLASH)


def read(output: bytes) -> tuple[Picture, ...]:
    """Return the pictures in Graphviz's JSON; ValueError where one is not whole."""
    text = output.decode(errors="replace")
    decoder = json.JSONDecoder(strict=False)
    pictures = []
    at = text.find("{")
    while at >= 0:
        graph, end = decoder.raw_decode(text, at)
        try:
            pictures.append(_Reader(graph).picture())
        except (AttributeError, LookupError, TypeError) as error:
            raise ValueError(f"no drawing of a graph: {error!r}") from error
        at = text.find("{", end)
    return tuple(pictures)


class _Reader:
    """One graph being read: where its left and its top are, margin included."""

    def __init__(self, graph: Json) -> None:
        self.graph = graph
        pad = round(float(graph.get("pad", 0)) * 72, 2)
        left, bottom, right, top = _numbers(graph["bb"])
        self.left, self.top = left - pad, top + pad
        self.size = round(right + pad - self.left, 2), round(self.top - bottom + pad, 2)
        self._seen: dict[Any, Any] = {}
        objects: list[Json] = graph.get("objects", [])
        self.nodes = {node["_gvid"]: self._node(node) for node in objects if "pos" in node}
        bounds = [one for one in objects if "bb" in one and "id" in one]
        grounds = self._grounds(len(bounds))
        self.halos = [self._halo(*both) for both in zip(bounds, grounds, strict=True)]

    def picture(self) -> Picture:
        """Return all of it."""
        edges: dict[str, list[Edge]] = {}
        for edge in self.graph.get("edges", []):
            id_, part = ids_of(edge["id"])
            edges.setdefault(id_, []).append(self._edge(edge, int(part) - 1 if part else None))
        dots = {piece.id: piece for part, piece in self.nodes.values() if part == "dot"}
        return Picture(
            *self.size,
            background=self.graph.get("bgcolor", "#ffffff"),
            halos=tuple(self.halos),
            cards=tuple(piece for part, piece in self.nodes.values() if not part),
            arrows=tuple(
                Arrow(id_, tuple(sorted(strokes, key=_place)), dots.get(id_))
                for id_, strokes in edges.items()
            ),
        )

    def _grounds(self, count: int) -> list[list[Json]]:
        """Return the operations that draw each halo: a filled curve, and the holes in it.

        They follow the rectangle of the background; a curve that runs the other way is a hole.
        """
        found: list[list[Json]] = []
        changes: list[Json] = []
        for one in self.graph.get("_draw_", ()) if count else ():
            if one["op"] != "B":
                changes = [*changes, one] if one["op"] in "cC" else []
                continue
            if _is_outer(one["points"]):
                found.append([])
            found[-1] += [*changes, one]
            changes = []
        return found

    def _halo(self, bounds: Json, ground: list[Json]) -> Piece:
        left, bottom, right, top = _numbers(bounds["bb"])
        corner = self._point((left, top))
        title = bounds.get("_ldraw_", [])
        operations = tuple(self._operations({"_draw_": ground, "_ldraw_": title}, corner))
        size = round(right - left, 2), round(top - bottom, 2)
        return Piece(ids_of(bounds["id"])[0], *corner, *size, operations)

    def _node(self, node: Json) -> tuple[str, Piece]:
        x, y = self._point(_numbers(node["pos"]))
        size = round(float(node["width"]) * 72, 2), round(float(node["height"]) * 72, 2)
        corner = round(x - size[0] / 2, 2), round(y - size[1] / 2, 2)
        id_, part = ids_of(node["id"])
        return part, Piece(id_, *corner, *size, tuple(self._operations(node, corner)))

    def _edge(self, edge: Json, premise: int | None) -> Edge:
        for one in edge.get("_draw_", ()):
            if one["op"] == "b":
                points = one["points"][::-1] if edge.get("dir") == "back" else one["points"]
                corner = self._point(points[0])
                curve = self._once(tuple(self._point(point, corner) for point in points))
                operations = tuple(self._operations(edge, corner))
                cross = edge.get("class") == "cross"
                return Edge(premise, *corner, curve, operations, cross=cross)
        return self._straight(edge, premise)

    def _straight(self, edge: Json, premise: int | None) -> Edge:
        """Return an edge that Graphviz found no course for, as a line from border to border."""
        tail, head = self.nodes[edge["tail"]][1], self.nodes[edge["head"]][1]
        x, y = _border(tail, head)
        end = _border(head, tail)
        line = (0.0, 0.0), (round(end[0] - x, 2), round(end[1] - y, 2))
        third = round(line[1][0] / 3, 2), round(line[1][1] / 3, 2)
        curve = (line[0], third, (2 * third[0], 2 * third[1]), line[1])
        style = Stroke(edge.get("style", "solid"))
        pen = Pen(edge["color"].lower(), float(edge["penwidth"]), style)
        return Edge(premise, x, y, curve, (Shape(Form.LINE, line, pen),), straight=True)

    def _point(self, point: Sequence[float], origin: Point = (0, 0)) -> Point:
        """Return a point as it is seen from an origin; -0.0 is 0.0, as both would be one here."""
        across, down = point[0] - self.left - origin[0], self.top - point[1] - origin[1]
        return self._once((round(across, 2) + 0.0, round(down, 2) + 0.0))

    def _once(self, value: _Value) -> _Value:
        """Return what equals a value: cards of one size have the same corners, arrows one head."""
        kept: _Value = self._seen.setdefault(value, value)
        return kept

    def _operations(self, drawn: Json, origin: Point) -> Iterator[Operation]:
        """Return the shapes and texts of one object, relative to an origin."""
        brush = _Brush(self._once)
        for layer in _LAYERS:
            for one in drawn.get(layer, ()):
                if one["op"] in _FORMS:
                    form, filled = _FORMS[one["op"]]
                    points = self._once(
                        tuple(self._point(point, origin) for point in one["points"])
                    )
                    yield Shape(form, points, brush.pen, brush.fill if filled else "")
                elif one["op"] in "Ee":
                    x, y, *radii = one["rect"]
                    points = self._point((x, y), origin), (radii[0], radii[1])
                    fill = brush.fill if one["op"] == "E" else ""
                    yield Shape(Form.ELLIPSE, points, brush.pen, fill)
                elif one["op"] == "T":
                    yield brush.text(one["text"], self._point(one["pt"], origin), one["align"])
                else:
                    brush.change(one)


@slotted
class _Brush:
    """What the next shape or text is drawn with."""

    once: Callable[[Any], Any]
    pen: Pen = field(default_factory=lambda: Pen("#000000"))
    fill: str = ""
    size: float = 0
    face: int = 0

    def change(self, one: Json) -> None:
        """Take over an operation that draws nothing itself."""
        match one["op"]:
            case "c":
                self.pen = self.once(replace(self.pen, colour=_colour(one["color"])))
            case "C":
                self.fill = self.once(_colour(one["color"]))
            case "F":
                self.size = one["size"]
            case "t":
                self.face = one["fontchar"]
            case "S":
                self.pen = self.once(_styled(self.pen, one["style"]))

    def text(self, text: str, at: Point, align: str) -> Text:
        """Return a line of text, as wide as we measure it."""
        bold, italic = bool(self.face & 1), bool(self.face & 2)
        text = text.replace(_BACKSLASH, "\\")
        wide = math.ceil(width(text, Font(self.size, bold, italic)))
        if not runs_rightwards(text):
            at, align = (at[0] + wide, at[1]), "r"
        return Text(text, at, wide, align, self.size, bold, italic, self.pen.colour)


def _styled(pen: Pen, style: str) -> Pen:
    if style.startswith("setlinewidth("):
        return replace(pen, width=float(style[13:-1]))
    return replace(pen, stroke=Stroke(style)) if style in _STROKES else pen


def _colour(colour: str) -> str:
    """Return a colour as `#rrggbb`, or "" for one that cannot be seen."""
    return "" if len(colour) == 9 and colour.endswith("00") else colour[:7]


def _is_outer(points: Sequence[Sequence[float]]) -> bool:
    """Whether a closed curve runs clockwise, y growing upwards, as outlines do around a ground."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) < 0


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _place(edge: Edge) -> float:
    return math.inf if edge.premise is None else edge.premise


def _border(start: Piece, end: Piece) -> Point:
    """Return where the line from the middle of one piece to that of the other leaves the first."""
    x, y = start.x + start.width / 2, start.y + start.height / 2
    right, down = end.x + end.width / 2 - x, end.y + end.height / 2 - y
    reach = min(
        start.width / 2 / abs(right) if right else math.inf,
        start.height / 2 / abs(down) if down else math.inf,
    )
    reach = 0 if math.isinf(reach) else reach
    return round(x + right * reach, 2), round(y + down * reach, 2)
