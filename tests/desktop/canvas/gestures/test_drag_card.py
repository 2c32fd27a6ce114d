"""Dragging a card: where it may go, what is shown meanwhile, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.desktop.notices.notice import Notice
from argmap.drawing import theme as themes
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Bearing, Direction, Kind
from tests.desktop.canvas.conftest import Hand, MakeHand
from tests.desktop.canvas.gestures.pointing import (
    Key,
    Shape,
    cursor,
    empty_spot,
    near_end,
    premises_on,
)
from tests.desktop.canvas.seeing import around, inked, looks
from tests.model.maps import a_map


def test_a_press_that_trembles_is_a_click(hand: Hand) -> None:
    spot = hand.spot("cost-doubles")
    before = hand.argument_map
    tremble = QPoint(QApplication.startDragDistance() // 2, 1)
    hand.press(spot)
    hand.move(spot + tremble)
    assert cursor(hand) is not Shape.ClosedHandCursor
    hand.release(spot + tremble)
    assert hand.argument_map is before
    assert hand.session.selection == ("cost-doubles",)


def test_a_press_that_goes_as_far_as_the_system_says_is_a_drag(hand: Hand) -> None:
    spot = hand.spot("cost-doubles")
    hand.press(spot)
    hand.move(spot + QPoint(QApplication.startDragDistance(), 0))
    assert cursor(hand) is Shape.ClosedHandCursor
    hand.key(Key.Key_Escape)
    hand.release(spot)


def test_a_card_dropped_on_a_card_hangs_below_it(hand: Hand) -> None:
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))
    (relation,) = hand.argument_map.relations_of("cost-doubles")
    assert (relation.target, relation.bearing) == ("sundays-are-quiet", Bearing.ATTACKS)
    assert hand.session.current == "cost-doubles"
    assert list(hand.session.document.done) == ["Move card"]


@pytest.mark.parametrize("after", [False, True])
def test_a_card_dropped_at_the_end_of_another_stands_beside_it(hand: Hand, after: bool) -> None:
    spot = near_end(hand, "calm-is-good", 0.9 if after else 0.1)
    hand.drag(hand.spot("cost-doubles"), spot)
    expected = ["calm-is-good", "cost-doubles"]
    assert premises_on(hand, "sundays-are-quiet") == (expected if after else expected[::-1])


def test_where_it_would_stand_is_shown_and_said(hand: Hand) -> None:
    hand.press(hand.spot("cost-doubles"))
    hand.move(near_end(hand, "calm-is-good", 0.1))
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag._drop
    assert drag.meaning == "before this card, now attacks “Sundays are quiet.”"
    gap = drag._gap(drag._drop)
    place = hand.canvas.map_scene.cards["calm-is-good"].scene_rect
    assert gap.right() < place.left()
    assert (gap.top(), gap.height()) == (place.top(), place.height())
    hand.move(hand.spot("calm-is-good"))
    assert hand.canvas.map_scene.cards["calm-is-good"].highlight.drop_target
    hand.canvas.grab()  # its signs can be painted
    hand.key(Qt.Key.Key_Escape)
    assert not hand.canvas.map_scene.cards["calm-is-good"].highlight.drop_target
    hand.release(hand.spot("calm-is-good"))
    assert hand.session.document.done == ()


def test_in_a_map_on_its_side_the_ends_of_a_card_are_above_and_below(
    hand_on: MakeHand, pool: ArgumentMap
) -> None:

    hand = hand_on(replace(pool, style=Style(direction=Direction.LEFT)))
    place = hand.canvas.rect_to_viewport(hand.canvas.map_scene.cards["calm-is-good"].scene_rect)
    above = QPointF(place.center().x(), place.top() + 2).toPoint()
    hand.drag(hand.spot("cost-doubles"), above)
    assert premises_on(hand, "sundays-are-quiet") == ["cost-doubles", "calm-is-good"]


@pytest.mark.parametrize("step", ["r-demand-is-high", "r-calm-is-good"])
def test_a_card_dropped_on_a_dot_or_an_arrow_joins_the_step(hand: Hand, step: str) -> None:
    before = hand.argument_map.relation_by_id[step].premises
    hand.session.select(["cost-doubles"])
    hand.drag(hand.spot("volunteers-will-come"), hand.spot(step))
    relation = hand.argument_map.relation_by_id[step]
    assert set(relation.premises) == {*before, "volunteers-will-come"}


@pytest.mark.parametrize("onto", ["r-cost-doubles", "volunteers-will-come", "cost-doubles"])
def test_a_card_cannot_be_dropped_in_its_own_branch(hand: Hand, onto: str) -> None:
    before = hand.argument_map
    hand.drag(hand.spot("cost-doubles"), hand.spot(onto))
    assert hand.argument_map is before


def test_a_card_let_go_on_empty_canvas_stays_where_it_was(hand: Hand) -> None:
    before = hand.argument_map
    hand.drag(hand.spot("cost-doubles"), QPoint(3, 3))
    assert hand.argument_map is before


def test_a_card_dragged_out_of_the_window_and_back_is_dropped_where_it_comes_down(
    hand: Hand,
) -> None:
    start, end = hand.spot("cost-doubles"), hand.spot("sundays-are-quiet")
    hand.press(start)
    for outside in (QPoint(-300, 50), QPoint(5000, -400), QPoint(50, 4000)):
        hand.move(outside)
        looks(hand)  # signs outside the canvas are no trouble
        assert not hand.canvas.map_scene.cards["sundays-are-quiet"].highlight.drop_target
    hand.move(end)
    assert hand.canvas.map_scene.cards["sundays-are-quiet"].highlight.drop_target
    hand.release(end)
    assert hand.argument_map.relations_of("cost-doubles")[0].target == "sundays-are-quiet"


def test_a_card_let_go_outside_the_window_stays(hand: Hand) -> None:
    before = hand.argument_map
    hand.drag(hand.spot("cost-doubles"), QPoint(-200, -200))
    hand.drag(hand.edge("cost-doubles"), QPoint(9000, 200))
    assert hand.argument_map is before


def test_a_card_that_is_dragged_is_seen_under_the_pointer_and_faint_in_its_place(
    hand: Hand,
) -> None:
    start = hand.spot("calm-is-good")
    at = empty_spot(hand) - QPoint(120, 60)
    ink, card = themes.load("light").text, hand.canvas.map_scene.cards["calm-is-good"]
    assert inked(looks(hand), ink, around(at, 60)).isEmpty()
    hand.press(start)
    hand.move((start + at) / 2)
    hand.move(at)
    assert cursor(hand) is Shape.ClosedHandCursor
    words = inked(looks(hand), QColor(90, 90, 90), around(at, 60))
    assert words.width() > 40, "its text can be read there"
    assert card.opacity() < 0.5
    hand.key(Key.Key_Escape)
    hand.release(at)
    assert card.opacity() == 1
    hand.drag(start, at)
    assert card.opacity() == 1


def _premises(hand: Hand) -> tuple[str, ...]:
    return hand.argument_map.relation_by_id["r-demand-is-high"].premises


@pytest.mark.parametrize("share", [0.9, 1.04])
def test_a_linked_premise_dragged_past_another_stays_linked(hand: Hand, share: float) -> None:
    hand.drag(hand.spot("demand-is-high"), near_end(hand, "demand-is-enough", share))
    assert _premises(hand) == ("demand-is-enough", "demand-is-high")
    hand.settle()
    hand.drag(hand.spot("demand-is-high"), near_end(hand, "demand-is-enough", 1 - share))
    assert _premises(hand) == ("demand-is-high", "demand-is-enough")


def test_a_card_dropped_into_a_linked_step_is_one_of_its_premises(hand: Hand) -> None:
    hand.drag(hand.spot("calm-is-good"), near_end(hand, "demand-is-high", 0.95))
    assert _premises(hand) == ("demand-is-high", "calm-is-good", "demand-is-enough")


def test_a_card_dropped_where_the_bar_is_drawn_goes_there(hand: Hand) -> None:
    left = hand.canvas.rect_of("demand-is-enough")
    right = hand.canvas.rect_of("cost-doubles")
    assert left
    assert right
    assert left.right() < right.left()
    middle = QPointF((left.right() + right.left()) / 2, left.center().y())
    gap = hand.canvas.to_viewport(middle).toPoint()
    assert not hand.canvas.item_at(gap), "between the cards lies nothing"
    hand.drag(hand.spot("calm-is-good"), gap)
    expected = ["demand-is-high", "demand-is-enough", "calm-is-good", "cost-doubles"]
    assert premises_on(hand, "open-it-on-sundays") == expected


CALM, QUIET = "calm-is-good", "sundays-are-quiet"

MEANINGS: dict[str, Callable[[Hand], QPoint]] = {
    "below this card, now attacks it": lambda hand: hand.spot("calm-is-good"),
    "before this card, now attacks “Sundays are quiet.”": lambda h: near_end(h, CALM, 0.1),
    "after this card, now attacks “Sundays are quiet.”": lambda h: near_end(h, CALM, 0.9),
    "after this card, no longer bears on anything": lambda hand: near_end(hand, QUIET, 0.9),
    "join this step, as a premise": lambda hand: hand.spot("r-demand-is-high"),
    "join this step": lambda hand: hand.spot("r-cost-doubles"),
}

LINKED_MEANINGS: dict[str, Callable[[Hand], QPoint]] = {
    "after this card": lambda hand: near_end(hand, "demand-is-enough", 0.9),
    "after this card, no longer linked": lambda hand: near_end(hand, "cost-doubles", 1.03),
    "below this card, now supports it, no longer linked": lambda hand: hand.spot(CALM),
    "before this card, now supports the step, no longer linked": lambda h: near_end(
        h, "volunteers-will-come", 0.1
    ),
    "join this step": lambda hand: hand.spot("r-calm-is-good"),
}


@pytest.mark.parametrize("words", LINKED_MEANINGS)
def test_that_a_premise_would_no_longer_be_linked_is_said(hand: Hand, words: str) -> None:
    at = LINKED_MEANINGS[words](hand)
    hand.press(hand.spot("demand-is-high"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == words
    hand.key(Key.Key_Escape)
    hand.release(at)


@pytest.mark.parametrize("words", MEANINGS)
def test_what_letting_go_would_do_is_written_beside_the_pointer(hand: Hand, words: str) -> None:
    at = MEANINGS[words](hand)
    hand.press(hand.spot("volunteers-will-come"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == words
    label = QRect(at + QPoint(18, 18), QSize(70, 14))
    assert inked(looks(hand), themes.load("light").text, label).width() > 40
    hand.key(Key.Key_Escape)
    hand.release(at)


@pytest.mark.parametrize("direction", Direction)
def test_the_gap_between_siblings_is_shown_as_a_bar(
    hand_on: MakeHand, pool: ArgumentMap, direction: Direction
) -> None:
    hand = hand_on(replace(pool, style=Style(direction=direction)))
    stacked = direction in (Direction.LEFT, Direction.RIGHT)
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    spot = QPointF(
        place.center().x() if stacked else place.left() + 3,
        place.top() + 3 if stacked else place.center().y(),
    )
    at = hand.canvas.to_viewport(spot).toPoint()
    hand.press(hand.spot("cost-doubles"))
    hand.move(at - QPoint(20, 20))
    hand.move(at)
    bar = spot - (QPointF(0, 9) if stacked else QPointF(9, 0))
    seen = looks(hand).pixelColor(hand.canvas.to_viewport(bar).toPoint())
    assert seen.blue() - seen.red() > 100  # the accent, whatever shadow lies over it
    hand.release(at)
    on = hand.argument_map.relations_on("sundays-are-quiet")
    assert [r.premises[0] for r in on] == ["cost-doubles", "calm-is-good"]


def test_a_root_is_put_before_another_root(hand: Hand) -> None:
    hand.drag(hand.spot("sundays-are-quiet"), near_end(hand, "open-it-on-sundays", 0.9))
    roots = [s.id for s in hand.argument_map.statements if not hand.argument_map.relations_of(s.id)]
    assert roots == ["open-it-on-sundays", "sundays-are-quiet"]


def test_a_card_dropped_beside_a_root_bears_on_nothing_any_more(hand: Hand) -> None:
    hand.drag(hand.spot("cost-doubles"), near_end(hand, "sundays-are-quiet", 0.9))
    assert hand.argument_map.relations_of("cost-doubles") == ()
    assert list(hand.session.document.done) == ["Move card"]


def test_a_card_dragged_onto_an_undercut_attack_joins_the_rebuttal(hand: Hand) -> None:
    hand.drag(hand.spot("calm-is-good"), hand.spot("r-volunteers-will-come"))
    step = hand.argument_map.relation_by_id["r-volunteers-will-come"]
    assert set(step.premises) == {"volunteers-will-come", "calm-is-good"}
    assert step.bearing is Bearing.ATTACKS


SIMPLE = "people -> claim; cost -x claim"


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    ("card", "beside", "share"), [("cost", "people", 0), ("people", "cost", 1)]
)
def test_a_card_moved_among_its_siblings_says_what_it_said(
    hand_on: MakeHand, card: str, beside: str, share: int, direction: Direction
) -> None:
    hand = hand_on(replace(a_map(SIMPLE), style=Style(direction=direction)))
    before = hand.argument_map
    at = _at_end(hand, beside, share)
    hand.press(hand.spot(card))
    hand.move(at - QPoint(0, 9))
    hand.move(at)
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == ("after this card" if share else "before this card")
    assert drag._drop
    bar = drag._gap(drag._drop).center()
    hand.release(at)
    hand.settle()
    assert hand.argument_map.statements == before.statements
    assert hand.argument_map.relations == before.relations[::-1]
    moved, other = hand.canvas.rect_of(card), hand.canvas.rect_of(beside)
    assert moved
    assert other
    assert (moved.center() - other.center()).manhattanLength() > 20
    ends = (bar - other.center(), moved.center() - other.center())
    along = [end.y() if direction.sideways else end.x() for end in ends]
    assert (along[0] > 0) == (along[1] > 0) == bool(share), "it stands where the bar was"


def _at_end(hand: Hand, id_: str, share: int) -> QPoint:
    """Return a spot of the border of a card at which its siblings lie, before or after it."""
    place = hand.canvas.rect_of(id_)
    assert place
    seen = hand.canvas.rect_to_viewport(place)
    if hand.argument_map.direction.sideways:
        y = seen.bottom() - 3 if share else seen.top() + 3
        return QPointF(seen.center().x(), y).toPoint()
    return QPointF(seen.right() - 3 if share else seen.left() + 3, seen.center().y()).toPoint()


def test_a_rebuttal_dropped_between_linked_premises_is_told_that_it_becomes_a_premise(
    hand: Hand,
) -> None:
    hand.drag(hand.spot("cost-doubles"), near_end(hand, "demand-is-high", 0.95))
    assert _premises(hand) == ("demand-is-high", "cost-doubles", "demand-is-enough")
    assert hand.argument_map.statement_by_id["cost-doubles"].kind is Kind.PREMISE


def test_a_drop_that_would_be_refused_is_told_beforehand(hand_on: MakeHand) -> None:
    hand = hand_on(a_map("p -> claim; q -> other; p -> other"))
    at = hand.spot("other")
    hand.press(hand.spot("p"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == "“p” supports “other” already."
    hand.release(at)


def _select_both(hand: Hand, first: str, second: str) -> None:
    hand.click(hand.spot(first))
    hand.click(hand.spot(second), Qt.KeyboardModifier.ControlModifier)
    assert hand.session.selection == (first, second)


def test_cards_selected_together_are_dragged_together(hand: Hand) -> None:
    _select_both(hand, "cost-doubles", "demand-is-high")
    cards = hand.canvas.map_scene.cards
    at = hand.spot("sundays-are-quiet")
    hand.press(hand.spot("demand-is-high"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    assert [cards[id_].opacity() < 0.5 for id_ in ("cost-doubles", "demand-is-high", CALM)] == [
        True,
        True,
        False,
    ]
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == (
        "2 cards below this card, 1 now supports it (no longer linked), 1 now attacks it"
    )
    hand.release(at)
    on = hand.argument_map.relations_on("sundays-are-quiet")
    assert [(r.premises, r.bearing) for r in on] == [
        ((CALM,), Bearing.SUPPORTS),
        (("demand-is-high",), Bearing.SUPPORTS),
        (("cost-doubles",), Bearing.ATTACKS),
    ]
    assert hand.session.selection == ("cost-doubles", "demand-is-high")
    assert list(hand.session.document.done) == ["Move cards"]
    assert {card.opacity() for card in cards.values()} == {1}


def test_all_that_are_dragged_can_be_seen_under_the_pointer(hand: Hand) -> None:
    _select_both(hand, "cost-doubles", CALM)
    at = empty_spot(hand) - QPoint(120, 60)
    hand.press(hand.spot(CALM))
    hand.move(at + QPoint(5, 5))
    hand.move(at)
    line = QColor(themes.load("light").lines["attack"])
    parts = (line.red(), line.green(), line.blue())
    thin = QColor(*(round(255 - 0.7 * (255 - part)) for part in parts))
    assert inked(looks(hand), thin, around(at, 60)).height() > 15, "the rebuttal is there too"
    hand.key(Key.Key_Escape)
    hand.release(at)


def test_both_premises_of_a_step_go_as_a_step(hand: Hand) -> None:
    _select_both(hand, "demand-is-high", "demand-is-enough")
    hand.drag(hand.spot("demand-is-enough"), hand.spot("sundays-are-quiet"))
    step = hand.argument_map.relation_by_id["r-demand-is-high"]
    assert step.target == "sundays-are-quiet"
    assert step.premises == ("demand-is-high", "demand-is-enough")


def test_what_cannot_go_along_stays_and_is_told(hand_on: MakeHand) -> None:
    hand = hand_on(a_map("p -> claim; q -> claim; p -> other"))
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    _select_both(hand, "p", "q")
    at = hand.spot("other")
    hand.press(hand.spot("q"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    drag = hand.canvas.gestures.current
    assert isinstance(drag, DragCard)
    assert drag.meaning == "1 card below this card, now supports it; 1 stays"
    hand.release(at)
    assert [r.premises for r in hand.argument_map.relations_on("other")] == [("p",), ("q",)]
    assert told[-1].text == "“p” stays where it was: “p” supports “other” already."


def test_a_card_that_was_not_selected_is_dragged_alone(hand: Hand) -> None:
    _select_both(hand, "demand-is-high", "demand-is-enough")
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))
    assert hand.argument_map.relations_of("demand-is-high")[0].target == "open-it-on-sundays"
    assert hand.argument_map.relations_of("cost-doubles")[0].target == "sundays-are-quiet"
