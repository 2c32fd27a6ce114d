"""Rows of the outline through any edits: they say what the map is, and what is held on to stays."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.session import Session
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, rearrange, removal
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch
from argmap.store.yaml_file import dumps, read
from tests.desktop.outline.outlining import CALM, CLAIM, COST, DEMAND
from tests.desktop.outline.test_dropping import maps

pytestmark = pytest.mark.usefixtures("qapp")


def outline_of(session: Session) -> OutlineModel:
    """Return the rows of a session's map, which follow its changes."""
    model = OutlineModel(session)
    session.changed.connect(model.follow)
    return model


def said(model: OutlineModel) -> list[tuple[int, str]]:
    """All rows with their depth, as a screen reader hears them."""
    return [
        (depth, index.data(Qt.ItemDataRole.AccessibleTextRole)) for depth, index in indexes(model)
    ]


def branch_of(model: OutlineModel, index: QModelIndex) -> Branch:
    branch = model.branch(index)
    assert branch is not None
    return branch


def indexes(model: OutlineModel) -> list[tuple[int, QModelIndex]]:
    found = [(0, model.index(at, 0)) for at in range(model.rowCount())]
    for depth, index in found:
        found += [(depth + 1, model.index(at, 0, index)) for at in range(model.rowCount(index))]
    return found


def follow(session: Session, model: OutlineModel, step: Callable[[], object]) -> None:
    """Take a step; what was held on to before it stands for the same rows after it, or nothing."""
    before = [(QPersistentModelIndex(index), model.key(index)) for _, index in indexes(model)]
    step()
    for held, key in before:
        assert model.key(held) in {key, ("", "")}
    fresh = OutlineModel(session, model)
    assert said(model) == said(fresh)
    assert [index.flags() for _, index in indexes(model)] == [
        index.flags() for _, index in indexes(fresh)
    ]
    for _, index in indexes(model):
        assert model.find(model.key(index)[0]).isValid()


@st.composite
def circling(draw: st.DrawFn) -> ArgumentMap:
    """Maps in which arguments may run in circles."""
    made = draw(maps())
    for _ in range(draw(st.integers(0, 2))):
        ids = [*made.statement_by_id, *made.relation_by_id]
        premise, target = draw(st.sampled_from(made.statements)).id, draw(st.sampled_from(ids))
        with suppress(ArgmapError):
            made = edit.link(made, premise, target, Bearing.SUPPORTS)
    return made


@settings(deadline=None, max_examples=60)
@given(st.lists(circling(), min_size=2, max_size=4), st.lists(st.booleans(), max_size=4))
def test_rows_follow_any_change_and_what_is_held_on_to_stays(
    states: list[ArgumentMap], back: list[bool]
) -> None:
    session = Session()
    model = outline_of(session)
    checked = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for state in states:
        follow(session, model, partial(session.do, "Change", state))
    for undo in back:
        follow(session, model, session.undo if undo else session.redo)
    assert checked.model() is model
    for thing in (checked, model, session):
        thing.deleteLater()


@settings(deadline=None)
@given(maps())
def test_every_statement_has_one_row_of_its_own_and_others_are_references(
    argument_map: ArgumentMap,
) -> None:
    session = Session()
    session.do("Open", argument_map)
    model = outline_of(session)
    rows = [(branch_of(model, index), model.rowCount(index)) for _, index in indexes(model)]
    for statement in argument_map.statements:
        its = [(branch.reference, below) for branch, below in rows if branch.id == statement.id]
        assert [reference for reference, _ in its].count(False) == 1
        assert not any(reference and below for reference, below in its)
        assert not branch_of(model, model.find(statement.id)).reference
    for thing in (model, session):
        thing.deleteLater()


def test_rows_that_an_edit_does_not_touch_stay_the_same_rows(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", pool)
    model = outline_of(session)
    held = {id_: QPersistentModelIndex(model.find(id_)) for id_ in (CLAIM, COST, CALM, DEMAND)}
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    came: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: came.append(last - first + 1))
    session.attempt("Add", lambda m: edit.add_premise(m, CALM, "Birds sing then."))
    assert (resets, came) == ([], [1])
    assert {id_: model.key(index)[0] for id_, index in held.items()} == {i: i for i in held}
    session.undo()
    session.attempt("Swap", lambda m: rearrange.move_sibling(m, COST, -1))
    assert resets == []
    assert model.key(held[CALM]) == (CALM, "")
    session.deleteLater()


def test_an_edit_of_a_card_asks_nothing_of_the_rest_of_the_map() -> None:
    """Python is asked of as many rows in a large map as in a small one."""
    asked = {}
    for size in (40, 400):
        argument_map = edit.add_claim(ArgumentMap(), "A claim.")
        for number in range(size):
            targets = argument_map.statements
            argument_map = edit.add_premise(argument_map, targets[number // 3].id, f"P {number}.")
        session = Session()
        session.open(read(dumps(argument_map)))
        pane = OutlinePane(session)
        pane.show()
        calls: list[str] = []

        def count(frame: FrameType, _event: str, _arg: object, calls: list[str] = calls) -> None:
            if "outline" in frame.f_code.co_filename:
                calls.append(frame.f_code.co_name)

        sys.setprofile(count)
        session.attempt("Add", lambda m: edit.add_premise(m, m.statements[2].id, "One more."))
        sys.setprofile(None)
        asked[size] = len(calls)
        pane.deleteLater()
        session.deleteLater()
    assert asked[400] <= asked[40] + 5


def test_a_text_edit_repaints_each_row_of_the_statement_and_no_other(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", edit.link(pool, CALM, CLAIM, Bearing.SUPPORTS))
    model = outline_of(session)
    repainted: list[str] = []
    moved: list[object] = []
    model.dataChanged.connect(lambda index, _: repainted.append(index.data()))
    for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
        signal.connect(lambda *_: moved.append(1))
    session.attempt("Edit", lambda m: edit.set_fields(m, CALM, text="Calm is bad."))
    assert repainted == ["Calm is bad."] * 2
    session.attempt("Title", lambda m: edit.set_map_fields(m, title="Another"))
    assert (len(repainted), moved) == (2, [])
    session.attempt("Delete", lambda m: removal.delete_cards(m, [CALM]))
    assert len(moved) == 2
    session.deleteLater()


def test_an_index_that_outlives_its_row_finds_nothing(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", pool)
    model = outline_of(session)
    old = QPersistentModelIndex(model.find(CALM))
    session.attempt("Delete", lambda m: removal.delete_cards(m, [CALM]))
    assert model.branch(old) is None
    assert model.data(old) is None
    assert not model.setData(old, "Nonsense")
    session.deleteLater()


def test_only_texts_of_statements_are_taken_and_no_blanks(pool: ArgumentMap) -> None:
    session = Session()
    session.do("Open", pool)
    model = outline_of(session)
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
    model = outline_of(session)
    assert tip(model, COST).startswith("Cost\ndoubles.\n")
    assert "A rebuttal: it says that “Open it on Sundays.” is false." in tip(model, COST)
    assert tip(model, "r-cost-doubles").startswith("Attack: one premise")
    assert model.data(model.find(COST), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.find("r-cost-doubles"), Qt.ItemDataRole.EditRole) is None
    session.deleteLater()
