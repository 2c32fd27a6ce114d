"""Three maps merged into one: by id, field by field, order included.

Nothing is guessed: where the sides do not agree, the map holds ours, and its `conflicts` hold both.
See docs/git.md for what counts as a conflict and for the order of siblings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from argmap.errors import Problem, Severity
from argmap.frozen import frozen
from argmap.merging.circles import settle_circles
from argmap.merging.fields import merged_fields
from argmap.merging.items import merge_items
from argmap.merging.merge_state import MergeState, by_id
from argmap.merging.order import merged_order
from argmap.merging.pairing import with_names_of
from argmap.merging.references import settle_references
from argmap.model.argument_map import SECTIONS, ArgumentMap, Conflict
from argmap.model.edits.relations import name_relations
from argmap.model.kinds import Kind
from argmap.model.natural_kind import natural_kinds
from argmap.store.schema.keys import Level


@frozen
class Merged:
    """A merged map, with its conflicts in it, and hints about what came together."""

    argument_map: ArgumentMap
    hints: tuple[Problem, ...] = ()


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Merged:
    """Merge what two sides made of a map; relations are called what they are called in ours.

    Where ours only left out the id of one, it is called by that as long as it is merged.
    """
    called = ours
    base = with_names_of(with_names_of(base, ours), theirs, ours.relation_by_id)
    ours = with_names_of(ours, base)
    theirs = with_names_of(with_names_of(theirs, base), ours)
    follow = _following(base, ours, theirs)
    base, theirs = _of_one_kind(base, (ours,), follow), _of_one_kind(theirs, (ours, base), follow)
    draft = MergeState(base, ours, theirs)
    merge_items(draft)
    settle_references(draft)
    settle_circles(draft)
    settle_references(draft)
    merged = _named(_with_kinds(_map_of(draft), follow), base)
    return Merged(with_names_of(merged, called), tuple(_said_twice(base, ours, theirs)))


def _map_of(draft: MergeState) -> ArgumentMap:
    """Return the map of a draft: its items in their order, and the fields of the map itself."""
    base, ours, theirs = draft.base, draft.ours, draft.theirs
    fields, about_map = merged_fields(Level.MAP, base, ours, theirs)
    style, about_style = merged_fields(Level.STYLE, base.style, ours.style, theirs.style)
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        items = draft.items[section]
        orders = [list(by_id(side, section)) for side in (base, ours, theirs)]
        order = merged_order(orders[0], orders[1], orders[2], items.keys())
        sections[section] = tuple(items[id_] for id_ in order)
    new = (*about_map, *about_style, *draft.conflicts.values())
    old = _carried(base.conflicts, ours.conflicts, theirs.conflicts)
    conflicts = (*old, *(conflict for conflict in new if conflict not in old))
    return replace(fields, style=style, conflicts=conflicts, **sections)


def _carried(
    base: tuple[Conflict, ...], ours: tuple[Conflict, ...], theirs: tuple[Conflict, ...]
) -> tuple[Conflict, ...]:
    """Return the conflicts that the sides bring along, but for those that one of them settled."""
    if base in (ours, theirs) or ours == theirs:
        return theirs if ours == base else ours
    kept = [conflict for conflict in ours if conflict in theirs or conflict not in base]
    also = [conflict for conflict in theirs if conflict not in ours and conflict not in base]
    return (*kept, *also)


def _following(*sides: ArgumentMap) -> frozenset[str]:
    """Return the statements whose kind is the one that their relations give, wherever they are."""
    follow: set[str] = set()
    own: set[str] = set()
    for side in sides:
        natural = natural_kinds(side, side.statement_by_id.keys())
        follow |= natural.keys()
        own |= {s.id for s in side.statements if s.kind is not natural[s.id]}
    return frozenset(follow - own)


def _of_one_kind(
    side: ArgumentMap, others: Iterable[ArgumentMap], follow: Collection[str]
) -> ArgumentMap:
    """Return the map with the kinds of the others for what only follows from relations."""
    wanted: dict[str, Kind] = {}
    for other in reversed(list(others)):
        wanted |= {s.id: s.kind for s in other.statements if s.id in follow}
    return _retyped(side, wanted)


def _with_kinds(argument_map: ArgumentMap, follow: Collection[str]) -> ArgumentMap:
    ids = [id_ for id_ in argument_map.statement_by_id if id_ in follow]
    return _retyped(argument_map, natural_kinds(argument_map, ids))


def _retyped(argument_map: ArgumentMap, kinds: dict[str, Kind]) -> ArgumentMap:
    statements = argument_map.statements
    if all(kinds.get(s.id, s.kind) is s.kind for s in statements):
        return argument_map
    return replace(
        argument_map,
        statements=tuple(
            s if kinds.get(s.id, s.kind) is s.kind else replace(s, kind=kinds[s.id])
            for s in statements
        ),
    )


def _named(argument_map: ArgumentMap, base: ArgumentMap) -> ArgumentMap:
    """Return the map with an id of its own for every relation that something refers to.

    A conflict does so by an id that stood in the file before.
    """
    judged = [id_ for viewpoint in argument_map.viewpoints for id_, _ in viewpoint.judgements]
    before = (base.relation_by_id.get(conflict.id) for conflict in argument_map.conflicts)
    asked = [relation.id for relation in before if relation and not relation.anonymous]
    targets = [relation.target for relation in argument_map.relations]
    return name_relations(argument_map, [*judged, *asked, *targets])


def _said_twice(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Iterable[Problem]:
    """Name what both sides added in the same words under two ids."""
    old, mine = base.statement_by_id, ours.statement_by_id
    said = {_words_of(s.text): s.id for s in ours.statements if s.id not in old}
    for statement in theirs.statements:
        words = _words_of(statement.text)
        if statement.id not in old and statement.id not in mine and words and words in said:
            yield Problem(
                "duplicate-text",
                Severity.HINT,
                f"Both sides added the same words, as “{said[words]}” and as “{statement.id}”.",
                "Both are kept; `argmap resolve` makes them one, if they are meant as one.",
                ids=(said[words], statement.id),
            )


def _words_of(text: str) -> str:
    """Return the words of a text, case and marks aside."""
    return " ".join(re.findall(r"\w+", text.casefold()))
