"""Writing on a card, where it lies and as large as it is shown.

The editor looks like the card it will become. A new card *is* its open editor until the layout
that holds it arrives: nothing is in the map before the text is committed, so adding a card is one
step of the history, and an empty one leaves no trace.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from argmap import painting
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets.ending import Ending, ending_of
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import TextField
from argmap.drawing.dot.card import PADDING, ROLE, TEXT, WIDE
from argmap.drawing.text.measure import Font
from argmap.drawing.theme import Theme
from argmap.model.kinds import Kind

WIDTH = float(WIDE + 2 * PADDING)
HEIGHT = float(ROLE.height + TEXT.height + 2 * PADDING)
"""The size, in points of the picture, of an editor for a card that has none yet."""

_SMALLEST_PIXELS = 11
_NARROWEST_PIXELS = 150
"""From far away the editor is larger than its card, so that what is written can be read."""
_BORDER = 2
_ROUND = 9.0


class CardEditor(QFrame, TypingPlace):
    """A card that is being written; `ended` comes once, with an `Ending`.

    `was_left` says that no key ended it, `clicked_away` that a click elsewhere did, and `before`
    what was on the card.
    """

    ended = Signal(object)
    closes = True
    taken_up = True

    def __init__(self, kind: Kind, text: str, view: MapView) -> None:
        super().__init__(view.viewport())
        self._parent = view.viewport()
        self._kind = kind
        self._theme = view.appearance.theme
        self._scale = 0.0
        self._ended = False
        self.was_left = self.clicked_away = False
        self._key_repeat = view.key_repeat
        self.setObjectName("card-editor")
        self._role = QLabel(kind.label)
        self.field = _Field(self)
        self.field.setAccessibleName(f"Text of the {kind}")
        self.field.setPlaceholderText(kind.prompt)
        self.field.setPlainText(text)
        self.before = self.text
        self.field.textChanged.connect(self._grow)
        self.field.installEventFilter(self)
        self._rect = QRectF()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._role)
        self._layout.addWidget(self.field)
        self._layout.addStretch(1)  # what the card is higher than its text lies below, as on it

    @property
    def text(self) -> str:
        """What is written, without blank ends."""
        return self.field.toPlainText().strip()

    @property
    def ends_in_blank(self) -> bool:
        """Whether a blank was typed last, which is no part of the text."""
        return self.field.toPlainText()[-1:].isspace()

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        return self.field.can_undo()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self.field.can_redo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.field.redo()

    def modified(self) -> bool:
        """Whether anything is left of what was typed."""
        return self.text not in ("", self.before)

    def stands(self) -> str:
        """Return the text that stands there."""
        return self.field.toPlainText()

    def is_over(self) -> bool:
        """Whether the writing has ended."""
        return self._ended

    def back_out(self) -> None:
        """End without a text."""
        self.end(Ending.CANCELLED)

    def typed(self) -> str:
        """Return what was typed, be it that Undo has just taken it back; nothing if nothing was."""
        self.redo_all()
        return "" if self.text == self.before else self.field.toPlainText()

    def kept(self) -> None:
        """Take note that what is written is in the map: giving up gives up what comes after it."""
        self.before = self.text

    def put(self, text: str) -> None:
        """Write a text in place of what stands there, as one step of the editor's own undo."""
        self.field.selectAll()
        self.field.insertPlainText(text)

    def start(self, rect: QRectF, scale: float, *, focus: bool) -> None:
        """Appear at a rectangle of the parent, with the cursor at the end of the text.

        Without `focus` the cursor is shown all the same: whoever has the focus passes on to the
        field what an input method composes, since moving the focus would break that off.
        """
        self.show()  # before it is measured: what is hidden does not wrap
        self.move_to(rect, scale)
        self.raise_()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        if focus:
            self.field.setFocus()
        else:
            QApplication.sendEvent(self.field, QFocusEvent(QEvent.Type.FocusIn))

    def move_to(self, rect: QRectF, scale: float) -> None:
        """Lie at a rectangle of the parent, with so many pixels per point."""
        self._rect = rect
        if scale != self._scale:
            self._scale = scale
            self._role.setFont(self._font(ROLE))
            self.field.setFont(self._font(TEXT))
            self._layout.setContentsMargins(*(4 * [self._margin()]))
            self.setStyleSheet(self._style())
        self._grow()

    def use(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.setStyleSheet(self._style())

    def end(self, ending: Ending) -> None:
        """End the writing; only the first end counts."""
        if not self._ended:
            self._ended = True
            self.field.setReadOnly(True)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.ended.emit(ending)
            self.field.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def leave(self) -> None:
        """End with what was written, but without what was only looked at."""
        self.was_left = not self._ended
        self.end(Ending.CANCELLED if self.is_looked_at() else Ending.DONE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys that end the writing, and a loss of the focus, which commits.

        A key that repeats itself ends nothing: it was pressed before the editor was open.
        """
        if self.leaves_redo(event):
            return True
        if isinstance(event, QKeyEvent):
            self._key_repeat.watch(event)
            ending = self._ending(event) if event.type() in _KEY_EVENTS else None
            if ending is not None:
                if event.type() == QEvent.Type.KeyPress and not self._key_repeat.active:
                    self.end(ending)
                event.accept()
                return True
        if isinstance(event, QFocusEvent):
            self._key_repeat.forget()
            if leaves(event):
                self.clicked_away = event.reason() == Qt.FocusReason.MouseFocusReason
                self.leave()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on a margin for one in the text; one on the role leaves the cursor alone."""
        self._press_beside(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what lies between."""
        self._pass_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._pass_on(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mark the nearest word, but on the role none: the next letter would take its place."""
        self._press_beside(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the text."""
        text = self.field.viewport()
        at = text.mapFromGlobal(event.globalPos())
        QApplication.sendEvent(text, QContextMenuEvent(event.reason(), at, event.globalPos()))
        event.accept()

    def _press_beside(self, event: QMouseEvent) -> None:
        if event.position().y() < self.field.y():
            event.accept()
        else:
            self._pass_on(event)

    def _pass_on(self, event: QMouseEvent) -> None:
        """Let the text have what the left button does beside it; keep what others do."""
        text, left = self.field.viewport(), Qt.MouseButton.LeftButton
        if left in (event.button(), event.buttons() & left):
            at = text.mapFromGlobal(event.globalPosition())
            buttons = (event.button(), event.buttons(), event.modifiers())
            passed = QMouseEvent(event.type(), at, event.globalPosition(), *buttons)
            QApplication.sendEvent(text, passed)
        event.accept()

    def _ending(self, event: QKeyEvent) -> Ending | None:
        """Return how a key ends the writing; Undo does where nothing is left to take back."""
        return Ending.CANCELLED if self.is_backed_out_of(event) else ending_of(event)

    def _font(self, face: Font) -> QFont:
        font = QFont(list(painting.FAMILIES))
        scale = max(self._scale, _SMALLEST_PIXELS / TEXT.size)
        font.setPixelSize(max(1, round(face.size * scale)))
        font.setBold(face.bold)
        return font

    def _margin(self) -> int:
        """Return the space around the text, as a card has it, in pixels within the border."""
        return max(3, round(PADDING * self._scale) - _BORDER)

    def _style(self) -> str:
        theme, kind, accent = self._theme, self._kind, self._theme.lines["selection"]
        return (
            f"#card-editor {{ background: {theme.fills[kind]};"
            f" border: {_BORDER}px solid {accent}; border-radius: {round(_ROUND * self._scale)}px;"
            f" }} QLabel {{ color: {theme.lines[kind]}; background: transparent; }}"
            f" QPlainTextEdit {{ color: {theme.text}; background: transparent; border: none;"
            f" placeholder-text-color: {theme.muted};"
            f" selection-background-color: {accent}; selection-color: {theme.background}; }}"
        )

    def _grow(self) -> None:
        """Be as wide as the card and as high as the text, inside the canvas if possible.

        What is larger than its card covers it, so it goes out of view with it.
        """
        room = self._parent.rect()
        rim = self._margin() + _BORDER
        width = min(room.width(), max(round(self._rect.width()), _NARROWEST_PIXELS))
        around = self._role.sizeHint().height() + 2 * rim
        text = self.field.height_at(width - 2 * rim)
        height = min(room.height(), max(text + around, round(self._rect.height())))
        self.field.setFixedHeight(min(text, height - around))
        size = QSize(width, height)
        card = self._rect.toRect()
        x = _along(card.left(), card.width(), size.width(), room.width())
        y = _along(card.top(), card.height(), size.height(), room.height())
        self.setGeometry(x, y, size.width(), size.height())


def _along(start: int, length: int, own: int, room: int) -> int:
    """Return where an editor begins that covers its card, or lies within it, and in the room."""
    ends = sorted((start, start + length - own))
    return max(ends[0], min(max(0, min(start, room - own)), ends[1]))


_KEY_EVENTS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class _Field(TextField):
    """Plain text that wraps anywhere if it must, and scrolls only where there is no more room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    def height_at(self, width: int) -> int:
        """Return the height in pixels that the text needs at a width."""
        self.setFixedWidth(max(width, 40))
        return math.ceil(self.text_height()) + 1
