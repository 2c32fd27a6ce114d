"""About: which versions these are, as somebody who reports a fault needs them."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from argmap import __version__
from argmap.desktop.window import Window
from tests.desktop.helpers import answering, command


def test_it_names_the_versions_and_the_words_can_be_copied(opened: Window) -> None:
    def look(dialog: QWidget) -> None:
        words = next(label for label in dialog.findChildren(QLabel) if label.text())
        wanted = (__version__, qVersion(), version("PySide6-Essentials"), version("graphviz-pure"))
        assert [v for v in wanted if v not in words.text()] == []
        assert "MIT" in words.text()
        assert words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse

    with answering(look):
        command(opened, "about").trigger()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_goes_away(opened: Window, way: str) -> None:
    gone: list[bool] = []

    def leave(dialog: QWidget) -> None:
        if way == "button":
            (box,) = dialog.findChildren(QDialogButtonBox)
            close = box.button(QDialogButtonBox.StandardButton.Close)
            QTest.mouseClick(close, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        gone.append(not dialog.isVisible())

    with answering(leave):
        command(opened, "about").trigger()
    assert gone == [True]
