"""What a screen reader is told of the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from argmap.desktop.canvas import access
from argmap.model import edit, removal
from argmap.model.argument_map import ArgumentMap
from tests.desktop.canvas.conftest import Hand


@pytest.fixture
def list_(hand: Hand) -> QAccessibleInterface:
    QAccessible.installFactory(access.factory)
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


def test_a_description_says_what_the_arrows_show(pool: ArgumentMap) -> None:
    assert access.describe(pool, "demand-is-high") == (
        "supports, linked with 1 other, “Open it on Sundays.”"
    )
    assert access.describe(pool, "open-it-on-sundays") == (
        "supported by 1 reason; attacked by 1 reason"
    )
    assert access.describe(pool, "volunteers-will-come") == (
        "attacks a step to “Open it on Sundays.”"
    )
    assert access.describe(pool, "r-cost-doubles") == "attacked by 1 reason"


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


def test_steps_on_steps_in_a_circle_are_no_trap(pool: ArgumentMap) -> None:
    undercut = pool.relations_of("volunteers-will-come")[0]
    circle = edit.set_fields(pool, "r-cost-doubles", target=undercut.id)
    assert access.describe(circle, "volunteers-will-come") == "attacks a step"
    assert access.name(circle, "nothing") == ""
