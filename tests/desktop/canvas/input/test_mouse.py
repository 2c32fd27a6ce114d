"""Every gesture of the mouse, with presses, moves and releases on the canvas."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Bearing, Direction, Kind
from tests.desktop.canvas.conftest import Hand, MakeHand

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _before(hand: Hand, id_: str) -> QPoint:
    """Return a spot near the left end of a card, but within its border."""
    place = hand.canvas.rect_of(id_)
    assert place
    seen = hand.canvas.rect_to_viewport(place)
    return QPoint(round(seen.left() + seen.width() * 0.1), round(seen.center().y()))


def _after(hand: Hand, id_: str) -> QPoint:
    return hand.spot(id_) * 2 - _before(hand, id_)


def _on(hand: Hand, target: str) -> list[str]:
    return [p for r in hand.argument_map.relations_on(target) for p in r.premises]


def test_a_click_selects_and_ctrl_click_adds_and_takes_away(hand: Hand) -> None:
    selections: list[tuple[str, ...]] = []
    hand.session.select([])
    hand.session.selection_changed.connect(lambda: selections.append(hand.session.selection))
    hand.click(hand.spot("cost-doubles"))
    hand.click(hand.spot("calm-is-good"), CTRL)
    hand.click(hand.spot("cost-doubles"), CTRL)
    hand.click(QPoint(2, 2))
    both = ("cost-doubles", "calm-is-good")
    assert selections == [both[:1], both, both[1:], ()]


def test_a_click_on_one_of_many_selects_it_alone(hand: Hand) -> None:
    hand.session.select(["cost-doubles", "calm-is-good"])
    hand.click(hand.spot("cost-doubles"))
    assert hand.session.selection == ("cost-doubles",)


def test_a_dot_and_an_arrow_can_be_clicked(hand: Hand) -> None:
    for step in ("r-demand-is-high", "r-calm-is-good"):
        hand.click(hand.spot(step))
        assert hand.session.selection == (step,)


def test_a_click_scrolls_nothing(hand: Hand) -> None:
    hand.canvas.zoom_to(3)
    hand.canvas.center_on("open-it-on-sundays")
    seen = hand.canvas.rect_to_viewport(
        hand.canvas.map_scene.cards["open-it-on-sundays"].scene_rect
    )
    hand.canvas.scroll_by(seen.left() + 40, 0)  # the card is cut by the left edge
    before = hand.spot("open-it-on-sundays")
    hand.session.select([])
    hand.click(before + QPoint(5, 0))
    assert hand.session.current == "open-it-on-sundays"
    assert hand.spot("open-it-on-sundays") == before


def test_pointing_at_a_card_scrolls_nothing(hand: Hand) -> None:
    hand.canvas.zoom_to(3)
    hand.canvas.center_on("calm-is-good")
    before = hand.spot("calm-is-good")
    hand.move(before)
    assert hand.canvas.map_scene.cards["calm-is-good"].highlight.hovered
    assert hand.spot("calm-is-good") == before


def test_a_marquee_selects_what_it_touches_and_escape_takes_it_back(hand: Hand) -> None:
    inside = hand.canvas.viewport().rect().adjusted(2, 2, -2, -2)
    hand.drag(inside.topLeft(), inside.bottomRight())
    assert set(hand.session.selection) == {s.id for s in hand.argument_map.statements}
    hand.session.select(["calm-is-good"])
    hand.press(inside.topLeft())
    hand.move(inside.bottomRight())
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection == ("calm-is-good",)
    hand.release(inside.bottomRight())


def test_a_card_dropped_on_a_card_hangs_below_it(hand: Hand) -> None:
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))
    (relation,) = hand.argument_map.relations_of("cost-doubles")
    assert (relation.target, relation.bearing) == ("sundays-are-quiet", Bearing.ATTACKS)
    assert hand.session.current == "cost-doubles"
    assert list(hand.session.document.done) == ["Move card"]


@pytest.mark.parametrize("after", [False, True])
def test_a_card_dropped_at_the_end_of_another_stands_beside_it(hand: Hand, after: bool) -> None:
    spot = (_after if after else _before)(hand, "calm-is-good")
    hand.drag(hand.spot("cost-doubles"), spot)
    expected = ["calm-is-good", "cost-doubles"]
    assert _on(hand, "sundays-are-quiet") == (expected if after else expected[::-1])


def test_where_it_would_stand_is_shown_and_said(hand: Hand) -> None:
    hand.press(hand.spot("cost-doubles"))
    hand.move(_before(hand, "calm-is-good"))
    carry = hand.canvas.gestures.current
    assert isinstance(carry, DragCard)
    assert carry._drop
    assert carry.meaning == "before this card"
    gap = carry._gap(carry._drop)
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
    assert _on(hand, "sundays-are-quiet") == ["cost-doubles", "calm-is-good"]


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


def test_a_target_is_picked_with_a_click(hand: Hand) -> None:
    hand.canvas.start_link("calm-is-good")
    hand.move(hand.spot("open-it-on-sundays"))
    hand.click(hand.spot("open-it-on-sundays"))
    assert hand.canvas.gestures.current is None
    assert hand.argument_map.relations_of("calm-is-good")[-1].target == "open-it-on-sundays"


def test_a_read_only_map_is_neither_carried_nor_linked(hand: Hand) -> None:
    hand.session.read_only = True
    before = hand.argument_map
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))
    hand.drag(hand.edge("cost-doubles"), hand.spot("sundays-are-quiet"))
    assert hand.argument_map is before


def test_the_middle_button_drags_the_paper(hand: Hand) -> None:
    hand.canvas.zoom_to(3)
    before = hand.spot("cost-doubles")
    start = hand.canvas.viewport().rect().center()
    hand.drag(start, start + QPoint(60, 40), button=Qt.MouseButton.MiddleButton)
    assert hand.spot("cost-doubles") - before == QPoint(60, 40)


def test_a_double_click_edits_a_card_and_begins_a_claim_elsewhere(hand: Hand) -> None:
    viewport = hand.canvas.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=hand.spot("calm-is-good"))
    editor = hand.editor()
    assert editor
    assert editor.text == "Calm is good."
    hand.key(Qt.Key.Key_Escape)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    hand.type("Another.")
    hand.key(Qt.Key.Key_Return)
    assert hand.argument_map.statement_by_id["another"].kind is Kind.CLAIM


def test_the_menu_is_about_what_is_pointed_at(hand: Hand) -> None:
    asked: list[QPoint] = []
    hand.canvas.menu_wanted.connect(asked.append)
    hand.session.select(["calm-is-good"])
    at = hand.spot("cost-doubles")
    screen = hand.canvas.viewport().mapToGlobal(at)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, screen)
    QApplication.sendEvent(hand.canvas.viewport(), mouse)
    assert (asked, hand.session.current) == ([screen], "cost-doubles")
    keyboard = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(hand.canvas.viewport(), keyboard)
    assert asked[1] == hand.canvas.viewport().mapToGlobal(hand.spot("cost-doubles"))
