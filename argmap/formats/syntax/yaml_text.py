"""YAML of other programs: the store's scanner, with whatever it refuses raised as an error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.formats.syntax.json_text import thaw
from argmap.store.yaml.node import BadValueError, Node, key_of, value_of
from argmap.store.yaml.scan import scan


def parse(text: str, file: str = "", first_line: int = 1) -> Node | None:
    """Return the tree of the first document, None for an empty one.

    Raises ArgmapError for what is not well formed, and for anchors, aliases, tags and depth.
    """
    scanned = scan(text)
    if scanned.broken:
        line = text.count("\n", 0, scanned.broken.index) + first_line
        raise ArgmapError(f"This is not YAML: {scanned.broken.why}.", "", Place(file, line))
    if scanned.refusals:
        refusal = scanned.refusals[0]
        place = Place(file, refusal.mark.line + first_line, refusal.mark.column + 1)
        raise ArgmapError(f"argmap does not read {refusal.what} in YAML.", "", place)
    return scanned.root


def load(text: str, file: str = "", first_line: int = 1) -> Any:
    """Return the value of a text: mappings, lists, texts, numbers, truth values and None."""
    root = parse(text, file, first_line)
    return None if root is None else value(root, file, first_line)


def value(node: Node, file: str = "", first_line: int = 1) -> Any:
    """Return the value of a node; ArgmapError where a key stands twice in it, or is none."""
    with _placed(file, first_line):
        return thaw(value_of(node))


def key(node: Node, file: str = "") -> str:
    """Return a key; ArgmapError where it is a collection."""
    with _placed(file, 1):
        return key_of(node)


@contextmanager
def _placed(file: str, first_line: int) -> Iterator[None]:
    """Raise what the store cannot read as an error with its place."""
    try:
        yield
    except BadValueError as wrong:
        mark = wrong.node.start_mark
        place = Place(file, mark.line + first_line, mark.column + 1)
        raise ArgmapError(f"This is not read: {wrong.message}.", wrong.hint, place) from None
