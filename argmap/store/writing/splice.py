"""Writing a change of values into the text that holds them, and leaving all else as it stands.

Works on the lines of one item (or one top-level key) at a time: they are parsed again for the
places of their keys, and only what differs is written: in the author's quotes, indent and order,
with comments and unknown keys where they were. Collections in brackets are written again whole,
but each unchanged value in them is copied as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from argmap.model.argument_map import Table, Value
from argmap.store.yaml.emit import Written, entry, flow, item, mark, quoted, write
from argmap.store.yaml.lines import (
    Pair,
    attached,
    ends_line,
    line_end,
    line_start,
    line_stop,
    owned_end,
    pairs,
    spans,
)
from argmap.store.yaml.node import BLOCK_HEADER, Collection, Node, content_end, name_of, text_of
from argmap.store.yaml.scan import scan

_BLOCK_COMMENT = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_COMMENT_LINE = re.compile(r"[\r\n]\s*#")

Edit = tuple[int, int, str]
"""Start and end of a part of a text, and what comes in its place."""


def respelled(text: str, before: Table, after: Table, newline: str) -> str:
    """Return the lines of an item, or of a top-level key, with its values changed.

    Keys that neither table has stay as they are.
    """
    root = scan(text).root
    if isinstance(root, Collection) and not root.mapping:
        (root,) = root.items
    assert isinstance(root, Collection), "an item or a key is a mapping"
    splicer = _Splicer(text)
    splicer.mapping(root, before, after)
    splicer.end_last_line(root)
    return splicer.result(newline)


def sliced(text: str, node: Node) -> str:
    """Return a node as it stands in brackets, so that it can stand on a line of its own."""
    piece = text[node.start_mark.index : content_end(node, text)]
    if not isinstance(node, Collection) and not node.style and len(piece.splitlines()) > 1:
        return quoted(text_of(node))
    return piece


def without_last_break(text: str) -> str:
    """Return a text of which the last value keeps what it is when a line break comes behind it.

    A block of text at the very end of a file has no last line break, unless it says otherwise.
    """
    header = _last_block(text)
    if header is None:
        return text
    return f"{text[: header.start()]}{_stripped(header)}{text[header.end() :]}"


def keeps_blanks(text: str) -> bool:
    """Whether blank lines behind a text would belong to the block of text that ends it."""
    header = _last_block(text) if "+" in text else None
    return header is not None and "+" in header.group()


def _stripping(text: str, root: Node | None) -> Edit | None:
    """Return the change that lets a block of text at the end say that it has no last line break."""
    header = _last_block_below(text, root)
    return (header.start(), header.end(), _stripped(header)) if header else None


def _stripped(header: re.Match[str]) -> str:
    return re.sub("[-+]", "", header.group()) + "-"


def _last_block(text: str) -> re.Match[str] | None:
    return _last_block_below(text, scan(text).root)


def _last_block_below(text: str, root: Node | None) -> re.Match[str] | None:
    """Return the header of the block of text that ends a text, if one does."""
    leaf = root
    while isinstance(leaf, Collection) and leaf.items:
        leaf = leaf.items[-1]
    if leaf is None or isinstance(leaf, Collection) or leaf.style not in ("|", ">"):
        return None
    if leaf.end_mark.index < len(text):  # a comment comes behind it: its last line is ended
        return None
    header = BLOCK_HEADER.match(text, leaf.start_mark.index)
    assert header is not None, "a block has a header"
    return header


class _Splicer:
    """Gathers replacements of parts of a text, none overlapping."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []

    def result(self, newline: str) -> str:
        """Return the text with all replacements made."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], _LINE_BREAK.sub(newline, new)]
            at = end
        return "".join((*parts, self.text[at:]))

    def end_last_line(self, root: Node) -> None:
        """Keep the value at the end what it is, if its line is ended by what comes behind it."""
        edit = None if ends_line(self.text) else _stripping(self.text, root)
        grows = any(start == len(self.text) for start, _, _ in self.edits)
        if edit and grows and not any(start <= edit[0] < end for start, end, _ in self.edits):
            self.edits.append(edit)

    def mapping(self, node: Collection, before: Table, after: Table) -> None:
        """Write what differs between two tables into the mapping that holds them."""
        if node.flow:
            self.edits.append((node.start_mark.index, node.end, self._flow(node, before, after)))
            return
        old, new = dict(before.pairs), dict(after.pairs)
        held = list(pairs(self.text, node))
        names = [pair.name for pair in held]
        column = node.start_mark.column
        gone = [i for i, name in enumerate(names) if name in old and name not in new]
        self._remove(held, gone, column)
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
        at = line_stop(self.text, pair.end)
        self.edits.append((at, at, "\n".join(("", head, *written.lines))))

    def _remove(self, held: Sequence[Pair], gone: list[int], column: int) -> None:
        if gone and gone[0] == 0 and self._shares_its_line(held[0], column):
            stays = next(i for i in range(len(held)) if i not in gone)
            behind = self._end(held[stays - 1], column)
            start, end = held[0].start, held[stays].start
            self.edits.append((start, end, self.text[behind:end].lstrip()))
            gone = [i for i in gone if i > stays]
        for i in gone:
            self.edits.append((held[i].start - column, self._end(held[i], column), ""))

    def _end(self, pair: Pair, column: int) -> int:
        """Return the index behind the lines of a key, comments below it included."""
        return owned_end(self.text, line_end(self.text, pair.end), column)

    def _shares_its_line(self, pair: Pair, column: int) -> bool:
        """Whether something, such as a dash, stands before a key on its line."""
        return bool(self.text[pair.start - column : pair.start].strip())

    def _insert(self, held: Sequence[Pair], previous: int | None, lines: str, column: int) -> None:
        first = held[0]
        if previous is None and self._shares_its_line(first, column):
            at = first.start
            self.edits.append((at, at, f"{lines[column:]}\n{' ' * column}"))
        elif previous is None:
            # Lines of its own, since the first key's line may be on its way out.
            at = attached(self.text, 1, first.start - column)
            self.edits.append((at, at, f"{lines}\n"))
        else:
            self._insert_at(self._end(held[previous], column), lines)

    def _insert_at(self, at: int, lines: str) -> None:
        """Insert whole lines where a line begins, or the text ends without a line break."""
        new = f"{lines}\n" if ends_line(self.text[:at]) else f"\n{lines}"
        self.edits.append((at, at, new))

    def _column(self, at: int) -> int:
        """Return the column of an index."""
        return at - max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) - 1

    def _value(self, node: Node, lead: int, column: int, before: Value, after: Value) -> None:
        """Change a value; `lead` is the index behind its colon or dash."""
        match node, before, after:
            case Collection() as held, Table() as old, Table() as new if _related(held, new):
                self.mapping(held, old, new)
            case Collection() as held, tuple() as old, tuple() as new if self._in_lines(held, new):
                self._sequence(held, lead, old, new)
            case _:
                self._whole(node, lead, column, after)

    def _whole(self, node: Node, lead: int, column: int, value: Value) -> None:
        """Write a value whole, in the author's manner, and keep the comment beside it."""
        used = self._column(lead) + 1
        if isinstance(node, Collection):
            written = Written(flow(value)) if node.flow else write(value, column, used)
        else:
            written = write(value, column, used, node.style or "")
        start, stop = node.start_mark.index, line_stop(self.text, content_end(node, self.text))
        if written.lines and owned_end(self.text, stop, column) > stop:
            written = Written(flow(value))  # a block would swallow the comments below
        gap = self.text[lead:start]
        if _COMMENT_LINE.search(gap):  # and these comments stay above it
            written = written if written.head else Written(flow(value))
            lead, gap = start, ""
        elif not gap or gap.strip(" \t"):
            gap = " "
        head = (gap + written.head if written.head else "") + self._comment(node, lead)
        self.edits.append((lead, stop, "\n".join((head, *written.lines))))

    def _comment(self, node: Node, lead: int) -> str:
        """Return the comments on the lines of a value, with the blanks before them."""
        above = _COMMENT.match(self.text, lead)
        if above and above.end() <= node.start_mark.index:
            return above.group()
        if not isinstance(node, Collection) and node.style in ("|", ">"):
            header = _BLOCK_COMMENT.match(self.text, node.start_mark.index)
            return (header.group(1) or "") if header else ""
        beside = _COMMENT.match(self.text, content_end(node, self.text))
        return beside.group() if beside else ""

    def _in_lines(self, node: Collection, after: tuple[Value, ...]) -> bool:
        """Whether a node is a list on lines of its own that does not become empty."""
        before = self.text[line_start(node) : node.start_mark.index]
        return not (node.flow or node.mapping or before.strip()) and bool(after)

    def _sequence(
        self, node: Collection, lead: int, before: tuple[Value, ...], after: tuple[Value, ...]
    ) -> None:
        """Change a list in block style item by item."""
        places = list(spans(self.text, node, line_end(self.text, lead)))
        column = node.start_mark.column
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for operation, i, end, j, stop in matcher.get_opcodes():
            if operation == "equal":
                continue
            shared = min(end - i, stop - j)
            for k in range(shared):
                self._item(places[i + k].node, places[i + k].dash, before[i + k], after[j + k])
            for place in places[i + shared : end]:
                self.edits.append((place.start, place.end, ""))
            lines = [line for value in after[j + shared : stop] for line in item(value, column)]
            if lines:
                at = places[i + shared].start if i + shared < len(places) else places[-1].end
                self._insert_at(at, "\n".join(lines))

    def _item(self, node: Node, dash: int, before: Value, after: Value) -> None:
        column = self._column(dash)
        if isinstance(after, Table) and not (
            isinstance(node, Collection) and isinstance(before, Table) and _related(node, after)
        ):
            lines = "\n".join(item(after, column))
            stop = line_stop(self.text, content_end(node, self.text))
            self.edits.append((dash, stop, lines[column:]))
        else:
            self._value(node, dash + 1, column, before, after)

    def _flow(self, node: Collection, before: Table, after: Table) -> str:
        """Write a mapping in brackets again, each unchanged value as it stands."""
        old, new = dict(before.pairs), dict(after.pairs)
        names: list[str | None] = []
        pieces: list[str] = []
        for key, held in node.pairs():
            name = name_of(key)
            if name in old and name not in new:
                continue
            names.append(name)
            start, end = key.start_mark.index, content_end(held, self.text)
            if name is not None and name in new and (name not in old or old[name] != new[name]):
                label = sliced(self.text, key)
                pieces.append(f"{mark(label)}{label}: {_in_quotes_of(held, new[name])}")
            else:
                piece = self.text[start : max(end, content_end(key, self.text))]
                pieces.append(mark(sliced(self.text, key)) + piece)
        for name, value in new.items():
            if name not in names and (name not in old or old[name] != value):
                previous = _predecessor(name, list(new), names)
                at = 0 if previous is None else previous + 1
                names.insert(at, name)
                pieces.insert(at, flow(Table(((name, value),)))[1:-1])
        return "{" + ", ".join(pieces) + "}"


def _in_quotes_of(node: Node, value: Value) -> str:
    """Write a value on one line, in double quotes if another stood there in them."""
    in_quotes = not isinstance(node, Collection) and node.style == '"'
    return quoted(value) if in_quotes and isinstance(value, str) else flow(value)


def _related(node: Collection, after: Table) -> bool:
    """Whether a mapping keeps any of its keys."""
    wanted = {name for name, _ in after.pairs}
    return node.mapping and any(name_of(key) in wanted for key, _ in node.pairs())


def _predecessor(name: str, order: list[str], present: Sequence[str | None]) -> int | None:
    """Find behind which of the present keys a new one has its place."""
    for earlier in reversed(order[: order.index(name)]):
        if earlier in present:
            return present.index(earlier)
    return None
