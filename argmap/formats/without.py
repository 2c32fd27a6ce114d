"""A map without something that a format cannot hold, and who has it: functions of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from argmap.drawing.nesting import path
from argmap.formats.sketch import without_loose
from argmap.model.argument_map import SECTIONS, ArgumentMap, Extra, Group, Relation, Viewpoint
from argmap.model.kinds import Bearing, Judgement
from argmap.model.natural_kind import natural_kinds
from argmap.model.walk import Branch, outline

NO_TEXT = "(no text)"
AIF = "x-aif"
"""The key under which a map keeps what AIF files say beyond the map."""


def with_section(argument_map: ArgumentMap, section: str, items: tuple[Any, ...]) -> ArgumentMap:
    """Exchange a section."""
    update: dict[str, Any] = {section: items}
    return replace(argument_map, **update)


def aif_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return what carries a note of AIF."""
    items = (i for name in SECTIONS for i in getattr(m, name))
    return (*(k for k, _ in m.extra if k == AIF), *(i.id for i in items if _has_aif(i.extra)))


def _has_aif(extra: Extra) -> bool:
    return any(key == AIF for key, _ in extra)


def without_aif(m: ArgumentMap) -> ArgumentMap:
    """Leave out all notes of AIF."""
    for name in SECTIONS:
        items = (
            replace(i, extra=_not_aif(i.extra)) if _has_aif(i.extra) else i
            for i in getattr(m, name)
        )
        m = with_section(m, name, tuple(items))
    return replace(m, extra=_not_aif(m.extra))


def _not_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] != AIF)


def _only_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] == AIF)


def extra_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return what has unknown keys, those of AIF left aside."""
    items = tuple(i.id for name in SECTIONS for i in getattr(m, name) if _not_aif(i.extra))
    cites = tuple(
        s.id for s in m.statements if not _not_aif(s.extra) and any(c.extra for c in s.cites)
    )
    return (*(key for key, _ in (*_not_aif(m.extra), *m.style.extra)), *items, *cites)


def without_extra(m: ArgumentMap) -> ArgumentMap:
    """Leave out unknown keys, but for those of AIF."""
    for name in SECTIONS:
        m = with_section(
            m, name, tuple(replace(i, extra=_only_aif(i.extra)) for i in getattr(m, name))
        )
    plain = tuple(
        replace(s, cites=tuple(replace(c, extra=()) for c in s.cites)) for s in m.statements
    )
    return replace(m, extra=_only_aif(m.extra), style=replace(m.style, extra=()), statements=plain)


def ungrouped(m: ArgumentMap) -> ArgumentMap:
    """Leave out groups."""
    return replace(m, groups=(), statements=tuple(replace(s, group="") for s in m.statements))


def group_details(m: ArgumentMap) -> tuple[str, ...]:
    """Return the groups that are more than a title around statements."""
    plain = _plain_groups(m)
    return tuple(g.id for g in m.groups if g not in plain) if m.groups != plain else ()


def _plain_groups(m: ArgumentMap) -> tuple[Group, ...]:
    """Return the groups that hold a statement, in that order, with a title of their own only."""
    used = dict.fromkeys(s.group for s in m.statements if s.group in m.group_by_id)
    by_title: dict[str, Group] = {}
    for id_ in used:
        title = " ".join(m.group_by_id[id_].title.split()) or id_
        by_title.setdefault(title, Group(id_, title))
    return tuple(by_title.values())


def with_plain_groups(m: ArgumentMap) -> ArgumentMap:
    """Make one group of all that share a title, and leave out empty ones."""
    plain = _plain_groups(m)
    by_title = {group.title: group.id for group in plain}
    new_id = {
        id_: by_title.get(" ".join(group.title.split()) or id_, "")
        for id_, group in m.group_by_id.items()
    }
    statements = tuple(
        replace(s, group=new_id.get(s.group, "")) if s.group else s for s in m.statements
    )
    return replace(m, groups=plain, statements=statements)


def empty_groups(m: ArgumentMap) -> tuple[str, ...]:
    """Return the groups in which no statement is, nor in any group inside."""
    filled = {id_ for statement in m.statements for id_ in path(m, statement.group)}
    return tuple(group.id for group in m.groups if group.id not in filled)


def without_empty_groups(m: ArgumentMap) -> ArgumentMap:
    """Leave out the groups around nothing."""
    empty = set(empty_groups(m))
    return replace(m, groups=tuple(group for group in m.groups if group.id not in empty))


def uncited(m: ArgumentMap) -> ArgumentMap:
    """Leave out sources and the pointers into them."""
    return replace(m, sources=(), statements=tuple(replace(s, cites=()) for s in m.statements))


def source_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return sources, and statements that cite any."""
    return (*(s.id for s in m.sources), *(s.id for s in m.statements if s.cites))


def onto_relations(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations that bear on a relation."""
    return tuple(r.id for r in m.relations if r.target not in m.statement_by_id)


def onto_premises(m: ArgumentMap) -> ArgumentMap:
    """Let what bears on a relation bear on the first premise of it, for want of steps."""
    relations = (r if r.target in m.statement_by_id else _onto_premise(m, r) for r in m.relations)
    return replace(m, relations=tuple(r for r in relations if r.premises))


def _onto_premise(m: ArgumentMap, relation: Relation) -> Relation:
    """Return the relation with another target, of which no premise is left if that was the only."""
    target = m.relation_by_id[relation.target].premises[0]
    return replace(
        relation, target=target, premises=tuple(p for p in relation.premises if p != target)
    )


def rejected(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements judged rejected."""
    return tuple(s.id for s in m.statements if s.judgement is Judgement.REJECTED)


def without_rejections(m: ArgumentMap) -> ArgumentMap:
    """Leave open what is judged rejected."""
    return replace(
        m,
        statements=tuple(
            replace(s, judgement=None) if s.judgement is Judgement.REJECTED else s
            for s in m.statements
        ),
    )


def fine_weights(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations whose weight is none of 1 to 5."""
    return tuple(r.id for r in m.relations if r.weight != _one_of_five(r.weight))


def with_weights_of_five(m: ArgumentMap) -> ArgumentMap:
    """Round weights to 1 to 5."""
    relations = (replace(r, weight=_one_of_five(r.weight)) for r in m.relations)
    return replace(m, relations=tuple(relations))


def _one_of_five(weight: float) -> int:
    return round(min(5, max(1, weight)))


def split(m: ArgumentMap) -> ArgumentMap:
    """Let every linked premise bear on the target for itself."""
    taken = set(m.ids)
    relations = []
    for relation in m.relations:
        for index, premise in enumerate(relation.premises):
            id_ = relation.id if index == 0 else _fresh(f"{relation.id}-{index + 1}", taken)
            relations.append(replace(relation, id=id_, premises=(premise,)))
    return replace(m, relations=tuple(relations))


def _fresh(wish: str, taken: set[str]) -> str:
    while wish in taken:
        wish += "-"
    taken.add(wish)
    return wish


def support_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return the supports."""
    return tuple(r.id for r in m.relations if r.bearing is Bearing.SUPPORTS)


def without_supports(m: ArgumentMap) -> ArgumentMap:
    """Leave out supports, and what bears on them."""
    attacks = (r for r in m.relations if r.bearing is Bearing.ATTACKS)
    return replace(m, relations=without_loose(attacks, m.statement_by_id))


def backing_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return the supports of relations."""
    return tuple(r.id for r in m.relations if _is_backing(m, r))


def without_backings(m: ArgumentMap) -> ArgumentMap:
    """Leave out supports of relations, and what bears on them."""
    kept = (r for r in m.relations if not _is_backing(m, r))
    return replace(m, relations=without_loose(kept, m.statement_by_id))


def _is_backing(m: ArgumentMap, relation: Relation) -> bool:
    return relation.bearing is Bearing.SUPPORTS and relation.target not in m.statement_by_id


def _references(m: ArgumentMap) -> list[Branch]:
    return [row for tree in outline(m) for row in tree.walk() if row.reference]


def second_uses(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations by which a statement stands in a second place."""
    return tuple(dict.fromkeys(row.via for row in _references(m)))


def as_trees(m: ArgumentMap) -> ArgumentMap:
    """Leave every statement where the outline has it, and take away its uses elsewhere."""
    away = {(row.via, row.id) for row in _references(m)}
    left = (
        replace(r, premises=tuple(p for p in r.premises if (r.id, p) not in away))
        for r in m.relations
    )
    there = without_loose((r for r in left if r.premises), m.statement_by_id)
    return replace(m, relations=there)


def odd_kinds(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements of another kind than their relations make them."""
    natural = natural_kinds(m, m.statement_by_id.keys())
    return tuple(s.id for s in m.statements if s.kind is not natural[s.id])


def without_empty_texts(m: ArgumentMap) -> ArgumentMap:
    """Write words where a text is empty."""
    texts = (s if s.text.strip() else replace(s, text=NO_TEXT) for s in m.statements)
    return replace(m, statements=tuple(texts))


def worded(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements whose text is more than their id."""
    return tuple(s.id for s in m.statements if s.text != s.id)


def without_texts(m: ArgumentMap) -> ArgumentMap:
    """Let ids stand for texts."""
    return replace(m, statements=tuple(replace(s, text=s.id) for s in m.statements))


def without_viewpoints(m: ArgumentMap) -> ArgumentMap:
    """Leave out viewpoints."""
    none: tuple[Viewpoint, ...] = ()
    return replace(m, viewpoints=none)
