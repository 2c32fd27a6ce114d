"""Ids that follow a text which is still being written for the first time.

An id is made of the words that are there when a card is first taken over. Where that is in
mid-word, as by Save, it would keep half of it for good; so until the writing ends the id is made
anew, and everything that names it goes along in the same edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Item, Relation, Statement
from argmap.model.edits.edit import set_fields
from argmap.model.history.patch import Patch
from argmap.model.ids import new_id, new_relation_id


def write_on(argument_map: ArgumentMap, id_: str, text: str) -> ArgumentMap:
    """Return the map in which a statement that was just made says more, and its id with it.

    An id that is not made of its words stays, and so does one that a conflict is about.
    """
    written = set_fields(argument_map, id_, text=text)
    taken = argument_map.ids - {id_}
    before, now = (new_id(m.statement_by_id[id_].text, taken) for m in (argument_map, written))
    asked = any(conflict.id == id_ for conflict in argument_map.conflicts)
    return written if before != id_ or now == id_ or asked else _renamed(written, id_, now)


def renames(patch: Patch) -> dict[str, str]:
    """Return the names by which a statement that went came back, and its steps, if one did."""
    (gone, came), (left, new) = _apart(patch, "statements"), _apart(patch, "relations")
    if len(gone) != 1 or len(came) != 1:
        return {}
    was, now = gone[0], came[0]
    if not (isinstance(was, Statement) and isinstance(now, Statement)):
        return {}
    if replace(was, id=now.id, text=now.text) != now:
        return {}
    steps = zip((item.id for item in left), (item.id for item in new), strict=False)
    return {was.id: now.id, **dict(steps)}


def _apart(patch: Patch, section: str) -> tuple[list[Item], list[Item]]:
    """Return what of a section went, and what came."""
    changes = patch.of(section)
    gone = [change.before for change in changes if change.before and change.after is None]
    return gone, [change.after for change in changes if change.after and change.before is None]


def _renamed(argument_map: ArgumentMap, old: str, new: str) -> ArgumentMap:
    """Return the map in which a statement has another id, and steps that are called after it."""
    names = {old: new}
    taken = argument_map.ids | {new}
    for relation in argument_map.relations_of(old):
        if not relation.anonymous and relation.id == new_relation_id(old, taken - {relation.id}):
            names[relation.id] = new_relation_id(new, taken)
    return replace(
        argument_map,
        statements=tuple(replace(s, id=new) if s.id == old else s for s in argument_map.statements),
        relations=tuple(_going_along(r, names) for r in argument_map.relations),
        viewpoints=tuple(
            replace(v, judgements=tuple((names.get(i, i), j) for i, j in v.judgements))
            if any(i in names for i, _ in v.judgements)
            else v
            for v in argument_map.viewpoints
        ),
    )


def _going_along(relation: Relation, names: Mapping[str, str]) -> Relation:
    if not names.keys() & {relation.id, relation.target, *relation.premises}:
        return relation
    return replace(
        relation,
        id=names.get(relation.id, relation.id),
        premises=tuple(names.get(premise, premise) for premise in relation.premises),
        target=names.get(relation.target, relation.target),
    )
