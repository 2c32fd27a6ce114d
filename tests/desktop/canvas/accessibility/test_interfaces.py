"""What a screen reader finds when it asks the canvas."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from argmap.desktop.canvas.accessibility.factory import factory
from argmap.errors import Problem, Severity
from argmap.marking import label_marks, problem_marks
from argmap.model.edits import edit, judging, removal
from argmap.model.kinds import Judgement
from argmap.reasoning import evaluate
from tests.desktop import spoken
from tests.desktop.canvas.conftest import Hand


@pytest.fixture
def list_(hand: Hand) -> QAccessibleInterface:
    QAccessible.installFactory(factory)
    return QAccessible.queryAccessibleInterface(hand.canvas)


def _names(list_: QAccessibleInterface) -> list[str]:
    return [list_.child(n).text(QAccessible.Text.Name) for n in range(list_.childCount())]


def test_every_card_and_step_is_in_the_list_in_the_order_of_the_file(
    hand: Hand, list_: QAccessibleInterface
) -> None:
    statements, relations = hand.argument_map.statements, hand.argument_map.relations
    names = _names(list_)
    assert list_.role() is QAccessible.Role.List
    assert names[: len(statements)] == [f"{s.kind}: {s.text}" for s in statements]
    assert len(names) == len(statements) + len(relations)
    assert names[len(statements)] == (
        "step: “Demand is high.” and “Demand is enough.” support “Open it on Sundays.”"
    )


def _described(hand: Hand, list_: QAccessibleInterface, id_: str) -> str:
    index = hand.canvas.accessible_items.index[id_]
    return list_.child(index).text(QAccessible.Text.Description)


def test_labels_and_problems_are_said_as_they_come_and_go(
    hand: Hand, list_: QAccessibleInterface
) -> None:
    broken = Problem("too-long", Severity.WARNING, "It is long.", ids=("calm-is-good",))
    hand.session.set_marks("critique", problem_marks(hand.argument_map, [broken]))
    assert _described(hand, list_, "calm-is-good").startswith("has a warning; supports")
    hand.session.set_marks("evaluation", label_marks(evaluate(hand.argument_map)))
    assert _described(hand, list_, "calm-is-good").startswith("undecided; has a warning; supports")
    assert _described(hand, list_, "cost-doubles").startswith("undecided; attacks")
    worse = replace(broken, severity=Severity.ERROR)
    hand.session.set_marks("critique", problem_marks(hand.argument_map, [worse, broken]))
    hand.session.set_marks("evaluation", {})
    assert _described(hand, list_, "calm-is-good").startswith("has an error; supports")
    assert _described(hand, list_, "cost-doubles").startswith("attacks")


def test_an_arrow_says_its_judgement(hand: Hand, list_: QAccessibleInterface) -> None:
    judged = judging.judge(hand.argument_map, {"r-calm-is-good": Judgement.REJECTED})
    hand.session.do("Judge", judged)
    hand.session.set_marks("evaluation", label_marks(evaluate(judged)))
    assert _described(hand, list_, "r-calm-is-good") == "does not follow; support"


def test_a_card_says_whether_what_is_below_it_is_folded(
    hand: Hand, list_: QAccessibleInterface
) -> None:
    def state() -> tuple[int, int, int]:
        state = list_.child(hand.canvas.accessible_items.index["sundays-are-quiet"]).state()
        return state.expandable, state.expanded, state.collapsed

    assert state() == (1, 1, 0)
    hand.session.set_view(replace(hand.session.view, folded=frozenset({"sundays-are-quiet"})))
    assert state() == (1, 0, 1)
    leaf = list_.child(hand.canvas.accessible_items.index["calm-is-good"]).state()
    assert (leaf.expandable, leaf.expanded, leaf.collapsed) == (0, 0, 0)


def test_an_item_tells_role_state_and_place(hand: Hand, list_: QAccessibleInterface) -> None:
    hand.session.select(["cost-doubles"])
    index = [s.id for s in hand.argument_map.statements].index("cost-doubles")
    item = list_.child(index)
    assert item.role() is QAccessible.Role.ListItem
    assert item.state().selected
    assert item.state().focused
    assert not list_.child(0).state().selected
    middle = hand.canvas.viewport().mapToGlobal(hand.spot("cost-doubles"))
    assert item.rect().contains(middle)
    assert list_.indexOfChild(item) == index
    assert list_.childAt(middle.x(), middle.y()).text(QAccessible.Text.Name) == (
        "rebuttal: Cost doubles."
    )
    assert list_.focusChild().text(QAccessible.Text.Name) == "rebuttal: Cost doubles."
    assert item.parent().text(QAccessible.Text.Name) == "Map"
    assert (item.childCount(), item.indexOfChild(item)) == (0, -1)


def test_the_list_follows_the_map(hand: Hand, list_: QAccessibleInterface) -> None:
    _names(list_)  # all items are made
    hand.session.do("Delete", removal.delete_cards(hand.argument_map, ["calm-is-good"]))
    hand.settle()
    assert "premise: Calm is good." not in _names(list_)
    hand.session.do("Add", edit.add_premise(hand.argument_map, "cost-doubles", "Wages."))
    hand.settle()
    assert "premise: Wages." in _names(list_)
    assert [list_.child(n) for n in (-1, 99)] == [None, None]


def test_a_card_out_of_sight_says_so(hand: Hand, list_: QAccessibleInterface) -> None:
    hand.canvas.zoom_to(6)
    hand.canvas.center_on("open-it-on-sundays")
    states = {
        id_: bool(list_.child(hand.canvas.accessible_items.index[id_]).state().offscreen)
        for id_ in ("open-it-on-sundays", "calm-is-good")
    }
    assert states == {"open-it-on-sundays": False, "calm-is-good": True}


def test_what_is_asked_of_a_card_that_has_gone_is_answered(
    hand: Hand, list_: QAccessibleInterface
) -> None:
    gone = list_.child(hand.canvas.accessible_items.index["calm-is-good"])
    hand.session.do("Delete", removal.delete_cards(hand.argument_map, ["calm-is-good"]))
    hand.canvas.map_scene.cards.pop("calm-is-good")
    hand.session.select([])
    assert gone.text(QAccessible.Text.Name) == ""
    assert gone.text(QAccessible.Text.Description) == ""
    assert gone.rect().isEmpty()
    assert gone.text(QAccessible.Text.Help) == ""
    assert list_.focusChild() is None


def test_the_canvas_keeps_nothing_that_qt_made(hand: Hand, list_: QAccessibleInterface) -> None:
    others = [QAccessible.queryAccessibleInterface(hand.canvas.viewport())]
    assert list_.indexOfChild(others[0]) == -1
    others.clear()
    assert spoken.kept() == []


def test_nothing_lies_beside_everything(hand: Hand, list_: QAccessibleInterface) -> None:
    corner = hand.canvas.viewport().rect().bottomRight()
    at = hand.canvas.viewport().mapToGlobal(corner)
    assert list_.childAt(at.x(), at.y()) is None
    assert factory("QWidget", hand.canvas.viewport()) is None
