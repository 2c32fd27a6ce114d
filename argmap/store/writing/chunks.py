"""The lines of a file as a row of chunks, each of which belongs to one thing.

A chunk is an item of a section, a top-level key, the head line of a section, or what belongs to
nobody. All chunks one after the other are the file, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Collection as Ids
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from enum import Enum, auto
from itertools import zip_longest

from argmap.frozen import frozen
from argmap.model.argument_map import SECTIONS, Item, Value
from argmap.store.writing.splice import sliced
from argmap.store.yaml.emit import mark
from argmap.store.yaml.lines import Lines, OddLayoutError, Pair, ends_line, in_newlines
from argmap.store.yaml.node import Collection, Node, Position, name_of
from argmap.store.yaml.scan import Scan, scan

_TABS = re.compile(r"^[ \t]+", re.MULTILINE)
"""Blanks at the start of lines: within brackets tabs may stand there, and nowhere else."""
_INDENT_OF_COMMENT = re.compile(r"^[ \t]+(?=[#\r\n]|\Z)", re.MULTILINE)


class Role(Enum):
    """What a chunk is."""

    FIELD = auto()
    HEAD = auto()
    ITEM = auto()
    REST = auto()


@frozen
class Chunk:
    """Some whole lines of a file: a gap that belongs to nobody, and a body.

    `name` is the top-level key, `holds` the item or value that the body stands for (None where it
    could not be read), `implied` says of a statement that it names no kind. A section or file in
    brackets is one chunk; `unfolded` is what to put in its place before anything in it changes.
    """

    role: Role
    gap: str
    body: str
    name: str = ""
    holds: Item | Value = None
    implied: bool = False
    unfolded: tuple[Chunk, ...] = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def key(self) -> str:
        """What it is found by: an item's id, or a top-level key behind a colon, which no id has."""
        if self.role is Role.ITEM:
            return str(getattr(self.holds, "id", ""))
        return "" if self.role is Role.REST else f":{self.name}"

    def says_the_same(self, other: Chunk) -> bool:
        """Whether another chunk has the same lines, and they stand for the same."""
        lines = (self.body, self.gap) == (other.body, other.gap)
        stand_for = (self.role, self.name, self.holds, self.implied)
        if not lines or stand_for != (other.role, other.name, other.holds, other.implied):
            return False
        inside = zip_longest(self.unfolded, other.unfolded)
        return all(one and two and one.says_the_same(two) for one, two in inside)

    def is_item(self, section: str) -> bool:
        """Whether it is an item of that section."""
        return self.role is Role.ITEM and self.name == section

    def in_gap(self, gap: str) -> Chunk:
        """Return the same chunk behind another gap."""
        return self if self.gap == gap else replace(self, gap=gap)

    def in_newlines(self, newline: str) -> Chunk:
        """Return the same chunk with another line break."""
        gap, body = (in_newlines(part, newline) for part in (self.gap, self.body))
        return self if (gap, body) == (self.gap, self.body) else replace(self, gap=gap, body=body)


@frozen
class Contents:
    """What was read from a file: items by the index of their node, values of top-level keys."""

    items: Mapping[int, Item] = field(default_factory=dict)
    implied: Ids[str] = ()
    values: Mapping[str, Value] = field(default_factory=dict)


def chunks_of(scanned: Scan, contents: Contents) -> list[Chunk]:
    """Return the chunks of a text; raises OddLayoutError where it is not laid out in lines."""
    lines, root = scanned.lines, scanned.root
    if not isinstance(root, Collection) or not root.mapping or not root.items:
        return [Chunk(Role.REST, "", lines.text)] if lines.text else []
    if root.flow:
        return [_unfolding_file(lines, root, contents)]
    if root.start_mark.column:
        raise OddLayoutError
    chunks: list[Chunk] = []
    at, seen = 0, set[str]()
    for pair in lines.pairs(root):
        start = lines.start_with_comments(pair.start, at)
        end = lines.next_line(pair.end)
        name = pair.name or ""
        top = Chunk(Role.FIELD, lines.text[at:start], lines.text[start:end], name)
        if name in SECTIONS and name not in seen:
            section = list(_section(lines, replace(top, role=Role.HEAD), pair, contents))
        elif name not in seen and pair.name is not None:
            section = [replace(top, holds=contents.values.get(name))]
        else:
            section = [replace(top, role=Role.REST)]
        if len(section) > 1:
            at = start + sum(len(c.gap) + len(c.body) for c in section) - len(top.gap)
        else:
            at = lines.comments_below(end, root.start_mark.column)
            section[0] = replace(section[0], body=lines.text[start:at])
        chunks += section
        seen.add(name)
    rest = lines.text[at:]
    return [*chunks, Chunk(Role.REST, rest, "")] if rest else chunks


def _section(lines: Lines, head: Chunk, pair: Pair, contents: Contents) -> Iterator[Chunk]:
    """Return the chunks of a section: its head and its items; one in brackets stays whole."""
    if pair.start != pair.key.start_mark.index:
        raise OddLayoutError
    value, colon = pair.value, pair.lead
    start = lines.next_line(pair.end) - len(head.body)
    if not isinstance(value, Collection) or not value.items:
        yield head
    elif value.flow:
        label = lines.text[start:colon]
        unfolded = _unfolding_section(lines, label, {head.name: value}, contents)
        yield replace(head, unfolded=unfolded)
    else:
        first = lines.end_with_comments(colon, value.start_mark.column)
        yield replace(head, body=lines.text[start:first])
        for span in lines.spans(value, first):
            item = contents.items.get(span.node.start_mark.index)
            gap, body = lines.text[span.gap : span.start], lines.text[span.start : span.end]
            implied = item is not None and item.id in contents.implied
            yield Chunk(Role.ITEM, gap, body, head.name, item, implied)


def _unfolding_section(
    lines: Lines, label: str, section: Mapping[str, Collection], contents: Contents
) -> tuple[Chunk, ...]:
    """Return the chunks of a section in brackets as if each item stood on lines of its own."""
    items = [f"  - {sliced(lines, n)}" for part in section.values() for n in part.items]
    return _cut_again("\n".join((label, *items)) + "\n", section, contents)


def _unfolding_file(lines: Lines, root: Collection, contents: Contents) -> Chunk:
    """Return a file in brackets, JSON for one, as one chunk that can be unfolded."""
    before = lines.text[: root.start_mark.index]
    parts = [before] if before.strip() and not ends_line(before) else [before.rstrip(" ")]
    sections: dict[str, Node] = {}
    for key, value in root.pairs():
        sections.setdefault(name_of(key) or "", value)
        label = sliced(lines, key)
        if label.startswith("\ufeff"):  # which means something else where a line begins
            raise OddLayoutError
        colon = "\n: " if mark(label) else ": "
        parts.append(f"{mark(label)}{label}{colon}{sliced(lines, value)}\n")
    behind = Lines(_INDENT_OF_COMMENT.sub("", lines.text[root.end :]))
    ends_here = behind.end_of_line(0) == 0
    parts.append(behind.text[behind.next_line(0) :] if ends_here else behind.text)
    unfolded = _cut_again("".join(parts), sections, contents)
    return Chunk(Role.REST, "", lines.text, unfolded=unfolded)


def _cut_again(text: str, sections: Mapping[str, Node], contents: Contents) -> tuple[Chunk, ...]:
    """Return the chunks of a rewritten text; its items are those of before, in the same order.

    Raises OddLayoutError where they are not, as what stood in brackets means something else on
    lines of its own.
    """
    scanned = scan(_TABS.sub(lambda found: found[0].replace("\t", " "), text))
    root = scanned.root
    start = root.start_mark.index if root else 0
    if scanned.broken is not None or any(r.mark.index == start for r in scanned.refusals):
        raise OddLayoutError
    items: dict[int, Item] = {}
    waiting = dict(sections)  # of a section that stands there twice only the first is read
    for key, value in root.pairs() if isinstance(root, Collection) else ():
        old = waiting.pop(name_of(key) or "", None)
        if isinstance(old, Collection) and isinstance(value, Collection):
            if len(old.items) != len(value.items):
                raise OddLayoutError
            for was, node in zip(old.items, value.items, strict=True):
                item = contents.items.get(was.start_mark.index)
                if item is not None:
                    items[node.start_mark.index] = item
    return tuple(chunks_of(scanned, replace(contents, items=items)))


def marks_in_brackets(chunk: Chunk) -> Iterator[tuple[str, Position]]:
    """Return where in its own lines the items of a chunk in brackets stand, by their ids."""
    root = scan(chunk.body).root
    sections: dict[str, Node] = {}
    for key, value in root.pairs() if isinstance(root, Collection) else ():
        sections.setdefault(name_of(key) or "", value)
    nodes = [
        node
        for name, value in sections.items()
        if name in SECTIONS and isinstance(value, Collection)
        for node in value.items
    ]
    for item, node in zip(_items_in(chunk), nodes, strict=True):
        if item.key:
            yield item.key, node.start_mark


def _items_in(chunk: Chunk) -> Iterator[Chunk]:
    """Return the items of a chunk in brackets; of a file, each section is one of its own."""
    for part in chunk.unfolded:
        if part.role is Role.ITEM:
            yield part
        else:
            yield from _items_in(part)
