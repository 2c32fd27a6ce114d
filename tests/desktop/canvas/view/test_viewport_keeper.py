"""What stays in sight, and where, while a map is edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from argmap.desktop.canvas.view.fitting import LEAST
from argmap.desktop.canvas.view.viewport_keeper import READABLE
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from tests.desktop.canvas.conftest import Hand, MakeHand, turn_wheel

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
CLAIM = "it-grows"
MOST = 30


@pytest.fixture
def growing(desk_hand: Hand) -> Hand:
    """A map of one claim in a canvas in which it is small, the claim selected."""
    desk_hand.open(edit.add_claim(ArgumentMap(), "It grows."))
    assert desk_hand.session.current == CLAIM
    return desk_hand


def add_reason(hand: Hand, text: str = "A reason as any other reason.") -> None:
    """Add a premise to the claim with the keyboard."""
    hand.session.select([CLAIM])
    hand.key(Key.Key_Tab)
    hand.type(text)
    hand.key(Key.Key_Return)
    hand.settle()


def seen_whole(hand: Hand) -> bool:
    room = QRectF(hand.canvas.viewport().rect()).adjusted(-1, -1, 1, 1)
    return room.contains(hand.canvas.rect_to_viewport(hand.canvas.bounds()))


def fitting_zoom(hand: Hand) -> float:
    return hand.canvas.zoom_fitting(hand.canvas.bounds())


def grow_past(hand: Hand, zoom: float) -> None:
    """Add reasons until the map is too wide to be seen whole at a zoom."""
    for _ in range(MOST):
        if fitting_zoom(hand) < zoom:
            return
        add_reason(hand)
    pytest.fail("no number of reasons makes the map too wide")


def fit(hand: Hand) -> None:
    hand.key(Key.Key_1, CTRL)


def test_an_edit_does_not_zoom_and_shows_what_it_makes(growing: Hand) -> None:
    grow_past(growing, 0.9 * PIXELS_PER_POINT)
    fit(growing)
    zoom = growing.canvas.zoom()
    growing.session.select([CLAIM])
    growing.key(Key.Key_Tab)
    growing.settle()
    assert growing.canvas.zoom() == zoom, "not while a card is written"
    growing.type("The newest reason.")
    growing.key(Key.Key_Return)
    growing.settle()
    assert growing.canvas.zoom() == zoom, "nor when it is there"
    assert growing.canvas.viewport().rect().contains(growing.spot("the-newest-reason"))
    assert not seen_whole(growing), "else this tests nothing"
    growing.key(Key.Key_Z, CTRL)
    growing.settle()
    assert growing.canvas.zoom() == zoom
    assert seen_whole(growing)


BY_HAND: dict[str, Callable[[Hand], object]] = {
    "wheel": lambda hand: turn_wheel(hand.canvas, QPointF(600, 300), QPoint(0, -15), CTRL),
    "zoom out": lambda hand: hand.key(Key.Key_Minus, CTRL),
    "100 %": lambda hand: hand.key(Key.Key_0, CTRL),
    "to the selection": lambda hand: hand.key(Key.Key_2, CTRL),
}


@pytest.mark.parametrize("how", BY_HAND)
def test_who_has_zoomed_by_hand_keeps_the_zoom(growing: Hand, how: str) -> None:
    grow_past(growing, 0.9 * PIXELS_PER_POINT)
    BY_HAND[how](growing)
    zoom = growing.canvas.zoom()
    grow_past(growing, zoom)
    add_reason(growing)
    assert growing.canvas.zoom() == zoom
    assert not seen_whole(growing)


def test_a_map_that_becomes_small_again_is_not_blown_up(growing: Hand) -> None:
    grow_past(growing, 0.9 * PIXELS_PER_POINT)
    add_reason(growing, "One too many.")
    zoom = growing.canvas.zoom()
    growing.key(Key.Key_Delete)
    growing.settle()
    assert growing.canvas.zoom() == zoom


def undo(hand: Hand, key: Qt.Key = Key.Key_Z) -> float:
    """Press the key of undo, and return the zoom of what is shown then."""
    hand.key(key, CTRL)
    hand.settle()
    return hand.canvas.zoom()


@pytest.mark.parametrize("how", ["wheel", "zoom out", "to the selection"])
def test_undo_leaves_a_zoom_that_was_chosen_by_hand(growing: Hand, how: str) -> None:
    grow_past(growing, 0.9 * PIXELS_PER_POINT)
    BY_HAND[how](growing)
    zoom = growing.canvas.zoom()
    assert undo(growing) == zoom


def test_folding_and_opening_do_not_zoom(growing: Hand) -> None:
    grow_past(growing, 0.8 * PIXELS_PER_POINT)
    fit(growing)
    zoom = growing.canvas.zoom()
    growing.session.select([CLAIM])
    before = _seen(growing)[CLAIM]
    for _ in range(2):
        growing.key(Key.Key_Space)
        growing.settle()
        assert growing.canvas.zoom() == zoom
        assert (_seen(growing)[CLAIM] - before).manhattanLength() <= 2


def test_another_map_is_fitted_even_after_zooming_by_hand(hand: Hand, pool: ArgumentMap) -> None:
    hand.canvas.zoom_to(3.3)
    hand.open(removal.delete_cards(pool, ["calm-is-good"]))
    assert hand.canvas.zoom() == pytest.approx(fitting_zoom(hand))
    assert seen_whole(hand)


def test_a_window_that_gets_its_size_late_shows_the_whole_map(
    hand_on: MakeHand, pool: ArgumentMap
) -> None:
    hand = hand_on(pool)
    hand.session.opened.emit()  # as if just opened: nothing was looked at yet
    hand.canvas.resize(1000, 600)
    assert seen_whole(hand)
    hand.settle()
    zoom = hand.canvas.zoom()
    hand.canvas.resize(300, 300)  # by the user, who sees the map already
    assert hand.canvas.zoom() == zoom


def toggle_pane(hand: Hand) -> None:
    """Show or hide the outline beside the map."""
    window = hand.canvas.window()
    assert isinstance(window, Window)
    wide = hand.canvas.viewport().width()
    window.panes.toggle("outline")
    hand.qtbot.waitUntil(lambda: hand.canvas.viewport().width() != wide)


def test_a_map_that_was_fitted_is_fitted_again_where_a_pane_opens_or_closes(growing: Hand) -> None:
    grow_past(growing, 0.65 * PIXELS_PER_POINT)
    growing.key(Key.Key_1, CTRL)
    zoom = growing.canvas.zoom()
    toggle_pane(growing)
    assert seen_whole(growing)
    assert growing.canvas.zoom() != zoom
    toggle_pane(growing)
    assert growing.canvas.zoom() == pytest.approx(zoom)
    assert seen_whole(growing)


def test_a_map_that_was_fitted_is_fitted_again_after_there_was_too_little_room(
    hand_on: MakeHand,
) -> None:
    hand = hand_on(_wide())
    hand.canvas.resize(900, 600)
    hand.canvas.zoom_fit()
    assert seen_whole(hand)
    hand.canvas.resize(250, 600)  # as while the window is narrow and the outline there still
    assert not seen_whole(hand), "else this tests nothing"
    hand.canvas.resize(880, 600)
    assert seen_whole(hand)
    hand.canvas.scroll_by(300, 0)
    hand.canvas.resize(250, 600)
    hand.canvas.resize(880, 600)
    assert not seen_whole(hand), "somebody has looked elsewhere"


def test_what_was_folded_and_fitted_is_fitted_again_though_it_can_hardly_be_read(
    hand_on: MakeHand,
) -> None:
    hand = hand_on(_wide())
    hand.canvas.fold(frozenset({"reason-0-is-a"}))
    hand.settle()
    hand.canvas.resize(330, 600)
    assert LEAST < hand.canvas.zoom() < READABLE, "else this tests nothing"
    assert seen_whole(hand)


def test_no_other_size_of_the_window_zooms_while_a_card_is_written(growing: Hand) -> None:
    grow_past(growing, 0.65 * PIXELS_PER_POINT)
    fit(growing)
    zoom, window = growing.canvas.zoom(), growing.canvas.window()
    growing.session.select([CLAIM])
    growing.key(Key.Key_F2)
    window.resize(window.width() - 80, window.height())
    assert growing.canvas.zoom() == zoom
    growing.key(Key.Key_Escape)
    fit(growing)
    window.resize(window.width() - 80, window.height())
    assert growing.canvas.zoom() != zoom, "else this tests nothing"


def test_a_map_that_was_fitted_on_request_is_fitted_even_where_it_can_hardly_be_read(
    hand: Hand,
) -> None:
    hand.canvas.zoom_fit()
    hand.canvas.resize(400, 300)
    assert seen_whole(hand)
    assert LEAST < hand.canvas.zoom() < READABLE


def test_a_pane_that_opens_leaves_the_zoom_that_was_chosen_by_hand(growing: Hand) -> None:
    grow_past(growing, 0.65 * PIXELS_PER_POINT)
    growing.key(Key.Key_1, CTRL)
    growing.key(Key.Key_Minus, CTRL)
    zoom = growing.canvas.zoom()
    assert seen_whole(growing)
    toggle_pane(growing)
    assert growing.canvas.zoom() == zoom


def in_window(hand: Hand, id_: str) -> QPoint:
    """Return where in the window the middle of a card is."""
    return hand.canvas.viewport().mapTo(hand.canvas.window(), hand.spot(id_))


def test_a_card_stays_where_it_is_in_the_window_when_a_pane_opens_or_closes(wide: Hand) -> None:
    before = in_window(wide, wide.session.current)
    for _ in range(3):
        toggle_pane(wide)
        assert in_window(wide, wide.session.current) == before


def test_a_card_that_would_be_covered_is_moved_for_as_long_as_the_view_is_small(
    hand_on: MakeHand,
) -> None:
    hand = hand_on(_wide())
    _chosen(hand, "but-1")
    hand.look_at(hand.session.current, 0.6 * PIXELS_PER_POINT)
    before, size = hand.spot(hand.session.current), hand.canvas.size()
    hand.canvas.resize(before.x(), size.height())
    assert hand.spot(hand.session.current) != before
    room = hand.canvas.viewport().rect()
    assert room.contains(hand.spot(hand.session.current))
    hand.canvas.resize(size)
    assert hand.spot(hand.session.current) == before


def test_a_press_in_the_outline_shows_its_card_at_once(desk_hand: Hand) -> None:
    hand = desk_hand
    window = hand.canvas.window()
    assert isinstance(window, Window)
    window.panes.bring_back()
    hand.look_at("open-it-on-sundays", 4)
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    room = hand.canvas.viewport().rect()
    assert not room.contains(hand.canvas.rect_to_viewport(place).toRect())
    outline = window.outline
    rows = outline.model()
    row = rows.index(0, 0, rows.index(1, 0))
    assert row.data() == "Calm is good."
    at = outline.visualRect(row).intersected(outline.viewport().rect()).center()
    QTest.mousePress(outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hand.session.current == "calm-is-good"
    seen = hand.canvas.rect_to_viewport(place).toRect()
    assert room.contains(seen.center())
    QTest.mouseRelease(outline.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_is_out_of_sight_stays_there_when_another_theme_or_mark_comes(growing: Hand) -> None:
    add_reason(growing)
    growing.canvas.scroll_by(growing.spot(CLAIM).x() - 5, 0)
    assert growing.canvas.fits()
    assert not seen_whole(growing)
    before = growing.spot(CLAIM)
    growing.session.marks_changed.emit()
    growing.settle()
    assert growing.spot(CLAIM) == before


def _wide() -> ArgumentMap:
    """A map wider than the canvas at full size: a claim with reasons that have reasons."""
    wide = edit.add_claim(ArgumentMap(), "The claim.")
    for number in range(6):
        wide = edit.add_premise(wide, "the-claim", f"Reason {number} is a sentence, as they are.")
        reason = wide.statements[-1].id
        wide = edit.add_premise(wide, reason, f"Backing {number} is another sentence here.")
        wide = edit.add_rebuttal(wide, reason, f"But {number} is another sentence here as well.")
    return wide


def _lefts(hand: Hand) -> dict[str, int]:
    """Where cards of which anything is in view begin on the screen."""
    room = QRectF(hand.canvas.viewport().rect())
    places = {id_: hand.canvas.rect_of(id_) for id_ in hand.canvas.map_scene.cards}
    seen = {i: hand.canvas.rect_to_viewport(place) for i, place in places.items() if place}
    return {i: round(rect.left()) for i, rect in seen.items() if room.intersects(rect)}


def _chosen(hand: Hand, words: str) -> None:
    cards = hand.canvas.map_scene.cards
    hand.session.select([next(id_ for id_ in cards if id_.startswith(words))])
    hand.settle()


def _premise(hand: Hand) -> None:
    _chosen(hand, "but-0")
    hand.key(Key.Key_Tab)
    hand.type("A new premise on the side.")
    hand.key(Key.Key_Return)


def _duplicate(hand: Hand) -> None:
    _chosen(hand, "backing-5")
    hand.key(Key.Key_D, CTRL)
    hand.settle()
    _chosen(hand, "the-claim")


def _copy(hand: Hand) -> None:
    hand.key(Key.Key_D, CTRL)


def _delete(hand: Hand) -> None:
    _chosen(hand, "but-2")
    hand.key(Key.Key_Delete)


def _move(hand: Hand) -> None:
    _chosen(hand, "reason-1")
    hand.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def _drag(hand: Hand) -> None:
    _chosen(hand, "but-1")
    card, onto = (next(i for i in _seen(hand) if i.startswith(s)) for s in ("but-1", "backing-1"))
    hand.drag(hand.spot(card), hand.spot(onto))


def _seen(hand: Hand) -> dict[str, QPointF]:
    """Where all cards are on the screen, in view or not."""
    places = {id_: hand.canvas.rect_of(id_) for id_ in hand.canvas.map_scene.cards}
    return {i: hand.canvas.rect_to_viewport(p).topLeft() for i, p in places.items() if p}


def _apart(one: dict[str, QPointF], other: dict[str, QPointF]) -> float:
    assert one.keys() == other.keys()
    return max((one[id_] - other[id_]).manhattanLength() for id_ in one)


EDITS = {
    "a premise": _premise,
    "a copy": _copy,
    "a card deleted": _delete,
    "siblings swapped": _move,
    "a card dragged": _drag,
}
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wide(desk_hand: Hand) -> Hand:
    desk_hand.open(_wide())
    desk_hand.canvas.zoom_to(0.6 * PIXELS_PER_POINT)
    _chosen(desk_hand, "but-1")
    desk_hand.canvas.center_on(desk_hand.session.current)
    return desk_hand


@pytest.mark.parametrize("how", EDITS)
def test_undo_and_redo_bring_back_what_was_on_the_screen(wide: Hand, how: str) -> None:
    EDITS[how](wide)
    wide.settle()
    after = _seen(wide)
    wide.key(Key.Key_Z, CTRL)
    wide.settle()
    before = _seen(wide)
    assert _apart(before, after) if before.keys() == after.keys() else True
    for keys, seen in ((CTRL | SHIFT, after), (CTRL, before)) * 2:
        wide.key(Key.Key_Z, keys)
        wide.settle()
        assert _apart(_seen(wide), seen) <= 3
    assert wide.canvas.viewport().rect().contains(wide.spot(wide.session.current))


def test_undo_brings_back_what_was_seen_also_where_its_picture_comes_late(wide: Hand) -> None:
    wide.canvas.zoom_to(3)
    _chosen(wide, "but-0")
    wide.canvas.center_on(wide.session.current)
    before = _seen(wide)
    _premise(wide)
    wide.settle()
    anchor = next(id_ for id_ in before if id_.startswith("but-0"))
    assert not wide.canvas.viewport().rect().contains(wide.spot(anchor)), "else this tests nothing"
    wide.key(Key.Key_Z, CTRL)
    wide.canvas.layouts._soon.timeout.emit()  # as after 0.3 s
    wide.settle()
    assert _apart(before, _seen(wide)) <= 3


def test_a_map_that_is_in_view_as_a_whole_stays_so_as_long_as_it_fits(desk_hand: Hand) -> None:
    made = edit.add_claim(ArgumentMap(), "The claim.")
    for number in range(4):
        made = edit.add_premise(made, "the-claim", f"Reason {number} is a sentence, as they are.")
    desk_hand.open(made)
    room = QRectF(desk_hand.canvas.viewport().rect())
    desk_hand.canvas.zoom_to(0.8 * desk_hand.canvas.zoom_fitting(desk_hand.canvas.bounds()))
    bounds = desk_hand.canvas.rect_to_viewport(desk_hand.canvas.bounds())
    desk_hand.canvas.scroll_by(bounds.left() - 1, bounds.top() - 1)
    _chosen(desk_hand, "the-claim")
    assert seen_whole(desk_hand)
    before = _seen(desk_hand)
    desk_hand.key(Key.Key_Tab)
    desk_hand.settle()
    for text, key in (("A newer reason.", Key.Key_Return), ("", Key.Key_Escape)):
        assert room.adjusted(-1, -1, 1, 1).contains(
            desk_hand.canvas.rect_to_viewport(desk_hand.canvas.bounds())
        )
        desk_hand.type(text)
        desk_hand.key(key)
        desk_hand.settle()
    assert seen_whole(desk_hand)
    desk_hand.key(Key.Key_Z, CTRL)
    desk_hand.settle()
    assert _apart(before, _seen(desk_hand)) <= 3


def test_undo_makes_no_map_whole_that_was_not_in_view_as_a_whole(desk_hand: Hand) -> None:
    desk_hand.open(edit.add_premise(edit.add_claim(ArgumentMap(), "It is."), "it-is", "So it is."))
    desk_hand.canvas.zoom_to(2.5)
    _chosen(desk_hand, "so-it-is")
    desk_hand.canvas.scroll_by(0, 1000)
    before = _seen(desk_hand)
    assert desk_hand.canvas.fits()
    assert not seen_whole(desk_hand), "else this tests nothing"
    desk_hand.key(Key.Key_Delete)
    desk_hand.settle()
    assert seen_whole(desk_hand), "for the card that is left is shown"
    desk_hand.key(Key.Key_Z, CTRL)
    desk_hand.settle()
    assert _apart(before, _seen(desk_hand)) <= 3


def test_undo_of_a_drag_leaves_no_card_elsewhere_on_the_screen(wide: Hand) -> None:
    before = _seen(wide)
    _drag(wide)
    wide.settle()
    assert _apart(before, _seen(wide)) > 50
    wide.key(Key.Key_Z, CTRL)
    wide.settle()
    assert _apart(before, _seen(wide)) <= 3


def test_what_a_card_is_dragged_onto_stays_where_it_is_on_the_screen(wide: Hand) -> None:
    onto = next(id_ for id_ in _seen(wide) if id_.startswith("backing-1"))
    before = _seen(wide)[onto]
    _drag(wide)
    wide.settle()
    assert (_seen(wide)[onto] - before).manhattanLength() <= 2


@pytest.mark.parametrize("before", [True, False])
def test_a_card_that_is_deleted_leaves_the_selection_to_one_in_view(
    wide: Hand, before: bool
) -> None:
    _chosen(wide, "reason-2")
    row = [relation.premises[0] for relation in wide.argument_map.relations_on("the-claim")]
    left, right = row[1], row[3]
    wide.look_at(wide.session.current, 1.6)
    beyond, near = (right, left) if before else (left, right)
    away = wide.spot(wide.session.current) - wide.spot(beyond)
    while wide.canvas.is_in_view(beyond):
        wide.canvas.scroll_by(away.x() / 8, away.y() / 8)
    assert wide.canvas.is_in_view(near), "else this tests nothing"
    wide.key(Key.Key_Delete)
    wide.settle()
    assert wide.session.current == near


def test_a_draft_that_is_given_up_leaves_all_where_it_was(wide: Hand) -> None:
    _chosen(wide, "reason-1")
    before = _seen(wide)
    wide.key(Key.Key_Return)
    wide.settle()
    assert _apart(before, _seen(wide)) > 20
    wide.key(Key.Key_Escape)
    wide.settle()
    assert _apart(before, _seen(wide)) <= 3


@pytest.mark.parametrize("edit_one", [_premise, _duplicate])
def test_undo_and_redo_move_as_little_as_they_can_for_who_has_looked_elsewhere(
    desk_hand: Hand, edit_one: Callable[[Hand], None]
) -> None:
    desk_hand.open(_wide())
    desk_hand.canvas.zoom_full()
    edit_one(desk_hand)
    desk_hand.settle()
    for keys in (CTRL, CTRL | SHIFT) * 2:
        desk_hand.canvas.scroll_by(0, 9)  # what changed is still in view, with a margin at its side
        before = _lefts(desk_hand)
        desk_hand.key(Key.Key_Z, keys)
        desk_hand.settle()
        after = _lefts(desk_hand)
        both = before.keys() & after.keys()
        moves = Counter(round((after[id_] - before[id_]) / 4) for id_ in both)
        assert moves[0] == max(moves.values()), "what keeps together and is seen stays"
        room = desk_hand.canvas.viewport().rect()
        assert room.contains(desk_hand.spot(desk_hand.session.current)), "what changed is seen"
