"""What the context menu and the toolbar offer does something, and at once after the first card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from argmap.desktop.actions import ACTIONS
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Judgement
from argmap.store.yaml_file import dumps, read
from tests.desktop.helpers import POOL, command, commands, editor

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


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
    session, focus = window.session, window.focusWidget()
    shown = [window.panes.shown(name) for name in ("outline", "inspector", "why", "problems")]
    return (
        session.argument_map,
        session.selection,
        session.view,
        window.canvas.editing.active,
        window.canvas.gestures.current,
        shown,
        id(focus),
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
    opened.session.select([])
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


def test_of_several_cards_nothing_is_offered_that_is_about_one(
    opened: Window, qtbot: QtBot
) -> None:
    show(opened, "two that do not go together", qtbot)
    names = set(offered(opened))
    assert {"group", "delete", "duplicate", "accept", "copy"} <= names
    assert not {"add_premise", "edit_text", "link", "swap", "undercut", "branch"} & names
    assert command(opened, "delete_card").text() == "Delete the cards &only"


GROUP_MENU = {
    "rename_group",
    "group_properties",
    "fold_group",
    "take_apart",
    "delete_group",
    "copy",
    "add_claim",
}


def right_click(window: Window, at: QPoint) -> list[str]:
    """Ask for a menu where the mouse is, close it, and return its words."""
    viewport = window.canvas.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    return words


def title_spot(window: Window) -> QPoint:
    (halo, *_) = window.canvas.map_scene.halos_of("expenses")
    rect = halo.title_rect
    assert rect
    return window.canvas.rect_to_viewport(rect).center().toPoint()


def test_the_menu_of_the_title_of_a_group_is_about_the_group(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    words = right_click(opened, title_spot(opened))
    assert words[0] == "Expenses"
    assert opened.session.selection == ("cost",)
    names = {row.name for row in commands(opened).in_group_menu()}
    assert names >= GROUP_MENU
    assert not {"add_premise", "edit_text", "link"} & names
    assert "Rename the group" in words


def test_what_the_menu_of_a_group_offers_does_something(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    right_click(opened, title_spot(opened))
    idle = []
    for row in commands(opened).in_group_menu():
        show(opened, "nothing", qtbot)
        right_click(opened, title_spot(opened))
        before = state(opened)
        command(opened, row.name).trigger()
        if state(opened) == before:
            idle.append(row.name)
    assert idle == []
    opened.canvas.editing.give_up()
    opened.canvas.editing.titles.commit()


def test_a_group_is_renamed_by_its_menu(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    right_click(opened, title_spot(opened))
    command(opened, "rename_group").trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, " in money")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [group.title for group in opened.session.argument_map.groups] == ["Expenses in money"]


def test_the_colour_of_a_group_is_found_by_its_menu(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    right_click(opened, title_spot(opened))
    command(opened, "group_properties").trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Expenses"
    assert opened.panes.widget("inspector").isAncestorOf(field)


def test_a_claim_from_the_menu_of_a_group_lies_in_it(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    right_click(opened, title_spot(opened))
    command(opened, "add_claim").trigger()
    field = editor(opened)
    assert field
    QTest.keyClicks(field, "New")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.session.argument_map.statement_by_id["new"].group == "expenses"


def test_an_outer_group_is_meant_where_its_title_was_clicked(opened: Window, qtbot: QtBot) -> None:
    show(opened, "nothing", qtbot)
    nested = edit.group(opened.session.argument_map, ["cost"], "Inner")
    opened.session.do("Group", nested)
    opened.session.select([])
    qtbot.waitUntil(lambda: not opened.canvas.layouts.awaited)
    opened.canvas.map_scene.glide.finish()
    right_click(opened, title_spot(opened))
    command(opened, "take_apart").trigger()
    assert [group.title for group in opened.session.argument_map.groups] == ["Inner"]
    assert opened.session.argument_map.statement_by_id["cost"].group == "inner"


def test_a_group_is_deleted_with_its_cards_and_the_groups_in_it(
    opened: Window, qtbot: QtBot
) -> None:
    show(opened, "nothing", qtbot)
    nested = edit.group(opened.session.argument_map, ["cost"], "Inner")
    opened.session.do("Group", nested)
    qtbot.waitUntil(lambda: not opened.canvas.layouts.awaited)
    opened.canvas.map_scene.glide.finish()
    right_click(opened, title_spot(opened))
    command(opened, "delete_group").trigger()
    assert opened.session.argument_map.groups == ()
    assert set(opened.session.argument_map.statement_by_id) == {
        "open-sundays",
        "demand",
        "judged",
    }
    assert opened.session.undo_name == "Delete group"
