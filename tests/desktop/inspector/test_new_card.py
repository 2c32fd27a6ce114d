"""The card that is being written, in the inspector and in the outline: shown before it is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.session import blank
from argmap.desktop.window import Window
from argmap.model.edits import edit
from tests.desktop.helpers import editor, press_keys
from tests.desktop.inspector.inspecting import page_of, text

Press = Callable[..., None]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints", "does not support raise"
)


def head(window: Window) -> str:
    """What stands above the fields."""
    labels = page_of(window.inspector).findChildren(QLabel)
    top = min((b for b in labels if b.isVisible()), key=lambda b: b.mapTo(window, QPoint()).y())
    return top.text()


def box(window: Window, kind: type[QWidget], name: str) -> QWidget:
    """The field of that name, whatever is written or chosen in it."""
    found = page_of(window.inspector).findChildren(kind)
    return next(b for b in found if b.accessibleName() == name and b.isVisible())


def kind_shown(window: Window) -> str:
    shown = box(window, QComboBox, "Kind")
    assert isinstance(shown, QComboBox)
    return shown.currentText()


def rows(window: Window) -> list[str]:
    """The rows of the outline from above, the selected ones in brackets."""
    outline = window.outline
    model = outline.model()
    assert isinstance(model, OutlineModel)
    found, index = [], outline.indexAt(QPoint(5, 5))
    while index.isValid():
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        found.append(f"[{words}]" if outline.selectionModel().isSelected(index) else words)
        index = outline.indexBelow(index)
    return found


@pytest.mark.parametrize(
    ("keys", "kind"), [("Tab", "premise"), ("Shift+Tab", "rebuttal"), ("Ins", "claim")]
)
def test_the_fields_are_those_of_the_card_that_is_being_written(
    opened: Window, press: Press, keys: str, kind: str
) -> None:
    opened.session.select(["cost"])
    press_keys(opened, keys)
    assert head(opened) == f"New {kind}, no id yet: its fields can be set once it has a text."
    assert kind_shown(opened) == kind
    assert text(opened.inspector, "Text").toPlainText() == ""
    assert not text(opened.inspector, "Note").isEnabled()
    press(opened, "Wages")
    assert head(opened) == f"New {kind}, no id yet"
    assert text(opened.inspector, "Text").toPlainText() == "Wages"
    assert text(opened.inspector, "Note").isEnabled()
    press(opened, Key.Key_Return)
    assert head(opened) == "Statement wages"


def test_where_no_card_comes_of_it_what_was_shown_is_shown_again(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    tabs = opened.inspector.tabs
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    opened.canvas.setFocus()
    press(opened, Key.Key_Tab)
    assert tabs.currentIndex() == 0
    press(opened, Key.Key_Escape)
    assert tabs.currentIndex() == 1
    opened.session.select(["demand"])
    press(opened, Key.Key_Tab, Key.Key_Escape)
    assert head(opened) == "Statement demand"
    assert text(opened.inspector, "Note").isEnabled()


def test_a_click_beside_an_empty_card_sets_nothing_of_another(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Key.Key_Tab)
    note = text(opened.inspector, "Note")
    QTest.mouseClick(note.viewport(), LEFT, pos=note.viewport().rect().center())
    press(opened, "Ask them")
    field = editor(opened)
    assert field
    assert field.toPlainText() == "Ask them"
    assert opened.session.document.done == ()


@pytest.mark.parametrize("steady", [True, False])
def test_a_click_ticks_the_box_that_was_seen(opened: Window, press: Press, steady: bool) -> None:
    opened.session.select(["cost"])
    press(opened, Key.Key_Tab, "Wages are fixed")
    QApplication.processEvents()
    tick = box(opened, QCheckBox, "Unstated in the source")
    at = opened.mapFromGlobal(tick.mapToGlobal(QPoint(9, tick.height() // 2)))
    QTest.mousePress(opened.windowHandle(), LEFT, pos=at)
    if not steady:  # what the press has changed gets its place before the button comes up
        QApplication.processEvents()
    QTest.mouseRelease(opened.windowHandle(), LEFT, pos=at)
    argument_map = opened.session.argument_map
    assert argument_map.statement_by_id["wages-are-fixed"].implicit
    assert not argument_map.statement_by_id["cost"].implicit


def test_a_new_card_in_a_group_says_so(opened: Window, press: Press) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "Money"))
    opened.session.select(["cost"])
    press(opened, Key.Key_Tab)
    group = box(opened, QComboBox, "Group")
    assert isinstance(group, QComboBox)
    assert group.currentText() == "Money"


@pytest.mark.parametrize(
    ("selected", "keys", "expected"),
    [
        ("cost", "Tab", [0, 1, 2, "[Premise: …]"]),
        ("cost", "Shift+Tab", [0, 1, 2, "[Rebuttal: …]"]),
        ("demand", "Return", [0, 1, "[Premise: …]", 2]),
        ("demand", "Shift+Return", [0, "[Premise: …]", 1, 2]),
        ("r2", "Shift+Tab", [0, 1, "Attack: one premise", 2, "[Rebuttal: …]"]),
        ("demand", "Ins", [0, 1, 2, "[Claim: …]"]),
    ],
)
def test_the_outline_shows_the_place_of_the_card_that_is_being_written(
    opened: Window, press: Press, selected: str, keys: str, expected: list[int | str]
) -> None:
    opened.session.select([])
    before = rows(opened)
    opened.session.select([selected])
    chosen = rows(opened)
    press_keys(opened, keys)
    wanted = [before[part] if isinstance(part, int) else part for part in expected]
    assert rows(opened) == wanted
    press(opened, "Wages", Key.Key_Return)
    assert [row.replace("…", "Wages") for row in wanted] == rows(opened)
    press_keys(opened, "Ctrl+Z")
    press_keys(opened, keys)
    assert rows(opened) == wanted
    press(opened, Key.Key_Escape)
    QApplication.processEvents()
    assert rows(opened) == chosen


def test_linked_premises_are_shown_together_as_soon_as_the_second_is_written(
    opened: Window, press: Press
) -> None:
    opened.session.select(["demand"])
    press_keys(opened, "Ctrl+Return")
    assert "Support: 2 premises together" in rows(opened)
    press_keys(opened, "Tab")  # which turns the empty card into a premise
    assert "Support: 2 premises together" not in rows(opened)
    press(opened, "Because", Key.Key_Return)
    assert opened.session.argument_map.relations_of("because")[0].target == "demand"
    assert rows(opened)[2].strip("[]").endswith(": Because")


def test_a_click_on_a_row_below_an_empty_card_is_for_that_row(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.select(["demand"])
    press(opened, Key.Key_Tab)
    outline, model = opened.outline, opened.outline.model()
    assert isinstance(model, OutlineModel)
    cost = outline.visualRect(model.find("cost")).center()
    QTest.mouseClick(outline.viewport(), LEFT, pos=cost)
    assert opened.session.selection == ("cost",)
    qtbot.waitUntil(lambda: len(rows(opened)) == 3)
    assert opened.session.document.done == ()


def test_another_map_has_no_row_of_what_was_written_in_the_last(
    opened: Window, press: Press
) -> None:
    opened.session.select(["demand"])
    press(opened, Key.Key_Tab, "Wages")
    opened.session.open(blank())
    QApplication.processEvents()
    assert rows(opened) == []
    assert opened.session.drafted is None
