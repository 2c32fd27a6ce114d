"""What is being typed in a window and is no edit of its map yet, by the place where it is typed.

Whoever keeps the journal or asks whether anything is unsaved must know of it, wherever that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QObject

from argmap.desktop.state.lighting import Lighting
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.file_text import FileText

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
    the journal.
    """

    argument_map: ArgumentMap
    saved: FileText
    makers: tuple[EditMaker, ...]

    def text(self) -> str:
        """Return the whole text."""
        before, after = self.argument_map, made_by(self.makers, self.argument_map)
        return self.saved.after(self.saved.edit(diff(before, after), before, after)).text()


class TypingBoard(Lighting):
    """The signals of a session, its lights, and what is being typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typings = _Typings()
        self._typing_reason = False

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

    def set_typing(
        self, make: EditMaker | None, place: object = CARD, *, reason: bool = False
    ) -> None:
        """Take note of the edit that will be made of what is typed at a place; None ends it.

        `reason` says that the statement being written bears on something.
        """
        before = self.typing, self.writing
        if place == CARD:
            self._typing_reason = reason
        elif make is None and place not in self._typings:
            return
        self._typings.put(place, make)
        self.typing_changed.emit()
        if (self.typing, self.writing) != before:
            self.typing_switched.emit()
