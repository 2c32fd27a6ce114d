"""Argumentative's `.axl`: reasons and objections within premises; a helper is a co-premise."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.building.unknown_parts import TEXT, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, parse, root_named
from argmap.model.kinds import Bearing

_BEARINGS = {"reason": Bearing.SUPPORTS, "objection": Bearing.ATTACKS}
_KNOWN = {
    **dict.fromkeys(("argument", "premise", "helper", *_BEARINGS), ""),
    **dict.fromkeys(("author", "created", "modified", "title", "comment"), TEXT),
}


def read(text: str, file: str) -> Imported:
    """Return the map of the one premise that is the main claim, and all below it."""
    root = parse(text, file, "argument")
    builder = MapBuilder(file)
    add_tree(builder, _rows(root.children("premise"), builder))
    builder.add_loss("dates of the file", *(e.name for e in root.children("created", "modified")))
    author = root.text("author")
    report_unknown_elements(builder, root, _KNOWN)
    return builder.build(authors=(author,) if author else ())


def _rows(premises: list[Element], builder: MapBuilder) -> Iterator[TreeLine]:
    waiting: list[tuple[int, Element, Bearing | None]] = [
        (0, element, None) for element in reversed(premises)
    ]
    while waiting:
        level, element, bearing = waiting.pop()
        helpers = element.children("helper") if bearing else []
        if helpers:
            yield TreeLine(level, bearing, "", step=True, line=element.line)
            waiting += [(level + 1, helper, None) for helper in reversed(helpers)]
        yield _row(level + bool(helpers), element, None if helpers else bearing)
        below = element.children(*_BEARINGS, *(() if bearing else ("helper",)))
        waiting += [
            (level + 1 + bool(helpers), child, _BEARINGS.get(child.name, Bearing.SUPPORTS))
            for child in reversed(below)
        ]
        for child in below:
            if child.name == "helper":
                builder.add_loss("that a helper stands beside the claim", child.text("title"))


def _row(level: int, element: Element, bearing: Bearing | None) -> TreeLine:
    fields = {"note": element.text("comment")}
    return TreeLine(level, bearing, element.text("title"), line=element.line, fields=fields)


FORMAT = Format(
    name="axl",
    title="Argumentative",
    suffixes=(".axl",),
    also=(".xml",),
    read=read,
    sniff=root_named("argument"),
)
