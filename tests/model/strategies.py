"""Arbitrary maps for laws: small, and full of what is not a tree."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Kind


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Return maps with shared premises, linked ones, circles and relations on relations."""
    names = [f"s{number}" for number in range(draw(st.integers(1, 7)))]
    steps = [f"r{number}" for number in range(draw(st.integers(0, 8)))]
    relations: list[Relation] = []
    for step in steps:
        target = draw(st.sampled_from([id_ for id_ in (*names, *steps) if id_ != step]))
        others = [name for name in names if name != target]
        if others:
            premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True))
            relations.append(
                Relation(step, tuple(premises), draw(st.sampled_from(Bearing)), target)
            )
    known = {*names, *(relation.id for relation in relations)}
    while unknown := [r for r in relations if r.target not in known]:
        relations = [r for r in relations if r not in unknown]
        known -= {r.id for r in unknown}
    return ArgumentMap(
        statements=tuple(Statement(name, name, draw(st.sampled_from(Kind))) for name in names),
        relations=tuple(relations),
    )
