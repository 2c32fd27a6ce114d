"""From a passage to a card: by keys and by mouse, each one step of the history."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from argmap.desktop.sources.bottom_line import BottomLine
from argmap.desktop.window import Window
from argmap.model.argument_map import Cite
from argmap.model.kinds import Kind
from argmap.texts.lookup import beside
from argmap.texts.report import sources
from tests.desktop.helpers import command, editor, has_focus, press_keys, told
from tests.desktop.sources.reading import LETTER, passage, span, statement

Press = Callable[..., None]
PASSAGE = "Many have asked\nfor it."
CITE = Cite(
    "letter",
    "Many have asked for it.",
    "paragraph 2",
    "😀, Open the pool on Sundays.",
    "The baths are expensive, though.",
)


def write(window: Window, words: str) -> None:
    """Put one's own words in the place of the passage in the open editor, and end."""
    field = editor(window)
    assert field is not None
    assert field.textCursor().selectedText() == field.toPlainText()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("keys", "kind", "target"),
    [
        ("Tab", Kind.PREMISE, "cost"),
        ("Shift+Tab", Kind.REBUTTAL, "cost"),
        ("Return", Kind.REBUTTAL, "open"),
        ("Ins", Kind.CLAIM, ""),
    ],
)
def test_keys_make_a_card_of_the_passage(
    reading: Window, keys: str, kind: Kind, target: str
) -> None:
    reading.session.select(["cost"])
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, keys)
    field = editor(reading)
    assert field is not None
    assert field.toPlainText() == "Many have asked for it."
    write(reading, "It is wanted.")
    made = statement(reading)
    assert (made.text, made.kind, made.cites) == ("It is wanted.", kind, (CITE,))
    relations = reading.session.argument_map.relations_of(made.id)
    assert [r.target for r in relations] == ([target] if target else [])
    assert len(reading.session.document.done) == 1
    reading.session.undo()
    assert len(reading.session.argument_map.statements) == 2


def test_a_co_premise_joins_the_step_of_the_selected_card(reading: Window) -> None:
    reading.session.select(["cost"])
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, "Ctrl+Return")
    write(reading, "It is wanted.")
    (step,) = reading.session.argument_map.relations
    assert step.premises == ("cost", statement(reading).id)
    assert statement(reading).cites == (CITE,)


def test_the_words_can_stay_and_one_goes_on_in_the_text(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, "Tab")
    press_keys(reading, "Return")
    assert statement(reading).text == "Many have asked for it."
    assert reading.sources.reader.hasFocus()
    assert passage(reading) == ""
    press_keys(reading, "Alt+Down")
    assert passage(reading) == "The baths are ex-\npensive, though."


def test_who_gives_up_still_has_the_passage(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, "Tab")
    press_keys(reading, "Escape")
    assert not reading.session.document.done
    assert reading.sources.reader.hasFocus()
    assert passage(reading) == PASSAGE
    press_keys(reading, "Shift+Tab")
    write(reading, "No.")
    assert statement(reading).kind is Kind.REBUTTAL


def test_a_key_lets_the_selected_card_cite_the_passage(reading: Window) -> None:
    reading.session.select(["cost"])
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, "Ctrl+K")
    assert statement(reading, "cost").cites[1:] == (CITE,)
    assert reading.session.undo_name == "Cite"
    reading.sources.reader.select(span(PASSAGE))
    press_keys(reading, "Ctrl+K")
    assert "already" in told(reading)
    press_keys(reading, "Ctrl+Z")
    assert len(statement(reading, "cost").cites) == 1


def test_without_a_passage_keys_make_nothing_and_say_what_is_missing(reading: Window) -> None:
    for keys in ("Tab", "Shift+Tab", "Return", "Ctrl+Return"):
        reading.session.withdraw_notices()
        press_keys(reading, keys)
        assert editor(reading) is None
        assert "Select a passage first" in told(reading)
        assert reading.sources.reader.hasFocus()
    assert not command(reading, "cite").isEnabled()


def test_what_is_written_on_the_map_afterwards_cites_nothing(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    reading.canvas.setFocus()
    press_keys(reading, "Tab")
    field = editor(reading)
    assert field is not None
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "Mine.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert statement(reading).cites == ()
    assert has_focus(reading.canvas)


def test_every_quote_that_is_taken_is_found_again(reading: Window) -> None:
    for _ in range(6):
        press_keys(reading, "Alt+Down")
        press_keys(reading, "Tab")
        press_keys(reading, "Return")
    assert len(reading.session.argument_map.statements) == 8
    assert reading.session.path
    report = sources(reading.session.argument_map, beside(reading.session.path.parent))[0]
    starts = sorted(c.anchor.start for c in report.cites[2:] if c.anchor)
    assert len(starts) == len(set(starts)) == 6


@pytest.mark.parametrize("more", ["Alt+Shift+{}", "Ctrl+Shift+{}"])
def test_sentences_are_selected_with_the_arrows(reading: Window, more: str) -> None:
    press_keys(reading, "Alt+Down")
    assert passage(reading) == "Dear members 😀,"
    press_keys(reading, "Alt+Down")
    assert passage(reading) == "Open the pool on Sundays."
    press_keys(reading, more.format("Down"))
    assert passage(reading) == "Open the pool on Sundays. Many have asked\nfor it."
    press_keys(reading, "Alt+Up")
    assert passage(reading) == "Dear members 😀,"
    press_keys(reading, "Alt+Up")
    assert passage(reading) == "Dear members 😀,"
    press_keys(reading, "Alt+Down")
    press_keys(reading, more.format("Up"))
    assert passage(reading) == "Dear members 😀,\n\nOpen the pool on Sundays."


@pytest.mark.parametrize("more", ["Alt+Shift+{}", "Ctrl+Shift+{}"])
def test_what_was_selected_too_much_is_given_back(reading: Window, more: str) -> None:
    reading.sources.reader.select(span("Open the pool on Sundays."))
    found = []
    for keys in ("Down", "Down", "Up", "Up", "Up", "Down"):
        press_keys(reading, more.format(keys))
        found.append(passage(reading))
    one, two = "Open the pool on Sundays.", "Open the pool on Sundays. Many have asked\nfor it."
    three = f"{two} The baths are ex-\npensive, though."
    before = "Dear members 😀,\n\nOpen the pool on Sundays."
    assert found == [two, three, two, one, before, one]


def test_of_words_that_are_selected_the_sentence_is_selected_first(reading: Window) -> None:
    reading.sources.reader.select(span("have asked"))
    press_keys(reading, "Alt+Down")
    assert passage(reading) == PASSAGE
    press_keys(reading, "Alt+Down")
    assert passage(reading) == "The baths are ex-\npensive, though."


def test_going_on_takes_what_is_written_and_is_the_only_key_between_two_cards(
    reading: Window,
) -> None:
    reading.session.select(["cost"])
    for keys in ("Ctrl+J", "Tab", "Ctrl+J", "Return", "Ctrl+J"):
        press_keys(reading, keys)
    made = [s.text for s in reading.session.argument_map.statements[2:]]
    assert made == ["Dear members 😀,", "Many have asked for it."]
    assert passage(reading) == "Volunteers will come."


def _point(window: Window, words: str) -> QPoint:
    reader = window.sources.reader
    assert reader.shown is not None
    cursor = QTextCursor(reader.document())
    cursor.setPosition(reader.shown.to_qt(LETTER.index(words)) + 1)
    return reader.cursorRect(cursor).center()


def test_two_clicks_select_a_word_and_three_a_sentence(reading: Window) -> None:
    view, left = reading.sources.reader.viewport(), Qt.MouseButton.LeftButton
    at = _point(reading, "have asked")
    QTest.mouseClick(view, left, pos=at)
    QTest.mouseDClick(view, left, pos=at)
    assert passage(reading) == "have"
    QTest.mouseClick(view, left, pos=at)
    assert passage(reading) == PASSAGE


def test_a_click_on_the_toolbar_makes_a_card_of_the_passage(reading: Window) -> None:
    view, left = reading.sources.reader.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(view, left, pos=_point(reading, "have asked"))
    QTest.mouseClick(view, left, pos=_point(reading, "have asked"))
    bar = reading.findChild(QToolBar)
    assert bar is not None
    button = bar.widgetForAction(command(reading, "add_premise"))
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, left)
    write(reading, "It is wanted.")
    assert statement(reading).cites == (CITE,)


def test_one_climbs_the_map_without_leaving_the_text(reading: Window) -> None:
    reading.session.select(["cost"])
    press_keys(reading, "Ctrl+Up")
    assert reading.session.current == "r"
    press_keys(reading, "Ctrl+Up")
    assert reading.session.current == "open"
    assert reading.sources.reader.hasFocus()


def test_the_next_passage_without_a_card(reading: Window) -> None:
    found = []
    for _ in range(5):
        press_keys(reading, "Ctrl+J")
        found.append(passage(reading))
    assert found == [
        "Dear members 😀,",
        PASSAGE,
        "Volunteers will come.",
        "Nobody is paid.",
        "Dear members 😀,",
    ]


def menu_at(window: Window, words: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Right-click words of the letter, and give the names of what the menu offers."""
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _where: menus.append(menu))
    reader = window.sources.reader
    cursor = QTextCursor(reader.document())
    cursor.setPosition(span(words).start + 2)
    at = reader.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.viewport().mapToGlobal(at))
    QApplication.sendEvent(reader.viewport(), event)
    (menu,) = menus
    assert all(action.isEnabled() for action in menu.actions())
    copy = next(action for action in menu.actions() if action.text().startswith("&Copy\t"))
    copy.trigger()
    assert QApplication.clipboard().text().strip() in LETTER
    return {action.objectName() for action in menu.actions() if action.objectName()}


def test_a_right_click_offers_what_can_be_made_of_the_sentence(
    reading: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.session.select(["cost"])
    offered = menu_at(reading, "Many", monkeypatch)
    assert passage(reading) == PASSAGE
    making = {"add_claim", "add_premise", "add_rebuttal", "add_co_premise", "add_after", "cite"}
    assert offered == making | {"next_uncited"}
    command(reading, "add_rebuttal").trigger()
    write(reading, "It is wanted.")
    (relation,) = reading.session.argument_map.relations_of("it-is-wanted")
    assert (relation.bearing.kind, relation.target) == (Kind.REBUTTAL, "cost")


def test_a_right_click_on_a_passage_keeps_it_and_elsewhere_takes_another(
    reading: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.sources.reader.select(span("asked\nfor"))
    assert "go_to_cards" not in menu_at(reading, "asked", monkeypatch)
    assert passage(reading) == "asked\nfor"
    assert "go_to_cards" in menu_at(reading, "baths", monkeypatch)
    menu_at(reading, "Nobody", monkeypatch)
    assert QApplication.clipboard().text() == "Nobody is paid."
    assert passage(reading) == "Nobody is paid."


def test_without_a_card_a_passage_can_become_a_claim(
    reading: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.session.select([])
    offered = menu_at(reading, "Many", monkeypatch)
    assert "add_claim" in offered
    assert not {"add_premise", "cite", "add_rebuttal"} & offered
    assert "Ins makes a claim of the passage" in reading.sources.bottom.place.text()


def test_the_pane_says_what_the_keys_make_of_a_passage(reading: Window) -> None:
    reading.session.select(["cost"])
    assert "Tab" not in reading.sources.bottom.place.text()
    reading.sources.reader.select(span(PASSAGE))
    assert "Tab makes a premise of the passage" in reading.sources.bottom.place.text()
    reading.session.read_only = True
    reading.sources.reader.select(span("Nobody is paid."))
    assert "Tab" not in reading.sources.bottom.place.text()


def test_where_there_is_no_room_the_hint_is_cut_off_and_how_much_is_quoted_is_not(
    reading: Window, qtbot: QtBot
) -> None:
    reading.session.select(["cost"])
    reading.sources.reader.select(span(PASSAGE))
    told = reading.sources.bottom
    assert "right-click" in told.place.text()
    bottom = BottomLine()
    qtbot.addWidget(bottom)
    bottom.place.setText(told.place.text())
    bottom.quoted.setText(told.quoted.text())
    bottom.resize(bottom.quoted.sizeHint().width() + 200, bottom.sizeHint().height())
    with qtbot.waitExposed(bottom):
        bottom.show()
    assert bottom.place.shown().startswith("Paragraph")
    assert bottom.place.shown().endswith("…")
    assert bottom.quoted.text().endswith("% of the text is quoted.")
    assert bottom.quoted.width() >= bottom.quoted.sizeHint().width()
    assert bottom.quoted.geometry().right() < bottom.width()


def test_a_letter_typed_in_the_text_says_that_it_is_written_nowhere(reading: Window) -> None:
    before = reading.session.argument_map
    QTest.keyClicks(reading.sources.reader, "and")
    assert told(reading).count("only read here") == 1
    assert reading.session.argument_map is before
    QTest.keyClick(reading.sources.reader, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert passage(reading)
