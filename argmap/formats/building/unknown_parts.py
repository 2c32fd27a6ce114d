"""What a file holds beyond what its reader looks at: told, as a reader would pass it over.

A reader says in a table what it knows. What only concerns looks stands in it too, so that a file
that is read whole is not said to lose anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.syntax.xml_text import Element

UNKNOWN = "parts that argmap does not know"
TEXT, ATTRIBUTES, INSIDE = "…", "@", "*"
"""In a row of a table of elements: that they may hold text, any attributes, or anything at all."""

ANY = "*"
"""A shape that any value has, and the key of a shape that all other keys have."""

ONE = ""
"""The shape of a single value: a text, a number, a truth value or nothing."""

Shape = str | Sequence["Shape"] | Mapping[str, "Shape"]
"""What a JSON value looks like: a list of one shape, or the shapes of an object by its keys."""

_SHOWN = 40
_NOTHING: tuple[object, ...] = (None, "", [], {})


def report_unknown_elements(builder: MapBuilder, root: Element, known: Mapping[str, str]) -> None:
    """Report elements, attributes and texts that are not in a table: names and their attributes."""
    builder.add_loss(UNKNOWN, *dict.fromkeys(_unknown_in(root, known)))


def _unknown_in(root: Element, known: Mapping[str, str]) -> Iterator[str]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        row = known.get(element.name)
        if row is None:
            yield f"{element.name} (line {element.line})"
            continue
        words = row.split()
        if INSIDE in words:
            continue
        odd = [] if ATTRIBUTES in words else [k for k in element.attributes if k not in words]
        yield from (f"{element.name}: {key}" for key in odd)
        texts = (item.strip() for item in element.content if isinstance(item, str))
        if TEXT not in words:
            yield from (f"“{text[:_SHOWN]}” (line {element.line})" for text in texts if text)
        waiting += reversed(element.children())


def report_unknown_keys(builder: MapBuilder, value: object, shape: Shape) -> None:
    """Report keys that are not in a shape, and values that are of another one."""
    builder.add_loss(UNKNOWN, *dict.fromkeys(_unlike(value, shape)))


def _unlike(value: object, shape: Shape) -> Iterator[str]:
    waiting: list[tuple[str, object, Shape]] = [("", value, shape)]
    while waiting:
        where, value, shape = waiting.pop()
        if shape == ANY or value in _NOTHING:
            continue
        if isinstance(shape, Mapping) and isinstance(value, dict):
            waiting += reversed([_part(where, key, item, shape) for key, item in value.items()])
        elif isinstance(shape, list) and isinstance(value, list):
            waiting += [(where, item, shape[0]) for item in reversed(value)]
        elif shape != ONE or isinstance(value, (dict, list)):
            yield where


def _part(
    where: str, key: str, item: object, shape: Mapping[str, Shape]
) -> tuple[str, object, Shape]:
    """Return a part of an object with its shape; one of no shape is unlike every value."""
    named = f"{where}.{key}" if where else key
    if key in shape:
        return named, item, shape[key]
    return (where, item, shape[ANY]) if ANY in shape else (named, item, ())
