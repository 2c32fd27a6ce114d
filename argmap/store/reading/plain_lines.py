"""Whether a text is laid out as usual, so that it need not be cut to know that it can be edited."""

from __future__ import annotations

from argmap.model.argument_map import SECTIONS
from argmap.store.yaml.lines import Pair
from argmap.store.yaml.node import Collection
from argmap.store.yaml.scan import Scan


def in_plain_lines(scanned: Scan) -> bool:
    """Whether a text is laid out as usual, so that `writing.chunks` is certain to find its chunks.

    That is: all lines end in the same character, top-level keys begin at the left edge, without
    question marks, and sections are lists of which each dash is the first on its line, with its
    item behind it. It takes a fraction of the time that cutting takes, for whoever will not edit.
    """
    root = scanned.root
    text, lines = scanned.lines.text, scanned.lines
    if not isinstance(root, Collection) or not root.mapping or not root.items or root.flow:
        return False
    if not lines.end_in_one_character:
        return False
    for pair in lines.pairs(root):
        mark = pair.key.start_mark
        if mark.column or pair.start != mark.index or not pair.lead or not _is_plain(text, pair):
            return False
    return True


def _is_plain(text: str, pair: Pair) -> bool:
    """Whether the value of a top-level key is no section, or one whose items have lines each."""
    value = pair.value
    if pair.name not in SECTIONS or not isinstance(value, Collection) or not value.items:
        return True
    dash = f"{' ' * value.start_mark.column}-"
    return not value.flow and all(
        mark.column >= len(dash) and text.startswith(dash, mark.index - mark.column)
        for mark in (node.start_mark for node in value.items)
    )
