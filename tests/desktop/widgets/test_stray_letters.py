"""Letters typed at a box of choices, a tick or a tab go nowhere, and it is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDockWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.dialogs.preferences import Preferences
from argmap.desktop.window import Window
from argmap.settings import Settings
from tests.desktop.helpers import editor, told

Key = Qt.Key
BY_TAB = Qt.FocusReason.TabFocusReason


def boxes(window: Window, pane: str) -> list[QComboBox]:
    """All boxes of a pane in which nothing can be written."""
    window.panes.enter(pane)
    found = window.panes.widget(pane).findChildren(QComboBox)
    return [b for b in found if b.isVisible() and b.isEnabled() and not b.isEditable()]


@pytest.mark.parametrize("pane", ["inspector", "map", "why", "problems"])
@pytest.mark.parametrize("afloat", [False, True])
def test_a_sentence_typed_at_a_box_changes_nothing(
    opened: Window, qtbot: QtBot, pane: str, afloat: bool
) -> None:
    opened.session.select([] if pane == "map" else ["cost"])
    pane = "inspector" if pane == "map" else pane
    found = boxes(opened, pane)
    assert found
    if afloat:
        dock = opened.findChild(QDockWidget, pane)
        assert isinstance(dock, QDockWidget)
        dock.setFloating(True)
        dock.activateWindow()
        qtbot.waitUntil(dock.isActiveWindow)
    before = opened.session.argument_map, opened.evaluation.on, opened.evaluation.viewpoint
    for box in found:
        chosen = box.currentIndex()
        box.setFocus(BY_TAB)
        QTest.keyClicks(box, "rebuttals are not so ")
        assert f"Nothing is typed at “{box.accessibleName()}”" in told(opened)
        assert box.accessibleName()
        QTest.keyClick(box, Key.Key_Return)
        assert box.hasFocus()
        assert not box.view().isVisible()
        assert box.currentIndex() == chosen
    now = opened.session.argument_map, opened.evaluation.on, opened.evaluation.viewpoint
    assert now == before
    assert not opened.canvas.editing.active


def kind(window: Window) -> QComboBox:
    """The box for the kind of the rebuttal, with the focus."""
    window.session.select(["cost"])
    found = next(b for b in boxes(window, "inspector") if b.accessibleName() == "Kind")
    found.setFocus(BY_TAB)
    return found


def test_who_leaves_the_kind_behind_a_letter_has_changed_no_meaning(opened: Window) -> None:
    before, box = opened.session.argument_map, kind(opened)
    QTest.keyClick(box, Key.Key_P)
    assert "“Kind”" in told(opened)
    QTest.keyClick(box, Key.Key_Tab)
    assert not box.hasFocus()
    assert opened.session.argument_map is before
    assert "“Kind”" not in told(opened), "what is said goes with its cause"


def test_what_is_said_goes_when_the_list_opens(opened: Window) -> None:
    box = kind(opened)
    QTest.keyClicks(box, "p")
    QTest.keyClick(box, Key.Key_Down)
    assert box.view().isVisible()
    assert "“Kind”" not in told(opened)
    QTest.keyClick(box.view(), Key.Key_Escape)
    assert not box.view().isVisible()
    assert box.hasFocus()


def test_a_blank_opens_the_list_where_no_letter_came_before(opened: Window) -> None:
    box = kind(opened)
    QTest.keyClicks(box, "p")
    QTest.keyClick(box, Key.Key_Tab)
    box.setFocus(BY_TAB)
    QTest.keyClick(box, Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()


def test_at_a_tick_letters_and_the_blanks_between_go_nowhere(opened: Window) -> None:
    kind(opened)
    ticks = opened.panes.widget("inspector").findChildren(QCheckBox)
    tick = next(t for t in ticks if t.isVisible())
    tick.setFocus(BY_TAB)
    QTest.keyClicks(tick, "so it is")
    assert not editor(opened)
    assert f"Nothing is typed at “{tick.text()}”: `Space` presses it." in told(opened)
    assert not tick.isChecked()
    QTest.keyClick(tick, Key.Key_Shift)
    QTest.keyClick(tick, Key.Key_Tab)
    tick.setFocus(BY_TAB)
    QTest.keyClick(tick, Key.Key_Space)
    assert tick.isChecked()


def test_in_a_dialog_letters_choose_as_in_all_programs(opened: Window) -> None:
    dialog = Preferences(Settings(), opened)
    box = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Theme")
    dialog.show()
    box.setFocus()
    QTest.keyClicks(box, "d")
    assert box.currentText() == "Dark"
    assert "Nothing is typed" not in told(opened)
    dialog.close()
