"""The text of a map with what is being typed in it, and where in it that is.

The journal keeps it, so that whoever goes on after a crash types on where they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields
from itertools import zip_longest

from argmap.authoring.same_ends import same_at_start
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import (
    ArgumentMap,
    Cite,
    Group,
    Relation,
    Source,
    Statement,
    Viewpoint,
)
from argmap.model.history.patch import Patch, diff
from argmap.store.file_text import FileText
from argmap.store.journal import BEHIND_ALL, InField, Writing

EditMaker = Callable[[ArgumentMap], ArgumentMap]


def made_by(makers: Iterable[EditMaker], argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map as it would be if what is being typed were edits already, for any thread."""
    for make in makers:
        with suppress(ArgmapError):  # it cannot be made, as the user will be told in the end
            argument_map = make(argument_map)
    return argument_map


@frozen
class AsTyped:
    """The text of a map with what is being typed in it, at one moment.

    It is made where somebody asks for it, which takes the longer the larger the map: the thread of
    the journal. `blank` says that a blank was typed last, which no text keeps.
    """

    argument_map: ArgumentMap
    saved: FileText
    makers: tuple[EditMaker, ...]
    blank: bool = False

    def text(self) -> str:
        """Return the whole text."""
        return self.text_and_writing()[0]

    def text_and_writing(self) -> tuple[str, Writing | None]:
        """Return the whole text, and where in it somebody is writing."""
        before, after = self.argument_map, made_by(self.makers, self.argument_map)
        patch = diff(before, after)
        text = self.saved.after(self.saved.edit(patch, before, after)).text()
        return text, writing_in(patch, blank=self.blank)


def writing_in(patch: Patch, *, blank: bool = False) -> InField | None:
    """Return where the text is that makes the difference: of a new item, it is its name.

    With a `blank` behind it, it is one letter longer than the map has it.
    """
    for change in patch.changes:
        if change.after is None:
            continue
        name = "text" if isinstance(change.after, Statement) else "title"
        for field in (name,) if change.before is None else _FIELDS:
            part, before, after = _part(field, change.before, change.after)
            if before != after:
                return InField(change.id, part, _behind(before, after, blank=blank))
    for of_map in patch.fields:
        if isinstance(of_map.after, str) or of_map.name == "authors":
            at = _behind(of_map.before, of_map.after, blank=blank)
            return InField("", of_map.name, at)
    return None


def _part(field: str, old: object, new: object) -> tuple[str, object, object]:
    """Return a field of an item with what it was and is; of cites, the one that differs.

    The source of a cite is written by its title, of which its id tells nothing.
    """
    before, after = getattr(old, field, ""), getattr(new, field, "")
    if field != "cites" or before == after:
        return field, before, after
    pairs = enumerate(zip_longest(before, after))
    number, (was, becomes) = next((at, pair) for at, pair in pairs if pair[0] != pair[1])
    names = (f.name for f in fields(Cite))
    values = ((n, getattr(was, n, None), getattr(becomes, n, None)) for n in names)
    name, before, after = next(each for each in values if each[1] != each[2])
    return f"cites.{number}.{name}", None if name == "source" else before, after


_CHOSEN = ("group",)
"""Fields that nobody types: what a card is in changes with the name of a new group."""
_FIELDS = tuple(
    {
        f.name: None
        for kind in (Statement, Relation, Source, Group, Viewpoint)
        for f in fields(kind)
        if f.name not in _CHOSEN
    }
)
"""The fields of all items that are typed, by their attributes."""


def _behind(before: object, after: object, *, blank: bool) -> int:
    """Return where what came into a text ends: behind a word, where it may be that or a blank.

    A `blank` stands behind the text, if what came is the end of it.
    """
    if not (isinstance(before, str) and isinstance(after, str)):
        return BEHIND_ALL - blank
    ahead, behind = same_at_start(before, after), same_at_start(before[::-1], after[::-1])
    first = max(len(after) - behind, len(after) - len(before))
    at = len(after) - min(behind, len(before) - ahead, len(after) - ahead)
    while at > first and after[at - 1].isspace():
        at -= 1
    return at + (blank and at == len(after))
