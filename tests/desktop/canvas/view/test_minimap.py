"""The minimap: there where only a part is in view, with that part and the way to the root."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from argmap.desktop import draft
from argmap.desktop.canvas.view.minimap import Minimap
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.seeing import inked

CARD, ROOT = "calm-is-good", "sundays-are-quiet"


@pytest.fixture
def near(hand: Hand) -> Hand:
    """A canvas that shows a part of the map."""
    hand.look_at(CARD, 3)
    return hand


def minimap(hand: Hand) -> Minimap:
    found = hand.canvas.findChild(Minimap)
    assert isinstance(found, Minimap)
    return found


def test_it_is_there_where_only_a_part_is_in_view(near: Hand) -> None:
    assert minimap(near).isVisible()
    assert near.canvas.viewport().geometry().contains(minimap(near).geometry())
    near.canvas.zoom_fit()
    assert not minimap(near).isVisible()


def test_it_gives_way_to_the_selected_card(near: Hand) -> None:
    small = minimap(near)
    near.session.select([CARD])
    usual = small.geometry()
    corner = near.canvas.viewport().mapFrom(near.canvas, usual.center())
    card = near.canvas.rect_of(CARD)
    assert card
    near.canvas.scroll_point_to(card.center(), corner.toPointF())
    seen = near.canvas.showing.looked_at().translated(near.canvas.viewport().pos())
    assert usual.intersects(seen)
    assert small.isVisible()
    assert not small.geometry().intersects(seen)


def test_it_gives_way_when_a_card_below_it_is_selected(near: Hand) -> None:
    small, canvas = minimap(near), near.canvas
    canvas.zoom_to(1.8)
    near.session.select([ROOT])
    place = canvas.rect_of(CARD)
    assert place
    room = canvas.viewport().rect().adjusted(0, 0, -25, -25)
    canvas.scroll_point_to(place.bottomRight(), room.bottomRight().toPointF())
    lies = QRectF(small.geometry().translated(-canvas.viewport().pos()))
    assert lies.intersects(canvas.rect_to_viewport(place)), "else this tests nothing"
    before = canvas.scroll_position()
    near.session.select([CARD])
    assert canvas.scroll_position() == before, "else this tests nothing"
    seen = canvas.showing.looked_at().translated(canvas.viewport().pos())
    assert not small.geometry().intersects(seen)


def test_it_hides_neither_a_new_card_nor_what_that_hangs_by(near: Hand) -> None:
    canvas, small = near.canvas, minimap(near)
    near.look_at(CARD, 1.8)
    near.session.start_draft(draft.sibling(near.argument_map, CARD))
    near.settle()
    place, editor = canvas.rect_of(CARD), near.editor()
    assert place
    assert editor
    both = canvas.rect_to_viewport(place).toRect().united(editor.geometry())
    canvas.resize(both.width() + 40, 500)
    left_below = canvas.viewport().rect().bottomLeft().toPointF() + QPointF(15, -15)
    canvas.scroll_point_to(place.bottomLeft(), left_below)
    ground = canvas.viewport().pos()
    anchor = canvas.rect_to_viewport(place).toRect().translated(ground)
    assert small.isVisible()
    for seen in (anchor, editor.geometry().translated(ground)):
        assert not small.geometry().intersects(seen)


def test_it_shows_the_part_that_is_in_view(near: Hand) -> None:
    before = minimap(near).window_rect()
    card = near.canvas.rect_of(CARD)
    assert card
    near.canvas.scroll_by(60, 0)
    after = minimap(near).window_rect()
    assert after.left() > before.left()
    near.canvas.zoom_by(2)
    assert minimap(near).window_rect().width() == pytest.approx(before.width() / 2, abs=1)


def test_a_press_goes_there_and_dragging_follows(near: Hand) -> None:
    small = minimap(near)
    for x, y in ((0.2, 0.3), (0.8, 0.6)):
        at = QPoint(round(small.width() * x), round(small.height() * y))
        QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=at)
        middle = small.window_rect().center()
        assert (middle - QRectF(at, at).center()).manhattanLength() < 4
        QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=at)


def test_it_shows_the_way_from_the_selected_card_to_the_root(near: Hand) -> None:
    near.session.select([CARD])
    (to_root,) = minimap(near).way()
    assert touches(near, to_root[0], CARD)
    assert touches(near, to_root[-1], ROOT)
    near.session.select([ROOT])
    assert minimap(near).way() == []
    near.session.select([])
    assert minimap(near).way() == []


@pytest.mark.parametrize("card", ["demand-is-high", "volunteers-will-come"])
def test_the_way_follows_the_arrows_of_a_linked_card_or_an_undercut(near: Hand, card: str) -> None:
    near.session.select([card])
    first, second = minimap(near).way()
    assert touches(near, first[0], card)
    assert touches(near, second[-1], "open-it-on-sundays")
    assert (first[-1] - second[0]).manhattanLength() < 6, "they meet in the joint"
    middles = [(a + b) / 2 for line in (first, second) for a, b in pairwise(line)]
    cards = near.argument_map.statement_by_id
    assert not any(holds(near, card, middle) for card in cards for middle in middles)


def test_the_way_is_there_while_a_linked_premise_is_written_and_when_one_is_gone(
    near: Hand,
) -> None:
    near.session.select(["demand-is-high"])
    ways = [len(minimap(near).way())]
    near.session.start_draft(draft.co_premise(near.argument_map, "demand-is-high"))
    near.settle()
    ways.append(len(minimap(near).way()))
    near.type("It is.")
    near.key(Qt.Key.Key_Return)
    near.settle()
    near.session.undo()
    near.session.select(["demand-is-high"])
    ways.append(len(minimap(near).way()))
    assert ways == [2, 2, 2]


def touches(hand: Hand, point: QPointF, card: str) -> bool:
    """Whether a point of the minimap is at the border of a card, or where a head ends on that."""
    return minimap_rect(hand, card, 5).contains(point) and not holds(hand, card, point)


def holds(hand: Hand, card: str, point: QPointF) -> bool:
    """Whether a point of the minimap is well inside of a card there."""
    return minimap_rect(hand, card, -1).contains(point)


def minimap_rect(hand: Hand, card: str, margin: float) -> QRectF:
    """Return where a card is in the minimap, made larger by a margin."""
    rect, small = hand.canvas.rect_of(card), minimap(hand)
    assert rect
    corners = small._to_map(rect.topLeft()), small._to_map(rect.bottomRight())
    return QRectF(*corners).adjusted(-margin, -margin, margin, margin)


def test_it_has_the_cards_of_the_newest_picture(near: Hand) -> None:
    small = minimap(near)
    near.session.select([])

    def cards() -> int:
        small._make_image()
        green = near.canvas.appearance.theme.lines["premise"]
        return inked(small.grab().toImage(), green).width()

    assert cards() > 0
    near.session.do("Clear", replace(near.argument_map, statements=(), relations=()))
    near.settle()
    assert not small.isVisible()


def test_it_can_be_switched_off(near: Hand) -> None:
    near.session.set_view(replace(near.session.view, minimap=False))
    assert not minimap(near).isVisible()
    near.session.set_view(replace(near.session.view, minimap=True))
    assert minimap(near).isVisible()


def test_a_narrow_view_has_no_room_for_it(near: Hand) -> None:
    near.canvas.resize(300, 300)
    assert not minimap(near).isVisible()


def test_keys_stay_with_the_canvas(near: Hand) -> None:
    small = minimap(near)
    QTest.mouseClick(small, Qt.MouseButton.LeftButton)
    assert near.canvas.hasFocus()
    grown = edit.add_premise(near.argument_map, CARD, "More.")
    near.session.do("Add", grown)
    near.settle()
    assert small.isVisible()


def test_after_the_end_no_image_is_made(near: Hand) -> None:
    small = minimap(near)
    small.picture_shown()
    assert small._rest.isActive()
    near.canvas.close_down()
    assert not small._rest.isActive()
