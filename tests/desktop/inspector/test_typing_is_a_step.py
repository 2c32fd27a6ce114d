"""What is typed in a field is a step like others: undone first, redone, kept in the journal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.form import Form
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.yaml_file import read
from tests.desktop.helpers import command, editor, press_keys, retext
from tests.desktop.inspector import inspecting
from tests.desktop.inspector.inspecting import entry_list, line, text

Press = Callable[..., None]
RETURN = Qt.Key.Key_Return
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def texts(window: Window) -> list[str]:
    return [statement.text for statement in window.session.argument_map.statements]


def in_journal(window: Window) -> ArgumentMap:
    """The map as the journal would keep it now."""
    return read(window.session.text_as_typed().text()).argument_map


def click(widget: QWidget, where: QPoint | None = None) -> None:
    """Click where a person sees something: whatever lies there gets it, and the focus."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or QPoint(8, 8))


def click_button(window: Window, name: str) -> None:
    buttons = (bar.widgetForAction(command(window, name)) for bar in window.findChildren(QToolBar))
    (button,) = (found for found in buttons if isinstance(found, QToolButton))
    assert button.isEnabled()
    click(button)


def added(window: Window, press: Press) -> None:
    """Add a premise, by keys."""
    window.session.select(["cost"])
    press(window, Qt.Key.Key_Tab, "Wages are fixed.", RETURN)
    assert (
        window.session.argument_map.statement_by_id[window.session.current].text
        == texts(window)[-1]
    )


def notes(window: Window) -> list[str]:
    return [statement.note for statement in window.session.argument_map.statements]


@pytest.mark.parametrize("by_mouse", [True, False])
def test_undo_of_the_toolbar_takes_back_the_note_and_not_its_card(
    opened: Window, press: Press, by_mouse: bool
) -> None:
    added(opened, press)
    box = text(opened.inspector, "Note")
    click(box)
    press(opened, "As the union says")
    assert command(opened, "undo").text() == "&Undo typing"
    while box.toPlainText():
        click_button(opened, "undo") if by_mouse else command(opened, "undo").trigger()
    assert box.toPlainText() == ""
    assert "Wages are fixed." in texts(opened)
    assert command(opened, "redo").text() == "&Redo typing"
    while command(opened, "redo").text() == "&Redo typing":
        click_button(opened, "redo") if by_mouse else command(opened, "redo").trigger()
    assert box.toPlainText() == "As the union says"


def test_undo_by_keys_leaves_nothing_that_redo_does_not_bring_back(
    opened: Window, press: Press
) -> None:
    added(opened, press)
    before = opened.session.document.done
    click(text(opened.inspector, "Note"))
    press(opened, "As the union says")
    for _ in range(5):  # four words, and the card
        press_keys(opened, "Ctrl+Z")
    assert "Wages are fixed." not in texts(opened)
    for _ in range(2):
        press_keys(opened, "Ctrl+Shift+Z")
    assert "Wages are fixed." in texts(opened)
    assert "As the union says" in notes(opened)
    assert opened.session.document.done == (*before, "Set note")


def test_redo_by_keys_types_again_in_the_field(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    box = text(opened.inspector, "Note")
    click(box)
    press(opened, "Ask them")
    press_keys(opened, "Ctrl+Z")
    assert box.toPlainText() == "Ask "
    press_keys(opened, "Ctrl+Z")
    for _ in range(2):
        press_keys(opened, "Ctrl+Shift+Z")
    assert box.toPlainText() == "Ask them"


def test_what_was_typed_and_taken_back_for_one_card_comes_to_no_other(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    click(text(opened.inspector, "Note"))
    press(opened, "Ask them")
    for _ in range(2):
        press_keys(opened, "Ctrl+Z")
    opened.session.select(["demand"])
    click(text(opened.inspector, "Note"))
    press_keys(opened, "Ctrl+Shift+Z")
    assert opened.session.argument_map.statement_by_id["cost"].note == "Ask them"
    assert opened.session.argument_map.statement_by_id["demand"].note == ""


def test_undo_from_elsewhere_takes_back_what_is_still_being_typed(
    opened: Window, press: Press
) -> None:
    added(opened, press)
    click(text(opened.inspector, "Note"))
    press(opened, "As the union says")
    opened.session.undo()
    assert "Wages are fixed." in texts(opened)
    assert not any(notes(opened))
    opened.session.redo()
    assert "As the union says" in notes(opened)


@pytest.mark.parametrize("on_map", [True, False])
def test_every_field_is_undone_and_kept_as_it_is_typed(
    opened: Window, press: Press, on_map: bool
) -> None:
    opened.session.attempt("Furnish", _furnished)
    opened.session.select([] if on_map else ["open-sundays"])
    page = inspecting.page_of(opened.inspector)
    boxes = [
        box
        for form in page.findChildren(Form)
        for box in form.findChildren(QWidget)
        if isinstance(box, QLineEdit | QPlainTextEdit)
        and box.isEnabled()
        and not isinstance(box.parentWidget(), QComboBox)
    ]
    assert len(boxes) > 7
    for box in boxes:
        before = opened.session.argument_map
        box.setFocus()
        box.selectAll()
        press(opened, "#123456" if box.accessibleName() == "Colour" else "0.5")
        assert in_journal(opened) != before, box.accessibleName()
        assert opened.isWindowModified()
        assert command(opened, "undo").text() == "&Undo typing"
        command(opened, "undo").trigger()
        assert opened.session.argument_map == before
        assert in_journal(opened) == before, box.accessibleName()
        command(opened, "redo").trigger()
        assert in_journal(opened) != before, box.accessibleName()
        command(opened, "undo").trigger()


def _furnished(argument_map: ArgumentMap) -> ArgumentMap:
    from dataclasses import replace

    from argmap.model.argument_map import Cite, Group, Source, Viewpoint

    first, *others = argument_map.statements
    return replace(
        argument_map,
        statements=(replace(first, cites=(Cite("petition"),)), *others),
        groups=(Group("west", "West"),),
        sources=(Source("petition", "Petition"),),
        viewpoints=(Viewpoint("council", "The council"),),
    )


@pytest.mark.parametrize("title", ["Groups", "Sources", "Viewpoints", "Cites"])
def test_a_new_entry_is_undone_redone_and_kept_as_it_is_named(
    opened: Window, press: Press, title: str
) -> None:
    opened.session.select(["cost"] if title == "Cites" else [])
    retext(opened, "Many asked for it.")
    before = opened.session.argument_map
    click(entry_list(opened.inspector, title).adder)
    press(opened, "Minutes")
    kept = in_journal(opened)
    assert kept != before
    assert opened.isWindowModified()
    command(opened, "undo").trigger()
    assert in_journal(opened) == before
    press_keys(opened, "Ctrl+Z")
    assert opened.session.argument_map == before
    press_keys(opened, "Ctrl+Z")
    assert opened.session.argument_map != before
    for _ in range(2):
        opened.session.redo()
    press(opened, RETURN)
    assert opened.session.argument_map == kept


def test_a_title_has_its_star_as_soon_as_a_note_is_typed(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    click(text(opened.inspector, "Note"))
    assert not opened.isWindowModified()
    press(opened, "A")
    assert opened.isWindowModified()
    press_keys(opened, "Ctrl+Z")
    assert not opened.isWindowModified()


def test_a_click_into_the_title_of_the_map_takes_its_words(window: Window, press: Press) -> None:
    press(window, "Exams make pupils ill")
    tabs = window.inspector.tabs
    click(tabs, tabs.tabRect(1).center())
    click(line(window.inspector, "Title"))
    assert window.canvas.editing.held == "exams-make-pupils-ill", "it stays where it was written"
    press(window, "My title", RETURN)
    assert window.session.argument_map.title == "My title"
    assert texts(window) == ["Exams make pupils ill"]


def test_a_title_beside_the_first_card_is_that_of_the_card(window: Window, press: Press) -> None:
    press(window, "Exams make pupils ill")
    click(field(window, "Title"))
    press(window, "Exams", RETURN)
    assert window.session.argument_map.title == ""
    assert [s.title for s in window.session.argument_map.statements] == ["Exams"]


def field(window: Window, name: str) -> QWidget:
    """The field of that name on the page that is shown."""
    page = inspecting.page_of(window.inspector)
    boxes = [b for sort in (QLineEdit, QPlainTextEdit) for b in page.findChildren(sort)]
    return next(b for b in boxes if b.accessibleName() == name)


@pytest.mark.parametrize("name", ["Text", "Note", "Said by"])
@pytest.mark.parametrize("linked", [True, False])
def test_a_click_into_a_field_beside_a_card_being_written_is_about_that_card(
    opened: Window, press: Press, name: str, linked: bool
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab if linked else Qt.Key.Key_Insert, "Wages are fixed.")
    assert editor(opened)
    box = field(opened, name)
    click(box)
    assert QApplication.focusWidget() is box
    assert opened.session.selection == ("wages-are-fixed",)
    assert field(opened, "Text").property("plainText") == "Wages are fixed.", "it is shown"
    press_keys(opened, "Ctrl+A")
    press(opened, "Staff is paid double.")
    opened.inspector.commit()
    new = opened.session.argument_map.statement_by_id["wages-are-fixed"]
    said = {"Text": new.text, "Note": new.note, "Said by": new.said_by}
    assert said[name] == "Staff is paid double."
    cost = opened.session.argument_map.statement_by_id["cost"]
    assert (cost.text, cost.note, cost.said_by) == ("Staff cost doubles on Sundays.", "", "")


def test_a_click_on_a_tab_of_the_inspector_shows_the_card_that_was_being_written(
    opened: Window, press: Press
) -> None:
    tabs = opened.inspector.tabs
    opened.session.select(["cost"])
    click(tabs, tabs.tabRect(1).center())
    opened.canvas.setFocus()
    press(opened, Qt.Key.Key_Tab, "Wages are fixed.")
    click(tabs, tabs.tabRect(0).center())
    assert opened.session.selection == ("wages-are-fixed",)
    assert tabs.currentIndex() == 0


def test_a_click_into_a_field_beside_an_undercut_is_about_the_undercut_that_is_shown(
    opened: Window, press: Press
) -> None:
    opened.session.select(["r2"])
    step = field(opened, "Note")
    press_keys(opened, "Shift+Tab")
    assert not step.isVisible(), "the fields of the step give way"
    press(opened, "Wages are fixed.")
    click(field(opened, "Note"))
    press(opened, "Ask them")
    opened.inspector.commit()
    argument_map = opened.session.argument_map
    assert argument_map.relation_by_id["r2"].note == ""
    assert argument_map.statement_by_id["wages-are-fixed"].note == "Ask them"


def test_a_card_is_selected_where_a_click_on_the_canvas_or_a_key_ends_it(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fixed.")
    press_keys(opened, "F6")
    qtbot.waitUntil(lambda: editor(opened) is None)
    (chosen,) = opened.session.selected_statements
    assert opened.session.argument_map.statement_by_id[chosen].text == "Wages are fixed."


def test_the_title_of_a_group_is_undone_and_kept_as_it_is_typed(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "Money"))
    (group,) = opened.session.argument_map.groups
    qtbot.waitUntil(lambda: bool(opened.canvas.map_scene.halos_of(group.id)))
    opened.canvas.rename_group(group.id)
    press(opened, " costs")
    assert in_journal(opened).groups[0].title == "Money costs"
    assert command(opened, "undo").text() == "&Undo typing"
    while command(opened, "undo").text() == "&Undo typing":
        command(opened, "undo").trigger()
    assert in_journal(opened).groups == (group,)
    assert opened.session.argument_map.groups == (group,)


def test_a_row_of_the_outline_is_undone_and_kept_as_it_is_typed(
    opened: Window, press: Press
) -> None:
    retext(opened, "Many asked for it.")
    opened.panes.enter("outline")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " Twice")
    assert in_journal(opened).statement_by_id["cost"].text == "Staff cost doubles on Sundays. Twice"
    assert opened.isWindowModified()
    while command(opened, "undo").text() == "&Undo typing":
        command(opened, "undo").trigger()
    assert in_journal(opened) == opened.session.argument_map
    assert "Many asked for it." in texts(opened)
    while command(opened, "redo").text() == "&Redo typing":
        command(opened, "redo").trigger()
    press(opened, RETURN)
    assert "Staff cost doubles on Sundays. Twice" in texts(opened)
