"""The pane of the text: it shows what would be saved, and selection goes both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.authoring.problems import Marked
from argmap.authoring.spots import Role
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.formats import formats_of
from argmap.desktop.text.pane import TextPane
from argmap.desktop.text.shown import characters
from argmap.desktop.text.source import Lines, Source, shown_as
from argmap.desktop.widgets.plain_text import units
from argmap.desktop.window import Window
from argmap.drawing import theme as themes
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.yaml_file import BOM, dumps, read
from tests.desktop.helpers import POOL, press_keys
from tests.desktop.writing_places import write_in
from tests.store.maps import maps

NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline
Press = Callable[..., None]


@pytest.fixture
def pane(opened: Window, qtbot: QtBot) -> TextPane:
    """The pane in a window with the pool map, up to date."""
    opened.panes.enter("text")
    pane = opened.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text))
    settled(pane, qtbot)
    return pane


def settled(pane: TextPane, qtbot: QtBot) -> None:
    """Wait until the pane shows the text of the session."""

    def up_to_date() -> bool:
        return not pane.busy and text_in(pane) == pane._session.text.text()

    qtbot.waitUntil(up_to_date)


def text_in(pane: TextPane) -> str:
    return pane.editor.document().toRawText().replace("\u2029", "\n")


def before_cursor(pane: TextPane) -> str:
    cursor = pane.editor.textCursor()
    return cursor.block().text()[: cursor.positionInBlock()].lstrip()


def put_cursor(pane: TextPane, behind: str) -> None:
    """Put the cursor directly behind some words."""
    cursor = pane.editor.textCursor()
    cursor.setPosition(text_in(pane).index(behind) + len(behind))
    pane.editor.setTextCursor(cursor)


def line_with(pane: TextPane, words: str) -> int:
    return pane.editor.shown.text[: pane.editor.shown.text.index(words)].count("\n")


def lit(pane: TextPane) -> list[str]:
    document = pane.editor.document()
    return [document.findBlockByNumber(line).text().strip() for line in pane.editor.lit]


def marks_in(pane: TextPane) -> list[Marked]:
    return [mark for marks in pane.editor.shown.marks.values() for mark in marks]


def roles_on(pane: TextPane, words: str) -> dict[str, Role | Severity]:
    block = pane.editor.document().findBlockByNumber(line_with(pane, words))
    line = pane.editor.shown.colours(block.blockNumber())
    return {block.text()[s.start : s.start + s.length]: s.role for s in line}


def test_it_shows_what_would_be_saved(pane: TextPane, opened: Window) -> None:
    assert text_in(pane) == opened.session.text.text()


def test_an_edit_changes_its_lines_only(pane: TextPane, opened: Window, qtbot: QtBot) -> None:
    touched: list[tuple[int, int, int]] = []
    pane.editor.document().contentsChange.connect(lambda *where: touched.append(where))
    opened.session.attempt("Say more", lambda m: edit.set_fields(m, "cost", text="Staff cost."))
    settled(pane, qtbot)
    (change,) = touched
    assert change[1] < 120
    opened.session.undo()
    settled(pane, qtbot)


def test_what_is_selected_in_the_map_is_lit(pane: TextPane, opened: Window, qtbot: QtBot) -> None:
    opened.canvas.setFocus()
    opened.session.select(["cost"])
    assert lit(pane)[0] == "- id: cost"
    assert before_cursor(pane) == "text: Staff cost doubles on Sundays."
    opened.session.attempt("Add", lambda m: edit.add_premise(m, "cost", "Sundays are paid double."))
    settled(pane, qtbot)
    assert lit(pane)[0] == "- id: sundays-are-paid-double"
    assert before_cursor(pane) == "text: Sundays are paid double."


@pytest.mark.parametrize("way", ["F6", "Shift+F6", "Ctrl+T"])
@pytest.mark.parametrize("waiting", [True, False])
def test_who_comes_into_the_text_writes_on_behind_the_card_that_was_just_made(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, way: str, waiting: bool
) -> None:
    for name in filter(opened.panes.shown, ("inspector", "outline")):
        opened.panes.toggle(name)
    opened.canvas.setFocus()
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Sundays are paid double.", Qt.Key.Key_Return)
    assert opened.session.current == "sundays-are-paid-double"
    if waiting:
        settled(pane, qtbot)
    press_keys(opened, way)
    assert opened.focusWidget() is pane.editor
    assert before_cursor(pane) == "text: Sundays are paid double."
    press(opened, Qt.Key.Key_End, " Q")
    settled(pane, qtbot)
    card = opened.session.argument_map.statement_by_id["sundays-are-paid-double"]
    assert card.text == "Sundays are paid double. Q"


@pytest.mark.parametrize("shown", [True, False])
def test_who_leaves_a_card_in_the_middle_of_a_sentence_writes_it_on_in_the_text(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, shown: bool
) -> None:
    if not shown:
        press_keys(opened, "Ctrl+T")
    opened.canvas.setFocus()
    opened.session.select(["open-sundays"])
    settled(pane, qtbot) if shown else None
    press(opened, Qt.Key.Key_F2, " And on")
    press_keys(opened, "Ctrl+T")
    assert opened.focusWidget() is pane.editor
    assert before_cursor(pane) == 'text: "The pool should open on Sundays. And on'
    press(opened, " Mondays.")
    settled(pane, qtbot)
    claim = opened.session.argument_map.statement_by_id["open-sundays"]
    assert claim.text == "The pool should open on Sundays. And on Mondays."


def test_who_only_looks_at_the_map_comes_back_to_where_he_was(
    pane: TextPane, opened: Window, press: Press
) -> None:
    put_cursor(pane, "Staff cost")
    press(opened, Qt.Key.Key_Escape)
    assert opened.focusWidget() is opened.canvas
    press_keys(opened, "Ctrl+T")
    assert before_cursor(pane) == "text: Staff cost"


def test_what_is_lit_ends_with_the_item(pane: TextPane, opened: Window, qtbot: QtBot) -> None:
    opened.session.open(read(POOL.replace("\nrelations:", "\n\n\nrelations:")))
    settled(pane, qtbot)
    opened.session.select(["cost"])
    assert lit(pane)[-1] == "text: Staff cost doubles on Sundays."


ENDS = """\
argmap: 1
statements:
  - id: quoted
    text: "Say \\"no\\"|"   # as they said
    cites: [{source: book, quote: No.}]
  - {id: flow, text: 'In one line|', kind: claim}
  - id: folded
    text: >
      On two
      lines|
    kind: claim
relations:
  - {id: step, from: [flow], supports: quoted|}
groups:
  - id: circle
    title: A circle|
    note: Of friends.
  - id: mute|
sources:
  - id: book
    title: A book|
    text: All that it says.
"""


@pytest.mark.parametrize("id_", ["quoted", "flow", "folded", "mute", "step", "circle", "book"])
def test_the_cursor_goes_behind_the_words_of_what_is_selected(
    id_: str, pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    text = ENDS.replace("|", "")
    opened.session.open(read(text))
    settled(pane, qtbot)
    section = opened.session.text.by_key[id_].name
    line, column = pane.editor.behind_words(pane.editor.shown.line_of(id_), section)
    lines = text.splitlines()
    lines[line] = f"{lines[line][:column]}|{lines[line][column:]}"
    assert lines[line] in ENDS.splitlines()
    first, last = pane.editor.shown.lines_of(id_)
    assert first <= line <= last


def test_who_goes_to_the_text_and_types_goes_on_with_the_sentence(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.canvas.setFocus()
    opened.session.select(["open-sundays"])
    press(opened, Qt.Key.Key_T, held=Qt.KeyboardModifier.ControlModifier)
    pane = opened.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and pane.editor.hasFocus())
    settled(pane, qtbot)
    press(opened, " Now!")
    qtbot.waitUntil(
        lambda: opened.session.argument_map.statement_by_id["open-sundays"].text.endswith(" Now!")
    )
    assert opened.session.problem is None


def test_the_item_at_the_cursor_is_selected(pane: TextPane, opened: Window, press: Press) -> None:
    pane.editor.setTextCursor(QTextCursor(pane.editor.document()))
    opened.panes.enter("text")
    while pane.editor.textCursor().blockNumber() <= line_with(pane, "id: demand"):
        press(opened, Qt.Key.Key_Down)
    assert opened.session.selection == ("demand",)
    assert opened.focusWidget() is pane.editor


def test_a_click_on_a_line_selects_its_item(pane: TextPane, opened: Window) -> None:
    editor = pane.editor
    block = editor.document().findBlockByNumber(line_with(pane, "id: cost"))
    place = editor.cursorRect(QTextCursor(block)).center()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.session.selection == ("cost",)


def test_keys_ids_names_and_values_have_colours(pane: TextPane) -> None:
    assert roles_on(pane, "id: cost") == {"id": Role.KEY, "cost": Role.ID}
    block = pane.editor.document().findBlockByNumber(line_with(pane, "id: cost"))
    pane.editor.setTextCursor(QTextCursor(block))
    ranges = block.layout().formats()
    colours = {each.format.foreground().color().name() for each in ranges}
    assert len(colours) == 2


def test_a_problem_is_underlined_and_told_under_the_pointer(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    opened.session.attempt("Add", lambda m: edit.add_claim(m, "Therefore, the sky is blue."))
    qtbot.waitUntil(
        lambda: any("Therefore" in m.problem.message for m in marks_in(pane)) and not pane.busy
    )
    mark = next(m for m in marks_in(pane) if "Therefore" in m.problem.message)
    written = pane.editor.shown.written
    assert written is not None
    line, column = written.lines.of(mark.start)
    cursor = QTextCursor(pane.editor.document().findBlockByNumber(line))
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=column)
    pane.editor.setTextCursor(cursor)
    place = pane.editor.cursorRect(cursor).center() + QPoint(2, 0)
    assert mark.problem.message in pane.editor.said_at(place)
    ranges = cursor.block().layout().formats()
    assert any(each.format.underlineStyle() is not NO_LINE for each in ranges)


def test_another_map_takes_the_place_of_the_text(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    opened.session.open(read("argmap: 1\ntitle: Another 🐦\u00a0map\n"))
    settled(pane, qtbot)
    assert "Another 🐦\u00a0map" in text_in(pane)


def test_a_click_out_of_a_field_puts_the_cursor_where_it_was_seen_to_go(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.resize(1280, 480)
    write_in(opened, press, "note", "As the uni")
    press_keys(opened, "Ctrl+T")
    editor = opened.text_pane.editor
    settled(opened.text_pane, qtbot)
    editor.verticalScrollBar().setValue(2)
    assert editor.verticalScrollBar().maximum() > 2, "or nothing could be scrolled"
    line = editor.firstVisibleBlock().next()
    at = QPoint(60, round(editor.blockBoundingGeometry(line).center().y()))
    there = at + editor.contentOffset().toPoint()
    with qtbot.waitSignal(opened.session.changed):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert editor.textCursor().block().text() == line.text()
    assert opened.session.argument_map.statement_by_id["cost"].note == "As the uni"


def test_a_hidden_pane_does_nothing(opened: Window, qtbot: QtBot) -> None:
    opened.session.attempt("Add", lambda m: edit.add_claim(m, "The sky is blue."))
    assert not opened.text_pane.busy
    assert not opened.text_pane.editor.shown.text
    opened.panes.enter("text")
    settled(opened.text_pane, qtbot)


@pytest.mark.parametrize("name", themes.names())
def test_letters_can_be_read_in_every_theme(name: str) -> None:
    theme = themes.load(name)
    formats = formats_of(theme)
    for role in Role:
        letters = formats[role].foreground().color()
        for ground in (theme.background, theme.fills["claim"]):
            assert themes.contrast(letters.name(), ground) >= 4.5, (role, ground)


@settings(deadline=None, max_examples=30)
@given(st.lists(maps(), min_size=1, max_size=4))
def test_any_row_of_texts_is_shown_as_it_is(qapp: object, steps: list[ArgumentMap]) -> None:
    del qapp
    editor = TextEditor()
    for argument_map in steps:
        text = dumps(argument_map)
        before = editor.source.lines
        editor.put(Lines(0, len(before), Source(text).lines).trimmed(before))
        assert editor.document().toRawText().replace("\u2029", "\n") == shown_as(text)
        assert editor.source.text() == text
    editor.deleteLater()


def test_line_breaks_are_shown_as_one_kind() -> None:
    assert shown_as(f"{BOM}a\r\nb\rc\u2029d\n") == "a\nb\nc\u2028d\n"


def test_columns_are_counted_as_qt_does() -> None:
    assert units("a🐦b") == 4
    assert characters("a🐦b", 3) == 2
    assert characters("abc", 9) == 3
