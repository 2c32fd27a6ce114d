"""Nothing typed is lost without a word: Escape drops it, Undo or a button brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.dialogs.preferences import Preferences
from argmap.desktop.inspector.form import Form
from argmap.desktop.outline.row_delegate import RowEditor
from argmap.desktop.window import Window
from argmap.model.edits import edit
from tests.desktop.helpers import answering, click_remedy, command, commands, editor, told

Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier
ESCAPE = Qt.Key.Key_Escape


def undo(window: Window) -> None:
    command(window, "undo").trigger()


def text_of(window: Window, id_: str = "cost") -> str:
    return window.session.argument_map.statement_by_id[id_].text


def test_a_new_card_comes_back_with_undo(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Half a thought", ESCAPE)
    assert "“Half a thought”" in told(opened)
    assert len(opened.session.argument_map.statements) == 3
    press(opened, Qt.Key.Key_Z, held=CTRL)
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Half a thought"
    press(opened, Qt.Key.Key_Return)
    found = opened.session.argument_map
    assert [r.target for r in found.relations_of("half-a-thought")] == ["cost"]


def test_an_edited_card_comes_back_with_a_button(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " And more.", ESCAPE)
    assert text_of(opened) == "Staff cost doubles on Sundays."
    click_remedy(opened, "Bring back")
    assert not told(opened)
    press(opened, Qt.Key.Key_Return)
    assert text_of(opened) == "Staff cost doubles on Sundays. And more."


def test_undo_goes_on_to_the_map_where_the_text_is_given_up_again(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " One.", Qt.Key.Key_Return, Qt.Key.Key_Tab, "Two", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    assert editor(opened)
    press(opened, ESCAPE)
    assert "“Two”" in told(opened)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    assert editor(opened) is None
    assert text_of(opened) == "Staff cost doubles on Sundays."


def test_redo_has_a_text_that_came_back_and_was_given_up_again(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    for _ in range(2):
        press(opened, ESCAPE)
        assert opened.session.redo_name == "Typing"
        press(opened, Qt.Key.Key_Y, held=CTRL)
        field = editor(opened)
        assert field
        assert field.toPlainText() == "Two"
    press(opened, Qt.Key.Key_Return)
    assert opened.session.argument_map.relations_of("two")[0].target == "cost"
    assert not opened.session.redo_name


def test_a_text_that_undo_takes_back_to_nothing_can_be_got_back(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two words")
    for _ in range(3):
        press(opened, Qt.Key.Key_Z, held=CTRL)
    assert editor(opened) is None
    assert not opened.session.undo_name
    click_remedy(opened, "Bring back")
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Two words"


def test_what_undo_in_a_card_took_back_is_done_again_however_often_one_undid(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "One", Qt.Key.Key_Return, Qt.Key.Key_Tab, "Two")
    for _ in range(3):  # the word, the card, the card before it
        press(opened, Qt.Key.Key_Z, held=CTRL)
    assert "one" not in opened.session.argument_map.statement_by_id
    press(opened, Qt.Key.Key_Y, held=CTRL)
    assert "one" in opened.session.argument_map.statement_by_id
    assert opened.session.redo_name == "Typing"
    press(opened, Qt.Key.Key_Y, held=CTRL)
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Two"
    press(opened, Qt.Key.Key_Return)
    assert opened.session.argument_map.relations_of("two")[0].target == "one"
    assert not opened.session.redo_name


def test_what_comes_back_ends_with_the_blank_that_was_typed(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two words ", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    press(opened, "more", Qt.Key.Key_Return)
    assert text_of(opened, "two-words-more") == "Two words more"


def test_the_same_words_dropped_again_later_are_a_step_again(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Dogs", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    press(opened, " bite", ESCAPE)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Dogs", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Dogs"


def test_what_was_added_to_a_text_is_named_when_it_is_dropped(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " And more.", ESCAPE)
    assert "“And more.”" in told(opened)


@pytest.mark.parametrize("keys", [(), (" ", "  ")])
def test_nothing_is_said_of_nothing(opened: Window, press: Press, keys: tuple[str, ...]) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, *keys, ESCAPE)
    press(opened, Qt.Key.Key_F2, ESCAPE)
    assert not told(opened)
    assert not opened.session.undo_name


def test_a_text_of_another_map_is_not_brought_into_this_one(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two")
    opened.files.begin()
    assert not told(opened)
    assert not opened.session.undo_name


def test_a_row_of_the_outline(opened: Window, press: Press) -> None:
    opened.panes.enter("outline")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " And more.")
    (row,) = opened.outline.findChildren(RowEditor)
    QTest.keyClick(row, ESCAPE)
    assert text_of(opened) == "Staff cost doubles on Sundays."
    undo(opened)
    row = next(r for r in opened.outline.findChildren(RowEditor) if not r.over)
    assert row.words() == "Staff cost doubles on Sundays. And more."
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert text_of(opened) == "Staff cost doubles on Sundays. And more."


def form_of(opened: Window) -> Form:
    page = opened.inspector.statement_page
    found = page.findChild(Form)
    assert found is not None
    return found


def control(opened: Window, name: str) -> QWidget:
    page = opened.inspector.statement_page
    return next(
        w for w in page.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()
    )


@pytest.mark.parametrize("name", ["Title", "Note", "Credence"])
def test_a_field_of_the_inspector(opened: Window, press: Press, name: str) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("inspector")
    control(opened, name).setFocus()
    press(opened, "0.5", ESCAPE)
    assert "“0.5”" in told(opened)
    opened.session.select(["demand"])
    undo(opened)
    assert opened.session.selection == ("cost",)
    assert opened.focusWidget() is control(opened, name)
    opened.inspector.commit()
    cost = opened.session.argument_map.statement_by_id["cost"]
    assert str(getattr(cost, name.lower())) == "0.5"


def test_a_new_entry_of_the_inspector(opened: Window, press: Press, qtbot: QtBot) -> None:
    opened.session.select([])
    opened.panes.enter("inspector")
    (adder,) = [
        b
        for b in opened.inspector.map_page.findChildren(QWidget)
        if b.property("text") == "Add source"
    ]
    QTest.mouseClick(adder, Qt.MouseButton.LeftButton)
    press(opened, "The pool's books", ESCAPE)
    assert "The pool's books" in told(opened)
    click_remedy(opened, "Bring back")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    press(opened, Qt.Key.Key_Return)
    assert [s.title for s in opened.session.argument_map.sources] == ["The pool's books"]


def test_the_title_of_a_group(opened: Window, press: Press, qtbot: QtBot) -> None:
    session = opened.session
    session.do("Group", edit.group(session.argument_map, ["cost"], "Money"))
    group = session.argument_map.groups[0].id
    qtbot.waitUntil(lambda: bool(opened.canvas.map_scene.halos_of(group)))
    opened.canvas.rename_group(group)
    press(opened, " costs", ESCAPE)
    assert session.argument_map.groups[0].title == "Money"
    undo(opened)
    press(opened, Qt.Key.Key_Return)
    assert session.argument_map.groups[0].title == "Money costs"


def test_words_asked_for_in_a_dialog(opened: Window) -> None:
    def give_up(dialog: QWidget) -> None:
        QTest.keyClicks(dialog.focusWidget(), "The cook")
        QTest.keyClick(dialog, ESCAPE)

    with answering(give_up):
        commands(opened)  # the action lies in the pane
        opened.evaluation_pane.viewpoint_wanted.emit()
    assert "“The cook”" in told(opened)

    def take(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        assert dialog.textValue() == "The cook"
        dialog.accept()

    with answering(take):
        undo(opened)
    assert [v.title for v in opened.session.argument_map.viewpoints] == ["The cook"]


def test_a_text_in_the_preferences(opened: Window) -> None:
    def give_up(dialog: QWidget) -> None:
        (line,) = dialog.findChildren(QLineEdit)
        QTest.keyClicks(line, "/opt/dot")
        QTest.keyClick(dialog, ESCAPE)

    with answering(give_up):
        command(opened, "preferences").trigger()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Preferences)
        assert dialog.settings().dot == "/opt/dot"

    with answering(look):
        click_remedy(opened, "Bring back")


def bring_back(words: str) -> Callable[[QWidget], None]:
    """Take a text that was given up out of the history."""

    def take(dialog: QWidget) -> None:
        found = {each.accessibleName(): each for each in dialog.findChildren(QListWidget)}
        given_up = found["Given up"]
        (item,) = given_up.findItems(words, Qt.MatchFlag.MatchExactly)
        place = given_up.visualItemRect(item).center()
        QTest.mouseClick(given_up.viewport(), Qt.MouseButton.LeftButton, pos=place)
        buttons = {b.text(): b for b in dialog.findChildren(QPushButton)}
        QTest.mouseClick(buttons["&Bring back"], Qt.MouseButton.LeftButton)

    return take


@pytest.mark.parametrize("by_undo", [True, False])
def test_the_history_has_what_was_brought_back_and_dropped_again(
    opened: Window, press: Press, qtbot: QtBot, by_undo: bool
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two words", ESCAPE)
    press(opened, Qt.Key.Key_Z, held=CTRL)
    if by_undo:
        while editor(opened):
            press(opened, Qt.Key.Key_Z, held=CTRL)
    else:
        press(opened, ESCAPE)
    opened.session.select(["demand"])
    press(opened, Qt.Key.Key_Tab, "Another", Qt.Key.Key_Return)  # after which nothing is redone
    assert not opened.session.redo_name
    assert not told(opened)
    with answering(bring_back("Two words")):
        command(opened, "history").trigger()
    qtbot.waitUntil(lambda: editor(opened) is not None)
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Two words"
    press(opened, Qt.Key.Key_Return)
    assert opened.session.argument_map.relations_of("two-words")[0].target == "cost"
    assert not tuple(opened.session.given_up)


def test_what_undo_took_back_of_a_card_is_done_again(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " And more.")
    while editor(opened):
        press(opened, Qt.Key.Key_Z, held=CTRL)
    assert "“And more.”" in told(opened)
    assert opened.session.redo_name == "Typing"
    press(opened, Qt.Key.Key_Y, held=CTRL)
    press(opened, Qt.Key.Key_Return)
    assert text_of(opened) == "Staff cost doubles on Sundays. And more."


def test_the_history_of_another_map_has_nothing_of_this_one(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Two words", ESCAPE)
    assert [each.text for each in opened.session.given_up] == ["Two words"]
    opened.files.begin()
    assert not tuple(opened.session.given_up)


def test_one_text_after_another_is_brought_back_from_the_history_into_a_row(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    press(opened, "aa", ESCAPE)
    press(opened, "bb", ESCAPE)
    was = "Staff cost doubles on Sundays."
    for words in ("bb", "aa"):
        with answering(bring_back(f"{was} {words}")):
            command(opened, "history").trigger()
    press(opened, " the end", Qt.Key.Key_Return)
    assert text_of(opened) == f"{was} aa the end"
    assert opened.outline.hasFocus()
