"""A card is written where it will stand: what it will be in or under is opened when it is begun."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from argmap.desktop import draft
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.folding import fold_to
from tests.desktop.canvas.conftest import Hand, MakeHand

REASONS = {"demand-is-high", "demand-is-enough", "cost-doubles", "volunteers-will-come"}


@pytest.fixture
def grouped(hand_on: MakeHand, pool: ArgumentMap) -> Hand:
    """A canvas on which all that bears on the first claim is in a group, folded to one card."""
    statements = tuple(replace(s, group="g" if s.id in REASONS else "") for s in pool.statements)
    hand = hand_on(replace(pool, statements=statements, groups=(Group("g", title="Reasons"),)))
    hand.session.set_view(replace(hand.session.view, folded=frozenset("g")))
    hand.settle()
    return hand


def test_an_undercut_of_a_step_from_a_folded_group_opens_it_at_once(grouped: Hand) -> None:
    session = grouped.session
    session.start_draft(draft.rebuttal(session.argument_map, "r-demand-is-high"))
    grouped.settle()
    assert session.view.folded == frozenset()
    written = grouped.canvas.editing.written_rect
    grouped.type("That does not follow.")
    grouped.key(Qt.Key.Key_Return)
    grouped.settle()
    assert session.view.folded == frozenset()
    assert session.current == "that-does-not-follow"
    assert written
    rect = grouped.canvas.rect_of(session.current)
    assert rect
    assert written.adjusted(-2, -2, 2, 2).contains(rect)


def test_what_is_not_in_a_folded_group_opens_none(grouped: Hand) -> None:
    session = grouped.session
    session.start_draft(draft.premise("sundays-are-quiet"))
    assert session.view.folded == frozenset("g")


def test_a_reason_of_a_folded_card_opens_that_alone(hand_on: MakeHand, pool: ArgumentMap) -> None:
    hand = hand_on(pool)
    session = hand.session
    session.set_view(replace(session.view, folded=fold_to(pool, 1)))
    others = session.view.folded - {"sundays-are-quiet"}
    session.start_draft(draft.premise("sundays-are-quiet"))
    assert session.view.folded == others
    assert others
