from __future__ import annotations

from argmap.drawing.marks import Mark
from argmap.errors import Problem, Severity
from argmap.marking import problem_marks
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap

POOL = edit.add_rebuttal(edit.add_claim(ArgumentMap(), "Open."), "open", "It is dear.")
ARROW = POOL.relations[0].id


def problem(severity: Severity, *ids: str) -> Problem:
    return Problem("some-rule", severity, "Something is wrong.", ids=ids)


def test_cards_get_the_sign_of_the_worst_and_hints_leave_them_alone() -> None:
    problems = [
        problem(Severity.ERROR, "open"),
        problem(Severity.WARNING, "open", "it-is-dear"),
        problem(Severity.HINT, "open", "it-is-dear", ARROW),
    ]
    wanted = {"open": Mark(badge="×"), "it-is-dear": Mark(badge="!")}
    assert problem_marks(POOL, problems) == wanted
    assert problem_marks(POOL, problems[::-1]) == wanted
    assert problem_marks(POOL, problems[2:]) == {}


def test_an_arrow_is_marked_where_no_card_is_named() -> None:
    with_card = problem(Severity.WARNING, ARROW, "open")
    without = problem(Severity.WARNING, ARROW, "no-such-thing")
    assert problem_marks(POOL, [with_card]) == {"open": Mark(badge="!")}
    assert problem_marks(POOL, [without]) == {ARROW: Mark(badge="!")}
