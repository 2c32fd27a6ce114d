"""The keys that the manual names are those of the window, and it names them all."""

from __future__ import annotations

import re

from argmap.desktop.actions import ACTIONS
from argmap.desktop.actions.sheets.shortcuts import GESTURES
from argmap.desktop.help.sections import markdown

NAMES = {"Return": "Enter", "Escape": "Esc"}
"""What people call keys that Qt calls otherwise."""
BETWEEN = {"Alt+2", "Alt+3", "Alt+4"}
"""Named as `Alt+1` to `Alt+5`."""
CHORD = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d+")


def called(keys: str) -> str:
    """Return keys as people write them."""
    *held, key = keys.replace("++", "+plus").split("+")
    return "+".join([*held, NAMES.get(key, key)]).replace("plus", "+")


def named(*pages: str) -> set[str]:
    """Return all keys that pages name."""
    return {word for page in pages for word in re.findall(r"`([^`\n]+)`", markdown(page))}


def test_the_manual_has_the_keys_of_every_command() -> None:
    firsts = {called(action.keys[0]) for action in ACTIONS if action.keys}
    assert firsts - BETWEEN <= named("manual")


def test_the_manual_has_no_keys_that_do_nothing() -> None:
    of_commands = {called(keys) for action in ACTIONS for keys in action.keys}
    of_gestures = {keys for _, how in GESTURES for keys in how.split(", ")}
    told = {w for w in named("manual", "from-text-to-map") if CHORD.fullmatch(w)}
    assert len(told) > 50
    assert told <= of_commands | of_gestures
