"""What each format holds, for the rows of the table; the keys are those of `features`."""

from __future__ import annotations

from argmap.formats.features import all_but, only

TREE = only("linked", "steps", "backings", "supports", "texts")
XML_TREE = TREE | only("title", "statement.note", "breaks")
KIALO = only("supports", "uses", "title", "texts", "sources")
ATTACKS = only(
    "linked",
    "steps",
    "backings",
    "supports",
    "uses",
    "statement.judgement",
    "rejections",
    "relation.rejected",
)
AIF = only(
    "aif",
    "supports",
    "linked",
    "steps",
    "backings",
    "uses",
    "statement.said_by",
    "relation.scheme",
    "texts",
    "controls",
    "returns",
    "edges",
    "breaks",
    "empty",
)
ARGDOWN = all_but(
    "extra",
    "aif",
    "viewpoints",
    "style",
    "sources",
    "group_details",
    "mixed_groups",
    "mixed_relations",
    "controls",
    "returns",
    "edges",
    "breaks",
    "empty",
    "kind",
)
TABLE = all_but(
    "extra",
    "aif",
    "viewpoints",
    "style",
    "title",
    "summary",
    "language",
    "authors",
    "sources",
    "group_details",
    "relation.tags",
    "free_order",
    "controls",
    "returns",
    "edges",
)
SADFACE = only(
    "title",
    "summary",
    "supports",
    "linked",
    "steps",
    "backings",
    "uses",
    "relation.scheme",
    "texts",
    "controls",
    "returns",
    "edges",
    "breaks",
    "empty",
)
CARNEADES = only(
    "title",
    "supports",
    "linked",
    "steps",
    "uses",
    "relation.scheme",
    "texts",
    "statement.judgement",
    "controls",
    "returns",
    "breaks",
    "empty",
)
DRAWN = all_but(
    "extra",
    "aif",
    "viewpoints",
    "title",
    "summary",
    "language",
    "authors",
    "rejections",
    "statement.note",
    "statement.tags",
    "statement.basis",
    "statement.judgement",
    "statement.credence",
    "relation.note",
    "relation.tags",
    "relation.rejected",
)
PAGE = all_but("extra", "aif", "viewpoints", "relation.note", "relation.tags", "controls")
BOXES = only(
    "supports",
    "linked",
    "steps",
    "backings",
    "uses",
    "texts",
    "kind",
    "breaks",
    "empty",
    "groups",
    "group_details",
    "style",
    "edges",
    "returns",
)
