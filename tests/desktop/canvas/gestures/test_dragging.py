"""Gestures that are broken off, that wander, or that mean nothing; and what they show meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.gestures.pick_target import PickTarget
from argmap.desktop.canvas.gestures.rubber_band import RubberBandSelection
from argmap.desktop.notices.notice import Notice
from argmap.drawing import theme as themes
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Bearing, Direction
from tests.desktop.canvas.conftest import Hand, MakeHand
from tests.desktop.canvas.seeing import around, inked, looks

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MIDDLE = Qt.MouseButton.MiddleButton
RIGHT = Qt.MouseButton.RightButton
Key = Qt.Key
Shape = Qt.CursorShape
ACCENT = themes.load("light").lines["selection"]


def cursor(hand: Hand) -> Qt.CursorShape:
    return hand.canvas.viewport().cursor().shape()


def empty_spot(hand: Hand) -> QPoint:
    """Return a place near the corner where nothing lies."""
    at = hand.canvas.viewport().rect().bottomRight() - QPoint(8, 8)
    assert not hand.canvas.item_at(at)
    return at


Start = tuple[QPoint, Qt.KeyboardModifier, Qt.MouseButton]
STARTS: dict[str, Callable[[Hand], Start]] = {
    "carrying a card": lambda hand: (hand.spot("calm-is-good"), NONE, Qt.MouseButton.LeftButton),
    "drawing a link": lambda hand: (hand.edge("calm-is-good"), NONE, Qt.MouseButton.LeftButton),
    "a marquee": lambda hand: (empty_spot(hand), NONE, Qt.MouseButton.LeftButton),
    "more by a marquee": lambda hand: (empty_spot(hand), CTRL, Qt.MouseButton.LeftButton),
    "moving the paper": lambda hand: (empty_spot(hand), NONE, MIDDLE),
}


@pytest.fixture
def still(hand: Hand) -> Hand:
    """A canvas with a selected card that has nothing left to scroll or to draw."""
    hand.session.select(["calm-is-good"])
    hand.canvas.zoom_to(1.1)
    return hand


@pytest.mark.parametrize("what", STARTS)
def test_escape_amid_a_gesture_leaves_no_trace(still: Hand, what: str) -> None:
    before, map_before = looks(still), still.argument_map
    start, modifiers, button = STARTS[what](still)
    target = still.spot("cost-doubles")
    still.press(start, modifiers, button)
    still.move((start + target) / 2)
    still.move(target)
    assert looks(still) != before  # what is going on is seen
    still.key(Key.Key_Escape)
    assert still.canvas.gestures.current is None
    assert cursor(still) is Shape.ArrowCursor
    still.release(target, modifiers, button)
    still.canvas.highlighting.set_hovered("")
    assert looks(still) == before
    assert still.argument_map is map_before
    assert still.session.selection == ("calm-is-good",)


@pytest.mark.parametrize("what", STARTS)
def test_losing_the_focus_ends_a_gesture_and_a_menu_does_not(still: Hand, what: str) -> None:
    start, modifiers, button = STARTS[what](still)
    still.press(start, modifiers, button)
    still.move(start - QPoint(40, 40))
    assert still.canvas.gestures.current is not None
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(still.canvas, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert still.canvas.gestures.current is not None
    other = Qt.FocusReason.OtherFocusReason
    QApplication.sendEvent(still.canvas, QFocusEvent(QEvent.Type.FocusOut, other))
    assert still.canvas.gestures.current is None
    still.release(start, modifiers, button)
    assert still.session.document.done == ()


def test_another_button_neither_ends_a_drag_nor_begins_one(hand: Hand) -> None:
    start, end = hand.spot("cost-doubles"), hand.spot("sundays-are-quiet")
    hand.press(start)
    hand.move((start + end) / 2)
    hand.release((start + end) / 2, button=RIGHT)
    assert isinstance(hand.canvas.gestures.current, DragCard)
    hand.move(end)
    hand.release(end)
    assert hand.argument_map.relations_of("cost-doubles")[0].target == "sundays-are-quiet"
    hand.press(empty_spot(hand), button=RIGHT)
    assert hand.canvas.gestures.current is None
    hand.release(empty_spot(hand), button=RIGHT)


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


def test_a_card_carried_out_of_the_window_and_back_is_dropped_where_it_comes_down(
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


def test_while_a_card_is_carried_its_shadow_follows_the_pointer(hand: Hand) -> None:
    start = hand.spot("calm-is-good")
    at = empty_spot(hand) - QPoint(80, 40)
    before = looks(hand)
    hand.press(start)
    hand.move((start + at) / 2)
    hand.move(at)
    assert cursor(hand) is Shape.ClosedHandCursor
    assert looks(hand).pixelColor(at) != before.pixelColor(at)
    hand.key(Key.Key_Escape)
    hand.release(at)


MEANINGS: dict[str, Callable[[Hand], QPoint]] = {
    "below this card": lambda hand: hand.spot("calm-is-good"),
    "before this card": lambda hand: near_end(hand, "calm-is-good", 0.1),
    "after this card": lambda hand: near_end(hand, "calm-is-good", 0.9),
    "join this step": lambda hand: hand.spot("r-demand-is-high"),
}


def near_end(hand: Hand, id_: str, share: float) -> QPoint:
    place = hand.canvas.rect_of(id_)
    assert place
    seen = hand.canvas.rect_to_viewport(place)
    return QPointF(seen.left() + share * seen.width(), seen.center().y()).toPoint()


@pytest.mark.parametrize("words", MEANINGS)
def test_what_letting_go_would_do_is_written_beside_the_pointer(hand: Hand, words: str) -> None:
    at = MEANINGS[words](hand)
    hand.press(hand.spot("volunteers-will-come"))
    hand.move(at - QPoint(30, 0))
    hand.move(at)
    carry = hand.canvas.gestures.current
    assert isinstance(carry, DragCard)
    assert carry.meaning == words
    label = QRect(at + QPoint(18, 18), QSize(70, 14))
    assert inked(looks(hand), themes.load("light").text, label).width() > 40
    hand.key(Key.Key_Escape)
    hand.release(at)


@pytest.mark.parametrize("direction", Direction)
def test_the_place_between_siblings_is_shown_as_a_bar(
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


def test_a_card_carried_onto_an_undercut_attack_joins_the_rebuttal(hand: Hand) -> None:
    hand.drag(hand.spot("calm-is-good"), hand.spot("r-volunteers-will-come"))
    step = hand.argument_map.relation_by_id["r-volunteers-will-come"]
    assert set(step.premises) == {"volunteers-will-come", "calm-is-good"}
    assert step.bearing is Bearing.ATTACKS


def test_a_marquee_selects_more_with_ctrl_or_shift_and_anew_without(hand: Hand) -> None:
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    box = hand.canvas.rect_to_viewport(place).toRect().adjusted(-6, -6, 6, 6)
    for modifiers, kept in ((CTRL, True), (SHIFT, True), (NONE, False)):
        hand.session.select(["cost-doubles"])
        hand.press(box.topLeft(), modifiers)
        gesture = hand.canvas.gestures.current
        assert isinstance(gesture, RubberBandSelection)
        gesture.move(box.center(), modifiers)
        gesture.move(box.bottomRight(), modifiers)
        assert inked(looks(hand), ACCENT, around(box.topLeft(), 4)).isValid()
        hand.release(box.bottomRight(), modifiers)
        expected = ("cost-doubles", "calm-is-good") if kept else ("calm-is-good",)
        assert hand.session.selection == expected


def test_a_click_beside_everything_with_ctrl_keeps_the_selection(hand: Hand) -> None:
    hand.session.select(["cost-doubles"])
    selections = []
    for modifiers in (CTRL, NONE):
        hand.click(empty_spot(hand), modifiers)
        selections.append(hand.session.selection)
    assert selections == [("cost-doubles",), ()]


def test_a_border_can_be_seen_to_begin_a_link(hand: Hand) -> None:
    hand.move(hand.edge("calm-is-good"))
    assert cursor(hand) is Shape.CrossCursor
    hand.move(hand.spot("calm-is-good"))
    assert cursor(hand) is Shape.ArrowCursor
    hand.session.read_only = True
    hand.move(hand.edge("calm-is-good"))
    assert cursor(hand) is Shape.ArrowCursor


def test_a_line_is_drawn_in_the_colour_of_what_it_would_be(hand: Hand) -> None:
    light = themes.load("light")
    start, end = hand.edge("calm-is-good"), hand.spot("open-it-on-sundays")
    hand.press(start)
    hand.move((start + end) / 2)
    link = hand.canvas.gestures.current
    assert isinstance(link, DrawLink)
    assert link.target == ""
    for modifiers, meaning, role in ((NONE, "supports", "support"), (SHIFT, "attacks", "attack")):
        link.move(end, modifiers)
        assert (link.target, link.meaning) == ("open-it-on-sundays", meaning)
        assert inked(looks(hand), light.lines[role], around(end, 30)).isValid()
    link.move(hand.spot("r-demand-is-high"), NONE)
    assert link.meaning == "rebuts this step"
    link.move(hand.spot("r-demand-is-high"), SHIFT)
    assert link.meaning == "backs this step"
    link.move(hand.spot("r-calm-is-good"), NONE)  # its own step
    assert link.target == ""
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


def test_a_pick_says_what_to_do_and_lasts_until_something_is_picked(hand: Hand) -> None:
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    hand.canvas.start_link("cost-doubles")
    assert "Enter" in told[0].text
    hand.move(hand.spot("calm-is-good"))
    hand.release(hand.spot("calm-is-good"))  # of a click that was for something else
    hand.press(hand.spot("calm-is-good"), button=RIGHT)
    hand.release(hand.spot("calm-is-good"), button=RIGHT)
    assert isinstance(hand.canvas.gestures.current, PickTarget)
    hand.key(Key.Key_Return)
    targets = [r.target for r in hand.argument_map.relations_of("cost-doubles")]
    assert targets == ["open-it-on-sundays", "calm-is-good"]


def test_a_pick_clicked_beside_everything_ends_without_a_link(hand: Hand) -> None:
    before = hand.argument_map
    hand.canvas.start_link("cost-doubles")
    hand.click(empty_spot(hand))
    assert hand.canvas.gestures.current is None
    assert hand.argument_map is before


def test_enter_with_nothing_pointed_at_goes_on_picking(hand: Hand) -> None:
    before = hand.argument_map
    hand.canvas.start_link("cost-doubles")
    hand.key(Key.Key_Return)
    assert isinstance(hand.canvas.gestures.current, PickTarget)
    hand.type("x")  # no letter writes meanwhile
    assert hand.editor() is None
    hand.key(Key.Key_Escape)
    assert hand.argument_map is before


def test_what_is_not_in_the_picture_cannot_be_linked_from(hand: Hand) -> None:
    hand.canvas.start_link("r-cost-doubles")
    hand.canvas.start_link("nothing")
    assert hand.canvas.gestures.current is None


def test_opening_another_map_ends_a_gesture(hand: Hand) -> None:
    hand.press(hand.spot("cost-doubles"))
    hand.move(hand.spot("sundays-are-quiet"))
    hand.open(edit.add_claim(ArgumentMap(), "Alone."))
    hand.release(QPoint(300, 300))
    assert [s.text for s in hand.argument_map.statements] == ["Alone."]
    assert hand.session.document.done == ()


def test_space_turns_the_hand_and_dragging_begins_on_a_card_too(hand: Hand) -> None:
    hand.canvas.zoom_to(4)
    hand.canvas.center_on("calm-is-good")
    before, at = hand.argument_map, hand.spot("calm-is-good")
    hand.hold(Key.Key_Space)
    hand.move(at)
    assert cursor(hand) is Shape.OpenHandCursor
    hand.press(at)
    assert cursor(hand) is Shape.ClosedHandCursor
    hand.move(at + QPoint(30, 20))
    hand.release(at + QPoint(30, 20))
    hand.release_key(Key.Key_Space)
    assert hand.spot("calm-is-good") - at == QPoint(30, 20)
    hand.move(at + QPoint(31, 20))
    assert cursor(hand) is Shape.ArrowCursor
    assert hand.argument_map is before


def test_leaving_the_canvas_points_at_nothing(hand: Hand) -> None:
    hand.move(hand.spot("calm-is-good"))
    assert hand.canvas.map_scene.cards["calm-is-good"].highlight.hovered
    QApplication.sendEvent(hand.canvas, QEvent(QEvent.Type.Leave))
    assert not hand.canvas.map_scene.cards["calm-is-good"].highlight.hovered


@pytest.mark.parametrize(("zoom", "gesture"), [(0.2, DragCard), (1.2, DrawLink)])
def test_from_afar_a_card_has_no_border_to_link_from(
    hand: Hand, zoom: float, gesture: type[object]
) -> None:
    hand.look_at("calm-is-good", zoom)
    hand.press(hand.edge("calm-is-good"))
    assert isinstance(hand.canvas.gestures.current, gesture)
    hand.key(Key.Key_Escape)
    hand.release(hand.edge("calm-is-good"))
