from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Open
from argmap.reasoning import attack_graph, grounded
from argmap.reasoning.attack_graph import TRANSLATION
from tests.reasoning.maps import argument_maps, written

CASES = [
    # map, judged, open, attacks
    ("C", "", "presumed", []),
    ("C", "", "undecided", ["C C"]),
    ("C", "", "rejected", ["rejected-C C"]),
    ("C", "C R", "presumed", ["rejected-C C"]),
    ("C", "C A", "rejected", []),
    (
        "r: p q -> C",
        "",
        "presumed",
        ["p not-p", "not-p r", "q not-q", "not-q r", "no-reason-C C", "r no-reason-C"],
    ),
    ("o: x -x C", "", "presumed", ["x not-x", "not-x o", "o C"]),
    ("o: x -x C", "C A", "presumed", ["x not-x", "not-x o"]),
    (
        "r: p -> C; u: x -/ r",
        "p A",
        "presumed",
        ["p not-p", "not-p r", "no-reason-C C", "r no-reason-C", "x not-x", "not-x u", "u r"],
    ),
    ("r: p -> C; b: x -> r", "C A, r no", "presumed",
     ["p not-p", "not-p r", "rejected-r r", "x not-x", "not-x b"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "judged", "open_", "attacks"), CASES)
def test_the_translation(text: str, judged: str, open_: str, attacks: list[str]) -> None:
    graph = attack_graph(written(text, judged), open=open_)

    assert sorted(graph.attacks) == sorted(tuple(attack.split()) for attack in attacks)
    assert set(graph.arguments) >= {end for pair in graph.attacks for end in pair}


@given(argument_maps(), st.sampled_from(Open))
def test_every_item_is_an_argument_once_and_every_attack_comes_once(
    argument_map: ArgumentMap, open_: Open
) -> None:
    graph = attack_graph(argument_map, open_)

    assert len(set(graph.arguments)) == len(graph.arguments)
    assert set(graph.arguments) >= {*argument_map.statement_by_id, *argument_map.relation_by_id}
    assert len(set(graph.attacks)) == len(graph.attacks)


def test_a_helper_never_takes_the_name_of_a_statement() -> None:
    statements = tuple(Statement(id_, id_) for id_ in ("p", "not-p", "C"))
    relations = (Relation("r", ("p", "not-p"), Bearing.SUPPORTS, "C"),)

    graph = attack_graph(ArgumentMap(statements=statements, relations=relations), "presumed")

    assert graph.arguments[:4] == ("p", "not-p", "C", "r")
    assert ("not-p-2", "r") in graph.attacks
    assert ("not-p", "not-not-p") in graph.attacks


@pytest.mark.parametrize(
    ("text", "judged", "accepted"),
    [
        ("r1: p q -> C", "p q A", "p q r1 C"),
        ("r1: p q -> C", "p A, q R", "p"),
        ("r1: p -> C; r2: q -> C; u: x -/ r1", "p q x A", "p q x u r2 C"),
        ("r1: p -> C; u1: x -/ r1; u2: y -/ u1", "p x y A", "p x y u2 r1 C"),
        ("r1: p -> C [9]; o1: q -x C", "p q A", "p q r1 o1"),  # an attack that stands defeats
        ("r1: P -> Q; r2: Q -> P", "", ""),
    ],
)
def test_its_grounded_extension(text: str, judged: str, accepted: str) -> None:
    argument_map = written(text, judged)
    own = {*argument_map.statement_by_id, *argument_map.relation_by_id}

    assert grounded(attack_graph(argument_map)) & own == set(accepted.split())


def test_the_translation_is_told_in_words() -> None:
    for helper in ("not-p", "no-reason-s"):
        assert helper in TRANSLATION
