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
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.walk import is_step

_KEYS = ("id", "text", "kind", "title", "note", "said_by", "tags")
_EDGE_KEYS = ("id", "bearing", "scheme", "weight")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="shape" for="node" yfiles.type="nodegraphics"/>
<key id="line" for="edge" yfiles.type="edgegraphics"/>
"""


def write(argument_map: ArgumentMap) -> str:
    """Return a graph without positions, which yEd lays out by itself."""
    names = node_names(argument_map)
    keys = [_key("node", name) for name in _KEYS] + [_key("edge", name) for name in _EDGE_KEYS]
    body = [_statement(statement, names) for statement in argument_map.statements]
    for relation in argument_map.relations:
        body += _relation(argument_map, relation, names)
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


def _statement(statement: Statement, names: dict[str, str]) -> str:
    values = {name: str(getattr(statement, name)) for name in _KEYS[:-1]}
    values["tags"] = ", ".join(statement.tags)
    label = element("y:NodeLabel", statement.text)
    shape = (
        f'<y:ShapeNode><y:Geometry width="200" height="80"/>'
        f'<y:Fill color="{_colours().fills[statement.kind]}"/>{label}'
        '<y:Shape type="roundrectangle"/></y:ShapeNode>'
    )
    return _node(names[statement.id], _data("node", values), shape)


def _node(name: str, data: str, shape: str) -> str:
    return f'<node id="{name}">{data}<data key="shape">{shape}</data></node>'


def _relation(
    argument_map: ArgumentMap, relation: Relation, names: dict[str, str]
) -> Iterator[str]:
    values = {
        "id": relation.id,
        "bearing": str(relation.bearing),
        "scheme": relation.scheme,
        "weight": "" if relation.weight == 1 else str(short(relation.weight)),
    }
    data = _data("edge", values)
    if not is_step(argument_map, relation):
        yield _edge(relation, names[relation.premises[0]], names[relation.target], data)
        return
    step = names[relation.id]
    dot = '<y:ShapeNode><y:Geometry width="10" height="10"/><y:Shape type="ellipse"/></y:ShapeNode>'
    yield _node(step, _data("node", {"id": relation.id, "kind": "step"}), dot)
    for premise in relation.premises:
        yield _edge(relation, names[premise], step, "", arrow="none")
    yield _edge(relation, step, names[relation.target], data)


def _edge(relation: Relation, start: str, end: str, data: str, arrow: str = "standard") -> str:
    colour = _colours().lines[relation.bearing.noun]
    line = (
        f'<y:PolyLineEdge><y:LineStyle color="{colour}" width="1.5"/>'
        f'<y:Arrows source="none" target="{arrow}"/></y:PolyLineEdge>'
    )
    ends = f'source="{escape(start)}" target="{escape(end)}"'
    return f'<edge {ends}>{data}<data key="line">{line}</data></edge>'


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
)
