"""The bar above the canvas in which the window tells what happened, with a button that helps.

It never takes the focus, so typing goes on. Notices stand in a short pile, the newest on top; a
notice with the key of an older one takes its place. Hints leave by themselves.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.notice import Notice, Remedy
from argmap.errors import Severity

_STAYS_MS = 6000
_MOST = 3

_ICONS = {
    Severity.HINT: QStyle.StandardPixmap.SP_MessageBoxInformation,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class NoticeBar(QWidget):
    """A pile of notices; nothing is shown while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.setAccessibleName("Notices")
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.setSpacing(0)
        self._rows: list[_Row] = []
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is told at the moment, the newest first."""
        return tuple(row.notice for row in self._rows)

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        for row in [r for r in self._rows if notice.key and r.notice.key == notice.key]:
            self._remove(row)
        while len(self._rows) >= _MOST:
            self._remove(self._least())
        row = _Row(notice, self)
        row.leave.connect(lambda: self._remove(row))
        self._rows.insert(0, row)
        self._pile.insertWidget(0, row)
        self.show()

    def clear(self, key: str = "") -> None:
        """Take away all notices, or those of one matter."""
        for row in [r for r in self._rows if not key or r.notice.key == key]:
            self._remove(row)

    def _least(self) -> _Row:
        """Give the notice that is missed least: a hint before a warning, then the oldest."""
        order = list(Severity)
        return max(reversed(self._rows), key=lambda row: order.index(row.notice.severity))

    def _remove(self, row: _Row) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._pile.removeWidget(row)
            row.deleteLater()
        self.setVisible(bool(self._rows))


class _Row(QFrame):
    """One notice; `leave` asks for it to be taken away."""

    leave = Signal()

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 6, 4)
        icon = QLabel()
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        icon.setPixmap(self.style().standardIcon(_ICONS[notice.severity]).pixmap(size, size))
        line.addWidget(icon)
        words = QLabel(notice.text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.setAccessibleName(f"{notice.severity}: {notice.text}")
        line.addWidget(words, 1)
        for remedy in notice.remedies:
            line.addWidget(self._button(remedy))
        close = QToolButton()
        close.setAutoRaise(True)
        close.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_DockWidgetCloseButton))
        close.setAccessibleName("Dismiss")
        close.setToolTip("Dismiss")
        close.clicked.connect(self.leave)
        line.addWidget(close)
        if notice.severity is Severity.HINT and not notice.remedies:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(self.leave)
            timer.start(_STAYS_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(words, QAccessible.Event.Alert))

    def _button(self, remedy: Remedy) -> QToolButton:
        button = QToolButton()
        button.setText(remedy.words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.clicked.connect(remedy.run)
        button.clicked.connect(self.leave)
        return button
