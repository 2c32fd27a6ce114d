"""The rules beside the work: what they find in one map after another, looking at what is other.

A map that differs from the last one in a card costs a look at that card and at what is around it,
as far as each rule says that it looks. Problems are those of `check`, in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from argmap.critique.checking import context_of, rules_for
from argmap.critique.looks import Around, Context, Finding, Look, Together
from argmap.critique.neighbourhood import Neighbourhood
from argmap.errors import Problem
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.texts.lookup import Lookup, in_the_map

_Key: TypeAlias = tuple[str, int]
"""The code of a rule, and which of its looks."""


@dataclass(slots=True)
class _Seen:
    """What a look has found in the last map."""

    hinge: object = None
    by_item: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    throughout: tuple[Finding, ...] = ()


class Follower:
    """Checks maps that follow from each other; `looked_at` counts the items that it looked at."""

    def __init__(self) -> None:
        self.looked_at = 0
        self._map: ArgumentMap | None = None
        self._context: Context | None = None
        self._seen: dict[_Key, _Seen] = {}

    def check(
        self,
        argument_map: ArgumentMap,
        *,
        select: Collection[str] | None = None,
        texts: Lookup = in_the_map,
    ) -> tuple[Problem, ...]:
        """Return what `check` does."""
        context = context_of(argument_map, texts)
        around = self._around(argument_map, context)
        # Should a rule fail, the next check looks at everything.
        self._map, seen, self._seen = None, self._seen, {}
        places = _Places(argument_map)
        problems: list[Problem] = []
        for rule in rules_for(argument_map, select):
            for number, look in enumerate(rule.looks):
                key = rule.code, number
                old = seen.get(key) if around else None
                self._seen[key] = new = self._looked(look, context, around, old, argument_map)
                found = _findings(look, new, places, argument_map)
                problems += map(rule.problem, dict.fromkeys(found))
        self._map, self._context = argument_map, context
        return tuple(problems)

    def _around(self, argument_map: ArgumentMap, context: Context) -> Neighbourhood | None:
        """Return what is around the change since the last map; None where all has to be read."""
        last = self._context
        if self._map is None or last is None or last.language is not context.language:
            return None
        return Neighbourhood(argument_map, diff(self._map, argument_map))

    def _looked(
        self,
        look: Look,
        context: Context,
        around: Neighbourhood | None,
        old: _Seen | None,
        argument_map: ArgumentMap,
    ) -> _Seen:
        if isinstance(look, Around):
            return self._look_around(look, context, around, old, argument_map)
        if isinstance(look, Together):
            return self._look_together(look, around, old, argument_map)
        nothing = old is not None and not old.throughout
        if nothing and around and look.spared(argument_map, around.patch):
            return _Seen()
        self.looked_at += len(argument_map.statements) + len(argument_map.relations)
        return _Seen(throughout=tuple(look.check(argument_map, context)))

    def _look_around(
        self,
        look: Around,
        context: Context,
        around: Neighbourhood | None,
        old: _Seen | None,
        argument_map: ArgumentMap,
    ) -> _Seen:
        hinge = look.hinges_on(argument_map, context)
        if around and old and old.hinge == hinge:
            seen, ids = old, around.of(look)
        else:
            seen = _Seen(hinge)
            ids = frozenset(item.id for item in look.over.items(argument_map))
        for id_ in ids:
            item = look.over.item(argument_map, id_)
            found = tuple(look.check(item, argument_map, context)) if item else ()
            self.looked_at += item is not None
            if found:
                seen.by_item[id_] = found
            else:
                seen.by_item.pop(id_, None)
        return seen

    def _look_together(
        self,
        look: Together,
        around: Neighbourhood | None,
        old: _Seen | None,
        argument_map: ArgumentMap,
    ) -> _Seen:
        seen = old if around and old else _Seen()
        for id_ in around.ends if around and old else argument_map.statement_by_id:
            statement = argument_map.statement_by_id.get(id_)
            fact = look.fact(statement, argument_map) if statement else ""
            self.looked_at += statement is not None
            if fact:
                seen.facts[id_] = fact
            else:
                seen.facts.pop(id_, None)
        return seen


class _Places:
    """Sorts ids in the order of the file, which it looks up when something is to be sorted."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._place: Mapping[str, int] = {}

    def sort(self, ids: Collection[str]) -> list[str]:
        """Return ids in the order of the file."""
        if len(ids) < 2:
            return list(ids)
        if not self._place:
            everything = (*self._map.statement_by_id, *self._map.relation_by_id)
            self._place = {id_: at for at, id_ in enumerate(everything)}
        return sorted(ids, key=self._place.__getitem__)


def _findings(
    look: Look, seen: _Seen, places: _Places, argument_map: ArgumentMap
) -> Iterator[Finding]:
    if isinstance(look, Around):
        for id_ in places.sort(seen.by_item):
            yield from seen.by_item[id_]
    elif isinstance(look, Together):
        facts = {id_: seen.facts[id_] for id_ in places.sort(seen.facts)}
        yield from look.check(facts, argument_map)
    else:
        yield from seen.throughout
