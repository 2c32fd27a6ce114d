"""Three versions of every item: which of them stand, and where the sides differ about one.

What one side alone changed, added or deleted is so. What both changed is merged key by key. Where
one changed and the other deleted, or both made the same id and mean different things by it, ours
stands and the rest is a conflict.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.merging.fields import merged_fields
from argmap.merging.merge_state import MergeState, by_id
from argmap.model.argument_map import SECTIONS, Item, Relation
from argmap.store.schema.keys import Level


def merge_items(draft: MergeState) -> None:
    """Fill the draft with what stands."""
    for section in SECTIONS:
        sides = [by_id(side, section) for side in (draft.base, draft.ours, draft.theirs)]
        for id_ in {**sides[0], **sides[1], **sides[2]}:
            base, ours, theirs = (side.get(id_) for side in sides)
            _merge(draft, section, base, ours, theirs)
    _part_sections(draft)


def _merge(
    draft: MergeState, section: str, base: Item | None, ours: Item | None, theirs: Item | None
) -> None:
    if theirs in (base, ours):
        _put(draft, section, ours)
    elif ours == base:
        _put(draft, section, theirs)
    elif None in (ours, theirs) and _is_same(base, ours or theirs):
        return  # an id that came or went is nothing to keep it for
    elif base is None or ours is None or theirs is None:
        _put(draft, section, ours)
        item = ours or theirs
        assert item is not None, "somebody changed it"
        draft.note_item(section, item.id)
        if base is None:
            draft.twice.add(item.id)
    else:
        merged, conflicts = merged_fields(Level(section), base, ours, theirs)
        _put(draft, section, merged)
        for conflict in conflicts:
            draft.note(conflict)


def _is_same(base: Item | None, item: Item | None) -> bool:
    """Whether an item is the one that it was, with or without an id of its own."""
    if not (isinstance(base, Relation) and isinstance(item, Relation)):
        return False
    return replace(item, anonymous=base.anonymous) == base


def _part_sections(draft: MergeState) -> None:
    """Let an id stand in one section only, although theirs gave it to something of another sort."""
    holder: dict[str, str] = {}
    for section in SECTIONS:
        for id_ in list(draft.items[section]):
            other = holder.setdefault(id_, section)
            if other == section:
                continue
            alien = other if id_ in by_id(draft.ours, section) else section
            holder[id_] = section if alien == other else other
            draft.drop(alien, id_)
            draft.twice.add(id_)


def _put(draft: MergeState, section: str, item: Item | None) -> None:
    if item is not None:
        draft.items[section][item.id] = item
