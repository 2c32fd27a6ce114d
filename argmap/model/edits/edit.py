"""Edits that add to a map or change fields of it: plain functions from a map to a map.

There are no command classes and no code that takes an edit back: `diff` of the maps before and
after is the undo step. What cannot be done raises `ArgmapError`. See `removal` for taking away,
`rearrange` for moving, `fragment` for copying.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from argmap.errors import ArgmapError
from argmap.model.argument_map import (
    FIELDS,
    SECTIONS,
    ArgumentMap,
    Cite,
    Group,
    Item,
    Relation,
    Source,
    Statement,
    Viewpoint,
)
from argmap.model.edits.relations import name_relations, with_relations
from argmap.model.groups import group_at
from argmap.model.ids import new_id, new_relation_id
from argmap.model.kinds import Bearing, Direction, Kind
from argmap.model.walk import parent_relation

_SECTION_OF: dict[type[Item], str] = {
    Statement: "statements",
    Relation: "relations",
    Source: "sources",
    Group: "groups",
    Viewpoint: "viewpoints",
}


def add_claim(argument_map: ArgumentMap, text: str) -> ArgumentMap:
    """Return the map with a new statement at the end, a claim that bears on nothing."""
    claim = Statement(new_id(text, argument_map.ids), text, Kind.CLAIM)
    return replace(argument_map, statements=(*argument_map.statements, claim))


def add_premise(argument_map: ArgumentMap, target: str, text: str) -> ArgumentMap:
    """Return the map with a new premise that supports a statement or, as backing, a relation.

    It lies in the group of what it bears on, as every new reason does.
    Raises ArgmapError where nothing has the target's id.
    """
    return _add_reason(argument_map, target, text, Bearing.SUPPORTS)


def add_rebuttal(argument_map: ArgumentMap, target: str, text: str) -> ArgumentMap:
    """Return the map with a new rebuttal that attacks a statement or, as undercut, a relation.

    Raises ArgmapError where nothing has the target's id.
    """
    return _add_reason(argument_map, target, text, Bearing.ATTACKS)


def add_co_premise(argument_map: ArgumentMap, premise: str, text: str) -> ArgumentMap:
    """Return the map with a new premise, linked with the given one in its first relation.

    Raises ArgmapError where the given one bears on nothing.
    """
    relation = own_relation(argument_map, premise)
    group = group_at(argument_map, premise)
    statement = Statement(new_id(text, argument_map.ids), text, relation.bearing.kind, group=group)
    at = relation.premises.index(premise) + 1
    premises = (*relation.premises[:at], statement.id, *relation.premises[at:])
    grown = _insert_statement(argument_map, statement, premise)
    return put(grown, replace(relation, premises=premises))


def add_sibling(
    argument_map: ArgumentMap, statement: str, text: str, *, before: bool = False
) -> ArgumentMap:
    """Return the map with a new statement that does what the given one does, beside it.

    Beside a claim that bears on nothing it is another one.
    """
    new = Statement(new_id(text, argument_map.ids), text)
    first = argument_map.relations_of(statement)
    if not first:
        return _insert_statement(argument_map, new, statement, before=before)
    relation = first[0]
    group = group_at(argument_map, statement)
    new = replace(new, kind=relation.bearing.kind, group=group)
    grown = _insert_statement(argument_map, new, statement, before=before)
    return add_relation(
        grown, (new.id,), relation.bearing, relation.target, beside=relation.id, before=before
    )


def link(argument_map: ArgumentMap, premise: str, target: str, bearing: Bearing) -> ArgumentMap:
    """Return the map in which an existing statement supports or attacks the target as well.

    Raises ArgmapError where it does that already, or would bear on itself.
    """
    refuse_twice(argument_map, premise, bearing, target)
    order = {relation.id: index for index, relation in enumerate(argument_map.relations)}
    beside = [id_ for id_ in [relation_before(argument_map, target)] if id_]
    if beside:  # Not before the premise's first relation, which says where its own place is.
        beside += [relation.id for relation in argument_map.relations_of(premise)[:1]]
    return add_relation(
        argument_map,
        (premise,),
        bearing,
        target,
        beside=max(beside, key=order.__getitem__, default=""),
    )


def usual_bearing(argument_map: ArgumentMap, premise: str, target: str) -> Bearing:
    """Return what a new relation from a statement to a target does, if nothing else is said.

    It attacks a relation (an undercut); else it does what the statement's kind does, or supports.
    """
    if target in argument_map.relation_by_id:
        return Bearing.ATTACKS
    return argument_map.statement_by_id[premise].kind.bearing or Bearing.SUPPORTS


def add_relation(
    argument_map: ArgumentMap,
    premises: tuple[str, ...],
    bearing: Bearing,
    target: str,
    *,
    beside: str = "",
    before: bool = False,
) -> ArgumentMap:
    """Return the map with a new relation, at its usual place or beside (after, before) another.

    Raises ArgmapError where a premise is the target.
    """
    if target in premises:
        raise ArgmapError("A statement cannot bear on itself.", "Choose another target.")
    id_ = new_relation_id(premises[0], argument_map.ids)
    relations = list(argument_map.relations)
    index = _index(relations, beside or relation_before(argument_map, target))
    place = len(relations) if index is None else index + (not before)
    relations.insert(place, Relation(id_, premises, bearing, target))
    return with_relations(argument_map, relations)


def relation_before(argument_map: ArgumentMap, target: str) -> str:
    """Return the relation behind which a new one on the target stands; "" for the end.

    It is the last one on the target, else the target's own: so two people who each add a reason
    somewhere change lines that lie apart, and a merge of their files needs no help.
    """
    own = argument_map.relation_by_id.get(target) or parent_relation(argument_map, target)
    return _last_on(argument_map, target) or (own.id if own else "")


def refuse_twice(
    argument_map: ArgumentMap, premise: str, bearing: Bearing, target: str, but: str = ""
) -> None:
    """Raise `ArgmapError` if the premise does that to the target already, `but` not counted."""
    for relation in argument_map.relations_of(premise):
        if (relation.bearing, relation.target) == (bearing, target) and relation.id != but:
            raise ArgmapError(
                f"“{premise}” {bearing} “{target}” already.", "Choose another target."
            )


def set_fields(argument_map: ArgumentMap, id_: str, **fields: Any) -> ArgumentMap:
    """Return the map with other fields (any but `id`) of the item of that id.

    Raises ArgmapError where nothing has the id.
    """
    assert "id" not in fields, "an id never changes: relations and viewpoints point at it"
    for section in SECTIONS:
        for item in getattr(argument_map, section):
            if item.id == id_:
                return put(argument_map, replace(item, **fields))
    raise ArgmapError(f"There is no “{id_}” in the map.")


def add_cite(argument_map: ArgumentMap, statement: str, cite: Cite) -> ArgumentMap:
    """Return the map in which a statement cites something as well.

    Raises ArgmapError where there is no such statement, or it cites that already.
    """
    found = argument_map.statement_by_id.get(statement)
    if found is None:
        raise ArgmapError(f"There is no statement “{statement}” in the map.", "Choose a card.")
    if any((c.source, c.quote, c.at) == (cite.source, cite.quote, cite.at) for c in found.cites):
        raise ArgmapError("The card cites this passage already.")
    return put(argument_map, replace(found, cites=(*found.cites, cite)))


def set_map_fields(argument_map: ArgumentMap, **fields: Any) -> ArgumentMap:
    """Return the map with other fields of its own; ArgmapError for one that is not in FIELDS."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise ArgmapError(f"A map has no field “{', '.join(sorted(unknown))}”.")
    return replace(argument_map, **fields)


def set_direction(argument_map: ArgumentMap, direction: Direction | None) -> ArgumentMap:
    """Return the map with its conclusion at that side of pictures; None: where it usually is."""
    return replace(argument_map, style=replace(argument_map.style, direction=direction))


def put(argument_map: ArgumentMap, item: Item) -> ArgumentMap:
    """Return the map with an item in the place of the one with its id, or last in its section.

    Raises ArgmapError where an item of another section has the id.
    """
    section = _SECTION_OF[type(item)]
    items = list(getattr(argument_map, section))
    index = _index(items, item.id)
    if index is not None:
        items[index] = item
    elif item.id in argument_map.ids:
        raise ArgmapError(f"The id “{item.id}” is taken.", "Choose another one.")
    else:
        items.append(item)
    if section == "relations":
        return with_relations(argument_map, items)
    changed = with_section(argument_map, section, items)
    if isinstance(item, Viewpoint):
        return name_relations(changed, (id_ for id_, _ in item.judgements))
    return changed


def group(argument_map: ArgumentMap, ids: Iterable[str], title: str) -> ArgumentMap:
    """Return the map with a new group of that title around these statements.

    Where all of them lie in one group, the new one lies in it as well.
    """
    ids = tuple(ids)
    around = {group_at(argument_map, id_) for id_ in ids}
    parent = around.pop() if len(around) == 1 else ""
    made = Group(new_id(title, argument_map.ids, "group"), title, parent=parent)
    return assign_group(put(argument_map, made), ids, made.id)


def name_new_group(argument_map: ArgumentMap, id_: str, title: str) -> ArgumentMap:
    """Return the map in which a group that was just made has its title, and an id that fits it.

    Nobody may have used the id yet but the map itself.
    """
    others = argument_map.ids - {id_}
    id_now = new_id(title, others, "group")
    groups = (
        replace(g, id=id_now, title=title)
        if g.id == id_
        else replace(g, parent=id_now)
        if g.parent == id_
        else g
        for g in argument_map.groups
    )
    members = [s.id for s in argument_map.statements if s.group == id_]
    return assign_group(replace(argument_map, groups=tuple(groups)), members, id_now)


def assign_group(argument_map: ArgumentMap, ids: Iterable[str], group_id: str) -> ArgumentMap:
    """Return the map with these statements in a group, or with an empty id in none."""
    members = set(ids)
    return replace(
        argument_map,
        statements=tuple(
            replace(s, group=group_id) if s.id in members and s.group != group_id else s
            for s in argument_map.statements
        ),
    )


def with_section(argument_map: ArgumentMap, section: str, items: Iterable[Item]) -> ArgumentMap:
    """Return the map with other items in a section; for relations, see `with_relations`."""
    update: dict[str, Any] = {section: tuple(items)}
    return replace(argument_map, **update)


def _add_reason(argument_map: ArgumentMap, target: str, text: str, bearing: Bearing) -> ArgumentMap:
    if argument_map.item(target) is None:
        raise ArgmapError(f"There is no “{target}” in the map.")
    group = group_at(argument_map, target)
    statement = Statement(new_id(text, argument_map.ids), text, bearing.kind, group=group)
    grown = _insert_statement(argument_map, statement, _last_below(argument_map, target))
    return add_relation(grown, (statement.id,), bearing, target)


def _insert_statement(
    argument_map: ArgumentMap, statement: Statement, beside: str, *, before: bool = False
) -> ArgumentMap:
    statements = list(argument_map.statements)
    index = _index(statements, beside)
    statements.insert(len(statements) if index is None else index + (not before), statement)
    return replace(argument_map, statements=tuple(statements))


def _last_below(argument_map: ArgumentMap, target: str) -> str:
    """Return the statement after which a new reason for the target reads well in the file."""
    step = argument_map.relation_by_id.get(_last_on(argument_map, target) or target)
    return step.premises[-1] if step else target


def _last_on(argument_map: ArgumentMap, target: str) -> str:
    on = argument_map.relations_on(target)
    return on[-1].id if on else ""


def own_relation(argument_map: ArgumentMap, premise: str) -> Relation:
    """Return the step that a co-premise of the statement joins.

    Raises ArgmapError where the statement bears on nothing.
    """
    relations = argument_map.relations_of(premise)
    if not relations:
        raise ArgmapError(
            "A claim that bears on nothing has no step to share.",
            "Add a premise to it, or link it to another statement first.",
        )
    return relations[0]


def _index(items: list[Any], id_: str) -> int | None:
    return next((index for index, item in enumerate(items) if item.id == id_), None)
