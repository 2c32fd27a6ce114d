"""What tests of the pages about versions work them with: the pages, their buttons, torn maps."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from argmap.desktop.reviews import Reviews
from argmap.desktop.window import Window
from argmap.merging.texts import merge_texts
from tests.desktop.helpers import POOL, press_keys


def reviews(window: Window) -> Reviews:
    found = window.findChild(Reviews)
    assert found is not None
    return found


def torn(ours: str, theirs: str, base: str = POOL) -> str:
    """Return the merge of two texts that do not agree."""
    merged = merge_texts(base, ours, theirs, ("base", "ours", "theirs"))
    assert merged.argument_map.conflicts
    return merged.text


def button(page: QWidget, words: str) -> QAbstractButton:
    """Return the button that is shown with these words."""
    shown = [b for b in page.findChildren(QAbstractButton) if not b.isHidden()]
    found = next((b for b in shown if b.text().replace("&", "") == words), None)
    assert found is not None, [b.text() for b in shown]
    return found


def click(page: QWidget, words: str) -> None:
    """Press a button of a page with the mouse."""
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def alt(window: Window, letter: str) -> None:
    """Press Alt with the letter that is underlined, wherever the focus is.

    A button that is pressed by its letter stays down for a moment, to be seen.
    """
    press_keys(window, f"Alt+{letter.upper()}")
    pressed = [b for b in window.findChildren(QAbstractButton) if b.isDown()]
    assert pressed, f"nothing hears Alt+{letter.upper()}"
    deadline = QDeadlineTimer(2000)
    while any(each.isDown() for each in pressed):
        assert not deadline.hasExpired(), "the button stays down"
        QApplication.processEvents()
