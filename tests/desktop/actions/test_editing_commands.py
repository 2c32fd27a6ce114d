"""Every command that changes the map: its keys, what it does, and that one undo takes it back.

The table reads as a document: on what is selected, which keys, what is typed, and which facts
about the map come and go.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.actions import ACTIONS
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from tests.desktop.helpers import click_remedy, command, editor, press_keys, told

SUNDAYS = """\
argmap: 1
title: Sundays
statements:
  - {id: open, kind: claim, text: Open on Sundays.}
  - {id: asked, kind: premise, text: People asked.}
  - {id: cost, kind: rebuttal, text: It costs.}
  - {id: free, kind: premise, text: Staff is free.}
  - {id: keys, kind: premise, text: Staff has keys.}
  - {id: few, kind: rebuttal, text: Few asked.}
  - {id: close, kind: claim, text: Close on Mondays., judgement: accepted, group: rest}
groups:
  - {id: rest, title: Rest}
relations:
  - {id: r1, from: [asked], supports: open}
  - {id: r3, from: [cost], attacks: open}
  - {id: r2, from: [free, keys], supports: open}
  - {id: r4, from: [few], attacks: asked}
"""

ROWS = {row.name: row for row in ACTIONS}


@dataclass(frozen=True)
class Case:
    """One command: on what, what is typed, what comes and what goes, and how undo names it."""

    command: str
    on: tuple[str, ...]
    step: str
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    typed: str = ""
    then: tuple[str, ...] = ("new",)

    def __str__(self) -> str:
        return f"{self.command} on {' and '.join(self.on) or 'nothing'}"


CASES = (
    Case("add_claim", (), "Add claim", ("claim new: New.",), typed="New."),
    Case(
        "add_premise",
        ("asked",),
        "Add premise",
        ("premise new: New.", "new supports asked"),
        typed="New.",
    ),
    Case(
        "add_premise",
        ("r1",),
        "Add premise",
        ("premise new: New.", "new supports r1"),
        typed="New.",
    ),
    Case(
        "add_rebuttal",
        ("asked",),
        "Add rebuttal",
        ("rebuttal new: New.", "new attacks asked"),
        typed="New.",
    ),
    Case(
        "add_rebuttal",
        ("r1",),
        "Undercut",
        ("rebuttal new: New.", "new attacks r1"),
        typed="New.",
    ),
    Case(
        "add_co_premise",
        ("asked",),
        "Add co-premise",
        ("premise new: New.", "asked + new supports open"),
        ("asked supports open",),
        typed="New.",
    ),
    Case(
        "undercut",
        ("free",),
        "Undercut",
        ("rebuttal new: New.", "new attacks r2"),
        typed="New.",
    ),
    Case(
        "undercut",
        ("r3",),
        "Undercut",
        ("rebuttal new: New.", "new attacks r3"),
        typed="New.",
    ),
    Case(
        "add_after",
        ("cost",),
        "Add rebuttal",
        ("rebuttal new: New.", "new attacks open"),
        typed="New.",
    ),
    Case(
        "add_before",
        ("asked",),
        "Add premise",
        ("premise new: New.", "new supports open"),
        typed="New.",
    ),
    Case("add_after", ("close",), "Add claim", ("claim new: New.",), typed="New."),
    Case(
        "edit_text",
        ("asked",),
        "Edit text",
        ("premise asked: People asked. And more.",),
        ("premise asked: People asked.",),
        typed=" And more.",
        then=("asked",),
    ),
    Case(
        "swap",
        ("asked",),
        "Turn into attack",
        ("rebuttal asked: People asked.", "asked attacks open"),
        ("premise asked: People asked.", "asked supports open"),
        then=("asked",),
    ),
    Case(
        "swap",
        ("r3",),
        "Turn into support",
        ("premise cost: It costs.", "cost supports open"),
        ("rebuttal cost: It costs.", "cost attacks open"),
        then=("r3",),
    ),
    Case(
        "join",
        ("asked", "free"),
        "Link premises",
        ("asked + free + keys supports open",),
        ("asked supports open", "free + keys supports open"),
        then=("asked", "free"),
    ),
    Case(
        "split",
        ("free",),
        "Separate premises",
        ("free supports open", "keys supports open"),
        ("free + keys supports open",),
        then=("free",),
    ),
    Case(
        "promote",
        ("few",),
        "Promote",
        ("few attacks open",),
        ("few attacks asked",),
        then=("few",),
    ),
    Case(
        "demote",
        ("cost",),
        "Demote",
        ("cost attacks asked",),
        ("cost attacks open",),
        then=("cost",),
    ),
    Case(
        "accept",
        ("asked",),
        "Accept",
        ("premise asked: People asked. (accepted)",),
        ("premise asked: People asked.",),
        then=("asked",),
    ),
    Case(
        "reject",
        ("asked", "r2"),
        "Reject",
        ("premise asked: People asked. (rejected)", "free + keys supports open (does not follow)"),
        ("premise asked: People asked.", "free + keys supports open"),
        then=("asked", "r2"),
    ),
    Case(
        "leave_open",
        ("close",),
        "Leave open",
        ("claim close: Close on Mondays. in rest",),
        ("claim close: Close on Mondays. (accepted) in rest",),
        then=("close",),
    ),
    Case(
        "group",
        ("asked", "cost"),
        "Group",
        ("premise asked: People asked. in new-group", "rebuttal cost: It costs. in new-group"),
        ("premise asked: People asked.", "rebuttal cost: It costs."),
        then=("asked", "cost"),
    ),
    Case(
        "ungroup",
        ("close",),
        "Take out of group",
        ("claim close: Close on Mondays. (accepted)",),
        ("claim close: Close on Mondays. (accepted) in rest",),
        then=("close",),
    ),
    Case(
        "take_apart",
        ("close",),
        "Take group apart",
        ("claim close: Close on Mondays. (accepted)",),
        ("claim close: Close on Mondays. (accepted) in rest",),
        then=("close",),
    ),
    Case(
        "delete_group",
        ("close",),
        "Delete group",
        (),
        ("claim close: Close on Mondays. (accepted) in rest",),
        then=("open",),
    ),
    Case(
        "duplicate",
        ("cost",),
        "Duplicate",
        ("rebuttal it-costs: It costs.", "it-costs attacks open"),
        then=("it-costs",),
    ),
    Case(
        "cut",
        ("asked",),
        "Cut",
        goes=(
            "premise asked: People asked.",
            "rebuttal few: Few asked.",
            "asked supports open",
            "few attacks asked",
        ),
        then=("cost",),
    ),
    Case(
        "delete",
        ("asked",),
        "Delete",
        goes=(
            "premise asked: People asked.",
            "rebuttal few: Few asked.",
            "asked supports open",
            "few attacks asked",
        ),
        then=("cost",),
    ),
    Case(
        "delete",
        ("keys",),
        "Delete",
        ("free supports open",),
        ("premise keys: Staff has keys.", "free + keys supports open"),
        then=("free",),
    ),
    Case(
        "delete",
        ("few",),
        "Delete",
        goes=("rebuttal few: Few asked.", "few attacks asked"),
        then=("asked",),
    ),
    Case(
        "delete",
        ("close",),
        "Delete",
        goes=("claim close: Close on Mondays. (accepted) in rest",),
        then=("open",),
    ),
    Case(
        "delete_card",
        ("asked",),
        "Delete card",
        ("claim few: Few asked.",),
        (
            "premise asked: People asked.",
            "rebuttal few: Few asked.",
            "asked supports open",
            "few attacks asked",
        ),
        then=("cost",),
    ),
)

WAYS = [(case, keys) for case in CASES for keys in ROWS[case.command].keys or ("",)]


def facts(argument_map: ArgumentMap) -> set[str]:
    """Say what the map holds, a sentence each."""
    said = set()
    for statement in argument_map.statements:
        judged = f" ({statement.judgement})" if statement.judgement else ""
        group = f" in {statement.group}" if statement.group else ""
        said.add(f"{statement.kind} {statement.id}: {statement.text}{judged}{group}")
    for relation in argument_map.relations:
        premises = " + ".join(relation.premises)
        judged = " (does not follow)" if relation.rejected else ""
        said.add(f"{premises} {relation.bearing} {relation.target}{judged}")
    return said


@pytest.fixture
def sundays(windows: Windows, tmp_path: Path, qtbot: QtBot) -> Window:
    """A window with the map of this page, drawn, and the focus on its canvas."""
    path = tmp_path / "sundays.argmap.yaml"
    path.write_text(SUNDAYS)
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    windows.open(path, window.session)
    qtbot.waitUntil(lambda: len(window.canvas.map_scene.cards) == 7)
    window.canvas.setFocus()
    return window


def order(window: Window) -> list[str]:
    return [premise for r in window.session.argument_map.relations for premise in r.premises]


def run(window: Window, name: str, keys: str) -> None:
    """Press the keys of a command; one without keys is chosen from the menu."""
    if keys:
        press_keys(window, keys)
    else:
        command(window, name).trigger()


@pytest.mark.parametrize(("case", "keys"), WAYS, ids=lambda part: str(part) or "menu")
def test_it_does_what_it_says_and_undo_takes_it_back(
    sundays: Window, case: Case, keys: str
) -> None:
    session = sundays.session
    session.select(case.on)
    before, text = session.argument_map, session.text.text()
    assert command(sundays, case.command).isEnabled()
    run(sundays, case.command, keys)
    if case.typed:
        field = editor(sundays)
        assert field is not None
        QTest.keyClicks(field, case.typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    if sundays.canvas.editing.titles.active:  # a new group keeps the title that it has
        QTest.keyClick(sundays.focusWidget(), Qt.Key.Key_Return)
    assert facts(session.argument_map) - facts(before) == set(case.comes)
    assert facts(before) - facts(session.argument_map) == set(case.goes)
    assert session.selection == case.then
    assert command(sundays, "undo").text() == f"&Undo {case.step.lower()}"
    press_keys(sundays, "Ctrl+Z")
    assert session.argument_map == before
    assert session.text.text() == text
    assert command(sundays, "redo").text() == f"&Redo {case.step.lower()}"


@pytest.mark.parametrize(
    ("card", "keys", "said"),
    [
        ("asked", "Del", "The card below was deleted too. “Delete the card only” leaves"),
        ("open", "Del", "The 5 cards below were deleted too."),
        ("few", "Del", ""),
        ("asked", "Ctrl+Del", ""),
    ],
)
def test_that_more_was_deleted_than_was_selected_is_told(
    sundays: Window, card: str, keys: str, said: str
) -> None:
    before = sundays.session.argument_map
    sundays.session.select([card])
    press_keys(sundays, keys)
    assert said in told(sundays)
    if said:
        click_remedy(sundays, "Undo")
        assert sundays.session.argument_map == before
    assert "deleted" not in told(sundays)


@pytest.mark.parametrize(
    ("command", "card", "expected"),
    [
        ("move_up", "cost", ["cost", "asked", "free", "keys", "few"]),
        ("move_down", "asked", ["cost", "asked", "free", "keys", "few"]),
        ("move_up", "keys", ["asked", "cost", "keys", "free", "few"]),
        ("move_down", "free", ["asked", "cost", "keys", "free", "few"]),
    ],
)
def test_siblings_change_places(
    sundays: Window, command: str, card: str, expected: list[str]
) -> None:
    sundays.session.select([card])
    before = order(sundays)
    press_keys(sundays, ROWS[command].keys[0])
    assert order(sundays) == expected
    assert sundays.session.document.done == (ROWS[command].words,)
    press_keys(sundays, "Ctrl+Z")
    assert order(sundays) == before


@pytest.mark.parametrize(
    ("command", "on"),
    [("move_up", "asked"), ("move_down", "keys"), ("leave_open", "asked"), ("ungroup", "asked")],
)
def test_what_changes_nothing_is_no_step(sundays: Window, command: str, on: str) -> None:
    sundays.session.select([on])
    run(sundays, command, ROWS[command].keys[0])
    assert not sundays.session.document.done
    assert not sundays.isWindowModified()


ONLY_ON = {
    "nothing": "add_claim",
    "claim": "add_premise add_rebuttal add_after add_before edit_text link demote move_up move_down"
    " accept reject leave_open group ungroup duplicate cut delete delete_card fold branch",
    "premise": "add_co_premise undercut swap promote",
    "linked": "split",
    "two": "join",
    "step": "add_premise add_rebuttal undercut swap accept reject delete",
}
SELECTIONS = {
    "nothing": (),
    "claim": ("open",),
    "premise": ("asked",),
    "linked": ("free",),
    "two": ("asked", "free"),
    "step": ("r1",),
}


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_command_is_possible_where_it_makes_sense(sundays: Window, selection: str) -> None:
    sundays.session.select(SELECTIONS[selection])
    missing = [n for n in ONLY_ON[selection].split() if not command(sundays, n).isEnabled()]
    assert not missing


@pytest.mark.parametrize(
    ("selection", "commands"),
    [
        ((), "add_premise undercut add_after edit_text link swap join promote accept group cut"),
        ((), "add_co_premise add_rebuttal split move_up demote copy duplicate delete fold branch"),
        (("open",), "add_co_premise undercut swap join split promote"),
        (("asked",), "join split"),
        (("asked", "cost"), "join"),
        (("r1",), "add_co_premise add_after edit_text link group cut duplicate promote branch"),
    ],
)
def test_and_impossible_elsewhere(
    sundays: Window, selection: tuple[str, ...], commands: str
) -> None:
    sundays.session.select(selection)
    before = sundays.session.argument_map
    for name in commands.split():
        assert not command(sundays, name).isEnabled(), name
        run(sundays, name, ROWS[name].keys[0] if ROWS[name].keys else "")
    assert sundays.session.argument_map == before
    assert editor(sundays) is None


def test_a_read_only_map_is_changed_by_no_command(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.argmap.yaml"
    path.write_text(SUNDAYS + "  - [unclosed\n")
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    windows.open(path, window.session)
    window.session.select(["asked"])
    assert "open read-only" in told(window)
    for name in {case.command for case in CASES} | {"move_up", "move_down", "paste", "link"}:
        assert not command(window, name).isEnabled(), name


def test_every_command_of_its_menu_is_on_this_page() -> None:
    here = {case.command for case in CASES} | {"move_up", "move_down", "link", "properties"}
    here |= {"rename_group", "group_properties"}  # which ask for more
    here |= {"cite", "next_uncited", "go_to_cards"}  # which are about the text of a source
    assert {row.name for row in ACTIONS if row.menu == "Argument"} <= here
