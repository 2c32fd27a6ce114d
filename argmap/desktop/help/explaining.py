"""What something in the map is, in a sentence for who meets it for the first time."""

from __future__ import annotations

from argmap.desktop.help.sections import Section, section
from argmap.drawing.marks import BETWEEN, Marks
from argmap.errors import in_a_row, one_stop, shortened
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.model.walk import parent_relation

_LONGEST = 70

_BADGES = {
    "accepted": "“accepted”: it stands, given what is accepted.",
    "accepted, in tension": "“in tension”: it stands, but beside something it speaks against.",
    "rejected": "“rejected”: it falls, given what is accepted.",
    "undecided": "“undecided”: nothing that is accepted settles it.",
    "does not follow": "“does not follow”: somebody judged so, and the step counts for nothing.",
    "×": "×: something is wrong with it, which the problems pane tells.",
    "!": "!: something could be better, which the problems pane tells.",
}
"""What the marks on cards and arrows say."""

_GROUP = (
    "A group that is folded to one card: it bears on what its cards bear on. Space or a double "
    "click opens it."
)
NOTHING = (
    "This is an argument map: cards are statements, and arrows say what speaks for (+) and against "
    "(−) what."
)


def what_is(argument_map: ArgumentMap, id_: str, marks: Marks) -> str:
    """Return what a statement or relation is, and what its marks say; of nothing, what a map is."""
    item = argument_map.item(id_)
    if id_ in argument_map.group_by_id:
        return _GROUP
    if item is None:
        return NOTHING
    said = (
        _statement(argument_map, item) if isinstance(item, Statement) else _step(argument_map, item)
    )
    badge = marks[id_].badge if id_ in marks else ""
    return in_a_row(said, *(_BADGES.get(part, "") for part in badge.split(BETWEEN)))


def read_more(argument_map: ArgumentMap, id_: str) -> Section:
    """Return the section of the manual about such a statement or relation."""
    item = argument_map.item(id_)
    relation = item if isinstance(item, Relation) else parent_relation(argument_map, id_)
    if relation and relation.target in argument_map.relation_by_id:
        return section("manual", "undercuts-and-backing")
    if relation and relation.linked:
        return section("manual", "linked-premises")
    if isinstance(item, Statement) and item.implicit:
        return section("manual", "what-is-left-unsaid")
    return section("manual", "claim-premise-rebuttal")


def _statement(argument_map: ArgumentMap, statement: Statement) -> str:
    relation = parent_relation(argument_map, statement.id)
    unsaid = "It is unstated in the source, so it is drawn dashed." if statement.implicit else ""
    if relation is None:
        return in_a_row("A claim is at issue: premises support it, rebuttals attack it.", unsaid)
    others = len(relation.premises) - 1
    linked = f"together with {_others(others)} " if others else ""
    attacks = relation.bearing is Bearing.ATTACKS
    step = argument_map.relation_by_id.get(relation.target)
    shown = _named(argument_map, step.target if step else relation.target)
    if step and attacks:
        said = (
            f"A rebuttal of a step (an undercut): {linked}it says that the reasons for {shown} do "
            "not show it, even if they are true."
        )
    elif step:
        said = f"Backing: {linked}it says why the reasons for {shown} show it."
    elif attacks:
        said = f"A rebuttal: {linked}it says that {shown} is false."
    else:
        said = f"A premise: {linked}it supports {shown}."
    return in_a_row(said, unsaid)


def _step(argument_map: ArgumentMap, relation: Relation) -> str:
    does = relation.bearing.noun
    on_step = relation.target in argument_map.relation_by_id
    target = "another step" if on_step else _named(argument_map, relation.target)
    if relation.linked:
        return (
            f"A step with {len(relation.premises)} linked premises: they {does} {target} together, "
            "or not at all."
        )
    premise = _named(argument_map, relation.premises[0]) if relation.premises else "Something"
    return one_stop(f"A step: {premise} {relation.bearing} {target}.")


def _named(argument_map: ArgumentMap, id_: str) -> str:
    statement = argument_map.statement_by_id.get(id_)
    if statement is None:
        return "another step"
    return f"“{shortened(statement.text or statement.title or statement.id, _LONGEST)}”"


def _others(count: int) -> str:
    return "another one" if count == 1 else f"{count} others"
