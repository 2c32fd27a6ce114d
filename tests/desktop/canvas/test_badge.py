"""Badges: at once when a label changes, and large enough to be read from afar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from argmap.drawing import theme as themes
from argmap.drawing.marks import Mark, Marks
from argmap.model import edit
from tests.desktop.canvas.conftest import Hand

CARD = "calm-is-good"
ACCEPTED = Mark(badge="accepted", line="accepted")
REJECTED = Mark(badge="rejected", line="rejected")


def mark(hand: Hand, marks: Marks, *, drawn: bool = True) -> None:
    """Mark cards, with the picture that Graphviz draws of it or before it is there."""
    hand.session.mark("evaluation", marks)
    if drawn:
        hand.settle()
    else:
        hand.canvas.layouts.stop()


def inked(hand: Hand, colour: str, id_: str = CARD) -> QRectF:
    """Give where a card shows letters of a colour, relative to the card, in pixels."""
    place = hand.canvas.place_of(id_)
    assert place
    inner = hand.canvas.on_screen(place.adjusted(7, 7, -7, -7)).toAlignedRect()
    image: QImage = hand.canvas.viewport().grab(inner).toImage()
    wanted = QColor(colour)
    ink = QRectF()
    for y in range(image.height()):
        for x in range(image.width()):
            if _near(image.pixelColor(x, y), wanted):
                ink = ink.united(QRectF(x, y, 1, 1))
    return ink


def _near(one: QColor, other: QColor) -> bool:
    apart = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return max(map(abs, apart)) <= 45


@pytest.fixture
def colour(hand: Hand) -> str:
    """The colour of a badge that says accepted, unlike that of a premise's border."""
    hand.look_at(CARD, 1.0)
    return themes.load("light").lines["accepted"]


@pytest.mark.parametrize("zoom", [0.4, 0.6, 0.8, 1.0])
def test_a_badge_can_be_read_at_every_zoom(hand: Hand, colour: str, zoom: float) -> None:
    mark(hand, {CARD: ACCEPTED})
    hand.look_at(CARD, zoom)
    assert inked(hand, colour).height() >= 6  # of letters of 9 pixels, with their stems


def test_from_afar_a_badge_stays_inside_its_card(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: replace(ACCEPTED, badge="accepted, in tension · ! · and much more")})
    hand.look_at(CARD, 0.1)
    place = hand.canvas.place_of(CARD)
    assert place
    around = hand.canvas.on_screen(place.adjusted(-60, -60, 60, 60)).toAlignedRect()
    image = hand.canvas.viewport().grab(around).toImage()
    inner = hand.canvas.on_screen(place).toAlignedRect().translated(-around.topLeft())
    outside = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not inner.contains(x, y) and _near(image.pixelColor(x, y), QColor(colour))
    ]
    assert not outside


def test_near_by_a_badge_is_as_graphviz_drew_it(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED})
    hand.look_at(CARD, 1.5)
    item = hand.canvas.stage.cards[CARD]
    assert item.badge is None
    ink = inked(hand, colour)
    (line,) = [line for line in item.card.lines if line.text == "accepted"]
    assert ink.width() == pytest.approx(line.width * 1.5, abs=4)


def test_a_label_is_shown_before_graphviz_has_drawn_it(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED}, drawn=False)
    assert hand.canvas.stage.cards[CARD].badge == ("accepted", colour)
    assert not inked(hand, colour).isEmpty()
    mark(hand, {}, drawn=False)
    assert hand.canvas.stage.cards[CARD].badge is None
    assert inked(hand, colour).isEmpty()


def test_a_drawn_badge_is_covered_by_the_newer_one(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED})
    mark(hand, {CARD: REJECTED}, drawn=False)
    assert inked(hand, colour).isEmpty()
    assert not inked(hand, themes.load("light").lines["rejected"]).isEmpty()
    mark(hand, {}, drawn=False)
    assert inked(hand, themes.load("light").lines["rejected"]).isEmpty()
    assert inked(hand, colour).isEmpty()


def test_a_card_whose_text_is_the_word_of_a_badge_gets_the_badge(hand: Hand) -> None:
    said = edit.set_fields(hand.argument_map, CARD, text="accepted")
    hand.session.do("Edit", said)
    hand.settle()
    mark(hand, {CARD: ACCEPTED}, drawn=False)
    assert hand.canvas.stage.cards[CARD].badge


def test_cards_without_a_mark_keep_what_is_prepared(hand: Hand) -> None:
    hand.canvas.viewport().grab()
    far_away = hand.canvas.stage.cards["cost-doubles"]
    prepared = far_away._prepared
    assert prepared
    mark(hand, {CARD: ACCEPTED})
    assert far_away._prepared is prepared
