"""Of a picture that is drawn bit by bit, what is looked at comes first."""

from __future__ import annotations

import pytest

from argmap.desktop.canvas.laying.portions import followed, near, nearest
from argmap.drawing import theme
from argmap.drawing.layout import Cache, draw_more, lay
from argmap.drawing.options import DrawingOptions
from argmap.model.edits import removal
from tests.drawing.maps import FRAMED

USUAL = DrawingOptions(theme.load("light"))


def test_the_cards_nearest_to_a_point_come_first_with_their_arrows() -> None:
    laid = lay(FRAMED, USUAL, at_once=0)
    for card in laid.picture.cards:
        middle = card.x + card.width / 2, card.y + card.height / 2
        part = nearest(laid, middle, 1)
        assert part.cards == (card.id,)
        assert set(part.arrows) == {r.id for r in FRAMED.relations_of(card.id)}


def test_everything_comes_in_the_end() -> None:
    cache = Cache()
    laid = lay(FRAMED, USUAL, cache=cache, at_once=0)
    for _ in range(len(FRAMED.statements) + len(FRAMED.relations)):
        laid = draw_more(laid, nearest(laid, (0, 0), 1), cache)
    assert laid.unfinished is None
    assert all(card.lines for card in laid.picture.cards)
    assert nearest(laid, (0, 0), 1).size == 0


def test_of_a_picture_of_boxes_what_is_chosen_is_drawn_at_once() -> None:
    plain = lay(FRAMED, USUAL, at_once=0)
    seen = next(card for card in plain.picture.cards if card.id == FRAMED.statements[-1].id)
    middle = seen.x + seen.width / 2, seen.y + seen.height / 2
    laid = lay(FRAMED, USUAL, at_once=0, first=lambda c, part: near(c, part, middle, 1))
    assert [card.id for card in laid.picture.cards if card.lines] == [seen.id]
    assert laid.unfinished
    assert seen.id not in laid.unfinished.part.cards
    assert len(laid.unfinished.part.cards) == len(FRAMED.statements) - 1


def test_a_point_that_is_looked_at_stays_with_its_card() -> None:
    whole = lay(FRAMED, USUAL, at_once=0)
    fewer = removal.delete_cards(FRAMED, [FRAMED.statements[0].id])
    rest = lay(fewer, USUAL, at_once=0)
    assert whole.unfinished
    for card in rest.picture.cards:
        there = whole.picture.card_by_id[card.id]
        point = followed((card.x + 3, card.y + 4), rest.picture, whole.unfinished.compact)
        assert point == pytest.approx((there.x + 3, there.y + 4))
