"""A text that can be read and copied, in which words that differ are marked.

What is marked is underlined or struck out as well as coloured, so that no colour is needed; what a
screen reader is given says so in words.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor

from argmap.desktop.appearance import Appearance
from argmap.desktop.widgets.prose import Prose
from argmap.merging.wording.word_changes import How, Words, apart

_SPOKEN = {How.SAME: "{}", How.REMOVED: "[removed: {}]", How.ADDED: "[added: {}]"}
_LINES = {How.REMOVED: "rejected", How.ADDED: "accepted"}
"""The roles of a theme that marked words are coloured in."""


class WordsView(Prose):
    """Words in a row, with marks; `show_text` shows them without."""

    def __init__(self, name: str, appearance: Appearance, *, most: int = 8) -> None:
        super().__init__(most=most)
        self._name = name
        self._appearance = appearance
        self._words: tuple[Words, ...] = ()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        appearance.changed.connect(self._write)

    def show_text(self, text: str) -> None:
        """Show a text as it stands."""
        self.show_words([Words(How.SAME, text)])

    def show_words(self, words: Iterable[Words]) -> None:
        """Show words, those that differ marked."""
        self._words = tuple(apart(words))
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        for how, text in self._words:
            cursor.insertText(text, self._format(how))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.setAccessibleDescription(
            "".join(_SPOKEN[how].format(text) for how, text in self._words)
        )

    def _format(self, how: How) -> QTextCharFormat:
        looks = QTextCharFormat()
        if how in _LINES:
            looks.setForeground(QColor(self._appearance.theme.lines[_LINES[how]]))
            looks.setFontWeight(QFont.Weight.Bold)
            looks.setFontUnderline(how is How.ADDED)
            looks.setFontStrikeOut(how is How.REMOVED)
        return looks
