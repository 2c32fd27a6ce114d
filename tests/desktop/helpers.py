"""What tests of the window work it with: keys, buttons, dialogs, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from argmap import paths
from argmap.desktop.actions.window_actions import WindowActions
from argmap.desktop.export.exports import Exports
from argmap.desktop.window import Window
from argmap.model.edits import edit

POOL = """\
# What the council will hear on Monday.
argmap: 1
title: Should the pool open on Sundays?
statements:
  - id: open-sundays
    kind: claim
    text: "The pool should open on Sundays."   # as in the petition
  - id: demand
    kind: premise
    text: Two hundred residents asked for it.
  - id: cost
    kind: rebuttal
    text: Staff cost doubles on Sundays.
relations:
  - {id: r1, from: [demand], supports: open-sundays}
  - id: r2
    from: [cost]
    attacks: open-sundays
"""


def press_keys(window: Window, keys: str) -> None:
    """Press keys by their portable name, wherever the focus is."""
    focus = window.focusWidget()
    assert focus is not None, "nothing would hear the keys"
    if keys == "Shift+Tab":  # which the system hands over as a key of its own
        QTest.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    else:
        QTest.keySequence(focus, QKeySequence(keys))


def has_focus(widget: QWidget) -> bool:
    """Whether the focus is on a widget or on something in it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def command(window: Window, name: str) -> QAction:
    """Return what runs a command of a window."""
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def commands(window: Window) -> WindowActions:
    found = window.findChild(WindowActions)
    assert found is not None
    return found


def exports(window: Window) -> Exports:
    found = window.findChild(Exports)
    assert found is not None
    return found


def choose(box: QComboBox, words: str) -> None:
    """Choose with keys: open the list, go as far as needed, and take it with Enter."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    opened = box.view()
    assert opened.isVisible()
    while opened.currentIndex().data() != words:
        at = opened.currentIndex().row()
        below = box.findText(words) > at
        QTest.keyClick(opened, Qt.Key.Key_Down if below else Qt.Key.Key_Up)
        assert opened.currentIndex().row() != at, f"{words} cannot be chosen"
    QTest.keyClick(opened, Qt.Key.Key_Return)
    assert not opened.isVisible()


def retext(window: Window, text: str, id_: str = "demand") -> None:
    """Give a statement another text, as one step of the history."""
    changed = edit.set_fields(window.session.argument_map, id_, text=text)
    window.session.do("Edit text", changed)


def told(window: Window) -> str:
    """Return all that the bar says at the moment."""
    return " ".join(notice.text for notice in window.notices.notices)


def click_remedy(window: Window, words: str) -> None:
    """Press the button of the bar that has these words, behind the newest notice maybe."""
    buttons = window.notices.findChildren(QToolButton)
    if not any(b.text() == words and b.isVisible() for b in buttons):
        for more in (b for b in buttons if b.text().endswith(" more") and b.isVisible()):
            QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what came gets its place
    button = next((b for b in buttons if b.text() == words and not b.isHidden()), None)
    assert button is not None, f"no button {words!r} beside {told(window)!r}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _wait_until_active(window: QWidget) -> None:
    deadline = QDeadlineTimer(2000)
    while QApplication.activeWindow() is not window:
        assert not deadline.hasExpired(), "the window never became active"
        QApplication.processEvents()


@contextmanager
def answering(act: Callable[[QWidget], object]) -> Iterator[None]:
    """Do something with the dialog that what happens inside opens; it is closed afterwards."""
    met: list[QWidget] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            met.append(dialog)
            try:
                _wait_until_active(dialog)
                act(dialog)
            finally:
                dialog.close()

    before = QApplication.activeWindow()
    QTimer.singleShot(0, answer)
    yield
    assert met, "no dialog was shown"
    if before and before.isVisible():
        before.activateWindow()
        _wait_until_active(before)


def answer_words(dialog: QWidget, words: str) -> None:
    """Give a dialog the words that it asks for, and press Enter."""
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def editor(window: Window) -> QPlainTextEdit | None:
    """Return the field in which a card is being written, if one is."""
    focus = window.focusWidget()
    return focus if isinstance(focus, QPlainTextEdit) and window.canvas.editing.active else None


def journals() -> list[Path]:
    return sorted((paths.state() / "journals").glob("*.journal"))
