"""What stands, in the window: labels follow edits, reasons jump, trying writes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.evaluation.compare import Compare
from argmap.desktop.window import Window
from argmap.drawing.marks import Mark
from argmap.model.edits import judging
from argmap.model.kinds import Judgement
from argmap.reasoning import Label
from tests.desktop.helpers import answer_words, answering

Press = Callable[..., None]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def evaluated(opened: Window, press: Press, qtbot: QtBot) -> Window:
    press(opened, Qt.Key.Key_E, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: opened.evaluation.result is not None)
    return opened


def _label(window: Window, id_: str) -> Label | None:
    result = window.evaluation.result
    return result.statements.get(id_) if result else None


def _badge(window: Window, id_: str) -> list[str]:
    return [line.text for line in window.canvas.map_scene.cards[id_].card.lines]


def _button(window: Window, words: str) -> QPushButton:
    found = [
        b
        for b in window.evaluation_pane.findChildren(QPushButton)
        if b.text().replace("&", "") == words
    ]
    assert len(found) == 1, words
    return found[0]


def test_the_switch_puts_labels_on_the_cards(evaluated: Window, press: Press, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "undecided" in _badge(evaluated, "demand"))
    assert evaluated.panes.shown("why")
    press(evaluated, Qt.Key.Key_E, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: "undecided" not in _badge(evaluated, "demand"))


def test_labels_follow_judgements_by_key(evaluated: Window, press: Press, qtbot: QtBot) -> None:
    evaluated.session.select(["demand"])
    press(evaluated, Qt.Key.Key_A, held=CTRL_SHIFT)
    evaluated.session.select(["cost"])
    press(evaluated, Qt.Key.Key_R, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: _label(evaluated, "open-sundays") is Label.ACCEPTED)
    assert evaluated.session.document.done == ("Accept", "Reject")
    evaluated.session.select(["r1"])
    press(evaluated, Qt.Key.Key_R, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: _label(evaluated, "open-sundays") is Label.REJECTED)
    qtbot.waitUntil(lambda: evaluated.session.marks["r1"].badge == "does not follow")


def test_a_badge_is_there_before_its_picture(evaluated: Window, qtbot: QtBot) -> None:
    evaluated.canvas.layouts.stop()
    argument_map = judging.judge(evaluated.session.argument_map, {"demand": Judgement.ACCEPTED})
    evaluated.session.do("Accept", argument_map)
    card = evaluated.canvas.map_scene.cards["demand"]
    with qtbot.waitSignal(evaluated.session.marks_changed):
        pass
    assert card.badge is not None
    assert card.badge[0] == "accepted"
    qtbot.waitUntil(lambda: "accepted" in _badge(evaluated, "demand"))
    assert card.badge is None


def test_the_reasons_shine_and_jump(evaluated: Window) -> None:
    evaluated.session.select(["open-sundays"])
    assert {"open-sundays", "cost"} & evaluated.session.highlighted
    reasons = evaluated.evaluation_pane.findChild(QTreeWidget)
    assert reasons is not None
    first = reasons.topLevelItem(0)
    assert first is not None
    below = first.child(0)
    assert below is not None
    assert "undecided" in below.text(0)
    reasons.setCurrentItem(below)
    assert evaluated.session.current in {"demand", "cost", "r1", "r2"}
    assert reasons.currentItem() is below, "the explanation that is read stays"


def test_trying_writes_nothing_until_it_is_kept(evaluated: Window, qtbot: QtBot) -> None:
    evaluated.session.select(["cost"])
    QTest.mouseClick(_button(evaluated, "Reject"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _label(evaluated, "cost") is Label.REJECTED)
    assert not evaluated.session.document.modified
    QTest.mouseClick(_button(evaluated, "Forget"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _label(evaluated, "cost") is Label.UNDECIDED)
    QTest.mouseClick(_button(evaluated, "Reject"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(_button(evaluated, "Keep"), Qt.MouseButton.LeftButton)
    cost = evaluated.session.argument_map.statement_by_id["cost"]
    assert cost.judgement is Judgement.REJECTED
    assert evaluated.session.document.done == ("Keep what was tried",)


def test_what_would_change_it(evaluated: Window, qtbot: QtBot) -> None:
    evaluated.session.select(["open-sundays"])
    button = _button(evaluated, "What would make it accepted?")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    sets = evaluated.evaluation_pane.findChild(QListWidget)
    assert sets is not None
    qtbot.waitUntil(lambda: sets.isVisible() and sets.count() > 0)
    item = sets.item(0)
    assert item is not None
    assert item.text() == (
        "Accept “Two hundred residents asked for it.” and reject “Staff cost doubles on Sundays.”"
    )
    sets.itemActivated.emit(item)
    qtbot.waitUntil(lambda: _label(evaluated, "open-sundays") is Label.ACCEPTED)
    assert not evaluated.session.document.modified


def test_judgements_go_to_the_viewpoint_that_is_looked_from(
    evaluated: Window, press: Press, qtbot: QtBot
) -> None:
    with answering(lambda dialog: answer_words(dialog, "The treasurer")):
        QTest.mouseClick(_button(evaluated, "Add a viewpoint…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evaluated.evaluation.viewpoint == "the-treasurer")
    evaluated.canvas.setFocus()
    evaluated.session.select(["cost"])
    press(evaluated, Qt.Key.Key_A, held=CTRL_SHIFT)
    argument_map = evaluated.session.argument_map
    assert argument_map.statement_by_id["cost"].judgement is None
    assert argument_map.viewpoint_by_id["the-treasurer"].judgements == (
        ("cost", Judgement.ACCEPTED),
    )
    qtbot.waitUntil(lambda: _label(evaluated, "cost") is Label.ACCEPTED)
    dialog = Compare(evaluated.session, evaluated)
    dialog.deleteLater()


def test_without_the_switch_nothing_is_evaluated(opened: Window) -> None:
    opened.session.do(
        "Accept", judging.judge(opened.session.argument_map, {"demand": Judgement.ACCEPTED})
    )
    assert opened.evaluation.result is None
    assert opened.session.marks == {"demand": Mark(badge="accepted")}  # set by hand, no result


def test_a_viewpoint_without_judgements_says_whose_they_become(
    evaluated: Window, press: Press
) -> None:
    evaluated.evaluation.set_viewpoint("debate")
    evaluated.session.select(["cost"])
    press(evaluated, Qt.Key.Key_A, held=CTRL_SHIFT)
    cost = evaluated.session.argument_map.statement_by_id["cost"]
    assert cost.judgement is Judgement.ACCEPTED
    assert any("the author's judgement" in n.text for n in evaluated.notices.notices)
