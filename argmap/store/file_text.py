"""The text of a map, which follows the map's edits without disturbing what they do not touch.

It is a row of chunks (see `writing.chunks`). An edit replaces some of them by others, so it can be
taken back exactly, costs what it touches, and never asks for the file to be read again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import Self

from argmap.errors import Place
from argmap.frozen import frozen
from argmap.model.argument_map import SECTIONS, ArgumentMap, Item, Value
from argmap.model.history.patch import Patch
from argmap.store.schema.tables import fields_of
from argmap.store.writing.adoption import adopt_comments, adoptable
from argmap.store.writing.arrangement import Arrangement
from argmap.store.writing.canonical import canonical
from argmap.store.writing.chunks import Chunk, Role, marks_in_brackets
from argmap.store.writing.rewrite import Rewrite
from argmap.store.writing.text_edit import TextEdit, between
from argmap.store.writing.touched import Touched, touched
from argmap.store.yaml.lines import count_breaks, in_newlines, item_start

__all__ = ["FileText", "Snapshot", "TextEdit"]


@frozen
class Snapshot:
    """The text at one moment, for any thread; it is joined where somebody asks for it."""

    start: str
    chunks: tuple[Chunk, ...]

    def text(self) -> str:
        """Return the whole text."""
        return self.start + _joined(self.chunks)


class FileText:
    """The text of one file."""

    def __init__(self, chunks: Iterable[Chunk], newline: str, start: str = "") -> None:
        """Take the chunks of a file, its line break, and what stands before all (a BOM)."""
        self._chunks = list(chunks)
        self._newline = newline
        self._start = start
        self._by_key = {key: chunk for chunk in self._chunks if (key := chunk.key)}
        self._length = len(start) + sum(map(_length, self._chunks))
        self.mark_saved()

    def text(self) -> str:
        """Return the whole text as it is to stand in the file."""
        return self._start + _joined(self._chunks)

    def frozen(self) -> Self:
        """Return the text as it is now, to be read by another thread while this one is edited."""
        frozen = copy(self)
        vars(frozen)["_by_key"] = dict(self._by_key)
        return frozen

    def places(self, ids: Container[str] | None = None) -> dict[str, Place]:
        """Return the place of each item by its id.

        Where only some ids are wanted the others are passed over, which takes a tenth of the time.
        """
        found: dict[str, Place] = {}
        at = 1
        for chunk in self._chunks:
            at += count_breaks(chunk.gap)
            if _wants(ids, chunk.key) and chunk.role is Role.ITEM and chunk.holds is not None:
                line, column = item_start(chunk.body)
                found.setdefault(chunk.key, Place("", at + line, column + 1))
            if chunk.unfolded:
                marks = ((id_, mark) for id_, mark in marks_in_brackets(chunk) if _wants(ids, id_))
                found |= {id_: Place("", at + m.line, m.column + 1) for id_, m in marks}
            at += count_breaks(chunk.body)
        return found

    @property
    def modified(self) -> bool:
        """Whether the text differs from what was last read or saved, byte for byte."""
        if self._saved_text is None or self._length != len(self._saved_text):
            return True
        return self._chunks != self._saved_chunks and self.text() != self._saved_text

    def mark_saved(self) -> None:
        """Say that the text, as it is now, is what the file holds."""
        self._saved_chunks = self._chunks
        self._saved_text: str | None = self.text()
        self._saved_by_key = dict(self._by_key)

    def mark_saved_as(self, text: str) -> None:
        """Say that the file holds another text, which may be no map at all."""
        self._saved_chunks = []
        self._saved_text = text

    def is_saved(self, text: str) -> bool:
        """Whether a text is what the file holds."""
        return text == self._saved_text

    def mark_modified(self) -> None:
        """Say that no file holds the text, as when it was recovered from a journal."""
        self._saved_text = None

    def edit(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> TextEdit:
        """Return the change of the text that a change of the map asks for; change nothing yet."""
        chunks = Arrangement(self._chunks, self._by_key, self._newline)
        Rewrite(chunks, self._saved_by_key, self._newline).follow(patch, before, after)
        return TextEdit(tuple(chunks.splices))

    def after(self, edit: TextEdit) -> Snapshot:
        """Return the text as an edit would make it; nothing is changed."""
        return Snapshot(self._start, tuple(_spliced(self._chunks, edit)))

    def parts(self, edit: TextEdit) -> Iterator[tuple[int, int, str]]:
        """Return what an edit replaces, from where to where, and by what, one after the other."""
        chunks = self._chunks
        for splice in edit.splices:
            start = len(self._start) + sum(map(_length, chunks[: splice.at]))
            yield start, start + sum(map(_length, splice.removed)), _joined(splice.inserted)
            chunks = _spliced(chunks, TextEdit((splice,)))

    def becoming(self, other: Self) -> TextEdit:
        """Return what makes another text of this one; chunks that are alike stay."""
        return between(0, self._chunks, other._chunks)

    def touched(self, text: str) -> Touched | None:
        """Return the items whose lines differ in another text; None where more than they does."""
        if not text.startswith(self._start):
            return None
        return touched(self._chunks, text[len(self._start) :])

    def edited(self, edit: TextEdit) -> Self:
        """Return the text as an edit makes it; nothing is changed."""
        return type(self)(_spliced(self._chunks, edit), self._newline, self._start)

    def canonical(self, argument_map: ArgumentMap) -> str:
        """Return the text as the program writes fresh ones, comments kept; see `canonical`.

        All of the text must be in the map. Lines end as they did: that is git's affair, or an
        editor's.
        """
        return in_newlines(canonical(self._chunks, argument_map), self._newline)

    def merge(
        self, base: Self, theirs: Self, patch: Patch, before: ArgumentMap, after: ArgumentMap
    ) -> TextEdit:
        """Return what `edit` would, with their own lines where theirs alone wrote them.

        `base` and `theirs` are the texts of the other two versions; before is the map of this one.
        """
        chunks = Arrangement(self._chunks, self._by_key, self._newline)
        others = base.by_key, theirs.by_key
        adopted = adoptable(chunks, self._by_key, *others, _by_key(after))
        Rewrite(chunks, {**self._saved_by_key, **adopted}, self._newline).follow(
            patch, before, after
        )
        adopt_comments(chunks, adopted, self._by_key, *others)
        return TextEdit(tuple(chunks.splices))

    @property
    def chunks(self) -> Sequence[Chunk]:
        """The chunks in their order."""
        return self._chunks

    @property
    def by_key(self) -> Mapping[str, Chunk]:
        """The chunks that have one by their keys: ids, and top-level keys behind a colon."""
        return self._by_key

    def apply(self, edit: TextEdit) -> None:
        """Change the text; the edit must have been made for the text as it is."""
        self._chunks = _spliced(self._chunks, edit)
        for splice in edit.splices:
            self._length += sum(map(_length, splice.inserted)) - sum(map(_length, splice.removed))
            for chunk in splice.removed:
                self._by_key.pop(chunk.key, None)
            for chunk in splice.inserted:
                if chunk.key:
                    self._by_key[chunk.key] = chunk


def _joined(chunks: Iterable[Chunk]) -> str:
    return "".join([part for chunk in chunks for part in (chunk.gap, chunk.body)])


def _spliced(chunks: Iterable[Chunk], edit: TextEdit) -> list[Chunk]:
    """Return chunks as an edit makes them, in a new list: those of a frozen text stay."""
    after = list(chunks)
    for splice in edit.splices:
        end = splice.at + len(splice.removed)
        assert _alike(after[splice.at : end], splice.removed), "an edit out of turn"
        after[splice.at : end] = splice.inserted
    return after


def _alike(there: Sequence[Chunk], removed: Sequence[Chunk]) -> bool:
    """Whether chunks are those that an edit takes away, or were read anew from the same lines.

    Two edits of which one takes the other back become none, and leave what was read between them.
    """
    return len(there) == len(removed) and all(
        one is other or one.says_the_same(other) for one, other in zip(there, removed, strict=True)
    )


def _wants(ids: Container[str] | None, id_: str) -> bool:
    return ids is None or id_ in ids


def _length(chunk: Chunk) -> int:
    return len(chunk.gap) + len(chunk.body)


def _by_key(argument_map: ArgumentMap) -> Mapping[str, Item | Value]:
    """Return what a map holds, by the keys of the chunks that hold it."""
    fields = {f":{name}": value for name, value in fields_of(argument_map).pairs}
    return fields | {item.id: item for name in SECTIONS for item in getattr(argument_map, name)}
