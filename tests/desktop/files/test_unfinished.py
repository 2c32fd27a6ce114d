"""A card that is still being written survives a crash as well."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from argmap.desktop.files.crash_journal import CrashJournal
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.journal import contents
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL, journals, press_keys
from tests.desktop.inspector.inspecting import text


def recovered() -> str:
    """Return the text that the next start would offer if the program ended now."""
    (file,) = journals()
    kept = contents.read(file)
    assert kept is not None
    return kept.text


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


def _waits(window: Window) -> list[int]:
    """For how many milliseconds at most the journal of a window waits before it is written."""
    journal = window.files.findChild(CrashJournal)
    assert journal
    own = Qt.FindChildOption.FindDirectChildrenOnly
    return [t.interval() for t in journal.findChildren(QTimer, options=own) if t.isActive()]


def test_a_key_waits_for_the_journal_a_fifth_of_a_second_at_most(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    opened.files.keep()
    assert not _waits(opened)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Half a thou")
    (wait,) = _waits(opened)
    assert wait <= 200
    qtbot.waitUntil(lambda: "Half a thou" in recovered())
    text(opened.inspector, "Note").setFocus()
    opened.files.keep()
    press(opened, "A note")
    (wait,) = _waits(opened)
    assert wait <= 200


def test_what_is_typed_is_made_a_text_in_the_thread_of_the_journal(
    opened: Window, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    def make(argument_map: ArgumentMap) -> ArgumentMap:
        threads.append(threading.current_thread())
        return edit.set_fields(argument_map, "cost", text="Slow.")

    opened.session.set_typing(make)
    qtbot.waitUntil(lambda: "Slow." in recovered())
    assert threads
    assert threading.main_thread() not in threads
    opened.session.set_typing(None)


def test_what_is_typed_while_the_journal_is_written_comes_after_it(
    opened: Window, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(argument_map: ArgumentMap) -> ArgumentMap:
        begun.set()
        assert go_on.wait(10)
        return edit.set_fields(argument_map, "cost", text="First.")

    opened.session.set_typing(slow)
    qtbot.waitUntil(begun.is_set)
    opened.session.set_typing(lambda m: edit.set_fields(m, "cost", text="Second."))
    go_on.set()
    qtbot.waitUntil(lambda: "Second." in recovered())
    opened.session.set_typing(None)


def test_the_journal_has_of_a_field_what_stood_there_at_the_moment(
    opened: Window, press: Callable[..., None]
) -> None:
    """No widget is asked in another thread: it may be gone, or show another card."""
    opened.session.select(["cost"])
    box = text(opened.inspector, "Note")
    box.setFocus()
    press(opened, "Ask")
    at_the_moment = opened.session.text_as_typed()
    press(opened, " them")
    assert "note: Ask\n" in at_the_moment.text()
    assert "note: Ask them\n" in opened.session.text_as_typed().text()


def test_the_id_of_a_new_card_goes_with_its_words_until_it_is_written(
    opened: Window, press: Callable[..., None], pool_file: Path, qtbot: QtBot
) -> None:
    """What was saved in mid-word keeps no half sentence, and no line of anything else changes."""
    before = pool_file.read_text(encoding="utf-8")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are f")
    press_keys(opened, "Ctrl+S")
    half = pool_file.read_text(encoding="utf-8")
    assert "- id: wages-are-f\n" in half
    press(opened, "ixed by la")
    press_keys(opened, "Ctrl+S")
    assert "- id: wages-are-fixed-by\n" in pool_file.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: "wages-are-fixed-by" in opened.canvas.map_scene.cards)
    places = {id_: opened.canvas.map_scene.rect_at_rest(id_) for id_ in ("cost", "demand")}
    press(opened, "w.", Qt.Key.Key_Return)
    assert opened.session.selection == ("wages-are-fixed-by",)
    press_keys(opened, "Ctrl+S")
    whole = pool_file.read_text(encoding="utf-8")
    assert whole == half.replace("wages-are-f", "wages-are-fixed-by").replace(
        "Wages are f", "Wages are fixed by law."
    )
    assert [line for line in before.splitlines() if line not in whole.splitlines()] == []
    qtbot.waitUntil(lambda: not opened.canvas.layouts.awaited)
    assert places == {id_: opened.canvas.map_scene.rect_at_rest(id_) for id_ in places}
    for _ in range(3):
        press_keys(opened, "Ctrl+Z")
    assert opened.session.text.text() == before


def test_once_it_was_written_an_id_stays(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "wages" in opened.canvas.map_scene.cards)
    press(opened, Qt.Key.Key_F2, " are fi")
    press_keys(opened, "Ctrl+S")
    press(opened, "xed.", Qt.Key.Key_Return)
    assert opened.session.argument_map.statement_by_id["wages"].text == "Wages are fixed."
