"""What is being typed in a window and is no edit of its map yet, by the place where it is typed.

Whoever keeps the journal or asks whether anything is unsaved must know of it, wherever that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields
from itertools import zip_longest

from PySide6.QtCore import QObject

from argmap.authoring.same_ends import same_at_start
from argmap.desktop.draft import Drafted
from argmap.desktop.state.lighting import Lighting
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
from argmap.store.journal import BEHIND_ALL, InField, InText, Writing

EditMaker = Callable[[ArgumentMap], ArgumentMap]

CARD = "card"
"""The place where a card is written; the others are fields, each known by itself."""


class _Typings:
    """The edits that will be made of what is being typed."""

    def __init__(self) -> None:
        self._edits: dict[object, EditMaker] = {}

    def __bool__(self) -> bool:
        """Whether anything is being typed."""
        return bool(self._edits)

    def __contains__(self, place: object) -> bool:
        """Whether anything is being typed at a place."""
        return place in self._edits

    def put(self, place: object, make: EditMaker | None) -> None:
        """Take note of the edit that will be made of what is typed at a place; None ends it."""
        if make:
            self._edits[place] = make
        else:
            self._edits.pop(place, None)

    def clear(self) -> None:
        """Forget all of them, as for another map."""
        self._edits.clear()

    @property
    def edits(self) -> tuple[EditMaker, ...]:
        """What will be made of what is typed now, whatever is typed later."""
        return tuple(self._edits.values())


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


class TypingBoard(Lighting):
    """The signals of a session, its lights, and what is being typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typings = _Typings()
        self._typing_reason = False
        self.written_text = ""
        self._typed_blank = False
        self._before_blank = "", ""
        self._in_text: Callable[[], InText] | None = None
        self.drafted: Drafted | None = None

    @property
    def typing(self) -> bool:
        """Whether a text is being typed, wherever, that will become an edit."""
        return bool(self._typings)

    @property
    def writing(self) -> bool:
        """Whether it is the text of a card that is being typed."""
        return CARD in self._typings

    @property
    def writing_reason(self) -> bool:
        """Whether what is being written is a statement that bears on something."""
        return self.writing and self._typing_reason

    @property
    def in_text(self) -> InText | None:
        """The place at which the text of the map is being written, if it is."""
        return self._in_text() if self._in_text else None

    def write_in_text(self, place: Callable[[], InText] | None) -> None:
        """Take note that the text of the map is being written, and who knows where; None ends it.

        It is said again where the cursor has moved there.
        """
        self._in_text = place
        self.moved_in_text.emit(place is not None)

    def leave_words(self, item: str, text: str, *, blank: bool) -> None:
        """Take note of the text with which an item was left, and of a blank typed behind it.

        No text keeps that, but who goes on with it somewhere else has typed it.
        """
        self._before_blank = (item, text) if blank else ("", "")

    def left_blank(self, item: str, text: str) -> bool:
        """Whether a blank was typed last behind the text of an item, which is still the same."""
        return bool(text) and self._before_blank == (item, text)

    def set_drafted(self, drafted: Drafted | None) -> None:
        """Take note of the new card that is being written and is not in the map; None ends it."""
        if drafted is not self.drafted:
            self.drafted = drafted
            self.drafted_switched.emit()

    def set_typing(
        self,
        make: EditMaker | None,
        place: object = CARD,
        *,
        text: str = "",
        reason: bool = False,
        blank: bool = False,
    ) -> None:
        """Take note of the edit that will be made of what is typed at a place; None ends it.

        Of a card that is its `text`; `reason` says that the statement bears on something, and
        `blank` that a blank was typed last, which the edit leaves out.
        """
        before = self.typing, self.writing
        if place == CARD:
            self._typing_reason, self.written_text = reason, text
        elif make is None and place not in self._typings:
            return
        self._typings.put(place, make)
        self._typed_blank = blank
        self.typing_changed.emit()
        if (self.typing, self.writing) != before:
            self.typing_switched.emit()
