"""Windows and dialogs fit the screen, and in a small one the map keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.widgets.sizing import place_beside, resize_on_screen
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


@pytest.mark.parametrize("at", [(0, 0), (300, 250), (700, 500), (-500, -300)])
def test_so_is_every_further_one_wherever_the_first_was_put(
    windows: Windows, at: tuple[int, int]
) -> None:
    windows.add().move(*at)
    second = windows.add()
    assert second.screen().availableGeometry().contains(second.frameGeometry())


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ((0, 0), (32, 32)),
        ((300, 200), (332, 232)),
        ((480, 580), (492, 560)),  # 800 less 300 and 8, 800 less 200 and 40
        ((-400, 90), (0, 122)),
    ],
)
def test_a_further_window_leaves_the_first_in_sight(
    qtbot: QtBot, at: tuple[int, int], wanted: tuple[int, int]
) -> None:
    first, second = QWidget(), QWidget()
    for widget in (first, second):
        qtbot.addWidget(widget)
        widget.resize(300, 200)
    assert first.screen().availableSize() == QSize(800, 800)
    first.move(*at)
    place_beside(second, first)
    assert second.pos() == QPoint(*wanted)


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
