"""Whoever looks into a menu or another part of the window comes back to where the keys went."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.window import Window
from argmap.errors import Severity
from tests.desktop.helpers import answering, command, has_focus, press_keys, told
from tests.desktop.inspector.inspecting import text
from tests.desktop.writing_places import Press, quiet, write_in

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
pytestmark = quiet
PLACES = ("card", "new card", "row", "note", "text")


def _write_in(window: Window, press: Press, place: str) -> QPlainTextEdit:
    """Begin to write where a text may have several lines, and return where."""
    box = write_in(window, press, place, "Sta ")
    assert isinstance(box, QPlainTextEdit)
    return box


@pytest.fixture(params=PLACES)
def written(opened: Window, press: Press, request: pytest.FixtureRequest) -> QPlainTextEdit:
    return _write_in(opened, press, request.param)


def _goes_on(window: Window, press: Press, written: QPlainTextEdit) -> None:
    """Type on, and see that it goes where it went before."""
    before = written.toPlainText()
    cursor = written.textCursor().position()
    press(window, "vast")
    assert written.toPlainText() == f"{before[:cursor]}vast{before[cursor:]}"
    assert window.focusWidget() is written


def test_a_tap_on_alt_leaves_who_writes_alone(
    opened: Window, press: Press, written: QPlainTextEdit
) -> None:
    press(opened, Key.Key_Alt)
    _goes_on(opened, press, written)


@pytest.mark.parametrize("keys", ["Alt+V", "F10"])
def test_one_escape_leads_out_of_a_menu(
    opened: Window, press: Press, written: QPlainTextEdit, keys: str
) -> None:
    press_keys(opened, keys)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert opened.menuBar().activeAction() is menu.menuAction()
    QTest.keyClick(menu, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert opened.menuBar().activeAction() is None
    _goes_on(opened, press, written)


def _escape(dialog: QWidget) -> None:
    QTest.keyClick(dialog.focusWidget(), Key.Key_Escape)


@pytest.mark.parametrize("place", ["card", "new card", "row", "note"])
@pytest.mark.parametrize("name", ["palette", "history", "shortcuts"])
def test_one_escape_leads_out_of_a_dialog(
    opened: Window, press: Press, place: str, name: str
) -> None:
    written = _write_in(opened, press, place)
    press(opened, Key.Key_Left)
    with answering(_escape):
        command(opened, name).trigger()
    assert opened.session.document.done == ()
    _goes_on(opened, press, written)


@pytest.mark.parametrize("place", ["card", "new card", "row"])
@pytest.mark.parametrize("name", ["why", "sources", "problems", "inspector"])
def test_a_pane_is_shown_and_hidden_beside_who_writes(
    opened: Window, press: Press, place: str, name: str
) -> None:
    written, command_ = _write_in(opened, press, place), command(opened, f"show_{name}")
    before = opened.panes.shown(name)
    if before:
        opened.panes.toggle(name)
    assert not opened.panes.shown(name)
    command_.trigger()
    assert opened.panes.shown(name)
    _goes_on(opened, press, written)
    assert opened.session.document.done == ()
    opened.panes.toggle(name)
    assert not opened.panes.shown(name)
    _goes_on(opened, press, written)


@pytest.mark.parametrize("place", ["card", "new card", "row"])
def test_what_is_chosen_in_the_palette_is_done_in_the_sentence(
    opened: Window, press: Press, place: str
) -> None:
    written = _write_in(opened, press, place)
    press(opened, "lost")
    with answering(lambda palette: _choose(palette, "undo")):
        press_keys(opened, "Ctrl+Shift+P")
    assert written.toPlainText().endswith("Sta ")
    assert opened.session.document.done == ()
    _goes_on(opened, press, written)


@pytest.mark.parametrize("place", ["card", "new card", "row"])
def test_a_card_is_added_by_the_palette_as_by_its_key(
    opened: Window, press: Press, place: str
) -> None:
    _write_in(opened, press, place)
    with answering(lambda palette: _choose(palette, "add premise")):
        press_keys(opened, "Ctrl+Shift+P")
    written = opened.session.current
    assert opened.session.argument_map.statement_by_id[written].text.endswith("Sta")
    press(opened, "Why", Key.Key_Return)
    assert opened.session.argument_map.relations_of("why")[0].target == written


def _choose(palette: QWidget, words: str) -> None:
    field = palette.focusWidget()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)


@pytest.mark.parametrize("place", ["card", "row", "note"])
@pytest.mark.parametrize("looked_for", ["", "xylophone"])
def test_escape_leads_from_finding_nothing_back_to_the_cursor(
    opened: Window, press: Press, place: str, looked_for: str
) -> None:
    box = _write_in(opened, press, place)
    press(opened, *3 * [Key.Key_Left])
    cursor = box.textCursor().position()
    name = box.accessibleName()
    press_keys(opened, "Ctrl+F")
    assert opened.finder.words.hasFocus()
    press(opened, looked_for)
    press_keys(opened, "Ctrl+F")  # which is no place to come back to
    press(opened, Key.Key_Escape)
    again = opened.focusWidget()
    assert isinstance(again, QPlainTextEdit)
    assert again.accessibleName() == name
    assert again.textCursor().position() == cursor
    _goes_on(opened, press, again)


def test_escape_leads_from_finding_nothing_back_to_a_new_card(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    _write_in(opened, press, "new card")
    press_keys(opened, "Ctrl+F")
    (new,) = opened.session.selection
    qtbot.waitUntil(lambda: opened.canvas.rect_of(new) is not None)
    press(opened, Key.Key_Escape, "and more", Key.Key_Return)
    (written,) = opened.session.selection
    assert opened.session.argument_map.statement_by_id[written].text == "Sta and more"


@pytest.mark.parametrize("place", ["outline", "map", "field"])
def test_escape_leads_from_what_was_found_to_where_it_is_seen(
    opened: Window, press: Press, place: str
) -> None:
    opened.session.select(["cost"])
    if place == "map":
        opened.canvas.setFocus()
    elif place == "outline":
        opened.panes.enter("outline")
    else:
        _write_in(opened, press, "note")
    press_keys(opened, "Ctrl+F")
    press(opened, "residents", Key.Key_Escape)
    assert opened.session.selection == ("demand",)
    assert has_focus(opened.outline if place == "outline" else opened.canvas)


def test_rows_of_the_outline_have_the_keys_again_after_find(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    press_keys(opened, "Ctrl+F")
    press(opened, Key.Key_Escape)
    assert opened.outline.hasFocus()


def test_find_leads_to_the_map_where_the_place_it_was_asked_in_is_gone(
    opened: Window, press: Press
) -> None:
    _write_in(opened, press, "note")
    press_keys(opened, "Ctrl+F")
    opened.panes.toggle("inspector")
    opened.finder.words.setFocus()
    press(opened, Key.Key_Escape)
    assert has_focus(opened.canvas)


@pytest.mark.parametrize("name", ["inspector", "sources", "why", "problems", "find", "notices"])
@pytest.mark.parametrize("back", [False, True])
def test_tab_goes_round_in_a_part_of_the_window_and_makes_no_card(
    opened: Window, name: str, back: bool
) -> None:
    opened.resize(1400, 900)
    opened.session.select(["cost"])
    others: dict[str, QWidget] = {"find": opened.finder, "notices": opened.notices}
    if name == "find":
        press_keys(opened, "Ctrl+H")
    elif name == "notices":
        remedy = Remedy("Mend", lambda: None)
        opened.session.post_notice(Notice("Something to do.", Severity.WARNING, (remedy,)))
        press_keys(opened, "Shift+F6")
    else:
        opened.panes.enter(name)
    part = others.get(name) or opened.panes.widget(name)
    first = opened.focusWidget()
    seen: list[QWidget | None] = []
    while opened.focusWidget() not in seen:
        seen.append(opened.focusWidget())
        assert has_focus(part), seen
        press_keys(opened, "Shift+Tab" if back else "Tab")
    assert opened.focusWidget() is first
    wanted = {
        w
        for w in part.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not w.focusProxy()
    }
    assert wanted <= {*seen}
    assert not opened.session.document.done
    assert not opened.canvas.editing.active


@pytest.mark.parametrize("place", ["card", "row"])
def test_what_is_given_up_is_quoted_without_what_stays(
    opened: Window, press: Press, place: str
) -> None:
    _write_in(opened, press, place)
    press(opened, "gone", Key.Key_Escape)
    assert "not kept: “Sta gone”" in told(opened)


def test_what_is_given_up_in_a_field_is_quoted_without_what_stays(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("inspector")
    box = text(opened.inspector, "Text")
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    press(opened, " Sta gone", Key.Key_Escape)
    assert "not kept: “Sta gone”" in told(opened)


def test_a_button_of_a_notice_shows_that_it_has_the_focus(opened: Window) -> None:
    remedy = Remedy("Mend", lambda: None)
    opened.session.post_notice(Notice("Something to do.", Severity.WARNING, (remedy,)))
    mend = next(b for b in opened.notices.findChildren(QToolButton) if b.text() == "Mend")
    plain = mend.grab().toImage()
    press_keys(opened, "Shift+F6")
    assert mend.hasFocus()
    accent = mend.palette().highlight().color()
    assert mend.grab().toImage().pixelColor(1, 10) == accent
    assert plain.pixelColor(1, 10) != accent


@pytest.mark.parametrize("second", ["Tab", "Shift+Tab", "Ctrl+Return"])
@pytest.mark.parametrize("first", ["Tab", "Shift+Tab", "Ctrl+Return"])
def test_what_an_editor_that_goes_had_beside_it_stays(
    opened: Window, press: Press, first: str, second: str
) -> None:
    opened.session.select(["cost"])
    press_keys(opened, first)
    press_keys(opened, second)
    gc.collect()
    opened.canvas.zoom_by(0.9)
    press(opened, *"Fans sing", Key.Key_Return)
    assert "Fans sing" in {s.text for s in opened.session.argument_map.statements}
