"""Looking around: zoom, scroll, fit, pinch, and what is seen first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from argmap.desktop import draft
from argmap.desktop.canvas.view.viewport_keeper import READABLE
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT, ZoomView
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand, MakeHand, turn_wheel


@pytest.fixture
def view(qtbot: QtBot) -> ZoomView:
    view = ZoomView()
    qtbot.addWidget(view)
    view.setScene(QGraphicsScene(view))
    view.resize(800, 600)
    view.show()
    view.set_bounds(QRectF(0, 0, 2000, 1000))
    return view


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    zooms=st.lists(st.floats(0.2, 6), min_size=1, max_size=5),
    at=st.tuples(st.integers(330, 470), st.integers(250, 350)),
)
def test_what_is_under_the_pointer_stays_under_it(
    view: ZoomView, zooms: list[float], at: tuple[int, int]
) -> None:
    view.zoom_to(1)
    view.centerOn(1000, 500)
    pointer = QPointF(*at)
    for zoom in zooms:
        fixed = view.to_scene(pointer)
        if not view.bounds().contains(fixed):
            return
        view.zoom_to(zoom, pointer)
        off = view.to_viewport(fixed) - pointer
        assert abs(off.x()) <= 1
        assert abs(off.y()) <= 1
        assert view.zoom() == pytest.approx(zoom)


def test_ctrl_and_the_wheel_zoom_about_the_pointer(view: ZoomView) -> None:
    at = QPointF(600, 100)
    before, fixed = view.zoom(), view.to_scene(at)
    turn_wheel(view, at, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > before
    assert (view.to_viewport(fixed) - at).manhattanLength() <= 2


@pytest.mark.parametrize(
    ("modifiers", "axis"),
    [
        (Qt.KeyboardModifier.NoModifier, QPoint(0, 1)),
        (Qt.KeyboardModifier.ShiftModifier, QPoint(1, 0)),
    ],
)
def test_the_wheel_scrolls(view: ZoomView, modifiers: Qt.KeyboardModifier, axis: QPoint) -> None:
    view.centerOn(1000, 500)
    before = view.to_viewport(QPointF(1000, 500))
    turn_wheel(view, QPointF(300, 300), QPoint(0, 120), modifiers)
    assert (view.to_viewport(QPointF(1000, 500)) - before).toPoint() == axis * 60


def test_fingers_that_spread_on_a_touchpad_zoom(view: ZoomView) -> None:
    at = QPointF(500, 300)
    before, fixed = view.zoom(), view.to_scene(at)
    device = QPointingDevice.primaryPointingDevice()
    spread = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.25, QPointF()
    )
    QApplication.sendEvent(view.viewport(), spread)
    assert view.zoom() == pytest.approx(before * 1.25)
    assert (view.to_viewport(fixed) - at).manhattanLength() <= 2


def test_zoom_has_limits_and_tells_its_percentage(view: ZoomView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoomed) as told:
        view.zoom_by(1e6)
    assert told.args == [8.0]
    with qtbot.waitSignal(view.zoomed) as told:
        view.zoom_by(1e-9)
    assert told.args == [0.004]


def test_fit_shows_everything_and_never_more_than_100_percent(hand: Hand) -> None:
    hand.canvas.zoom_fit()
    assert hand.canvas.zoom() <= PIXELS_PER_POINT
    seen = hand.canvas.rect_to_viewport(hand.canvas.bounds()).toRect()
    assert hand.canvas.viewport().rect().contains(seen)


def test_zoom_to_the_selection_and_to_100_percent(hand: Hand) -> None:
    hand.session.select(["calm-is-good"])
    hand.canvas.zoom_to(0.3)
    hand.canvas.zoom_selection()
    assert hand.canvas.zoom() == pytest.approx(PIXELS_PER_POINT)
    middle = hand.canvas.viewport().rect().center()
    assert (hand.spot("calm-is-good") - middle).manhattanLength() <= 4
    hand.canvas.zoom_to(0.3)
    hand.canvas.zoom_full()
    assert hand.canvas.zoom() == pytest.approx(PIXELS_PER_POINT)


def test_what_is_selected_elsewhere_comes_into_sight(hand: Hand) -> None:
    hand.canvas.zoom_to(6)
    hand.canvas.center_on("open-it-on-sundays")
    hand.session.select(["calm-is-good"])
    assert hand.canvas.viewport().rect().contains(hand.spot("calm-is-good"))


def test_a_map_too_large_to_read_is_shown_from_its_conclusion(hand_on: MakeHand) -> None:
    wide = edit.add_claim(ArgumentMap(), "Conclusion.")
    for number in range(120):
        wide = edit.add_premise(wide, "conclusion", f"Reason number {number} of many reasons.")
    hand = hand_on(wide)
    assert hand.canvas.zoom() > READABLE
    room, spot = hand.canvas.viewport().rect(), hand.spot("conclusion")
    assert room.contains(spot)
    assert spot.y() < room.height() / 2  # there is more room below it
    seen = hand.canvas.rect_to_viewport(hand.canvas.bounds())
    blank = (seen.left(), seen.top(), room.width() - seen.right(), room.height() - seen.bottom())
    assert max(blank) < 25, "no room is left blank while cards are cut off at the other edge"


def test_a_map_that_can_nearly_be_read_is_shown_whole_rather_than_cut_off(hand: Hand) -> None:
    canvas = hand.canvas
    around = canvas.width() - canvas.viewport().width() + 40  # scroll bars and margins
    canvas.resize(round(canvas.bounds().width() * READABLE * 1.02) + around, canvas.height())
    hand.open(hand.session.argument_map)
    assert hand.canvas.fits()
    assert hand.canvas.zoom() >= READABLE


def test_a_premise_is_written_behind_the_last_one(hand: Hand) -> None:
    hand.session.start_draft(draft.premise("open-it-on-sundays"))
    editor = hand.editor()
    assert editor
    last = hand.canvas.rect_of("cost-doubles")
    assert last
    assert editor.geometry().left() >= hand.canvas.rect_to_viewport(last).right()
    hand.key(Qt.Key.Key_Escape)


def test_a_branch_is_fitted(hand: Hand) -> None:
    hand.canvas.zoom_by(0.3)
    hand.session.set_view(replace(hand.session.view, branch="sundays-are-quiet"))
    hand.settle()
    assert hand.canvas.zoom() == PIXELS_PER_POINT
    seen = hand.canvas.rect_to_viewport(hand.canvas.bounds()).toRect()
    assert hand.canvas.viewport().rect().contains(seen)
