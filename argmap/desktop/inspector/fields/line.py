"""Fields of one line: texts, numbers, and lists of words."""

from __future__ import annotations

import csv
import io

from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.widgets.prose import LineField
from argmap.errors import ArgmapError


class LineEditor(Editor):
    """A text on one line, without blank ends, as on a card."""

    hint = ""

    def __init__(self, label: str) -> None:
        self.box = LineField()
        super().__init__(self.box, label)
        self.box.editingFinished.connect(self._done)
        self.box.textChanged.connect(self.edited)

    def fill(self, value: object) -> None:
        """Show a value from its beginning."""
        self._show(self.text_of(value), self.hint)

    def empty(self, hint: str) -> None:
        """Show nothing but a hint."""
        self._show("", hint)

    def modified(self) -> bool:
        """Whether anything was typed."""
        return self.box.modified()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self.box.can_redo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.box.redo()

    def read(self) -> object:
        """Return the value that was typed."""
        return self.value_of(self.box.text())

    def typed(self) -> str:
        """Return the text as it was typed."""
        return self.box.text()

    def type_again(self, text: str) -> None:
        """Put a text in place of what is shown."""
        self.box.selectAll()
        self.box.insert(text)

    def put_cursor(self, at: int) -> bool:
        """Put the cursor behind so many letters."""
        self.box.put_cursor(at)
        return True

    def text_of(self, value: object) -> str:
        """Write a value as text."""
        return str(value)

    def value_of(self, text: str) -> object:
        """Read a text as value."""
        return text.strip()

    def _done(self) -> None:
        self.committed.emit()
        if not self.box.hasFocus() and self.isActiveWindow():
            self.box.setCursorPosition(0)

    def _show(self, text: str, hint: str) -> None:
        # Whoever typed this very text may go on typing, after a look at another window maybe.
        at = self.box.cursorPosition() if text == self.box.text() else 0
        self.box.setText(text)
        self.box.setCursorPosition(at)
        self.box.setPlaceholderText(hint)


class VerbatimLineEditor(LineEditor):
    """Another's words on one line, which stay as they stand."""

    def value_of(self, text: str) -> object:
        """Read the words."""
        return text


class NumberEditor(LineEditor):
    """A number, or nothing; a comma is as good as a point."""

    hint = "not said"

    def text_of(self, value: object) -> str:
        """Write a number as short as it can be."""
        return "" if value is None else f"{value:g}"

    def value_of(self, text: str) -> object:
        """Read a number."""
        if not text.strip():
            return None
        try:
            return float(text.replace(",", "."))
        except ValueError:
            raise ArgmapError(f"“{text}” is not a number.", "Write one such as 0.5.") from None


class ShareEditor(NumberEditor):
    """How likely something is held to be."""

    hint = "how likely it is, 0 to 1"


class WeightEditor(NumberEditor):
    """How much something counts beside others."""

    hint = "how strong it is; 1 is usual"


class WordsEditor(LineEditor):
    """Words with commas between them; one that has a comma itself stands in quotes."""

    hint = "separated by commas"

    def text_of(self, value: object) -> str:
        """Write the words."""
        assert isinstance(value, tuple), "a list of texts"
        return ", ".join(_quoted(word) for word in value)

    def value_of(self, text: str) -> object:
        """Read the words."""
        try:
            rows = list(csv.reader([text], skipinitialspace=True))
        except csv.Error:
            raise ArgmapError("These words are too long for a list.") from None
        return tuple(word.strip() for word in (rows[0] if rows else ()) if word.strip())


def _quoted(word: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([word])
    return line.getvalue()
