"""Boxes, rows and labels for texts: as high as their lines, and never markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.link_buttons import LinkButton
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.prose import Prose
from argmap.desktop.widgets.wrapping import WrappingTree

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    # What the offscreen platform says of every window with a smallest size.
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]

PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=80)
HOSTILE = ["<img src=x>", "a & b &amp; c", "<b>bold</b>\nsecond line", "tab\tand  two blanks", "<"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_shows_the_text_as_it_stands(text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_text.tooltip(text))
    assert document.toPlainText().replace("\u00a0", " ").split() == text.split()


def test_no_text_has_no_tooltip() -> None:
    assert plain_text.tooltip("") == ""


@given(PRINTED)
def test_a_button_shows_any_text_literally(text: str) -> None:
    button = QPushButton(plain_text.label(text))
    assert button.shortcut().isEmpty()
    assert button.text().replace("&&", "&") == text


@given(st.lists(st.text(max_size=8), max_size=60), st.text("fs", max_size=2))
def test_entries_of_a_menu_get_letters_of_their_own(texts: list[str], taken: str) -> None:
    found = plain_text.lettered(texts, taken)
    assert [plain_text.words(each) for each in found] == texts
    letters = [each.replace("&&", "").partition("&")[2][:1].casefold() for each in found]
    marked = [letter for letter in letters if letter]
    assert len({*marked, *taken}) == len(marked) + len({*taken})
    for text, letter in zip(texts, letters, strict=True):
        free = {c.casefold() for c in text if c.isalnum()} - {*marked, *taken}
        assert letter or not free


def test_a_letter_that_begins_a_word_is_the_first_choice() -> None:
    texts = ["Dark", "Light, dimmed", "план b", "dark"]
    assert plain_text.lettered(texts) == ["&Dark", "&Light, dimmed", "план &b", "d&ark"]


@given(st.text(max_size=60))
def test_one_line_has_no_breaks_and_all_words(text: str) -> None:
    line = plain_text.one_line(text)
    assert line.split() == text.split()
    assert len(line.splitlines()) <= 1
    assert "  " not in line


def test_a_paragraph_is_plain_wraps_and_can_be_copied(qtbot: QtBot) -> None:
    label = plain_text.paragraph()
    qtbot.addWidget(label)
    label.setText("<b>bold</b> " * 20)
    label.resize(120, 10)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.heightForWidth(120) > label.heightForWidth(2000)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


# Prose


@pytest.fixture
def box(qtbot: QtBot) -> Prose:
    box = Prose(least=1, most=4)
    qtbot.addWidget(box)
    box.resize(160, 10)
    box.show()
    return box


def test_prose_wraps_grows_and_stops_growing(box: Prose) -> None:
    line = box.fontMetrics().lineSpacing()
    one = box.height()
    box.setPlainText("many words that do not fit into one line of that width")
    wrapped = box.height()
    box.setPlainText("\n" * 30)
    assert one + line <= wrapped
    assert box.height() == one + 3 * line
    box.clear()
    assert box.height() == one


def test_prose_that_becomes_wider_becomes_lower(box: Prose) -> None:
    box.setPlainText("many words that do not fit into one line of that width")
    high = box.height()
    box.resize(900, high)
    assert box.height() < high


def test_prose_is_as_high_as_lines_of_other_scripts(box: Prose) -> None:
    one = box.height()
    higher = QTextCharFormat()
    higher.setFontPointSize(2 * box.font().pointSizeF())  # as of a font that stands in
    box.mergeCurrentCharFormat(higher)
    box.insertPlainText("漢字")
    assert box.height() > one
    assert box.verticalScrollBar().maximum() == 0


def test_prose_is_never_lower_than_its_least(qtbot: QtBot) -> None:
    low, high = Prose(least=1), Prose(least=3)
    for box in (low, high):
        qtbot.addWidget(box)
        box.show()
    assert high.height() == low.height() + 2 * low.fontMetrics().lineSpacing()


@given(st.text("a é漢😀&<\t\n\u00a0\u200b\u00ad\u202f", max_size=40))
def test_prose_gives_back_every_character(text: str) -> None:
    box = Prose()
    box.setPlainText(text)
    assert box.words() == text


def test_prose_gives_every_line_break_as_one_that_files_have() -> None:
    box = Prose()
    box.setPlainText("one\r\ntwo\u2028three\u2029four")
    assert box.words() == "one\ntwo\nthree\nfour"


def test_a_new_prose_is_not_modified_and_typing_modifies_it(box: Prose) -> None:
    assert not box.document().isModified()
    QTest.keyClicks(box, "x")
    assert box.document().isModified()


def test_tab_leaves_prose(qtbot: QtBot) -> None:
    page = QWidget()
    pile = QVBoxLayout(page)
    box, after = Prose(), QLineEdit()
    for widget in (box, after):
        pile.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert box.words() == ""


# Rows that wrap


@pytest.fixture
def tree(qtbot: QtBot) -> WrappingTree:
    tree = WrappingTree()
    qtbot.addWidget(tree)
    tree.resize(300, 500)
    above = QTreeWidgetItem(tree, ["short"])
    for depth in range(3):
        above = QTreeWidgetItem(above, [f"{depth} " + "words that have to be wrapped " * 4])
    tree.expandAll()
    tree.show()
    return tree


def rows(tree: WrappingTree) -> list[QTreeWidgetItem]:
    item = tree.topLevelItem(0)
    found = []
    while item is not None:
        found.append(item)
        item = item.child(0)
    return found


def room(tree: WrappingTree, row: QTreeWidgetItem) -> tuple[int, int]:
    """How high a row is, and how high its text is when wrapped at the row's width."""
    place = tree.visualItemRect(row)
    flags = int(Qt.TextFlag.TextWordWrap)
    words = tree.fontMetrics().boundingRect(0, 0, place.width(), 10_000, flags, row.text(0))
    return place.height(), words.height()


@pytest.mark.parametrize("width", [200, 300, 800])
def test_a_row_is_as_high_as_its_text_at_any_depth_and_width(
    tree: WrappingTree, qtbot: QtBot, width: int
) -> None:
    tree.resize(width, 500)
    qtbot.waitUntil(lambda: tree.viewport().width() <= width)
    tree.doItemsLayout()
    for row in rows(tree):
        height, needed = room(tree, row)
        assert needed <= height <= needed + 2 * tree.fontMetrics().height()
    assert tree.horizontalScrollBar().maximum() == 0


def test_rows_follow_the_width_of_the_pane(tree: WrappingTree, qtbot: QtBot) -> None:
    last = rows(tree)[-1]
    before = tree.visualItemRect(last).height()
    tree.resize(180, 500)
    qtbot.waitUntil(lambda: tree.visualItemRect(last).height() > before)


# Buttons that lead somewhere


def test_a_jump_is_cut_to_its_room_and_told_in_full(qtbot: QtBot) -> None:
    words = "Premise: Fish & chips\nare what people want after a swim, everybody says so."
    jump = LinkButton(words)
    qtbot.addWidget(jump)
    jump.resize(160, 30)
    jump.show()
    assert jump.text().endswith("…")
    assert jump.accessibleName() == words
    jump.resize(1200, 30)
    shown = QLabel(jump.text())
    assert shown.text().replace("&&", "&") == plain_text.one_line(words)
    assert jump.shortcut().isEmpty()
    assert jump.minimumSizeHint().width() <= 80
