"""A map as the lines of an outline and back: what all formats that are trees share.

A line is a statement, or a *step*: a line of its own for a relation whose premises are linked or
that something bears on. Unmarked lines below a step are its premises; lines below it that are
marked as supporting or attacking bear on the step itself. Below a statement an unmarked line
supports it, since that is what an ordinary outline means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from argmap.formats.sketch import Sketch
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch, outline

T = TypeVar("T")

BEARINGS = {
    **dict.fromkeys(("supports", "support", "pro", "reason", "premise", "+"), Bearing.SUPPORTS),
    **dict.fromkeys(("attacks", "attack", "con", "objection", "rebuttal", "-"), Bearing.ATTACKS),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A line to write: a statement, or a step if that is None; `level` counts from 0."""

    level: int
    bearing: Bearing | None
    statement: Statement | None
    relation: Relation | None


def lines(argument_map: ArgumentMap, *, all_steps: bool = False) -> Iterator[Written]:
    """Return the lines of a map, whose statements must all have one place only.

    With `all_steps` every relation has a line of its own.
    """
    waiting: list[tuple[int, str, Branch]] = [(0, "", tree) for tree in outline(argument_map)]
    waiting.reverse()
    while waiting:
        level, parent, branch = waiting.pop()
        relation = argument_map.relation_by_id.get(branch.via)
        premise_of_step = branch.via == parent and branch.via != branch.id
        bearing = None if premise_of_step or relation is None else relation.bearing
        statement = argument_map.statement_by_id.get(branch.id)
        if all_steps and bearing and statement:
            yield Written(level, bearing, None, relation)
            level, bearing = level + 1, None
        yield Written(level, bearing, statement, relation)
        waiting += [(level + 1, branch.id, below) for below in reversed(branch.branches)]


def nested(rows: Iterable[Written], opening: Callable[[Written], str], closing: str) -> str:
    """Return lines as nested elements, each opened by what `opening` gives for it."""
    parts: list[str] = []
    depth = 0
    for row in rows:
        parts += [f"{closing}\n"] * (depth - row.level)
        parts.append(f"{opening(row)}\n")
        depth = row.level + 1
    return "".join(parts) + f"{closing}\n" * depth


def descend(tops: Iterable[T], below: Callable[[T], Iterable[T]]) -> Iterator[tuple[int, T]]:
    """Return each item of a tree with its level, in reading order and to any depth."""
    waiting = [(0, top) for top in tops][::-1]
    while waiting:
        level, item = waiting.pop()
        yield level, item
        waiting += [(level + 1, child) for child in below(item)][::-1]


@dataclass(frozen=True, slots=True)
class Read:
    """A line that was read; `level` is any number that is larger the deeper it stands."""

    level: int
    bearing: Bearing | None
    text: str
    step: bool = False
    key: object = None
    line: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    relation_fields: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Step:
    key: object
    premises: list[object]
    bearing: Bearing
    target: object
    fields: dict[str, Any]
    line: int


def bearing_of(sketch: Sketch, word: str, line: int) -> Bearing | None:
    """Return what a word of a file means, None for no word; one that means nothing is told."""
    word = word.strip().lower()
    if word and word not in BEARINGS:
        sketch.problem(f"“{word}” is neither supports nor attacks; it is read as a support.", line)
        return Bearing.SUPPORTS
    return BEARINGS.get(word)


def plant(sketch: Sketch, rows: Iterable[Read]) -> None:
    """Add the statements and relations of an outline to a sketch."""
    above: list[tuple[int, object, _Step | None]] = []
    steps: list[_Step] = []
    for number, row in enumerate(rows):
        while above and above[-1][0] >= row.level:
            above.pop()
        parent, parent_step = above[-1][1:] if above else (None, None)
        key = ("line", number) if row.key is None else row.key
        step = _step(row, key, parent, parent_step)
        if row.step and step is None:
            sketch.problem("A step with nothing to bear on; its premises become claims.", row.line)
            continue
        if not row.step:
            sketch.statement(key, row.text, **row.fields)
        if step:
            steps.append(step)
        elif parent_step:
            parent_step.premises.append(key)
        above.append((row.level, key, step if row.step else None))
    _relate(sketch, steps)


def _relate(sketch: Sketch, steps: list[_Step]) -> None:
    left_out: set[object] = set()
    for step in steps:
        if not step.premises:
            sketch.problem("A step without premises is left out.", step.line)
        elif step.target in left_out:
            sketch.problem("The step that this bears on is left out.", step.line)
        else:
            sketch.relation(
                step.premises,
                step.bearing,
                step.target,
                key=step.key,
                line=step.line,
                **step.fields,
            )
            continue
        left_out.add(step.key)


def _step(row: Read, key: object, parent: object, parent_step: _Step | None) -> _Step | None:
    """Return the relation that a line makes; None for a root and for a premise of a step."""
    if parent is None or (parent_step and row.bearing is None):
        return None
    bearing = row.bearing or Bearing.SUPPORTS
    if row.step:
        return _Step(key, [], bearing, parent, row.relation_fields, row.line)
    return _Step(("of", key), [key], bearing, parent, row.relation_fields, row.line)
