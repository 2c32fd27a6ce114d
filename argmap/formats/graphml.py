"""GraphML with yEd's shapes: statements are boxes, linked or targeted relations small circles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from argmap.drawing import theme
from argmap.formats.format import Format
from argmap.formats.losses.features import only
from argmap.formats.syntax.json_text import short
from argmap.formats.syntax.xml_text import element, escape
from argmap.formats.writing.boxes import HELD, node_names
from argmap.formats.writing.places import Places, places
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.walk import is_step
from argmap.placing.placed import Rect, Stroke

_KEYS = ("id", "text", "kind", "title", "note", "said_by", "tags")
_EDGE_KEYS = ("id", "bearing", "scheme", "weight")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="shape" for="node" yfiles.type="nodegraphics"/>
<key id="line" for="edge" yfiles.type="edgegraphics"/>
"""


def write(argument_map: ArgumentMap) -> str:
    """Return a graph with places and sizes of the picture, its labels broken as on cards."""
    names, stand = node_names(argument_map), places(argument_map)
    keys = [_key("node", name) for name in _KEYS] + [_key("edge", name) for name in _EDGE_KEYS]
    body = [_statement(statement, names, stand) for statement in argument_map.statements]
    for relation in argument_map.relations:
        body += _relation(argument_map, relation, names, stand)
    lines = "\n".join([*keys, '<graph edgedefault="directed">', *body, "</graph>", "</graphml>"])
    return f"{_HEAD}{lines}\n"


def _key(what: str, name: str) -> str:
    return f'<key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="string"/>'


@cache
def _colours() -> theme.Theme:
    return theme.load("light")


def _data(what: str, values: dict[str, str]) -> str:
    pairs = ((name, value) for name, value in values.items() if value)
    return "".join(element("data", value, {"key": f"{what}-{name}"}) for name, value in pairs)


def _statement(statement: Statement, names: dict[str, str], stand: Places) -> str:
    values = {name: str(getattr(statement, name)) for name in _KEYS[:-1]}
    values["tags"] = ", ".join(statement.tags)
    label = element("y:NodeLabel", "\n".join(stand.lines[statement.id]))
    shape = (
        f"<y:ShapeNode>{_geometry(stand.boxes[statement.id])}"
        f'<y:Fill color="{_colours().fills[statement.kind]}"/>{label}'
        '<y:Shape type="roundrectangle"/></y:ShapeNode>'
    )
    return _node(names[statement.id], _data("node", values), shape)


def _geometry(box: Rect) -> str:
    numbers = (("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height))
    said = " ".join(f'{name}="{_round(number)}"' for name, number in numbers)
    return f"<y:Geometry {said}/>"


def _node(name: str, data: str, shape: str) -> str:
    return f'<node id="{name}">{data}<data key="shape">{shape}</data></node>'


def _relation(
    argument_map: ArgumentMap, relation: Relation, names: dict[str, str], stand: Places
) -> Iterator[str]:
    values = {
        "id": relation.id,
        "bearing": str(relation.bearing),
        "scheme": relation.scheme,
        "weight": "" if relation.weight == 1 else str(short(relation.weight)),
    }
    data = _data("edge", values)
    target = names[relation.target]
    if not is_step(argument_map, relation):
        way = _way(stand, (relation.id, None), relation.premises[0], relation.target)
        yield _edge(relation, (names[relation.premises[0]], target), way, data)
        return
    step = names[relation.id]
    box = _geometry(stand.boxes[relation.id])
    dot = f'<y:ShapeNode>{box}<y:Shape type="ellipse"/></y:ShapeNode>'
    yield _node(step, _data("node", {"id": relation.id, "kind": "step"}), dot)
    for number, premise in enumerate(relation.premises):
        way = _way(stand, (relation.id, number), premise, relation.id)
        yield _edge(relation, (names[premise], step), way, "", arrow="none")
    way = _way(stand, (relation.id, None), relation.id, relation.target)
    yield _edge(relation, (step, target), way, data)


def _way(stand: Places, stroke: Stroke, source: str, target: str) -> str:
    """Return the path of an edge: its ends from the middle of their boxes, and its corners."""
    corners = stand.courses[stroke]
    ends = ((corners[0], "s", source), (corners[-1], "t", target))
    offsets = " ".join(
        f'{side}x="{_round(at[0] - box.x - box.width / 2)}" '
        f'{side}y="{_round(at[1] - box.y - box.height / 2)}"'
        for at, side, id_ in ends
        for box in (stand.boxes[id_],)
    )
    points = "".join(f'<y:Point x="{_round(x)}" y="{_round(y)}"/>' for x, y in corners[1:-1])
    return f"<y:Path {offsets}>{points}</y:Path>"


def _round(number: float) -> str:
    return f"{round(number, 2) + 0:.10g}"


def _edge(
    relation: Relation, ends: tuple[str, str], way: str, data: str, arrow: str = "standard"
) -> str:
    colour = _colours().lines[relation.bearing.noun]
    line = (
        f'<y:PolyLineEdge>{way}<y:LineStyle color="{colour}" width="1.5"/>'
        f'<y:Arrows source="none" target="{arrow}"/></y:PolyLineEdge>'
    )
    start, end = map(escape, ends)
    return f'<edge source="{start}" target="{end}">{data}<data key="line">{line}</data></edge>'


FORMAT = Format(
    name="graphml",
    title="GraphML (yEd)",
    suffixes=(".graphml",),
    write=write,
    holds=HELD
    | only(
        "statement.title statement.note statement.said_by statement.tags relation.scheme "
        "relation.weight fine_weights"
    ),
    writing=(
        "Boxes and lines have the places and sizes of the compact picture, and texts are broken as "
        "on its cards."
    ),
)
