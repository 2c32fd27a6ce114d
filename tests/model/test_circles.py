from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.circles import strong_components, support_circles
from argmap.model.kinds import Bearing


def reachable(graph: dict[int, list[int]], start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        new = set(graph[waiting.pop()]) - seen
        seen |= new
        waiting += new
    return seen


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=3), min_size=n, max_size=n)
    )
)
def test_components_hold_what_can_reach_each_other_and_come_after_what_they_lead_to(
    edges: list[list[int]],
) -> None:
    graph = dict(enumerate(edges))
    found = list(strong_components(graph, graph.__getitem__))

    place = {node: index for index, nodes in enumerate(found) for node in nodes}
    assert sorted(node for nodes in found for node in nodes) == sorted(graph)
    for one, following in graph.items():
        for other in graph:
            together = one == other or (
                other in reachable(graph, one) and one in reachable(graph, other)
            )
            assert (place[one] == place[other]) == together
        assert all(place[other] <= place[one] for other in following)


def test_only_supports_of_statements_make_a_circle() -> None:
    ids = "abcdefg"
    pairs = [
        ("r1", "a", Bearing.SUPPORTS, "b"),
        ("r2", "b", Bearing.SUPPORTS, "a"),
        ("r3", "c", Bearing.ATTACKS, "d"),
        ("r4", "d", Bearing.SUPPORTS, "c"),
        ("r5", "e", Bearing.SUPPORTS, "e"),
        ("r6", "f", Bearing.SUPPORTS, "g"),
        ("r7", "g", Bearing.SUPPORTS, "r6"),  # backing
    ]
    argument_map = ArgumentMap(
        statements=tuple(Statement(id_, id_) for id_ in reversed(ids)),
        relations=tuple(Relation(id_, (p,), bearing, t) for id_, p, bearing, t in pairs),
    )
    assert support_circles(argument_map) == (("e",), ("b", "a"))


def test_a_long_circle_is_no_problem() -> None:
    count = 5000
    argument_map = ArgumentMap(
        statements=tuple(Statement(f"s{i}", "x") for i in range(count)),
        relations=tuple(
            Relation(f"r{i}", (f"s{i}",), Bearing.SUPPORTS, f"s{(i + 1) % count}")
            for i in range(count)
        ),
    )
    assert support_circles(argument_map) == (tuple(f"s{i}" for i in range(count)),)
