"""One notice in the bar, with what helps; it is loaded with the first one.

A bar without a notice is all that a window has when it starts, and the signs of notices are in a
part of Qt that takes long to load.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QStyle, QToolButton, QWidget

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.focus_frame import FramedButton
from argmap.errors import Severity

_STAYS_MS = 6000
_NARROWEST = 160
_WIDE = 480
_LONG = 320
"""Characters of one notice that are shown unasked: four lines in a small window."""

_ICONS = {
    Severity.HINT: QStyle.StandardPixmap.SP_MessageBoxInformation,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class NoticeRow(QFrame):
    """One notice; `leave` asks for it to be taken away. In a narrow row the buttons go below.

    `others_wanted` says that those behind it are to be seen too, or no longer.
    """

    leave = Signal()
    others_wanted = Signal()

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        words = plain_text.paragraph()
        # Or else the longest word, of a path maybe, would decide how narrow the window can be.
        words.setMinimumWidth(_NARROWEST)
        self._said = plain_text.shown(notice.text)
        words.setAccessibleName(f"{notice.severity}: {self._said}")
        plain_text.explain(words, self._said)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(10, 4, 6, 4)
        said = QHBoxLayout()
        said.addWidget(self._picture())
        said.addWidget(words, 1)
        self._parts.addLayout(said, 1)
        self._others = _text_button("")
        self._others.setAutoRaise(True)
        self._others.hide()
        self._others.clicked.connect(self.others_wanted)
        self._parts.addLayout(self._buttons(words))
        self._leaving = QTimer(self) if _leaves(notice) else None
        if self._leaving:
            self._leaving.setSingleShot(True)
            self._leaving.timeout.connect(self.leave)
        QAccessible.updateAccessibility(QAccessibleEvent(words, QAccessible.Event.Alert))

    def minimumSizeHint(self) -> QSize:
        """Let the row be narrower than its parts are side by side."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words, or below them."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(right if wide else down)

    def showEvent(self, event: QShowEvent) -> None:
        """Leave in a while, if the notice is one to leave: it has to be seen before."""
        super().showEvent(event)
        if self._leaving:
            self._leaving.start(_STAYS_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait while others are shown in its place."""
        super().hideEvent(event)
        if self._leaving:
            self._leaving.stop()

    def tell_others(self, number: int, *, shown: bool) -> None:
        """Say how many notices stand behind this one, and let them be shown or put away."""
        self._others.setText("Only this" if shown else f"{number} more")
        self._others.setToolTip("Show the last notice alone" if shown else "Show all notices")
        self._others.setVisible(bool(number))

    def _buttons(self, words: QLabel) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        if len(self._said) > _LONG:
            line.addWidget(self._details(words))
        else:
            words.setText(self._said)
        for remedy in self.notice.remedies:
            line.addWidget(self._button(remedy))
        line.addWidget(self._others)
        line.addWidget(self._closing())
        return line

    def _picture(self) -> QLabel:
        icon = QLabel()
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        picture = self.style().standardIcon(_ICONS[self.notice.severity])
        icon.setPixmap(picture.pixmap(size, size))
        return icon

    def _details(self, words: QLabel) -> QToolButton:
        """Show the start of the text, and make the button that shows the rest."""
        words.setText(f"{plain_text.one_line(self._said)[:_LONG].rsplit(' ', 1)[0]} …")
        button = _text_button("Details")
        button.clicked.connect(lambda: words.setText(self._said))
        button.clicked.connect(button.hide)
        return button

    def _button(self, remedy: Remedy) -> QToolButton:
        button = _text_button(remedy.words)
        button.clicked.connect(remedy.run)
        button.clicked.connect(self.leave)
        return button

    def _closing(self) -> QToolButton:
        close = FramedButton()
        close.setAutoRaise(True)
        close.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_DockWidgetCloseButton))
        close.setAccessibleName("Dismiss")
        close.setToolTip("Dismiss")
        close.clicked.connect(self.notice.dismissed)
        close.clicked.connect(self.leave)
        return close


def _leaves(notice: Notice) -> bool:
    """Whether a notice goes away by itself."""
    return notice.severity is Severity.HINT and not notice.remedies


def _text_button(words: str) -> QToolButton:
    button = FramedButton()
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
