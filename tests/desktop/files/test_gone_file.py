"""The file of an open map that goes: the map lies nowhere then, and nobody takes it for saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import POOL, answering, click_remedy, press_keys, told


def _cancel(box: QWidget) -> None:
    (button,) = (b for b in box.findChildren(QPushButton) if "Cancel" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_map_whose_file_has_gone_is_not_saved_until_it_is_saved_again(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    assert not opened.isWindowModified()
    pool_file.rename(pool_file.with_suffix(".aside"))
    qtbot.waitUntil(lambda: "no longer on the disk" in told(opened))
    assert opened.isWindowModified()
    with answering(_cancel):
        opened.close()
    assert opened.isVisible(), "closing asks, as the map lies nowhere else"
    pool_file.with_suffix(".aside").rename(pool_file)
    qtbot.waitUntil(lambda: not told(opened))
    assert not opened.isWindowModified(), "it came back as it was"

    pool_file.unlink()
    qtbot.waitUntil(lambda: "no longer on the disk" in told(opened))
    press_keys(opened, "Ctrl+S")
    assert pool_file.read_text() == POOL
    assert not told(opened)
    assert not opened.isWindowModified()


def test_a_text_that_cannot_be_read_is_not_lost_with_its_file(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "torn.argmap.yaml"
    path.write_text(POOL + "  - [\n")
    window = windows.open(path)
    path.unlink()
    qtbot.waitUntil(lambda: "no longer on the disk" in told(window))
    click_remedy(window, "Save it again")
    assert path.read_text() == POOL + "  - [\n"
