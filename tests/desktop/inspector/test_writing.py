"""Writing in fields as on a card: no blank ends, and the cursor where one goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.model.argument_map import Cite, Source
from argmap.model.edits import edit
from tests.desktop.helpers import editor, press_keys, told
from tests.desktop.inspector import inspecting
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def field(window: Window, name: str) -> QWidget:
    page = inspecting.page_of(window.inspector)
    boxes = [b for sort in (QLineEdit, QPlainTextEdit) for b in page.findChildren(sort)]
    return next(b for b in boxes if b.accessibleName() == name and b.isVisible())


@pytest.mark.parametrize("name", ["Text", "Note", "Title", "Said by"])
def test_a_field_of_a_card_has_no_blank_ends(opened: Window, press: Press, name: str) -> None:
    opened.session.select(["cost"])
    opened.inspector.show()
    field(opened, name).setFocus()
    press_keys(opened, "Ctrl+A")
    press(opened, "  Staff is paid double.  ")
    opened.inspector.commit()
    cost = opened.session.argument_map.statement_by_id["cost"]
    said = {"Text": cost.text, "Note": cost.note, "Title": cost.title, "Said by": cost.said_by}
    assert said[name] == "Staff is paid double."
    assert (
        field(opened, name).property("plainText" if name in ("Text", "Note") else "text")
        == "Staff is paid double."
    )


@pytest.mark.parametrize("name", ["Title", "Author", "Address", "Note"])
def test_a_field_of_a_source_has_no_blank_ends(opened: Window, press: Press, name: str) -> None:
    with_source = edit.put(opened.session.argument_map, Source("petition", "Petition"))
    opened.session.do("Add source", with_source)
    opened.session.select([])
    boxes = inspecting.entry_list(opened.inspector, "Sources").form.findChildren(QWidget)
    box = next(b for b in boxes if b.accessibleName() == name and b.isVisible())
    box.setFocus()
    press_keys(opened, "Ctrl+A")
    press(opened, " The petition ")
    opened.inspector.commit()
    (source,) = opened.session.argument_map.sources
    said = {"Title": source.title, "Author": source.author, "Address": source.url}
    assert said.get(name, source.note) == "The petition"


def test_blanks_alone_change_nothing(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    field(opened, "Note").setFocus()
    press(opened, "  ")
    opened.inspector.commit()
    assert not opened.session.document.done
    assert not opened.isWindowModified()


def test_the_words_of_another_stay_as_they_are_typed(opened: Window, press: Press) -> None:
    argument_map = edit.put(opened.session.argument_map, Source("petition", "Petition"))
    cost = argument_map.statement_by_id["cost"]
    cited = edit.put(argument_map, replace(cost, cites=(Cite("petition"),)))
    opened.session.do("Cite", cited)
    opened.session.select(["cost"])
    field(opened, "Text before").setFocus()
    press(opened, "so that ")
    opened.inspector.commit()
    (cite,) = opened.session.argument_map.statement_by_id["cost"].cites
    assert cite.prefix == "so that "


def noted(window: Window) -> QPlainTextEdit:
    cost = window.session.argument_map.statement_by_id["cost"]
    window.session.do("Note", edit.put(window.session.argument_map, replace(cost, note="Ask")))
    window.session.select(["cost"])
    return text(window.inspector, "Note")


def test_tab_into_a_note_puts_the_cursor_behind_it(opened: Window, press: Press) -> None:
    note = noted(opened)
    field(opened, "Title").setFocus()
    press_keys(opened, "Tab")
    assert opened.focusWidget() is note
    press(opened, " them")
    assert note.toPlainText() == "Ask them"


def test_the_cursor_in_a_note_stays_where_it_stood_last(opened: Window, press: Press) -> None:
    note = noted(opened)
    field(opened, "Title").setFocus()
    press_keys(opened, "Tab")
    press_keys(opened, "Home")
    press_keys(opened, "Shift+Tab")
    press_keys(opened, "Tab")
    press(opened, "Do ")
    assert note.toPlainText() == "Do Ask"


def test_a_word_behind_a_blank_is_written_and_nobody_says_that_nothing_was_done(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press_keys(opened, "Space")
    assert "nothing to fold" in told(opened)
    press(opened, "too")
    qtbot.waitUntil(lambda: editor(opened) is not None)
    assert not told(opened)
    press(opened, Qt.Key.Key_Return)
    cost = opened.session.argument_map.statement_by_id["cost"]
    assert cost.text == "Staff cost doubles on Sundays. too"
