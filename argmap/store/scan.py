"""YAML text as a tree of nodes that know where they stand.

Built on the parser's events rather than on a loader: one pass gives places, repeated keys and the
text of every scalar as it was typed (a loader would make `No` false and `12:30` 750), refuses what
makes YAML dangerous where it stands, and takes a fraction of the time, because a scalar's node is
the parser's own event. Nothing here knows what the nodes mean.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.model.argument_map import Table, Value

DEEPEST = 100
_HOPELESS = 1000
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: index in characters, line and column, all counted from 0."""

    index: int
    line: int
    column: int


class Mark(Protocol):
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
    start_mark: Mark
    end_mark: Mark


class Collection:
    """A mapping (its items alternate between keys and values) or a sequence.

    `end` is the index behind the closing bracket of a flow collection; a block collection ends
    where its last scalar ends, see `content_end`.
    """

    __slots__ = ("end", "flow", "items", "mapping", "start_mark")

    def __init__(self, start_mark: Mark, *, mapping: bool, flow: bool) -> None:
        self.start_mark = start_mark
        self.mapping = mapping
        self.flow = flow
        self.items: list[Node] = []
        self.end = start_mark.index

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Give the keys of a mapping with their values."""
        return zip(self.items[::2], self.items[1::2], strict=False)


Node: TypeAlias = "Scalar | Collection"


class Wrong(Exception):  # noqa: N818 (a finding about the file, no failure of ours)
    """A node that cannot be read as what it should be: a sentence, and a way out."""

    def __init__(self, message: str, hint: str, node: Node) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.node = node


@dataclass(slots=True)
class Refusal:
    """Something that this format does not allow, and where."""

    what: str
    mark: Mark


@dataclass(slots=True)
class Broken:
    """Why and where (index in characters) the text is not well-formed YAML."""

    why: str
    index: int


@dataclass(slots=True)
class Scan:
    """The first document of a text; `root` is None for an empty one.

    Where the text is broken, the tree holds what was complete before that place.
    """

    root: Node | None = None
    refusals: list[Refusal] = field(default_factory=list)
    broken: Broken | None = None
    second_document: Mark | None = None


def scan(text: str) -> Scan:
    """Read the first document of a text without a byte order mark; never raises."""
    result = Scan()
    try:
        _build(_FAST, text, result)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        if _SURROGATE.search(text) and _FAST is not yaml.SafeLoader:
            return _scan_slowly(text)  # libyaml reads no surrogates, halves of pairs or not
        result.broken = _broken(error, text)
    return result


def _scan_slowly(text: str) -> Scan:
    result = Scan()
    try:
        _build(yaml.SafeLoader, text, result)
    except yaml.YAMLError as error:
        result.broken = _broken(error, text)
    return result


def _build(loader: Any, text: str, result: Scan) -> None:
    """Turn events into nodes; a loop rather than recursion, so that depth is no danger."""
    parser = loader(text)
    next_event = parser.get_event
    items: list[Node] = []
    stack: list[Collection] = []
    try:
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                items.append(event)
                if event.anchor is not None or event.tag is not None:
                    result.refusals.append(Refusal(_construct(event), event.start_mark))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = Collection(
                    event.start_mark,
                    mapping=kind is MappingStartEvent,
                    flow=bool(event.flow_style),
                )
                _note_start(event, len(stack), result)
                _adopt(items, stack, node, result)
                stack.append(node)
                items = node.items
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop().end = event.end_mark.index
                items = stack[-1].items if stack else items
            elif kind is AliasEvent:
                result.refusals.append(Refusal("an alias (`*`)", event.start_mark))
                items.append(Collection(event.start_mark, mapping=False, flow=True))
            elif kind is DocumentStartEvent and result.root is not None:
                result.second_document = event.start_mark
                return
            elif kind is DocumentEndEvent:
                result.root = result.root or (items[0] if items else None)
            elif kind is StreamEndEvent:
                return
    finally:
        parser.dispose()
        _drop_incomplete(stack)


def _adopt(items: list[Node], stack: list[Collection], node: Collection, result: Scan) -> None:
    if not stack:
        result.root = node
    elif len(stack) < DEEPEST:
        items.append(node)
    elif len(stack) == DEEPEST:
        items.append(Collection(node.start_mark, mapping=False, flow=True))
    elif len(stack) > _HOPELESS:
        raise _Hopeless(node.start_mark.index)


def _note_start(event: Any, depth: int, result: Scan) -> None:
    if event.anchor is not None or event.tag is not None:
        result.refusals.append(Refusal(_construct(event), event.start_mark))
    if depth == DEEPEST:
        result.refusals.append(Refusal(f"nesting deeper than {DEEPEST}", event.start_mark))


def _construct(event: Any) -> str:
    return "an anchor (`&`)" if event.anchor is not None else "a tag (`!`)"


def _drop_incomplete(stack: list[Collection]) -> None:
    """Where reading broke off, take away the list item that was being read."""
    if len(stack) > 2:
        stack[1].items.pop()


class _Hopeless(yaml.YAMLError):
    """Nesting so deep that the parser, whose time grows with its square, would never end."""

    def __init__(self, index: int) -> None:
        super().__init__("collections lie too deep in one another")
        self.index = index


def _broken(error: Exception, text: str) -> Broken:
    if isinstance(error, _Hopeless):
        return Broken(str(error), error.index)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        words = ", ".join(part for part in (error.context, error.problem) if part)
        return Broken(words, mark.index if mark else 0)
    if isinstance(error, UnicodeEncodeError):
        return Broken("half of a surrogate pair stands alone", error.start)
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    index = found.start() if found else 0
    return Broken(f"the character U+{ord(text[index]):04X} is not allowed in YAML", index)


def content_end(node: Node, text: str) -> int:
    """Give the index behind the last character that belongs to a node, comments left aside."""
    while isinstance(node, Collection) and not node.flow and node.items:
        node = node.items[-1]
    if isinstance(node, Collection):
        return node.end
    end = node.end_mark.index
    if node.style in ("|", ">"):
        return _block_end(text, node.start_mark.index, end)
    return end


def _block_end(text: str, start: int, end: int) -> int:
    """Leave the line break at the end aside; blank lines count only where a `+` keeps them."""
    header = _HEADER.match(text, start)
    kept = header is not None and "+" in header.group()
    content = text[start:end] if kept else text[start:end].rstrip()
    return start + len(content.removesuffix("\n").removesuffix("\r"))


_HEADER = re.compile(r"[|>][-+0-9]*")


def plain_text(node: Node) -> str | None:
    """Give the text of a scalar without quotes, None for any other node."""
    return None if isinstance(node, Collection) or node.style else node.value


def text_of(node: Scalar) -> str:
    """Give what was typed; escapes of surrogates that make a pair, as JSON has them, are joined."""
    value = node.value
    if node.style == '"' and not value.isascii() and _SURROGATE.search(value):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return value


_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **{sign + word: math.inf for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **{"-" + word: -math.inf for word in (".inf", ".Inf", ".INF")},
}


def core_value(typed: str) -> Value:
    """Resolve a plain scalar as the core schema does (YAML 1.2.2, chapter 10.3)."""
    if typed in _WORDS:
        return _WORDS[typed]
    if _INT.fullmatch(typed) and len(typed) < 4000:
        return int(typed, 0) if typed.startswith("0") and typed[1:2] in ("o", "x") else int(typed)
    if _FLOAT.fullmatch(typed):
        return float(typed)
    return typed


def value_of(node: Node) -> Value:
    """Give the value of a node that this program has no opinion on; raises Wrong."""
    if not isinstance(node, Collection):
        return text_of(node) if node.style else core_value(node.value)
    if not node.mapping:
        return tuple(value_of(item) for item in node.items)
    pairs: dict[str, Value] = {}
    for key, value in node.pairs():
        name = key_of(key)
        if name in pairs:
            raise Wrong(f"the key “{name}” stands there twice", "keep one of the two", key)
        pairs[name] = value_of(value)
    return Table(tuple(pairs.items()))


def key_of(node: Node) -> str:
    """Give a key; raises Wrong where it is a collection or asks for a merge."""
    if isinstance(node, Collection):
        raise Wrong("a list or a mapping cannot be a key", "write a word", node)
    if node.value == "<<" and not node.style:
        raise Wrong("merge keys (`<<`) are not read", "write the keys out", node)
    return text_of(node)
