"""What a screen reader is told of the canvas without asking."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent

from argmap.desktop.canvas.accessibility.accessible_items import ItemProxy
from argmap.desktop.canvas.accessibility.factory import factory
from argmap.marking import label_marks
from argmap.model.edits import edit
from argmap.reasoning import evaluate
from tests.desktop.canvas.conftest import Hand

Told = list[tuple[str, QAccessible.Event]]


@pytest.fixture
def told(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a screen reader is told from now on: of which card or arrow ("" is the canvas), what."""
    QAccessible.installFactory(factory)
    events: Told = []

    def record(event: QAccessibleEvent) -> None:
        thing = event.object()
        events.append((thing.id if isinstance(thing, ItemProxy) else "", event.type()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", record)
    hand.session.select([])
    events.clear()
    return events


EVENT = QAccessible.Event


def test_a_selected_card_is_told_with_the_focus_on_it(hand: Hand, told: Told) -> None:
    hand.session.select(["cost-doubles"])
    assert told == [("cost-doubles", EVENT.Selection), ("cost-doubles", EVENT.Focus)]
    told.clear()
    hand.session.select(["cost-doubles", "r-calm-is-good"])
    assert told == [("r-calm-is-good", EVENT.Selection), ("r-calm-is-good", EVENT.Focus)]


def test_without_the_focus_only_the_selection_is_told(hand: Hand, told: Told) -> None:
    hand.canvas.clearFocus()
    hand.session.select(["cost-doubles"])
    assert told == [("cost-doubles", EVENT.Selection)]
    told.clear()
    hand.canvas.setFocus()
    assert told == [("cost-doubles", EVENT.Focus)]


def test_a_new_card_is_told_when_it_is_in_the_picture(hand: Hand, told: Told) -> None:
    hand.session.do("Add", edit.add_premise(hand.argument_map, "cost-doubles", "Wages."))
    assert told == []
    hand.settle()
    assert told == [("", EVENT.ObjectReorder), ("wages", EVENT.Focus)]


def test_a_picture_of_the_same_cards_tells_nothing(hand: Hand, told: Told) -> None:
    hand.session.do("Edit", edit.set_fields(hand.argument_map, "cost-doubles", text="Costs rise."))
    hand.settle()
    assert told == []


def test_a_new_label_of_the_current_card_is_told(hand: Hand, told: Told) -> None:
    hand.session.select(["cost-doubles"])
    told.clear()
    hand.session.set_marks("evaluation", label_marks(evaluate(hand.argument_map)))
    assert told == [("cost-doubles", EVENT.DescriptionChanged)]
