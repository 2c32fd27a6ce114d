"""A map that many fixes change one after the other, each at the cost of what it touches.

An edit of the model makes a whole new map, and the next one makes its indexes anew: a thousand
fixes would look at all items a thousand times. Here the indexes follow what is changed, and the map
is put together once, at the end. Every fix sees what those before it have done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from argmap.model.argument_map import ArgumentMap, Relation, Statement, Viewpoint
from argmap.model.ids import new_id, new_relation_id
from argmap.model.kinds import Bearing, Judgement, Kind
from argmap.model.natural_kind import natural_kind

_Place = tuple[int, ...]
"""Where an item stands: what comes in behind another has its place with one number more."""

_Item = TypeVar("_Item", Statement, Relation)


class Mending:
    """What became of a map so far; `changes` counts."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.changes = 0
        self.statement_by_id = dict(argument_map.statement_by_id)
        self.relation_by_id = dict(argument_map.relation_by_id)
        self.source_by_id = argument_map.source_by_id
        self._before = argument_map
        self._come: dict[str, _Place] = {}
        self._gone: set[str] = set()
        self._on = _Relations(argument_map.relations_on, self.in_order)
        self._of = _Relations(argument_map.relations_of, self.in_order)

    def relations_on(self, target: str) -> tuple[Relation, ...]:
        """Return what bears on a statement or relation, in reading order."""
        return self._on.at(target)

    def relations_of(self, premise: str) -> tuple[Relation, ...]:
        """Return the relations that a statement is a premise of, in reading order."""
        return self._of.at(premise)

    @cached_property
    def judged(self) -> Mapping[str, tuple[tuple[str, Judgement], ...]]:
        """What is judged by viewpoints: which they are, and how they judge it."""
        found: dict[str, tuple[tuple[str, Judgement], ...]] = {}
        for viewpoint in self._before.viewpoints:
            for id_, judgement in viewpoint.judgements:
                found[id_] = (*found.get(id_, ()), (viewpoint.id, judgement))
        return found

    def holds(self, ids: Iterable[str]) -> bool:
        """Whether all these are ids of the map."""
        return self._ids.issuperset(ids)

    def in_order(self, relations: Iterable[Relation]) -> list[Relation]:
        """Return relations, each once, in the order of the file."""
        return sorted({r.id: r for r in relations}.values(), key=lambda r: self._place(r.id))

    def put(self, statement: Statement) -> None:
        """Change a statement."""
        if self.statement_by_id[statement.id] != statement:
            self.statement_by_id[statement.id] = statement
            self.changes += 1

    def add_premise(self, target: str, text: str) -> None:
        """Add a premise to a statement, where `edit.add_premise` does."""
        bears, on = self.relations_of(target), self.relations_on(target)
        behind = (*on[-1:], *bears[:1])
        id_ = new_id(text, self._ids)
        group, kind = self.statement_by_id[target].group, Bearing.SUPPORTS.kind
        self._let_in(id_, on[-1].premises[-1] if on else target)
        self.statement_by_id[id_] = Statement(id_, text, kind, group=group)
        relation = Relation(new_relation_id(id_, self._ids), (id_,), Bearing.SUPPORTS, target)
        self._let_in(relation.id, behind[0].id if behind else "")
        self.exchange((), (relation,))

    def exchange(self, old: Collection[Relation], new: Collection[Relation]) -> None:
        """Put relations in the place of others; kinds follow where they did so before."""
        premises = {premise for relation in (*old, *new) for premise in relation.premises}
        kinds = {id_: self._natural_kind(id_) for id_ in premises}
        for relation in old:
            self._on.take(relation, (relation.target,))
            self._of.take(relation, relation.premises)
        for relation in new:
            self._on.add(relation, (relation.target,))
            self._of.add(relation, relation.premises)
            self.relation_by_id[relation.id] = relation
        gone = {relation.id for relation in old} - {relation.id for relation in new}
        for id_ in gone:
            del self.relation_by_id[id_]
        self._let_go(gone)
        self._let_kinds_follow(kinds)
        self.changes += 1

    def drop(self, ids: Iterable[str]) -> None:
        """Take away statements, which no relation leads from or to any more."""
        ids = tuple(ids)
        for id_ in ids:
            del self.statement_by_id[id_]
        self._let_go(ids)
        self.changes += 1

    def mended(self) -> ArgumentMap:
        """Return what has become of the map: the very same where nothing changed."""
        if not self.changes:
            return self._before
        return replace(
            self._before,
            statements=self._sorted(self.statement_by_id),
            relations=self._sorted(self.relation_by_id),
            viewpoints=tuple(self._judging(each) for each in self._before.viewpoints),
        )

    @cached_property
    def _ids(self) -> set[str]:
        return set(self._before.ids)

    @cached_property
    def _stood(self) -> Mapping[str, _Place]:
        before = self._before
        stood = {statement.id: (at,) for at, statement in enumerate(before.statements)}
        return stood | {relation.id: (at,) for at, relation in enumerate(before.relations)}

    def _place(self, id_: str) -> _Place:
        return self._come.get(id_) or self._stood[id_]

    def _let_in(self, id_: str, behind: str) -> None:
        """Give a new item its place: right behind another, or at the end."""
        self._ids.add(id_)
        number = len(self._come)
        at = self._place(behind) if behind else (len(self._stood) + number,)
        # What comes in later at the same place stands nearer.
        self._come[id_] = (*at, -number - 1) if behind else at

    def _let_go(self, ids: Collection[str]) -> None:
        self._gone.update(ids)
        self._ids.difference_update(ids)

    def _natural_kind(self, id_: str) -> Kind:
        return natural_kind(relation.bearing for relation in self.relations_of(id_))

    def _let_kinds_follow(self, were: Mapping[str, Kind]) -> None:
        for id_, was in were.items():
            statement = self.statement_by_id[id_]
            if statement.kind is was:
                self.put(replace(statement, kind=self._natural_kind(id_)))

    def _sorted(self, items: Mapping[str, _Item]) -> tuple[_Item, ...]:
        if not self._come:
            return tuple(items.values())
        return tuple(sorted(items.values(), key=lambda item: self._place(item.id)))

    def _judging(self, viewpoint: Viewpoint) -> Viewpoint:
        kept = tuple(pair for pair in viewpoint.judgements if pair[0] not in self._gone)
        return viewpoint if kept == viewpoint.judgements else replace(viewpoint, judgements=kept)


class _Relations:
    """The relations at an end, by its id, as they are by now; put in order when asked for."""

    def __init__(
        self,
        before: Callable[[str], tuple[Relation, ...]],
        in_order: Callable[[Iterable[Relation]], list[Relation]],
    ) -> None:
        self._before = before
        self._in_order = in_order
        self._held: dict[str, dict[str, Relation]] = {}
        self._ordered: dict[str, tuple[Relation, ...]] = {}

    def at(self, end: str) -> tuple[Relation, ...]:
        if end not in self._held:
            return self._before(end)
        if end not in self._ordered:
            self._ordered[end] = tuple(self._in_order(self._held[end].values()))
        return self._ordered[end]

    def add(self, relation: Relation, ends: Iterable[str]) -> None:
        for end in ends:
            self._changing(end)[relation.id] = relation

    def take(self, relation: Relation, ends: Iterable[str]) -> None:
        for end in ends:
            self._changing(end).pop(relation.id, None)

    def _changing(self, end: str) -> dict[str, Relation]:
        self._ordered.pop(end, None)
        if end not in self._held:
            self._held[end] = {relation.id: relation for relation in self._before(end)}
        return self._held[end]
