"""Of a picture that is drawn bit by bit, what is looked at comes first."""

from __future__ import annotations

from argmap.desktop.canvas.laying.portions import nearest
from argmap.drawing import theme
from argmap.drawing.layout import Cache, draw_more, lay
from argmap.drawing.options import DrawingOptions
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
