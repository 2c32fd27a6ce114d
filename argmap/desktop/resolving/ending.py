"""What is left to do when all is settled: save, and tell git."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.reviewing.page import button, in_a_line
from argmap.desktop.widgets import plain_text

_DONE = "Nothing is left to settle."
_UNSAVED = "Save the map to keep what you decided."
_FOR_GIT = (
    "Git still takes the file for unsettled. “Save and tell git” runs `git add` for it; to commit, "
    "or to go on with a rebase, is left to you."
)
_FOR_CALLER = (
    "Once all is saved, the window closes, and the program that opened it learns that the file is "
    "settled; `git mergetool` tells git by itself."
)


class SettledPanel(QWidget):
    """Says what is left, with a button for each way out."""

    saving_wanted = Signal()
    telling_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = plain_text.paragraph()
        self._save = button("&Save", self.saving_wanted.emit)
        self._tell = button("Save and tell &git", self.telling_wanted.emit)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self._words)
        pile.addLayout(in_a_line(self._tell, self._save))
        pile.addStretch(1)

    def show_state(self, *, modified: bool, unmerged: bool, closes: bool) -> None:
        """Say what is left: to save, to tell git, or nothing; `closes` is for who waits for us."""
        parts = [_DONE]
        if modified:
            parts.append(_UNSAVED)
        if unmerged:
            parts.append(_FOR_GIT)
        if closes:
            parts.append(_FOR_CALLER)
        self._words.setText(plain_text.shown(" ".join(parts)))
        self._save.setText("&Save and close" if closes else "&Save")
        self._save.setVisible(modified or closes)
        self._tell.setVisible(unmerged)

    def enter(self) -> None:
        """Put the focus on the first button."""
        first = self._save if self._tell.isHidden() else self._tell
        first.setFocus()
