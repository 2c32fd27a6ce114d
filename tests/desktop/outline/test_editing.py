"""Texts edited in their rows of the outline, and what rows say and look like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from argmap.desktop.draft import Draft
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.outline.row_delegate import RowEditor
from argmap.desktop.session import Session
from argmap.drawing import theme as themes
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.outline.outlining import (
    CALM,
    CLAIM,
    COST,
    DEMAND,
    Key,
    OpenMap,
    click,
    editor,
    middle,
    press,
    row,
    shown,
)

LEFT = Qt.MouseButton.LeftButton


def text(session: Session, id_: str) -> str:
    return session.argument_map.statement_by_id[id_].text


def double_click(outline: OutlinePane, id_: str) -> None:
    QTest.mouseClick(outline.viewport(), LEFT, pos=middle(outline, id_))
    QTest.mouseDClick(outline.viewport(), LEFT, pos=middle(outline, id_))


def open_editors(outline: OutlinePane) -> list[RowEditor]:
    return [box for box in outline.viewport().findChildren(RowEditor) if box.isVisible()]


def test_a_double_click_edits_with_the_cursor_behind_the_text(
    outline: OutlinePane, session: Session
) -> None:
    double_click(outline, COST)
    QTest.keyClicks(editor(outline), " Twice.")
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == "Cost doubles. Twice."
    assert session.document.done == ("Edit text",)


def test_a_click_elsewhere_takes_the_text(
    outline: OutlinePane, session: Session, qtbot: QtBot
) -> None:
    double_click(outline, COST)
    QTest.keyClicks(editor(outline), "!")
    outline.activateWindow()
    qtbot.waitUntil(lambda: editor(outline).hasFocus())
    click(outline, CALM)
    assert text(session, COST) == "Cost doubles.!"
    qtbot.waitUntil(lambda: not open_editors(outline))
    assert session.selection == (CALM,)


def test_another_window_and_a_menu_leave_the_row_as_it_is_being_written(
    outline: OutlinePane, session: Session, qtbot: QtBot
) -> None:
    double_click(outline, COST)
    QTest.keyClicks(editor(outline), " Twi")
    QTest.keyClick(editor(outline), Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    box, other = editor(outline), QLineEdit()
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is other)
    outline.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    other.close()
    menu = Qt.FocusReason.PopupFocusReason
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(box, QFocusEvent(kind, menu))
    assert editor(outline) is box
    assert session.document.done == ()
    assert box.textCursor().selectedText() == "i"
    QTest.keyClicks(box, "ice")
    press(box, Key.Key_Return)
    assert text(session, COST) == "Cost doubles. Twice"


NEXT = [
    (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "Add premise"),
    (Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, "Add rebuttal"),
    (Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "Add co-premise"),
]


@pytest.mark.parametrize(("key", "held", "step"), NEXT)
def test_the_keys_that_go_on_with_another_card_are_those_of_the_canvas(
    outline: OutlinePane, session: Session, key: Qt.Key, held: Qt.KeyboardModifier, step: str
) -> None:
    drafts: list[Draft] = []
    session.draft_started.connect(drafts.append)
    double_click(outline, COST)
    QTest.keyClicks(editor(outline), "!")
    QTest.keyClick(editor(outline), key, held)
    assert text(session, COST) == "Cost doubles.!"
    assert [(d.name, d.anchor) for d in drafts] == [(step, COST)]


@pytest.mark.parametrize("ends", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Escape])
def test_whatever_ends_an_edit_without_typing_changes_nothing(
    outline: OutlinePane, session: Session, ends: Qt.Key
) -> None:
    before = session.text.text()
    click(outline, COST)
    press(outline, Key.Key_F2)
    press(editor(outline), ends)
    assert (session.document.done, session.text.text()) == ((), before)


def test_a_step_has_no_text_to_edit(outline: OutlinePane) -> None:
    double_click(outline, "r-cost-doubles")
    press(outline, Key.Key_F2)
    assert open_editors(outline) == []


def test_the_keyboard_is_back_on_the_rows_after_an_edit(
    outline: OutlinePane, session: Session, qtbot: QtBot
) -> None:
    outline.activateWindow()
    qtbot.waitUntil(outline.hasFocus)
    click(outline, COST)
    press(outline, Key.Key_F2)
    press(editor(outline), Key.Key_Return)
    qtbot.waitUntil(outline.hasFocus)
    press(outline, Key.Key_Down)
    assert session.selection == ("volunteers-will-come",)


def test_a_change_from_elsewhere_does_not_take_what_is_being_typed(
    outline: OutlinePane, session: Session
) -> None:
    click(outline, COST)
    press(outline, Key.Key_F2)
    QTest.keyClicks(editor(outline), " So?")
    session.attempt("Edit", lambda m: edit.set_fields(m, COST, title="Cost"))
    assert editor(outline).words() == "Cost doubles. So?"
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == "Cost doubles. So?"


def test_what_was_taken_over_and_undone_is_not_taken_again(
    outline: OutlinePane, session: Session
) -> None:
    click(outline, COST)
    press(outline, Key.Key_F2)
    QTest.keyClicks(editor(outline), " So?")
    outline.commit()
    session.undo()
    assert editor(outline).words() == "Cost doubles."
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == "Cost doubles."
    assert session.document.undone == ("Edit text",)


def test_lines_are_shown_as_one_and_edited_as_they_are(qtbot: QtBot, open_map: OpenMap) -> None:
    session = open_map(edit.add_claim(ArgumentMap(), "One\n  two\n\nthree"))
    outline = shown(session, qtbot)
    (statement,) = session.argument_map.statements
    assert row(outline, statement.id).data() == "One two three"
    click(outline, statement.id)
    press(outline, Key.Key_F2)
    assert editor(outline).words() == "One\n  two\n\nthree"


def laid_out(outline: OutlinePane) -> None:
    """Let what follows from another height happen."""
    for _ in range(3):
        QApplication.processEvents()
    outline.grab()


def write_lines(outline: OutlinePane, id_: str, count: int) -> RowEditor:
    click(outline, id_)
    press(outline, Key.Key_F2)
    box = editor(outline)
    for _ in range(count):
        QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "x")
    laid_out(outline)
    return box


def test_the_editor_covers_its_row_and_grows_with_its_lines(outline: OutlinePane) -> None:
    click(outline, CLAIM)
    press(outline, Key.Key_F2)
    box = editor(outline)
    assert box.pos() == outline.visualRect(row(outline, CLAIM)).topLeft()
    one = box.height()
    for _ in range(3):
        QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.height() >= one + 3 * (box.fontMetrics().lineSpacing() - 1)


def test_a_row_that_is_written_on_grows_and_hides_none_below_it(outline: OutlinePane) -> None:
    places = {id_: outline.visualRect(row(outline, id_)) for id_ in (CLAIM, COST, CALM)}
    box = write_lines(outline, CLAIM, 3)
    assert outline.visualRect(row(outline, CLAIM)) == box.geometry()
    more = box.height() - places[CLAIM].height()
    assert more > 0
    for id_ in (COST, CALM):
        assert outline.visualRect(row(outline, id_)) == places[id_].translated(0, more)
    for _ in range(4):
        QTest.keyClick(box, Key.Key_Backspace)
    laid_out(outline)
    assert outline.visualRect(row(outline, COST)) == places[COST], "it shrinks with its text"
    press(box, Key.Key_Return)
    laid_out(outline)
    assert {id_: outline.visualRect(row(outline, id_)) for id_ in places} == places
    assert outline.uniformRowHeights(), "or each would be measured at every change"


@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Escape])
def test_rows_are_as_high_as_they_were_when_the_writing_has_ended(
    outline: OutlinePane, end: Qt.Key
) -> None:
    before = outline.visualRect(row(outline, COST))
    box = write_lines(outline, DEMAND, 2)
    assert outline.visualRect(row(outline, COST)) != before
    press(box, end)
    laid_out(outline)
    assert outline.visualRect(row(outline, COST)) == before


def test_a_click_below_a_row_that_is_written_on_is_for_the_row_that_is_seen(
    outline: OutlinePane, session: Session, qtbot: QtBot
) -> None:
    before = outline.visualRect(row(outline, COST))
    write_lines(outline, DEMAND, 3)
    at = middle(outline, COST)
    assert not before.contains(at)
    QTest.mouseClick(outline.viewport(), LEFT, pos=at)
    assert session.selection == (COST,)
    laid_out(outline)
    QTest.mouseDClick(outline.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: bool(open_editors(outline)))
    assert open_editors(outline)[0].words() == "Cost doubles."
    press(open_editors(outline)[0], Key.Key_Escape)
    qtbot.waitUntil(lambda: outline.visualRect(row(outline, COST)) == before)


def test_an_editor_at_the_lower_edge_is_seen_as_a_whole(outline: OutlinePane) -> None:
    outline.resize(400, outline.visualRect(row(outline, CALM)).bottom() + 4)
    box = write_lines(outline, CALM, 4)
    place = outline.visualRect(row(outline, CALM))
    assert place.height() == box.height()
    assert abs(place.top() - box.y()) <= 1
    assert box.geometry().bottom() <= outline.viewport().rect().bottom()
    assert box.geometry().top() >= 0


def test_a_narrow_outline_leaves_room_to_write(outline: OutlinePane) -> None:
    outline.resize(150, 300)
    click(outline, DEMAND)
    press(outline, Key.Key_F2)
    assert editor(outline).width() >= 160


def test_a_wide_outline_is_written_in_to_its_edge(outline: OutlinePane) -> None:
    outline.resize(800, 300)
    click(outline, DEMAND)
    press(outline, Key.Key_F2)
    box = editor(outline)
    assert box.geometry().right() == outline.visualRect(row(outline, DEMAND)).right()


def test_typing_writes_on_the_row_where_no_card_is_begun(
    outline: OutlinePane, session: Session
) -> None:
    session.select([COST])
    QTest.keyClicks(outline, "c")
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == "Cost doubles. c"


def test_with_several_rows_selected_a_letter_is_written_on_none(
    outline: OutlinePane, session: Session
) -> None:
    said: list[str] = []
    session.notice_posted.connect(lambda notice: said.append(notice.text))
    session.select([COST, DEMAND])
    QTest.keyClicks(outline, "c")
    assert not open_editors(outline)
    assert said == ["Select the row of one card to write on it."]
    assert set(session.selection) == {COST, DEMAND}


@pytest.mark.parametrize(
    ("keys", "written"),
    [("s", "Studs"), (" s", "Stud s"), ("  S", "Stud S"), (", s", "Stud, s"), ("- s", "Stud- s")],
)
def test_a_letter_goes_on_with_the_word_and_a_blank_begins_one(
    outline: OutlinePane, session: Session, keys: str, written: str
) -> None:
    session.do("Edit text", edit.set_fields(session.argument_map, COST, text="Stud"))
    session.select([COST])
    for letter in keys:
        QTest.keyClicks(next(iter(open_editors(outline)), outline), letter)
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == written


def test_a_blank_is_forgotten_on_another_row(outline: OutlinePane, session: Session) -> None:
    session.do("Edit text", edit.set_fields(session.argument_map, COST, text="Stud"))
    session.select([DEMAND])
    QTest.keyClicks(outline, " ")
    session.select([COST])
    QTest.keyClicks(outline, "s")
    press(editor(outline), Key.Key_Return)
    assert text(session, COST) == "Studs"


# Looks

ROLE = themes.load("light").lines["rebuttal"]


def picture(outline: OutlinePane, id_: str) -> QImage:
    whole: QRect = outline.visualRect(row(outline, id_))
    return outline.viewport().grab(whole).toImage()


def columns(image: QImage, ink: str) -> list[int]:
    """Where in a row pixels are of a colour, or almost, as at the edges of letters; in order."""
    wanted, height = QColor(ink), range(image.height())

    def inked(x: int) -> bool:
        return any(_near(image.pixelColor(x, y), wanted) for y in height)

    return list(filter(inked, range(image.width())))


def _near(one: QColor, other: QColor) -> bool:
    parts = ((c.red(), c.green(), c.blue()) for c in (one, other))
    return all(abs(a - b) < 48 for a, b in zip(*parts, strict=True))


def dress(outline: OutlinePane, base: str, ink: str) -> None:
    worn = QPalette()
    worn.setColor(QPalette.ColorRole.Base, QColor(base))
    worn.setColor(QPalette.ColorRole.Text, QColor(ink))
    worn.setColor(QPalette.ColorRole.Highlight, QColor("#123456"))
    worn.setColor(QPalette.ColorRole.HighlightedText, QColor("#fedcba"))
    outline.setPalette(worn)


@pytest.mark.parametrize(("base", "ink"), [("#ffffff", "#000000"), ("#101010", "#f0f0f0")])
def test_a_row_is_drawn_in_the_colours_of_the_palette(
    outline: OutlinePane, base: str, ink: str
) -> None:
    dress(outline, base, ink)
    image = picture(outline, COST)
    assert columns(image, base)
    assert columns(image, ink)


def test_a_selected_row_is_drawn_in_those_of_a_selection(outline: OutlinePane) -> None:
    dress(outline, "#ffffff", "#000000")
    click(outline, COST)
    image = picture(outline, COST)
    assert columns(image, "#123456")
    assert columns(image, "#fedcba")
    assert not columns(image, "#000000")


def test_a_row_too_narrow_for_its_words_keeps_its_mark_and_some_text(outline: OutlinePane) -> None:
    dress(outline, "#ffffff", "#000000")
    outline.resize(170, 300)
    image = picture(outline, "volunteers-will-come")
    assert columns(image, ROLE)[0] < columns(image, "#000000")[0]
    assert len(columns(image, ROLE)) < outline.fontMetrics().horizontalAdvance("Rebuttal") / 2


def test_mark_role_and_text_stand_side_by_side(outline: OutlinePane) -> None:
    dress(outline, "#ffffff", "#000000")
    image = picture(outline, COST)
    role, words = columns(image, ROLE), columns(image, "#000000")
    assert role[-1] < words[0]
    assert role[-1] - role[0] > 0.7 * outline.fontMetrics().horizontalAdvance("Rebuttal")


def test_rows_stay_as_high_as_they_are(outline: OutlinePane, session: Session) -> None:
    height = outline.rowHeight(row(outline, COST))
    session.attempt("Edit", lambda m: edit.set_fields(m, COST, text="Long " * 200))
    assert outline.rowHeight(row(outline, COST)) == height
    assert height > outline.fontMetrics().height()


def test_blanks_at_the_ends_are_no_part_of_a_text(outline: OutlinePane, session: Session) -> None:
    before = session.argument_map.statement_by_id[COST].text
    outline.model().setData(row(outline, COST), f" {before} really ")
    assert session.argument_map.statement_by_id[COST].text == f"{before} really"
    steps = session.document.done
    outline.model().setData(row(outline, COST), f"{before} really ")
    assert session.document.done == steps, "a blank more is no change"
