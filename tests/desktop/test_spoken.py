"""What asks widgets for what is spoken of them keeps nothing, and whoever does is found."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desktop import spoken


def test_who_keeps_what_qt_made_is_found(qtbot: QtBot) -> None:
    label = QLabel("Words.")
    qtbot.addWidget(label)
    label.setAccessibleDescription("More words.")
    assert (spoken.name(label), spoken.description(label)) == ("Words.", "More words.")
    assert spoken.part_count(label) == 0
    assert spoken.kept() == []
    kept = [QAccessible.queryAccessibleInterface(label)]
    assert spoken.kept() == [type(kept[0])]
    kept.clear()
    assert spoken.kept() == []
