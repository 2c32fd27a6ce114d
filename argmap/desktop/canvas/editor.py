"""Writing on a card, where it lies and as large as it is shown.

The editor looks like the card it will become. A new card *is* its open editor until the layout
that holds it arrives: nothing is in the map before the text is committed, so adding a card is one
step of the history, and an empty one leaves no trace.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from argmap.drawing.theme import Theme
from argmap.model.kinds import Kind

WIDTH = 240.0
HEIGHT = 62.0
"""The size, in points of the picture, of an editor for a card that has none yet."""

_TEXT_POINTS, _ROLE_POINTS, _PADDING = 12.0, 9.0, 9.0
_SMALLEST_PIXELS = 11
_FAMILIES = ["Arimo", "Liberation Sans", "Arial", "Helvetica", "sans-serif"]


class Ending(Enum):
    """How writing ended."""

    DONE = auto()
    CANCELLED = auto()
    AND_PREMISE = auto()


class CardEditor(QFrame):
    """A card that is being written; `ended` comes once, with an `Ending`."""

    ended = Signal(object)

    def __init__(self, kind: Kind, text: str, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._scale = scale
        self._over = False
        self.setObjectName("card-editor")
        self._role = QLabel(kind.value.upper())
        self._role.setFont(self._font(_ROLE_POINTS, bold=True))
        self.field = _Field(self)
        self.field.setFont(self._font(_TEXT_POINTS))
        self.field.setAccessibleName(f"Text of the {kind}")
        self.field.setPlainText(text)
        self.field.textChanged.connect(self._grow)
        self.field.installEventFilter(self)
        self._place = QRectF()
        pile = QVBoxLayout(self)
        margin = round(_PADDING * scale)
        pile.setContentsMargins(margin, round(margin * 0.7), margin, round(margin * 0.7))
        pile.setSpacing(0)
        pile.addWidget(self._role)
        pile.addWidget(self.field)
        self._paint(kind, theme)

    @property
    def text(self) -> str:
        """What is written, without blank ends."""
        return self.field.toPlainText().strip()

    def start(self, place: QRectF, *, select: bool) -> None:
        """Appear at a place of the parent and take the focus; `select` marks the whole text."""
        self._place = place
        self._grow()
        self.show()
        self.raise_()
        self.field.setFocus()
        if select:
            self.field.selectAll()
        else:
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def move_to(self, place: QRectF) -> None:
        """Follow the card, when the canvas is scrolled or zoomed."""
        self._place = place
        self._grow()

    def end(self, ending: Ending) -> None:
        """End the writing; only the first end counts."""
        if not self._over:
            self._over = True
            self.field.setReadOnly(True)
            self.ended.emit(ending)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys that end the writing, and a loss of the focus, which commits."""
        if isinstance(event, QKeyEvent) and event.type() in _KEY_EVENTS:
            ending = _ending(event)
            if ending is not None:
                if event.type() == QEvent.Type.KeyPress:
                    self.end(ending)
                event.accept()
                return True
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() is not Qt.FocusReason.PopupFocusReason
        ):
            self.end(Ending.DONE)
        return super().eventFilter(watched, event)

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont(_FAMILIES)
        font.setPixelSize(max(_SMALLEST_PIXELS, round(points * self._scale)))
        font.setBold(bold)
        return font

    def _paint(self, kind: Kind, theme: Theme) -> None:
        line, fill = theme.lines[kind], theme.fills[kind]
        radius = max(4, round(8 * self._scale))
        self.setStyleSheet(
            f"#card-editor {{ background: {fill}; border: 2px solid {theme.lines['selection']};"
            f" border-radius: {radius}px; }}"
            f"QLabel {{ color: {line}; background: transparent; }}"
            f"QPlainTextEdit {{ color: {theme.text}; background: transparent; border: none;"
            f" selection-background-color: {theme.lines['selection']};"
            f" selection-color: {theme.background}; }}"
        )

    def _grow(self) -> None:
        """Be as wide as the card and as high as the text, inside the canvas if possible."""
        width = max(round(self._place.width()), self.fontMetrics().averageCharWidth() * 24)
        inner = width - 2 * round(_PADDING * self._scale) - 4
        height = self.field.height_at(inner)
        total = (
            height + self._role.sizeHint().height() + 2 * round(_PADDING * self._scale * 0.7) + 6
        )
        size = QSize(width, max(total, round(self._place.height())))
        corner = self._place.topLeft().toPoint()
        room = self._ground.rect()
        x = max(0, min(corner.x(), room.width() - size.width()))
        y = max(0, min(corner.y(), room.height() - size.height()))
        self.field.setFixedHeight(height + 2)
        self.setGeometry(x, y, size.width(), size.height())


_KEY_EVENTS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


def _ending(event: QKeyEvent) -> Ending | None:
    """Tell what a key means for the writing; None for a key that writes."""
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    match event.key():
        case Qt.Key.Key_Escape:
            return Ending.CANCELLED
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if not shifted:
            return Ending.DONE
        case Qt.Key.Key_Tab:
            return Ending.AND_PREMISE
        case _:
            return None


class _Field(QPlainTextEdit):
    """Plain text that wraps anywhere if it must, without scroll bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    def height_at(self, width: int) -> int:
        """Give the height in pixels that the text needs at a width."""
        self.setFixedWidth(max(width, 40))
        lines = 0
        block = self.document().begin()
        self.document().documentLayout().documentSize()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines * self.fontMetrics().lineSpacing()
