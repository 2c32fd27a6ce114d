"""Maps to place: any tangle of statements, relations and groups, with sizes of any kind."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.placing.placed import SIGN, Size, Sizes

CARD_SIZES: st.SearchStrategy[Size] = st.one_of(
    st.just((208.0, 62.0)),
    st.tuples(st.sampled_from((102.0, 150.0, 208.0, 300.0)), st.integers(30, 140).map(float)),
    st.sampled_from(((102.0, 30.0), (300.0, 900.0), (850.0, 40.0))),
)


def tie(id_: str, premises: str, target: str, bearing: Bearing = Bearing.SUPPORTS) -> Relation:
    return Relation(id_, tuple(premises.split()), bearing, target)


def map_of(*relations: Relation, groups: dict[str, str] | None = None) -> ArgumentMap:
    """Return a map of these relations and of all statements that they speak of."""
    made = {relation.id for relation in relations}
    named = [id_ for r in relations for id_ in (r.target, *r.premises) if id_ not in made]
    groups = groups or {}
    return ArgumentMap(
        statements=tuple(
            Statement(id_, id_, group=groups.get(id_, "")) for id_ in dict.fromkeys(named)
        ),
        relations=relations,
        groups=tuple(Group(id_, id_.title()) for id_ in dict.fromkeys(groups.values())),
    )


def sizes_of(argument_map: ArgumentMap, size: Size = (208, 62)) -> Sizes:
    """Return sizes for a map whose cards are all alike."""
    return Sizes(
        {statement.id: size for statement in argument_map.statements},
        titles={group.id: (60, 12) for group in argument_map.groups},
    )


@st.composite
def trees(draw: st.DrawFn, most: int = 14, relations_too: bool = True) -> ArgumentMap:
    """Return maps without cross links: every statement is a premise once at most."""
    count = draw(st.integers(1, most))
    relations: list[Relation] = []
    number = 1
    while number < count:
        linked = min(draw(st.sampled_from((1, 1, 1, 2, 3))), count - number)
        premises = tuple(f"s{n}" for n in range(number, number + linked))
        targets = [f"s{n}" for n in range(number)]
        if relations_too:
            targets += [relation.id for relation in relations]
        if draw(st.integers(0, 6)):
            bearing = draw(st.sampled_from(Bearing))
            relations.append(
                Relation(f"r{number}", premises, bearing, draw(st.sampled_from(targets)))
            )
        number += linked
    return _grouped(draw, count, relations)


@st.composite
def tangles(draw: st.DrawFn, least: int = 1, most: int = 9) -> ArgumentMap:
    """Return maps with circles, cross links and whatever else relations can do."""
    count = draw(st.integers(least, most))
    ids = [f"s{n}" for n in range(count)]
    relations: list[Relation] = []
    total = draw(st.integers(least - 1, most))
    for number in range(total):
        premises = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        targets = [*ids, *(f"r{n}" for n in range(total) if n != number)]
        bearing, target = draw(st.sampled_from(Bearing)), draw(st.sampled_from(targets))
        relations.append(Relation(f"r{number}", tuple(premises), bearing, target))
    return _grouped(draw, count, relations)


def _grouped(draw: st.DrawFn, count: int, relations: list[Relation]) -> ArgumentMap:
    parents = draw(st.sampled_from(((), ("",), ("", "g0"), ("", "g0", ""), ("", "g0", "g1"))))
    groups = tuple(Group(f"g{n}", f"Group {n}", parent=parent) for n, parent in enumerate(parents))
    names = ["", "", *(group.id for group in groups)]
    statements = tuple(
        Statement(f"s{n}", "", group=draw(st.sampled_from(names)) if groups else "")
        for n in range(count)
    )
    return ArgumentMap(statements=statements, relations=tuple(relations), groups=groups)


@st.composite
def sizes(draw: st.DrawFn, argument_map: ArgumentMap) -> Sizes:
    """Return sizes for a map: cards of all kinds, signs with and without badges."""
    signs = st.sampled_from((SIGN, SIGN, (40.0, 13.0), (70.0, 13.0)))
    return Sizes(
        {statement.id: draw(CARD_SIZES) for statement in argument_map.statements},
        {relation.id: draw(signs) for relation in argument_map.relations},
        {
            group.id: (draw(st.sampled_from((40.0, 110.0, 260.0))), 12.0)
            for group in argument_map.groups
        },
    )
