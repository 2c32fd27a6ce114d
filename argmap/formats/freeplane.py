"""Freeplane and FreeMind `.mm`: nested nodes; what a node does is in an attribute `rel` of ours.

A mind map has one root. As its root argmap writes the title, marked `rel=map`; the root of a
file of others is a statement like the rest. Icons button_ok and button_cancel, which people use
for pro and con, are understood, and so are `Pro:` and `Con:` before a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.building.bearing_words import MARKED_LINES, bearing_of
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree, walk_tree
from argmap.formats.building.unknown_parts import INSIDE, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, element, parse, root_named, tag
from argmap.formats.writing.tree_writer import HELD_WITH_NOTES, WrittenLine, lines, nested
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing

_ICONS = {"button_ok": Bearing.SUPPORTS, "button_cancel": Bearing.ATTACKS}
_LOST = {"arrowlink": "arrows between nodes", "hook": "images and other hooks"}
_LOOKS = (
    *("edge", "font", "cloud", "linktarget", "properties", "attribute_layout"),
    *("attribute_registry", "stylenode", "map_styles"),
)
_KNOWN = {
    **dict.fromkeys((*_LOOKS, *_LOST, "richcontent", "attribute", "icon"), INSIDE),
    "map": "version background_color",
    "node": "TEXT LOCALIZED_TEXT ID CREATED MODIFIED LAST_MODIFIED_BY POSITION FOLDED LINK COLOR "
    "BACKGROUND_COLOR STYLE STYLE_REF LOCALIZED_STYLE_REF HGAP VGAP VSHIFT HGAP_QUANTITY "
    "VGAP_QUANTITY VSHIFT_QUANTITY MAX_WIDTH MIN_WIDTH ALWAYS_UNFOLDED NUMBERED FORMAT ALIAS",
}
_RICH = ("NODE", "NOTE", "DETAILS")


def read(text: str, file: str) -> Imported:
    """Return the map of the nodes: rich text is plain, details are notes like notes."""
    root = parse(text, file)
    builder = MapBuilder(file)
    report_unknown_elements(builder, root, _KNOWN)
    top = root.child("node")
    if root.name != "map" or top is None:
        builder.add_problem("This XML is not a mind map: it has no node.", root.line)
        return builder.build()
    if _attribute(top, "rel") == "map":
        add_tree(builder, _rows(top.children("node"), builder))
        return builder.build(title=_text(top))
    of_ours = any(_attribute(node, "rel") for node in top.walk())
    add_tree(builder, _rows([top], builder), marks=not of_ours)
    return builder.build()


def _rows(nodes: list[Element], builder: MapBuilder) -> Iterator[TreeLine]:
    for level, node in walk_tree(nodes, lambda node: node.children("node")):
        text = _text(node)
        icons = [icon.get("BUILTIN") for icon in node.children("icon")]
        meant = next((_ICONS[icon] for icon in icons if icon in _ICONS), None)
        bearing = bearing_of(builder, _attribute(node, "rel"), node.line) or meant
        _report_losses(node, text, builder)
        step = bearing is not None and not text
        fields = {"note": _note(node)}
        yield TreeLine(level, bearing, text, step=step, line=node.line, fields=fields)


def _report_losses(node: Element, text: str, builder: MapBuilder) -> None:
    for lost in node.children(*_LOST):
        builder.add_loss(_LOST[lost.name], text)
    odd = [each.get("TYPE") for each in node.children("richcontent")]
    builder.add_loss("rich text of other kinds", *(kind for kind in odd if kind not in _RICH))
    for icon in node.children("icon"):
        if icon.get("BUILTIN") not in _ICONS:
            builder.add_loss("icons", f"{text}: {icon.get('BUILTIN')}")
    for attribute in node.children("attribute"):
        if attribute.get("NAME") != "rel":
            builder.add_loss("attributes of nodes", f"{text}: {attribute.get('NAME')}")
    if node.get("LINK"):
        builder.add_loss("links of nodes", f"{text}: {node.get('LINK')}")


def _text(node: Element) -> str:
    rich = (r.text() for r in node.children("richcontent") if r.get("TYPE") == "NODE")
    return node.get("TEXT") or node.get("LOCALIZED_TEXT") or next(rich, "")


def _note(node: Element) -> str:
    rich = (r.text() for r in node.children("richcontent") if r.get("TYPE") in ("NOTE", "DETAILS"))
    return "\n\n".join(note for note in rich if note)


def _attribute(node: Element, name: str) -> str:
    named = (a.get("VALUE") for a in node.children("attribute") if a.get("NAME") == name)
    return next(named, "")


def write(argument_map: ArgumentMap) -> str:
    """Return a mind map that Freeplane and FreeMind open."""
    title = tag("node", {"TEXT": argument_map.title}) + _attribute_tag("map")
    body = nested(lines(argument_map), _open, "</node>")
    return f'<map version="1.0.1">\n{title}\n{body}</node>\n</map>\n'


def _open(row: WrittenLine) -> str:
    text, note = (row.statement.text, row.statement.note) if row.statement else ("", "")
    body = f"<html><body>{element('p', note)}</body></html>"
    rich = f'<richcontent TYPE="NOTE">{body}</richcontent>' if note else ""
    rel = _attribute_tag(row.bearing) if row.bearing else ""
    return tag("node", {"TEXT": text}) + rel + rich


def _attribute_tag(value: str) -> str:
    return f'<attribute NAME="rel" VALUE="{value}"/>'


FORMAT = Format(
    name="freeplane",
    title="Freeplane, FreeMind",
    suffixes=(".mm",),
    also=(".xml",),
    read=read,
    write=write,
    sniff=root_named("map"),
    holds=HELD_WITH_NOTES,
    reading=MARKED_LINES,
)
