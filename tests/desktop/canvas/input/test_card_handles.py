"""The handles of the selected card: what they begin, where they lie, and when they are there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from argmap.desktop.canvas.input.card_handles import Handle
from argmap.drawing import theme as themes
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Bearing, Direction
from tests.desktop.canvas.conftest import Hand, MakeHand
from tests.desktop.canvas.gestures.pointing import SHIFT, Key, Shape, cursor
from tests.desktop.canvas.seeing import inked, looks

CARD = "calm-is-good"


def spot(hand: Hand, handle: Handle) -> QPoint:
    return hand.canvas.handles.rects()[handle].center().toPoint()


@pytest.fixture
def on_card(hand: Hand) -> Hand:
    hand.session.select([CARD])
    return hand


@pytest.mark.parametrize(
    ("handle", "bearing"),
    [(Handle.PREMISE, Bearing.SUPPORTS), (Handle.REBUTTAL, Bearing.ATTACKS)],
)
def test_a_click_on_a_handle_writes_a_card(on_card: Hand, handle: Handle, bearing: Bearing) -> None:
    on_card.click(spot(on_card, handle))
    on_card.type("New.")
    on_card.key(Key.Key_Return)
    (relation,) = on_card.argument_map.relations_of("new")
    assert (relation.bearing, relation.target) == (bearing, CARD)


@pytest.mark.parametrize(
    ("handle", "words", "kind"),
    [
        (Handle.PREMISE, "Add premise", Bearing.SUPPORTS),
        (Handle.REBUTTAL, "Undercut", Bearing.ATTACKS),
    ],
)
@pytest.mark.parametrize("step", ["r-cost-doubles", "r-demand-is-high", "r-calm-is-good"])
def test_an_arrow_has_handles_for_backing_and_an_undercut(
    hand: Hand, handle: Handle, words: str, kind: Bearing, step: str
) -> None:
    hand.session.select([step])
    hand.look_at(step, 1.3)
    assert set(hand.canvas.handles.rects()) == {Handle.PREMISE, Handle.REBUTTAL}
    at = spot(hand, handle)
    told = QHelpEvent(QHelpEvent.Type.ToolTip, at, hand.canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(hand.canvas.viewport(), told)
    assert words in QToolTip.text()
    hand.click(at)
    hand.type("New.")
    hand.key(Key.Key_Return)
    (relation,) = hand.argument_map.relations_of("new")
    assert (relation.bearing, relation.target) == (kind, step)
    assert hand.session.undo_name.startswith(words)


@pytest.mark.parametrize("handle", [Handle.PREMISE, Handle.REBUTTAL])
def test_a_handle_acts_where_it_is_let_go_as_a_button_does(on_card: Hand, handle: Handle) -> None:
    at, before = spot(on_card, handle), looks(on_card)
    on_card.press(at)
    assert not on_card.canvas.editing.active
    pressed = looks(on_card)
    assert pressed != before
    on_card.move(at + QPoint(200, -40))
    assert looks(on_card) == before, "let go here it does nothing, and looks so"
    on_card.move(at)
    assert looks(on_card) == pressed
    on_card.move(at + QPoint(200, -40))
    on_card.release(at + QPoint(200, -40))
    assert not on_card.canvas.editing.active
    assert on_card.session.current == CARD
    on_card.press(at)
    on_card.key(Key.Key_Escape)
    on_card.release(at)
    assert not on_card.canvas.editing.active, "Escape takes the press back"
    on_card.click(at)
    assert on_card.canvas.editing.active


def test_a_link_from_its_handle_attacks_with_shift(on_card: Hand) -> None:
    on_card.press(spot(on_card, Handle.LINK))
    on_card.move(on_card.spot("cost-doubles"))
    on_card.release(on_card.spot("cost-doubles"), SHIFT)
    relation = on_card.argument_map.relations_of(CARD)[-1]
    assert (relation.bearing, relation.target) == (Bearing.ATTACKS, "cost-doubles")


def test_a_link_is_dragged_from_its_handle(on_card: Hand) -> None:
    on_card.drag(spot(on_card, Handle.LINK), on_card.spot("cost-doubles"))
    assert on_card.canvas.gestures.current is None
    assert {r.target for r in on_card.argument_map.relations_of(CARD)} == {
        "sundays-are-quiet",
        "cost-doubles",
    }


def test_a_link_is_also_made_by_clicking_the_handle_and_then_the_target(on_card: Hand) -> None:
    on_card.click(spot(on_card, Handle.LINK))
    assert on_card.canvas.gestures.current
    on_card.click(on_card.spot("r-cost-doubles"))
    assert {r.target for r in on_card.argument_map.relations_of(CARD)} == {
        "sundays-are-quiet",
        "r-cost-doubles",
    }


def test_a_link_that_is_dragged_to_nothing_is_still_looked_for(on_card: Hand) -> None:
    on_card.drag(spot(on_card, Handle.LINK), QPoint(4, 4))
    assert on_card.canvas.gestures.current
    on_card.key(Key.Key_Escape)
    assert len(on_card.argument_map.relations_of(CARD)) == 1


def test_there_are_handles_on_the_one_selected_card_alone(on_card: Hand) -> None:
    handles = on_card.canvas.handles
    assert set(handles.rects()) == set(Handle)
    for selection in ((), (CARD, "cost-doubles"), (CARD, "r-cost-doubles")):
        on_card.session.select(selection)
        assert handles.rects() == {}
    on_card.session.select([CARD])
    on_card.canvas.edit(CARD)
    assert handles.rects() == {}, "nor while it is written"
    on_card.key(Key.Key_Escape)
    on_card.canvas.start_link(CARD)
    assert handles.rects() == {}
    on_card.key(Key.Key_Escape)
    on_card.look_at(CARD, 0.3)
    assert handles.rects() == {}, "nor where nothing can be read"
    on_card.look_at(CARD, 1.3)
    assert handles.rects()
    on_card.session.read_only = True
    assert handles.rects() == {}


@pytest.mark.parametrize("zoom", [0.8, 4 / 3, 3])
@pytest.mark.parametrize("direction", Direction)
def test_handles_cover_no_card_arrow_head_or_text(
    hand_on: MakeHand, pool: ArgumentMap, direction: Direction, zoom: float
) -> None:
    hand = hand_on(replace(pool, style=Style(direction=direction)))
    for id_ in hand.canvas.map_scene.cards:
        hand.session.select([id_])
        hand.look_at(id_, zoom)
        rects = hand.canvas.handles.rects().values()
        cards = {
            i: hand.canvas.rect_to_viewport(c.scene_rect)
            for i, c in hand.canvas.map_scene.cards.items()
        }
        for rect in rects:
            assert not [i for i, card in cards.items() if i != id_ and card.intersects(rect)]
            padding = 9 * zoom
            assert not cards[id_].adjusted(padding, padding, -padding, -padding).intersects(rect)
            assert not [end for end in _arrow_ends(hand, id_) if rect.contains(end)]


def _arrow_ends(hand: Hand, card: str) -> list[QPointF]:
    """Return where in the viewport the arrows on a card end."""
    arrows = (hand.canvas.map_scene.arrows[r.id] for r in hand.argument_map.relations_on(card))
    ends = [edge for item in arrows for edge in item.arrow.edges[-1:]]
    return [hand.canvas.to_viewport(QPointF(e.x, e.y) + QPointF(*e.curve[-1])) for e in ends]


def test_they_are_seen_in_the_colours_of_what_they_add(on_card: Hand) -> None:
    theme, rects = themes.load("light"), on_card.canvas.handles.rects()
    image = looks(on_card)
    for handle, role in (
        (Handle.PREMISE, "premise"),
        (Handle.REBUTTAL, "rebuttal"),
        (Handle.LINK, "selection"),
    ):
        rect: QRectF = rects[handle]
        found = inked(image, theme.lines[role], rect.toRect())
        assert found.width() >= rect.width() - 4
    on_card.session.select([])
    image = looks(on_card)
    assert inked(image, theme.lines["rebuttal"], rects[Handle.REBUTTAL].toRect()).isEmpty()


def test_what_a_handle_is_for_is_said_and_shown_by_the_pointer(on_card: Hand) -> None:
    before, at = looks(on_card), spot(on_card, Handle.REBUTTAL)
    on_card.move(at)
    assert cursor(on_card) is Shape.PointingHandCursor
    assert looks(on_card) != before
    screen = on_card.canvas.viewport().mapToGlobal(at)
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, at, screen)
    QApplication.sendEvent(on_card.canvas.viewport(), asked)
    assert QToolTip.text() == "Add rebuttal"
    on_card.move(on_card.spot("cost-doubles"))
    assert cursor(on_card) is not Shape.PointingHandCursor
    QToolTip.hideText()
