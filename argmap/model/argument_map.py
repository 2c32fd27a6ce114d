"""An argument map as a value: statements, and relations between them.

Everything here is frozen. A map that is held somewhere (by a layout job, an exporter, a rule, a
test) never changes there, so there are no locks and no defensive copies.
Lists are tuples because their order is data: it is the reading order of the file and of the
picture. Looking up by id goes through indexes that are built once per list, when first asked for.

An absent text is the empty string, an absent number or choice is None. A map made by the reader
holds no relation with an unknown premise or target and no id twice; `group`, `cites` and `parent`
may name what is not there (see `integrity.structural`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from functools import cached_property
from itertools import compress
from operator import attrgetter, not_
from typing import TypeAlias

from argmap.frozen import frozen
from argmap.model.by_identity import Index, Lasting
from argmap.model.kinds import (
    USUAL_DIRECTION,
    USUAL_PAGE,
    Basis,
    Bearing,
    Direction,
    Judgement,
    Kind,
    Layout,
    Open,
    Page,
    SourceLine,
    Ties,
)


@frozen
class Table:
    """A mapping inside an unknown key, frozen: pairs in the order of the file."""

    pairs: tuple[tuple[str, Value], ...]


Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | Table | None"
Extra: TypeAlias = tuple[tuple[str, Value], ...]
"""Unknown keys of one item with their values, in the order of the file."""


@frozen
class Cite:
    """A pointer into a source; quote, prefix and suffix are a W3C text-quote selector."""

    source: str
    quote: str = ""
    at: str = ""
    prefix: str = ""
    suffix: str = ""
    extra: Extra = ()


@frozen
class Statement:
    """One thing that is said: a card in the picture."""

    id: str
    text: str
    kind: Kind = Kind.CLAIM
    title: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    group: str = ""
    said_by: str = ""
    implicit: bool = False
    basis: Basis | None = None
    judgement: Judgement | None = None
    credence: float | None = None
    cites: tuple[Cite, ...] = ()
    extra: Extra = ()

    @property
    def brief(self) -> str:
        """What it says in few words, on one line: its title, or its text where it has none."""
        return " ".join((self.title or self.text).split())


@frozen
class Relation:
    """What bears on what: `premises` (linked, if several) support or attack `target`.

    The target is the id of a statement, or of a relation: an attack on a relation is an
    undercut, a support of one is backing. `anonymous` says that the file gives it no `id:`
    line; it then has an id made by `integrity.relation_id` that lasts while the file is open.
    """

    id: str
    premises: tuple[str, ...]
    bearing: Bearing
    target: str
    weight: float = 1
    scheme: str = ""
    rejected: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    anonymous: bool = False
    extra: Extra = ()

    @property
    def linked(self) -> bool:
        """Whether several premises bear on the target together or not at all."""
        return len(self.premises) > 1


@frozen
class Source:
    """A text that statements cite; `file` is relative to the map and stays in its folder.

    `sha256` is of the text in UTF-8 as it was when quotes were taken from it.
    """

    id: str
    title: str = ""
    author: str = ""
    type: str = ""
    container: str = ""
    publisher: str = ""
    date: str = ""
    doi: str = ""
    url: str = ""
    file: str = ""
    original: str = ""
    sha256: str = ""
    text: str = ""
    note: str = ""
    extra: Extra = ()

    @property
    def name(self) -> str:
        """What people call it: its title, or its id where it has none."""
        return self.title or self.id


@frozen
class Group:
    """A labelled frame around statements; `parent` is the group it lies in."""

    id: str
    title: str = ""
    colour: str = ""
    note: str = ""
    parent: str = ""
    extra: Extra = ()

    @property
    def name(self) -> str:
        """What people call it: its title, or its id where it has none."""
        return self.title or self.id


@frozen
class Viewpoint:
    """What somebody else holds of the same map: judgements by statement or relation id."""

    id: str
    title: str = ""
    note: str = ""
    open: Open | None = None
    ties: Ties | None = None
    judgements: tuple[tuple[str, Judgement], ...] = ()
    extra: Extra = ()

    @property
    def name(self) -> str:
        """What people call it: its title, or its id where it has none."""
        return self.title or self.id


@frozen
class Style:
    """What the author decides about the picture; None and "" leave it to the reader."""

    direction: Direction | None = None
    theme: str = ""
    page: Page | None = None
    layout: Layout | None = None
    source_line: SourceLine | None = None
    extra: Extra = ()


class Gone(Enum):
    """What a side of a conflict has no more, or never had."""

    GONE = "gone"


GONE = Gone.GONE
Side: TypeAlias = "Value | Gone"


@frozen
class Conflict:
    """What a merge could not settle; the map itself holds what is `ours`.

    `id` is the item's, empty for the map's own fields. `key` is the key of the file to which the
    sides gave different values, or the name of a section where they differ about a whole item.
    Sides are values as the file has them; a `base` that is gone says that both sides added it.
    """

    id: str = ""
    key: str = ""
    base: Side = GONE
    ours: Side = GONE
    theirs: Side = GONE
    extra: Extra = ()


Item: TypeAlias = Statement | Relation | Source | Group | Viewpoint
"""Anything that has an id; all ids of a map are one name space."""

SECTIONS = ("statements", "relations", "sources", "groups", "viewpoints")
"""The lists of a map, in the order in which the program writes them."""

FIELDS = ("title", "summary", "language", "authors", "style", "conflicts", "extra")
"""The map's own fields."""


@frozen
class ArgumentMap:
    """A whole map."""

    title: str = ""
    summary: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    groups: tuple[Group, ...] = ()
    viewpoints: tuple[Viewpoint, ...] = ()
    style: Style = field(default_factory=Style)
    conflicts: tuple[Conflict, ...] = ()
    extra: Extra = ()
    unread: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Ids in the file of what could not be read, or is not there: a new item must not get them."""

    @property
    def direction(self) -> Direction:
        """Where the conclusion stands: as the author says, else at the top."""
        return self.style.direction or USUAL_DIRECTION

    @property
    def page(self) -> Page:
        """What its picture is laid out for."""
        return self.style.page or USUAL_PAGE

    @cached_property
    def statement_by_id(self) -> Mapping[str, Statement]:
        """Statements by id, in the order of the file."""
        return _statements_by_id(self.statements)

    @cached_property
    def relation_by_id(self) -> Mapping[str, Relation]:
        """Relations by id, in the order of the file."""
        return _relations_by_id(self.relations)

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def viewpoint_by_id(self) -> Mapping[str, Viewpoint]:
        """Viewpoints by id."""
        return {viewpoint.id: viewpoint for viewpoint in self.viewpoints}

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that is taken."""
        return self.unread.union(*(map(_ID, getattr(self, name)) for name in SECTIONS))

    @cached_property
    def _onto(self) -> Mapping[str, list[Relation]]:
        return _by_target(self.relations)

    @cached_property
    def _out_of(self) -> Mapping[str, list[Relation]]:
        return _by_premise(self.relations)

    def relations_on(self, target: str) -> tuple[Relation, ...]:
        """Return what bears on a statement or relation, in reading order."""
        return tuple(self._onto.get(target, ()))

    def relations_of(self, premise: str) -> tuple[Relation, ...]:
        """Return the relations that a statement is a premise of, in reading order."""
        return tuple(self._out_of.get(premise, ()))

    def is_undercut(self, relation: Relation) -> bool:
        """Whether a relation attacks a relation: a step of the argument, not a statement."""
        return relation.bearing is Bearing.ATTACKS and relation.target in self.relation_by_id

    def item(self, id_: str) -> Statement | Relation | None:
        """Return the statement or relation of that id, or None."""
        return self.statement_by_id.get(id_) or self.relation_by_id.get(id_)


_ID, _TARGET, _PREMISES = (attrgetter(name) for name in ("id", "target", "premises"))


def _on(targets: set[str], relations: tuple[Relation, ...]) -> Iterator[Relation]:
    return compress(relations, map(targets.__contains__, map(_TARGET, relations)))


def _of(premises: set[str], relations: tuple[Relation, ...]) -> Iterator[Relation]:
    return compress(relations, map(not_, map(premises.isdisjoint, map(_PREMISES, relations))))


def _index_statements(statements: tuple[Statement, ...]) -> Mapping[str, Statement]:
    return dict(zip(map(_ID, statements), statements, strict=True))


def _index_relations(relations: tuple[Relation, ...]) -> Mapping[str, Relation]:
    return dict(zip(map(_ID, relations), relations, strict=True))


_by_target = Index[Relation](lambda relation: (relation.target,), _on)
_by_premise = Index[Relation](_PREMISES, _of)
_statements_by_id = Lasting(_index_statements)
_relations_by_id = Lasting(_index_relations)
