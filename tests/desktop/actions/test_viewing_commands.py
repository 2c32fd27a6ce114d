"""Commands about what is in view: folding, branch, zoom, panes, and where no map is in view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar

from argmap.desktop.actions import ACTIONS
from argmap.desktop.notices.notice import Notice
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import Severity
from argmap.model.edits import edit
from tests.desktop.helpers import (
    command,
    commands,
    editor,
    has_focus,
    press_keys,
    told,
)

Press = Callable[..., None]


def in_view(window: Window) -> set[str]:
    return set(window.session.in_view().argument_map.statement_by_id)


EVERYTHING = {"open-sundays", "demand", "cost"}


@pytest.mark.parametrize("keys", ["Space", "Alt+Home"])
def test_folding_hides_what_hangs_below_and_opening_brings_it_back(
    opened: Window, keys: str
) -> None:
    added = edit.add_premise(opened.session.argument_map, "demand", "List")
    opened.session.do("Add premise", added)
    opened.session.select(["demand"])
    press_keys(opened, keys)
    assert in_view(opened) == EVERYTHING
    assert opened.session.current == "demand"
    press_keys(opened, "Alt+End")
    assert in_view(opened) == EVERYTHING | {"list"}
    assert opened.session.document.done == ("Add premise",), "the view is no step of the history"


def test_folding_twice_is_not_folding(opened: Window) -> None:
    opened.session.select(["open-sundays"])
    press_keys(opened, "Space")
    assert in_view(opened) == {"open-sundays"}
    press_keys(opened, "Space")
    assert in_view(opened) == EVERYTHING


def test_a_branch_alone_and_back_with_escape(opened: Window) -> None:
    opened.session.select(["demand"])
    assert not command(opened, "whole").isEnabled()
    press_keys(opened, "Ctrl+Shift+F")
    assert in_view(opened) == {"demand"}
    press_keys(opened, "Escape")
    assert in_view(opened) == EVERYTHING
    assert not opened.session.view.branch


@pytest.mark.parametrize(("name", "part"), [("titles", "titles"), ("frames", "frames")])
def test_a_switch_of_the_view_shows_whether_it_is_on(opened: Window, name: str, part: str) -> None:
    action = command(opened, name)
    before = getattr(opened.session.view, part)
    assert action.isChecked() is before
    for expected in (not before, before):
        action.trigger()
        assert getattr(opened.session.view, part) is expected
        assert action.isChecked() is expected
    assert not opened.isWindowModified()


@pytest.mark.parametrize("direction", ["top", "bottom", "left", "right"])
def test_a_direction_is_kept_in_the_file_and_is_one_step(opened: Window, direction: str) -> None:
    row = next(r for r in ACTIONS if r.submenu and r.words.endswith(direction))
    command(opened, row.name).trigger()
    assert opened.session.argument_map.style.direction == f"conclusion-{direction}"
    checked = {r.name for r in ACTIONS if r.submenu and command(opened, r.name).isChecked()}
    assert checked == {row.name}, "one of the four is ticked"
    assert opened.session.document.done == ("Turn the picture",)
    press_keys(opened, "Ctrl+Z")
    assert opened.session.argument_map.style.direction is None
    assert f"conclusion-{direction}" not in opened.session.text.text()


def test_from_a_card_to_its_arrow_and_on_and_down_again(opened: Window) -> None:
    opened.session.select(["demand"])
    stations = []
    for keys in ("Ctrl+Up", "Ctrl+Up", "Ctrl+Up", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down"):
        press_keys(opened, keys)
        stations.append(opened.session.current)
    assert stations == ["r1", "open-sundays", "open-sundays", "r1", "demand", "demand"]


def test_all_in_view_is_selected_and_nothing_else(opened: Window) -> None:
    opened.session.select(["open-sundays"])
    press_keys(opened, "Ctrl+A")
    assert set(opened.session.selection) == EVERYTHING
    opened.session.select(["demand"])
    press_keys(opened, "Ctrl+Shift+F")
    press_keys(opened, "Ctrl+A")
    assert opened.session.selection == ("demand",)


def test_the_zoom_keys_and_what_the_status_bar_says(opened: Window) -> None:
    said = []
    for keys in ("Ctrl+0", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+-"):
        press_keys(opened, keys)
        said.append(opened.status.zoom.text())
    assert said == ["100 %", "125 %", "156 %", "125 %", "100 %"]
    press_keys(opened, "Ctrl+2")
    assert opened.canvas.viewport().rect().contains(_on_screen(opened, "open-sundays"))
    opened.session.select(())
    assert not command(opened, "zoom_selection").isEnabled()


def _on_screen(window: Window, id_: str) -> QRect:
    scene = window.canvas.map_scene.cards[id_].sceneBoundingRect()
    return window.canvas.mapFromScene(scene).boundingRect()


@pytest.mark.parametrize("pane", ["outline", "inspector", "problems", "why"])
def test_a_pane_is_shown_and_hidden_and_its_entry_ticked(opened: Window, pane: str) -> None:
    action = command(opened, f"show_{pane}")
    before = opened.panes.shown(pane)
    for expected in (not before, before):
        action.trigger()
        assert opened.panes.shown(pane) is expected
        commands(opened).refresh()
        assert action.isChecked() is expected


def test_a_pane_that_is_hidden_gives_the_focus_back_to_the_map(opened: Window) -> None:
    command(opened, "show_problems").trigger()
    assert has_focus(opened.problems)
    command(opened, "show_problems").trigger()
    assert opened.focusWidget() is opened.canvas


def test_properties_are_in_the_inspector_even_where_it_was_hidden(opened: Window) -> None:
    command(opened, "show_inspector").trigger()
    opened.canvas.setFocus()
    press_keys(opened, "Alt+Return")
    assert opened.panes.shown("inspector")
    assert has_focus(opened.inspector)


def test_evaluating_opens_its_pane_and_ends_without_closing_it(opened: Window) -> None:
    press_keys(opened, "Ctrl+Shift+E")
    assert opened.evaluation.on
    assert opened.panes.shown("why")
    assert command(opened, "evaluate").isChecked()
    press_keys(opened, "Ctrl+Shift+E")
    assert not opened.evaluation.on
    assert not command(opened, "evaluate").isChecked()


def test_find_next_and_previous_go_round_what_is_found(opened: Window, press: Press) -> None:
    press_keys(opened, "Ctrl+F")
    press(opened, "sundays")
    press_keys(opened, "Escape")
    opened.canvas.setFocus()
    found = []
    for keys in ("F3", "F3", "Shift+F3"):
        press_keys(opened, keys)
        found.append(opened.session.current)
    assert set(found) == {"open-sundays", "cost"}
    assert found[0] == found[2]
    assert found[0] != found[1]


def test_keys_that_repeat_are_those_that_may(opened: Window) -> None:
    repeating = {row.name for row in ACTIONS if command(opened, row.name).autoRepeat()}
    assert repeating == {
        "undo",
        "redo",
        "find_next",
        "find_previous",
        "next_wrong",
        "previous_wrong",
        "zoom_in",
        "zoom_out",
        "move_up",
        "move_down",
    }, "a key that is held down must not make cards"


@pytest.fixture
def started(windows: Windows) -> Window:
    window = windows.add()
    window.pages.show_start_page()
    return window


def test_on_the_start_page_nothing_is_written_on_a_map_that_nobody_sees(
    started: Window, press: Press
) -> None:
    possible = {row.name for row in ACTIONS if command(started, row.name).isEnabled()}
    assert possible == {
        "new",
        "open",
        "start_page",
        "close",
        "quit",
        "preferences",
        "manual",
        "palette",
        "shortcuts",
        "about",
        "next_pane",
        "previous_pane",
        "menus",
    }
    toolbar = started.findChild(QToolBar)
    assert toolbar is not None
    claim = toolbar.widgetForAction(command(started, "add_claim"))
    QTest.mouseClick(claim, Qt.MouseButton.LeftButton)
    assert editor(started) is None
    press(started, "Hello")
    assert not started.session.argument_map.statements


def test_back_at_the_map_all_is_possible_again(opened: Window) -> None:
    opened.pages.show_start_page()
    assert not command(opened, "add_premise").isEnabled()
    opened.pages.show_map()
    assert command(opened, "add_premise").isEnabled()


def test_f6_reaches_the_bar_from_the_start_page(started: Window) -> None:
    started.activateWindow()
    started.session.post_notice(Notice("Something happened.", Severity.WARNING))
    press_keys(started, "F6")
    assert has_focus(started.notices)
    assert told(started) == "Something happened."
