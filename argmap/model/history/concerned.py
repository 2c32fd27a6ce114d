"""What a change is about, as whoever made it sees it: cards rather than the steps between them."""

from __future__ import annotations

from argmap.model.argument_map import Item, Relation
from argmap.model.history.patch import Change, Patch
from argmap.model.kinds import Bearing

_NONE = Relation("", (), Bearing.SUPPORTS, "")


def concerned(patch: Patch) -> tuple[str, ...]:
    """Return the ids of the statements that came or changed; else of those that bear otherwise.

    Of relations that changed in another way, such as by their weight, their own ids are returned.
    What only moved in its list is not counted: which of two neighbours moved is not known.
    """
    texts = [c.id for c in patch.of("statements") if c.after and c.before != c.after]
    relations = [c for c in patch.of("relations") if c.before != c.after]
    bearing = [premise for change in relations for premise in _premises(change)]
    steps = [change.id for change in relations if change.after]
    return tuple(dict.fromkeys(texts or bearing or steps))


def moved_onto(patch: Patch) -> str | None:
    """Return what cards that only moved bear on now, or "" where on nothing; None for no move.

    They bear on something else, are linked with others, or have another place among siblings.
    """
    new_or_gone = {c.id for c in patch.of("statements") if not (c.before and c.after)}
    left: str | None = None
    for change in patch.of("relations"):
        before, after = _step(change.before), _step(change.after)
        if new_or_gone.intersection((*before.premises, *after.premises)):
            continue
        if after.target != before.target or not set(after.premises) <= set(before.premises):
            if change.after:
                return after.target
            left = left or ""
        elif after.premises != before.premises or _moved(change):
            left = left or after.target
    return "" if left is None and any(map(_moved, patch.of("statements"))) else left


def _step(item: Item | None) -> Relation:
    """Return a relation, or one of nothing where there is none."""
    return item if isinstance(item, Relation) else _NONE


def rearranges(patch: Patch) -> bool:
    """Whether a change can bring, take or move rows of the outline; else it only changes words."""
    return any(
        change.section == "relations" or not (change.before and change.after)
        for change in patch.changes
        if change.section in ("statements", "relations")
    ) or any(change.was_at is not None for change in patch.of("statements"))


def _moved(change: Change) -> bool:
    """Whether an item that was there before has another place among the others."""
    return change.was_at is not None and change.now_at is not None


def _premises(change: Change) -> tuple[str, ...]:
    """Return the premises that bear on something else than before, or beside others."""
    before, after = change.before, change.after
    if not isinstance(before, Relation):
        return after.premises if isinstance(after, Relation) else ()
    if not isinstance(after, Relation):
        return before.premises
    if (before.bearing, before.target) != (after.bearing, after.target):
        return after.premises
    moved = set(before.premises) ^ set(after.premises)
    if moved:
        return tuple(p for p in (*before.premises, *after.premises) if p in moved)
    return after.premises if before.premises != after.premises else ()
