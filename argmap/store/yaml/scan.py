"""From YAML text to the tree of its nodes.

Built on the parser's events rather than on a loader: one pass gives places, repeated keys and the
text of every scalar as it was typed (a loader would make `No` false and `12:30` 750), refuses what
makes YAML dangerous where it stands, and takes a fraction of the time, because a scalar's node is
the parser's own event. Nothing here knows what the nodes mean.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

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

from argmap.frozen import slotted
from argmap.store.yaml.halves import (
    STAND_IN,
    found_again,
    hidden,
    holds_half,
    typed_again,
)
from argmap.store.yaml.lines import Lines
from argmap.store.yaml.node import Collection, Node, Position, scalars

DEEPEST = 100
_HOPELESS = 1000
MOST = 500_000
"""Scalars and collections, of which each takes up to 600 bytes; no map has a tenth of them."""
_MAKES_TWO = ":?,{["
"""What stands before values: each brings two at the most, and a hyphen one."""
_UNENDING = ("while scanning a simple key", "while scanning a quoted scalar")
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@slotted
class Refusal:
    """Something that this format does not allow, and where."""

    what: str
    mark: Position


@slotted
class Broken:
    """Why and where (index in characters) the text is not well-formed YAML, or is too much.

    `begins` is where that begins which cannot be read to its end, such as a text in quotes.
    """

    why: str
    index: int
    too_much: bool = False
    begins: int = -1

    @property
    def place(self) -> int:
        """The index to point at."""
        return self.index if self.begins < 0 else self.begins


@slotted
class Scan:
    """The first document of a text, and the text; `root` is None for an empty one.

    Where the text is broken, the tree holds what was complete before that place.
    """

    lines: Lines
    root: Node | None = None
    refusals: list[Refusal] = field(default_factory=list)
    broken: Broken | None = None
    second_document: Position | None = None


def scan(text: str) -> Scan:
    """Return the first document of a text, which has no byte order mark; never raises."""
    result = _scanned(_FAST, text, text)
    if result.broken is None or result.broken.too_much or not holds_half(text):
        return result
    if not STAND_IN.search(text):
        again = _scanned(_FAST, hidden(text), text)
        _find_again(again)
        return again
    return _scanned(yaml.SafeLoader, text, text)


def may_be_too_much(text: str) -> bool:
    """Whether a text could hold more than `MOST` values; what is told without reading it."""
    return 1 + 2 * sum(map(text.count, _MAKES_TWO)) + text.count("-") > MOST


def _scanned(loader: Any, text: str, original: str) -> Scan:
    """Return what a loader makes of a text, which is as long as the original, line by line."""
    result = Scan(Lines(original))
    try:
        _build(loader, text, result)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        result.broken = _broken(error, text)
    return result


def _find_again(scanned: Scan) -> None:
    """Give scalars the halves that were hidden from the loader."""
    for node in () if scanned.root is None else scalars(scanned.root):
        if node.style == '"':
            node.value = found_again(node.value)
        elif STAND_IN.search(node.value):
            typed = scanned.lines.text[node.start_mark.index : node.end_mark.index]
            node.value = typed_again(node.value, typed)


def _build(loader: Any, text: str, result: Scan) -> None:
    """Turn events into nodes; a loop rather than recursion, so that depth is no danger."""
    parser = loader(text)
    next_event = parser.get_event
    items: list[Node] = []
    stack: list[Collection] = []
    event: Any = None
    left = MOST
    try:
        while left:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                left -= 1
                items.append(event)
                if event.anchor is not None or event.tag is not None:
                    result.refusals.append(Refusal(_construct(event), event.start_mark))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                left -= 1
                items = _begun(event, items, stack, result).items
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop().end = event.end_mark.index
                items = stack[-1].items if stack else items
            elif kind is AliasEvent:
                left -= 1
                result.refusals.append(Refusal("an alias (`*`)", event.start_mark))
                items.append(Collection(event.start_mark, mapping=False, flow=True))
            elif _is_over(event, items, result):
                return
        raise _TooMuch(event.start_mark.index)
    finally:
        parser.dispose()
        _drop_incomplete(stack)


def _is_over(event: Any, items: list[Node], result: Scan) -> bool:
    """Whether the first document is read, and nothing else need be, by an event that holds none."""
    kind = type(event)
    if kind is DocumentStartEvent and result.root is not None:
        result.second_document = event.start_mark
        return True
    if kind is DocumentEndEvent:
        result.root = result.root or (items[0] if items else None)
    return kind is StreamEndEvent


def _begun(event: Any, items: list[Node], stack: list[Collection], result: Scan) -> Collection:
    """Return the collection that an event begins, on top of those that it lies in."""
    start = event.start_mark
    mapping, flow = type(event) is MappingStartEvent, bool(event.flow_style)
    node = Collection(start, mapping=mapping, flow=flow)
    depth = len(stack)
    if event.anchor is not None or event.tag is not None:
        result.refusals.append(Refusal(_construct(event), start))
    if 0 < depth < DEEPEST:
        items.append(node)
    elif not depth:
        result.root = node
    elif depth == DEEPEST:
        result.refusals.append(Refusal(f"nesting deeper than {DEEPEST} levels", start))
        items.append(Collection(start, mapping=False, flow=True))
    elif depth > _HOPELESS:
        raise _Hopeless(start.index)
    stack.append(node)
    return node


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


class _TooMuch(yaml.YAMLError):
    """More scalars and collections than a map can have, or this computer hold."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


def _broken(error: Exception, text: str) -> Broken:
    if isinstance(error, _TooMuch):
        return Broken("", error.index, too_much=True)
    if isinstance(error, _Hopeless):
        return Broken(str(error), error.index)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        words = ", ".join(part for part in (error.context, error.problem) if part)
        begun = error.context_mark if error.context in _UNENDING else None
        return Broken(words, mark.index if mark else 0, begins=begun.index if begun else -1)
    if isinstance(error, UnicodeEncodeError):
        return Broken("half of a surrogate pair stands alone", error.start)
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    index = found.start() if found else 0
    return Broken(f"the character U+{ord(text[index]):04X} is not allowed in YAML", index)
