"""OPML: nested `outline` elements; what a line does is in attributes of our own.

`rel` says what it supports or attacks, `step` marks a line that is a step. Both are missing in
files of other programs, where a line may begin with `Pro:` or `Con:` instead. OPML 2.0 wants a text
on every line, so that a step has such a mark for its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.building.bearing_words import MARKED_LINES, MARKS, bearing_of
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree, walk_tree
from argmap.formats.building.unknown_parts import ATTRIBUTES, INSIDE, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, element, parse, root_named, tag
from argmap.formats.writing.tree_writer import HELD_WITH_NOTES, WrittenLine, lines, nested
from argmap.model.argument_map import ArgumentMap

_KNOWN = {"text", "title", "_note", "rel", "step"}
_ELEMENTS = {"opml": "version", "head": INSIDE, "body": "", "outline": ATTRIBUTES}


def read(text: str, file: str) -> Imported:
    """Return the map of the body's outlines; `_note` is a note, other attributes are losses."""
    root = parse(text, file)
    builder = MapBuilder(file)
    head, body = root.child("head"), root.child("body")
    if root.name != "opml" or body is None:
        builder.add_problem("This XML is not OPML: it has no body of outlines.", root.line)
        return builder.build()
    if head and (odd := [item.name for item in head.children() if item.name != "title"]):
        builder.add_loss("what the head says beyond the title", *odd)
    report_unknown_elements(builder, root, _ELEMENTS)
    of_ours = any(item.get("rel") for item in body.walk())
    add_tree(builder, _rows(body, builder), marks=not of_ours)
    return builder.build(title=head.text("title") if head else "")


def _rows(body: Element, builder: MapBuilder) -> Iterator[TreeLine]:
    for level, item in walk_tree(body.children("outline"), lambda item: item.children("outline")):
        bearing = bearing_of(builder, item.get("rel"), item.line)
        text = item.get("text") or item.get("title")
        odd = sorted(set(item.attributes) - _KNOWN)
        if odd:
            builder.add_loss("attributes of outline lines", *(f"{text}: {name}" for name in odd))
        step = bearing is not None and (not text or bool(item.get("step")))
        fields = {"note": item.get("_note")}
        yield TreeLine(level, bearing, text, step=step, line=item.line, fields=fields)


def write(argument_map: ArgumentMap) -> str:
    """Return OPML 2.0."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"<head>{element('title', argument_map.title)}</head>\n"
        f"<body>\n{nested(lines(argument_map), _open, '</outline>')}</body>\n</opml>\n"
    )


def _open(row: WrittenLine) -> str:
    rel = str(row.bearing or "")
    if row.statement is None:
        text = MARKS[row.bearing] if row.bearing else ""
        return tag("outline", {"text": text, "rel": rel, "step": "true"})
    return tag("outline", {"text": row.statement.text, "rel": rel, "_note": row.statement.note})


FORMAT = Format(
    name="opml",
    title="OPML outline",
    suffixes=(".opml",),
    also=(".xml",),
    read=read,
    write=write,
    sniff=root_named("opml"),
    holds=HELD_WITH_NOTES,
    reading=MARKED_LINES,
)
