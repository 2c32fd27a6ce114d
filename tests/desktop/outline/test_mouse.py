"""The outline worked with a mouse: press, move and release drag rows, clicks fold and select.

The platform that tests run on knows no dragging, so from the moment at which Qt would begin it the
test sends what a platform sends: enter, move, drop.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDragLeaveEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.outline.row_delegate import RowDelegate
from argmap.desktop.session import Session
from argmap.desktop.widgets.pointer_words import PointerWords
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits import edit
from argmap.model.kinds import Bearing
from tests.desktop.dragging import dropping, entering, moving
from tests.desktop.outline.outlining import (
    CALM,
    CLAIM,
    COST,
    DEMAND,
    ENOUGH,
    NO_KEYS,
    QUIET,
    Key,
    OpenMap,
    click,
    middle,
    press,
    row,
    selected,
    shown,
    tree,
)

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
MOVE = Qt.DropAction.MoveAction


class Hand(OutlinePane):
    """An outline whose drags end at a place that the test has chosen."""

    end = QPoint()
    dragged: QMimeData | None = None
    said = ""

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 — Qt's name
        data = self.model().mimeData(self.selectedIndexes())
        self.dragged = data
        view = self.viewport()
        QApplication.sendEvent(view, entering(self.end, data, actions))
        moved = moving(self.end, data, actions)
        QApplication.sendEvent(view, moved)
        self.said = said(self)
        dropped = dropping(self.end, data, actions)
        QApplication.sendEvent(view, dropped if moved.isAccepted() else QDragLeaveEvent())

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.end, self.dragged = end, None
        self._send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        for step in range(1, 4):
            if self.dragged is None:
                self._send(QEvent.Type.MouseMove, start + (end - start) * step / 3, NONE, LEFT)
        self._send(QEvent.Type.MouseButtonRelease, end, LEFT, NONE)

    def _send(
        self, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        there = QPointF(self.viewport().mapToGlobal(where))
        event = QMouseEvent(kind, QPointF(where), there, button, held, NO_KEYS)
        QApplication.sendEvent(self.viewport(), event)


def said(outline: OutlinePane) -> str:
    """Return what is seen beside the pointer."""
    (words,) = outline.findChildren(PointerWords)
    return words.text() if words.isVisible() else ""


@pytest.fixture
def hand(session: Session, qtbot: QtBot) -> Hand:
    return held(session, qtbot)


def held(session: Session, qtbot: QtBot) -> Hand:
    hand = Hand(session)
    qtbot.addWidget(hand)
    hand.resize(500, 400)
    hand.show()
    qtbot.waitExposed(hand)
    hand.setFocus()
    return hand


def upper_edge(outline: OutlinePane, id_: str) -> QPoint:
    return outline.visualRect(row(outline, id_)).topLeft() + QPoint(20, 0)


def lower_edge(outline: OutlinePane, id_: str) -> QPoint:
    return outline.visualRect(row(outline, id_)).bottomLeft() + QPoint(20, 0)


def beyond(outline: OutlinePane, id_: str) -> QPoint:
    """Return a place in the empty space below the last row."""
    return lower_edge(outline, id_) + QPoint(0, 60)


Where = Callable[[OutlinePane, str], QPoint]

BEFORE = [
    "Claim: Open it on Sundays.",
    "  Support: 2 premises together",
    "    Premise: Demand is high.",
    "    Premise: Demand is enough.",
    "  Attack: one premise",
    "    Rebuttal: Cost doubles.",
    "    Rebuttal: Volunteers will come.",
    "Claim: Sundays are quiet.",
    "  Premise: Calm is good.",
]


@pytest.mark.parametrize(
    ("dragged", "where", "at", "after"),
    [
        pytest.param(
            ENOUGH, upper_edge, DEMAND, {2: BEFORE[3], 3: BEFORE[2]}, id="before a co-premise"
        ),
        pytest.param(
            DEMAND, lower_edge, ENOUGH, {2: BEFORE[3], 3: BEFORE[2]}, id="behind a co-premise"
        ),
        pytest.param(
            QUIET,
            upper_edge,
            CLAIM,
            dict(enumerate([*BEFORE[7:], *BEFORE[:7]])),
            id="a claim with what hangs below it, before another",
        ),
        pytest.param(
            "r-cost-doubles",
            upper_edge,
            "r-demand-is-high",
            dict(enumerate([BEFORE[4], *BEFORE[5:7], BEFORE[1], *BEFORE[2:4]], 1)),
            id="a step before another",
        ),
    ],
)
def test_a_row_is_dragged_to_another_place_among_its_siblings(
    hand: Hand, session: Session, dragged: str, where: Where, at: str, after: dict[int, str]
) -> None:
    assert tree(hand) == BEFORE
    hand.drag(middle(hand, dragged), where(hand, at))
    assert tree(hand) == [after.get(number, line) for number, line in enumerate(BEFORE)]
    assert session.document.done == ("Move",)
    session.undo()
    assert tree(hand) == BEFORE


def test_a_row_is_dragged_onto_another_and_hangs_there(hand: Hand, session: Session) -> None:
    hand.drag(middle(hand, CALM), middle(hand, COST))
    assert session.argument_map.relations_of(CALM)[0].target == COST
    assert session.selection == (CALM,)
    assert "      Premise: Calm is good." in tree(hand)


@pytest.mark.parametrize(
    ("dragged", "where", "at", "words"),
    [
        (ENOUGH, upper_edge, DEMAND, "before “Demand is high.”"),
        ("r-cost-doubles", upper_edge, "r-demand-is-high", "before this step"),
        (CALM, middle, COST, "below “Cost doubles.”, now supports it"),
        (COST, middle, QUIET, "below “Sundays are quiet.”, now attacks it"),
        (DEMAND, lower_edge, CALM, "after “Calm is good.”, now supports “Sundays are quiet.”,"),
        (DEMAND, beyond, CALM, "to the end, no longer bears on anything"),
        ("r-cost-doubles", beyond, CALM, ""),
    ],
)
def test_what_letting_go_would_do_is_said_while_a_row_is_dragged(
    hand: Hand, dragged: str, where: Where, at: str, words: str
) -> None:
    hand.drag(middle(hand, dragged), where(hand, at))
    assert hand.said.startswith(words)
    assert bool(hand.said) == bool(words)
    assert not said(hand)


def test_what_is_said_changes_with_the_row_under_the_pointer_and_ends_with_the_drag(
    hand: Hand,
) -> None:
    data = hand.model().mimeData([row(hand, CALM)])
    view, heard = hand.viewport(), []
    QApplication.sendEvent(view, entering(middle(hand, COST), data, MOVE))
    for at in (COST, COST, DEMAND, COST):
        QApplication.sendEvent(view, moving(middle(hand, at), data, MOVE))
        heard.append(said(hand).partition(",")[0])
    cost, demand = "below “Cost doubles.”", "below “Demand is high.”"
    assert heard == [cost, cost, demand, cost]
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not said(hand)


def test_of_several_rows_it_is_said_what_each_would_do(hand: Hand) -> None:
    click(hand, DEMAND)
    click(hand, CALM, Qt.KeyboardModifier.ControlModifier)
    hand.drag(middle(hand, CALM), middle(hand, COST))
    assert "2 cards below “Cost doubles.”" in hand.said


def test_rows_selected_together_are_dragged_together(hand: Hand, session: Session) -> None:
    click(hand, DEMAND)
    click(hand, CALM, Qt.KeyboardModifier.ControlModifier)
    hand.drag(middle(hand, CALM), middle(hand, COST))
    assert [r.premises for r in session.argument_map.relations_on(COST)] == [(DEMAND,), (CALM,)]
    assert session.document.done == ("Move",)


@pytest.mark.parametrize("dragged", [DEMAND, ENOUGH])
def test_all_premises_of_a_step_are_dragged_as_that_step(
    hand: Hand, session: Session, dragged: str
) -> None:
    click(hand, DEMAND)
    click(hand, ENOUGH, Qt.KeyboardModifier.ControlModifier)
    hand.drag(middle(hand, dragged), middle(hand, COST))
    assert hand.said == "below “Cost doubles.”, now supports it"
    assert [r.premises for r in session.argument_map.relations_on(COST)] == [(DEMAND, ENOUGH)]
    session.undo()
    click(hand, DEMAND)
    click(hand, ENOUGH, Qt.KeyboardModifier.ControlModifier)
    hand.drag(middle(hand, dragged), beyond(hand, CALM))
    assert not session.argument_map.relations_of(DEMAND)
    assert not session.argument_map.relations_of(ENOUGH)


def test_what_lies_below_a_dragged_row_comes_along_once(hand: Hand, session: Session) -> None:
    click(hand, QUIET)
    click(hand, CALM, Qt.KeyboardModifier.ControlModifier)
    hand.drag(middle(hand, QUIET), middle(hand, COST))
    assert [r.premises for r in session.argument_map.relations_on(COST)] == [(QUIET,)]
    assert [r.premises for r in session.argument_map.relations_on(QUIET)] == [(CALM,)]


def test_a_row_let_go_where_it_was_changes_nothing(hand: Hand, session: Session) -> None:
    hand.drag(middle(hand, COST), middle(hand, COST))
    hand.drag(middle(hand, DEMAND), upper_edge(hand, DEMAND))
    assert session.document.done == ()
    assert tree(hand) == BEFORE


def test_a_row_let_go_in_the_empty_space_below_becomes_a_root(hand: Hand, session: Session) -> None:
    hand.drag(middle(hand, CALM), QPoint(40, hand.viewport().height() - 4))
    assert tree(hand)[-1] == "Claim: Calm is good."
    assert not session.argument_map.relations_of(CALM)


def test_a_row_let_go_between_rows_elsewhere_hangs_at_that_place(
    hand: Hand, session: Session
) -> None:
    hand.drag(middle(hand, CALM), upper_edge(hand, "r-cost-doubles"))
    assert [r.premises[0] for r in session.argument_map.relations_on(CLAIM)] == [DEMAND, CALM, COST]


def test_a_premise_let_go_between_roots_becomes_one_there(hand: Hand, session: Session) -> None:
    hand.drag(middle(hand, DEMAND), upper_edge(hand, QUIET))
    assert [line for line in tree(hand) if not line.startswith(" ")] == [
        "Claim: Open it on Sundays.",
        "Claim: Demand is high.",
        "Claim: Sundays are quiet.",
    ]
    assert not session.argument_map.relations_of(DEMAND)


def test_what_cannot_hang_below_itself_is_told(hand: Hand, session: Session) -> None:
    told: list[Notice] = []
    session.notice_posted.connect(told.append)
    hand.drag(middle(hand, CLAIM), middle(hand, DEMAND))
    assert session.document.done == ()
    assert [notice.text for notice in told] == [
        "A statement cannot hang below itself. Drop it on a card outside its own branch."
    ]


def test_a_step_let_go_among_the_roots_stays(hand: Hand, session: Session) -> None:
    hand.drag(middle(hand, "r-cost-doubles"), QPoint(40, hand.viewport().height() - 4))
    assert hand.dragged is not None
    assert session.document.done == ()


def test_nothing_is_dragged_in_a_read_only_map(hand: Hand, session: Session) -> None:
    session.read_only = True
    session.opened.emit()
    hand.drag(middle(hand, CALM), middle(hand, COST))
    assert hand.dragged is None
    assert tree(hand) == BEFORE


def test_a_part_of_a_linked_step_shown_elsewhere_cannot_be_dragged(
    open_map: OpenMap, pool: ArgumentMap, qtbot: QtBot
) -> None:
    premises = pool.relation_by_id["r-demand-is-high"].premises
    session = open_map(edit.add_relation(pool, premises, Bearing.SUPPORTS, QUIET))
    hand = held(session, qtbot)
    index = hand.model().index(1, 0, row(hand, QUIET))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Support")
    part = hand.visualRect(hand.model().index(0, 0, index)).center()
    hand.drag(part, middle(hand, COST))
    assert hand.dragged is None
    assert session.document.done == ()


def test_rows_of_another_window_are_not_taken(
    hand: Hand, open_map: OpenMap, pool: ArgumentMap, session: Session, qtbot: QtBot
) -> None:
    other = held(open_map(pool), qtbot)
    data = other.model().mimeData([row(other, CALM)])
    assert not hand.model().canDropMimeData(data, MOVE, -1, 0, row(hand, COST))
    assert not hand.model().dropMimeData(data, MOVE, -1, 0, row(hand, COST))
    assert session.document.done == ()


def test_what_another_program_drags_here_is_not_taken(hand: Hand) -> None:
    data = QMimeData()
    data.setText("Buy now!")
    where = middle(hand, COST)
    entered = entering(where, data, MOVE)
    QApplication.sendEvent(hand.viewport(), entered)
    assert not entered.isAccepted()


# Folding


def test_a_click_on_the_arrow_folds_and_unfolds(outline: OutlinePane, session: Session) -> None:
    place = outline.visualRect(row(outline, QUIET))
    arrow = QPoint(place.left() - outline.indentation() // 2, place.center().y())
    QTest.mouseClick(outline.viewport(), LEFT, pos=arrow)
    assert tree(outline) == BEFORE[:-1]
    assert session.view.folded == frozenset(), "folding of the picture is another thing"
    QTest.mouseClick(outline.viewport(), LEFT, pos=arrow)
    assert tree(outline) == BEFORE


def test_left_and_right_fold_unfold_and_climb(outline: OutlinePane, session: Session) -> None:
    click(outline, CLAIM)
    press(outline, Key.Key_Left)
    assert tree(outline) == [BEFORE[0], *BEFORE[7:]]
    press(outline, Key.Key_Right)
    assert tree(outline) == BEFORE
    press(outline, Key.Key_Right, Key.Key_Right)
    assert session.selection == (DEMAND,)
    press(outline, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert session.selection == (CLAIM,)


def test_home_and_end_go_to_the_ends_and_shift_selects(
    outline: OutlinePane, session: Session
) -> None:
    press(outline, Key.Key_End)
    assert session.current == CALM
    press(outline, Key.Key_Home)
    assert session.current == CLAIM
    QTest.keyClick(outline, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == (CLAIM, "r-demand-is-high")
    assert selected(outline) == {"Open it on Sundays.", "2 premises together"}


# Long maps


class Counting(RowDelegate):
    """Draws rows, and counts how often it was asked to draw or to measure."""

    asked = 0

    def paint(self, *args: Any) -> None:
        self.asked += 1
        super().paint(*args)

    def sizeHint(self, *args: Any) -> QSize:
        self.asked += 1
        return super().sizeHint(*args)


def long_map() -> ArgumentMap:
    """Two thousand statements, seven below each."""
    many = tuple(Statement(f"s{n}", f"Statement {n}.") for n in range(2000))
    reasons = tuple(
        Relation(f"r{n}", (f"s{n}",), Bearing.SUPPORTS, f"s{n // 7}") for n in range(1, 2000)
    )
    return ArgumentMap(statements=many, relations=reasons)


@pytest.mark.parametrize("id_", ["s1999", "s1000", "s1"])
def test_what_is_selected_elsewhere_is_scrolled_to(
    open_map: OpenMap, qtbot: QtBot, id_: str
) -> None:
    session = open_map(long_map())
    outline = shown(session, qtbot)
    session.select(["s1500"])
    session.select([id_])
    place = outline.visualRect(row(outline, id_))
    assert outline.viewport().rect().contains(place.center())
    assert outline.currentIndex() == row(outline, id_)


@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_of_a_long_map_only_what_is_to_be_seen_is_drawn_and_measured(
    open_map: OpenMap, qtbot: QtBot, place: float
) -> None:
    session = open_map(long_map())
    outline = shown(session, qtbot)
    assert len(tree(outline)) == 2000
    bar = outline.verticalScrollBar()
    bar.setValue(round(bar.maximum() * place))
    drawing = Counting(outline)
    outline.setItemDelegate(drawing)
    outline.viewport().repaint()
    seen = outline.viewport().height() // outline.rowHeight(row(outline, "s0")) + 2
    assert 0 < drawing.asked < 3 * seen
    drawing.asked = 0
    session.attempt("Edit", lambda m: edit.set_fields(m, "s1999", text="Another text."))
    outline.viewport().repaint()
    assert drawing.asked < 3 * seen
