"""Keys of commands in the middle of a sentence: they end it and act, or say why they do not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.model.argument_map import Relation, Statement
from tests.desktop.helpers import editor, press_keys, told
from tests.desktop.writing_places import Press, quiet, words_in, write_in

RETURN = Qt.Key.Key_Return
PLACES = ("card", "new card", "row")
pytestmark = quiet
SAID = " They say so"


def _written(window: Window) -> Statement:
    """Return the card that says what was being written."""
    found = window.session.argument_map.statements
    return next(s for s in found if s.text.endswith("They say so"))


def _bears_on(window: Window, said: str) -> str:
    """Return what the card bears on that says something."""
    argument_map = window.session.argument_map
    (new,) = (s for s in argument_map.statements if s.text == said)
    return next((r.target for r in argument_map.relations_of(new.id)), "")


@pytest.mark.parametrize("place", PLACES)
def test_undercut_ends_the_card_and_undercuts_its_step(
    opened: Window, press: Press, place: str
) -> None:
    write_in(opened, press, place, SAID)
    press_keys(opened, "Ctrl+U")
    press(opened, "No", RETURN)
    step: Relation = opened.session.argument_map.relations_of(_written(opened).id)[0]
    assert _bears_on(opened, "No") == step.id


@pytest.mark.parametrize("place", PLACES)
def test_ins_ends_the_card_and_starts_a_claim(opened: Window, press: Press, place: str) -> None:
    write_in(opened, press, place, SAID)
    press_keys(opened, "Ins")
    press(opened, "Pools heal", RETURN)
    assert "cost" in (_written(opened).id, _bears_on(opened, _written(opened).text))
    assert _bears_on(opened, "Pools heal") == ""


def test_an_empty_new_card_becomes_an_undercut_of_what_it_was_to_stand_below(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press_keys(opened, "Tab")
    press_keys(opened, "Ctrl+U")
    press(opened, "No", RETURN)
    assert _bears_on(opened, "No") == "r2"


def test_link_ends_a_new_card_and_links_it_though_the_picture_has_it_only_later(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    write_in(opened, press, "new card", SAID)
    press_keys(opened, "Ctrl+L")
    written = _written(opened).id
    assert written not in opened.canvas.map_scene.cards
    press(opened, Qt.Key.Key_Up, Qt.Key.Key_Up, RETURN)
    qtbot.waitUntil(lambda: len(opened.session.argument_map.relations_of(written)) == 2)
    assert editor(opened) is None


def test_a_letter_before_the_picture_of_the_new_card_drops_no_link(
    opened: Window, press: Press
) -> None:
    write_in(opened, press, "new card", SAID)
    press_keys(opened, "Ctrl+L")
    written = _written(opened)
    assert written.id not in opened.canvas.map_scene.cards
    press(opened, "x")
    assert "needs its target" in told(opened)
    assert editor(opened) is None
    spot = opened.canvas.rect_to_viewport(opened.canvas.map_scene.cards["open-sundays"].scene_rect)
    QTest.mouseClick(
        opened.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot.center().toPoint()
    )
    relations = opened.session.argument_map.relations_of(written.id)
    assert [relation.target for relation in relations][-1] == "open-sundays"
    assert opened.session.argument_map.statement_by_id[written.id] == written
    assert "needs its target" not in told(opened)


def test_undercut_of_a_claim_is_told_and_it_is_written_on(opened: Window, press: Press) -> None:
    opened.session.select(["open-sundays"])
    press_keys(opened, "F2")
    press(opened, " Th")
    press_keys(opened, "Ctrl+U")
    assert "bears on another" in told(opened)
    press(opened, "ey", RETURN)
    assert _text(opened, "open-sundays").endswith(" They")


@pytest.mark.parametrize("place", PLACES)
def test_a_command_of_the_map_waits_and_says_so(opened: Window, press: Press, place: str) -> None:
    write_in(opened, press, place, SAID)
    press_keys(opened, "Alt+2")
    assert "Fold to 2 levels" in told(opened)
    press(opened, ".", RETURN)
    assert any(s.text.endswith("They say so.") for s in opened.session.argument_map.statements)


@pytest.mark.parametrize("place", [*PLACES, "note"])
def test_stepping_through_waits_for_the_end_of_the_sentence(
    opened: Window, press: Press, place: str
) -> None:
    write_in(opened, press, place, SAID)
    focus, selected = opened.focusWidget(), opened.session.selection
    press_keys(opened, "F5")
    assert "Step through" in told(opened)
    assert (opened.focusWidget(), opened.session.selection) == (focus, selected)


@pytest.mark.parametrize(
    ("place", "keys"),
    [("card", "“Enter” or “Esc”"), ("line", "“Enter” or “Esc”"), ("note", "“Ctrl+Enter” or “Esc”")],
)
def test_the_keys_that_end_the_writing_are_those_of_where_one_writes(
    opened: Window, press: Press, place: str, keys: str
) -> None:
    write_in(opened, press, place, SAID)
    press_keys(opened, "F5")
    shown = [label.text() for label in opened.notices.findChildren(QLabel)]
    assert any(f"end what you are writing first, with {keys}." in words for words in shown), shown


def test_stepping_through_begins_from_the_text_of_the_map(opened: Window, press: Press) -> None:
    write_in(opened, press, "text", " It does")
    press_keys(opened, "F5")
    assert opened.canvas.hasFocus()
    assert _text(opened, "cost").endswith(" It does")
    assert "Step through" not in told(opened)


def test_stepping_through_waits_for_a_text_that_cannot_be_read(
    opened: Window, press: Press
) -> None:
    box = write_in(opened, press, "text", "")
    box.selectAll()
    press(opened, "statements: [")
    press_keys(opened, "F5")
    assert "put right first what cannot be read" in told(opened)
    assert box.hasFocus()


@pytest.mark.parametrize("keys", ["Ctrl+Y", "Ctrl+Shift+Z"])
@pytest.mark.parametrize("place", [*PLACES, "line", "note", "search"])
def test_both_keys_of_redo_are_heard_wherever_one_writes(
    opened: Window, press: Press, place: str, keys: str
) -> None:
    box = write_in(opened, press, place, SAID)
    words = words_in(box)
    press_keys(opened, "Ctrl+Z")
    assert words_in(box) != words
    redo = opened.findChild(QAction, "redo")
    assert redo
    assert redo.isEnabled() or place == "search", "for the toolbar"
    press_keys(opened, keys)
    assert words_in(box) == words


def _text(window: Window, id_: str) -> str:
    return window.session.argument_map.statement_by_id[id_].text
