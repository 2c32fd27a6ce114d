"""A map as an attack graph (Dung's argumentation framework), for students and papers.

In the plain reading of the translation an attack that stands always defeats: weights and ties play
no part. P. M. Dung, On the acceptability of arguments and its fundamental role in nonmonotonic
reasoning, logic programming and n-person games, Artificial Intelligence 77 (1995).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.ids import unused_id
from argmap.model.kinds import Bearing, Judgement, Open, Ties
from argmap.reasoning.stance import Stance, stance

TRANSLATION = """\
Every statement and every relation is an argument. An attack attacks its target.
For a premise p of a relation r, not-p attacks r, and p attacks not-p.
For a statement s with supports, no-reason-s attacks s, and each support of s attacks no-reason-s.
What is judged rejected is attacked by an argument that nothing attacks.
What is judged accepted is attacked by nothing.
An unjudged statement without supports stands if open is presumed, attacks itself if it is
undecided, and is treated as judged rejected if it is rejected.
"""
"""How the graph is made, in words that exports can carry as a comment."""


@frozen
class AttackGraph:
    """Arguments by name, and which attacks which: (attacker, attacked) pairs, each once."""

    arguments: tuple[str, ...]
    attacks: tuple[tuple[str, str], ...]


def attack_graph(
    argument_map: ArgumentMap,
    open: Open | str | None = None,
    ties: Ties | str | None = None,
    viewpoint: str | None = None,
) -> AttackGraph:
    """Return the attack graph of a map, seen from a viewpoint, as `TRANSLATION` says."""
    translation = _Translation(argument_map, stance(argument_map, viewpoint, open, ties))
    attacks = tuple(dict.fromkeys(translation.attacks()))
    return AttackGraph(tuple(translation.names), attacks)


class _Translation:
    def __init__(self, argument_map: ArgumentMap, held: Stance) -> None:
        self.argument_map = argument_map
        self.held = held
        self.names: dict[str, None] = dict.fromkeys(
            (*argument_map.statement_by_id, *argument_map.relation_by_id)
        )
        self.helpers: dict[tuple[str, str], str] = {}

    def attacks(self) -> Iterator[tuple[str, str]]:
        for statement in self.argument_map.statements:
            yield from self._on_statement(statement)
        for relation in self.argument_map.relations:
            yield from self._on_relation(relation)

    def _on_statement(self, statement: Statement) -> Iterator[tuple[str, str]]:
        id_ = statement.id
        supports = [r.id for r in self._on(id_, Bearing.SUPPORTS)]
        judged = self.held.judgements.get(id_)
        if judged is Judgement.ACCEPTED:
            return
        yield from ((attack.id, id_) for attack in self._on(id_, Bearing.ATTACKS))
        if judged is None and supports:
            no_reason = self._helper("no-reason", id_)
            yield no_reason, id_
            yield from ((support, no_reason) for support in supports)
        elif judged is Judgement.REJECTED or self.held.open is Open.REJECTED:
            yield self._helper("rejected", id_), id_
        elif self.held.open is Open.UNDECIDED:
            yield id_, id_

    def _on_relation(self, relation: Relation) -> Iterator[tuple[str, str]]:
        for premise in relation.premises:
            failing = self._helper("not", premise)
            yield premise, failing
            yield failing, relation.id
        yield from ((attack.id, relation.id) for attack in self._on(relation.id, Bearing.ATTACKS))
        if relation.id in self.held.judgements:
            yield self._helper("rejected", relation.id), relation.id

    def _on(self, id_: str, bearing: Bearing) -> list[Relation]:
        return [r for r in self.argument_map.relations_on(id_) if r.bearing is bearing]

    def _helper(self, role: str, id_: str) -> str:
        """Return the argument of that role for an item, unlike every id of the map."""
        key = (role, id_)
        if key not in self.helpers:
            name = unused_id(f"{role}-{id_}", self.names)
            self.names[name] = None
            self.helpers[key] = name
        return self.helpers[key]
