"""A card that is still being written survives a crash as well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.store.journal import lines
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL, journals


def recovered() -> str:
    """Return the text that the next start would offer if the program ended now."""
    (file,) = journals()
    contents = lines.read(file)
    assert contents is not None
    return contents.text


def test_half_a_card_is_in_the_journal_and_goes_with_escape(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Half a thou")
    qtbot.waitUntil(lambda: recovered() != POOL, timeout=2000)
    found = read(recovered()).argument_map
    assert found.statement_by_id["half-a-thou"].text == "Half a thou"
    assert [r.target for r in found.relations_of("half-a-thou")] == ["cost"]
    assert opened.isWindowModified()
    press(opened, Qt.Key.Key_Escape)
    assert not opened.isWindowModified()
    qtbot.waitUntil(lambda: recovered() == POOL, timeout=2000)


def test_a_half_edited_card_is_in_the_journal(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " Half a thou")
    qtbot.waitUntil(lambda: recovered() != POOL, timeout=2000)
    found = read(recovered()).argument_map.statement_by_id["cost"]
    assert found.text == "Staff cost doubles on Sundays. Half a thou"
    press(opened, Qt.Key.Key_Return)
    assert opened.session.text.text() == recovered()


def test_a_first_card_that_is_given_up_leaves_nothing_to_recover(
    window: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_H, "alf a thou")
    qtbot.waitUntil(lambda: bool(journals()), timeout=2000)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not journals(), timeout=2000)
    press(window, Qt.Key.Key_Insert, "A whole one")
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(journals()), timeout=2000)
    assert read(recovered()).argument_map.statements[0].text == "A whole one"
