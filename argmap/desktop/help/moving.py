"""What moving a card or a row would do, in words, before it is let go.

The words are read off the map that the move would make, so they cannot say anything else than what
happens: a place among siblings changes nothing but the place, and whatever else changes is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from argmap.errors import ArgmapError, shortened
from argmap.frozen import frozen
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.edits.together import Moved

_LONGEST = 32
_PLACES = {-1: "before", 1: "after", 0: "below"}


@frozen
class Goal:
    """Where something is let go: on a card or step (0), before (-1) or after it (+1).

    Without an id it is the end of everything. `name` is given to what is not to be seen, so that
    “this card” would not say which.
    """

    onto: str = ""
    side: int = 0
    name: str = ""

    def in_words(self, argument_map: ArgumentMap) -> str:
        """Return the place in words."""
        if not self.onto:
            return "to the end"
        thing = "this card" if self.onto in argument_map.statement_by_id else "this step"
        return f"{_PLACES[self.side]} {self.name or thing}"


def meaning(
    argument_map: ArgumentMap,
    move: Callable[[ArgumentMap], ArgumentMap],
    moved: str,
    goal: Goal,
) -> str:
    """Return what a move does to a statement or step."""
    try:
        after = move(argument_map)
    except ArgmapError as refused:
        return refused.message
    return ", ".join(_said(argument_map, after, moved, goal))


def meaning_together(
    argument_map: ArgumentMap, moved: Moved, units: Iterable[str], goal: Goal
) -> str:
    """Return what a move of several things does: what all of them do, or how many do what."""
    stayed = dict(moved.stayed)
    gone = [id_ for id_ in units if id_ not in stayed]
    if not gone:
        return next(iter(stayed.values())).message
    after = moved.argument_map
    said = Counter[tuple[str, ...]]()
    for id_ in gone:
        said[tuple(_said(argument_map, after, id_, goal))] += _cards(argument_map, id_)
    return "; ".join([*_together(said), *_staying(argument_map, stayed)])


def meaning_of_all(
    argument_map: ArgumentMap,
    move: Callable[[ArgumentMap], ArgumentMap],
    moved: Sequence[str],
    goal: Goal,
) -> str:
    """Return what a move does that all of several things make, or none of them."""
    if len(moved) == 1:
        return meaning(argument_map, move, moved[0], goal)
    try:
        after = Moved(move(argument_map))
    except ArgmapError as refused:
        return refused.message
    return meaning_together(argument_map, after, moved, goal)


def named(argument_map: ArgumentMap, id_: str) -> str:
    """Return a short name for a statement, or for the first premise of a step."""
    relation = argument_map.relation_by_id.get(id_)
    return _named(argument_map, relation.premises[0] if relation else id_, "")


def _together(said: Counter[tuple[str, ...]]) -> list[str]:
    """Return in words what so many cards each do: their place, and what is different then."""
    count = said.total()
    (place, *changes), *others = said
    cards = f"{count} cards {place}" if count > 1 else f"1 card {place}"
    if not others:
        each = "each " if count > 1 and changes else ""
        return [", ".join([cards, *([each + _joined(changes)] if changes else [])])]
    if all(other[0] == place for other in others):
        parts = (f"{n} {_joined(more) or 'as before'}" for (_, *more), n in said.items())
        return [f"{cards}, {', '.join(parts)}"]
    return [f"{n} {', '.join(words)}" for words, n in said.items()]


def _joined(changes: list[str]) -> str:
    """Return what is different about what one thing does, so that others can stand beside it."""
    first, *more = changes or [""]
    return f"{first} ({', '.join(more)})" if more else first


def _staying(argument_map: ArgumentMap, stayed: Iterable[str]) -> list[str]:
    count = sum(_cards(argument_map, id_) for id_ in stayed)
    return [f"{count} {'stays' if count == 1 else 'stay'}"] if count else []


def _cards(argument_map: ArgumentMap, id_: str) -> int:
    relation = argument_map.relation_by_id.get(id_)
    return len(relation.premises) if relation else 1


def _said(argument_map: ArgumentMap, after: ArgumentMap, moved: str, goal: Goal) -> list[str]:
    """Return the place to which something was moved, and what is different about what it does."""
    was = _own(argument_map, moved)
    now = _still(after, was, moved) or _own(after, moved)
    if now and moved != now.id and now.linked and (was is None or was.id != now.id):
        same = was and was.bearing is now.bearing
        return ["join this step"] if same else ["join this step", f"as a {now.bearing.kind}"]
    return [goal.in_words(argument_map), *_changes(after, was, now, moved, goal.onto)]


def _own(argument_map: ArgumentMap, id_: str) -> Relation | None:
    own = argument_map.relation_by_id.get(id_)
    return own or walk.parent_relation(argument_map, id_)


def _still(after: ArgumentMap, was: Relation | None, moved: str) -> Relation | None:
    """Return the relation that something had, if it has it still.

    Of several that it has, another may come first in the outline by a mere move.
    """
    kept = after.relation_by_id.get(was.id) if was else None
    return kept if kept and moved in (kept.id, *kept.premises) else None


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
    return f"“{shortened(statement.text or statement.title or statement.id, _LONGEST)}”"
