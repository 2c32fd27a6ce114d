"""What a map can hold, as a table: who has it, and what is left of a map without it.

A format lists the features that it holds. From that and this table follows the loss report of
every export, and also the map that the writer gets: the rows are gone through from top to bottom,
each that the format lacks is reported and taken away. So a report is exact by construction, and a
test can say of every two-way format that reading gives back the map less what was reported.
Ids are no feature: where a file has no place for them they are made again from the texts.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.formats.format import Loss
from argmap.formats.losses.feature import (
    Feature,
    cite_feature,
    item_field,
    map_field,
    section_feature,
    text_feature,
)
from argmap.formats.losses.group_features import (
    empty_groups,
    group_details,
    ungrouped,
    with_plain_groups,
    without_empty_groups,
)
from argmap.formats.losses.key_features import (
    aif_ids,
    around_ids,
    extra_ids,
    without_aif,
    without_around,
    without_extra,
)
from argmap.formats.losses.order_features import (
    bare_after_others,
    bare_first,
    grouped,
    in_rows,
    mixed_groups,
    out_of_rows,
)
from argmap.formats.losses.relation_features import (
    as_trees,
    backing_ids,
    fine_weights,
    onto_premises,
    onto_relations,
    second_uses,
    split,
    support_ids,
    with_weights_of_five,
    without_backings,
    without_supports,
)
from argmap.formats.losses.source_features import (
    as_references,
    idle_sources,
    source_details,
    source_fields,
    source_ids,
    source_texts,
    uncited,
    with_plain_sources,
    with_titles_of_sources,
    with_trimmed_quote,
    without_idle_sources,
    without_place,
    without_quote,
)
from argmap.formats.losses.statement_features import (
    NO_TEXT,
    odd_kinds,
    rejected,
    without_empty_texts,
    without_rejections,
    without_texts,
    worded,
)
from argmap.formats.losses.text_features import LINES, without_controls
from argmap.model.argument_map import ArgumentMap
from argmap.model.natural_kind import with_natural_kinds

FEATURES: tuple[Feature, ...] = (
    Feature("extra", "keys that argmap itself does not know", extra_ids, without_extra),
    Feature("aif", "dialogue, anchors and names of AIF nodes", aif_ids, without_aif),
    Feature(
        "around",
        "the analysed text and the layout of OVA",
        around_ids,
        without_around,
        part_of="aif",
    ),
    Feature(
        "conflicts",
        "what a merge left unsettled",
        lambda m: tuple(conflict.id or conflict.key for conflict in m.conflicts),
        lambda m: replace(m, conflicts=()),
    ),
    section_feature("viewpoints", "viewpoints", lambda m: replace(m, viewpoints=())),
    map_field("style", "the author's wishes for the picture"),
    map_field("title", "the map's title"),
    map_field("summary", "the map's summary"),
    map_field("language", "the map's language"),
    map_field("authors", "the map's authors"),
    Feature("sources", "sources and quotes", source_ids, uncited),
    cite_feature("quotes", "quotes from sources", without_quote),
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
    Feature(
        "source_texts",
        "types, files, notes and texts of sources",
        source_texts,
        as_references,
        part_of="source_fields",
    ),
    cite_feature("cite_details", "places in sources, and words around quotes", without_place),
    cite_feature("quote_edges", "blanks around lines of quotes", with_trimmed_quote),
    section_feature("groups", "groups", ungrouped),
    item_field("groups", "note", "notes on groups", part_of="groups"),
    item_field("statements", "title", "short headings of statements"),
    item_field("statements", "note", "notes on statements"),
    item_field("statements", "tags", "tags of statements"),
    item_field("statements", "said_by", "speakers"),
    item_field("statements", "implicit", "marks of unstated statements"),
    item_field("statements", "basis", "what leaves rest on"),
    item_field("statements", "judgement", "judgements of statements"),
    Feature(
        "rejections",
        "statements judged rejected",
        rejected,
        without_rejections,
        part_of="statement.judgement",
    ),
    item_field("statements", "credence", "credences"),
    item_field("relations", "weight", "weights of relations"),
    Feature(
        "fine_weights",
        "weights other than 1, 2, 3, 4 and 5",
        fine_weights,
        with_weights_of_five,
        part_of="relation.weight",
    ),
    item_field("relations", "scheme", "argumentation schemes"),
    item_field("relations", "rejected", "judgements that a step does not follow"),
    item_field("relations", "note", "notes on relations"),
    item_field("relations", "tags", "tags of relations"),
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
    text_feature(
        "controls",
        "control characters and byte order marks in texts",
        without_controls,
    ),
    text_feature("returns", "carriage returns in texts", lambda text: text.replace("\r", "\n")),
    text_feature("edges", "blanks around texts", str.strip),
    text_feature(
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
