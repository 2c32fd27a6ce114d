"""What presses, moves and clicks of the mouse mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop import draft
from argmap.model.kinds import Kind
from argmap.settings import Settings
from tests.desktop.canvas.conftest import LEFT, NONE, Hand
from tests.desktop.canvas.gestures.pointing import (
    CTRL,
    Key,
    Shape,
    cursor,
)


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


def test_a_read_only_map_is_neither_dragged_nor_linked(hand: Hand) -> None:
    hand.session.read_only = True
    before = hand.argument_map
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))
    hand.drag(hand.edge("cost-doubles"), hand.spot("sundays-are-quiet"))
    assert hand.argument_map is before


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


def test_a_double_click_on_empty_canvas_opens_the_card_there(hand: Hand) -> None:
    at = hand.canvas.viewport().rect().bottomLeft() + QPoint(200, -80)
    assert not hand.canvas.item_at(at)
    double_click(hand, at)
    editor = hand.editor()
    assert editor
    assert (editor.geometry().center() - at).manhattanLength() <= 4
    hand.type("There.")
    hand.key(Key.Key_Return)
    assert hand.session.current == "there"


def double_click(hand: Hand, at: QPoint) -> None:
    """Press twice, as Qt tells of it."""
    hand.click(at)
    QTest.mouseDClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_that_only_ends_the_writing_keeps_the_selection(hand: Hand) -> None:
    empty = QPoint(3, 3)
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.type("New.")
    hand.click(empty)
    assert hand.session.selection == ("new",)
    hand.settle()
    hand.canvas.edit("new")
    hand.click(QPoint(3, 3))
    assert hand.session.selection == ("new",)
    hand.session.start_draft(draft.premise("new"))
    hand.click(empty)
    assert hand.editor() is None
    assert hand.session.selection == ("new",), "an empty card that goes away, too"
    hand.click(empty)
    assert not hand.session.selection


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


def test_a_card_written_beside_the_map_glides_to_its_place_and_the_map_stays(
    hand: Hand,
) -> None:
    hand.canvas.appearance.use(Settings(theme="light", motion=True))
    hand.canvas.zoom_to(0.6)
    hand.canvas.center_on("open-it-on-sundays")
    hand.settle()
    corner = QPoint(60, 60)
    before = hand.spot("open-it-on-sundays")
    assert not hand.canvas.item_at(corner)
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, NONE, corner)
    hand.type("Written in the corner.")
    hand.key(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: "written-in-the-corner" in hand.canvas.map_scene.cards)
    start = hand.spot("written-in-the-corner")
    assert hand.canvas.map_scene.glide.running
    hand.settle()
    end = hand.spot("written-in-the-corner")
    assert (hand.spot("open-it-on-sundays") - before).manhattanLength() < 30
    assert (start - corner).manhattanLength() < (end - corner).manhattanLength()
    assert hand.canvas.viewport().rect().contains(end)
