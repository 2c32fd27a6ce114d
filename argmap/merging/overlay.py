"""Both versions of a map as one map with marks, to be drawn as one picture.

What stayed stands once and in its order; what went is drawn with what came. A step that relates
something else than before is drawn twice, as it was and as it is. Badges and lines say what
happened, so that no colour is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from argmap.drawing.marks import Mark, Marks
from argmap.merging.differences import Comparison, Difference, What
from argmap.merging.merge_state import by_id
from argmap.merging.order import merged_order
from argmap.model.argument_map import SECTIONS, ArgumentMap, Relation

_BEFORE = "~before"
"""What is added to the id of a step as it was; no id of a file holds it."""

_CAME = Mark(badge="added", line="accepted", width=2.4)
_WENT = Mark(badge="removed", line="rejected", faint=True)
_CHANGED = Mark(line="undecided", width=2.4)


def overlay(comparison: Comparison) -> tuple[ArgumentMap, Marks]:
    """Return a map that holds what both versions hold, and the marks that say what changed."""
    before, after = comparison.before, comparison.after
    moved = [d.id for d in comparison.differences if d.what is What.RELINKED]
    was = {f"{id_}{_BEFORE}": _as_it_was(before.relation_by_id[id_]) for id_ in moved}
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        items = {**by_id(before, section), **by_id(after, section)}
        orders = list(by_id(before, section)), list(by_id(after, section))
        order = merged_order(orders[0], orders[0], orders[1], items.keys())
        sections[section] = tuple(items[id_] for id_ in order)
    sections["relations"] += tuple(was.values())
    return replace(after, **sections), _marks(comparison.differences) | dict.fromkeys(was, _WENT)


def _as_it_was(relation: Relation) -> Relation:
    return replace(relation, id=f"{relation.id}{_BEFORE}", anonymous=False)


def _marks(differences: Iterable[Difference]) -> dict[str, Mark]:
    words: dict[str, dict[str, None]] = {}
    for difference in differences:
        if difference.section in ("statements", "relations"):
            words.setdefault(difference.id, {})[str(difference.what)] = None
    return {id_: _mark(list(said)) for id_, said in words.items()}


def _mark(said: list[str]) -> Mark:
    for what, mark in ((What.ADDED, _CAME), (What.REMOVED, _WENT)):
        if what in said:
            return mark
    return replace(_CHANGED, badge=", ".join(said))
