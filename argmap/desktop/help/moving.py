"""What moving a card or a row would do, in words, before it is let go.

The words are read off the map that the move would make, so they cannot say anything else than what
happens: a place among siblings changes nothing but the place, and whatever else changes is named.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.desktop.widgets.plain_text import one_line
from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation

_LONGEST = 32
_PLACES = {-1: "before this card", 1: "after this card", 0: "below this card"}


def meaning(
    argument_map: ArgumentMap,
    move: Callable[[ArgumentMap], ArgumentMap],
    moved: str,
    onto: str,
    side: int = 0,
) -> str:
    """Return what a move does to a statement or step: onto an id, or (-1, +1) beside it."""
    try:
        after = move(argument_map)
    except ArgmapError as refused:
        return refused.message
    was, now = _own(argument_map, moved), _own(after, moved)
    if now and moved != now.id and now.linked and (was is None or was.id != now.id):
        same = was and was.bearing is now.bearing
        return "join this step" if same else f"join this step, as a {now.bearing.kind}"
    words = _PLACES[side] if onto in argument_map.statement_by_id else "below this step"
    return ", ".join([words, *_changes(after, was, now, moved, onto)])


def _own(argument_map: ArgumentMap, id_: str) -> Relation | None:
    own = argument_map.relation_by_id.get(id_)
    return own or walk.parent_relation(argument_map, id_)


def _changes(
    after: ArgumentMap, was: Relation | None, now: Relation | None, moved: str, onto: str
) -> list[str]:
    """Return what is different about what the moved does, besides its place."""
    said = []
    if was and now is None:
        said.append("no longer bears on anything")
    elif now and (was is None or (was.bearing, was.target) != (now.bearing, now.target)):
        said.append(f"now {now.bearing} {_named(after, now.target, onto)}")
    if was and now and was.linked and not now.linked and moved != was.id:
        said.append("no longer linked")
    return said


def _named(argument_map: ArgumentMap, target: str, onto: str) -> str:
    """Return a short name for what something bears on."""
    if target == onto:
        return "it"
    statement = argument_map.statement_by_id.get(target)
    if statement is None:
        return "the step"
    text = one_line(statement.text or statement.title or statement.id)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{short}”"
