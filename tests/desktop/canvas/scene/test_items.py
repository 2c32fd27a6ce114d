"""How cards, arrows and frames stand out, and what of them can be clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QImage

from argmap.drawing import theme as themes
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.kinds import Direction
from argmap.settings import Settings
from tests.desktop.canvas.conftest import Hand, MakeHand
from tests.desktop.canvas.seeing import around, inked, looks

CARD, ARROW = "calm-is-good", "r-calm-is-good"
ACCENT = themes.load("light").lines["selection"]


@pytest.fixture
def plain(hand: Hand) -> Hand:
    """A canvas on which nothing stands out."""
    hand.session.select([])
    hand.canvas.zoom_to(1.5)
    hand.canvas.center_on(CARD)
    return hand


def rim(hand: Hand, id_: str = CARD) -> QRect:
    """Return the strip left of a card in which its ring is painted."""
    place = hand.canvas.rect_of(id_)
    assert place
    seen = hand.canvas.rect_to_viewport(place).toRect()
    return QRect(seen.left() - 12, seen.center().y() - 4, 12, 8)


def ring(hand: Hand, id_: str = CARD) -> int:
    """Return how wide the ring of a selected card is, in pixels; 0 for none."""
    found = inked(looks(hand), ACCENT, rim(hand, id_))
    return found.width() if found.isValid() else 0


def strength(hand: Hand, at: QPoint) -> int:
    """Return how much bluer than red it is near a place: how strongly something shines there."""
    image = looks(hand)
    points = [(x, y) for x in range(-6, 7) for y in range(-6, 7)]
    found = [image.pixelColor(at + QPoint(*point)) for point in points]
    return sum(colour.blue() - colour.red() for colour in found)


def test_the_current_card_has_a_wider_ring_than_others_that_are_selected(plain: Hand) -> None:
    plain.look_at(CARD, 2)
    assert ring(plain) == 0
    plain.session.select([CARD, "cost-doubles"])
    selected = ring(plain)
    plain.session.select(["cost-doubles", CARD])
    assert ring(plain) > selected > 0


def test_what_is_pointed_at_shines_faintly_and_what_is_selected_does_not_shine_too(
    plain: Hand,
) -> None:
    before = looks(plain)
    plain.move(plain.spot(CARD))
    pointed = looks(plain)
    assert pointed != before
    assert ring(plain) == 0
    plain.session.select([CARD])
    with_pointer = looks(plain)
    plain.canvas.highlighting.set_hovered("")
    assert looks(plain) == with_pointer


def test_a_chain_of_reasons_is_lit_up_and_goes_dark_again(plain: Hand) -> None:
    before = looks(plain)
    dark = strength(plain, plain.spot(ARROW))
    plain.session.highlight([CARD, ARROW])
    assert looks(plain) != before
    assert strength(plain, plain.spot(ARROW)) > dark + 20
    plain.session.highlight([])
    assert looks(plain) == before


def test_a_selected_arrow_shines_more_than_one_that_is_pointed_at(plain: Hand) -> None:
    at = plain.spot(ARROW)
    dark = strength(plain, at)
    plain.canvas.highlighting.set_hovered(ARROW)
    pointed = strength(plain, at)
    plain.session.select([ARROW])
    assert strength(plain, at) > pointed > dark


def test_a_strip_along_an_arrow_can_be_clicked_and_no_more(plain: Hand) -> None:
    at = plain.spot(ARROW)
    assert plain.canvas.item_at(at + QPoint(6, 0)) == ARROW
    assert plain.canvas.item_at(at - QPoint(6, 0)) == ARROW
    assert plain.canvas.item_at(at + QPoint(20, 0)) == ""


def test_a_card_is_clicked_before_the_arrow_that_ends_on_it(plain: Hand) -> None:
    place = plain.canvas.rect_of("sundays-are-quiet")
    assert place
    end = plain.canvas.to_viewport(QPointF(place.center().x(), place.bottom() - 1)).toPoint()
    assert plain.canvas.item_at(end) == "sundays-are-quiet"


def test_the_ring_of_a_card_is_no_part_of_it_to_the_mouse(plain: Hand) -> None:
    plain.session.select([CARD])
    place = plain.canvas.rect_of(CARD)
    assert place
    seen = plain.canvas.rect_to_viewport(place).toRect()
    assert plain.canvas.item_at(QPoint(seen.left() - 6, seen.center().y())) == ""
    assert plain.canvas.item_at(QPoint(seen.left() + 2, seen.center().y())) == CARD


@pytest.mark.parametrize("name", themes.names())
def test_selection_can_be_seen_in_every_theme(plain: Hand, name: str) -> None:
    plain.canvas.appearance.use(Settings(theme=name, motion=False))
    plain.settle()
    theme = themes.load(name)
    assert QColor(theme.background).name() == plain.canvas.backgroundBrush().color().name()
    assert not inked(looks(plain), theme.lines["selection"], rim(plain)).isValid()
    plain.session.select([CARD])
    assert inked(looks(plain), theme.lines["selection"], rim(plain)).isValid()
    corner = looks(plain).pixelColor(plain.canvas.viewport().rect().bottomLeft() + QPoint(3, -3))
    assert corner.name() == QColor(theme.background).name()


@pytest.fixture
def framed(hand_on: MakeHand, pool: ArgumentMap) -> Hand:
    """A canvas with a group of two cards."""
    inside = {"sundays-are-quiet", CARD}
    statements = (replace(s, group="g" if s.id in inside else "") for s in pool.statements)
    groups = (Group("g", title="The quiet side"),)
    hand = hand_on(replace(pool, statements=tuple(statements), groups=groups))
    hand.session.select([])
    return hand


def test_halos_can_be_left_out_and_come_back(framed: Hand) -> None:
    with_halo = looks(framed)
    line = _halo_line(framed, with_halo)
    assert line
    framed.session.set_view(replace(framed.session.view, frames=False))
    framed.settle()
    picture = framed.canvas.map_scene.picture
    assert picture
    assert picture.halos == ()
    framed.session.set_view(replace(framed.session.view, frames=True))
    framed.settle()
    assert _halo_line(framed, looks(framed))


def _halo_line(hand: Hand, image: QImage) -> bool:
    """Whether the lower border of the halo is painted."""
    picture = hand.canvas.map_scene.picture
    assert picture
    halo = picture.halos[0]
    lower = QPointF(halo.x + halo.width / 2, halo.y + halo.height)
    at = hand.canvas.to_viewport(lower).toPoint()
    background = themes.load("light").background
    return image.copy(around(at, 3)) != _blank(QColor(background))


def _blank(colour: QColor) -> QImage:
    image = QImage(7, 7, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.mark.parametrize("direction", Direction)
def test_every_arrow_is_where_it_can_be_pointed_at_in_every_direction(
    hand_on: MakeHand, pool: ArgumentMap, direction: Direction
) -> None:
    hand = hand_on(replace(pool, style=replace(pool.style, direction=direction)))
    hand.canvas.zoom_fit()
    for relation in hand.argument_map.relations:
        assert hand.canvas.item_at(hand.spot(relation.id)) == relation.id


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sign_of_an_attack_is_seen_over_the_ring_of_the_card_that_it_attacks(
    hand: Hand, theme: str
) -> None:
    hand.canvas.appearance.use(Settings(theme=theme, motion=False))
    hand.settle()
    hand.look_at("open-it-on-sundays", 2)
    hand.session.select([])
    place = hand.canvas.rect_of("open-it-on-sundays")
    assert place
    below = hand.canvas.rect_to_viewport(place).toRect()
    below = QRect(below.left(), below.bottom() + 2, below.width(), 6)
    attack = themes.load(theme).lines["attack"]
    sign = inked(looks(hand), attack, below)
    assert sign.width() > 10
    hand.session.select(["open-it-on-sundays"])
    assert inked(looks(hand), themes.load(theme).lines["selection"], below).width() > 100
    assert inked(looks(hand), attack, below) == sign
