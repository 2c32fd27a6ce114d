"""The field in which a card is written: input methods, pasting, undoing, long texts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QLabel

from argmap.desktop import draft
from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.drawing import theme as themes
from argmap.drawing.dot.card import ROLE, TEXT
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Kind
from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
CARD = "calm-is-good"


def hold(key: Qt.Key, modifiers: Qt.KeyboardModifier, *, told: bool = True, at: int = 0) -> None:
    """Let a key that is held down repeat itself once more, where the focus is.

    `told` says whether the system knows that it repeats; else it lets the key go and presses it
    again in the same millisecond.
    """
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        focus = QApplication.focusWidget()
        assert focus
        event = QKeyEvent(kind, key, modifiers, "", told)
        event.setTimestamp(at)
        QApplication.sendEvent(focus, event)


@pytest.fixture
def editor(desk_hand: Hand) -> CardEditor:
    """The editor of a card, its whole text marked, in a window with all commands."""
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_F2)
    desk_hand.key(Key.Key_A, CTRL)
    found = desk_hand.editor()
    assert found
    return found


def hold_shortcut(hand: Hand, key: Qt.Key, modifiers: Qt.KeyboardModifier, at: int) -> None:
    """Let a command's key repeat itself once more on the canvas, as Qt does: without a press."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
        event = QKeyEvent(kind, key, modifiers)
        event.setTimestamp(at)
        QApplication.sendEvent(hand.canvas, event)
    action = next(a for a in hand.canvas.actions() if a.shortcut() == QKeySequence(modifiers | key))
    action.trigger()


def text_of(hand: Hand, id_: str = CARD) -> str:
    return hand.argument_map.statement_by_id[id_].text


def compose(editor: CardEditor, preedit: str, commit: str = "") -> None:
    """Do as an input method does: show what is being composed, or hand over what was."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor.field, event)


def paste(hand: Hand, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    hand.key(Key.Key_V, CTRL)


def test_what_is_composed_is_no_text_until_it_is_handed_over(
    desk_hand: Hand, editor: CardEditor
) -> None:
    compose(editor, "ni hao")
    assert "ni" not in editor.text
    compose(editor, "", "你好")
    assert editor.text == "你好"
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "你好"


def test_composing_that_is_broken_off_leaves_the_text(desk_hand: Hand, editor: CardEditor) -> None:
    desk_hand.key(Key.Key_End)
    compose(editor, "ni")
    compose(editor, "")
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "Calm is good."
    assert desk_hand.session.document.done == ()


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_several_pasted_lines_are_one_card(
    desk_hand: Hand, editor: CardEditor, line_break: str
) -> None:
    height = editor.height()
    paste(desk_hand, line_break.join(["First line", "second line", "third line"]))
    assert editor.height() > height
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "First line\nsecond line\nthird line"
    assert len(desk_hand.session.document.done) == 1


def test_formatted_text_is_pasted_as_plain_text(desk_hand: Hand, editor: CardEditor) -> None:
    paste(desk_hand, "bold words", "<b>bold</b> <a href='x'>words</a>")
    assert editor.text == "bold words"
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "bold words"


def test_undo_in_the_editor_takes_back_typing_and_no_edit_of_the_map(
    desk_hand: Hand, editor: CardEditor
) -> None:
    desk_hand.key(Key.Key_Escape)
    desk_hand.session.do("Add", edit.add_claim(desk_hand.argument_map, "Another."))
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_F2)
    desk_hand.type(" Gone")
    before = desk_hand.argument_map
    desk_hand.key(Key.Key_Z, CTRL)
    again = desk_hand.editor()
    assert again
    assert again is not editor
    assert again.text == "Calm is good."
    assert desk_hand.argument_map is before
    desk_hand.key(Key.Key_Z, CTRL | SHIFT)
    assert again.text == "Calm is good. Gone"


def test_copy_cut_and_select_all_are_about_the_text(desk_hand: Hand, editor: CardEditor) -> None:
    before = desk_hand.session.selection
    desk_hand.key(Key.Key_End)
    desk_hand.key(Key.Key_A, CTRL)
    desk_hand.key(Key.Key_X, CTRL)
    assert editor.text == ""
    assert QGuiApplication.clipboard().text() == "Calm is good."
    assert desk_hand.session.selection == before
    assert CARD in desk_hand.argument_map.statement_by_id
    paste(desk_hand, "Back again.")
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "Back again."


def test_blank_ends_are_no_part_of_the_text(desk_hand: Hand, editor: CardEditor) -> None:
    paste(desk_hand, "\n  Calm is golden. \n\n")
    assert editor.text == "Calm is golden."
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == "Calm is golden."


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_both_enter_keys_end_and_break_lines(
    desk_hand: Hand, editor: CardEditor, key: Qt.Key
) -> None:
    paste(desk_hand, "One")
    desk_hand.key(key, SHIFT)
    desk_hand.type("two")
    desk_hand.key(key, Qt.KeyboardModifier.KeypadModifier)
    assert desk_hand.editor() is None
    assert not editor.field.hasFocus()
    assert text_of(desk_hand) == "One\ntwo"


def test_a_very_long_text_can_be_written_and_its_end_is_seen(
    desk_hand: Hand, editor: CardEditor
) -> None:
    words = ("A reason that goes on and on. " * 400).strip()
    paste(desk_hand, words)
    assert desk_hand.canvas.viewport().rect().contains(editor.geometry())
    assert editor.field.viewport().rect().contains(editor.field.cursorRect().center())
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand) == words
    desk_hand.settle()
    assert desk_hand.canvas.rect_of(CARD)


def test_the_editor_shrinks_with_its_text(desk_hand: Hand, editor: CardEditor) -> None:
    least = editor.height()
    paste(desk_hand, "line\n" * 8)
    assert editor.height() > least
    desk_hand.key(Key.Key_A, CTRL)
    desk_hand.key(Key.Key_Delete)
    assert editor.height() == least


@pytest.mark.parametrize("kind", Kind)
def test_the_editor_looks_like_the_card_it_will_become(desk_hand: Hand, kind: Kind) -> None:
    made = {
        Kind.CLAIM: draft.claim(),
        Kind.PREMISE: draft.premise(CARD),
        Kind.REBUTTAL: draft.rebuttal(ArgumentMap(), CARD),
    }[kind]
    desk_hand.session.start_draft(made)
    found = desk_hand.editor()
    assert found
    theme = themes.load("light")
    label = found.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.text() == kind.upper()
    assert label.font().weight() == QFont.Weight.Bold
    assert found.field.accessibleName() == f"Text of the {kind}"
    image = found.grab().toImage()
    corner = QPoint(found.width() - 12, 12)
    assert image.pixelColor(corner).name() == theme.fills[kind].lower()
    desk_hand.key(Key.Key_Escape)


@pytest.mark.parametrize("zoom", [0.5, 0.9, 1, 1.2, 2])
def test_the_role_word_is_as_large_beside_the_text_as_on_a_card(
    desk_hand: Hand, zoom: float
) -> None:
    desk_hand.look_at(CARD, zoom)
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_F2)
    found = desk_hand.editor()
    assert found
    label = found.findChild(QLabel)
    assert isinstance(label, QLabel)
    word, text = label.font().pixelSize(), found.field.font().pixelSize()
    assert abs(word - text * ROLE.size / TEXT.size) <= 0.75
    assert text == max(11, round(TEXT.size * zoom))
    desk_hand.key(Key.Key_Escape)


def test_only_one_card_is_written_at_a_time(desk_hand: Hand, editor: CardEditor) -> None:
    desk_hand.type("Kept.")
    desk_hand.canvas.edit("cost-doubles")
    second = desk_hand.editor()
    assert second is not editor
    assert second
    assert second.text == "Cost doubles."
    assert text_of(desk_hand) == "Kept."
    desk_hand.session.start_draft(draft.claim())
    assert desk_hand.editor() not in (editor, second)
    desk_hand.key(Key.Key_Escape)
    assert text_of(desk_hand, "cost-doubles") == "Cost doubles."


def test_what_cannot_be_edited_opens_no_editor(desk_hand: Hand) -> None:
    for id_ in ("r-cost-doubles", "nothing", ""):
        desk_hand.canvas.edit(id_)
        assert desk_hand.editor() is None
    desk_hand.session.select(["r-cost-doubles"])
    desk_hand.type("n")
    assert desk_hand.editor() is None


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_tab_in_an_emptied_editor_keeps_the_text_and_goes_on(
    desk_hand: Hand, editor: CardEditor, key: Qt.Key
) -> None:
    desk_hand.key(Key.Key_Delete)
    assert editor.text == ""
    desk_hand.key(key, SHIFT if key is Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
    assert text_of(desk_hand) == "Calm is good."
    desk_hand.type("About it.")
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.relations_of("about-it")[0].target == CARD


def test_undo_with_nothing_left_to_take_back_ends_the_writing_and_undoes_no_edit(
    desk_hand: Hand,
) -> None:
    desk_hand.session.do("Add", edit.add_claim(desk_hand.argument_map, "Another."))
    before = desk_hand.argument_map
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_Tab)
    desk_hand.type("x")
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.editor()
    hold(Key.Key_Z, CTRL)
    assert desk_hand.editor(), "a held Ctrl+Z stops where there is nothing left to take back"
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.editor() is None
    assert desk_hand.argument_map is before
    assert desk_hand.canvas.hasFocus()


ENDING = [
    (Key.Key_Tab, NONE),
    (Key.Key_Backtab, SHIFT),
    (Key.Key_Return, CTRL),
    (Key.Key_Return, NONE),
    (Key.Key_Insert, NONE),
]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("key", "held"), ENDING)
def test_a_key_that_is_held_opens_one_draft_and_leaves_it_open(
    desk_hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier, told: bool
) -> None:
    desk_hand.session.select([CARD])
    desk_hand.key(key, held)
    opened = desk_hand.editor()
    assert opened
    for at in range(7000, 7150, 30):
        hold(key, held, told=told, at=at)
        assert desk_hand.editor() is opened
    desk_hand.key(Key.Key_Escape)


def test_a_letter_that_was_held_as_the_focus_went_keeps_no_command_back(
    desk_hand: Hand, editor: CardEditor
) -> None:
    hold(Key.Key_A, NONE)
    assert editor.field.hasFocus()
    editor.field.clearFocus()
    before = desk_hand.argument_map
    keys = QKeySequence(CTRL | Key.Key_D)
    next(a for a in desk_hand.canvas.actions() if a.shortcut() == keys).trigger()
    assert desk_hand.argument_map is not before


def test_a_key_that_is_held_repeats_no_command_of_the_canvas(desk_hand: Hand) -> None:
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_D, CTRL)
    once = desk_hand.argument_map
    for at in range(7000, 7150, 30):
        hold_shortcut(desk_hand, Key.Key_D, CTRL, at)
    assert desk_hand.argument_map is once
    desk_hand.key(Key.Key_D, CTRL)
    assert desk_hand.argument_map is not once


def test_undo_takes_back_a_word_at_a_time_and_redo_gives_it_back(desk_hand: Hand) -> None:
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_Tab)
    desk_hand.type("The pool is")
    editor = desk_hand.editor()
    assert editor
    said = []
    for _ in range(3):
        desk_hand.key(Key.Key_Z, CTRL)
        said.append(editor.text)
    assert said == ["The pool", "The", ""]
    for _ in range(3):
        desk_hand.key(Key.Key_Z, CTRL | SHIFT)
    assert editor.text == "The pool is"
    desk_hand.key(Key.Key_Return)
    assert text_of(desk_hand, "the-pool-is") == "The pool is"


def test_what_a_card_asks_for_gives_way_to_what_is_being_composed(desk_hand: Hand) -> None:
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_Tab)
    opened = desk_hand.editor()
    assert opened
    field = opened.field

    def seen() -> QImage:
        behind = field.viewport().rect().adjusted(field.cursorRect().right() + 40, 0, 0, 0)
        return field.viewport().grab(behind).toImage()

    asking = seen()
    compose(opened, "n")
    assert seen() != asking
    compose(opened, "")
    assert seen() == asking


def test_what_an_input_method_gives_is_taken_back_in_pieces(desk_hand: Hand) -> None:
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_Tab)
    editor = desk_hand.editor()
    assert editor
    for words in ("游泳池", "应该", "开放"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(editor.field, event)
    desk_hand.key(Key.Key_Z, CTRL)
    assert editor.text == "游泳池应该"


@pytest.mark.parametrize("zoom", [0.5, 0.8, 1.3])
def test_no_letter_is_cut_off_while_the_text_grows(desk_hand: Hand, zoom: float) -> None:
    desk_hand.look_at(CARD, zoom)
    desk_hand.session.start_draft(draft.premise(CARD))
    desk_hand.settle()
    editor = desk_hand.editor()
    assert editor
    moved: list[int] = []
    for bar in (editor.field.horizontalScrollBar(), editor.field.verticalScrollBar()):
        bar.valueChanged.connect(moved.append)
    desk_hand.type("It is open on every Sunday of the year, come what may,     and so on, and on;")
    assert not any(moved)


def test_a_card_that_is_written_has_one_frame(desk_hand: Hand) -> None:
    desk_hand.look_at(CARD, 0.6)
    desk_hand.session.select([CARD])
    card = desk_hand.canvas.map_scene.cards[CARD]
    assert card.highlight.selected
    desk_hand.key(Key.Key_F2)
    assert not card.highlight.selected, "the editor's, which is larger than the card from afar"
    desk_hand.key(Key.Key_Escape)
    assert card.highlight.selected
    desk_hand.key(Key.Key_F2)
    desk_hand.type(" Or so.")
    desk_hand.key(Key.Key_Return)
    desk_hand.settle()
    assert desk_hand.canvas.map_scene.cards[CARD].highlight.selected


def test_the_role_and_the_text_stay_at_the_top_of_a_card_that_is_higher(
    desk_hand: Hand, editor: CardEditor
) -> None:
    (role,) = editor.findChildren(QLabel)
    before, text = role.geometry(), editor.field.geometry()
    rect = desk_hand.canvas.rect_to_viewport(desk_hand.canvas.map_scene.cards[CARD].scene_rect)
    editor.move_to(rect.adjusted(0, 0, 0, 200), desk_hand.canvas.zoom())
    QApplication.processEvents()
    assert editor.height() > text.bottom() + 150
    assert (role.geometry(), editor.field.geometry()) == (before, text)
