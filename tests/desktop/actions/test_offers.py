"""What the context menu and the toolbar offer does something, and at once after the first card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from argmap.desktop.actions import ACTIONS
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Judgement
from argmap.store.yaml_file import dumps, read
from tests.desktop.helpers import POOL, command, commands, editor

LEFT = Qt.MouseButton.LeftButton


def offered(window: Window) -> list[str]:
    """Return the commands that the context menu shows for what is selected."""
    return [row.name for row in commands(window).in_context()]


def button(window: Window, name: str) -> QToolButton:
    """Return the button of a command on the toolbar."""
    bar = window.findChild(QToolBar)
    assert isinstance(bar, QToolBar)
    found = bar.widgetForAction(command(window, name))
    assert isinstance(found, QToolButton)
    return found


SAYS = {"what_is_this"}
"""Commands that do no more than say something."""


def state(window: Window) -> tuple[object, ...]:
    """Return all that a command may change that can be seen, messages left out."""
    session, focus = window.session, QApplication.focusWidget()
    shown = [window.panes.shown(name) for name in ("outline", "inspector", "why", "problems")]
    return (
        session.argument_map,
        session.selection,
        session.view,
        window.canvas.editing.active,
        window.canvas.gestures.current,
        shown,
        id(focus) if isinstance(focus, QObject) else 0,
        QGuiApplication.clipboard().text(),
    )


SELECTIONS = {
    "nothing": (),
    "a claim": ("open-sundays",),
    "a premise": ("demand",),
    "a rebuttal": ("cost",),
    "a step": ("r1",),
    "two that do not go together": ("demand", "cost"),
    "a judged card": ("judged",),
    "a claim alone": ("alone",),
}


def judged_pool() -> ArgumentMap:
    """The pool map, with a premise that is accepted already, and a rebuttal in a group."""
    judged = edit.add_premise(read(POOL).argument_map, "cost", "Judged")
    grouped = edit.group(judged, ["cost"], "Expenses")
    return edit.set_fields(grouped, "judged", judgement=Judgement.ACCEPTED)


def show(window: Window, what: str, qtbot: QtBot) -> None:
    """Open a map anew, wait for its picture, and select something, nothing on the clipboard."""
    alone = edit.add_claim(ArgumentMap(), "Alone")
    argument_map = alone if what == "a claim alone" else judged_pool()
    window.canvas.editing.give_up()
    window.canvas.gestures.cancel()
    window.session.open(read(dumps(argument_map)))
    shown = {s.id for s in argument_map.statements}
    qtbot.waitUntil(
        lambda: not window.canvas.layouts.awaited and set(window.canvas.map_scene.cards) == shown
    )
    QGuiApplication.clipboard().clear()
    window.canvas.setFocus()
    window.session.select(SELECTIONS[what])


@pytest.mark.parametrize("what", SELECTIONS)
def test_what_is_offered_does_something(opened: Window, qtbot: QtBot, what: str) -> None:
    show(opened, what, qtbot)
    idle = []
    for name in offered(opened):
        show(opened, what, qtbot)
        before = state(opened)
        command(opened, name).trigger()
        if state(opened) == before:
            idle.append(name)
    assert set(idle) <= SAYS
    opened.canvas.editing.give_up()
    opened.canvas.gestures.cancel()


def test_most_of_what_there_is_is_offered_somewhere(opened: Window, qtbot: QtBot) -> None:
    show(opened, "a claim", qtbot)
    QGuiApplication.clipboard().setText("A reason.")
    everywhere: set[str] = set()
    for what in ("a premise", "a judged card", "a claim", "a step", "a rebuttal"):
        opened.session.select(SELECTIONS[what])
        everywhere |= set(offered(opened))
    missing = {row.name for row in ACTIONS if row.context} - everywhere
    assert missing == {"join", "split"}, "for want of co-premises"


def test_a_card_is_grouped_and_taken_out_by_its_menu(opened: Window, qtbot: QtBot) -> None:
    show(opened, "a premise", qtbot)
    assert "ungroup" not in offered(opened)
    assert "group" in offered(opened)
    show(opened, "a rebuttal", qtbot)
    assert {"group", "ungroup", "fold_group"} <= set(offered(opened))
    command(opened, "ungroup").trigger()
    assert not opened.session.argument_map.statement_by_id["cost"].group
    assert "ungroup" not in offered(opened)


def test_after_the_first_card_the_buttons_work_at_once(window: Window) -> None:
    assert not button(window, "add_premise").isEnabled()
    field = editor(window)
    assert field
    QTest.keyClicks(field, "First claim")
    for name in ("add_premise", "add_rebuttal"):
        assert button(window, name).isEnabled()
    assert not button(window, "add_co_premise").isEnabled()
    QTest.mouseClick(button(window, "add_premise"), LEFT)
    field = editor(window)
    assert field
    assert [s.text for s in window.session.argument_map.statements] == ["First claim"]
    assert not button(window, "add_co_premise").isEnabled()
    QTest.keyClicks(field, "A reason")
    assert button(window, "add_co_premise").isEnabled()
    QTest.mouseClick(button(window, "add_co_premise"), LEFT)
    field = editor(window)
    assert field
    QTest.keyClicks(field, "Another")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (relation,) = window.session.argument_map.relations
    assert (relation.premises, relation.target) == (("a-reason", "another"), "first-claim")


def test_the_buttons_work_after_a_click_on_empty_canvas(window: Window, qtbot: QtBot) -> None:
    field = editor(window)
    assert field
    QTest.keyClicks(field, "First claim")
    QTest.mouseClick(window.canvas.viewport(), LEFT, pos=QPoint(3, 3))
    qtbot.waitUntil(lambda: not window.canvas.layouts.awaited)
    assert window.session.selection == ("first-claim",)
    QTest.mouseClick(button(window, "add_rebuttal"), LEFT)
    field = editor(window)
    assert field
    QTest.keyClicks(field, "But no")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (relation,) = window.session.argument_map.relations
    assert relation.target == "first-claim"


def test_the_commands_that_delete_say_what(opened: Window) -> None:
    opened.session.select(["demand"])
    alone, below = command(opened, "delete_card"), command(opened, "delete")
    assert alone.text() == "Delete the card &only"
    opened.session.select(["r1"])
    assert alone.text() == "Delete the arrow &only"
    opened.session.select(["demand"])
    command(opened, "add_premise").trigger()
    field = opened.canvas.editing.field
    assert field is not None
    QTest.keyClicks(field, "New.")
    assert alone.text() == "Delete the card being written &only"
    assert below.text() == "Delete the card being written with what hangs &below"
    alone.trigger()
    assert [s.id for s in opened.session.argument_map.statements] == [
        "open-sundays",
        "demand",
        "cost",
    ]
    assert below.text() == "Delete with what hangs &below"
