"""The comments of a YAML text: what they say, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.frozen import frozen
from argmap.store.yaml.lines import Lines
from argmap.store.yaml.node import Collection, Node
from argmap.store.yaml.scan import Scan

_COMMENT = re.compile(r"(?<!\S)#[^\n\r\x85\u2028\u2029]*")
_HEADER = re.compile(r"[|>][^\n\r]*")


@frozen
class Comment:
    """A comment from its `#` on, the index at which it begins, and whether it has its own line."""

    index: int
    text: str
    alone: bool


def comments(scanned: Scan) -> Iterator[Comment]:
    """Return the comments of a text in their order."""
    lines = scanned.lines
    at = 0
    for start, end in [*_content(lines, scanned.root), (len(lines.text), len(lines.text))]:
        for found in _COMMENT.finditer(lines.text, at, start):
            alone = not lines.shares_its_line(found.start())
            yield Comment(found.start(), found.group().rstrip(), alone)
        at = end


def _content(lines: Lines, root: Node | None) -> Iterator[tuple[int, int]]:
    """Return where scalars stand; the comment beside a block's header is none of its content."""
    waiting = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Collection):
            waiting += reversed(node.items)
            continue
        start, end = node.start_mark.index, lines.content_end(node)
        header = _HEADER.match(lines.text, start) if node.style in ("|", ">") else None
        if header is not None:
            yield start, start + 1
            start = header.end()
        yield start, max(start, end)
