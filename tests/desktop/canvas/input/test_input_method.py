"""Input methods and dead keys on a selected card: nothing that is composed gets lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from argmap.model.argument_map import ArgumentMap
from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
Query = Qt.InputMethodQuery
CARD = "calm-is-good"
TEXT = "Calm is good."


def focus() -> QObject:
    """Return what an input method talks to."""
    return QGuiApplication.focusObject()


def compose(preedit: str, commit: str = "") -> None:
    """Do as an input method does: show what is being composed, or hand over what was."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(focus(), event)


def key(hand: Hand, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys on the window, so that Qt itself looks for the focus, again for each event."""
    for one in keys:
        QTest.keyClick(hand.canvas.window().windowHandle(), one, held)


def ask(query: Qt.InputMethodQuery) -> object:
    event = QInputMethodQueryEvent(query)
    QApplication.sendEvent(focus(), event)
    return event.value(query)


def text_of(hand: Hand, id_: str = CARD) -> str:
    return hand.argument_map.statement_by_id[id_].text


def writing(hand: Hand) -> str:
    editor = hand.editor()
    assert editor
    return editor.text


@pytest.fixture
def on_card(desk_hand: Hand) -> Hand:
    desk_hand.session.select([CARD])
    return desk_hand


def test_a_dead_key_keeps_its_letter(on_card: Hand) -> None:
    compose("", "Ü")  # all that is heard of a dead key and the letter after it
    key(on_card, Key.Key_B, Key.Key_E, Key.Key_R)
    assert writing(on_card) == f"{TEXT} Über"
    key(on_card, Key.Key_Return)
    assert text_of(on_card) == f"{TEXT} Über"
    assert on_card.canvas.hasFocus()


def test_the_focus_stays_while_something_is_composed(on_card: Hand) -> None:
    before = focus()
    for preedit in ("n", "ni", "ni h", "ni hao"):
        compose(preedit)
        assert focus() is before
        assert writing(on_card) == TEXT, "what is being composed is no text yet"
    field = on_card.canvas.editing.field
    assert field
    assert field.textCursor().block().layout().preeditAreaText() == "ni hao"
    compose("", "你好")
    assert writing(on_card) == f"{TEXT} 你好"


def test_a_syllable_that_is_handed_over_while_the_next_is_composed(on_card: Hand) -> None:
    before = focus()
    compose("하")
    compose("ㄴ", "하")  # as Korean goes: both in one event
    compose("나")
    compose("", "나")
    assert focus() is before
    key(on_card, Key.Key_Return)
    assert text_of(on_card) == f"{TEXT} 하나"


def test_a_modifier_breaks_nothing_off(on_card: Hand) -> None:
    before = focus()
    compose("ni")
    QTest.keyPress(on_card.canvas, Key.Key_Shift)
    QTest.keyRelease(on_card.canvas, Key.Key_Shift)
    assert focus() is before
    compose("", "你")
    assert writing(on_card) == f"{TEXT} 你"


def test_the_first_plain_key_after_composing_moves_the_focus_and_counts(on_card: Hand) -> None:
    compose("", "é")
    key(on_card, Key.Key_Left)
    assert isinstance(focus(), QPlainTextEdit)
    key(on_card, Key.Key_X)
    assert writing(on_card) == f"{TEXT} xé"


@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Tab, Key.Key_Escape])
def test_keys_that_end_the_writing_do_so_after_composing(on_card: Hand, end: Qt.Key) -> None:
    compose("", "é")
    key(on_card, end)
    assert text_of(on_card) == (TEXT if end is Key.Key_Escape else f"{TEXT} é")
    editor = on_card.editor()
    assert (editor is not None) is (end is Key.Key_Tab)
    if editor:
        assert editor.text == ""


def test_on_an_empty_map_composing_begins_the_first_claim(desk_hand: Hand) -> None:
    desk_hand.open(ArgumentMap())
    assert ask(Query.ImEnabled) is True
    compose("ni")
    compose("", "你好")
    key(desk_hand, Key.Key_Return)
    assert [s.text for s in desk_hand.argument_map.statements] == ["你好"]


def test_where_nothing_can_be_written_nothing_is_composed(on_card: Hand) -> None:
    assert ask(Query.ImEnabled) is True
    on_card.session.select(["r-cost-doubles"])
    assert ask(Query.ImEnabled) is False
    compose("ni")
    compose("", "你")
    assert on_card.editor() is None
    on_card.session.select([CARD])
    on_card.session.read_only = True
    assert ask(Query.ImEnabled) is False
    compose("ni")
    assert on_card.editor() is None


def test_blanks_alone_open_no_card(on_card: Hand) -> None:
    compose("", "\u3000")
    assert on_card.editor() is None


def test_nothing_is_written_while_a_target_is_picked(on_card: Hand) -> None:
    on_card.canvas.start_link(CARD)
    compose("ni")
    assert on_card.editor() is None
    key(on_card, Key.Key_Escape)


def test_candidates_are_shown_at_the_card_and_then_at_the_cursor(on_card: Hand) -> None:
    at = ask(Query.ImCursorRectangle)
    assert isinstance(at, QRectF)
    assert at.contains(on_card.spot(CARD))
    compose("ni")
    field, at = on_card.canvas.editing.field, ask(Query.ImCursorRectangle)
    assert field
    assert isinstance(at, QRectF)
    wanted = field.cursorRect().translated(field.viewport().mapTo(on_card.canvas, QPoint()))
    assert (at.topLeft() - wanted.topLeft()).manhattanLength() <= 2
    assert ask(Query.ImSurroundingText) == f"{TEXT} "


def test_a_cursor_is_seen_while_the_canvas_keeps_the_focus(on_card: Hand) -> None:
    on_card.canvas.zoom_to(3)
    on_card.canvas.center_on(CARD)
    compose("", "é")
    field = on_card.canvas.editing.field
    assert field
    with_cursor = field.grab().toImage()
    field.setCursorWidth(0)
    assert field.grab().toImage() != with_cursor


def test_a_click_elsewhere_takes_over_what_was_composed(on_card: Hand) -> None:
    compose("", "é")
    on_card.click(QPoint(3, 3))
    assert on_card.editor() is None
    assert text_of(on_card) == f"{TEXT} é"


def test_another_part_of_the_window_takes_over_what_was_composed(on_card: Hand) -> None:
    compose("", "é")
    key(on_card, Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    assert on_card.editor() is None
    assert text_of(on_card) == f"{TEXT} é"
