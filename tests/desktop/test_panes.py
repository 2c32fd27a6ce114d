"""The panes: round by F6, as they were left, and away while the start page shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar

from argmap import paths
from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import Severity
from tests.desktop.helpers import has_focus

Press = Callable[..., None]
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_on_the_tab_of_a_pane_goes_into_it(opened: Window, press: Press) -> None:
    opened.resize(1400, 800)
    opened.panes.enter("text")
    opened.panes.enter("inspector")
    press(opened, "Half a note")
    QApplication.processEvents()
    (bar,) = [
        bar for bar in opened.findChildren(QTabBar, options=DIRECT) if "Text" in titles_of(bar)
    ]
    place = bar.tabRect(titles_of(bar).index("Text")).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert has_focus(opened.text_pane)


def titles_of(bar: QTabBar) -> list[str]:
    return [bar.tabText(tab) for tab in range(bar.count())]


def test_f6_goes_round_all_that_is_in_view(opened: Window, press: Press) -> None:
    opened.resize(1400, 800)
    for name in ("problems", "why"):
        opened.panes.reveal(name)
    remedy = Remedy("Mend", lambda: None)
    opened.session.post_notice(Notice("Something to do.", Severity.WARNING, (remedy,)))
    opened.canvas.setFocus()
    stations = [
        opened.outline,
        opened.evaluation_pane,
        opened.problems,
        opened.notices,
        opened.canvas,
    ]
    for station in stations:
        press(opened, Qt.Key.Key_F6)
        assert has_focus(station), station
    for station in (opened.notices, opened.problems):
        press(opened, Qt.Key.Key_F6, held=SHIFT)
        assert has_focus(station), station


def _in_front(window: Window, name: str) -> bool:
    return not _dock(window, name).visibleRegion().isEmpty()


@pytest.mark.parametrize(("front", "behind"), [("inspector", "text"), ("text", "inspector")])
@pytest.mark.parametrize("held", [SHIFT, None])
def test_f6_passes_over_a_pane_that_lies_behind_another(
    opened: Window, press: Press, front: str, behind: str, held: Qt.KeyboardModifier | None
) -> None:
    opened.resize(1400, 800)
    opened.panes.reveal(behind)
    opened.panes.reveal(front)
    opened.canvas.setFocus()
    QApplication.processEvents()
    for name in ("outline", front) if held is None else (front, "outline"):
        press(opened, Qt.Key.Key_F6, held=held)
        assert opened.panes.focused == name
        QApplication.processEvents()
        assert _in_front(opened, front)
    press(opened, Qt.Key.Key_F6, held=held)
    assert has_focus(opened.canvas)
    assert not _in_front(opened, behind)


def test_a_hidden_pane_stays_hidden_behind_the_start_page(opened: Window) -> None:
    opened.resize(1400, 800)
    opened.panes.toggle("inspector")
    opened.panes.reveal("problems")
    opened.pages.show_start_page()
    assert not any(opened.panes.shown(name) for name in ("outline", "inspector", "problems"))
    assert opened.windowTitle() == "argmap"
    opened.pages.show_map()
    shown = {n: opened.panes.shown(n) for n in ("outline", "inspector", "problems")}
    assert shown == {"outline": True, "inspector": False, "problems": True}
    assert opened.windowTitle().startswith("pool.argmap.yaml")


@pytest.mark.parametrize("left_on_start_page", [False, True])
def test_the_next_window_is_as_the_last_one_was(
    opened: Window, windows: Windows, left_on_start_page: bool
) -> None:
    opened.resize(780, 650)
    opened.panes.toggle("outline")
    if left_on_start_page:
        opened.pages.show_start_page()
    opened.close()
    window = windows.add()
    assert (window.width(), window.height()) == (780, 650)
    assert not window.panes.shown("outline")
    assert window.panes.shown("inspector")


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"window": 1, "panes": 2}', '{"window": "??"}'])
def test_a_damaged_arrangement_does_no_harm(windows: Windows, text: str) -> None:
    file = paths.state() / "window.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    window = windows.add()
    window.resize(1400, 800)
    assert window.panes.shown("outline")


def test_in_a_narrow_window_the_map_keeps_most_of_the_width(opened: Window) -> None:
    opened.resize(1400, 800)
    assert opened.panes.shown("outline")
    opened.resize(1024, 700)
    QApplication.processEvents()
    assert not opened.panes.shown("outline")
    assert opened.canvas.width() >= 0.6 * opened.width()
    opened.resize(1400, 800)
    assert opened.panes.shown("outline")


def test_who_shows_a_pane_in_a_narrow_window_has_it(opened: Window) -> None:
    opened.resize(1024, 700)
    assert not opened.panes.shown("outline")
    opened.panes.toggle("outline")
    opened.resize(1000, 700)
    assert opened.panes.shown("outline")


def test_a_pane_that_gave_way_is_there_in_the_next_window_if_that_is_wide(
    opened: Window, windows: Windows
) -> None:
    opened.resize(1024, 700)
    assert not opened.panes.shown("outline")
    opened.close()
    window = windows.add()
    window.resize(1400, 800)
    assert window.panes.shown("outline")


@pytest.mark.parametrize("width", [1280, 1366])
def test_at_first_the_map_has_most_of_the_width(opened: Window, width: int) -> None:
    opened.resize(width, 768)
    opened.restore_panes()
    assert opened.panes.shown("outline")
    assert opened.panes.shown("inspector")
    assert opened.canvas.width() > 0.57 * width


def _dock(window: Window, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name)
    assert found is not None
    return found


def _wide(window: Window) -> int:
    """Return the width of the map when all that follows from a change has happened."""
    for _ in range(4):  # the pane comes, the sides get their widths, the map what is left
        QApplication.processEvents()
    return window.canvas.width()


@pytest.mark.parametrize("name", ["sources", "text"])
def test_the_room_that_a_pane_took_goes_back_to_the_map(opened: Window, name: str) -> None:
    opened.resize(1280, 800)
    before = _wide(opened)
    opened.panes.toggle(name)
    taken = _wide(opened)
    assert taken < before - 100
    opened.panes.toggle(name)
    assert abs(_wide(opened) - before) <= 2
    opened.panes.toggle(name)
    assert abs(_wide(opened) - taken) <= 2


@pytest.mark.parametrize("order", [("sources", "text"), ("text", "sources")])
def test_two_wide_panes_leave_the_map_its_share_and_the_last_has_its_width_again(
    opened: Window, order: tuple[str, str]
) -> None:
    opened.resize(1280, 800)
    before = _wide(opened)
    first, second = order
    opened.panes.toggle(first)
    with_one = _wide(opened)
    opened.panes.toggle(second)
    assert _wide(opened) > 0.31 * opened.width()
    opened.panes.toggle(second)
    assert abs(_wide(opened) - with_one) <= 2
    opened.panes.toggle(first)
    assert abs(_wide(opened) - before) <= 2


def test_panes_closed_by_their_own_button_give_their_room_back(opened: Window) -> None:
    opened.resize(1280, 800)
    before = _wide(opened)
    for name in ("sources", "text"):
        opened.panes.toggle(name)
    _wide(opened)
    for name in ("sources", "text"):
        _dock(opened, name).close()
    assert abs(_wide(opened) - before) <= 2


def test_wide_panes_give_way_to_the_map_in_a_window_that_is_made_narrower(opened: Window) -> None:
    opened.resize(1400, 800)
    for name in ("sources", "text"):
        opened.panes.toggle(name)
    wide = _wide(opened)
    opened.resize(1024, 700)
    assert _wide(opened) > 0.31 * opened.width()
    opened.resize(1400, 800)
    assert abs(_wide(opened) - wide) <= 2


def test_widths_that_were_dragged_come_back_each_with_its_pane(opened: Window) -> None:
    opened.resize(1280, 800)
    _wide(opened)

    def drag(name: str, width: int) -> int:
        opened.resizeDocks([_dock(opened, name)], [width], Qt.Orientation.Horizontal)
        return _wide(opened)

    with_outline = drag("outline", 200)
    opened.panes.toggle("sources")
    _wide(opened)
    with_sources = drag("sources", 500)
    opened.panes.toggle("sources")
    assert abs(_wide(opened) - with_outline) <= 2
    opened.panes.toggle("sources")
    assert abs(_wide(opened) - with_sources) <= 2


def test_a_pane_alone_at_its_side_comes_back_as_wide_as_it_was_dragged(opened: Window) -> None:
    opened.resize(1280, 800)
    _wide(opened)
    opened.resizeDocks([_dock(opened, "outline")], [340], Qt.Orientation.Horizontal)
    dragged = _wide(opened)
    opened.panes.toggle("outline")
    _wide(opened)
    opened.panes.toggle("outline")
    assert abs(_wide(opened) - dragged) <= 2
