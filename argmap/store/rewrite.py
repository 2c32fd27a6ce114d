"""From a change of the map to a change of its text: which chunks go, come and are written anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from argmap.model.argument_map import SECTIONS, ArgumentMap, Item, Relation, Statement, Table, Value
from argmap.model.integrity import kind_of
from argmap.model.patch import Change, Patch
from argmap.store.emit import entry, item
from argmap.store.layout import OddLayoutError, behind_colon, ends_line
from argmap.store.node import Collection, content_end
from argmap.store.outline import Chunk, Role
from argmap.store.scan import scan
from argmap.store.schema import KEYS_OF, Level
from argmap.store.splice import respelled
from argmap.store.table import fields_of, table_of
from argmap.store.text_edit import Splice

_RANKS = {name: rank for rank, name in enumerate(KEYS_OF[Level.MAP])}
_TOPS = (Role.FIELD, Role.HEAD)
_COMMENT = re.compile(r"\A((?:[ \t]*[\r\n]+)*)[ \t]+#")
_DASH = re.compile(r"^( *)-( +)", re.MULTILINE)


class Rewrite:
    """Works on a copy of the chunks and notes each step as a splice."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        by_key: Mapping[str, Chunk],
        saved: Mapping[str, Chunk],
        newline: str,
    ) -> None:
        self._chunks = list(chunks)
        self._by_key = by_key
        self._saved = saved
        self._newline = newline
        self._changed: dict[str, Chunk | None] = {}
        self._hint = 0
        self.splices: list[Splice] = []

    def follow(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> None:
        """Make the text say what the map says after a change."""
        self._unfold(change.section for change in patch.changes)
        self._fields(before, after, bool(patch.fields))
        for section in SECTIONS:
            changes = patch.of(section)
            if changes:
                self._section(section, changes, after)
        self._kinds(patch, after)

    # The parts of an edit

    def _unfold(self, sections: Iterable[str]) -> None:
        for chunk in self._chunks[:1]:
            if chunk.role is Role.REST and chunk.unfolded:
                self._splice(0, 1, chunk.unfolded)
        for name in set(sections):
            head = self._find(f":{name}")
            if head is not None and head.unfolded:
                self._splice(self._index(head), 1, head.unfolded)

    def _fields(self, before: ArgumentMap, after: ArgumentMap, changed: bool) -> None:
        if not any(chunk.role in _TOPS for chunk in self._chunks):
            self._insert_top(Chunk(Role.FIELD, "", self._lines(entry("argmap", 1, 0)), "argmap", 1))
        if not changed:
            return
        old, new = dict(fields_of(before).pairs), dict(fields_of(after).pairs)
        for name in {**old, **new}:
            if name not in old or name not in new or old[name] != new[name]:
                self._field(name, old, new)

    def _field(self, name: str, old: Mapping[str, Value], new: Mapping[str, Value]) -> None:
        chunk, saved = self._find(f":{name}"), self._saved.get(f":{name}")
        if name not in new:
            if chunk is not None:
                self._remove(chunk)
            return
        value = new[name]
        if chunk is None:
            body = self._lines(entry(name, value, 0))
            self._insert_top(Chunk(Role.FIELD, "", body, name, value))
        elif saved is not None and saved.holds == value:
            self._replace(chunk, _in_gap(saved, chunk.gap))
        else:
            was = Table(((name, old[name]),) if name in old else ())
            body = self._respelled(chunk, was, Table(((name, value),)))
            self._replace(chunk, replace(chunk, body=body, holds=value))

    def _section(self, section: str, changes: Sequence[Change], after: ArgumentMap) -> None:
        for change in changes:
            chunk = self._find(change.id)
            if change.after is None and chunk is not None:
                self._remove(chunk)
        coming = [c for c in changes if c.now_at is not None and c.after is not None]
        for change in changes:
            chunk = self._find(change.id)
            if change.after is not None and change.now_at is None and chunk is not None:
                self._replace(chunk, self._written(chunk, change.after))
        moved: dict[str, Chunk] = {}
        for change in coming:
            chunk = self._find(change.id)
            if chunk is not None and change.after is not None:
                moved[change.id] = self._written(chunk, change.after)
                self._remove(chunk)
        for change in sorted(coming, key=lambda c: c.now_at or 0):
            if change.after is not None and change.now_at is not None:
                chunk = moved.get(change.id) or self._fresh(section, change.after)
                place = change.now_at - 1
                previous = getattr(after, section)[place].id if place >= 0 else None
                self._insert_item(section, chunk, previous)
        self._close_or_open(section)

    def _kinds(self, patch: Patch, after: ArgumentMap) -> None:
        """Name the kind of statements that named none, where it no longer follows."""
        ids = {change.id for change in patch.of("statements")}
        for change in patch.of("relations"):
            for relation in (change.before, change.after):
                if isinstance(relation, Relation):
                    ids.update(relation.premises)
        for id_ in sorted(ids & after.statement_by_id.keys()):
            chunk = self._find(id_)
            if chunk is not None and not chunk.implied:
                continue
            if after.statement_by_id[id_].kind != kind_of(after.relations_of(id_)):
                self._unfold(["statements"])
                self._name_kind(id_)

    def _name_kind(self, id_: str) -> None:
        chunk = self._find(id_)
        if chunk is not None and chunk.implied and isinstance(chunk.holds, Statement):
            table = table_of(chunk.holds)
            without = Table(tuple(pair for pair in table.pairs if pair[0] != "kind"))
            body = self._respelled(chunk, without, table)
            self._replace(chunk, replace(chunk, body=body, implied=False))

    # Chunks of items

    def _written(self, chunk: Chunk, after: Item) -> Chunk:
        """Give the chunk of an item as it is now; what was saved comes back as it was."""
        saved = self._saved.get(after.id)
        if saved is not None and saved.holds == after and saved.name == chunk.name:
            return _in_gap(saved, chunk.gap)
        holds = chunk.holds
        if holds == after or not isinstance(holds, Item):
            return chunk
        body = self._respelled(chunk, table_of(holds), table_of(after))
        renamed = isinstance(holds, Statement) and getattr(after, "kind", None) != holds.kind
        return replace(chunk, body=body, holds=after, implied=chunk.implied and not renamed)

    def _respelled(self, chunk: Chunk, before: Table, after: Table) -> str:
        try:
            return respelled(chunk.body, before, after, self._newline)
        except OddLayoutError:
            lines = chunk.body.splitlines(keepends=True)
            count = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
            comments = "".join(lines[:count])
            if chunk.role is Role.ITEM:
                return comments + self._lines(item(after, self._indent(chunk.name)))
            (name, value), *_ = after.pairs
            return comments + self._lines(entry(name, value, 0))

    def _fresh(self, section: str, after: Item) -> Chunk:
        saved = self._saved.get(after.id)
        if saved is not None and saved.holds == after and saved.name == section:
            return saved
        body = self._lines(item(table_of(after), self._indent(section)))
        return Chunk(Role.ITEM, "", body, section, after)

    def _lines(self, lines: Iterable[str]) -> str:
        return "".join(line + self._newline for line in lines)

    def _indent(self, section: str) -> int:
        """Give the column of the dashes of a section, or of any, or the usual one."""
        head = self._find(f":{section}")
        near = self._chunks[self._index(head) + 1 :][:1] if head else []
        anywhere = (chunk for chunk in self._chunks if chunk.role is Role.ITEM)
        for chunk in [c for c in near if _is_item(c, section)] or list(islice(anywhere, 1)):
            match = _DASH.search(chunk.body)
            if match:
                return len(match.group(1))
        return 2

    # Where chunks go

    def _insert_item(self, section: str, chunk: Chunk, previous: str | None) -> None:
        head = self._find(f":{section}")
        if head is None:
            body = f"{section}:{self._newline}"
            head = Chunk(Role.HEAD, self._gap_of_heads(), body, section)
            self._insert_top(head)
        before = self._find(previous) if previous is not None else head
        assert before is not None, "the item before is in the text"
        at = self._index(before) + 1
        standard = self._gap_of_items(section)
        following = self._chunks[at] if at < len(self._chunks) else None
        if before is not head:
            self._insert(at, _in_gap(chunk, standard))
            return
        self._insert(at, _in_gap(chunk, ""))
        if following is not None and _is_item(following, section) and not following.gap:
            self._replace(following, _in_gap(following, standard))

    def _insert_top(self, chunk: Chunk) -> None:
        """Insert a top-level chunk where the order of keys has it."""
        at = self._place_of(chunk.name)
        if at < len(self._chunks) and self._chunks[at].role is not Role.ITEM:
            self._replace(self._chunks[at], _outdented(self._chunks[at]))
        if at < len(self._chunks) and not at:
            first = self._chunks[at]
            chunk = _in_gap(chunk, first.gap)
            self._replace(first, _in_gap(first, ""))
        self._insert(at, chunk)

    def _place_of(self, name: str) -> int:
        """Find the index behind all that comes before a top-level key."""
        rank = _RANKS.get(name, len(_RANKS))
        tops = [i for i, chunk in enumerate(self._chunks) if chunk.role in _TOPS]
        earlier = [i for i in tops if _RANKS.get(self._chunks[i].name, len(_RANKS)) <= rank]
        if not earlier:
            return tops[0] if tops else len(self._chunks)
        at = earlier[-1] + 1
        while at < len(self._chunks) and self._chunks[at].role is Role.ITEM:
            at += 1
        return at

    def _gap_of_items(self, section: str) -> str:
        """Give the gap between the items of a section, as its author has it."""
        head = self._find(f":{section}")
        assert head is not None, "a section that gets an item has a head"
        at = self._index(head) + 2
        second = self._chunks[at] if at < len(self._chunks) else head
        if _is_item(second, section) and not second.gap.strip():
            return second.gap
        return self._newline if section == Level.STATEMENT else ""

    def _gap_of_heads(self) -> str:
        heads = [chunk for chunk in self._chunks if chunk.role is Role.HEAD]
        return self._newline if not heads or any(chunk.gap for chunk in heads) else ""

    def _close_or_open(self, section: str) -> None:
        """Give the head of a section brackets if there is nothing below it, and only then."""
        head = self._find(f":{section}")
        if head is None:
            return
        at = self._index(head) + 1
        filled = at < len(self._chunks) and _is_item(self._chunks[at], section)
        root = scan(head.body).root
        assert isinstance(root, Collection), "a head is a key"
        key, value = root.items
        lead, end = behind_colon(head.body, key), content_end(value, head.body)
        written = head.body[lead:end].strip()
        wanted = "" if filled else " []"
        if bool(written) == filled:
            body = head.body[:lead] + wanted + head.body[end:]
            self._replace(head, replace(head, body=body))

    # Steps

    def _find(self, key: str) -> Chunk | None:
        return self._changed[key] if key in self._changed else self._by_key.get(key)

    def _index(self, chunk: Chunk) -> int:
        """Find a chunk; most stand behind the one that was looked for last."""
        try:
            self._hint = self._chunks.index(chunk, self._hint)
        except ValueError:
            self._hint = self._chunks.index(chunk)
        return self._hint

    def _replace(self, chunk: Chunk, new: Chunk) -> None:
        if new is not chunk:
            self._splice(self._index(chunk), 1, (new,))

    def _remove(self, chunk: Chunk) -> None:
        """Take a chunk away with its gap, unless comments that belong to nobody stand there."""
        at = self._index(chunk)
        following = self._chunks[at + 1] if at + 1 < len(self._chunks) else None
        sibling = following is not None and _is_item(following, chunk.name)
        kept = chunk.gap if chunk.gap.strip() or sibling else ""
        if following is None:
            rest = (Chunk(Role.REST, kept, ""),) if kept else ()
            self._splice(at, 1, rest)
            return
        behind = "" if sibling and not following.gap.strip() else following.gap
        self._splice(at, 2, (_in_gap(following, kept + behind),))

    def _insert(self, at: int, chunk: Chunk) -> None:
        """Insert a chunk, which starts and ends with whole lines."""
        if not ends_line(chunk.body):
            chunk = replace(chunk, body=chunk.body + self._newline)
        if at and not ends_line(self._chunks[at - 1].gap + self._chunks[at - 1].body):
            last = self._chunks[at - 1]
            self._splice(at - 1, 1, (replace(last, body=last.body + self._newline), chunk))
        else:
            self._splice(at, 0, (chunk,))

    def _splice(self, at: int, count: int, new: tuple[Chunk, ...]) -> None:
        old = tuple(self._chunks[at : at + count])
        self.splices.append(Splice(at, old, new))
        self._chunks[at : at + count] = new
        self._changed.update((chunk.key, None) for chunk in old if chunk.key)
        self._changed.update((chunk.key, chunk) for chunk in new if chunk.key)


def _in_gap(chunk: Chunk, gap: str) -> Chunk:
    return chunk if chunk.gap == gap else replace(chunk, gap=gap)


def _outdented(chunk: Chunk) -> Chunk:
    """Put comments to the left edge, where no text in a block can swallow them."""
    lines = [_COMMENT.sub(r"\1#", part) for part in (chunk.gap, chunk.body)]
    return (
        chunk if lines == [chunk.gap, chunk.body] else replace(chunk, gap=lines[0], body=lines[1])
    )


def _is_item(chunk: Chunk, section: str) -> bool:
    return chunk.role is Role.ITEM and chunk.name == section
