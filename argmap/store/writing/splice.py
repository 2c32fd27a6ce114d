"""Writing a change of values into the text that holds them, and leaving all else as it stands.

Works on the lines of one item (or one top-level key) at a time: they are parsed again for the
places of their keys, and only what differs is written: in the author's quotes, indent and order,
with comments and unknown keys where they were. Collections in brackets are written again whole,
but each unchanged value in them is copied as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.model.argument_map import Table, Value
from argmap.store.writing.last_block import last_header, stripping
from argmap.store.writing.unread import Stretch, holds_unread, stretches
from argmap.store.yaml.emit import Written, entry, flow, item, mark, quoted, write
from argmap.store.yaml.lines import Lines, Pair, ends_line
from argmap.store.yaml.node import Collection, Node, name_of, text_of
from argmap.store.yaml.scan import Scan, scan

_BLOCK_COMMENT = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_COMMENT_LINE = re.compile(r"[\r\n]\s*#")


class Replacement(NamedTuple):
    """A part of a text, and what comes in its place."""

    start: int
    end: int
    new: str


def spliced(text: str, before: Table, after: Table, newline: str) -> str:
    """Return the lines of an item, or of a top-level key, with its values changed.

    Keys that neither table has stay as they are.
    """
    scanned = scan(text)
    root = scanned.root
    if isinstance(root, Collection) and not root.mapping:
        (root,) = root.items
    assert isinstance(root, Collection), "an item or a key is a mapping"
    splicer = _Splicer(scanned.lines)
    splicer.mapping(root, before, after)
    splicer.end_last_line(scanned)
    return splicer.result(newline)


def keeps_unread(text: str, before: Table) -> bool:
    """Whether a top-level key holds something that could not be read beside what was."""
    read = dict(before.pairs)
    root = scan(text).root
    pairs = root.pairs() if isinstance(root, Collection) else ()
    return any(holds_unread(value, read.get(name_of(key) or "")) for key, value in pairs)


def sliced(lines: Lines, node: Node) -> str:
    """Return a node as it stands in brackets, so that it can stand on a line of its own."""
    piece = lines.content(node)
    if not isinstance(node, Collection) and not node.style and len(piece.splitlines()) > 1:
        return quoted(text_of(node))
    return piece


class _Splicer:
    """Gathers replacements of parts of a text, none overlapping."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._made: list[Replacement] = []

    def result(self, newline: str) -> str:
        """Return the text with all replacements made."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self._made, key=lambda made: made[:2]):
            parts += [self._lines.text[at:start], _LINE_BREAK.sub(newline, new)]
            at = end
        return "".join((*parts, self._lines.text[at:]))

    def end_last_line(self, scanned: Scan) -> None:
        """Keep the value at the end what it is, if its line is ended by what comes behind it."""
        text = scanned.lines.text
        header = None if ends_line(text) else last_header(scanned)
        if header is None or all(made.start != len(text) for made in self._made):
            return
        if not any(made.start <= header.start() < made.end for made in self._made):
            self._replace(header.start(), header.end(), stripping(header))

    def mapping(self, node: Collection, before: Table, after: Table) -> None:
        """Write what differs between two tables into the mapping that holds them."""
        if node.flow:
            self._replace(node.start_mark.index, node.end, self._flow(node, before, after))
            return
        old, new = dict(before.pairs), dict(after.pairs)
        held = list(self._lines.pairs(node))
        names = [pair.name for pair in held]
        column = node.start_mark.column
        missing = [i for i, name in enumerate(names) if name in old and name not in new]
        emptied = [i for i in missing if holds_unread(held[i].value, old[names[i] or ""])]
        self._remove(held, [i for i in missing if i not in emptied], column)
        for i in emptied:
            self._empty(held[i], column, old[names[i] or ""])
        for name, value in new.items():
            if name in old and old[name] == value:
                continue
            if name in names:
                self._answer(held[names.index(name)], column, old.get(name), value)
            else:
                previous = _predecessor(name, list(new), names)
                self._insert(held, previous, "\n".join(entry(name, value, column)), column)

    def _answer(self, pair: Pair, column: int, before: Value, after: Value) -> None:
        """Change the value of a key, or give one to a key that stands behind a question mark."""
        if pair.lead:
            self._value(pair.value, pair.lead, column, before, after)
            return
        written = write(after, column, column + 2)
        head = f"{' ' * column}: {written.head}".rstrip(" ")
        at = self._lines.end_of_line(pair.end)
        self._replace(at, at, "\n".join(("", head, *written.lines)))

    def _empty(self, pair: Pair, column: int, before: Value) -> None:
        """Take away all that was read of a value, of which the rest stays."""
        self._value(pair.value, pair.lead, column, before, _nothing_like(before))

    def _remove(self, held: Sequence[Pair], gone: list[int], column: int) -> None:
        if gone and gone[0] == 0 and self._lines.shares_its_line(held[0].start):
            stays = next(i for i in range(len(held)) if i not in gone)
            behind = self._lines.end_with_comments(held[stays - 1].end, column)
            start, end = held[0].start, held[stays].start
            self._replace(start, end, self._lines.text[behind:end].lstrip())
            gone = [i for i in gone if i > stays]
        for i in gone:
            end = self._lines.end_with_comments(held[i].end, column)
            self._replace(held[i].start - column, end, "")

    def _insert(self, held: Sequence[Pair], previous: int | None, lines: str, column: int) -> None:
        first = held[0].start
        if previous is None and self._lines.shares_its_line(first):
            self._replace(first, first, f"{lines[column:]}\n{' ' * column}")
        elif previous is None:
            # Lines of its own, since the first key's line may be on its way out.
            at = self._lines.start_with_comments(first - column, after=1)
            self._replace(at, at, f"{lines}\n")
        else:
            self._insert_at(self._lines.end_with_comments(held[previous].end, column), lines)

    def _insert_at(self, at: int, lines: str) -> None:
        """Insert whole lines where a line begins, or the text ends without a line break."""
        self._replace(at, at, f"{lines}\n" if self._lines.begins_line(at) else f"\n{lines}")

    def _replace(self, start: int, end: int, new: str) -> None:
        self._made.append(Replacement(start, end, new))

    def _value(self, node: Node, lead: int, column: int, before: Value, after: Value) -> None:
        """Change a value; `lead` is the index behind its colon or dash."""
        if isinstance(node, Collection) and isinstance(after, Table) and node.mapping:
            old = before if isinstance(before, Table) else Table(())
            if _related(node, old, after):
                self.mapping(node, old, after)
                return
        if isinstance(node, Collection) and isinstance(after, tuple) and not node.mapping:
            entries = before if isinstance(before, tuple) else ()
            parts = list(stretches(node.items, entries, after))
            if self._in_lines(node) and (after or len(parts) > 1):
                self._sequence(node, lead, parts)
                return
            if node.flow and len(parts) > 1:
                self._replace(node.start_mark.index, node.end, self._flow_list(node, parts))
                return
        self._whole(node, lead, column, after)

    def _whole(self, node: Node, lead: int, column: int, value: Value) -> None:
        """Write a value whole, in the author's manner, and keep the comment beside it."""
        used = self._lines.column(lead) + 1
        if isinstance(node, Collection):
            written = Written(flow(value)) if node.flow else write(value, column, used)
        else:
            written = write(value, column, used, node.style or "")
        start = node.start_mark.index
        stop = self._lines.end_of_line(self._lines.content_end(node))
        if written.lines and self._lines.comments_below(stop, column) > stop:
            written = Written(flow(value))  # a block would swallow the comments below
        gap = self._lines.text[lead:start]
        if _COMMENT_LINE.search(gap):  # and these comments stay above it
            written = written if written.head else Written(flow(value))
            lead, gap = start, ""
        elif not gap or gap.strip(" \t"):
            gap = " "
        head = (gap + written.head if written.head else "") + self._comment(node, lead)
        self._replace(lead, stop, "\n".join((head, *written.lines)))

    def _comment(self, node: Node, lead: int) -> str:
        """Return the comments on the lines of a value, with the blanks before them."""
        above = _COMMENT.match(self._lines.text, lead)
        if above and above.end() <= node.start_mark.index:
            return above.group()
        if not isinstance(node, Collection) and node.style in ("|", ">"):
            header = _BLOCK_COMMENT.match(self._lines.text, node.start_mark.index)
            return (header.group(1) or "") if header else ""
        beside = _COMMENT.match(self._lines.text, self._lines.content_end(node))
        return beside.group() if beside else ""

    def _in_lines(self, node: Collection) -> bool:
        """Whether a list stands on lines of its own."""
        return not (node.flow or self._lines.shares_its_line(node.start_mark.index))

    def _sequence(self, node: Collection, lead: int, parts: Sequence[Stretch]) -> None:
        """Change a list in block style item by item."""
        places = list(self._lines.spans(node, self._lines.next_line(lead)))
        column = node.start_mark.column
        for part in parts:
            from difflib import SequenceMatcher

            matcher = SequenceMatcher(None, part.before, part.after, autojunk=False)
            for operation, i, end, j, stop in matcher.get_opcodes():
                if operation == "equal":
                    continue
                old, new = part.before[i:end], part.after[j:stop]
                first = part.first + i
                for place, was, value in zip(places[first:], old, new, strict=False):
                    self._item(place.node, place.dash, was, value)
                shared = first + min(len(old), len(new))
                for place in places[shared : first + len(old)]:
                    self._replace(place.start, place.end, "")
                lines = [line for value in new[len(old) :] for line in item(value, column)]
                if lines:
                    at = places[shared].start if shared < len(places) else places[-1].end
                    self._insert_at(at, "\n".join(lines))

    def _flow_list(self, node: Collection, parts: Sequence[Stretch]) -> str:
        """Return a list in brackets of which some entries could not be read, and stay."""
        pieces: list[str] = []
        for part in parts:
            pieces += [flow(value) for value in part.after]
            unread = node.items[part.first + len(part.before) :][:1]
            pieces += [self._lines.content(entry) for entry in unread]
        return "[" + ", ".join(pieces) + "]"

    def _item(self, node: Node, dash: int, before: Value, after: Value) -> None:
        column = self._lines.column(dash)
        if isinstance(after, Table) and not (
            isinstance(node, Collection)
            and isinstance(before, Table)
            and _related(node, before, after)
        ):
            lines = "\n".join(item(after, column))
            stop = self._lines.end_of_line(self._lines.content_end(node))
            self._replace(dash, stop, lines[column:])
        else:
            self._value(node, dash + 1, column, before, after)

    def _flow_value(self, node: Node, before: Value, after: Value) -> str:
        """Return a value for brackets; of a collection, what could not be read stays."""
        if isinstance(node, Collection) and holds_unread(node, before):
            if isinstance(after, Table) and node.mapping:
                return self._flow(node, before if isinstance(before, Table) else Table(()), after)
            if isinstance(after, tuple) and not node.mapping:
                entries = before if isinstance(before, tuple) else ()
                return self._flow_list(node, list(stretches(node.items, entries, after)))
        return _in_quotes_of(node, after)

    def _flow(self, node: Collection, before: Table, after: Table) -> str:
        """Return a mapping in brackets, each unchanged value as it stood."""
        old, new = dict(before.pairs), dict(after.pairs)
        names: list[str | None] = []
        pieces: list[str] = []
        for key, held in node.pairs():
            name = name_of(key)
            was = old.get(name or "")
            becomes = new.get(name or "", _nothing_like(was))
            if name in old and name not in new and not holds_unread(held, was):
                continue
            names.append(name)
            if name in (old.keys() | new.keys()) and was != becomes:
                label = sliced(self._lines, key)
                pieces.append(f"{mark(label)}{label}: {self._flow_value(held, was, becomes)}")
            else:
                end = max(self._lines.content_end(key), self._lines.content_end(held))
                piece = self._lines.text[key.start_mark.index : end]
                pieces.append(mark(sliced(self._lines, key)) + piece)
        for name, value in new.items():
            if name not in names and (name not in old or old[name] != value):
                previous = _predecessor(name, list(new), names)
                at = 0 if previous is None else previous + 1
                names.insert(at, name)
                pieces.insert(at, flow(Table(((name, value),)))[1:-1])
        return "{" + ", ".join(pieces) + "}"


def _nothing_like(value: Value) -> Value:
    """Return the empty value of the same type."""
    return Table(()) if isinstance(value, Table) else ()


def _in_quotes_of(node: Node, value: Value) -> str:
    """Return a value on one line, in double quotes if another stood there in them."""
    in_quotes = not isinstance(node, Collection) and node.style == '"'
    return quoted(value) if in_quotes and isinstance(value, str) else flow(value)


def _related(node: Collection, before: Table, after: Table) -> bool:
    """Whether a mapping keeps any of its keys: one that is wanted, or could not be read."""
    gone = {name for name, _ in before.pairs} - {name for name, _ in after.pairs}
    return node.mapping and any(name_of(key) not in gone for key, _ in node.pairs())


def _predecessor(name: str, order: list[str], present: Sequence[str | None]) -> int | None:
    """Return behind which of the present keys a new one has its place."""
    for earlier in reversed(order[: order.index(name)]):
        if earlier in present:
            return present.index(earlier)
    return None
