"""Windows and dialogs fit the screen, and in a small one the map keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import answering, command


@pytest.mark.parametrize(("width", "height"), [(200, 100), (200, 10_000), (10_000, 10_000)])
def test_a_size_is_given_as_far_as_the_screen_has_room(
    qtbot: QtBot, width: int, height: int
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    resize_on_screen(widget, width, height)
    room = widget.screen().availableSize()
    assert widget.width() == min(width, room.width() - 8)
    assert widget.height() == min(height, room.height() - 40), "the title bar is on the screen too"


def test_a_first_window_is_on_the_screen_as_a_whole(windows: Windows) -> None:
    window = windows.add()
    assert window.screen().availableGeometry().contains(window.geometry())


@pytest.mark.parametrize("dialog", ["history", "compare", "shortcuts", "palette", "export"])
def test_so_are_the_dialogs(opened: Window, dialog: str) -> None:
    def measure(shown: QWidget) -> None:
        room = shown.screen().availableSize()
        assert shown.width() <= room.width()
        assert shown.height() <= room.height()
        least = shown.minimumSizeHint()
        assert least.width() <= 640
        assert least.height() <= 400

    with answering(measure):
        command(opened, dialog).trigger()


def test_in_a_small_window_the_panes_give_way_to_the_map(windows: Windows, qtbot: QtBot) -> None:
    window = windows.add()
    window.files.begin()
    window.canvas.commit()
    window.resize(640, 400)
    qtbot.waitUntil(lambda: window.width() == 640)
    assert window.canvas.width() >= 240


def test_the_map_gets_the_most_of_a_window_at_first(windows: Windows) -> None:
    window = windows.add()
    window.files.begin()
    window.canvas.commit()
    assert window.width() < 1000, "the screen of the tests is a small one"
    window.panes.enter("outline")
    QApplication.processEvents()
    assert window.canvas.width() > 0.55 * window.width()
    assert abs(window.outline.width() - 0.18 * window.width()) < 20
