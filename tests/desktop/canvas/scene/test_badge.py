"""Badges: at once when a label changes, and large enough to be read from afar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from argmap.drawing import theme as themes
from argmap.drawing.marks import Mark, Marks
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.seeing import inked, looks

CARD = "calm-is-good"
ACCEPTED = Mark(badge="accepted", line="accepted")
REJECTED = Mark(badge="rejected", line="rejected")


def mark(hand: Hand, marks: Marks, *, drawn: bool = True) -> None:
    """Mark cards, with the picture that Graphviz draws of it or before it is there."""
    hand.session.set_marks("evaluation", marks)
    if drawn:
        hand.settle()
    else:
        hand.canvas.layouts.stop()


def badge_ink(hand: Hand, colour: str, id_: str = CARD) -> QRect:
    """Return where a card shows letters of a colour, in pixels."""
    place = hand.canvas.rect_of(id_)
    assert place
    inner = hand.canvas.rect_to_viewport(place.adjusted(7, 7, -7, -7)).toAlignedRect()
    return inked(looks(hand), colour, inner)


@pytest.fixture
def colour(hand: Hand) -> str:
    """The colour of a badge that says accepted, unlike that of a premise's border."""
    hand.look_at(CARD, 1.0)
    return themes.load("light").lines["accepted"]


@pytest.mark.parametrize("zoom", [0.4, 0.6, 0.8, 1.0])
def test_a_badge_can_be_read_at_every_zoom(hand: Hand, colour: str, zoom: float) -> None:
    mark(hand, {CARD: ACCEPTED})
    hand.look_at(CARD, zoom)
    assert badge_ink(hand, colour).height() >= 5  # of letters of 9 pixels, with their stems


def test_from_afar_a_badge_stays_inside_its_card(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: replace(ACCEPTED, badge="accepted, in tension · ! · and much more")})
    hand.look_at(CARD, 0.5)
    place = hand.canvas.rect_of(CARD)
    assert place
    card = hand.canvas.rect_to_viewport(place).toAlignedRect()
    ink = inked(looks(hand), colour, card.adjusted(-60, -60, 60, 60))
    assert ink.isValid()
    assert card.contains(ink)


def test_near_by_a_badge_is_as_graphviz_drew_it(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED})
    hand.look_at(CARD, 1.5)
    item = hand.canvas.map_scene.cards[CARD]
    assert item.badge is None
    ink = badge_ink(hand, colour)
    (line,) = [line for line in item.card.lines if line.text == "accepted"]
    assert ink.width() == pytest.approx(line.width * 1.5, abs=4)


def test_a_label_is_shown_before_graphviz_has_drawn_it(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED}, drawn=False)
    assert hand.canvas.map_scene.cards[CARD].badge == ("accepted", colour)
    assert not badge_ink(hand, colour).isEmpty()
    mark(hand, {}, drawn=False)
    assert hand.canvas.map_scene.cards[CARD].badge is None
    assert badge_ink(hand, colour).isEmpty()


def test_a_drawn_badge_is_covered_by_the_newer_one(hand: Hand, colour: str) -> None:
    mark(hand, {CARD: ACCEPTED})
    mark(hand, {CARD: REJECTED}, drawn=False)
    assert badge_ink(hand, colour).isEmpty()
    assert not badge_ink(hand, themes.load("light").lines["rejected"]).isEmpty()
    mark(hand, {}, drawn=False)
    assert badge_ink(hand, themes.load("light").lines["rejected"]).isEmpty()
    assert badge_ink(hand, colour).isEmpty()


def test_a_card_whose_text_is_the_word_of_a_badge_gets_the_badge(hand: Hand) -> None:
    said = edit.set_fields(hand.argument_map, CARD, text="accepted")
    hand.session.do("Edit", said)
    hand.settle()
    mark(hand, {CARD: ACCEPTED}, drawn=False)
    assert hand.canvas.map_scene.cards[CARD].badge


def test_cards_without_a_mark_keep_what_is_prepared(hand: Hand) -> None:
    hand.canvas.viewport().grab()
    far_away = hand.canvas.map_scene.cards["cost-doubles"]
    prepared = far_away._prepared
    assert prepared
    mark(hand, {CARD: ACCEPTED})
    assert far_away._prepared is prepared


@pytest.mark.parametrize("zoom", [0.52, 0.6, 0.8, 1.0])
def test_a_badge_covers_no_text(hand: Hand, zoom: float) -> None:
    hand.look_at(CARD, zoom)
    place = hand.canvas.rect_of(CARD)
    assert place
    line = hand.canvas.map_scene.cards[CARD].card.lines[1]
    below = place.adjusted(8, line.at[1] - line.size, -8, -8)
    text = hand.canvas.rect_to_viewport(below).toAlignedRect()
    before = looks(hand).copy(text)
    item = hand.canvas.map_scene.cards[CARD]
    item.show_badge("accepted", "#7a5b00")
    assert looks(hand).copy(text) == before
    assert not badge_ink(hand, "#7a5b00").isEmpty()


def test_from_afar_badge_and_title_share_the_card(hand: Hand, colour: str) -> None:
    longer = edit.set_fields(hand.argument_map, CARD, text="Calm is good for all of us. " * 4)
    hand.session.do("Edit", longer)
    mark(hand, {CARD: ACCEPTED})
    hand.look_at(CARD, 0.4)
    assert not badge_ink(hand, colour).isEmpty()
    before = looks(hand)
    titled = edit.set_fields(hand.argument_map, CARD, title="In other words")
    hand.session.do("Edit", titled)
    hand.settle()
    assert not badge_ink(hand, colour).isEmpty()
    assert looks(hand) != before
