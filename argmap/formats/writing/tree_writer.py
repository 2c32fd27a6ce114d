"""A map as the lines of a tree: what all formats share that are trees.

What a line can be, a statement or a step, is said where they are read: `building/tree_reader`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.formats.losses.features import only
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch, outline

HELD = only("linked steps backings supports texts")
"""What the lines of a tree can hold of a map."""

HELD_WITH_NOTES = HELD | only("title statement.note breaks")
"""What they can hold where a file has a title, and a line a note and more lines than one."""


@frozen
class WrittenLine:
    """A line to write: a statement, or a step if that is None; `level` counts from 0."""

    level: int
    bearing: Bearing | None
    statement: Statement | None
    relation: Relation | None


def lines(argument_map: ArgumentMap, *, all_steps: bool = False) -> Iterator[WrittenLine]:
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
            yield WrittenLine(level, bearing, None, relation)
            level, bearing = level + 1, None
        yield WrittenLine(level, bearing, statement, relation)
        waiting += [(level + 1, branch.id, below) for below in reversed(branch.branches)]


def nested(rows: Iterable[WrittenLine], opening: Callable[[WrittenLine], str], closing: str) -> str:
    """Return lines as nested elements, each opened by what `opening` gives for it."""
    parts: list[str] = []
    depth = 0
    for row in rows:
        parts += [f"{closing}\n"] * (depth - row.level)
        parts.append(f"{opening(row)}\n")
        depth = row.level + 1
    return "".join(parts) + f"{closing}\n" * depth
