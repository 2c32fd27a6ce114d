"""A key of which nothing comes says why, in a short hint."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from argmap.desktop.actions import ACTIONS, when
from argmap.desktop.actions.action import always
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import press_keys, told

WITHOUT_SELECTION = [
    "Tab", "Shift+Tab", "Ctrl+Return", "Return", "Shift+Return", "F2", "Ctrl+L", "Alt+Up",
    "Alt+Down", "Alt+Left", "Alt+Right", "Ctrl+Shift+A", "Ctrl+Shift+R", "Ctrl+Shift+O", "Ctrl+G",
    "Ctrl+Shift+G", "Ctrl+X", "Ctrl+Alt+X", "Ctrl+C", "Ctrl+Alt+C", "Ctrl+D", "Del", "Ctrl+Del",
    "Ctrl+2", "Ctrl+Up", "Ctrl+Down", "Ctrl+Shift+F", "Space",
]  # fmt: skip


@pytest.mark.parametrize("keys", WITHOUT_SELECTION)
def test_with_nothing_selected(opened: Window, keys: str) -> None:
    opened.session.select([])
    press_keys(opened, keys)
    assert told(opened), keys
    assert not opened.session.document.done
    opened.session.select(["cost"])
    assert not told(opened), "it goes with the next thing that is done"


@pytest.mark.parametrize(
    ("selected", "keys", "says"),
    [
        ("open-sundays", "Ctrl+Up", "bears on nothing"),
        ("cost", "Ctrl+Down", "Nothing bears on it"),
        ("cost", "Space", "nothing to fold"),
        ("open-sundays", "Ctrl+Return", "a claim has nothing to share"),
        ("open-sundays", "Alt+Left", "bears on another first"),
        ("open-sundays", "Alt+Right", "before it"),
        ("demand", "Alt+Up", "the first of its siblings"),
        ("cost", "Alt+Down", "the last of its siblings"),
        ("cost", "Ctrl+Shift+G", "in no group"),
        ("cost", "Ctrl+Shift+O", "judged so already"),
        ("cost", "Ctrl+Z", "nothing to undo"),
        ("cost", "Ctrl+Shift+Z", "nothing to redo"),
        ("cost", "Ctrl+S", "no change to save"),
        ("cost", "Alt+End", "Nothing is folded"),
        ("r1", "x", "Select a card to write on it"),
        ("r1", "F2", "Select a card first"),
        ("", "x", "Select a card to write on it"),
    ],
)
def test_where_it_can_do_nothing(opened: Window, selected: str, keys: str, says: str) -> None:
    opened.session.select([selected])
    press_keys(opened, keys)
    assert says in told(opened)


@pytest.mark.parametrize("keys", ["Tab", "F2", "x", "Del", "Ctrl+G", "Ins"])
def test_in_a_map_that_is_read_only(opened: Window, keys: str) -> None:
    opened.session.read_only = True
    opened.session.state_changed.emit()
    press_keys(opened, keys)
    assert "read-only" in told(opened)


def test_in_the_outline_too(opened: Window) -> None:
    opened.session.select([])
    opened.panes.enter("outline")
    press_keys(opened, "Del")
    assert told(opened) == "Select a card or an arrow first."


def test_keys_of_the_canvas_are_none_elsewhere(opened: Window) -> None:
    opened.session.select([])
    opened.panes.enter("inspector")
    press_keys(opened, "Return")
    assert not told(opened)


def test_on_the_start_page_nothing_is_said(windows: Windows, press: Callable[..., None]) -> None:
    window = windows.add()
    window.pages.show_start_page()
    press(window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert not told(window)


SILENT = {"whole"}
"""Escape ends many things, and is pressed to be sure."""


def test_every_command_with_keys_and_a_condition_can_say_why_not(opened: Window) -> None:
    conditional = [a for a in ACTIONS if a.keys and a.when not in (always, when.writable)]
    silent = {a.name for a in conditional if not when.why_not(a.when, opened.session)}
    assert silent == SILENT
