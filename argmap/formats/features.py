"""What a map can hold, as a table: who has it, and what is left of a map without it.

A format lists the features that it holds. From that and this table follows the loss report of
every export, and also the map that the writer gets: the rows are gone through from top to bottom,
each that the format lacks is reported and taken away. So a report is exact by construction, and a
test can say of every two-way format that reading gives back the map less what was reported.
Ids are no feature: where a file has no place for them they are made again from the texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from argmap.formats.format import Loss
from argmap.formats.sketch import natural_kind, with_natural_kinds, without_loose
from argmap.formats.xml_text import ILLEGAL
from argmap.model.argument_map import (
    SECTIONS,
    ArgumentMap,
    Extra,
    Group,
    Relation,
    Statement,
    Style,
    Viewpoint,
)
from argmap.model.kinds import Bearing, Judgement
from argmap.model.walk import Branch, outline

NO_TEXT = "(no text)"
AIF = "x-aif"
"""The key under which a map keeps what AIF files say beyond the map."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a map may have: its name for people, who has it, and the map without it."""

    key: str
    what: str
    ids: Callable[[ArgumentMap], tuple[str, ...]]
    without: Callable[[ArgumentMap], ArgumentMap]


def reduce(
    argument_map: ArgumentMap, holds: frozenset[str]
) -> tuple[ArgumentMap, tuple[Loss, ...]]:
    """Give the map less what is not in `holds`, and what that was."""
    losses = []
    for feature in FEATURES:
        if feature.key not in holds and (ids := feature.ids(argument_map)):
            losses.append(Loss(feature.what, ids))
            argument_map = feature.without(argument_map)
    return argument_map, tuple(losses)


def _map_field(name: str, what: str) -> Feature:
    empty: Any = Style() if name == "style" else () if name == "authors" else ""
    changes: dict[str, Any] = {name: empty}
    return Feature(
        name,
        what,
        lambda m: (name,) if getattr(m, name) != empty else (),
        lambda m: replace(m, **changes),
    )


def _item_field(section: str, name: str, what: str) -> Feature:
    """Give the feature `statement.note` and its like; without it an item has the default."""
    kind: type[Statement | Relation] = Statement if section == "statements" else Relation
    default = next(f.default for f in fields(kind) if f.name == name)
    changes: dict[str, Any] = {name: default}

    def without(m: ArgumentMap) -> ArgumentMap:
        items = tuple(
            item if getattr(item, name) == default else replace(item, **changes)
            for item in getattr(m, section)
        )
        return _with(m, section, items)

    return Feature(
        f"{section.removesuffix('s')}.{name}",
        what,
        lambda m: tuple(i.id for i in getattr(m, section) if getattr(i, name) != default),
        without,
    )


def _section(name: str, what: str, without: Callable[[ArgumentMap], ArgumentMap]) -> Feature:
    return Feature(name, what, lambda m: tuple(item.id for item in getattr(m, name)), without)


def _with(argument_map: ArgumentMap, section: str, items: tuple[Any, ...]) -> ArgumentMap:
    update: dict[str, Any] = {section: items}
    return replace(argument_map, **update)


def _aif_ids(m: ArgumentMap) -> tuple[str, ...]:
    items = (i for name in SECTIONS for i in getattr(m, name))
    return (*(k for k, _ in m.extra if k == AIF), *(i.id for i in items if _has_aif(i.extra)))


def _has_aif(extra: Extra) -> bool:
    return any(key == AIF for key, _ in extra)


def _without_aif(m: ArgumentMap) -> ArgumentMap:
    for name in SECTIONS:
        items = (
            replace(i, extra=_not_aif(i.extra)) if _has_aif(i.extra) else i
            for i in getattr(m, name)
        )
        m = _with(m, name, tuple(items))
    return replace(m, extra=_not_aif(m.extra))


def _not_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] != AIF)


def _only_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] == AIF)


def _extra_ids(m: ArgumentMap) -> tuple[str, ...]:
    items = tuple(i.id for name in SECTIONS for i in getattr(m, name) if _not_aif(i.extra))
    cites = tuple(
        s.id for s in m.statements if not _not_aif(s.extra) and any(c.extra for c in s.cites)
    )
    return (*(key for key, _ in (*_not_aif(m.extra), *m.style.extra)), *items, *cites)


def _without_extra(m: ArgumentMap) -> ArgumentMap:
    for name in SECTIONS:
        m = _with(m, name, tuple(replace(i, extra=_only_aif(i.extra)) for i in getattr(m, name)))
    plain = tuple(
        replace(s, cites=tuple(replace(c, extra=()) for c in s.cites)) for s in m.statements
    )
    return replace(m, extra=_only_aif(m.extra), style=replace(m.style, extra=()), statements=plain)


def _ungrouped(m: ArgumentMap) -> ArgumentMap:
    return replace(m, groups=(), statements=tuple(replace(s, group="") for s in m.statements))


def _group_details(m: ArgumentMap) -> tuple[str, ...]:
    plain = _plain_groups(m)
    return tuple(g.id for g in m.groups if g not in plain) if m.groups != plain else ()


def _plain_groups(m: ArgumentMap) -> tuple[Group, ...]:
    """Give the groups that hold a statement, in that order, with a title of their own only."""
    used = dict.fromkeys(s.group for s in m.statements if s.group in m.group_by_id)
    by_title: dict[str, Group] = {}
    for id_ in used:
        title = " ".join(m.group_by_id[id_].title.split()) or id_
        by_title.setdefault(title, Group(id_, title))
    return tuple(by_title.values())


def _with_plain_groups(m: ArgumentMap) -> ArgumentMap:
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


def _uncited(m: ArgumentMap) -> ArgumentMap:
    return replace(m, sources=(), statements=tuple(replace(s, cites=()) for s in m.statements))


def _source_ids(m: ArgumentMap) -> tuple[str, ...]:
    return (*(s.id for s in m.sources), *(s.id for s in m.statements if s.cites))


def _onto_relations(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(r.id for r in m.relations if r.target not in m.statement_by_id)


def _without_onto_relations(m: ArgumentMap) -> ArgumentMap:
    return replace(m, relations=tuple(r for r in m.relations if r.target in m.statement_by_id))


def _rejected(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(s.id for s in m.statements if s.judgement is Judgement.REJECTED)


def _without_rejections(m: ArgumentMap) -> ArgumentMap:
    return replace(
        m,
        statements=tuple(
            replace(s, judgement=None) if s.judgement is Judgement.REJECTED else s
            for s in m.statements
        ),
    )


def _fine_weights(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(r.id for r in m.relations if r.weight != _one_of_five(r.weight))


def _with_weights_of_five(m: ArgumentMap) -> ArgumentMap:
    relations = (replace(r, weight=_one_of_five(r.weight)) for r in m.relations)
    return replace(m, relations=tuple(relations))


def _one_of_five(weight: float) -> int:
    return round(min(5, max(1, weight)))


def _split(m: ArgumentMap) -> ArgumentMap:
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


def _support_ids(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(r.id for r in m.relations if r.bearing is Bearing.SUPPORTS)


def _without_supports(m: ArgumentMap) -> ArgumentMap:
    attacks = (r for r in m.relations if r.bearing is Bearing.ATTACKS)
    return replace(m, relations=without_loose(attacks, m.statement_by_id))


def _backing_ids(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(r.id for r in m.relations if _is_backing(m, r))


def _without_backings(m: ArgumentMap) -> ArgumentMap:
    kept = (r for r in m.relations if not _is_backing(m, r))
    return replace(m, relations=without_loose(kept, m.statement_by_id))


def _is_backing(m: ArgumentMap, relation: Relation) -> bool:
    return relation.bearing is Bearing.SUPPORTS and relation.target not in m.statement_by_id


def _references(m: ArgumentMap) -> list[Branch]:
    return [row for tree in outline(m) for row in tree.walk() if row.reference]


def _second_uses(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.via for row in _references(m)))


def _as_trees(m: ArgumentMap) -> ArgumentMap:
    """Leave every statement where the outline has it, and take away its uses elsewhere."""
    away = {(row.via, row.id) for row in _references(m)}
    left = (
        replace(r, premises=tuple(p for p in r.premises if (r.id, p) not in away))
        for r in m.relations
    )
    there = without_loose((r for r in left if r.premises), m.statement_by_id)
    return replace(m, relations=there)


def _mixed(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(s.id for s, t in zip(m.statements, _sorted(m).statements, strict=True) if s != t)


def _sorted(m: ArgumentMap) -> ArgumentMap:
    """Put what is in no group first, then the groups one after the other."""
    rank = {id_: n for n, id_ in enumerate(["", *dict.fromkeys(s.group for s in m.statements)])}
    rank[""] = -1
    return replace(m, statements=tuple(sorted(m.statements, key=lambda s: rank[s.group])))


def _bare_after_others(m: ArgumentMap) -> tuple[str, ...]:
    old, new = m.relations, _bare_first(m).relations
    return tuple(r.id for r, other in zip(old, new, strict=True) if r is not other)


def _bare_first(m: ArgumentMap) -> ArgumentMap:
    """Put relations of one premise and nothing else before those that need an argument."""
    return replace(m, relations=tuple(sorted(m.relations, key=lambda r: not is_bare(m, r))))


def _in_rows(m: ArgumentMap) -> ArgumentMap:
    """Put premises, and relations by their first premise, in the order of the statements."""
    at = {id_: n for n, id_ in enumerate(m.statement_by_id)}
    ordered = (
        replace(r, premises=tuple(sorted(r.premises, key=at.__getitem__))) for r in m.relations
    )
    return replace(m, relations=tuple(sorted(ordered, key=lambda r: at[r.premises[0]])))


def _out_of_rows(m: ArgumentMap) -> tuple[str, ...]:
    new = _in_rows(m).relations
    return tuple(r.id for r, other in zip(m.relations, new, strict=True) if r != other)


def is_bare(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Tell whether a relation is one statement that bears on another, or undercuts, and no more.

    Of several such that are equal only the first is bare.
    """
    onto = argument_map.relations_on(relation.target)
    same = (r for r in onto if (r.premises, r.bearing) == (relation.premises, relation.bearing))
    return (
        next(same) is relation
        and not relation.linked
        and not argument_map.relations_on(relation.id)
        and (relation.target in argument_map.statement_by_id or relation.bearing is Bearing.ATTACKS)
        and (relation.weight, relation.scheme, relation.rejected) == (1, "", False)
        and (relation.note, relation.tags) == ("", ())
    )


Respell = Callable[[str], str]


def _respelled(m: ArgumentMap, respell: Respell) -> ArgumentMap:
    """Give the map with every text that people write changed."""
    return replace(
        m,
        title=respell(m.title),
        summary=respell(m.summary),
        authors=_respelled_list(m.authors, respell),
        statements=tuple(_respelled_item(s, respell, _STATEMENT_TEXTS) for s in m.statements),
        relations=tuple(_respelled_item(r, respell, _RELATION_TEXTS) for r in m.relations),
        groups=tuple(_respelled_item(g, respell, ("title", "note")) for g in m.groups),
        sources=tuple(_respelled_item(s, respell, _SOURCE_TEXTS) for s in m.sources),
    )


_STATEMENT_TEXTS = ("text", "title", "note", "said_by", "tags")
_RELATION_TEXTS = ("scheme", "note", "tags")
_SOURCE_TEXTS = ("title", "author", "publisher", "date", "url", "file", "text", "note")


def _respelled_item(item: Any, respell: Respell, names: tuple[str, ...]) -> Any:
    changes = {}
    for name in names:
        old = getattr(item, name)
        new = _respelled_list(old, respell) if isinstance(old, tuple) else respell(old)
        if new != old:
            changes[name] = new
    return replace(item, **changes) if changes else item


def _respelled_list(old: tuple[str, ...], respell: Respell) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for text in old if (new := respell(text)).strip()))


def _spelling(key: str, what: str, respell: Respell) -> Feature:
    """Give a feature of how texts are written, such as line breaks in them."""

    def ids(m: ArgumentMap) -> tuple[str, ...]:
        new = _respelled(m, respell)
        if new == m:
            return ()
        changed = tuple(
            old.id
            for name in SECTIONS
            for old, item in zip(getattr(m, name), getattr(new, name), strict=True)
            if old != item
        )
        return changed or ("map",)

    return Feature(key, what, ids, lambda m: _respelled(m, respell))


def _odd_kinds(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(s.id for s in m.statements if s.kind is not natural_kind(m, s.id))


def _without_empty_texts(m: ArgumentMap) -> ArgumentMap:
    texts = (s if s.text.strip() else replace(s, text=NO_TEXT) for s in m.statements)
    return replace(m, statements=tuple(texts))


def _worded(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(s.id for s in m.statements if s.text != s.id)


def _without_texts(m: ArgumentMap) -> ArgumentMap:
    return replace(m, statements=tuple(replace(s, text=s.id) for s in m.statements))


def _without_viewpoints(m: ArgumentMap) -> ArgumentMap:
    none: tuple[Viewpoint, ...] = ()
    return replace(m, viewpoints=none)


FEATURES: tuple[Feature, ...] = (
    Feature("extra", "keys that argmap itself does not know", _extra_ids, _without_extra),
    Feature("aif", "dialogue, anchors and names of AIF nodes", _aif_ids, _without_aif),
    _section("viewpoints", "viewpoints", _without_viewpoints),
    _map_field("style", "the author's wishes for the picture"),
    _map_field("title", "the map's title"),
    _map_field("summary", "the map's summary"),
    _map_field("language", "the map's language"),
    _map_field("authors", "the map's authors"),
    Feature("sources", "sources and quotes", _source_ids, _uncited),
    _section("groups", "groups", _ungrouped),
    _item_field("statements", "title", "short headings of statements"),
    _item_field("statements", "note", "notes on statements"),
    _item_field("statements", "tags", "tags of statements"),
    _item_field("statements", "said_by", "speakers"),
    _item_field("statements", "implicit", "marks of unstated statements"),
    _item_field("statements", "basis", "what leaves rest on"),
    _item_field("statements", "judgement", "judgements of statements"),
    Feature("rejections", "statements judged rejected", _rejected, _without_rejections),
    _item_field("statements", "credence", "credences"),
    _item_field("relations", "weight", "weights of relations"),
    Feature(
        "fine_weights", "weights other than 1, 2, 3, 4 and 5", _fine_weights, _with_weights_of_five
    ),
    _item_field("relations", "scheme", "argumentation schemes"),
    _item_field("relations", "rejected", "judgements that a step does not follow"),
    _item_field("relations", "note", "notes on relations"),
    _item_field("relations", "tags", "tags of relations"),
    Feature("supports", "supports", _support_ids, _without_supports),
    Feature("steps", "undercuts and backings", _onto_relations, _without_onto_relations),
    Feature("backings", "supports of steps", _backing_ids, _without_backings),
    Feature(
        "linked",
        "the link between premises (each bears on the target for itself)",
        lambda m: tuple(r.id for r in m.relations if r.linked),
        _split,
    ),
    Feature("uses", "second uses of a statement, and circles", _second_uses, _as_trees),
    _spelling(
        "controls",
        "control characters and byte order marks in texts",
        lambda text: ILLEGAL.sub("", text).replace("\ufeff", ""),
    ),
    _spelling("returns", "carriage returns in texts", lambda text: text.replace("\r", "\n")),
    _spelling("edges", "blanks around texts", str.strip),
    _spelling("breaks", "line breaks and wide blanks in texts", lambda t: " ".join(t.split())),
    Feature(
        "group_details", "groups beyond a title of their own", _group_details, _with_plain_groups
    ),
    Feature(
        "empty",
        f"empty texts (written as “{NO_TEXT}”)",
        lambda m: tuple(s.id for s in m.statements if not s.text.strip()),
        _without_empty_texts,
    ),
    Feature("texts", "texts of statements (their ids stay)", _worded, _without_texts),
    Feature("mixed_groups", "the order of statements across groups", _mixed, _sorted),
    Feature(
        "mixed_relations", "the order of plain and other relations", _bare_after_others, _bare_first
    ),
    Feature(
        "free_order", "the order of reasons, where statements have another", _out_of_rows, _in_rows
    ),
    Feature("kind", "kinds other than the relations say", _odd_kinds, with_natural_kinds),
)

_ORDERS = {"mixed_groups", "mixed_relations", "free_order"}

EVERYTHING = frozenset(feature.key for feature in FEATURES)


def all_but(*keys: str) -> frozenset[str]:
    """Give the features of a format that holds all but these."""
    unknown = set(keys) - EVERYTHING
    assert not unknown, f"no such feature: {unknown}"
    return EVERYTHING - set(keys)


def only(*keys: str) -> frozenset[str]:
    """Give the features of a format that holds these and no others, in whatever order they are."""
    return EVERYTHING - all_but(*keys) | _ORDERS
