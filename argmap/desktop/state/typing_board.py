"""What is being typed in a window and is no edit of its map yet, by the place where it is typed.

Whoever keeps the journal or asks whether anything is unsaved must know of it, wherever that is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from argmap.desktop.draft import Drafted
from argmap.desktop.state.as_typed import EditMaker
from argmap.desktop.state.lighting import Lighting
from argmap.store.journal import InText

CARD = "card"
"""The place where a card is written; the others are fields, each known by itself."""


class TypingBoard(Lighting):
    """The signals of a session, its lights, and what is being typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typings: dict[object, EditMaker] = {}
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

    def as_left(self, item: str, text: str) -> str:
        """Return the text of an item as who goes on with it has left it: with a blank, or none."""
        return text + " " * self.left_blank(item, text)

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
        if make:
            self._typings[place] = make
        else:
            self._typings.pop(place, None)
        self._typed_blank = blank
        self.typing_changed.emit()
        if (self.typing, self.writing) != before:
            self.typing_switched.emit()
