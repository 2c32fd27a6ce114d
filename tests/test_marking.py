from __future__ import annotations

from dataclasses import replace

from argmap import paths
from argmap.drawing import theme as themes
from argmap.drawing.dot.writer import dot
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.errors import Problem, Severity
from argmap.marking import (
    comparison_marks,
    judgement_marks,
    label_marks,
    problem_marks,
    viewpoint_title,
)
from argmap.model.argument_map import ArgumentMap, Relation, Statement, Viewpoint
from argmap.model.edits import edit
from argmap.model.kinds import Bearing, Judgement
from argmap.reasoning import compare, evaluate
from argmap.store.yaml_file import load

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


UNDERCUT = load(paths.examples() / "undercut.argmap.yaml").argument_map
LAMP_OFF = Viewpoint("lamp-off", "The lamp is off", judgements=(("red-light", Judgement.REJECTED),))
LOOKS = Viewpoint("looks", judgements=(("looks-so", Judgement.REJECTED),))


def test_what_falls_steps_back_and_says_so() -> None:
    marks = label_marks(evaluate(UNDERCUT, open="presumed"))
    words = {id_: mark.badge for id_, mark in marks.items()}
    assert words == {
        "wall-is-red": "rejected",
        "looks-red": "accepted",
        "red-light": "accepted",
        "looks-so": "",
    }
    assert {id_ for id_, mark in marks.items() if mark.faint} == {"wall-is-red", "looks-so"}
    assert marks["looks-red"].width > 2


def test_labels_differ_in_more_than_colour() -> None:
    grey = replace(themes.load("print"), lines=dict.fromkeys(themes.load("print").lines, "#000000"))
    sources = {
        dot(UNDERCUT, DrawingOptions(grey, marks={"looks-red": replace(mark, badge="")}))
        for evaluation in (evaluate(UNDERCUT, open="presumed"), evaluate(UNDERCUT))
        for mark in label_marks(evaluation).values()
    }
    assert len(sources) == 3, "accepted, rejected and undecided, without their words"


def test_a_step_that_somebody_denies_says_so() -> None:
    denied = replace(UNDERCUT, viewpoints=(LOOKS,))
    assert label_marks(evaluate(denied, viewpoint="looks"))["looks-so"].badge == "does not follow"
    assert "looks-so" not in label_marks(evaluate(denied))


def test_a_tension_is_told_beside_the_label() -> None:
    held = edit.set_fields(POOL, "open", judgement=Judgement.ACCEPTED)
    marks = label_marks(evaluate(held, open="presumed"))
    assert marks["open"].badge == "accepted, in tension"


def test_where_viewpoints_differ_each_has_its_word() -> None:
    viewed = replace(UNDERCUT, viewpoints=(LAMP_OFF,))
    marks = comparison_marks(viewed, compare(viewed, ["debate", "lamp-off"]))
    assert marks["red-light"].badge == "Debate: yes, The lamp is off: no"
    assert marks["looks-red"].badge == "Debate: yes, The lamp is off: open"
    assert marks["red-light"].width > 2
    same = comparison_marks(viewed, compare(viewed, ["debate", "debate"]))
    assert same["red-light"] == Mark(badge="all: yes", faint=True)


def test_viewpoints_are_called_by_their_titles() -> None:
    viewed = replace(UNDERCUT, viewpoints=(LAMP_OFF, LOOKS))
    names = ("lamp-off", "looks", "author", "unheard-of")
    titles = [viewpoint_title(viewed, name) for name in names]
    assert titles == ["The lamp is off", "looks", "The author", "unheard-of"]


def test_what_the_author_has_judged_is_marked_without_an_evaluation() -> None:
    judged = ArgumentMap(
        statements=(
            Statement("a", "A.", judgement=Judgement.ACCEPTED),
            Statement("b", "B.", judgement=Judgement.REJECTED),
            Statement("c", "C."),
        ),
        relations=(
            Relation("r", ("b",), Bearing.SUPPORTS, "a", rejected=True),
            Relation("q", ("c",), Bearing.SUPPORTS, "a"),
        ),
    )
    badges = {id_: mark.badge for id_, mark in judgement_marks(judged).items()}
    assert badges == {"a": "accepted", "b": "rejected", "r": "does not follow"}
