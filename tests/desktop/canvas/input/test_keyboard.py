"""Keys that the canvas hears itself: which of them write, and what is held or repeated."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.widgets.ending import writes
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
QUIET = "sundays-are-quiet"
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier

WRITING = [
    (NONE, "a", True),
    (SHIFT, "A", True),
    (NONE, "é", True),
    (NONE, "中", True),
    (NONE, "👍", True),
    (NONE, "?", True),
    (KEYPAD, "7", True),
    (CTRL | ALT, "€", True),  # what Windows makes of AltGr
    (CTRL | ALT | SHIFT, "Ω", True),
    (NONE, " ", False),
    (NONE, "", False),
    (NONE, "\r", False),
    (NONE, "\x1b", False),
    (NONE, "\x7f", False),
    (CTRL, "s", False),
    (ALT, "f", False),
    (META, "v", False),
    (META | CTRL | ALT, "v", False),
    (CTRL, "\x13", False),
]


@pytest.mark.parametrize(("held", "text", "expected"), WRITING)
def test_a_key_writes_if_it_is_a_character_and_no_command(
    held: Qt.KeyboardModifier, text: str, expected: bool
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, held, text)
    assert writes(event) is expected


def send(hand: Hand, key: Qt.Key, *, down: bool, repeated: bool, text: str = "") -> bool:
    """Let the keyboard say that a key goes down or up; tell whether the canvas took it."""
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    event = QKeyEvent(kind, key, NONE, text, repeated)
    QApplication.sendEvent(hand.canvas, event)
    return event.isAccepted()


def test_space_that_repeats_itself_folds_once(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    views = []
    desk_hand.session.view_changed.connect(lambda: views.append(desk_hand.session.view.folded))
    assert send(desk_hand, Key.Key_Space, down=True, repeated=False)
    for _ in range(4):
        assert send(desk_hand, Key.Key_Space, down=True, repeated=True)
        send(desk_hand, Key.Key_Space, down=False, repeated=True)
    assert views == []
    assert desk_hand.canvas.keyboard.panning
    send(desk_hand, Key.Key_Space, down=False, repeated=False)
    assert views == [{"sundays-are-quiet"}]
    assert not desk_hand.canvas.keyboard.panning


def test_space_let_go_elsewhere_does_not_fold(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    send(desk_hand, Key.Key_Space, down=True, repeated=False)
    desk_hand.canvas.clearFocus()
    send(desk_hand, Key.Key_Space, down=False, repeated=False)
    assert desk_hand.session.view.folded == frozenset()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Insert, Key.Key_Return])
def test_a_key_that_repeats_itself_creates_nothing_more(desk_hand: Hand, key: Qt.Key) -> None:
    desk_hand.session.select(["calm-is-good"])
    before = desk_hand.argument_map
    for _ in range(3):
        send(desk_hand, key, down=True, repeated=True)
    assert desk_hand.editor() is None
    assert desk_hand.argument_map is before


def test_arrow_keys_may_repeat_themselves(hand: Hand) -> None:
    hand.session.select(["open-it-on-sundays"])
    assert send(hand, Key.Key_Down, down=True, repeated=True)
    assert send(hand, Key.Key_Down, down=True, repeated=True)
    assert hand.session.current != "open-it-on-sundays"


def test_the_first_arrow_key_goes_to_the_first_card(hand: Hand) -> None:
    hand.session.select([])
    hand.key(Key.Key_Left)
    assert hand.session.selection == ("open-it-on-sundays",)


@pytest.mark.parametrize("held", [CTRL, ALT, META])
def test_arrow_keys_with_a_modifier_are_left_to_commands(
    hand: Hand, held: Qt.KeyboardModifier
) -> None:
    hand.session.select(["open-it-on-sundays"])
    hand.key(Key.Key_Down, held)
    assert hand.session.selection == ("open-it-on-sundays",)


def test_shift_and_arrow_keys_extend_and_never_select_twice(hand: Hand) -> None:
    hand.session.select(["open-it-on-sundays"])
    hand.key(Key.Key_Down, SHIFT)
    hand.key(Key.Key_Up, SHIFT)
    first, second = hand.session.selection
    assert (first, second) == (first, "open-it-on-sundays")
    assert first != second


def test_at_the_rim_an_arrow_key_stays(hand: Hand) -> None:
    hand.session.select(["open-it-on-sundays"])
    hand.key(Key.Key_Up)
    assert hand.session.selection == ("open-it-on-sundays",)


def test_from_an_arrow_the_keys_go_on_to_cards(hand: Hand) -> None:
    hand.session.select(["r-calm-is-good"])
    hand.key(Key.Key_Down)
    assert hand.session.selection == ("calm-is-good",)


def menu_key(hand: Hand) -> QPoint:
    """Press the menu key; give where the menu is to open, in the viewport."""
    asked: list[QPoint] = []
    hand.canvas.menu_wanted.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(hand.canvas.viewport(), event)
    (at,) = asked
    return hand.canvas.viewport().mapFromGlobal(at)


def test_the_menu_key_opens_the_menu_at_the_selected_card_or_arrow(hand: Hand) -> None:
    hand.session.select(["r-cost-doubles"])
    assert menu_key(hand) == hand.spot("r-cost-doubles")


@pytest.mark.parametrize(
    ("card", "right", "down"),
    [
        ("open-it-on-sundays", 900, 0),
        ("cost-doubles", -900, 0),
        ("open-it-on-sundays", 0, 700),
        ("cost-doubles", 0, -700),
    ],
)
def test_the_menu_of_a_card_out_of_sight_opens_inside_the_window(
    hand: Hand, card: str, right: int, down: int
) -> None:
    hand.session.select([card])
    hand.canvas.zoom_to(6)
    hand.canvas.center_on(card)
    hand.canvas.scroll_by(right, down)
    room, spot = hand.canvas.viewport().rect(), hand.spot(card)
    assert not room.contains(spot)
    at = menu_key(hand)
    assert room.contains(at)
    assert (at.y() == spot.y()) if right else (at.x() == spot.x())


def test_with_nothing_selected_the_menu_key_opens_the_menu_in_the_window(hand: Hand) -> None:
    hand.session.select([])
    assert hand.canvas.viewport().rect().contains(menu_key(hand))


def test_a_right_click_beside_everything_selects_nothing(hand: Hand) -> None:
    at = hand.canvas.viewport().rect().bottomRight() - QPoint(5, 5)
    screen = hand.canvas.viewport().mapToGlobal(at)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, screen)
    QApplication.sendEvent(hand.canvas.viewport(), mouse)
    assert hand.session.selection == ()


def test_a_right_click_on_one_of_many_keeps_them_all(hand: Hand) -> None:
    both = ("calm-is-good", "cost-doubles")
    hand.session.select(both)
    at = hand.spot("cost-doubles")
    screen = hand.canvas.viewport().mapToGlobal(at)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, screen)
    QApplication.sendEvent(hand.canvas.viewport(), mouse)
    assert hand.session.selection == both


def _space(hand: Hand) -> None:
    hand.hold(Key.Key_Space)
    hand.release_key(Key.Key_Space)


def test_a_blank_before_a_word_is_a_blank(desk_hand: Hand) -> None:
    desk_hand.session.select([QUIET])
    _space(desk_hand)
    assert desk_hand.session.view.folded == {QUIET}, "alone it folds"
    desk_hand.type("too")
    assert desk_hand.session.view.folded == frozenset()
    editor = desk_hand.editor()
    assert editor
    assert editor.text == "Sundays are quiet. too"
    desk_hand.settle()
    assert "calm-is-good" in desk_hand.canvas.map_scene.cards


@pytest.mark.parametrize(
    ("keys", "written"),
    [("ents", "Students"), (" ents", "Stud ents"), ("  Ents", "Stud Ents"), (", so", "Stud, so")],
)
def test_a_letter_goes_on_with_the_word_and_a_blank_begins_one(
    desk_hand: Hand, keys: str, written: str
) -> None:
    desk_hand.open(edit.set_fields(desk_hand.argument_map, QUIET, text=""))
    desk_hand.session.select([QUIET])
    desk_hand.type("Stud")
    desk_hand.key(Key.Key_Return)
    for letter in keys:
        desk_hand.type(letter)
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id[QUIET].text == written
    assert desk_hand.session.view.folded == frozenset()


def test_the_blank_before_a_word_is_there_where_nothing_can_be_folded(desk_hand: Hand) -> None:
    desk_hand.open(edit.set_fields(desk_hand.argument_map, "calm-is-good", text="Calm"))
    desk_hand.session.select(["calm-is-good"])
    _space(desk_hand)
    QApplication.sendEvent(desk_hand.canvas, QInputMethodEvent("´", []))
    written = QInputMethodEvent()
    written.setCommitString("é")
    QApplication.sendEvent(desk_hand.canvas, written)
    desk_hand.session.commit_typing()
    assert desk_hand.argument_map.statement_by_id["calm-is-good"].text == "Calm é"


def test_a_blank_is_forgotten_when_anything_comes_between(desk_hand: Hand) -> None:
    desk_hand.open(edit.set_fields(desk_hand.argument_map, "calm-is-good", text="Calm"))
    desk_hand.session.select(["calm-is-good"])
    _space(desk_hand)
    desk_hand.key(Key.Key_Up)
    desk_hand.session.select(["calm-is-good"])
    desk_hand.type("s")
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id["calm-is-good"].text == "Calms"


def test_a_capital_after_the_blank_needs_shift(desk_hand: Hand) -> None:
    desk_hand.session.select([QUIET])
    _space(desk_hand)
    QTest.keyPress(desk_hand.canvas, Key.Key_Shift, SHIFT)
    desk_hand.key(Key.Key_A, SHIFT)
    assert desk_hand.session.view.folded == frozenset()


@pytest.mark.parametrize("between", ["key", "click", "command"])
def test_what_space_folded_stays_folded_if_anything_comes_before_the_letter(
    desk_hand: Hand, between: str
) -> None:
    desk_hand.session.select([QUIET])
    _space(desk_hand)
    desk_hand.settle()
    if between == "click":
        desk_hand.click(desk_hand.spot(QUIET))
    elif between == "key":
        desk_hand.key(Key.Key_Left)
        desk_hand.session.select([QUIET])
    else:
        desk_hand.key(Key.Key_D, CTRL)
        desk_hand.session.select([QUIET])
    desk_hand.type("t")
    assert QUIET in desk_hand.session.view.folded


def test_a_letter_opens_nothing_that_was_folded_otherwise(desk_hand: Hand) -> None:
    desk_hand.session.select([QUIET])
    _space(desk_hand)
    _space(desk_hand)  # opens
    _space(desk_hand)
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_Home)
    desk_hand.type("t")
    assert desk_hand.session.view.folded == {QUIET}


def test_an_input_method_after_the_blank_opens_it_too(desk_hand: Hand) -> None:
    desk_hand.session.select([QUIET])
    _space(desk_hand)
    QApplication.sendEvent(desk_hand.canvas, QInputMethodEvent("¨", []))
    assert desk_hand.session.view.folded == frozenset()
