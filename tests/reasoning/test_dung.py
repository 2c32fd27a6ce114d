from __future__ import annotations

import sys
from itertools import chain, combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing
from argmap.reasoning import AttackGraph, Label, Semantics, evaluate, extensions, grounded
from tests.reasoning.maps import argument_maps

NAMES = ("a", "b", "c", "d", "e")
Extensions = set[frozenset[str]]


@st.composite
def graphs(draw: st.DrawFn) -> AttackGraph:
    arguments = NAMES[: draw(st.integers(0, 5))]
    pairs = [(a, b) for a in arguments for b in arguments]
    attacks = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return AttackGraph(arguments, tuple(attacks))


def by_definition(graph: AttackGraph) -> dict[Semantics, Extensions]:
    """Go through all sets of arguments."""
    attacks = set(graph.attacks)
    sets = chain.from_iterable(
        combinations(graph.arguments, size) for size in range(len(graph.arguments) + 1)
    )

    def defended(group: frozenset[str]) -> frozenset[str]:
        return frozenset(
            a
            for a in graph.arguments
            if all(any((d, b) in attacks for d in group) for b, c in attacks if c == a)
        )

    free = [
        group
        for group in map(frozenset, sets)
        if not any((a, b) in attacks for a in group for b in group)
    ]
    complete = {group for group in free if defended(group) == group}
    outside = {g: set(graph.arguments) - g - {b for a, b in attacks if a in g} for g in free}
    return {
        Semantics.COMPLETE: complete,
        Semantics.GROUNDED: {g for g in complete if all(g <= other for other in complete)},
        Semantics.PREFERRED: {g for g in complete if not any(g < other for other in complete)},
        Semantics.STABLE: {g for g in free if not outside[g]},
    }


@given(graphs())
def test_the_grounded_extension_is_the_least_complete_one(graph: AttackGraph) -> None:
    assert {grounded(graph)} == by_definition(graph)[Semantics.GROUNDED]
    assert set(extensions(graph, "grounded")) == {grounded(graph)}


@settings(max_examples=60)
@given(graphs())
@example(AttackGraph((), ()))
@example(AttackGraph(("a", "b"), (("a", "b"), ("b", "a"))))
def test_clingo_finds_the_extensions_of_the_definition(graph: AttackGraph) -> None:
    pytest.importorskip("clingo")
    expected = by_definition(graph)
    found = {semantics: list(extensions(graph, semantics)) for semantics in Semantics}

    for semantics in Semantics:
        assert len(found[semantics]) == len(set(found[semantics])), "each comes once"
        assert set(found[semantics]) == expected[semantics], semantics
    assert all(grounded(graph) <= extension for extension in found[Semantics.PREFERRED])
    assert set(found[Semantics.STABLE]) <= set(found[Semantics.PREFERRED])


def _plain_attacks(ids: list[str], _: list[str]) -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        id=st.just(""),
        premises=st.sampled_from(ids).map(lambda id_: (id_,)),
        bearing=st.just(Bearing.ATTACKS),
        target=st.sampled_from(ids),
    )


@given(argument_maps(judged=False, relation=_plain_attacks))
def test_with_plain_attacks_and_open_presumed_the_labels_are_grounded(
    argument_map: ArgumentMap,
) -> None:
    ids = tuple(argument_map.statement_by_id)
    attacks = tuple({(r.premises[0], r.target) for r in argument_map.relations})
    accepted = grounded(AttackGraph(ids, attacks))
    refuted = {b for a, b in attacks if a in accepted}

    labels = evaluate(argument_map, open="presumed").statements

    assert {id_ for id_ in ids if labels[id_] is Label.ACCEPTED} == accepted
    assert {id_ for id_ in ids if labels[id_] is Label.REJECTED} == refuted


def test_without_clingo_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clingo", None)

    with pytest.raises(ArgmapError, match="pip install 'argmap\\[dung\\]'"):
        extensions(AttackGraph(("a",), ()), "stable")
    assert set(extensions(AttackGraph(("a",), ()), "grounded")) == {frozenset("a")}


def test_an_unknown_semantics_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ArgmapError, match="grounded, complete, preferred, stable"):
        extensions(AttackGraph((), ()), "ideal")


def test_extensions_come_one_by_one() -> None:
    pytest.importorskip("clingo")
    pairs = [(f"a{i}", f"b{i}") for i in range(60)]
    arguments = tuple(chain.from_iterable(pairs))
    graph = AttackGraph(arguments, tuple(p for a, b in pairs for p in ((a, b), (b, a))))

    first = next(iter(extensions(graph, "preferred")))  # of 2 ** 60

    assert len(first) == 60
