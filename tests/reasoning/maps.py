"""Maps in one line, written as in docs/evaluation.md, and random ones.

`r1: p q -> C [2]` is a linked support of weight 2, `q -x C` an attack; a target that is the name
of a relation makes it backing or an undercut (the page writes `x -/ r1`, taken here as well).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits import judging
from argmap.model.kinds import Bearing, Judgement

_RELATION = re.compile(r"(?:(\w+): )?([\w ]+?) -([>x/]) (\w+)(?: \[([\d.]+)\])?$")
_JUDGED = {"A": Judgement.ACCEPTED, "R": Judgement.REJECTED}


def written(text: str, judged: str = "") -> ArgumentMap:
    """Read `r1: p q -> C; x -x C` or a lone name, and judgements `p q A, x R, r1 no`."""
    statements: dict[str, None] = {}
    relations: list[Relation] = []
    steps = set(re.findall(r"(\w+):", text))
    for part in filter(None, (part.strip() for part in text.split(";"))):
        found = _RELATION.match(part)
        if not found:
            statements[part] = None
            continue
        name, premises, arrow, target, weight = found.groups()
        bearing = Bearing.SUPPORTS if arrow == ">" else Bearing.ATTACKS
        ends = tuple(premises.split())
        relation = Relation(name or f"step{len(relations)}", ends, bearing, target)
        relations.append(relation if weight is None else weighing(relation, float(weight)))
        statements |= dict.fromkeys(ends)
        steps.add(relations[-1].id)  # also one without a name
        statements |= {} if target in steps else {target: None}
    cards = tuple(Statement(id_, f"Text of {id_}.") for id_ in statements)
    return judge(ArgumentMap(statements=cards, relations=tuple(relations)), judged)


def weighing(relation: Relation, weight: float) -> Relation:
    return Relation(relation.id, relation.premises, relation.bearing, relation.target, weight)


def judge(argument_map: ArgumentMap, judged: str) -> ArgumentMap:
    for group in filter(None, judged.split(", ")):
        *ids, judgement = group.split()
        for id_ in ids:
            given = Judgement.REJECTED if judgement == "no" else _JUDGED[judgement]
            argument_map = judging.judge(argument_map, {id_: given})
    return argument_map


@st.composite
def argument_maps(
    draw: st.DrawFn,
    *,
    most: int = 5,
    judged: bool = True,
    relation: Callable[[list[str], list[str]], st.SearchStrategy[Relation]] | None = None,
) -> ArgumentMap:
    """Small maps with everything in them: links, weights, circles, undercuts, backing."""
    ids = [f"s{index}" for index in range(draw(st.integers(1, most)))]
    judgements = st.sampled_from([None, None, *Judgement]) if judged else st.none()
    statements = tuple(Statement(id_, id_, judgement=draw(judgements)) for id_ in ids)
    names = [f"r{index}" for index in range(draw(st.integers(0, most + 1)))]
    drawn = [draw((relation or _any_relation)(ids, names)) for _ in names]
    named = [
        Relation(name, r.premises, r.bearing, r.target, r.weight, rejected=judged and r.rejected)
        for name, r in zip(names, drawn, strict=True)
        if r.target != name
    ]
    return ArgumentMap(statements=statements, relations=_whole(named, ids))


def _any_relation(ids: list[str], names: list[str]) -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        id=st.just(""),
        premises=st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True).map(tuple),
        bearing=st.sampled_from(Bearing),
        target=st.sampled_from([*ids, *ids, *names]),
        weight=st.sampled_from([1.0, 1.0, 2.0, 0.5]),
        rejected=st.sampled_from([False, False, False, True]),
    )


def _whole(relations: list[Relation], ids: list[str]) -> tuple[Relation, ...]:
    """Leave out relations on relations that are not there, until none is left."""
    there = {*ids, *(relation.id for relation in relations)}
    kept = [relation for relation in relations if relation.target in there]
    return tuple(kept) if len(kept) == len(relations) else _whole(kept, ids)
