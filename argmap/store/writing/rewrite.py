"""From a change of the map to a change of its text: which chunks go, come and are written anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from argmap.model.argument_map import SECTIONS, ArgumentMap, Item, Relation, Statement, Table, Value
from argmap.model.history.patch import Change, Patch
from argmap.model.natural_kind import natural_kind
from argmap.store.schema.keys import VERSION
from argmap.store.schema.tables import fields_of, table_of
from argmap.store.writing.arrangement import Arrangement
from argmap.store.writing.chunks import Chunk, Role
from argmap.store.writing.splice import keeps_unread, spliced
from argmap.store.yaml.emit import entry, item


class Rewrite:
    """Finds out what becomes of each chunk, and has the arrangement follow."""

    def __init__(self, chunks: Arrangement, saved: Mapping[str, Chunk], newline: str) -> None:
        self._chunks = chunks
        self._saved = saved
        self._newline = newline

    def follow(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> None:
        """Make the text say what the map says after a change."""
        self._chunks.unfold(change.section for change in patch.changes)
        self._fields(before, after, bool(patch.fields))
        for section in SECTIONS:
            changes = patch.of(section)
            if changes:
                self._section(section, changes, after)
        self._kinds(patch, after)

    def _fields(self, before: ArgumentMap, after: ArgumentMap, changed: bool) -> None:
        if not self._chunks.has_keys:
            version = self._lines(entry("argmap", VERSION, 0))
            self._chunks.insert_top(Chunk(Role.FIELD, "", version, "argmap", VERSION))
        if not changed:
            return
        old, new = dict(fields_of(before).pairs), dict(fields_of(after).pairs)
        for name in {**old, **new}:
            if name not in old or name not in new or old[name] != new[name]:
                self._field(name, old, new)

    def _field(self, name: str, old: Mapping[str, Value], new: Mapping[str, Value]) -> None:
        chunk, saved = self._chunks.find(f":{name}"), self._saved.get(f":{name}")
        was = Table(((name, old[name]),) if name in old else ())
        if name not in new:
            if chunk is not None and keeps_unread(chunk.body, was):
                body = spliced(chunk.body, was, Table(()), self._newline)
                self._chunks.replace(chunk, replace(chunk, body=body, holds=None))
            elif chunk is not None:
                self._chunks.remove(chunk)
            return
        value = new[name]
        if chunk is None:
            body = self._lines(entry(name, value, 0))
            self._chunks.insert_top(Chunk(Role.FIELD, "", body, name, value))
        elif saved is not None and saved.holds == value:
            self._chunks.replace(chunk, saved.in_gap(chunk.gap))
        else:
            body = spliced(chunk.body, was, Table(((name, value),)), self._newline)
            self._chunks.replace(chunk, replace(chunk, body=body, holds=value))

    def _section(self, section: str, changes: Sequence[Change], after: ArgumentMap) -> None:
        for change in changes:
            chunk = self._chunks.find(change.id)
            if change.after is None and chunk is not None:
                self._chunks.remove(chunk)
        coming = [c for c in changes if c.now_at is not None and c.after is not None]
        for change in changes:
            chunk = self._chunks.find(change.id)
            if change.after is not None and change.now_at is None and chunk is not None:
                self._chunks.replace(chunk, self._written(chunk, change.after))
        moved: dict[str, Chunk] = {}
        for change in coming:
            chunk = self._chunks.find(change.id)
            if chunk is not None and change.after is not None:
                moved[change.id] = self._written(chunk, change.after)
                self._chunks.remove(chunk)
        for change in sorted(coming, key=lambda c: c.now_at or 0):
            if change.after is not None and change.now_at is not None:
                chunk = moved.get(change.id) or self._fresh(section, change.after)
                place = change.now_at - 1
                previous = getattr(after, section)[place].id if place >= 0 else None
                self._chunks.insert_item(section, chunk, previous)
        self._chunks.close_or_open(section)

    def _kinds(self, patch: Patch, after: ArgumentMap) -> None:
        """Name the kind of statements that named none, where it no longer follows."""
        ids = {change.id for change in patch.of("statements")}
        for change in patch.of("relations"):
            for relation in (change.before, change.after):
                if isinstance(relation, Relation):
                    ids.update(relation.premises)
        for id_ in sorted(ids & after.statement_by_id.keys()):
            chunk = self._chunks.find(id_)
            if chunk is not None and not chunk.implied:
                continue
            natural = natural_kind(r.bearing for r in after.relations_of(id_))
            if after.statement_by_id[id_].kind is not natural:
                self._chunks.unfold(["statements"])
                self._name_kind(id_)

    def _name_kind(self, id_: str) -> None:
        chunk = self._chunks.find(id_)
        if chunk is not None and chunk.implied and isinstance(chunk.holds, Statement):
            table = table_of(chunk.holds)
            without = Table(tuple(pair for pair in table.pairs if pair[0] != "kind"))
            body = spliced(chunk.body, without, table, self._newline)
            self._chunks.replace(chunk, replace(chunk, body=body, implied=False))

    def _written(self, chunk: Chunk, after: Item) -> Chunk:
        """Return the chunk of an item as it is now; what was saved comes back as it was."""
        saved = self._saved.get(after.id)
        if saved is not None and saved.holds == after and saved.name == chunk.name:
            return saved.in_gap(chunk.gap)
        holds = chunk.holds
        if holds == after or not isinstance(holds, Item):
            return chunk
        body = spliced(chunk.body, table_of(holds), table_of(after), self._newline)
        renamed = isinstance(holds, Statement) and getattr(after, "kind", None) != holds.kind
        return replace(chunk, body=body, holds=after, implied=chunk.implied and not renamed)

    def _fresh(self, section: str, after: Item) -> Chunk:
        saved = self._saved.get(after.id)
        if saved is not None and saved.holds == after and saved.name == section:
            return saved
        body = self._lines(item(table_of(after), self._chunks.indent(section)))
        return Chunk(Role.ITEM, "", body, section, after)

    def _lines(self, lines: Iterable[str]) -> str:
        return "".join(line + self._newline for line in lines)
