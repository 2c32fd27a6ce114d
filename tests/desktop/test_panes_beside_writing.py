"""A pane that is shown or hidden by its key takes the keys from nobody who writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.writing_places import Press, quiet, words_in, write_in

RETURN = Qt.Key.Key_Return
pytestmark = quiet


@pytest.mark.parametrize(
    ("place", "keys", "pane"),
    [
        ("card", "Ctrl+R", "sources"),
        ("new card", "Ctrl+R", "sources"),
        ("row", "Ctrl+R", "sources"),
        ("row", "Ctrl+T", "text"),
        ("note", "Ctrl+R", "sources"),
        ("note", "Ctrl+T", "text"),
        ("search", "Ctrl+T", "text"),
        ("text", "Ctrl+R", "sources"),
    ],
)
def test_the_key_of_a_pane_shows_and_hides_it_and_the_words_go_on(
    opened: Window, press: Press, qtbot: QtBot, place: str, keys: str, pane: str
) -> None:
    box = write_in(opened, press, place, "Sta ha")
    for shown in (True, False):
        press_keys(opened, keys)
        assert opened.panes.shown(pane) is shown
        assert opened.focusWidget() is box
        qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())  # one sees what one writes
        press(opened, "lf")
    assert "Sta halflf" in words_in(box)


def test_a_pane_that_had_to_stand_aside_shares_its_place_again(
    opened: Window, press: Press
) -> None:
    write_in(opened, press, "note", "Sta ha")
    press_keys(opened, "Ctrl+T")
    press_keys(opened, "Ctrl+T")
    press(opened, Qt.Key.Key_Escape)
    opened.canvas.setFocus()
    press_keys(opened, "Ctrl+T")
    assert opened.inspector.visibleRegion().isEmpty(), "the text is in front of it"


def test_from_a_field_that_is_done_with_the_key_leads_into_the_text(
    opened: Window, press: Press
) -> None:
    write_in(opened, press, "note", "Sta ha")
    press(opened, RETURN, held=Qt.KeyboardModifier.ControlModifier)
    press_keys(opened, "Ctrl+T")
    assert opened.focusWidget() is opened.text_pane.editor


@pytest.mark.parametrize("typed", [" They say", " They say "])
def test_the_sentence_of_a_card_goes_on_into_the_text_and_back(
    opened: Window, press: Press, typed: str
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, typed)
    press_keys(opened, "Ctrl+T")
    press_keys(opened, "Ctrl+T")
    assert not opened.panes.shown("text")
    press(opened, " so." if typed[-1] != " " else "so.", RETURN)
    assert opened.session.argument_map.statement_by_id["cost"].text == (
        "Staff cost doubles on Sundays. They say so."
    )
