"""A notation for maps in tests: `r1: p q -> C; x -x r1`.

`->` supports, `-x` attacks; several premises are linked. A relation without a name is called
`r-p` after its first premise, as the program does; one named `_` is anonymous. Statements stand in
the order in which they are mentioned, target before premises; `C D` alone mentions them. The text
of a statement is its id, and its kind is the one that its relations give.
"""

from __future__ import annotations

from argmap.model.argument_map import SECTIONS, ArgumentMap, Relation, Statement
from argmap.model.ids import new_relation_id
from argmap.model.integrity import relation_id
from argmap.model.kinds import Bearing
from argmap.model.natural_kind import with_natural_kinds

ARROWS = {" -> ": Bearing.SUPPORTS, " -x ": Bearing.ATTACKS}


def a_map(notation: str) -> ArgumentMap:
    """Make the map that the notation describes."""
    mentioned: dict[str, None] = {}
    relations: dict[str, Relation] = {}
    for line in filter(None, (part.strip() for part in notation.split(";"))):
        arrow = next((arrow for arrow in ARROWS if arrow in line), None)
        if arrow is None:
            mentioned |= dict.fromkeys(line.split())
            continue
        relation = _relation(line, arrow, relations)
        relations[relation.id] = relation
        mentioned |= dict.fromkeys((relation.target, *relation.premises))
    bare = ArgumentMap(
        statements=tuple(Statement(id_, id_) for id_ in mentioned if id_ not in relations),
        relations=tuple(relations.values()),
    )
    return with_natural_kinds(bare)


def _relation(line: str, arrow: str, taken: dict[str, Relation]) -> Relation:
    name, _, rest = line.rpartition(": ")
    left, right = rest.split(arrow)
    premises, target, bearing = tuple(left.split()), right.strip(), ARROWS[arrow]
    if name == "_":
        id_ = relation_id(premises, bearing, target, taken)
        return Relation(id_, premises, bearing, target, anonymous=True)
    return Relation(name or new_relation_id(premises[0], taken), premises, bearing, target)


def steps(argument_map: ArgumentMap) -> str:
    """Write the relations of a map in the notation, in their order."""
    return "; ".join(_step(relation) for relation in argument_map.relations)


def _step(relation: Relation) -> str:
    arrow = next(arrow for arrow, bearing in ARROWS.items() if bearing is relation.bearing)
    step = f"{' '.join(relation.premises)}{arrow}{relation.target}"
    if relation.anonymous:
        return f"_: {step}"
    usual = relation.id == f"r-{relation.premises[0]}"
    return step if usual else f"{relation.id}: {step}"


def ids(argument_map: ArgumentMap) -> str:
    """Write the ids of the statements, in their order."""
    return " ".join(statement.id for statement in argument_map.statements)


def kind(argument_map: ArgumentMap, statement: str) -> str:
    """Return the kind of a statement as a word."""
    return str(argument_map.statement_by_id[statement].kind)


def flaws(argument_map: ArgumentMap) -> list[str]:
    """Say what is structurally wrong with a map; an empty list for every map that edits make."""
    count = sum(len(getattr(argument_map, section)) for section in SECTIONS)
    found = [] if len(argument_map.ids - argument_map.unread) == count else ["an id twice"]
    referred = {r.target for r in argument_map.relations}
    referred |= {id_ for v in argument_map.viewpoints for id_, _ in v.judgements}
    for relation in argument_map.relations:
        known = argument_map.statement_by_id.keys()
        wrong = {
            "no premise": not relation.premises,
            "unknown premise": not known >= set(relation.premises),
            "premise twice": len(set(relation.premises)) < len(relation.premises),
            "unknown target": argument_map.item(relation.target) is None,
            "own target": relation.target in (relation.id, *relation.premises),
            "nameless, yet referred to": relation.anonymous and relation.id in referred,
        }
        found += [f"{relation.id}: {flaw}" for flaw, is_so in wrong.items() if is_so]
    judged = {id_ for v in argument_map.viewpoints for id_, _ in v.judgements}
    found += [f"judged, but not there: {id_}" for id_ in judged if not argument_map.item(id_)]
    return found
