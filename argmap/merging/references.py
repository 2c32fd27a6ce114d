"""What items name and the other side took away: deleted here, named there.

Where ours names it, it stays as in ours. Where theirs names it, what names it is taken back to what
it is in ours. Either way both sides stand among the conflicts, and the map has no loose ends that
neither side had.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from argmap.merging.fields import TARGET
from argmap.merging.merge_state import MergeState, by_id
from argmap.model.argument_map import GONE, Group, Item, Relation, Statement, Viewpoint


class Reference(NamedTuple):
    """That a key of an item names an id, in one of these sections."""

    key: str
    id: str
    sections: tuple[str, ...]


def settle_references(draft: MergeState) -> None:
    """Leave nothing that names what is not there, unless a side named it in vain already."""
    for conflict in list(draft.conflicts.values()):
        if conflict.theirs is GONE and conflict.key == "statements":
            _tie_again(draft, conflict.id)
        if conflict.ours is GONE and conflict.key == "statements":
            _note_steps(draft, conflict.id)
    while _settle_once(draft):
        pass


def references(item: Item) -> Iterator[Reference]:
    """Return what an item names."""
    match item:
        case Relation():
            yield from (Reference("from", id_, ("statements",)) for id_ in item.premises)
            yield Reference(TARGET, item.target, ("statements", "relations"))
        case Statement():
            if item.group:
                yield Reference("group", item.group, ("groups",))
            yield from (Reference("cites", cite.source, ("sources",)) for cite in item.cites)
        case Group():
            if item.parent:
                yield Reference("parent", item.parent, ("groups",))
        case Viewpoint():
            for id_, _ in item.judgements:
                yield Reference(f"judgements.{id_}", id_, ("statements", "relations"))
        case _:
            return


def take_back(draft: MergeState, section: str, id_: str, reference: Reference) -> None:
    """Let an item name what it names in ours; what theirs names stands among the conflicts."""
    item, ours = draft.items[section][id_], by_id(draft.ours, section).get(id_)
    if isinstance(item, Relation) and ours is None:
        draft.drop(section, id_)
        for premise in item.premises:
            _hold_on(draft, premise)
        return
    draft.items[section][id_] = _without(item, ours, reference)
    draft.note_key(section, id_, reference.key)


def _settle_once(draft: MergeState) -> bool:
    """Settle one loose end of each item that has any; whether there was one."""
    waiting = [(section, id_) for section, items in draft.items.items() for id_ in items]
    settled = [_settle(draft, section, id_) for section, id_ in waiting]
    return any(settled)


def _settle(draft: MergeState, section: str, id_: str) -> bool:
    """Settle the first loose end of an item; whether there was one."""
    item = draft.items[section].get(id_)
    if item is None:
        return False
    for reference in references(item):
        named = reference.id
        there = _is_there(draft, reference)
        if there and named not in draft.twice:
            continue
        ours, theirs = by_id(draft.ours, section).get(id_), by_id(draft.theirs, section).get(id_)
        mine = set(references(ours)) if ours else set()
        if there and reference in mine:
            continue
        if reference in mine:
            held = [name for name in reference.sections if named in by_id(draft.ours, name)]
            in_vain = theirs is not None and reference in set(references(theirs))
            if held and not in_vain:
                draft.restore(held[0], named)
                _tie_again(draft, named)
                return True
        elif theirs is not None and _held_by_theirs(draft, reference):
            take_back(draft, section, id_, reference)
            _note_deleted(draft, reference)
            return True
    return False


def _is_there(draft: MergeState, reference: Reference) -> bool:
    first, *others = reference.sections
    return reference.id in draft.items[first] or any(reference.id in draft.items[o] for o in others)


def _held_by_theirs(draft: MergeState, reference: Reference) -> bool:
    return any(reference.id in by_id(draft.theirs, name) for name in reference.sections)


def _note_deleted(draft: MergeState, reference: Reference) -> None:
    """Take down that ours deleted what theirs goes on naming."""
    for name in reference.sections:
        if reference.id in by_id(draft.base, name) and reference.id not in draft.items[name]:
            draft.note_item(name, reference.id)


def _tie_again(draft: MergeState, id_: str) -> None:
    """Let a statement that stays against theirs bear on what it bore on, if that is still there."""
    relations = draft.items["relations"]
    for relation in draft.ours.relations_of(id_):
        now = relations.get(relation.id)
        if isinstance(now, Relation):
            kept = {*now.premises, id_}
            also = [premise for premise in now.premises if premise not in relation.premises]
            premises = (*(p for p in relation.premises if p in kept), *also)
            relations[relation.id] = replace(now, premises=premises)
        elif all(_is_there(draft, reference) for reference in references(relation)):
            relations[relation.id] = relation


def _hold_on(draft: MergeState, id_: str) -> None:
    """Let a statement that theirs moved to where it cannot go bear on what it bears on in ours."""
    if id_ not in draft.items["statements"] or id_ in draft.twice:
        return
    before = dict(draft.items["relations"])
    _tie_again(draft, id_)
    for relation in draft.ours.relations_of(id_):
        now = draft.items["relations"].get(relation.id)
        if now is before.get(relation.id):
            continue
        if relation.id in draft.theirs.relation_by_id:
            draft.note_key("relations", relation.id, "from")
        else:
            draft.note_item("relations", relation.id)


def _note_steps(draft: MergeState, id_: str) -> None:
    """Take down what a statement bore on that only theirs still has: it is to come back whole."""
    for step in draft.theirs.relations_of(id_):
        if step != draft.base.relation_by_id.get(step.id):
            continue  # theirs changed it, so there is a conflict about it, or it is there
        now = draft.items["relations"].get(step.id)
        if now is None:
            draft.note_item("relations", step.id)
        elif isinstance(now, Relation) and id_ not in now.premises:
            draft.note_key("relations", step.id, "from")


def _without(item: Item, ours: Item | None, reference: Reference) -> Item:
    """Return the item with the key of a reference as ours has it, or without the reference."""
    changes: dict[str, Any] = {}
    if isinstance(item, Statement) and reference.key == "cites":
        changes["cites"] = tuple(cite for cite in item.cites if cite.source != reference.id)
    elif isinstance(item, Viewpoint):
        changes["judgements"] = tuple(pair for pair in item.judgements if pair[0] != reference.id)
    else:
        for name in _ATTRIBUTES[reference.key]:
            changes[name] = getattr(ours, name, "")
    return replace(item, **changes)


_ATTRIBUTES = {
    "from": ("premises",),
    TARGET: ("target", "bearing"),
    "group": ("group",),
    "parent": ("parent",),
}
"""What holds a reference that an item has one of."""
