"""After a crash one goes on where one was writing: on the card, or in the field."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.state.as_typed import writing_in
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.model.edits import edit
from argmap.model.history.patch import diff
from argmap.store.journal import InField, contents, find
from tests.desktop.helpers import editor, journals, press_keys, retext, told
from tests.desktop.inspector import inspecting
from tests.desktop.writing_places import write_in

Press = Callable[..., None]
Crash = Callable[..., Window]
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def crash(opened: Window, windows: Windows, tmp_path: Path, qtbot: QtBot) -> Crash:
    """End as if by a crash, begin anew, and recover."""

    def crashed(spoil: Callable[[str], str] = str) -> Window:
        opened.files.keep()
        (file,) = journals()
        left = shutil.copy(file, tmp_path / "left")
        opened.session.commit_typing()
        opened.session.text.mark_saved()
        opened.close_unasked()
        file.write_text(spoil(Path(left).read_text()))
        window = windows.add()
        with qtbot.waitExposed(window):
            window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        (recovery,) = find(paths.journals()).recoveries
        windows.recover(recovery, window.session)
        qtbot.waitUntil(lambda: bool(window.canvas.map_scene.cards))
        return window

    return crashed


def field(window: Window, name: str) -> QWidget:
    page = inspecting.page_of(window.inspector)
    boxes = [b for sort in (QLineEdit, QPlainTextEdit) for b in page.findChildren(sort)]
    return next(b for b in boxes if b.accessibleName() == name and b.isVisible())


def test_half_a_word_on_a_new_card_goes_on(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fi")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "xed.", Qt.Key.Key_Return)
    texts = [statement.text for statement in window.session.argument_map.statements]
    assert texts[-1] == "Wages are fixed."


def test_the_cursor_stands_where_it_stood_in_the_sentence(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    retext(opened, "𝔖 doubles.", "cost")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2)
    for key in ("Home", "Right"):
        press_keys(opened, key)
    press(opened, " f")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "or once", Qt.Key.Key_Return)
    cost = window.session.argument_map.statement_by_id["cost"]
    assert cost.text == "𝔖 for once doubles."


@pytest.mark.parametrize("name", ["Note", "Title", "Said by"])
def test_half_a_word_in_a_field_goes_on_there(
    opened: Window, press: Press, crash: Crash, name: str
) -> None:
    opened.session.select(["cost"])
    field(opened, name).setFocus()
    press(opened, "As the uni")
    window = crash()
    assert window.focusWidget() is field(window, name)
    press(window, "on says")
    window.inspector.commit()
    cost = window.session.argument_map.statement_by_id["cost"]
    assert "As the union says" in (cost.note, cost.title, cost.said_by)
    assert cost.text == "Staff cost doubles on Sundays."


def test_half_a_word_in_a_row_of_the_outline_goes_on_on_its_card(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.panes.enter("outline")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " Twi")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "ce", Qt.Key.Key_Return)
    assert window.session.argument_map.statement_by_id["cost"].text.endswith("Sundays. Twice")


@pytest.mark.parametrize("place", ["card", "new card", "row"])
def test_a_blank_that_was_typed_last_is_there_again(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot, place: str
) -> None:
    write_in(opened, press, place, " They say ")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "so", Qt.Key.Key_Return)
    (text,) = (s.text for s in window.session.argument_map.statements if "They" in s.text)
    assert text.endswith("They say so")


@pytest.mark.parametrize("name", ["Note", "Said by"])
def test_a_blank_that_was_typed_last_in_a_field_is_there_again(
    opened: Window, press: Press, crash: Crash, name: str
) -> None:
    opened.session.select(["cost"])
    field(opened, name).setFocus()
    press(opened, "As the ")
    window = crash()
    press(window, "union")
    window.inspector.commit()
    cost = window.session.argument_map.statement_by_id["cost"]
    assert "As the union" in (cost.note, cost.said_by)


def test_a_blank_at_the_end_is_none_in_the_middle(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " ", Qt.Key.Key_Home, "x")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "y", Qt.Key.Key_Return)
    cost = window.session.argument_map.statement_by_id["cost"]
    assert cost.text == "xyStaff cost doubles on Sundays."


def test_the_title_of_the_map_and_of_a_source_go_on(
    opened: Window, press: Press, crash: Crash
) -> None:
    opened.session.do("Add", edit.put(opened.session.argument_map, Source("petition", "Petition")))
    opened.session.select([])
    form = inspecting.entry_list(opened.inspector, "Sources").form
    box = next(b for b in form.findChildren(QLineEdit) if b.accessibleName() == "Author")
    box.setFocus()
    press(opened, "The peop")
    window = crash()
    press(window, "le")
    window.inspector.commit()
    assert window.session.argument_map.sources[0].author == "The people"


def test_a_card_that_was_ended_is_selected_and_not_opened(
    opened: Window, press: Press, crash: Crash
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fixed.", Qt.Key.Key_Return)
    window = crash()
    assert window.session.selection == ("wages-are-fixed",)
    assert not window.canvas.editing.active


def test_half_a_title_of_what_is_cited_goes_on(opened: Window, press: Press, crash: Crash) -> None:
    opened.session.select(["cost"])
    inspecting.click(inspecting.entry_list(opened.inspector, "Cites").adder)
    press(opened, "The petit")
    window = crash()
    press(window, "ion")
    window.inspector.commit()
    (cite,) = window.session.argument_map.statement_by_id["cost"].cites
    assert window.session.argument_map.source_by_id[cite.source].title == "The petition"
    assert len(window.session.argument_map.sources) == 1


@pytest.mark.parametrize("entries", ["Sources", "Groups", "Viewpoints"])
def test_half_a_title_of_a_new_entry_goes_on(
    opened: Window, press: Press, crash: Crash, entries: str
) -> None:
    opened.session.select([])
    inspecting.click(inspecting.entry_list(opened.inspector, entries).adder)
    press(opened, "Pro ")
    window = crash()
    press(window, "bono")
    window.inspector.commit()
    (entry,) = getattr(window.session.argument_map, entries.lower())
    assert entry.title == "Pro bono"


@pytest.mark.parametrize(("name", "typed"), [("Quote", "We ag"), ("At", "p. 1")])
def test_half_a_quote_and_its_place_go_on(
    opened: Window, press: Press, crash: Crash, name: str, typed: str
) -> None:
    grown = edit.put(opened.session.argument_map, Source("petition", "Petition"))
    for quote in ("One", "Two"):
        grown = edit.add_cite(grown, "cost", Cite("petition", quote))
    opened.session.do("Add", grown)
    opened.session.select(["cost"])
    cites = inspecting.entry_list(opened.inspector, "Cites")
    cites.list.setCurrentRow(1)
    inspecting.editor(cites.form, name).control.setFocus()
    press_keys(opened, "Ctrl+A")
    press(opened, typed)
    window = crash()
    press(window, "x")
    window.inspector.commit()
    _, cite = window.session.argument_map.statement_by_id["cost"].cites
    assert f"{typed}x" in (cite.quote, cite.at)


def test_tags_go_on_behind_the_last(opened: Window, press: Press, crash: Crash) -> None:
    opened.session.select(["cost"])
    field(opened, "Tags").setFocus()
    press(opened, "money, sun")
    window = crash()
    press(window, "day")
    window.inspector.commit()
    assert window.session.argument_map.statement_by_id["cost"].tags == ("money", "sunday")


@pytest.mark.parametrize(("name", "typed"), [("Summary", "An "), ("Authors", "Ann ")])
def test_what_is_said_of_the_map_goes_on(
    opened: Window, press: Press, crash: Crash, name: str, typed: str
) -> None:
    opened.session.select([])
    field(opened, name).setFocus()
    press(opened, typed)
    window = crash()
    press(window, "so on")
    window.inspector.commit()
    argument_map = window.session.argument_map
    assert f"{typed}so on" in (argument_map.summary, "\n".join(argument_map.authors))


def test_the_name_of_a_new_group_goes_on(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.session.select(["cost", "demand"])
    press_keys(opened, "Ctrl+G")
    qtbot.waitUntil(lambda: opened.canvas.editing.titles.active)
    press(opened, "Staff and ")
    window = crash()
    press(window, "money")
    window.inspector.commit()
    assert [group.title for group in window.session.argument_map.groups] == ["Staff and money"]


def test_where_nothing_can_be_written_on_no_card_hears_the_keys(
    opened: Window, press: Press, crash: Crash
) -> None:
    opened.session.select(["cost"])
    field(opened, "Note").setFocus()
    press(opened, "Petit")
    window = crash(lambda text: text.replace('["cost", "note", 5]', '["cost", "gone", 5]'))
    before = window.session.argument_map
    press(window, "x")
    assert not window.canvas.editing.active
    assert window.session.argument_map is before
    assert "Select a card" in told(window)


WORDS = st.text("ab ", max_size=6)


@given(WORDS, WORDS.filter(bool), WORDS)
def test_what_was_typed_ends_where_the_cursor_stood(ahead: str, typed: str, behind: str) -> None:
    before = edit.add_claim(ArgumentMap(), "x" + ahead + behind)
    (claim,) = before.statements
    after = edit.set_fields(before, claim.id, text="x" + ahead + typed + behind)
    found = writing_in(diff(before, after))
    assert found is not None
    assert (found.item, found.field) == (claim.id, "text")
    text = after.statements[0].text
    taken = len(typed)
    assert text[: found.at - taken] + text[found.at :] == before.statements[0].text


def test_a_program_that_is_told_to_end_leaves_the_sentence_half_written(
    opened: Window, windows: Windows, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fi")
    windows.keep()
    (recovery,) = (contents.read(file) for file in journals())
    assert recovery is not None
    assert recovery.writing == InField("wages-are-fi", "text", 12)
    assert editor(opened), "nothing of the window is touched any more"


def test_the_id_of_a_card_that_was_recovered_in_mid_word_goes_with_its_words(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fi")
    window = crash()
    assert "wages-are-fi" in window.session.argument_map.ids
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "xed.", Qt.Key.Key_Return)
    assert window.session.argument_map.statement_by_id["wages-are-fixed"].text == "Wages are fixed."
    assert "wages-are-fi" not in window.session.argument_map.ids


def test_an_id_that_is_in_the_file_stays_when_its_card_is_recovered_in_mid_word(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages", Qt.Key.Key_Return)
    press_keys(opened, "Ctrl+S")
    qtbot.waitUntil(lambda: "wages" in opened.canvas.map_scene.cards)
    press(opened, Qt.Key.Key_F2, " are fi")
    window = crash()
    qtbot.waitUntil(lambda: editor(window) is not None)
    press(window, "xed.", Qt.Key.Key_Return)
    assert window.session.argument_map.statement_by_id["wages"].text == "Wages are fixed."


@pytest.mark.parametrize(
    "name", ["", ".", "a.b", "cites.0", "cites.0.", "cites.9.quote", "a.b.c.d"]
)
def test_a_field_that_nobody_has_leaves_what_was_recovered(
    opened: Window, press: Press, crash: Crash, name: str
) -> None:
    opened.session.select(["cost"])
    field(opened, "Tags").setFocus()
    press(opened, "money")
    window = crash(lambda journal: journal.replace('"tags"', json.dumps(name)))
    assert window.session.argument_map.statement_by_id["cost"].tags == ("money",)
    assert window.canvas.hasFocus()
    assert not window.session.selection, "no card hears the keys"
