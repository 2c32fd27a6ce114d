"""What a change is about, as whoever made it sees it: cards rather than the steps between them."""

from __future__ import annotations

from argmap.model.argument_map import Relation
from argmap.model.history.patch import Change, Patch


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


def rearranges(patch: Patch) -> bool:
    """Whether a change can bring, take or move rows of the outline; else it only changes words."""
    return any(
        change.section == "relations" or not (change.before and change.after)
        for change in patch.changes
        if change.section in ("statements", "relations")
    ) or any(change.was_at is not None for change in patch.of("statements"))


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
