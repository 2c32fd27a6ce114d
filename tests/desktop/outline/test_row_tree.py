"""Rows of the outline through any edits: they say what the map is, and what is held on to stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.row_tree import RowTree
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.kinds import Bearing
from tests.desktop.outline.outlining import CALM, CLAIM, COST
from tests.desktop.outline.test_dropping import maps

pytestmark = pytest.mark.usefixtures("qapp")


def said(model: OutlineModel) -> list[tuple[int, str]]:
    """All rows with their depth, as a screen reader hears them."""
    return [
        (depth, index.data(Qt.ItemDataRole.AccessibleTextRole)) for depth, index in indexes(model)
    ]


def indexes(model: OutlineModel) -> list[tuple[int, QModelIndex]]:
    found = [(0, model.index(at, 0)) for at in range(model.rowCount())]
    for depth, index in found:
        found += [(depth + 1, model.index(at, 0, index)) for at in range(model.rowCount(index))]
    return found


def follow(session: Session, model: OutlineModel, step: Callable[[], object]) -> None:
    """Take a step; what was held on to before it stands for the same rows after it, or nothing."""
    before = [(QPersistentModelIndex(index), model.key(index)) for _, index in indexes(model)]
    step()
    now = {model.key(index): index for _, index in indexes(model)}
    for held, key in before:
        assert model.key(held) == (key if key in now else ("", ""))
        if key in now:
            assert (held.row(), held.internalId()) == (now[key].row(), now[key].internalId())
    assert said(model) == said(OutlineModel(session, model))


@settings(deadline=None, max_examples=40)
@given(st.lists(maps(), min_size=2, max_size=4), st.lists(st.booleans(), max_size=4))
def test_rows_follow_any_change_and_what_is_held_on_to_stays(
    states: list[ArgumentMap], back: list[bool]
) -> None:
    session = Session()
    model = OutlineModel(session)
    checked = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for state in states:
        follow(session, model, partial(session.do, "Change", state))
    for undo in back:
        follow(session, model, session.undo if undo else session.redo)
    assert checked.model() is model
    for thing in (checked, model, session):
        thing.deleteLater()


@given(maps())
def test_every_statement_has_one_row_of_its_own_and_others_are_references(
    argument_map: ArgumentMap,
) -> None:
    rows = RowTree(argument_map, count(1))
    for statement in argument_map.statements:
        own, *others = sorted(rows.of([statement.id]), key=lambda row: row.branch.reference)
        assert not own.branch.reference
        assert all(row.branch.reference and not row.rows for row in others)
        assert rows.by_key[statement.id, ""] is own


@given(maps(), maps())
def test_no_number_is_used_twice(one: ArgumentMap, other: ArgumentMap) -> None:
    numbers = count(1)
    first, second = RowTree(one, numbers), RowTree(other, numbers)
    assert not first.by_number.keys() & second.by_number.keys()
    assert len(first.by_number) == len({id(row) for row in first.by_number.values()})


@given(maps())
def test_a_row_knows_its_place(argument_map: ArgumentMap) -> None:
    rows = RowTree(argument_map, count(1))
    for row in rows.by_number.values():
        siblings = row.parent.rows if row.parent else rows.top
        assert siblings[row.at] is row
        assert list(row.above)[-1:] == [above for above in row.above if above.parent is None]


def test_a_text_edit_repaints_each_row_of_the_statement_and_no_other(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", edit.link(pool, CALM, CLAIM, Bearing.SUPPORTS))
    model = OutlineModel(session)
    repainted: list[str] = []
    laid_out: list[object] = []
    model.dataChanged.connect(lambda index, _: repainted.append(index.data()))
    model.layoutChanged.connect(lambda *_: laid_out.append(1))
    session.attempt("Edit", lambda m: edit.set_fields(m, CALM, text="Calm is bad."))
    assert repainted == ["Calm is bad."] * 2
    session.attempt("Title", lambda m: edit.set_map_fields(m, title="Another"))
    assert (len(repainted), laid_out) == (2, [])
    session.attempt("Delete", lambda m: removal.delete_cards(m, [CALM]))
    assert laid_out == [1]
    session.deleteLater()


def test_an_index_that_outlives_its_row_finds_nothing(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", pool)
    model = OutlineModel(session)
    old = model.find(CALM)
    session.attempt("Delete", lambda m: removal.delete_cards(m, [CALM]))
    assert model.branch(old) is None
    assert model.data(old) is None
    assert model.rowCount(old) == 0
    assert not model.parent(old).isValid()
    assert not model.setData(old, "Nonsense")
    session.deleteLater()


def test_only_texts_of_statements_are_taken_and_no_blanks(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", pool)
    model = OutlineModel(session)
    cost = model.find(COST)
    assert not model.setData(cost, "  \n ")
    assert not model.setData(cost, "Twice", Qt.ItemDataRole.ToolTipRole)
    assert session.document.done == ("Open",)
    assert model.setData(cost, "Twice")
    assert session.argument_map.statement_by_id[COST].text == "Twice"
    session.deleteLater()


def tip(model: OutlineModel, id_: str) -> str:
    document = QTextDocument()
    document.setHtml(str(model.data(model.find(id_), Qt.ItemDataRole.ToolTipRole)))
    return document.toPlainText()


def test_the_tip_is_the_whole_text_and_a_step_is_said(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", edit.set_fields(pool, COST, text="Cost\ndoubles."))
    model = OutlineModel(session)
    assert tip(model, COST) == "Cost\ndoubles."
    assert tip(model, "r-cost-doubles") == "Attack: one premise"
    assert model.data(model.find(COST), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.find("r-cost-doubles"), Qt.ItemDataRole.EditRole) is None
    session.deleteLater()
