from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragMoveEvent,
    QDropEvent,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.panels.outline import Outline
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from tests.desktop.panels.outlining import (
    CALM,
    CLAIM,
    COST,
    DEMAND,
    ENOUGH,
    QUIET,
    OpenMap,
    middle,
    row,
    shown,
    tree,
)


def drop(outline: Outline, dragged: list[str], where: QPoint) -> None:
    """Send what a drag sends: a move, so that the view finds the place, and the drop."""
    data = outline.model().mimeData([row(outline, id_) for id_ in dragged])
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    outline.dragMoveEvent(QDragMoveEvent(where, action, data, button, keys))
    outline.dropEvent(QDropEvent(QPointF(where), action, data, button, keys))


def upper_edge(outline: Outline, id_: str) -> QPoint:
    return outline.visualRect(row(outline, id_)).topLeft() + QPoint(20, 0)


def test_dropping_between_siblings_reorders_in_one_step(outline: Outline, session: Session) -> None:
    drop(outline, ["r-cost-doubles"], upper_edge(outline, "r-demand-is-high"))
    assert [r.id for r in session.argument_map.relations_on(CLAIM)] == [
        "r-cost-doubles",
        "r-demand-is-high",
    ]
    assert session.document.done == ("Move",)


def test_dropping_among_premises_reorders_them(outline: Outline, session: Session) -> None:
    drop(outline, [ENOUGH], upper_edge(outline, DEMAND))
    assert session.argument_map.relation_by_id["r-demand-is-high"].premises == (ENOUGH, DEMAND)


def test_dropping_among_roots_reorders_them(outline: Outline, session: Session) -> None:
    drop(outline, [QUIET], upper_edge(outline, CLAIM))
    assert tree(outline)[0] == "Claim: Sundays are quiet."
    assert not session.argument_map.relations_of(QUIET)


def test_dropping_on_a_row_hangs_it_there(outline: Outline, session: Session) -> None:
    drop(outline, [CALM], middle(outline, COST))
    assert session.argument_map.relations_of(CALM)[0].target == COST
    assert session.document.done == ("Move",)


def test_dropping_between_other_rows_hangs_it_at_that_place(
    outline: Outline, session: Session
) -> None:
    drop(outline, [CALM], upper_edge(outline, "r-cost-doubles"))
    assert [r.premises[0] for r in session.argument_map.relations_on(CLAIM)] == [DEMAND, CALM, COST]


def test_several_rows_move_together(outline: Outline, session: Session) -> None:
    drop(outline, [DEMAND, CALM], middle(outline, COST))
    assert [r.premises for r in session.argument_map.relations_on(COST)] == [(DEMAND,), (CALM,)]
    assert session.document.done == ("Move",)


def test_a_premise_dropped_among_the_roots_becomes_one(outline: Outline, session: Session) -> None:
    drop(outline, [DEMAND], upper_edge(outline, QUIET))
    assert [line for line in tree(outline) if not line.startswith(" ")] == [
        "Claim: Open it on Sundays.",
        "Claim: Demand is high.",
        "Claim: Sundays are quiet.",
    ]
    assert not session.argument_map.relations_of(DEMAND)


def test_a_step_cannot_stand_alone(outline: Outline, session: Session) -> None:
    drop(outline, ["r-cost-doubles"], upper_edge(outline, QUIET))
    assert session.document.done == ()


def test_what_cannot_hang_below_itself_is_told(outline: Outline, session: Session) -> None:
    told: list[object] = []
    session.told.connect(told.append)
    drop(outline, [CLAIM], middle(outline, DEMAND))
    assert session.document.done == ()
    assert len(told) == 1


def test_rows_of_another_map_are_not_taken(
    qtbot: QtBot, outline: Outline, open_map: OpenMap, pool: ArgumentMap, session: Session
) -> None:
    other = shown(open_map(pool), qtbot)
    data = other.model().mimeData([row(other, CALM)])
    action = Qt.DropAction.MoveAction
    assert not outline.model().canDropMimeData(data, action, -1, 0, row(outline, COST))
    assert not outline.model().dropMimeData(data, action, -1, 0, row(outline, COST))
    assert session.document.done == ()
