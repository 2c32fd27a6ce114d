"""A map in words: what is said of a card or an arrow to those who hear the picture."""

from __future__ import annotations

from argmap.drawing.marks import UNMARKED, Mark
from argmap.marking import badge_in_words
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.groups import members
from argmap.model.kinds import Bearing
from argmap.references.attribution import attribution


def describe(argument_map: ArgumentMap, id_: str, mark: Mark = UNMARKED) -> str:
    """Return in words what the picture shows of a statement or relation besides its text.

    That is its badge, the sort of relation it is, what it bears on, what bears on it, and who
    says it where.
    """
    relation = argument_map.relation_by_id.get(id_)
    statement = argument_map.statement_by_id.get(id_)
    if id_ in argument_map.group_by_id:
        count = len(members(argument_map, id_))
        return f"stands for {count} statements" if count > 1 else "stands for 1 statement"
    said = [badge_in_words(mark)]
    if relation:
        said.append(_sort(argument_map, relation))
    if statement and statement.implicit:
        said.append("unstated")
    said.extend(f"{_verb(r)} {_target(argument_map, r)}" for r in argument_map.relations_of(id_))
    on = argument_map.relations_on(id_)
    for bearing in Bearing:
        count = sum(other.bearing is bearing for other in on)
        if count:
            said.append(f"{bearing.participle} by {count} {'reason' if count == 1 else 'reasons'}")
    if statement:
        said.append(attribution(argument_map, statement))
    return "; ".join(part for part in said if part)


def _sort(argument_map: ArgumentMap, relation: Relation) -> str:
    """Return the sort of a relation: support or attack, linked or not, of a step or not."""
    linked = "linked " if relation.linked else ""
    step = " on a step" if relation.target in argument_map.relation_by_id else ""
    return f"{linked}{relation.bearing.noun}{step}"


def _verb(relation: Relation) -> str:
    verb = f"{relation.bearing.noun}s"
    if not relation.linked:
        return verb
    others = len(relation.premises) - 1
    return f"{verb}, linked with {others} {'other' if others == 1 else 'others'},"


def _target(argument_map: ArgumentMap, relation: Relation) -> str:
    """Return the words for what a relation bears on, at the end of however many steps."""
    id_, seen = relation.target, {relation.id}
    while (step := argument_map.relation_by_id.get(id_)) and id_ not in seen:
        seen.add(id_)
        id_ = step.target
    final = argument_map.statement_by_id.get(id_)
    if final is None:
        return "a step"
    return f"“{final.text}”" if len(seen) == 1 else f"a step to “{final.text}”"


def name(argument_map: ArgumentMap, id_: str) -> str:
    """Return what a card or an arrow is, and its text."""
    statement = argument_map.statement_by_id.get(id_)
    group = argument_map.group_by_id.get(id_)
    if group:
        return f"folded group: {group.name}"
    if statement:
        return f"{statement.kind}: {statement.text}"
    relation = argument_map.relation_by_id.get(id_)
    if relation is None:
        return ""
    texts = (argument_map.statement_by_id.get(premise) for premise in relation.premises)
    premises = " and ".join(f"“{statement.text}”" for statement in texts if statement)
    ending = "" if relation.linked else "s"
    return f"step: {premises} {relation.bearing.noun}{ending} {_target(argument_map, relation)}"
