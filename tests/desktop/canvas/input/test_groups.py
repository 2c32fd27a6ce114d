"""Halos of groups: clicked, renamed in place, dragged into and out of, by mouse and by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from argmap.model.argument_map import ArgumentMap, Group
from tests.desktop.canvas.conftest import LEFT, NONE, Hand, turn_wheel

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
QUIET, CALM, COST = "sundays-are-quiet", "calm-is-good", "cost-doubles"


@pytest.fixture
def framed(desk_hand: Hand, pool: ArgumentMap) -> Hand:
    """A window with a group of two cards and an empty canvas around the map."""
    inside = {QUIET, CALM}
    statements = (replace(s, group="g" if s.id in inside else "") for s in pool.statements)
    groups = (Group("g", title="The quiet side"),)
    desk_hand.open(replace(pool, statements=tuple(statements), groups=groups))
    desk_hand.session.select([])
    desk_hand.canvas.zoom_to(1)
    desk_hand.canvas.centerOn(desk_hand.canvas.bounds().center())
    return desk_hand


def title_spot(hand: Hand) -> QPoint:
    (halo, *_) = hand.canvas.map_scene.halos_of("g")
    rect = halo.title_rect
    assert rect
    return hand.canvas.rect_to_viewport(rect).center().toPoint()


def ground_spot(hand: Hand) -> QPoint:
    """Return a place on the ground, between the claim and its reason, far from either."""
    (halo, *_) = hand.canvas.map_scene.halos_of("g")
    for y in range(0, 100, 4):
        for x in range(0, 100, 4):
            at = halo.mapToScene(QPointF(halo.halo.width * x / 100, halo.halo.height * y / 100))
            spot = hand.canvas.to_viewport(at).toPoint()
            if hand.canvas.halo_at(spot) is halo and not halo.has_title_at(at):
                return spot
    raise AssertionError("the halo has no ground")


def empty_spot(hand: Hand) -> QPoint:
    room = hand.canvas.viewport().rect()
    whole = hand.canvas.rect_to_viewport(hand.canvas.bounds()).toAlignedRect()
    at = QPoint(whole.center().x(), min(whole.bottom() + 60, room.bottom() - 3))
    assert not hand.canvas.halo_at(at)
    assert not hand.canvas.item_at(at)
    return at


def field(hand: Hand) -> QLineEdit | None:
    found = hand.canvas.viewport().findChildren(QLineEdit, "group-title")
    return next((one for one in found if one.isVisible()), None)


def groups_of(hand: Hand, *ids: str) -> list[str]:
    return [hand.argument_map.statement_by_id[id_].group for id_ in ids]


def test_a_double_click_beside_the_title_on_its_line_renames_the_group(framed: Hand) -> None:
    (halo, *_) = framed.canvas.map_scene.halos_of("g")
    rect = halo.title_rect
    assert rect
    beside = QPointF(halo.mapToScene(QPointF(halo.halo.width - 20, 0)).x(), rect.center().y())
    assert beside.x() > rect.right() + 20
    QTest.mouseDClick(
        framed.canvas.viewport(), LEFT, pos=framed.canvas.to_viewport(beside).toPoint()
    )
    assert field(framed)
    assert not framed.editor()


def test_a_click_on_the_ground_or_the_title_selects_the_cards_of_the_group(framed: Hand) -> None:
    for spot in (ground_spot(framed), title_spot(framed)):
        framed.session.select([COST])
        framed.click(spot)
        assert set(framed.session.selection) == {QUIET, CALM}
    framed.session.select([COST])
    framed.click(ground_spot(framed), CTRL)
    assert set(framed.session.selection) == {COST, QUIET, CALM}


def test_a_group_that_is_selected_is_highlighted(framed: Hand) -> None:
    halo, *_ = framed.canvas.map_scene.halos_of("g")
    framed.click(ground_spot(framed))
    assert halo.highlight.selected
    framed.session.select([CALM])
    assert not halo.highlight.selected


def test_a_rubber_band_can_begin_on_a_halo(framed: Hand) -> None:
    framed.drag(ground_spot(framed), framed.spot(CALM))
    assert CALM in framed.session.selection
    assert QUIET not in framed.session.selection or len(framed.session.selection) == 2


def rename(hand: Hand, text: str, end: Qt.Key) -> None:
    hand.click(title_spot(hand))
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, NONE, title_spot(hand))
    written = field(hand)
    assert written
    assert written.hasFocus()
    QTest.keyClicks(written, text)
    QTest.keyClick(written, end)


def test_a_title_is_renamed_in_place(framed: Hand) -> None:
    rename(framed, " of peace", Key.Key_Return)
    assert framed.argument_map.group_by_id["g"].title == "The quiet side of peace"
    assert framed.session.undo_name == "Rename group"
    assert framed.canvas.hasFocus()
    assert field(framed) is None


def test_escape_and_an_empty_title_change_nothing(framed: Hand) -> None:
    before = framed.argument_map
    rename(framed, "Peace", Key.Key_Escape)
    assert framed.argument_map is before
    QTest.mouseDClick(framed.canvas.viewport(), LEFT, NONE, title_spot(framed))
    written = field(framed)
    assert written
    QTest.keySequence(written, QKeySequence.StandardKey.SelectAll)
    QTest.keyClicks(written, " ")
    QTest.keyClick(written, Key.Key_Return)
    assert framed.argument_map is before
    assert framed.canvas.hasFocus()


def test_the_field_lies_over_the_title_at_every_zoom(framed: Hand) -> None:
    QTest.mouseDClick(framed.canvas.viewport(), LEFT, NONE, title_spot(framed))
    for turn in (120, -240):
        turn_wheel(framed.canvas, QPointF(title_spot(framed)), QPoint(0, turn), CTRL)
        written = field(framed)
        assert written
        assert QRectF(written.geometry()).contains(QPointF(title_spot(framed)))
    framed.key(Key.Key_Escape)


def test_a_click_elsewhere_takes_the_title_over(framed: Hand) -> None:
    QTest.mouseDClick(framed.canvas.viewport(), LEFT, NONE, title_spot(framed))
    framed.type(" of peace")
    framed.click(empty_spot(framed))
    assert framed.argument_map.group_by_id["g"].title == "The quiet side of peace"


def test_a_group_within_a_group_stays_in_it_and_says_so(framed: Hand) -> None:
    said: list[str] = []
    framed.session.notice_posted.connect(lambda notice: said.append(notice.text))
    framed.session.select([CALM])
    framed.key(Key.Key_G, CTRL)
    (made,) = (g for g in framed.argument_map.groups if g.id != "g")
    assert (made.parent, groups_of(framed, CALM)) == ("g", [made.id])
    assert said == ["The new group lies in “The quiet side”."]


def test_cards_that_leave_their_groups_for_a_new_one_are_said_to(framed: Hand) -> None:
    said: list[str] = []
    framed.session.notice_posted.connect(lambda notice: said.append(notice.text))
    framed.session.select([CALM, COST])
    framed.key(Key.Key_G, CTRL)
    assert said == ["These cards have left “The quiet side”. Undo puts them back."]
    framed.settle()
    framed.key(Key.Key_Escape)
    framed.key(Key.Key_Z, CTRL)
    assert groups_of(framed, CALM, COST) == ["g", ""]


def test_grouping_asks_for_the_name_at_once(framed: Hand) -> None:
    framed.session.select([COST])
    framed.key(Key.Key_G, CTRL)
    framed.settle()
    assert field(framed)
    framed.type("Money")
    framed.key(Key.Key_Return)
    (made,) = (g for g in framed.argument_map.groups if g.id != "g")
    assert made.title == "Money"
    assert groups_of(framed, COST) == [made.id]
    framed.key(Key.Key_Z, CTRL)
    framed.key(Key.Key_Z, CTRL)
    assert len(framed.argument_map.groups) == 1


def test_a_card_dropped_on_the_ground_joins_the_group(framed: Hand) -> None:
    framed.drag(framed.spot(COST), title_spot(framed))
    assert groups_of(framed, COST) == ["g"]
    assert framed.session.undo_name == "Move into group"


def test_a_card_dropped_on_empty_canvas_leaves_its_group(framed: Hand) -> None:
    framed.drag(framed.spot(CALM), empty_spot(framed))
    assert groups_of(framed, CALM, QUIET) == ["", "g"]
    assert framed.session.undo_name == "Take out of group"
    assert framed.session.selection == (CALM,)


def test_what_hangs_below_goes_along(framed: Hand) -> None:
    framed.drag(framed.spot(QUIET), empty_spot(framed))
    assert groups_of(framed, CALM, QUIET) == ["", ""]


def test_a_new_card_lies_in_the_group_of_what_it_bears_on(framed: Hand) -> None:
    framed.session.select([CALM])
    framed.key(Key.Key_Tab)
    framed.type("Quiet heals.")
    framed.key(Key.Key_Return)
    framed.key(Key.Key_Return)
    framed.type("Noise harms.")
    framed.key(Key.Key_Return)
    assert groups_of(framed, "quiet-heals", "noise-harms") == ["g", "g"]


def test_a_claim_written_on_the_ground_lies_in_the_group(framed: Hand) -> None:
    QTest.mouseDClick(framed.canvas.viewport(), LEFT, NONE, ground_spot(framed))
    framed.type("Peace is good.")
    framed.key(Key.Key_Return)
    assert groups_of(framed, "peace-is-good") == ["g"]


def test_nobody_renames_or_regroups_what_is_read_only(framed: Hand) -> None:
    framed.session.read_only = True
    QTest.mouseDClick(framed.canvas.viewport(), LEFT, NONE, title_spot(framed))
    assert field(framed) is None
    framed.drag(framed.spot(CALM), empty_spot(framed))
    assert groups_of(framed, CALM) == ["g"]


def test_a_title_goes_out_of_view_with_its_group_and_a_letter_brings_it_back(framed: Hand) -> None:
    framed.canvas.zoom_to(6)
    framed.canvas.rename_group("g")
    written, room = field(framed), framed.canvas.viewport().rect()
    assert written
    assert room.intersects(written.geometry())
    framed.canvas.scroll_by(1.5 * room.width(), 0)
    assert not room.intersects(written.geometry())
    framed.type("x")
    assert field(framed) is written
    assert room.intersects(written.geometry())
