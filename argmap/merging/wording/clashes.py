"""Conflicts in words: what is asked, and what each side says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argmap.errors import one_stop
from argmap.merging.fields import TARGET
from argmap.merging.wording.of_keys import cited
from argmap.merging.wording.sentences import name, names, plain
from argmap.model.argument_map import GONE, SECTIONS, ArgumentMap, Conflict, Side, Table, Value
from argmap.reasoning.wording import shortened

_HIDDEN = ("id", "text", "from", "supports", "attacks")
"""Keys that the first line of an item tells."""

NOT_THERE = "Not there."


def question(argument_map: ArgumentMap, conflict: Conflict) -> str:
    """Return what two sides did not agree about, as a sentence."""
    return one_stop(_question(argument_map, conflict))


def _question(argument_map: ArgumentMap, conflict: Conflict) -> str:
    what = subject(argument_map, conflict)
    if conflict.key in SECTIONS:
        return _whether_it_stands(argument_map, conflict, what)
    if conflict.key == TARGET:
        return f"The two sides let {what} bear on different things."
    if conflict.key == "text":
        return f"Both sides reworded {what}."
    return f"The two sides gave “{conflict.key}” of {what} different values."


def _whether_it_stands(argument_map: ArgumentMap, conflict: Conflict, what: str) -> str:
    if conflict.ours is GONE:
        return f"Theirs holds {what}, which ours does not have."
    if conflict.theirs is GONE:
        return f"Ours changed or uses {what}, which theirs deleted."
    if conflict.key == "relations":
        return f"Both sides added a step from {_start(argument_map, conflict)}, not the same one."
    return f"Both sides added “{conflict.id}”, and mean different things by it."


def _start(argument_map: ArgumentMap, conflict: Conflict) -> str:
    """Name what a step starts from in ours."""
    pairs = dict(conflict.ours.pairs) if isinstance(conflict.ours, Table) else {}
    premises = pairs.get("from")
    return names(argument_map, [str(p) for p in premises] if isinstance(premises, tuple) else [])


def subject(argument_map: ArgumentMap, conflict: Conflict) -> str:
    """Name what a conflict is about, by its own words where it has some."""
    if not conflict.id:
        return "the map"
    if conflict.key in SECTIONS:
        for side in (conflict.ours, conflict.theirs, conflict.base):
            if isinstance(side, Table):
                return _named(argument_map, dict(side.pairs), conflict.id)
    return name(argument_map, conflict.id)


def said(argument_map: ArgumentMap, conflict: Conflict, side: Side) -> str:
    """Return what a side of a conflict says, in lines; texts as they stand."""
    if side is GONE:
        return NOT_THERE if conflict.key in SECTIONS else "Nothing."
    if conflict.key == TARGET and isinstance(side, Table):
        return " ".join(_bearing(argument_map, dict(side.pairs)))
    if conflict.key in SECTIONS and isinstance(side, Table):
        return "\n".join(_item(argument_map, dict(side.pairs)))
    return plain(side)


def _item(argument_map: ArgumentMap, pairs: dict[str, Value]) -> Iterator[str]:
    head = " ".join(_bearing(argument_map, pairs)) if "from" in pairs else plain(pairs.get("text"))
    if head:
        yield head
    for key, value in pairs.items():
        if key not in _HIDDEN:
            naming = partial(name, argument_map)
            if key == "cites" and isinstance(value, tuple):
                yield f"{key}: {cited(value, naming)}"
            else:
                yield f"{key}: {plain(value)}"


def _bearing(argument_map: ArgumentMap, pairs: dict[str, Value]) -> Iterator[str]:
    """Return the words of a step: what it starts from, what it does, and what to."""
    premises = pairs.get("from")
    if isinstance(premises, tuple):
        yield names(argument_map, [str(premise) for premise in premises])
    for verb in ("supports", "attacks"):
        if verb in pairs:
            yield f"{verb} {name(argument_map, str(pairs[verb]))}"


def _named(argument_map: ArgumentMap, pairs: dict[str, Value], id_: str) -> str:
    if "from" in pairs:
        return f"that {' '.join(_bearing(argument_map, pairs))}"
    words = pairs.get("title") or pairs.get("text")
    return f"“{shortened(words) if isinstance(words, str) else id_}”"
