"""The first page: begin a map, open one, look at an example, get lost work back."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.recent_files import place
from argmap.desktop.widgets import icons, plain_text
from argmap.desktop.widgets.ending import writes
from argmap.frozen import frozen

_WIDTH = 360
_BESIDE = 44
"""What the icon and the edges of a button take of that."""
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Which entry such a key leads to, counted from the one that has the focus."""
_SIDES: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""To which side a key leads, into the column that is the next there."""
_NAME_POINTS = 9.0
"""The size in which Qt writes the name on such a button, whatever its font."""


@frozen
class Offer:
    """Lost work as the page shows it: its name, what is said of it, its words; and what it is."""

    name: str
    said: str
    words: str
    what: object


class StartPage(QScrollArea):
    """Three columns of buttons; each signal carries the path that was chosen."""

    back_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_chosen = Signal(Path)
    example_chosen = Signal(Path)
    recovery_chosen = Signal(object)
    come_back_to = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName("Start page")
        self._over_map = False
        self._rescued: _Rescued | None = None

    def fill(
        self,
        recent: Iterable[Path],
        examples: Iterable[tuple[str, Path]],
        back: str = "",
    ) -> None:
        """Show what there is: recent files, and examples by their titles; lost work is looked for.

        `back` names the map that lies under the page, if one does.
        """
        self._over_map = bool(back)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        begin = [
            _button("New map", "Start with one claim", self.new_wanted.emit, "new"),
            _button("Open…", "A map on this computer", self.open_wanted.emit, "open"),
        ]
        if back:
            begin.insert(0, _button("Back to the map", back, self.back_wanted.emit))
        late = [
            _button(path.name, _place_and_day(path), _later(self.recent_chosen, path))
            for path in recent
        ]
        shown = [
            _button(title, path.name, _later(self.example_chosen, path)) for title, path in examples
        ]
        self._rescued = _Rescued()
        for head, buttons, below in (
            ("Begin", begin, self._rescued),
            ("Recent", late, None),
            ("Examples", shown, None),
        ):
            if buttons:
                columns.addLayout(_column(head, buttons, below))
        columns.addStretch(1)
        page = QWidget()
        pile = QVBoxLayout(page)
        pile.setContentsMargins(48, 40, 48, 40)
        pile.addWidget(_title("argmap", 2.2))
        pile.addWidget(
            QLabel("Maps of arguments: what is claimed, why, and what speaks against it.")
        )
        pile.addSpacing(24)
        pile.addLayout(columns)
        pile.addStretch(1)
        field = QApplication.focusWidget()
        had_focus = field is not None and self.isAncestorOf(field)
        before: QWidget | None = self.takeWidget()
        if before:
            # One of its buttons may have been pressed just now, so it goes a moment later.
            before.deleteLater()
        self.setWidget(page)
        self.setFocusProxy(begin[0])
        if had_focus:
            begin[0].setFocus()

    def offer(self, lost: Sequence[Offer], kept: Iterable[object] = ()) -> None:
        """Show lost work, now that it has been looked for, or has been looked for again.

        `kept` is what was shown before and is not found just now, but has not gone.
        """
        if self._rescued:
            focus: QWidget | None = self.window().focusWidget()
            self._rescued.forget_but({*kept, *(offer.what for offer in lost)})
            self._rescued.add(lost, self.recovery_chosen)
            if focus and self.isAncestorOf(focus) and not focus.isEnabled():
                self.setFocus()  # or Enter meant the entry after it

    def event(self, event: QEvent) -> bool:
        """Tell that somebody comes back to the window, be it from one that has changed things."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.come_back_to.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the map with Esc, if one lies under the page; else begin one by typing."""
        if event.key() == Qt.Key.Key_Escape and self._over_map:
            self.back_wanted.emit()
        elif writes(event) and not self._over_map:
            self.new_wanted.emit()
            # Not the application's: keys may come before it has heard that its window is active.
            field: QWidget | None = self.window().focusWidget()
            if field and not self.isAncestorOf(field):
                QApplication.sendEvent(field, event)
        elif event.key() in {*_STEPS, *_SIDES}:
            self._lead(event.key())
        else:
            super().keyPressEvent(event)

    def _lead(self, key: int) -> None:
        """Lead from the entry with the focus to the one where an arrow points, if there is one."""
        entries = [entry for entry in self.findChildren(_Entry) if entry.isEnabled()]
        here = next((entry for entry in entries if entry.hasFocus()), None)
        if here is None:
            return
        if key in _STEPS:
            at = entries.index(here) + _STEPS[key]
            there = entries[at] if 0 <= at < len(entries) else None
        else:
            there = _beside(here, _SIDES[key], entries)
        if there:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(there)


class _Rescued(QWidget):
    """The place of lost work, which may be found a moment after the page is seen.

    It is there from the start, so that keys lead through the page in the order in which it is seen.
    What goes meanwhile says so where it stands: what came after it would move to under the mouse.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.setSpacing(2)
        self._words = QLabel("Looking for lost work…")
        self._words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._pile.addWidget(self._words)
        self._entries: dict[object, _Entry] = {}

    def forget_but(self, there: Container[object]) -> None:
        """Let what was shown before and is there no more be had no more."""
        for what, entry in self._entries.items():
            if what not in there and entry.isEnabled():
                entry.setEnabled(False)
                entry.describe("Recovered elsewhere")

    def add(self, offers: Iterable[Offer], chosen: SignalInstance) -> None:
        """Show what was found, below what is shown."""
        self._words.hide()
        new = [offer for offer in offers if offer.what not in self._entries]
        if new and not self._entries:
            self._pile.addWidget(_title("To recover", 1.2))
        for offer in new:
            entry = _button(offer.name, offer.said, _later(chosen, offer.what), more=offer.words)
            self._entries[offer.what] = entry
            self._pile.addWidget(entry)


class _Entry(QCommandLinkButton):
    """A button that shows that it has the focus; styles leave that out.

    Of what is too long for it the middle is left out, since names of files differ at their ends.
    What arrow keys mean the page knows: Qt leads on to parts of the window.
    """

    def __init__(self, text: str, description: str, icon: str, more: str = "") -> None:
        super().__init__()
        self._text = text
        name = self.font()
        name.setBold(True)
        name.setPointSizeF(_NAME_POINTS)
        self.setText(plain_text.label(_cut(text, name)))
        self.describe(description, more)
        self.setFixedWidth(_WIDTH)
        self.setIcon(icons.icon(icon))
        self.setIconSize(QSize(20, 20))
        self.setAutoDefault(True)  # so that Enter presses it, as Space does
        self.setAccessibleName(text)

    def describe(self, description: str, more: str = "") -> None:
        """Say something below the name; `more` is for those who point at it or listen."""
        self.setDescription(plain_text.label(_cut(description, self.font())))
        self.setAccessibleDescription("\n".join(filter(None, (description, more))))
        shown = self.text(), self.description()
        if more or shown != (plain_text.label(self._text), plain_text.label(description)):
            told = "\n".join(filter(None, (self._text, description, more)))
            self.setToolTip(plain_text.tooltip(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter, and leave the arrow keys to the page."""
        if event.key() in {*_STEPS, *_SIDES}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and a frame around the one with the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().highlight(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()


def _beside(here: _Entry, side: int, entries: Iterable[_Entry]) -> _Entry | None:
    """Return the entry beside one in the next column on a side, if there is a column."""
    away = {
        entry: entry.mapTo(entry.window(), QPoint()) - here.mapTo(here.window(), QPoint())
        for entry in entries
    }
    there = [entry for entry, by in away.items() if by.x() * side > 0]
    return min(there, key=lambda e: (abs(away[e].x()), abs(away[e].y())), default=None)


def _cut(text: str, font: QFont) -> str:
    """Return as much of a text as there is room for."""
    middle = Qt.TextElideMode.ElideMiddle
    return QFontMetrics(font).elidedText(text, middle, _WIDTH - _BESIDE)


def day(when: datetime) -> str:
    """Return a day and a time as every country reads them."""
    return f"{when:%Y-%m-%d, %H:%M}"


def _place_and_day(path: Path) -> str:
    """Return when a file was changed, and its folder, on one line: there is no room for two."""
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return place(path)
    return f"{day(when)} in {place(path)}"


def _later(signal: SignalInstance, value: object) -> Callable[[], None]:
    return lambda: signal.emit(value)


def _column(head: str, buttons: Iterable[_Entry], below: QWidget | None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(_title(head, 1.2))
    for button in buttons:
        column.addWidget(button)
    column.addSpacing(16)
    if below:
        column.addWidget(below)
        column.addSpacing(16)
    column.addStretch(1)
    return column


def _button(
    text: str, description: str, run: Callable[[], None], icon: str = "argmap", more: str = ""
) -> _Entry:
    button = _Entry(text, description, icon, more)
    button.clicked.connect(run)
    return button


def _title(text: str, scale: float) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label
