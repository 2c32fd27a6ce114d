"""The worked cases of docs/evaluation.md, in its own notation."""

from __future__ import annotations

import pytest

from argmap.reasoning import evaluate
from tests.reasoning.maps import written

CASES = [
    # map, judged, options, result
    ("C", "", "", "C U"),
    ("C", "", "open presumed", "C A"),
    ("C", "", "open rejected", "C R"),
    ("r1: p q -> C", "p A, q R", "", "C R, r1 R"),
    ("r1: p q -> C", "p A", "", "q U, C U"),
    ("r1: p -> C; r2: q -> C; u: x -/ r1", "p q x A", "", "C A, r1 R, r2 A"),
    ("o1: R -x C; o2: S -x R", "", "open presumed", "C A, R R, S A"),
    ("r1: p -> C; o1: q -x C", "p q A", "", "C U"),
    ("r1: p -> C; o1: q -x C", "p q A", "ties rejected", "C R"),
    ("r1: p -> C [2]; o1: q -x C", "p q A", "", "C A"),
    ("r1: p -> C; o1: q -x C [2]", "p q A", "", "C R"),
    ("o1: A -x B; o2: B -x A", "", "open presumed", "A U, B U"),
    ("o1: A -x B; o2: B -x A", "A A", "open presumed", "B R"),
    ("A -x B; B -x C; C -x A", "", "open presumed", "A U, B U, C U"),
    ("A -x A; A -x B", "", "open presumed", "A U, B U"),
    ("r1: p -> C; u1: x -/ r1; u2: y -/ u1", "p x y A", "", "C A"),
    ("r1: P -> Q; r2: Q -> P", "", "open presumed", "P R, Q R"),
    ("r1: P -> Q; r2: Q -> P; r3: g -> P", "g A", "open presumed", "P A, Q A"),
    ("r1: P -> Q; r2: Q -> P; r3: g -> P", "", "", "P U, Q U"),
    ("r1: P -> C; o1: R -x P", "P A, R A", "", "P A, C A, tension P"),
    ("r1: p -> C", "p A, r1 no", "", "C R"),
    ("r1: p -> C [2]; o1: R -x C", "p A", "", "C A, R U"),
    ("r1: p -> C [2]; o1: R -x C", "R A", "", "C U"),
    # beyond the page
    ("r1: p -> C", "p A, r1 no", "open presumed", "C R"),
    ("r1: p -> C; b: x -> r1", "x R", "", "C U, r1 U, b R"),
    ("r1: p -> C; u: x -/ r1 [0.1]", "p x A", "", "r1 R, C R"),
    ("r1: p -> C; r2: q -> C; r3: s -> C; o1: x -x C [2]", "p q s x A", "", "C R"),
    ("r1: P -> P [5]; o1: x -x P [2]", "x A", "", "P R, r1 R"),
    ("r1: P -> Q [9]; r2: Q -> P [9]; r3: g -> P; o1: x -x Q [2]", "g x A", "", "P A, Q R"),
    ("o1: x -x C", "x R", "", "C U"),
    ("o1: x -x C", "x A", "", "C R"),
    ("o1: x -x C", "x A", "open presumed", "C R"),
    ("u1: x -/ u2; u2: y -/ u1", "x y A", "", "u1 U, u2 U"),
    ("r1: P -> Q; r2: Q -> P; o1: P -x C", "", "open presumed", "P R, o1 R, C A"),
]


@pytest.mark.parametrize(("text", "judged", "options", "result"), CASES)
def test_labels_are_those_of_the_page(text: str, judged: str, options: str, result: str) -> None:
    name, _, value = options.partition(" ")
    option = {name: value} if name else {}

    evaluation = evaluate(written(text, judged), open=option.get("open"), ties=option.get("ties"))

    found = {**evaluation.statements, **evaluation.relations}
    for expected in result.split(", "):
        id_, label = expected.split()
        if id_ == "tension":
            assert evaluation.tensions == (label,)
        else:
            assert found[id_][0].upper() == label, id_


def test_only_the_case_with_a_tension_has_one() -> None:
    for text, judged, _, result in CASES:
        assert bool(evaluate(written(text, judged)).tensions) == ("tension" in result)
