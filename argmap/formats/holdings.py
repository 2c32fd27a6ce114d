"""What each format holds, for the rows of the table; the keys are those of `features`."""

from __future__ import annotations

from argmap.formats.features import all_but, only

_MAP_FIELDS = "title summary language authors"
_ODD_BLANKS = "controls returns edges"

TREE = only("linked steps backings supports texts")
TITLED_TREE = TREE | only("title")
XML_TREE = TITLED_TREE | only("statement.note breaks")
MINDMUP = XML_TREE | only(f"statement.implicit relation.weight {_ODD_BLANKS}")
ATTACKS = only(
    "linked steps backings supports uses statement.judgement rejections relation.rejected"
)
WORDED_ATTACKS = ATTACKS | only("texts")
KIALO = only("supports uses title texts sources source_fields quotes")
AIF = only(
    "aif supports linked steps backings uses statement.said_by relation.scheme texts breaks empty "
    + _ODD_BLANKS
)
SADFACE = only(
    "title summary supports linked steps backings uses relation.scheme texts breaks empty "
    + _ODD_BLANKS
)
CARNEADES = only(
    "title summary supports linked steps uses relation.scheme texts statement.judgement "
    "controls returns breaks empty"
)
ARGDOWN = all_but(
    "extra aif viewpoints style sources group_details mixed_groups mixed_relations "
    f"breaks empty kind {_ODD_BLANKS}"
)
TABLE = all_but(
    "extra aif viewpoints style sources group_details relation.tags free_order "
    f"{_MAP_FIELDS} {_ODD_BLANKS}"
)
DRAWN = all_but(
    "extra aif viewpoints quotes source_fields idle_sources cite_details group.note empty_groups "
    "statement.title statement.note statement.tags statement.basis statement.judgement rejections "
    "statement.credence relation.scheme relation.note relation.tags relation.rejected "
    + _MAP_FIELDS
)
PAGE = all_but("extra aif viewpoints controls")
BOXES = only("supports linked steps backings uses texts kind breaks empty edges returns")
MERMAID = BOXES | only("groups style")
YED = BOXES | only(
    "statement.title statement.note statement.said_by statement.tags relation.scheme "
    "relation.weight fine_weights"
)
