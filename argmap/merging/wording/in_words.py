"""A whole map in words, a line for each thing that is said: what git shows in place of the file.

An outline, in which `+` supports what stands above and to the left, `-` attacks it, and `&` is a
premise that is linked with others, or of a step that something bears on. Ids stand in brackets, all
other keys below what they belong to, so a difference of lines shows whatever changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.argument_map import SECTIONS, ArgumentMap, Item, Relation, Statement, Table, Value
from argmap.model.kinds import Bearing
from argmap.model.natural_kind import natural_kind
from argmap.model.walk import Branch, outline
from argmap.store.schema.tables import fields_of, table_of
from argmap.store.yaml.emit import flow

_SIGNS = {Bearing.SUPPORTS: "+ ", Bearing.ATTACKS: "- "}
_SHOWN = ("id", "text", "from", "supports", "attacks")
"""Keys that the outline itself shows."""


def in_words(argument_map: ArgumentMap) -> str:
    """Return the map in words, without a line break at its end."""
    return "\n".join(_lines(argument_map)).strip("\n")


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    fields = [pair for pair in fields_of(argument_map).pairs if pair[0] != "argmap"]
    yield from _keys(fields, "")
    yield ""
    for tree in outline(argument_map):
        waiting: list[tuple[int, str, Branch]] = [(0, "", tree)]
        while waiting:
            level, parent, branch = waiting.pop()
            yield from _row(argument_map, branch, parent, "  " * level)
            waiting += [(level + 1, branch.id, below) for below in reversed(branch.branches)]
        yield ""
    for section in SECTIONS[2:]:
        for item in getattr(argument_map, section):
            yield f"{section}: [{item.id}]"
            yield from _keys([pair for pair in table_of(item).pairs if pair[0] != "id"], "    ")


def _row(argument_map: ArgumentMap, branch: Branch, parent: str, pad: str) -> Iterator[str]:
    """Return the lines of a statement, with those of the step it is all of, or of a step."""
    step = argument_map.relation_by_id.get(branch.via)
    linked = step is not None and branch.via == parent
    sign = "" if step is None else "& " if linked else _SIGNS[step.bearing]
    statement = argument_map.statement_by_id.get(branch.id)
    if branch.reference:
        yield f"{pad}{sign}[{branch.id}], as above or below"
    elif statement is not None:
        yield from _text(statement, f"{pad}{sign}")
        yield from _keys(_rest(argument_map, statement), f"{pad}    ")
    if step is not None and not linked:
        if statement is None and not branch.reference:
            yield f"{pad}{sign}{'together' if step.linked else 'step'}"
        yield from _keys(_about_step(argument_map, step), f"{pad}    step ")


def _text(statement: Statement, start: str) -> Iterator[str]:
    first, *more = statement.text.split("\n")
    yield f"{start}{first} [{statement.id}]"
    yield from (" " * len(start) + line for line in more)


def _rest(argument_map: ArgumentMap, item: Item) -> list[tuple[str, Value]]:
    """Return the keys that the outline does not show, the kind where it follows among them."""
    pairs = [pair for pair in table_of(item).pairs if pair[0] not in _SHOWN]
    if isinstance(item, Statement):
        follows = natural_kind(r.bearing for r in argument_map.relations_of(item.id)) is item.kind
        pairs = [pair for pair in pairs if not (pair[0] == "kind" and follows)]
    return pairs


def _about_step(argument_map: ArgumentMap, step: Relation) -> list[tuple[str, Value]]:
    named: list[tuple[str, Value]] = [] if step.anonymous else [("id", step.id)]
    return [*named, *_rest(argument_map, step)]


def _keys(pairs: list[tuple[str, Value]], start: str) -> Iterator[str]:
    for name, value in pairs:
        entries = value if isinstance(value, tuple) else (value,)
        for entry in entries:
            first, *more = _plain(entry).split("\n")
            yield f"{start}{name}: {first}"
            yield from (" " * len(start) + line for line in more)


def _plain(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Table):
        return ", ".join(f"{name} {_plain(inner)}" for name, inner in value.pairs)
    return flow(value)
