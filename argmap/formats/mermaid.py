"""Mermaid flowcharts, as Markdown viewers draw them: premises at the bottom.

Every text is a quoted label in which whatever Mermaid or HTML could take for markup is written as
an entity; names of nodes are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.drawing import theme
from argmap.formats.format import Format
from argmap.formats.losses.features import only
from argmap.formats.writing.boxes import HELD, node_names
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing, Kind
from argmap.model.walk import is_step

_ARROWS = {Bearing.SUPPORTS: "-->|supports|", Bearing.ATTACKS: "--x|attacks|"}
_SPECIAL = re.compile(r":(?=fa-)|[^\w\s.,;:!?()%/'+*=-]|(?<=\d)\.(?=\s)|^[-*+](?=\s)")


def write(argument_map: ArgumentMap) -> str:
    """Return statements as nodes, linked or targeted relations as small circles."""
    names = node_names(argument_map)
    parts = [f"flowchart {argument_map.direction.rankdir}", *_nodes(argument_map, names)]
    for relation in argument_map.relations:
        parts += _edges(argument_map, relation, names)
    parts += _classes(theme.load("light"))
    return "\n".join(parts) + "\n"


def _classes(colours: theme.Theme) -> Iterator[str]:
    for kind in Kind:
        fill, stroke = colours.fills[kind], colours.lines[kind]
        yield f"  classDef {kind} fill:{fill},stroke:{stroke},color:{colours.text}"


def _nodes(argument_map: ArgumentMap, names: dict[str, str]) -> Iterator[str]:
    grouped: dict[str, list[str]] = {}
    for statement in argument_map.statements:
        line = f'  {names[statement.id]}["{_label(statement.text)}"]:::{statement.kind}'
        known = statement.group if statement.group in argument_map.group_by_id else ""
        grouped.setdefault(known, []).append(line)
    for number, (group, lines) in enumerate(grouped.items(), 1):
        if group:
            title = _label(argument_map.group_by_id[group].name)
            yield f'  subgraph g{number}["{title}"]'
        yield from lines
        if group:
            yield "  end"


def _edges(argument_map: ArgumentMap, relation: Relation, names: dict[str, str]) -> Iterator[str]:
    arrow, target = _ARROWS[relation.bearing], names[relation.target]
    if not is_step(argument_map, relation):
        yield f"  {names[relation.premises[0]]} {arrow} {target}"
        return
    step = names[relation.id]
    yield f'  {step}((" "))'
    yield from (f"  {names[premise]} --- {step}" for premise in relation.premises)
    yield f"  {step} {arrow} {target}"


def _label(text: str) -> str:
    lines = (_SPECIAL.sub(_entity, " ".join(line.split())) for line in text.strip().split("\n"))
    return "<br/>".join(lines) or " "


def _entity(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


FORMAT = Format(
    name="mermaid",
    title="Mermaid",
    suffixes=(".mmd", ".mermaid"),
    write=write,
    holds=HELD | only("groups style"),
)
