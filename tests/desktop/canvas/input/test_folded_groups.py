"""Groups folded to one card: by key, by menu, opened again, and what their card may be used for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.accessibility.factory import factory
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import LEFT, NONE, Hand
from tests.desktop.canvas.input.test_groups import title_spot
from tests.desktop.helpers import command, commands, told

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
COST, VOLUNTEERS = "cost-doubles", "volunteers-will-come"
TOP, QUIET, CALM = "open-it-on-sundays", "sundays-are-quiet", "calm-is-good"


@pytest.fixture
def money(desk_hand: Hand, pool: ArgumentMap) -> Hand:
    """A window with a group of a rebuttal and what undercuts it."""
    inside = {COST, VOLUNTEERS}
    statements = (replace(s, group="g" if s.id in inside else "") for s in pool.statements)
    desk_hand.open(replace(pool, statements=tuple(statements), groups=(Group("g", "Money"),)))
    desk_hand.session.select([COST])
    return desk_hand


@pytest.fixture
def folded(money: Hand) -> Hand:
    money.key(Key.Key_0, ALT)
    money.settle()
    assert "g" in money.canvas.map_scene.cards
    return money


def cards(hand: Hand) -> set[str]:
    return set(hand.canvas.map_scene.cards)


def lines(hand: Hand) -> list[str]:
    return [line.text for line in hand.canvas.map_scene.cards["g"].card.lines]


def test_a_group_folds_to_a_card_with_its_title_and_how_many_it_holds(folded: Hand) -> None:
    assert not cards(folded) & {COST, VOLUNTEERS}
    assert lines(folded) == ["GROUP", "Money", "▸ 2 hidden"]
    assert set(folded.session.selection) == {COST, VOLUNTEERS}
    assert folded.canvas.map_scene.cards["g"].highlight.selected
    assert not folded.session.document.done, "the view is no step of the history"


def test_its_card_is_in_view_wherever_it_stands(money: Hand) -> None:
    money.session.select([VOLUNTEERS, COST])
    for id_ in (VOLUNTEERS, CALM, COST):
        money.look_at(id_, 5)
        money.key(Key.Key_0, ALT)
        money.settle()
        assert money.canvas.viewport().rect().contains(money.spot("g"))
        money.key(Key.Key_End, ALT)
        money.settle()


def test_the_same_key_folds_the_group_around_it(money: Hand) -> None:
    outer = replace(
        money.argument_map, groups=(Group("o", "Outer"), Group("g", "Money", parent="o"))
    )
    money.open(outer)
    money.session.select([COST])
    money.key(Key.Key_0, ALT)
    money.key(Key.Key_0, ALT)
    money.settle()
    assert "o" in cards(money)
    money.key(Key.Key_Space)
    money.settle()
    assert "g" in cards(money), "opened, it shows the one inside as it was"


@pytest.mark.parametrize("key", ["Space", "double click", "Alt+End"])
def test_it_opens_by_key_and_by_double_click(folded: Hand, key: str) -> None:
    if key == "double click":
        spot = folded.spot("g")
        folded.click(spot)
        QTest.mouseDClick(folded.canvas.viewport(), LEFT, NONE, spot)
        QTest.mouseRelease(folded.canvas.viewport(), LEFT, NONE, spot)
    else:
        folded.key(
            Key.Key_Space if key == "Space" else Key.Key_End, NONE if key == "Space" else ALT
        )
    folded.settle()
    assert cards(folded) >= {COST, VOLUNTEERS}
    assert "g" not in cards(folded)
    window = folded.canvas.window()
    assert isinstance(window, Window)
    assert not told(window), "what was done is not called impossible afterwards"


@pytest.mark.parametrize("side", ["left", "right"])
def test_all_that_a_double_click_opens_stays_in_view_where_it_fits(folded: Hand, side: str) -> None:
    canvas = folded.canvas
    canvas.zoom_to(1.5)
    card = canvas.rect_of("g")
    assert card
    corner = card.topLeft() if side == "left" else card.bottomRight()
    room = canvas.viewport().rect().adjusted(25, 25, -25, -25)
    aim = room.topLeft() if side == "left" else room.bottomRight()
    canvas.scroll_point_to(corner, aim.toPointF())
    spot = folded.spot("g")
    folded.click(spot)
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, spot)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, spot)
    folded.settle()
    for id_ in (COST, VOLUNTEERS):
        place = canvas.place_of(id_)
        assert place
        seen = canvas.rect_to_viewport(place).toRect()
        assert canvas.viewport().rect().contains(seen), id_
    halo, *_ = canvas.map_scene.halos_of("g")
    at = canvas.rect_to_viewport(halo.mapRectToScene(halo.boundingRect())).toRect()
    assert canvas.viewport().rect().contains(at)


def test_a_click_and_arrow_keys_select_all_that_is_in_it(folded: Hand) -> None:
    folded.session.select([TOP])
    folded.click(folded.spot("g"))
    assert set(folded.session.selection) == {COST, VOLUNTEERS}
    folded.click(folded.spot("g"), CTRL)
    assert not folded.session.selection
    found = set()
    folded.session.select([TOP])
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Right):
        folded.key(key)
        found |= set(folded.session.selection)
    assert {COST, VOLUNTEERS} <= found
    assert "g" in cards(folded), "walking over it does not open it"


@pytest.mark.parametrize("waits", [False, True], ids=["fast", "slow"])
def test_a_word_behind_the_blank_that_opened_it_is_written_nowhere(
    folded: Hand, waits: bool
) -> None:
    before, window = folded.argument_map, folded.canvas.window()
    assert isinstance(window, Window)
    for letter in "and home":
        folded.type(letter)
        if waits:
            folded.settle()
    folded.settle()
    assert folded.editor() is None
    assert folded.argument_map is before
    assert told(window) == "Select a card to write on it."
    assert "g" in cards(folded), "the blank was none that opens"


def test_nor_is_it_where_the_group_has_one_card(money: Hand) -> None:
    money.open(edit.assign_group(money.argument_map, [VOLUNTEERS], ""))
    money.session.select([COST])
    money.key(Key.Key_0, ALT)
    money.settle()
    money.type(" ")
    money.settle()
    assert COST in cards(money)
    money.type("at home")
    money.settle()
    assert money.editor() is None
    assert not money.session.document.done
    money.type(" ")
    money.key(Key.Key_Escape)
    money.settle()
    money.type("x")
    assert money.editor(), "what was opened, and looked at, is written on"


def test_one_of_its_cards_opens_it_when_it_is_selected_elsewhere(folded: Hand) -> None:
    folded.session.select([COST])
    folded.settle()
    assert COST in cards(folded)


def test_nothing_can_be_added_to_it_or_moved_while_it_is_folded(folded: Hand) -> None:
    before = folded.argument_map
    window = folded.canvas.window()
    assert isinstance(window, Window)
    for key in (Key.Key_X, Key.Key_Tab, Key.Key_F2, Key.Key_Return):
        folded.key(key)
        assert folded.editor() is None
    assert "a folded group" in told(window)
    folded.key(Key.Key_Up, ALT)
    folded.drag(folded.spot("g"), folded.spot(QUIET))
    folded.drag(folded.edge("g"), folded.spot(QUIET))
    folded.drag(folded.edge(CALM), folded.spot("g"))
    assert folded.argument_map is before


def test_a_card_dropped_on_it_joins_it(folded: Hand) -> None:
    folded.drag(folded.spot(CALM), folded.spot("g"))
    folded.settle()
    assert folded.argument_map.statement_by_id[CALM].group == "g"
    assert "▸ 3 hidden" in lines(folded)
    assert folded.session.undo_name == "Move into group"


def test_it_is_deleted_whole(folded: Hand) -> None:
    folded.key(Key.Key_Delete)
    folded.settle()
    assert not {COST, VOLUNTEERS} & folded.argument_map.statement_by_id.keys()
    folded.key(Key.Key_Z, CTRL)
    folded.settle()
    assert "g" in cards(folded)


def test_the_menu_of_a_title_is_about_the_group(money: Hand) -> None:
    money.session.select([])
    at = title_spot(money)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, money.canvas.viewport().mapToGlobal(at))
    money.canvas.group_menu_wanted.disconnect()  # only what it would offer is asked
    QApplication.sendEvent(money.canvas.viewport(), event)
    assert set(money.session.selection) == {COST, VOLUNTEERS}
    window = money.canvas.window()
    assert isinstance(window, Window)
    assert "fold_group" in {action.name for action in commands(window).in_group_menu()}
    command(window, "fold_group").trigger()
    money.settle()
    assert "g" in cards(money)


def test_all_groups_fold_at_once_and_the_levels_leave_them_folded(money: Hand) -> None:
    money.key(Key.Key_Home, ALT | Qt.KeyboardModifier.ShiftModifier)
    money.settle()
    assert "g" in cards(money)
    money.key(Key.Key_1, ALT)
    money.settle()
    assert money.session.view.folded >= {"g", TOP}
    money.key(Key.Key_5, ALT)
    money.settle()
    assert "g" in cards(money)


def test_a_screen_reader_hears_of_the_group(folded: Hand) -> None:
    QAccessible.installFactory(factory)
    items = folded.canvas.accessible_items
    item = items.interface("g")
    assert item.text(QAccessible.Text.Name) == "folded group: Money"
    assert item.text(QAccessible.Text.Description) == "stands for 2 statements"
    state = item.state()
    assert state.expandable
    assert state.collapsed
    assert state.selected
    assert state.focused
