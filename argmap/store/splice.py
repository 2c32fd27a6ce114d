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
from argmap.store.emit import Written, entry, flow, item, mark, quoted, write
from argmap.store.layout import (
    OddLayoutError,
    behind_colon,
    ends_line,
    line_end,
    line_start,
    line_stop,
    owned_end,
    spans,
)
from argmap.store.node import Collection, Node, content_end, text_of
from argmap.store.scan import scan

_BLOCK_COMMENT = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")

Pair = tuple[Node, Node]


def respelled(text: str, before: Table, after: Table, newline: str) -> str:
    """Give the lines of an item, or of a top-level key, with its values changed.

    Keys that neither table has stay as they are. Raises OddLayoutError where the text is laid out
    so that its keys cannot be told apart by lines.
    """
    root = scan(text).root
    if isinstance(root, Collection) and not root.mapping and len(root.items) == 1:
        root = root.items[0]
    if not isinstance(root, Collection) or not root.mapping:
        raise OddLayoutError
    splicer = _Splicer(text)
    splicer.mapping(root, before, after)
    return splicer.result(newline)


def sliced(text: str, node: Node) -> str:
    """Give a node as it stands in brackets, so that it can stand on a line of its own."""
    piece = text[node.start_mark.index : content_end(node, text)]
    if not isinstance(node, Collection) and not node.style and len(piece.splitlines()) > 1:
        return quoted(text_of(node))
    return piece


class _Splicer:
    """Gathers replacements of parts of a text: (start, end, new), none overlapping."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[tuple[int, int, str]] = []

    def result(self, newline: str) -> str:
        """Give the text with all replacements made."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], new.replace("\n", newline)]
            at = end
        return "".join((*parts, self.text[at:]))

    def mapping(self, node: Collection, before: Table, after: Table) -> None:
        """Write what differs between two tables into the mapping that holds them."""
        if node.flow:
            self.edits.append((node.start_mark.index, node.end, self._flow(node, before, after)))
            return
        old, new = dict(before.pairs), dict(after.pairs)
        pairs = list(node.pairs())
        names = [_name(key) for key, _ in pairs]
        column = pairs[0][0].start_mark.column
        self._remove(pairs, [i for i, name in enumerate(names) if name in old and name not in new])
        for name, value in new.items():
            if name in old and old[name] == value:
                continue
            if name in names:
                key, node_of_value = pairs[names.index(name)]
                lead = behind_colon(self.text, key)
                self._value(node_of_value, lead, column, old.get(name), value)
            else:
                previous = _predecessor(name, list(new), names)
                self._insert(pairs, previous, "\n".join(entry(name, value, column)), column)

    def _remove(self, pairs: Sequence[Pair], gone: list[int]) -> None:
        if gone and gone[0] == 0 and self._shares_its_line(pairs[0][0]):
            stays = next((i for i in range(len(pairs)) if i not in gone), None)
            if stays is None:
                raise OddLayoutError
            behind = self._end(pairs[stays - 1])
            start, end = pairs[0][0].start_mark.index, pairs[stays][0].start_mark.index
            self.edits.append((start, end, self.text[behind:end].lstrip()))
            gone = [i for i in gone if i > stays]
        for i in gone:
            key = pairs[i][0]
            behind_colon(self.text, key)
            self.edits.append((line_start(key), self._end(pairs[i]), ""))

    def _end(self, pair: Pair) -> int:
        """Give the index behind the lines of a key, comments below it included."""
        key, value = pair
        end = line_end(self.text, content_end(value, self.text))
        return owned_end(self.text, end, key.start_mark.column)

    def _shares_its_line(self, key: Node) -> bool:
        """Tell whether something, which is a dash, stands before a key on its line."""
        return bool(self.text[line_start(key) : key.start_mark.index].strip())

    def _insert(self, pairs: Sequence[Pair], previous: int | None, lines: str, column: int) -> None:
        first = pairs[0][0]
        if previous is None and self._shares_its_line(first):
            at = first.start_mark.index
            self.edits.append((at, at, f"{lines[column:]}\n{' ' * column}"))
        elif previous is None:
            # A line of its own, since the first key's line may be on its way out.
            at = line_start(first)
            self.edits.append((at, at, f"{lines}\n"))
        else:
            at = self._end(pairs[previous])
            broken = ends_line(self.text[:at])
            self.edits.append((at, at, f"{lines}\n" if broken else f"\n{lines}"))

    def _value(self, node: Node, lead: int, column: int, before: Value, after: Value) -> None:
        """Change a value; `lead` is the index behind its colon or dash."""
        match node, before, after:
            case Collection() as held, Table() as old, Table() as new if _related(held, new):
                self.mapping(held, old, new)
            case Collection() as held, tuple() as old, tuple() as new if _lists(held, old, new):
                self._sequence(held, lead, old, new)
            case _:
                self._whole(node, lead, column, after)

    def _whole(self, node: Node, lead: int, column: int, value: Value) -> None:
        """Write a value whole, in the author's manner, and keep the comment beside it."""
        used = lead - max(self.text.rfind("\n", 0, lead), self.text.rfind("\r", 0, lead))
        if isinstance(node, Collection):
            written = Written(flow(value)) if node.flow else write(value, column, used)
        else:
            written = write(value, column, used, node.style or "")
        start = node.start_mark.index
        blank = self.text[lead:start]
        gap = blank if blank and not blank.strip(" \t") else " "
        stop = line_stop(self.text, content_end(node, self.text))
        if written.lines and owned_end(self.text, stop, column) > stop:
            written = Written(flow(value))  # a block would swallow the comments below
        head = (gap + written.head if written.head else "") + self._comment(node, lead)
        self.edits.append((lead, stop, "\n".join((head, *written.lines))))

    def _comment(self, node: Node, lead: int) -> str:
        """Give the comments on the lines of a value, with the blanks before them."""
        above = _COMMENT.match(self.text, lead)
        if above and above.end() <= node.start_mark.index:
            return above.group()
        if not isinstance(node, Collection) and node.style in ("|", ">"):
            header = _BLOCK_COMMENT.match(self.text, node.start_mark.index)
            return (header.group(1) or "") if header else ""
        beside = _COMMENT.match(self.text, content_end(node, self.text))
        return beside.group() if beside else ""

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
                broken = ends_line(self.text[:at])
                new = "\n".join(lines)
                self.edits.append((at, at, f"{new}\n" if broken else f"\n{new}"))

    def _item(self, node: Node, dash: int, before: Value, after: Value) -> None:
        column = dash - max(self.text.rfind("\n", 0, dash), self.text.rfind("\r", 0, dash)) - 1
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
            name = _name(key)
            if name in old and name not in new:
                continue
            names.append(name)
            start, end = key.start_mark.index, content_end(held, self.text)
            if name is not None and name in new and (name not in old or old[name] != new[name]):
                label = sliced(self.text, key)
                pieces.append(f"{mark(label)}{label}: {flow(new[name])}")
            else:
                piece = self.text[start : max(end, content_end(key, self.text))]
                pieces.append(mark(sliced(self.text, key)) + piece)
        for name, value in new.items():
            if name not in names:
                previous = _predecessor(name, list(new), names)
                at = 0 if previous is None else previous + 1
                names.insert(at, name)
                pieces.insert(at, flow(Table(((name, value),)))[1:-1])
        return "{" + ", ".join(pieces) + "}"


def _name(key: Node) -> str | None:
    return None if isinstance(key, Collection) else text_of(key)


def _related(node: Collection, after: Table) -> bool:
    """Tell whether a mapping keeps any of its keys."""
    wanted = {name for name, _ in after.pairs}
    return node.mapping and any(_name(key) in wanted for key, _ in node.pairs())


def _lists(node: Collection, before: tuple[Value, ...], after: tuple[Value, ...]) -> bool:
    """Tell whether a node is a list in block style that changes without becoming empty."""
    return not (node.flow or node.mapping) and len(before) == len(node.items) and bool(after)


def _predecessor(name: str, order: list[str], present: Sequence[str | None]) -> int | None:
    """Find behind which of the present keys a new one has its place."""
    for earlier in reversed(order[: order.index(name)]):
        if earlier in present:
            return present.index(earlier)
    return None
