"""Builds a map from a file that has names of its own for things.

Readers add what they find in any order, by the file's own keys; `build` puts it together: ids are
made from the texts, a relation may bear on one that comes later, and what leads nowhere is a
Problem instead of an error.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from argmap.errors import ArgmapError, Place, Problem, Severity, one_stop
from argmap.formats.format import Imported, Loss
from argmap.model.argument_map import ArgumentMap, Cite, Group, Relation, Source, Statement
from argmap.model.ids import new_id
from argmap.model.integrity import attached_relations
from argmap.model.kinds import Bearing
from argmap.model.natural_kind import with_natural_kinds

MAX_STATEMENTS = 100_000
"""More than any map that people make; each takes memory that few bytes in a file do not show."""
VALID_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")


@dataclass(slots=True)
class _Pending:
    id: str
    premises: tuple[Hashable, ...]
    bearing: Bearing
    target: Hashable
    fields: dict[str, Any]
    line: int


class MapBuilder:
    """Collects statements, relations, sources, groups, losses and problems of one file."""

    def __init__(self, file: str = "") -> None:
        self.file = file
        self._ids: set[str] = set()
        self._used: dict[str, int] = {}
        self._id_of: dict[Hashable, str] = {}
        self._statements: dict[str, Statement] = {}
        self._relations: list[_Pending] = []
        self._sources: dict[str, Source] = {}
        self._groups: dict[str, Group] = {}
        self._kinds_given: set[str] = set()
        self._losses: dict[str, list[str]] = {}
        self._problems: list[Problem] = []

    def add_statement(self, key: Hashable, text: str, wish: str = "", **fields: Any) -> str:
        """Return the id of a new statement: the wish if it can be one, else made from the text."""
        if len(self._statements) >= MAX_STATEMENTS:
            raise ArgmapError(
                f"The file has more than {MAX_STATEMENTS:,} statements.",
                "Split it, or leave out what is not part of the map.",
                Place(self.file),
            )
        id_ = self._new_id(wish, fields.get("title") or text, "statement")
        self._name(key, id_)
        self._statements[id_] = Statement(id_, text, **fields)
        if "kind" in fields:
            self._kinds_given.add(id_)
        return id_

    def add_relation(
        self,
        premises: Iterable[Hashable],
        bearing: Bearing,
        target: Hashable,
        *,
        key: Hashable = None,
        wish: str = "",
        line: int = 0,
        **fields: Any,
    ) -> None:
        """Add a relation between keys of statements and relations, known already or not yet."""
        id_ = self._new_id(wish, "r", "r")
        if key is not None:
            self._name(key, id_, line)
        keys = tuple(dict.fromkeys(premises))
        self._relations.append(_Pending(id_, keys, bearing, target, fields, line))

    def add_source(self, key: Hashable, **fields: Any) -> str:
        """Return the id of a new source."""
        id_ = self._new_id("", fields.get("title") or fields.get("url") or "", "source")
        self._id_of[key] = id_
        self._sources[id_] = Source(id_, **fields)
        return id_

    def add_group(self, key: Hashable, title: str, **fields: Any) -> str:
        """Return the id of the group of that key, which is added if there is none."""
        if key not in self._id_of:
            self._id_of[key] = self._new_id("", title, "group")
            self._groups[self._id_of[key]] = Group(self._id_of[key], title, **fields)
        return self._id_of[key]

    def change(self, key: Hashable, **fields: Any) -> None:
        """Change fields of a statement that was added."""
        id_ = self._id_of[key]
        self._statements[id_] = replace(self._statements[id_], **fields)

    def add_cite(self, key: Hashable, cite: Cite) -> None:
        """Add a pointer into a source to a statement."""
        self.change(key, cites=(*self._statements[self._id_of[key]].cites, cite))

    def __contains__(self, key: Hashable) -> bool:
        return key in self._id_of

    def id_of(self, key: Hashable) -> str:
        """Return the id that was made for a key."""
        return self._id_of[key]

    def get(self, key: Hashable) -> Statement:
        """Return the statement that was added under a key."""
        return self._statements[self._id_of[key]]

    def add_loss(self, what: str, *ids: str) -> None:
        """Note that the map does not take over what these ids name in the file."""
        if ids:
            self._losses.setdefault(what, []).extend(ids)

    def add_problem(
        self, message: str, line: int = 0, hint: str = "", column: int = 0, *, error: bool = True
    ) -> None:
        """Note that something in the file is wrong, or (a warning) not read as it stands."""
        severity = Severity.ERROR if error else Severity.WARNING
        place = Place(self.file, line, column)
        self._problems.append(Problem("import", severity, one_stop(message), hint, place))

    def build(self, **fields: Any) -> Imported:
        """Return the map, with kinds that follow from the relations where none was given."""
        argument_map = ArgumentMap(
            statements=tuple(self._statements.values()),
            relations=self._attached(),
            sources=tuple(self._sources.values()),
            groups=tuple(self._groups.values()),
            **fields,
        )
        losses = tuple(Loss(what, tuple(ids)) for what, ids in self._losses.items())
        natural = with_natural_kinds(argument_map, self._kinds_given)
        problems = sorted(self._problems, key=lambda p: (p.where.line, p.where.column))
        return Imported(natural, losses, tuple(problems))

    def _attached(self) -> tuple[Relation, ...]:
        made = {r.id: r for r in map(self._attach, self._relations) if r}
        attached = attached_relations(made.values(), self._statements)
        kept = {relation.id for relation in attached}
        for pending in self._relations:
            if pending.id in made and pending.id not in kept:
                target = _named(pending.target)
                message = f"A relation on “{target}” leads to no statement; it is left out."
                self.add_problem(message, pending.line)
        return attached

    def _attach(self, pending: _Pending) -> Relation | None:
        known = [self._id_of[key] for key in pending.premises if key in self._id_of]
        premises = tuple(id_ for id_ in known if id_ in self._statements)
        target = self._id_of.get(pending.target, "")
        if len(premises) < len(pending.premises):
            odd = [_named(key) for key in pending.premises if self._id_of.get(key) not in premises]
            self.add_problem(f"A premise is not in the file: “{'”, “'.join(odd)}”.", pending.line)
        if not target:
            self.add_problem(
                f"What “{_named(pending.target)}” names is not in the file.", pending.line
            )
        if not premises or not target:
            return None
        if target == pending.id:
            self.add_problem(
                f"The relation “{target}” bears on itself; it is left out.", pending.line
            )
            return None
        return Relation(pending.id, premises, pending.bearing, target, **pending.fields)

    def _name(self, key: Hashable, id_: str, line: int = 0) -> None:
        if key in self._id_of:
            message = f"“{_named(key)}” names two things; what refers to it means the first."
            self.add_problem(message, line)
        else:
            self._id_of[key] = id_

    def _new_id(self, wish: str, text: str, otherwise: str) -> str:
        """Return what `unused_id(new_id(…))` does, as quickly for the thousandth like text."""
        if VALID_ID.fullmatch(wish) and wish not in self._ids:
            self._ids.add(wish)
            return wish
        base = new_id(text, (), otherwise)
        number = self._used.get(base, 0) + 1
        while (id_ := base if number == 1 else f"{base}-{number}") in self._ids:
            number += 1
        self._used[base] = number
        self._ids.add(id_)
        return id_


def _named(key: Hashable) -> str:
    """Return a key in words: a reader may head the file's own name by what it names."""
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)
