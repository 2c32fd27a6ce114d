from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.panels.find import FindBar, matches
from argmap.desktop.session import Session
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Key = Qt.Key
CLAIM, DEMAND, ENOUGH = "open-it-on-sundays", "demand-is-high", "demand-is-enough"


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> FindBar:
    bar = FindBar(session)
    qtbot.addWidget(bar)
    bar.open()
    bar.activateWindow()
    qtbot.waitUntil(bar.words.hasFocus)
    return bar


def selection(session: Session) -> tuple[str, ...]:
    return session.selection


def press(bar: FindBar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(bar.words, key)


@pytest.mark.parametrize("field", ["text", "title", "note", "said_by", "tags"])
def test_it_looks_into_every_field(pool: ArgumentMap, field: str) -> None:
    value = ("a needle",) if field == "tags" else "a Needle"
    changed = edit.set_fields(pool, DEMAND, **{field: value})
    assert matches(changed, "nEEdle ") == (DEMAND,)


def test_it_looks_at_ids_and_steps(pool: ArgumentMap) -> None:
    assert matches(pool, "r-demand") == ("r-demand-is-high",)
    changed = edit.set_fields(pool, "r-cost-doubles", scheme="expert-opinion")
    assert matches(changed, "expert") == ("r-cost-doubles",)


def test_it_finds_in_reading_order_and_nothing_for_blanks(pool: ArgumentMap) -> None:
    assert matches(pool, "sundays") == (CLAIM, "sundays-are-quiet")
    assert matches(pool, "  ") == ()


def test_case_is_ignored_beyond_ascii() -> None:
    assert matches(edit.add_claim(ArgumentMap(), "Die STRASSE"), "straße")


def test_typing_selects_the_first_match_and_counts(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "DEMAND")
    assert selection(session) == ("r-demand-is-high",)
    assert bar.count.text() == "1 of 3"
    QTest.keyClicks(bar.words, " is")
    assert selection(session) == (DEMAND,)
    assert bar.count.text() == "1 of 2"


def test_enter_goes_round_and_shift_enter_back(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "demand is")
    press(bar, Key.Key_Return)
    assert (selection(session), bar.count.text()) == ((ENOUGH,), "2 of 2")
    press(bar, Key.Key_Return)
    assert selection(session) == (DEMAND,)
    QTest.keyClick(bar.words, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selection(session) == (ENOUGH,)


def test_it_goes_on_from_where_the_reader_is(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    session.select(["cost-doubles"])
    assert bar.count.text() == "2 found"
    bar.step(1)
    assert selection(session) == ("sundays-are-quiet",)
    session.select(["cost-doubles"])
    bar.step(-1)
    assert selection(session) == (CLAIM,)


def test_nothing_found_says_so_and_keeps_the_selection(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "xyzzy")
    assert bar.count.text() == "Nothing found"
    press(bar, Key.Key_Return)
    assert selection(session) == (CLAIM,)


def test_esc_closes_and_f3_goes_on_without_the_bar(
    bar: FindBar, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClicks(bar.words, "sundays")
    with qtbot.waitSignal(bar.closed):
        press(bar, Key.Key_Escape)
    assert bar.isHidden()
    bar.step(1)
    assert selection(session) == ("sundays-are-quiet",)
    assert bar.isHidden()


def test_f3_with_nothing_to_look_for_opens_the_bar(bar: FindBar) -> None:
    press(bar, Key.Key_Escape)
    bar.step(1)
    assert bar.isVisible()


def test_opening_again_lets_the_words_be_typed_over(bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "sundays")
    press(bar, Key.Key_Escape)
    bar.open()
    QTest.keyClicks(bar.words, "calm")
    assert bar.words.text() == "calm"


def test_an_edit_counts_again(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    session.attempt("Edit", lambda m: edit.set_fields(m, "calm-is-good", note="On Sundays."))
    assert bar.count.text() == "1 of 3"


def test_buttons_step_too(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    for button in bar.findChildren(type(bar._stepper("", Qt.ArrowType.UpArrow, 1))):
        if button.accessibleName() == "Find next":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert selection(session) == ("sundays-are-quiet",)
