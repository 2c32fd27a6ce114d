"""How a map begins: what an empty canvas and an empty card say, and the first keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.canvas import Canvas
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Kind
from tests.desktop.canvas.conftest import NONE, Hand, MakeHand
from tests.desktop.canvas.seeing import inked, looks

Key = Qt.Key


def asked(hand: Hand) -> bool:
    """Whether words are seen in the middle, left of where a new card is."""
    middle = hand.canvas.viewport().rect().center()
    beside = QRect(middle - QPoint(230, 15), middle + QPoint(-150, 15))
    return not inked(looks(hand), hand.canvas.appearance.theme.muted, beside).isEmpty()


def test_typing_on_an_empty_map_writes_its_first_claim(hand_on: MakeHand) -> None:
    hand = hand_on(ArgumentMap())
    hand.type("The pool should open.")
    hand.key(Key.Key_Return)
    (claim,) = hand.argument_map.statements
    assert (claim.text, claim.kind) == ("The pool should open.", Kind.CLAIM)
    assert hand.session.document.done == ("Add claim",)


def test_typing_on_an_empty_map_that_is_read_only_writes_nothing(hand_on: MakeHand) -> None:
    hand = hand_on(ArgumentMap())
    hand.session.read_only = True
    hand.type("The pool")
    assert hand.editor() is None


def test_with_cards_but_none_selected_typing_writes_nothing(hand: Hand) -> None:
    hand.session.select([])
    hand.type("The pool")
    assert hand.editor() is None


def test_an_empty_map_says_how_to_begin_until_somebody_does(hand_on: MakeHand) -> None:
    hand = hand_on(ArgumentMap())
    assert asked(hand)
    hand.type("A")
    assert not asked(hand)
    hand.key(Key.Key_Escape)
    assert asked(hand)


def test_a_map_that_cannot_be_written_does_not_ask_for_it(hand_on: MakeHand) -> None:
    hand = hand_on(ArgumentMap())
    hand.session.read_only = True
    hand.canvas.viewport().update()
    assert not asked(hand)


@pytest.mark.parametrize(
    ("key", "held", "kind"),
    [
        (Key.Key_Insert, NONE, Kind.CLAIM),
        (Key.Key_Tab, NONE, Kind.PREMISE),
        (Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier, Kind.REBUTTAL),
    ],
)
def test_an_empty_card_asks_for_what_it_is(
    desk_hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier, kind: Kind
) -> None:
    desk_hand.session.select(["open-it-on-sundays"])
    desk_hand.key(key, held)
    editor = desk_hand.editor()
    assert editor
    assert editor.field.placeholderText() == kind.prompt


def test_a_card_that_is_given_up_leaves_the_map_in_sight(hand: Hand) -> None:
    """The canvas scrolls to show a card to be; what it pushed out of sight comes back."""
    canvas = hand.canvas
    canvas.zoom_fit()
    assert canvas.fits()
    draft = drafts.premise("calm-is-good")
    canvas.resize(canvas.width(), round(canvas.rect_to_viewport(canvas.bounds()).height()) + 20)
    canvas.zoom_by(0.999)  # by hand, so it is kept
    canvas.leave_no_blank()
    hand.session.start_draft(draft)
    hand.settle()
    assert not sees_all(canvas), "else this tests nothing"
    hand.key(Key.Key_Escape)
    hand.settle()
    assert sees_all(canvas)


def sees_all(canvas: Canvas) -> bool:
    seen = canvas.rect_to_viewport(canvas.bounds())
    return QRectF(canvas.viewport().rect()).adjusted(-1, -1, 1, 1).contains(seen)
