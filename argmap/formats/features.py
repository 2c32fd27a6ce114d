"""What a map can hold, as a table: who has it, and what is left of a map without it.

A format lists the features that it holds. From that and this table follows the loss report of
every export, and also the map that the writer gets: the rows are gone through from top to bottom,
each that the format lacks is reported and taken away. So a report is exact by construction, and a
test can say of every two-way format that reading gives back the map less what was reported.
Ids are no feature: where a file has no place for them they are made again from the texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from itertools import chain
from typing import Any

from argmap.formats.citing import (
    idle_sources,
    source_details,
    source_fields,
    with_cites,
    with_plain_sources,
    with_titles_of_sources,
    with_trimmed_quote,
    without_idle_sources,
    without_place,
    without_quote,
)
from argmap.formats.format import Loss
from argmap.formats.ordering import (
    bare_after_others,
    bare_first,
    grouped,
    in_rows,
    mixed_groups,
    out_of_rows,
)
from argmap.formats.spelling import ITEMS, LINES, Respell, respelled, without_controls
from argmap.formats.without import (
    NO_TEXT,
    aif_ids,
    as_trees,
    backing_ids,
    empty_groups,
    extra_ids,
    fine_weights,
    group_details,
    odd_kinds,
    onto_premises,
    onto_relations,
    rejected,
    second_uses,
    source_ids,
    split,
    support_ids,
    uncited,
    ungrouped,
    with_plain_groups,
    with_section,
    with_weights_of_five,
    without_aif,
    without_backings,
    without_empty_groups,
    without_empty_texts,
    without_extra,
    without_rejections,
    without_supports,
    without_texts,
    without_viewpoints,
    worded,
)
from argmap.model.argument_map import (
    FIELDS,
    SECTIONS,
    ArgumentMap,
    Cite,
    Group,
    Relation,
    Statement,
    Style,
)
from argmap.model.natural_kind import with_natural_kinds


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a map may have: its name for people, who has it, and the map without it.

    A format that lacks what a feature is `part_of` lacks the feature as well.
    """

    key: str
    what: str
    ids: Callable[[ArgumentMap], tuple[str, ...]]
    without: Callable[[ArgumentMap], ArgumentMap]
    part_of: str = ""


def reduce(
    argument_map: ArgumentMap, holds: frozenset[str]
) -> tuple[ArgumentMap, tuple[Loss, ...]]:
    """Return the map less what is not in `holds`, and what that was."""
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


_KINDS: dict[str, type[Statement | Relation | Group]] = {
    "statements": Statement,
    "relations": Relation,
    "groups": Group,
}


def _item_field(section: str, name: str, what: str, part_of: str = "") -> Feature:
    """Return the feature `statement.note` and its like; without it an item has the default."""
    default = next(f.default for f in fields_of(_KINDS[section]) if f.name == name)
    changes: dict[str, Any] = {name: default}

    def without(m: ArgumentMap) -> ArgumentMap:
        items = tuple(
            item if getattr(item, name) == default else replace(item, **changes)
            for item in getattr(m, section)
        )
        return with_section(m, section, items)

    return Feature(
        f"{section.removesuffix('s')}.{name}",
        what,
        lambda m: tuple(i.id for i in getattr(m, section) if getattr(i, name) != default),
        without,
        part_of,
    )


def _section(name: str, what: str, without: Callable[[ArgumentMap], ArgumentMap]) -> Feature:
    return Feature(name, what, lambda m: tuple(item.id for item in getattr(m, name)), without)


def _spelling(
    key: str, what: str, respell: Respell, fields: Mapping[str, tuple[str, ...]] = ITEMS
) -> Feature:
    """Return a feature of how texts are written, such as line breaks in them."""

    def ids(m: ArgumentMap) -> tuple[str, ...]:
        new = respelled(m, respell, fields)
        if new == m:
            return ()
        pairs = (zip(getattr(m, s), getattr(new, s), strict=True) for s in SECTIONS)
        return (
            *(name for name in FIELDS if getattr(m, name) != getattr(new, name)),
            *(old.id for old, item in chain.from_iterable(pairs) if old != item),
        )

    return Feature(key, what, ids, lambda m: respelled(m, respell, fields))


def _cites(key: str, what: str, change: Callable[[Cite], Cite]) -> Feature:
    """Return a feature of each pointer into a source for itself."""
    return Feature(
        key,
        what,
        lambda m: tuple(s.id for s in m.statements if any(change(c) != c for c in s.cites)),
        lambda m: with_cites(m, change),
        part_of="sources",
    )


FEATURES: tuple[Feature, ...] = (
    Feature("extra", "keys that argmap itself does not know", extra_ids, without_extra),
    Feature("aif", "dialogue, anchors and names of AIF nodes", aif_ids, without_aif),
    _section("viewpoints", "viewpoints", without_viewpoints),
    _map_field("style", "the author's wishes for the picture"),
    _map_field("title", "the map's title"),
    _map_field("summary", "the map's summary"),
    _map_field("language", "the map's language"),
    _map_field("authors", "the map's authors"),
    Feature("sources", "sources and quotes", source_ids, uncited),
    _cites("quotes", "quotes from sources", without_quote),
    Feature(
        "source_fields",
        "what is known of sources beyond their titles",
        source_fields,
        with_titles_of_sources,
        part_of="sources",
    ),
    Feature(
        "source_details",
        "sources beyond a web address or a title, and those that nothing cites",
        source_details,
        with_plain_sources,
        part_of="sources",
    ),
    Feature(
        "idle_sources",
        "sources that nothing cites",
        idle_sources,
        without_idle_sources,
        part_of="source_details",
    ),
    _cites("cite_details", "places in sources, and words around quotes", without_place),
    _cites("quote_edges", "blanks around lines of quotes", with_trimmed_quote),
    _section("groups", "groups", ungrouped),
    _item_field("groups", "note", "notes on groups", part_of="groups"),
    _item_field("statements", "title", "short headings of statements"),
    _item_field("statements", "note", "notes on statements"),
    _item_field("statements", "tags", "tags of statements"),
    _item_field("statements", "said_by", "speakers"),
    _item_field("statements", "implicit", "marks of unstated statements"),
    _item_field("statements", "basis", "what leaves rest on"),
    _item_field("statements", "judgement", "judgements of statements"),
    Feature(
        "rejections",
        "statements judged rejected",
        rejected,
        without_rejections,
        part_of="statement.judgement",
    ),
    _item_field("statements", "credence", "credences"),
    _item_field("relations", "weight", "weights of relations"),
    Feature(
        "fine_weights",
        "weights other than 1, 2, 3, 4 and 5",
        fine_weights,
        with_weights_of_five,
        part_of="relation.weight",
    ),
    _item_field("relations", "scheme", "argumentation schemes"),
    _item_field("relations", "rejected", "judgements that a step does not follow"),
    _item_field("relations", "note", "notes on relations"),
    _item_field("relations", "tags", "tags of relations"),
    Feature("supports", "supports", support_ids, without_supports),
    Feature(
        "steps",
        "undercuts and backings (they bear on the first premise of the step instead)",
        onto_relations,
        onto_premises,
    ),
    Feature("backings", "supports of steps", backing_ids, without_backings, part_of="steps"),
    Feature(
        "linked",
        "the link between premises (each bears on the target for itself)",
        lambda m: tuple(r.id for r in m.relations if r.linked),
        split,
    ),
    Feature("uses", "second uses of a statement, and circles", second_uses, as_trees),
    _spelling(
        "controls",
        "control characters and byte order marks in texts",
        without_controls,
    ),
    _spelling("returns", "carriage returns in texts", lambda text: text.replace("\r", "\n")),
    _spelling("edges", "blanks around texts", str.strip),
    _spelling(
        "breaks", "line breaks and wide blanks in texts", lambda t: " ".join(t.split()), LINES
    ),
    Feature(
        "group_details",
        "groups beyond a title of their own",
        group_details,
        with_plain_groups,
        part_of="groups",
    ),
    Feature(
        "empty_groups",
        "groups around nothing",
        empty_groups,
        without_empty_groups,
        part_of="group_details",
    ),
    Feature(
        "empty",
        f"empty texts (written as “{NO_TEXT}”)",
        lambda m: tuple(s.id for s in m.statements if not s.text.strip()),
        without_empty_texts,
    ),
    Feature("texts", "texts of statements (their ids stay)", worded, without_texts),
    Feature("mixed_groups", "the order of statements across groups", mixed_groups, grouped),
    Feature(
        "mixed_relations", "the order of plain and other relations", bare_after_others, bare_first
    ),
    Feature(
        "free_order", "the order of reasons, where statements have another", out_of_rows, in_rows
    ),
    Feature("kind", "kinds other than the relations say", odd_kinds, with_natural_kinds),
)

_ORDERS = {"mixed_groups", "mixed_relations", "free_order"}

EVERYTHING = frozenset(feature.key for feature in FEATURES)


def all_but(keys: str) -> frozenset[str]:
    """Return the features of a format that holds all but these; the keys stand between blanks."""
    unknown = set(keys.split()) - EVERYTHING
    assert not unknown, f"no such feature: {unknown}"
    return EVERYTHING - set(keys.split())


def only(keys: str) -> frozenset[str]:
    """Return the features of a format that holds these and no others, in any order."""
    return EVERYTHING - all_but(keys) | _ORDERS
