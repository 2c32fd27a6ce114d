"""How far a rule looks: at the whole map, or at each of its items with what is around it.

After an edit a rule looks again only where the edit can make a difference (`following`), so each
says how far that is. A test holds what each says against looking at everything anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, TypeAlias

from argmap.critique.language import Language
from argmap.errors import Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.history.patch import Patch
from argmap.texts.lookup import Lookup, in_the_map


@frozen
class Context:
    """What rules need beside the map: the words of its language, None if that is not known.

    `texts` finds the text of a source; how it does is for whoever checks the map to say.
    """

    language: Language | None
    texts: Lookup = in_the_map


@frozen
class Finding:
    """One place where a rule is broken; `severity` is the rule's own unless given."""

    ids: tuple[str, ...]
    message: str
    hint: str
    severity: Severity | None = None


Findings: TypeAlias = Iterable[Finding]
Hinge: TypeAlias = Callable[[ArgumentMap, Context], object]
"""Returns what else of a map a rule depends on: where that changes, it looks at all items."""


class Over(Enum):
    """At which items of a map a rule looks one by one, in the order of the file."""

    STATEMENTS = "statements"
    RELATIONS = "relations"
    TARGETS = "statements and relations, which can have something that bears on them"

    def items(self, argument_map: ArgumentMap) -> Iterator[Statement | Relation]:
        """Return the items of a map."""
        if self is not Over.RELATIONS:
            yield from argument_map.statements
        if self is not Over.STATEMENTS:
            yield from argument_map.relations

    def item(self, argument_map: ArgumentMap, id_: str) -> Statement | Relation | None:
        """Return an item of a map, if it is one of these."""
        statement = argument_map.statement_by_id.get(id_) if self is not Over.RELATIONS else None
        if statement is None and self is not Over.STATEMENTS:
            return argument_map.relation_by_id.get(id_)
        return statement


class Reach(Enum):
    """What a rule looks at of each item."""

    ITSELF = "the item alone"
    NEXT = "also the relations that it is an end of; of a relation its ends, and what bears on them"
    BELOW = "also what bears on it, and whether anything bears on that"


@frozen
class Around:
    """A rule looks at items one by one, and no further around each than its reach."""

    over: Over
    check: Callable[[Any, ArgumentMap, Context], Findings]
    reach: Reach
    hinges_on: Hinge

    def findings(self, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
        """Return what is found in a whole map."""
        for item in self.over.items(argument_map):
            yield from self.check(item, argument_map, context)


@frozen
class Together:
    """A rule compares what it knows of each statement; statements it knows nothing of are left out.

    `fact` looks no further than `Reach.NEXT`. `check` gets the facts by id, in the file's order.
    """

    fact: Callable[[Statement, ArgumentMap], str]
    check: Callable[[Mapping[str, str], ArgumentMap], Findings]

    def findings(self, argument_map: ArgumentMap, _context: Context) -> Iterator[Finding]:
        """Return what is found in a whole map."""
        facts = {
            s.id: fact for s in argument_map.statements if (fact := self.fact(s, argument_map))
        }
        yield from self.check(facts, argument_map)


@frozen
class Throughout:
    """A rule looks at the whole map, as circles and files beside it ask for.

    `spared` says of a map in which nothing was found that there is nothing after a change either.
    """

    check: Callable[[ArgumentMap, Context], Findings]
    spared: Callable[[ArgumentMap, Patch], bool] = lambda _map, _patch: False

    def findings(self, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
        """Return what is found in a whole map."""
        yield from self.check(argument_map, context)


Look: TypeAlias = Around | Together | Throughout


def _nothing(_map: ArgumentMap, _context: Context) -> None:
    return None


def at_statements(
    check: Callable[[Statement, ArgumentMap, Context], Findings],
    reach: Reach = Reach.ITSELF,
    hinges_on: Hinge = _nothing,
) -> Around:
    """Return the look at each statement."""
    return Around(Over.STATEMENTS, check, reach, hinges_on)


def at_relations(check: Callable[[Relation, ArgumentMap, Context], Findings]) -> Around:
    """Return the look at each relation with its ends."""
    return Around(Over.RELATIONS, check, Reach.NEXT, _nothing)


def at_targets(check: Callable[[Statement | Relation, ArgumentMap, Context], Findings]) -> Around:
    """Return the look at whatever something can bear on, with that."""
    return Around(Over.TARGETS, check, Reach.BELOW, _nothing)
