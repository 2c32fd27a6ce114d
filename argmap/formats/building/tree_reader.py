"""The lines of a tree as a map: what all formats share that are trees.

A line is a statement, or a *step*: a line of its own for a relation whose premises are linked or
that something bears on. Unmarked lines below a step are its premises; lines below it that are
marked as supporting or attacking bear on the step itself. Below a statement an unmarked line
supports it, since that is what an ordinary outline means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from argmap.formats.building.bearing_words import unmarked
from argmap.formats.building.map_builder import MapBuilder
from argmap.frozen import frozen
from argmap.model.kinds import Bearing

T = TypeVar("T")


def walk_tree(tops: Iterable[T], below: Callable[[T], Iterable[T]]) -> Iterator[tuple[int, T]]:
    """Return each item of a tree with its level, in reading order and to any depth."""
    waiting = [(0, top) for top in tops][::-1]
    while waiting:
        level, item = waiting.pop()
        yield level, item
        waiting += [(level + 1, child) for child in below(item)][::-1]


@frozen
class TreeLine:
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
class _PendingRelation:
    key: object
    premises: list[object]
    bearing: Bearing
    target: object
    fields: dict[str, Any]
    line: int


def add_tree(builder: MapBuilder, lines: Iterable[TreeLine], *, marks: bool = False) -> None:
    """Add the statements and relations of the lines of a tree to a builder.

    With `marks` a text may begin with `Pro:` or `Con:`, unless nothing stands above it.
    """
    above: list[tuple[int, object, _PendingRelation | None]] = []
    steps: list[_PendingRelation] = []
    for number, line in enumerate(lines):
        while above and above[-1][0] >= line.level:
            above.pop()
        parent, parent_step = above[-1][1:] if above else (None, None)
        entry = _without_mark(line) if marks and above else line
        key = ("line", number) if entry.key is None else entry.key
        step = _relation_of(entry, key, parent, parent_step)
        if entry.step and step is None:
            builder.add_problem(
                "This step has nothing to bear on; its premises become claims.", entry.line
            )
            continue
        if not entry.step:
            builder.add_statement(key, entry.text, **entry.fields)
        if step:
            steps.append(step)
        elif parent_step:
            parent_step.premises.append(key)
        above.append((entry.level, key, step if entry.step else None))
    _relate(builder, steps)


def _without_mark(line: TreeLine) -> TreeLine:
    """Return a line with what a mark at the start of its text says, if nothing else says it."""
    if line.bearing is not None:
        return line
    bearing, text = unmarked(line.text)
    return replace(line, bearing=bearing, text=text, step=bearing is not None and not text)


def _relate(builder: MapBuilder, steps: list[_PendingRelation]) -> None:
    left_out: set[object] = set()
    for step in steps:
        if not step.premises:
            builder.add_problem("A step without premises is left out.", step.line)
        elif step.target in left_out:
            builder.add_problem("The step that this bears on is left out.", step.line)
        else:
            builder.add_relation(
                step.premises,
                step.bearing,
                step.target,
                key=step.key,
                line=step.line,
                **step.fields,
            )
            continue
        left_out.add(step.key)


def _relation_of(
    entry: TreeLine, key: object, parent: object, parent_step: _PendingRelation | None
) -> _PendingRelation | None:
    """Return the relation that a line makes; None for a root and for a premise of a step."""
    if parent is None or (parent_step and entry.bearing is None):
        return None
    bearing = entry.bearing or Bearing.SUPPORTS
    if entry.step:
        return _PendingRelation(key, [], bearing, parent, entry.relation_fields, entry.line)
    return _PendingRelation(("of", key), [key], bearing, parent, entry.relation_fields, entry.line)
