"""Rows of the list of problems follow what is wrong: what stays is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from argmap.desktop.problems.group import Group, Row, what
from argmap.desktop.problems.tree import ProblemTree
from argmap.errors import Place, Problem, Severity

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.just("code"),
        st.sampled_from(Severity),
        st.sampled_from(("One.", "Two.", "Three.", "Four.")),
        where=st.builds(Place, st.just("a.yaml"), st.integers(0, 5), st.just(1)),
    ),
    max_size=12,
)


@pytest.fixture
def tree(qapp: object, qtbot: QtBot) -> ProblemTree:
    del qapp
    shown = ProblemTree()
    qtbot.addWidget(shown)
    shown.resize(700, 200)
    shown.show()
    return shown


def groups(tree: ProblemTree) -> list[Group]:
    heads = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [head for head in heads if isinstance(head, Group)]


def rows(tree: ProblemTree) -> list[Row]:
    below = [group.child(at) for group in groups(tree) for at in range(group.childCount())]
    return [row for row in below if isinstance(row, Row)]


def texts(tree: ProblemTree) -> list[tuple[str, list[list[str]]]]:
    """Return all words of the list, as they are in the items."""
    return [
        (
            group.text(0),
            [[row.text(c) for c in range(4)] for row in rows(tree) if row.parent() is group],
        )
        for group in groups(tree)
    ]


def many(count: int, first: int = 0) -> list[Problem]:
    """Return problems that stand one below the other in a file."""
    return [
        Problem("code", Severity.WARNING, f"Problem {n}.", where=Place("a.yaml", n + 1, 1))
        for n in range(first, count)
    ]


def made(tree: ProblemTree) -> int:
    return sum(group.made for group in groups(tree))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PROBLEMS, min_size=2, max_size=5))
def test_whatever_comes_after_what_the_list_is_as_if_it_were_new(
    tree: ProblemTree, lists: Sequence[list[Problem]]
) -> None:
    for problems in lists:
        here = tree.problem
        tree.show_problems(problems, "Nothing.")
        alone = ProblemTree()
        alone.show_problems(problems, "Nothing.")
        assert texts(tree) == texts(alone)
        assert [row.problem for row in rows(tree)] == [row.problem for row in rows(alone)]
        if here and what(here) in map(what, problems):
            assert tree.problem
            assert what(tree.problem) == what(here)


def test_a_problem_that_comes_or_goes_touches_no_other_row(tree: ProblemTree) -> None:
    tree.show_problems(many(200), "")
    there = rows(tree)
    before = made(tree)
    moved = [replace(p, where=replace(p.where, line=p.where.line + 7)) for p in many(200, 50)]
    new = Problem("code", Severity.WARNING, "New.", where=Place("a.yaml", 51, 1))
    tree.show_problems([*many(50), new, *moved], "")
    assert made(tree) - before == 1
    assert [row for row in rows(tree) if row.problem != new] == there
    assert rows(tree)[-1].text(3) == "207:1"
    tree.show_problems(many(200), "")
    assert made(tree) - before == 1
    assert rows(tree) == there


def test_what_is_looked_at_stays_in_its_place(tree: ProblemTree) -> None:
    tree.show_problems(many(200), "")
    rows_ = rows(tree)
    tree.setCurrentItem(rows_[103])
    tree.scrollToItem(rows_[100], tree.ScrollHint.PositionAtTop)
    seen = tree.visualItemRect(rows_[103]).top()
    tree.show_problems([*many(190, 3), Problem("code", Severity.ERROR, "Worse.")], "")
    assert tree.currentItem() is rows_[103]
    assert tree.visualItemRect(rows_[103]).top() == seen > 0


def test_the_head_of_a_group_stays_current(tree: ProblemTree) -> None:
    tree.show_problems(many(9), "")
    tree.setCurrentItem(groups(tree)[0])
    tree.show_problems(many(8), "")
    assert tree.currentItem() is groups(tree)[0]
