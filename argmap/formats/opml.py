"""OPML: nested `outline` elements; what a line does is in an attribute `rel` of our own."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.format import Imported
from argmap.formats.outline import Read, Written, bearing_of, descend, lines, nested, plant
from argmap.formats.sketch import Sketch
from argmap.formats.xml_text import Element, element, parse, tag
from argmap.model.argument_map import ArgumentMap

_KNOWN = {"text", "title", "_note", "rel"}


def read(text: str, file: str) -> Imported:
    """Read the outlines of the body, `_note` as a note, attributes of others as losses."""
    root = parse(text, file)
    sketch = Sketch(file)
    head, body = root.child("head"), root.child("body")
    if root.name != "opml" or body is None:
        sketch.problem("This XML is no OPML: it has no body of outlines.", root.line)
        return sketch.finish()
    if head and (odd := [item.name for item in head.children() if item.name != "title"]):
        sketch.lose("what the head says beyond the title", *odd)
    plant(sketch, _rows(body, sketch))
    return sketch.finish(title=head.text("title") if head else "")


def _rows(body: Element, sketch: Sketch) -> Iterator[Read]:
    for level, item in descend(body.children("outline"), lambda item: item.children("outline")):
        bearing = bearing_of(sketch, item.get("rel"), item.line)
        text = item.get("text") or item.get("title")
        odd = sorted(set(item.attributes) - _KNOWN)
        if odd:
            sketch.lose("attributes of outline lines", *(f"{text}: {name}" for name in odd))
        step = bearing is not None and not text
        fields = {"note": item.get("_note")}
        yield Read(level, bearing, text, step=step, line=item.line, fields=fields)


def write(argument_map: ArgumentMap) -> str:
    """Write OPML 2.0."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"<head>{element('title', argument_map.title)}</head>\n"
        f"<body>\n{nested(lines(argument_map), _open, '</outline>')}</body>\n</opml>\n"
    )


def _open(row: Written) -> str:
    text, note = (row.statement.text, row.statement.note) if row.statement else ("", "")
    return tag("outline", {"text": text, "rel": str(row.bearing or ""), "_note": note})
