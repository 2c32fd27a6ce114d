"""The manual's window: opened at what one is about, searched, and read by its links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from argmap.desktop.help.manual import Manual
from argmap.desktop.help.sections import section
from argmap.desktop.inspector.contents.relation import RELATION
from argmap.desktop.inspector.contents.statement import STATEMENT
from argmap.desktop.inspector.contents.whole_map import MAP
from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.inspector.fields.meanings import meaning
from argmap.desktop.window import Window
from argmap.model.edits import edit
from tests.desktop.helpers import click_remedy, command, has_focus, told


def manual_of(window: Window) -> Manual:
    (found,) = window.findChildren(Manual)
    return found


def at_top(manual: Manual) -> set[str]:
    """The lines at the upper edge of the page."""
    page = manual.page
    return {page.cursorForPosition(QPoint(8, y)).block().text() for y in range(2, 26, 6)}


@pytest.fixture
def manual(opened: Window, qtbot: QtBot) -> Manual:
    command(opened, "manual").trigger()
    made = manual_of(opened)
    qtbot.waitExposed(made)
    return made


def test_it_opens_at_what_is_selected(opened: Window) -> None:
    opened.session.select(["cost"])
    command(opened, "manual").trigger()
    manual = manual_of(opened)
    assert "Claim, premise, rebuttal" in at_top(manual)
    opened.session.select(["r2"])
    opened.session.attempt("Undercut", lambda m: edit.add_rebuttal(m, "r2", "Not so."))
    opened.canvas.setFocus()
    command(opened, "manual").trigger()
    assert manual_of(opened) is manual
    assert "Undercuts and backing" in at_top(manual)


def test_it_opens_at_the_pane_with_the_focus(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.panes.enter("why")
    qtbot.waitUntil(lambda: has_focus(opened.evaluation_pane))
    command(opened, "manual").trigger()
    assert "What stands" in at_top(manual_of(opened))


def test_typing_searches_and_shows_the_first_that_is_found(manual: Manual) -> None:
    QTest.keyClicks(manual.field, "backing")
    assert "Undercuts and backing" in at_top(manual)
    assert manual.page.extraSelections()
    QTest.keyClick(manual.field, Qt.Key.Key_Down)
    assert "Undercuts and backing" not in at_top(manual)
    QTest.keyClicks(manual.field, "xyzzy")
    first = manual.contents.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Nothing found"
    assert not manual.page.extraSelections()
    manual.field.clear()
    assert manual.contents.topLevelItemCount() > 5


def test_the_key_of_find_goes_back_to_the_search_with_its_words_selected(manual: Manual) -> None:
    QTest.keyClicks(manual.field, "backing")
    QTest.keyClick(manual.field, Qt.Key.Key_Return)
    assert has_focus(manual.page)
    QTest.keyClick(manual.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert has_focus(manual.field)
    assert manual.field.selectedText() == "backing"


def test_links_lead_to_other_pages(manual: Manual) -> None:
    manual.page.anchorClicked.emit(QUrl("evaluation.md#the-rules"))
    assert section("evaluation", "the-rules").heading in at_top(manual)


def test_what_is_this_says_it_in_a_sentence_and_leads_to_the_manual(opened: Window) -> None:
    opened.session.select(["cost"])
    command(opened, "what_is_this").trigger()
    assert "A rebuttal: it says that “The pool should open on Sundays.” is false." in told(opened)
    click_remedy(opened, "Read more")
    assert "Claim, premise, rebuttal" in at_top(manual_of(opened))


def test_every_field_of_the_inspector_is_explained() -> None:
    forms = [(c.level, c.rows) for c in (STATEMENT, RELATION, MAP)]
    lists = [spec for c in (STATEMENT, RELATION, MAP) for spec in c.lists]
    for level, rows in (*forms, *((spec.level, spec.fields) for spec in lists)):
        for row in rows:
            said = meaning(level, row.name) if isinstance(row, Field) else row.tip
            assert said.endswith("."), row.label


def test_the_explanation_is_shown_on_label_and_field(opened: Window) -> None:
    opened.session.select(["cost"])
    labels = opened.inspector.statement_page.findChildren(QLabel)
    tips = {label.text(): label.toolTip() for label in labels}
    assert "speaks against it" in tips["Kind"]
    assert "rests on" in tips["Basis"]


def test_what_was_said_goes_when_something_else_is_selected(opened: Window) -> None:
    command(opened, "what_is_this").trigger()
    assert opened.notices.notices
    opened.session.select(["cost"])
    assert not opened.notices.notices
