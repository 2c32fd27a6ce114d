"""Whoever goes to and fro past a text that was given up loses neither a step nor that text."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.outline.row_delegate import RowEditor
from argmap.desktop.undoing.typing_place import TypingPlace, place_of
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from tests.desktop.helpers import answering, command, commands, editor, press_keys, told
from tests.desktop.inspector.inspecting import entry_list

Press = Callable[..., None]
GiveUp = Callable[[Window, Press, str], None]
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def add(window: Window, press: Press, words: str) -> None:
    """Write a card below the current one."""
    window.canvas.setFocus()
    press(window, TAB, words, ENTER)


def drop_card(window: Window, press: Press, words: str) -> None:
    window.canvas.setFocus()
    press(window, TAB, words, ESCAPE)


def drop_edit(window: Window, press: Press, words: str) -> None:
    window.canvas.setFocus()
    press(window, Qt.Key.Key_F2, f" {words}", ESCAPE)


def drop_row(window: Window, press: Press, words: str) -> None:
    window.panes.enter("outline")
    press(window, Qt.Key.Key_F2, f" {words}", ESCAPE)


def drop_note(window: Window, press: Press, words: str) -> None:
    window.panes.enter("inspector")
    page = window.inspector.statement_page
    found = [w for w in page.findChildren(QWidget) if w.accessibleName() == "Note"]
    next(w for w in found if w.isVisible()).setFocus()
    press(window, words, ESCAPE)


def drop_entry(window: Window, press: Press, words: str) -> None:
    QTest.mouseClick(entry_list(window.inspector, "Cites").adder, Qt.MouseButton.LeftButton)
    press(window, words, ESCAPE)


PLACES = [drop_card, drop_edit, drop_row, drop_note, drop_entry]


def open_place(window: Window) -> TypingPlace | None:
    """Return where somebody types, be it that nothing was typed there yet."""
    QApplication.processEvents()  # an editor of a row goes a moment later
    place = place_of(window.focusWidget())
    over = isinstance(place, RowEditor) and place.over
    typed = place and (place.closes or place.can_undo() or place.can_redo())
    return place if typed and not over else None


def steps(dialog: QWidget) -> QListWidget:
    return dialog.findChildren(QListWidget)[0]


def through_history(window: Window, *keys: Qt.Key) -> None:
    """Open the history and walk through its steps."""
    with answering(lambda dialog: [QTest.keyClick(steps(dialog), key) for key in keys]):
        command(window, "history").trigger()


def redo_to_the_end(window: Window) -> int:
    """Press Redo until it has nothing left to do; return how often that was."""
    for times in range(60):
        if not window.session.redo_name and not _redoes_typing(window):
            return times
        press_keys(window, "Ctrl+Shift+Z")
    raise AssertionError("there is no end of it")


def _redoes_typing(window: Window) -> bool:
    place = open_place(window)
    return bool(place and place.can_redo())


@pytest.fixture(params=PLACES)
def written(
    opened: Window, press: Press, request: pytest.FixtureRequest
) -> tuple[Window, list[ArgumentMap]]:
    """A window with three steps and a text given up behind the first; the map after each."""
    session = opened.session
    session.select(["cost"])
    states = [session.argument_map]
    add(opened, press, "One.")
    states.append(session.argument_map)
    session.select(["cost"])
    request.param(opened, press, "given up")
    for words in ("Two.", "Three."):
        add(opened, press, words)
        states.append(session.argument_map)
    assert len(session.document.done) == 3
    return opened, states


Written = tuple[Window, list[ArgumentMap]]


def test_the_history_goes_by_what_was_given_up(written: Written) -> None:
    window, states = written
    up, end = Qt.Key.Key_Up, Qt.Key.Key_End
    through_history(window, up, up, up)
    assert window.session.argument_map == states[0]
    assert open_place(window) is None
    through_history(window, end, Qt.Key.Key_Home, Qt.Key.Key_Down, end)
    assert window.session.argument_map == states[3]
    assert len(window.session.document.done) == 3
    assert ["given up" in each.text for each in window.session.given_up] == [True]


def test_redo_goes_the_same_way_back_past_what_was_given_up(written: Written) -> None:
    window, states = written
    for _ in range(3):
        press_keys(window, "Ctrl+Z")
    assert "given up" in brought_back(window)
    press_keys(window, "Ctrl+Shift+Z")
    assert "given up" in told(window)
    for state in states[2:]:
        press_keys(window, "Ctrl+Shift+Z")
        assert window.session.argument_map == state
    assert not window.session.redo_name


def brought_back(window: Window) -> str:
    """Return the text that stands open as it was brought back."""
    place = open_place(window)
    assert place
    assert place.as_brought_back()
    return place.stands()


@pytest.mark.parametrize("undone", [3, 4, 5, 6])
def test_from_any_place_redo_leads_to_the_end(written: Written, undone: int) -> None:
    window, states = written
    for _ in range(undone):
        press_keys(window, "Ctrl+Z")
    redo_to_the_end(window)
    assert window.session.argument_map == states[3]
    assert not window.session.typing
    through_history(window, Qt.Key.Key_Home)
    assert window.session.argument_map == states[0]
    redo_to_the_end(window)
    assert window.session.argument_map == states[3]


@pytest.mark.parametrize("undone", [3, 4])
@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_Home])
def test_the_history_closes_what_was_only_brought_back(
    written: Written, undone: int, key: Qt.Key
) -> None:
    window, states = written
    for _ in range(undone):
        press_keys(window, "Ctrl+Z")
    through_history(window, key)
    assert window.session.argument_map == states[3 if key == Qt.Key.Key_End else 0]
    assert not window.session.typing
    assert ["given up" in each.text for each in window.session.given_up] == [True]
    through_history(window, Qt.Key.Key_End)
    assert window.session.argument_map == states[3]


def test_who_leaves_what_was_only_brought_back_keeps_the_steps_ahead(written: Written) -> None:
    window, states = written
    for _ in range(3):
        press_keys(window, "Ctrl+Z")
    assert brought_back(window)
    window.panes.enter("problems")
    window.session.commit_typing()
    assert len(window.session.document.undone) == 2
    assert ["given up" in each.text for each in window.session.given_up] == [True]
    window.canvas.setFocus()
    redo_to_the_end(window)
    assert window.session.argument_map == states[3]


def test_who_types_on_makes_a_step_of_it(written: Written, press: Press) -> None:
    window, _ = written
    for _ in range(3):
        press_keys(window, "Ctrl+Z")
    assert brought_back(window)
    press(window, " and more")
    window.session.commit_typing()
    assert "given up and more" in window.session.text.text()
    assert not window.session.document.undone
    assert not tuple(window.session.given_up)


def test_redo_leaves_open_what_undo_took_back_last(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, TAB, "Half")
    for _ in range(2):
        press_keys(opened, "Ctrl+Z")
    assert editor(opened) is None
    for _ in range(3):
        press_keys(opened, "Ctrl+Shift+Z")
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Half"


class Walk:
    """Somebody who writes, gives up and goes to and fro, and what the map was after each step."""

    def __init__(self, window: Window, press: Press, seed: int) -> None:
        self.window, self.press = window, press
        self.session = window.session
        self.chance = random.Random(seed)
        self.states = [self.session.argument_map]
        self.words = 0

    def go(self) -> None:
        """Do something at random."""
        act = self.chance.choice(
            [self.write, self.give_up, self.history, *3 * [self.undo], *2 * [self.redo], self.end]
        )
        act()
        self.check(act.__name__)

    def write(self) -> None:
        """Write a card, or on what was brought back."""
        self.words += 1
        at = len(self.session.document.done)
        if open_place(self.window):
            self.press(self.window, f" word{self.words}")
            self.session.commit_typing()
        else:
            self.choose()
            add(self.window, self.press, f"Word{self.words}.")
        assert len(self.session.document.done) == at + 1
        self.states[at + 1 :] = [self.session.argument_map]

    def give_up(self) -> None:
        if not open_place(self.window):
            self.words += 1
            self.choose()
            self.chance.choice(PLACES)(self.window, self.press, f"gone{self.words}")

    def choose(self) -> None:
        self.session.select([self.chance.choice(self.session.argument_map.statements).id])

    def history(self) -> None:
        keys = [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End]
        through_history(self.window, *self.chance.choices(keys, k=3))

    def undo(self) -> None:
        press_keys(self.window, "Ctrl+Z")

    def redo(self) -> None:
        press_keys(self.window, "Ctrl+Shift+Z")

    def end(self) -> None:
        self.press(self.window, ESCAPE)

    def check(self, what: str) -> None:
        """Check that no step came or went, and that every text can be had again."""
        document = self.session.document
        assert self.session.argument_map == self.states[len(document.done)], what
        assert len(document.done) + len(document.undone) == len(self.states) - 1, what


@pytest.mark.parametrize("seed", range(12))
def test_no_way_to_and_fro_makes_a_step_or_drops_one(
    opened: Window, press: Press, qtbot: QtBot, seed: int
) -> None:
    del qtbot
    walk = Walk(opened, press, seed)
    for _ in range(30):
        walk.go()
    through_history(opened, Qt.Key.Key_End)
    assert opened.session.argument_map == walk.states[-1]
    for _ in range(walk.chance.randint(0, 8)):
        walk.undo()
    redo_to_the_end(opened)
    assert opened.session.argument_map == walk.states[-1]


def test_a_new_map_is_whole_again_after_a_look_at_its_beginning(
    window: Window, press: Press
) -> None:
    press(window, "Coffee is good.", ENTER, TAB, "Coffee wakes", ESCAPE)
    press(window, TAB, "Coffee is warm.", ENTER, ENTER, "Coffee is cheap.", ENTER)
    whole = window.session.argument_map
    assert len(whole.statements) == 3
    through_history(window, *3 * [Qt.Key.Key_Up], Qt.Key.Key_End)
    assert window.session.argument_map == whole
    for _ in range(3):
        press_keys(window, "Ctrl+Z")
    assert brought_back(window) == "Coffee wakes"
    assert redo_to_the_end(window) == 3
    assert window.session.argument_map == whole


def test_redo_goes_on_past_words_that_were_asked_for_in_a_dialog(
    opened: Window, press: Press
) -> None:
    def give_up(dialog: QWidget) -> None:
        QTest.keyClicks(dialog.focusWidget(), "The cook")
        QTest.keyClick(dialog, ESCAPE)

    with answering(give_up):
        commands(opened)  # the action lies in the pane
        opened.evaluation_pane.viewpoint_wanted.emit()
    opened.session.select(["cost"])
    add(opened, press, "One.")
    after = opened.session.argument_map
    opened.session.undo()
    for way in (opened.session.undo, opened.session.redo):
        with answering(lambda dialog: QTest.keyClick(dialog, ESCAPE)):
            way()
    opened.session.redo()
    assert opened.session.argument_map == after
    assert [each.text for each in opened.session.given_up] == ["The cook"]
