"""YAML as a tree of nodes that know where they stand, and what a node says.

A scalar's node is the parser's own event, which spares the making of another. Values follow the
core schema of YAML 1.2.2; nothing here knows what they mean in a map.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Protocol, TypeAlias

from argmap.frozen import frozen
from argmap.model.argument_map import Table, Value
from argmap.store.yaml.halves import whole

BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 4000
"""Python reads no whole numbers that are much longer, as that takes too long."""
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **{sign + word: math.inf for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **{"-" + word: -math.inf for word in (".inf", ".Inf", ".INF")},
}


@frozen
class Spot:
    """A place in the text: index in characters, line and column, all counted from 0."""

    index: int
    line: int
    column: int


class Position(Protocol):
    """A place, as the parser gives it."""

    @property
    def index(self) -> int:
        """Characters before it in the text."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it on its line."""


class Scalar(Protocol):
    """The parser's event for a scalar; `style` is one of ' " | >, or nothing for a plain one."""

    value: str
    style: str | None
    start_mark: Position
    end_mark: Position


class Collection:
    """A mapping (its items alternate between keys and values) or a sequence.

    `end` is the index behind the closing bracket of a flow collection; a block collection ends
    where its last scalar ends, see `content_end`.
    """

    __slots__ = ("end", "flow", "items", "mapping", "start_mark")

    def __init__(self, start_mark: Position, *, mapping: bool, flow: bool) -> None:
        self.start_mark = start_mark
        self.mapping = mapping
        self.flow = flow
        self.items: list[Node] = []
        self.end = start_mark.index

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Return the keys of a mapping with their values."""
        return zip(self.items[::2], self.items[1::2], strict=False)


Node: TypeAlias = "Scalar | Collection"


class BadValueError(Exception):
    """A node that cannot be read as what it should be: a sentence, and a way out."""

    def __init__(self, message: str, hint: str, node: Node) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.node = node


def scalars(node: Node) -> Iterator[Scalar]:
    """Return all scalars in a node."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Collection):
            waiting += node.items
        else:
            yield node


def plain_text(node: Node) -> str | None:
    """Return the text of a scalar without quotes, None for any other node."""
    return None if isinstance(node, Collection) or node.style else node.value


def text_of(node: Scalar) -> str:
    """Return what was typed; escapes of halves that make a pair, as in JSON, are joined."""
    return node.value if node.style != '"' or node.value.isascii() else whole(node.value)


def core_value(typed: str) -> Value:
    """Return the value of a plain scalar by the core schema (YAML 1.2.2, chapter 10.3)."""
    if typed in _WORDS:
        return _WORDS[typed]
    if len(typed) >= _LONGEST_NUMBER:
        return typed
    if _INT.fullmatch(typed):
        return int(typed, 0) if typed.startswith("0") and typed[1:2] in ("o", "x") else int(typed)
    if _FLOAT.fullmatch(typed):
        return float(typed)
    return typed


def value_of(node: Node) -> Value:
    """Return the value of a node that this program has no opinion on; raises BadValueError."""
    if not isinstance(node, Collection):
        return text_of(node) if node.style else core_value(node.value)
    if not node.mapping:
        return tuple(value_of(item) for item in node.items)
    pairs: dict[str, Value] = {}
    for key, value in node.pairs():
        name = key_of(key)
        if name in pairs:
            raise BadValueError(f"The key “{name}” occurs twice here.", "Keep one of the two.", key)
        pairs[name] = value_of(value)
    return Table(tuple(pairs.items()))


def name_of(key: Node) -> str | None:
    """Return a key that is a scalar, None for any other."""
    return None if isinstance(key, Collection) else text_of(key)


def key_of(node: Node) -> str:
    """Return a key; raises BadValueError where it is a collection or asks for a merge."""
    if isinstance(node, Collection):
        raise BadValueError("A list or a mapping cannot be a key.", "Write a word.", node)
    if node.style:
        return text_of(node)
    if node.value == "<<":
        raise BadValueError("Merge keys (`<<`) are not read.", "Write out the keys.", node)
    return node.value
