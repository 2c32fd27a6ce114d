"""The frame of a dialog about sheets: choices at the left, a preview of what comes of them beside.

What is exported and what is printed differ in their choices; both are drawn as soon as one is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.look import Look
from argmap.desktop.export.preview import Preview
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.drawing.graphviz.engine import Cancel
from argmap.errors import ArgmapError
from argmap.paper.book import Pages
from argmap.paper.sheet import Sheet

Row: TypeAlias = tuple[str, QWidget]
Work: TypeAlias = Callable[[Cancel], Sequence[Sheet]]


class SheetsDialog(QDialog):
    """Choices, sheets, and what is to be said of them; its children say what they draw."""

    def __init__(self, title: str, drawable: Drawable, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_on_screen(self, 960, 600)
        self.drawable = drawable
        self.begun = choice
        self.look = Look(drawable, choice, self)
        self._jobs: LatestOnly[Sequence[Sheet]] = LatestOnly()
        self._preview = Preview()
        self.remark = plain_text.paragraph()
        """What is to be known of the choices before one looks at the preview."""
        self._says = plain_text.paragraph()
        self._form = QFormLayout()
        self._greys = plain_text.paragraph()
        self._greys.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._go = QPushButton()

    def done(self, result: int) -> None:
        """Stop what is still being drawn."""
        self._jobs.close()
        super().done(result)

    def work(self) -> tuple[Choice, Work]:
        """Return what is chosen, and what draws it."""
        raise NotImplementedError

    def told(self, choice: Choice, drawn: Sequence[Sheet]) -> str:
        """Return what there is to say of the sheets."""
        raise NotImplementedError

    def reasons(self, choice: Choice) -> Iterable[tuple[QWidget, str]]:
        """Return choices that make a difference only at times, with why not now, or nothing."""
        raise NotImplementedError

    def on_sheets(self, _choice: Choice) -> bool:
        """Whether it comes on sheets, on which there is room for more than the map."""
        return True

    def may_go(self, _choice: Choice, _drawn: Sequence[Sheet]) -> bool:
        """Whether what was drawn can be had."""
        return True

    def build(self, rows: Iterable[Row], go: str) -> None:
        """Lay out rows of a form, with those of the look below; `go` is the button's words."""
        form = self._form
        for words, widget in rows:
            form.addRow(words, widget)
        self.look.add_to(form)
        self.look.changed.connect(self.draw)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        left.addWidget(self._says)
        sides = QHBoxLayout()
        sides.addLayout(left)
        right = QVBoxLayout()
        right.addWidget(self.remark)
        right.addWidget(self._preview, 1)
        right.addWidget(self._greys)
        sides.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go.setText(go)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addLayout(sides)
        pile.addWidget(buttons)
        self._go.setDefault(True)
        self.draw()

    def draw(self) -> None:
        """Draw what is chosen now, in a moment."""
        choice, work = self.work()
        why = [*self.reasons(choice), *self.look.reasons(on_sheets=self.on_sheets(choice))]
        for widget, reason in why:
            widget.setEnabled(not reason)
            plain_text.explain(widget, reason)
        greys = [f"{self._label(widget)}: {_continued(reason)}" for widget, reason in why if reason]
        self._greys.setText("\n".join(("What is grey:", *greys)) if greys else "")
        if choice.pages is Pages.AUTO:
            self._says.setText("The map is being divided into pages…")
        self._jobs.start(work, partial(self._take, choice))

    def _label(self, widget: QWidget) -> str:
        """Return what a row is called."""
        label = self._form.labelForField(widget)
        named = label if isinstance(label, QLabel) else widget
        words = named.text() if isinstance(named, QLabel | QAbstractButton) else ""
        return plain_text.words(words).rstrip(":")

    def _take(self, choice: Choice, drawn: Sequence[Sheet] | ArgmapError) -> None:
        if isinstance(drawn, ArgmapError):
            self._says.setText(str(drawn))
            return
        self._preview.show_sheets(drawn)
        self._says.setText(self.told(choice, drawn))
        self._go.setEnabled(self.may_go(choice, drawn))


def _continued(sentence: str) -> str:
    """Return a sentence as it goes on behind a colon."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
