"""What the program's own picture shows of a map, for the formats that are that picture."""

from __future__ import annotations

from argmap.formats.losses.features import all_but

HELD = all_but(
    "extra aif conflicts viewpoints quotes source_fields idle_sources cite_details group.note "
    "empty_groups statement.title statement.note statement.tags statement.basis "
    "statement.judgement rejections statement.credence relation.scheme relation.note "
    "relation.tags relation.rejected "
    "title summary language authors"
)
