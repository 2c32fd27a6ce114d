"""Find and replace in the text itself: every letter of it, keys, ids and comments included."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel

from argmap.authoring.written import Change
from argmap.desktop.running.pause import pause
from argmap.desktop.text.comforts.lights import Lights
from argmap.desktop.text.comforts.matches import MOST, Match, Wanted, counted, matches
from argmap.desktop.text.comforts.now import now, step
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.bars.find_parts import (
    STEPPERS,
    KeyedBar,
    button,
    line,
    side_by_side,
    switch,
)
from argmap.errors import ArgmapError, in_a_row

_PAUSE = 150
"""Milliseconds after the last key in the text until it is searched again."""


class SearchBar(KeyedBar):
    """Hidden until it is wanted; Enter goes on, Shift+Enter back, Esc closes it."""

    def __init__(self, editor: TextEditor, lights: Lights) -> None:
        super().__init__()
        self._editor = editor
        self._lights = lights
        self._found: tuple[Match, ...] = ()
        self._before = editor.textCursor()
        self._going = False
        self.words = line("Find in the text", "Find in the text")
        self.by = line("Replace with", "Replace with")
        self.case = switch("Aa", "Match case", self._look)
        self.expression = switch(".*", "Regular expression", self._look)
        self.count = QLabel()
        self.replace_one = button("Replace", self.replace_here)
        self.replace_all = button("Replace all", self._replace_all)
        self._replacing = (self.by, side_by_side(self.replace_one, self.replace_all))
        self._lay_out()
        self._again = pause(self, _PAUSE, self._search)
        self.words.textEdited.connect(lambda _: self._look())
        editor.textChanged.connect(self._text_changed)
        editor.cursorPositionChanged.connect(self._moved)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, with what is selected, or was looked for last, ready to be typed over."""
        chosen = self._editor.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.show()
        self._before = self._editor.textCursor()
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()
        self._search()

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (-1) place, round and round."""
        if not self.words.text():
            self.open(replacing=not self.by.isHidden())
            return
        self._search()
        if not self._found:
            return
        cursor = self._editor.textCursor()
        if by > 0:
            at = self._first_from(cursor.selectionEnd())
        else:
            at = self._first_from(cursor.selectionStart()) - 1
        self._go_to(self._found[at % len(self._found)])
        self._before = self._editor.textCursor()

    def close_bar(self) -> None:
        """Hide the bar, light nothing any more, and go back to the text, where a hit or one was."""
        self._search()
        if not self._found:
            self._go_back()
        self._again.stop()
        self.hide()
        self._lights.set("found", ())
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        words = self.words.text()
        return Wanted(words, self.expression.isChecked(), self.case.isChecked())

    def _look(self) -> None:
        """Select the first place from the cursor on, while the words are being typed."""
        self._search()
        if self._found:
            at = self._first_from(self._editor.textCursor().selectionStart())
            self._go_to(self._found[at % len(self._found)])
        else:
            self._go_back()

    def _go_back(self) -> None:
        """Be where one was before the words were typed of which nothing is found."""
        self._show(self._before)

    def _search(self) -> None:
        self._again.stop()
        wrong = ""
        try:
            self._found = counted(now(self._editor).text, self.wanted)
        except ArgmapError as error:
            self._found, wrong = (), plain_text.shown(in_a_row(error.message, error.hint))
        self.words.setAccessibleDescription(wrong)
        self.count.setToolTip(wrong)
        self._lights.set("found", [(match.start, match.end) for match in self._found])
        for widget in (self.replace_one, self.replace_all):
            widget.setEnabled(bool(self._found) and not self._editor.isReadOnly())
        self._tell()

    def _first_from(self, place: int) -> int:
        """Return the number of the first match that does not begin before a place."""
        return bisect_left(self._found, place, key=lambda match: match.start)

    def _go_to(self, match: Match) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        self._show(cursor)
        self._editor.centerCursor()

    def _show(self, cursor: QTextCursor) -> None:
        self._going = True
        self._editor.setTextCursor(cursor)
        self._going = False

    def _moved(self) -> None:
        """Take where somebody goes meanwhile for where to be without a hit."""
        if not self._going:
            self._before = self._editor.textCursor()
        self._tell()

    def _at(self) -> int:
        """Return the number of the match that is selected, -1 for none."""
        cursor = self._editor.textCursor()
        at = self._first_from(cursor.selectionStart())
        match = self._found[at] if at < len(self._found) else None
        chosen = match and match.start == cursor.selectionStart()
        return at if match and chosen and match.end == cursor.selectionEnd() else -1

    def replace_here(self) -> None:
        """Replace what is selected, if it is one of the places, and go to the next."""
        self._search()
        at = self._at()
        if at >= 0:
            self._replace((self._found[at],))
            match = self._found[at]
            behind = match.start + len(self._becomes(match).encode("utf-16-le")) // 2
            cursor = self._editor.textCursor()
            cursor.setPosition(behind)
            self._editor.setTextCursor(cursor)
        self.step(1)

    def _replace_all(self) -> None:
        text = now(self._editor).text
        try:
            found = tuple(matches(text, self.wanted))
        except ArgmapError:
            return  # the bar has said so
        self._replace(found)
        self._search()
        times = "once" if len(found) == 1 else f"{len(found)} times"
        self.count.setText(f"Replaced {times}" if found else "Nothing found")

    def _replace(self, found: tuple[Match, ...]) -> None:
        text = now(self._editor)
        changes = [
            Change(text.index(each.start), text.index(each.end), self._becomes(each))
            for each in found
        ]
        step(self._editor, text, changes)

    def _becomes(self, match: Match) -> str:
        by = self.by.text()
        return match.filled(by) if self.expression.isChecked() else by

    def _text_changed(self) -> None:
        if not self.isHidden():
            self._again.start()

    def _tell(self) -> None:
        """Say how many there are, and which of them is selected."""
        if self.isHidden():
            return
        if self.words.accessibleDescription():
            self.count.setText("No expression")
        elif not self._found:
            self.count.setText("Nothing found" if self.words.text() else "")
        else:
            many = f"{MOST}+" if len(self._found) == MOST else str(len(self._found))
            at = self._at()
            self.count.setText(f"{many} found" if at < 0 else f"{at + 1} of {many}")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 4)
        steppers = [button(n, partial(self.step, by), n, arrow) for n, arrow, by in STEPPERS]
        close = button("Close", self.close_bar)
        ends = side_by_side(self.case, self.expression, *steppers, close)
        for column, widget in enumerate((self.words, self.count, ends)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self._replacing[0], 1, 0)
        grid.addWidget(self._replacing[1], 1, 1, 1, 2)
        grid.setColumnStretch(0, 1)
