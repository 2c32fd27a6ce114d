"""A working copy of a file's chunks: where they stand, and which gaps lie between them.

It knows the order of keys and the habits of the file's author, but not why a chunk comes or goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.writing.chunks import Chunk, Role
from argmap.store.writing.last_block import keeps_blanks, without_last_break
from argmap.store.writing.text_edit import Splice
from argmap.store.yaml.lines import dash_column, ends_line
from argmap.store.yaml.node import Collection
from argmap.store.yaml.scan import scan

_RANKS = {name: rank for rank, name in enumerate(KEYS_OF[Level.MAP])}
_TOPS = (Role.FIELD, Role.HEAD)
_BLANK_LINES = re.compile(r"\A(?:[ \t]*(?:\r\n|\r|\n))+")
_COMMENT = re.compile(r"\A((?:[ \t]*[\r\n]+)*)[ \t]+#")


class Arrangement:
    """The chunks in their order; each change of it is noted as a splice."""

    def __init__(self, chunks: Iterable[Chunk], by_key: Mapping[str, Chunk], newline: str) -> None:
        self._chunks = list(chunks)
        self._by_key = by_key
        self.newline = newline
        self._changed: dict[str, Chunk | None] = {}
        self._hints: dict[str, int] = {}
        self.splices: list[Splice] = []

    @property
    def has_keys(self) -> bool:
        """Whether there is any top-level key."""
        return any(chunk.role in _TOPS for chunk in self._chunks)

    def find(self, key: str) -> Chunk | None:
        """Return the chunk of that key as it is now, None if there is none."""
        return self._changed[key] if key in self._changed else self._by_key.get(key)

    def indent(self, section: str) -> int:
        """Return the column of the dashes of a section, or of any, or the usual one."""
        head = self.find(f":{section}")
        near = self._chunks[self._index(head) + 1 :][:1] if head else []
        anywhere = (chunk for chunk in self._chunks if chunk.role is Role.ITEM)
        like = [c for c in near if c.is_item(section)] or list(islice(anywhere, 1))
        return dash_column(like[0].body) if like else 2

    def unfold(self, sections: Iterable[str]) -> None:
        """Lay out in lines what is in brackets, so that its items can be told apart."""
        for chunk in self._chunks[:1]:
            if chunk.role is Role.REST and chunk.unfolded:
                self._splice(0, 1, chunk.unfolded)
        for name in set(sections):
            head = self.find(f":{name}")
            if head is not None and head.unfolded:
                self._splice(self._index(head), 1, head.unfolded)

    def replace(self, chunk: Chunk, new: Chunk) -> None:
        """Put a chunk in the place of another."""
        if new is not chunk:
            at = self._index(chunk)
            if not ends_line(new.body) and at + 1 < len(self._chunks):
                new = self._ended(new)  # it was saved as the end of the file
            self._splice(at, 1, (new,))

    def remove(self, chunk: Chunk) -> None:
        """Take a chunk away with its gap, unless comments that belong to nobody stand there."""
        at = self._index(chunk)
        following = self._chunks[at + 1] if at + 1 < len(self._chunks) else None
        sibling = following is not None and following.is_item(chunk.name)
        kept = chunk.gap if chunk.gap.strip() or sibling else ""
        if following is None:
            rest = (Chunk(Role.REST, kept, ""),) if kept else ()
            self._splice(at, 1, rest)
            return
        behind = "" if sibling and not following.gap.strip() else following.gap
        self._splice(at, 2, (following.in_gap(kept + behind),))

    def insert_item(self, section: str, chunk: Chunk, previous: str | None) -> None:
        """Insert an item behind another, or else first in its section, which is made if need be."""
        if self.find(f":{section}") is None:
            body = f"{section}:{self.newline}"
            self.insert_top(Chunk(Role.HEAD, self._gap_of_heads(), body, section))
        head = self.find(f":{section}")
        assert head is not None, "a section that gets an item has a head"
        before = self.find(previous) if previous is not None else head
        assert before is not None, "the item before is in the text"
        at = self._index(before) + 1
        standard = self._gap_of_items(section)
        following = self._chunks[at] if at < len(self._chunks) else None
        if before is not head:
            self._insert(at, chunk.in_gap(standard))
            return
        self._insert(at, chunk.in_gap(""))
        if following is not None and following.is_item(section) and not following.gap:
            self.replace(following, following.in_gap(standard))

    def insert_top(self, chunk: Chunk) -> None:
        """Insert a top-level chunk where the order of keys has it."""
        at = self._place_of(chunk.name)
        if at < len(self._chunks) and self._chunks[at].role is not Role.ITEM:
            self.replace(self._chunks[at], _outdented(self._chunks[at]))
        if at < len(self._chunks) and not at:
            first = self._chunks[at]
            chunk = chunk.in_gap(first.gap)
            self.replace(first, first.in_gap(""))
        self._insert(at, chunk)

    def close_or_open(self, section: str) -> None:
        """Give the head of a section brackets if there is nothing below it, and only then."""
        head = self.find(f":{section}")
        assert head is not None, "a section of which an item came or went has a head"
        at = self._index(head) + 1
        filled = at < len(self._chunks) and self._chunks[at].is_item(section)
        scanned = scan(head.body)
        assert isinstance(scanned.root, Collection), "a head is a key"
        (pair,) = scanned.lines.pairs(scanned.root)
        written = head.body[pair.lead : pair.end].strip()
        wanted = "" if filled else " []"
        if bool(written) == filled:
            body = head.body[: pair.lead] + wanted + head.body[pair.end :]
            self.replace(head, replace(head, body=body))

    def _place_of(self, name: str) -> int:
        """Return the index behind all that comes before a top-level key."""
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
        """Return the gap between the items of a section, as its author has it."""
        head = self.find(f":{section}")
        assert head is not None, "a section that gets an item has a head"
        at = self._index(head) + 2
        second = self._chunks[at] if at < len(self._chunks) else head
        if second.is_item(section) and not second.gap.strip():
            return second.gap
        return self.newline if section == Level.STATEMENT else ""

    def _gap_of_heads(self) -> str:
        heads = [chunk for chunk in self._chunks if chunk.role is Role.HEAD]
        return self.newline if not heads or any(chunk.gap for chunk in heads) else ""

    def _index(self, chunk: Chunk) -> int:
        """Return the index of a chunk; most items stand behind the one that was looked for last.

        Heads of sections are asked for in between, and stand where they stood.
        """
        of = chunk.key if chunk.role is Role.HEAD else ""
        try:
            self._hints[of] = self._chunks.index(chunk, self._hints.get(of, 0))
        except ValueError:
            self._hints[of] = self._chunks.index(chunk)
        return self._hints[of]

    def _insert(self, at: int, chunk: Chunk) -> None:
        """Insert a chunk, which starts and ends with whole lines."""
        if not ends_line(chunk.body):
            chunk = self._ended(chunk)
        if at and not ends_line(self._chunks[at - 1].gap + self._chunks[at - 1].body):
            self._splice(at - 1, 1, (self._ended(self._chunks[at - 1]), chunk))
        else:
            self._splice(at, 0, (chunk,))

    def _ended(self, chunk: Chunk) -> Chunk:
        """Return a chunk that was the end of the file with its last line ended."""
        return replace(chunk, body=without_last_break(chunk.body) + self.newline)

    def _splice(self, at: int, count: int, new: tuple[Chunk, ...]) -> None:
        old = tuple(self._chunks[at : at + count])
        self.splices.append(Splice(at, old, new))
        self._chunks[at : at + count] = new
        self._changed.update((chunk.key, None) for chunk in old if chunk.key)
        self._changed.update((chunk.key, chunk) for chunk in new if chunk.key)
        for behind in (at, at + len(new)):
            self._part(behind)

    def _part(self, at: int) -> None:
        """Take away blank lines that would become part of the text in the chunk before."""
        if not 0 < at < len(self._chunks):
            return
        before, chunk = self._chunks[at - 1 : at + 1]
        gap = _BLANK_LINES.sub("", chunk.gap)
        if gap != chunk.gap and keeps_blanks(before.body):
            self.replace(chunk, chunk.in_gap(gap))


def _outdented(chunk: Chunk) -> Chunk:
    """Return a chunk with its comments at the left edge, where no text in a block swallows them."""
    lines = [_COMMENT.sub(r"\1#", part) for part in (chunk.gap, chunk.body)]
    return (
        chunk if lines == [chunk.gap, chunk.body] else replace(chunk, gap=lines[0], body=lines[1])
    )
