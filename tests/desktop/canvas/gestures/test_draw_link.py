"""Drawing a link from the border of a card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.notices.notice import Notice
from argmap.drawing import theme as themes
from argmap.model.kinds import Bearing
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.gestures.pointing import (
    NONE,
    SHIFT,
    Key,
    Shape,
    cursor,
    empty_spot,
)
from tests.desktop.canvas.seeing import around, inked, looks


def test_a_border_can_be_seen_to_begin_a_link(hand: Hand) -> None:
    hand.move(hand.edge("calm-is-good"))
    assert cursor(hand) is Shape.CrossCursor
    hand.move(hand.spot("calm-is-good"))
    assert cursor(hand) is Shape.ArrowCursor
    hand.session.read_only = True
    hand.move(hand.edge("calm-is-good"))
    assert cursor(hand) is Shape.ArrowCursor


@pytest.mark.parametrize(("zoom", "gesture"), [(0.2, DragCard), (1.2, DrawLink)])
def test_from_afar_a_card_has_no_border_to_link_from(
    hand: Hand, zoom: float, gesture: type[object]
) -> None:
    hand.look_at("calm-is-good", zoom)
    hand.press(hand.edge("calm-is-good"))
    assert isinstance(hand.canvas.gestures.current, gesture)
    hand.key(Key.Key_Escape)
    hand.release(hand.edge("calm-is-good"))


@pytest.mark.parametrize(
    ("card", "modifiers", "bearing"),
    [
        ("calm-is-good", Qt.KeyboardModifier.NoModifier, Bearing.SUPPORTS),
        ("calm-is-good", SHIFT, Bearing.ATTACKS),
        ("volunteers-will-come", Qt.KeyboardModifier.NoModifier, Bearing.ATTACKS),
    ],
)
def test_a_link_is_drawn_from_a_border(
    hand: Hand, card: str, modifiers: Qt.KeyboardModifier, bearing: Bearing
) -> None:
    before = len(hand.argument_map.relations_of(card))
    start, end = hand.edge(card), hand.spot("open-it-on-sundays")
    hand.press(start)
    hand.move(end)
    assert isinstance(hand.canvas.gestures.current, DrawLink)
    hand.canvas.grab()
    hand.release(end, modifiers)
    relations = hand.argument_map.relations_of(card)
    assert len(relations) == before + 1
    assert (relations[-1].bearing, relations[-1].target) == (bearing, "open-it-on-sundays")


def test_a_link_to_an_arrow_undercuts_the_step(hand: Hand) -> None:
    hand.drag(hand.edge("sundays-are-quiet"), hand.spot("r-demand-is-high"))
    (relation,) = hand.argument_map.relations_of("sundays-are-quiet")
    assert (relation.bearing, relation.target) == (Bearing.ATTACKS, "r-demand-is-high")


def test_a_line_is_drawn_in_the_colour_of_what_it_would_be(hand: Hand) -> None:
    light = themes.load("light")
    start, end = hand.edge("calm-is-good"), hand.spot("open-it-on-sundays")
    hand.press(start)
    hand.move((start + end) / 2)
    link = hand.canvas.gestures.current
    assert isinstance(link, DrawLink)
    assert link.target == ""
    usual, shifted = "supports (with Shift: attacks)", "attacks (without Shift: supports)"
    for modifiers, meaning, role in ((NONE, usual, "support"), (SHIFT, shifted, "attack")):
        link.move(end, modifiers)
        assert (link.target, link.meaning) == ("open-it-on-sundays", meaning)
        assert inked(looks(hand), light.lines[role], around(end, 30)).isValid()
    link.move(hand.spot("r-demand-is-high"), NONE)
    assert link.meaning == "rebuts this step (with Shift: backs this step)"
    link.move(hand.spot("r-demand-is-high"), SHIFT)
    assert link.meaning == "backs this step (without Shift: rebuts this step)"
    link.move(hand.spot("r-calm-is-good"), NONE)  # its own step
    assert link.target == ""
    hand.key(Key.Key_Escape)
    hand.release(end)


@pytest.mark.parametrize("picking", [False, True])
def test_shift_shows_the_other_link_without_a_move(hand: Hand, picking: bool) -> None:
    light, end = themes.load("light"), hand.spot("open-it-on-sundays")
    if picking:
        hand.canvas.start_link("calm-is-good")
    else:
        hand.press(hand.edge("calm-is-good"))
    hand.move(end)
    link = hand.canvas.gestures.current
    assert isinstance(link, DrawLink)
    hand.hold(Key.Key_Shift)
    assert link.meaning.startswith("attacks")
    assert inked(looks(hand), light.lines["attack"], around(end, 30)).isValid()
    hand.release_key(Key.Key_Shift)
    assert link.meaning.startswith("supports")
    assert inked(looks(hand), light.lines["support"], around(end, 30)).isValid()
    hand.key(Key.Key_Escape)
    hand.release(end)


REFUSED = {
    "to itself": ("cost-doubles", "cost-doubles", None),
    "to its own step": ("cost-doubles", "r-cost-doubles", None),
    "to nothing": ("cost-doubles", "", None),
    "twice": ("calm-is-good", "sundays-are-quiet", "already"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_links_that_cannot_be_are_not_made_and_a_reason_is_told(hand: Hand, what: str) -> None:
    card, target, words = REFUSED[what]
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    before = hand.argument_map
    hand.drag(hand.edge(card), hand.spot(target) if target else empty_spot(hand))
    assert hand.argument_map is before
    assert hand.canvas.gestures.current is None
    if words:
        assert words in told[0].text
