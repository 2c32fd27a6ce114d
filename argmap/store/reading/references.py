"""Relations and what they relate: only those whose premises and target exist enter the map.

A relation that hangs on one that was refused is refused too, and so on.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.frozen import frozen
from argmap.model.argument_map import Relation
from argmap.model.integrity import relation_id
from argmap.store.reading.complaints import Complaints
from argmap.store.yaml.node import Position


@frozen
class Loose:
    """A relation that was read but not yet tied to what it names; without an id if anonymous."""

    relation: Relation
    mark: Position


def tied(
    loose: Sequence[Loose],
    statements: frozenset[str],
    taken: frozenset[str],
    unread: frozenset[str],
    say: Complaints,
) -> dict[int, Relation]:
    """Return the relations that can enter the map, by their index in `loose`.

    `taken` are the ids of all items that were read, `unread` those of items that were refused.
    """
    targets = {entry.relation.id for entry in loose if entry.relation.id}
    known = statements | targets
    kept: dict[int, Relation] = {}
    for index, entry in enumerate(loose):
        fault = _fault(entry.relation, statements, known, unread, say)
        if fault is None:
            kept[index] = entry.relation
        else:
            code, message, hint = fault
            say.error(code, message, hint, entry.mark, _ids(entry.relation))
    _drop_orphans(kept, loose, targets, say)
    return _named(kept, taken | unread)


def _fault(
    relation: Relation,
    statements: frozenset[str],
    known: frozenset[str],
    unread: frozenset[str],
    say: Complaints,
) -> tuple[str, str, str] | None:
    """Return what keeps a relation out, if anything does: a code, a sentence and a hint."""
    if relation.target == relation.id:
        return (
            "self-target",
            f"The relation “{relation.id}” targets itself.",
            "Name another target.",
        )
    for premise in relation.premises:
        if premise not in statements:
            return _missing(premise, statements, unread, "premise", say)
    if relation.target not in known:
        return _missing(relation.target, known, unread, "target", say)
    return None


def _missing(
    id_: str, known: Iterable[str], unread: frozenset[str], role: str, say: Complaints
) -> tuple[str, str, str]:
    if id_ in unread:
        return (
            "unread-id",
            f"The {role} “{id_}” could not be read, so this relation is left out.",
            f"Fix “{id_}” first.",
        )
    what = "statement" if role == "premise" else "statement or relation"
    hint = say.similar(id_, known, f"Add a {what} with this id, or name another.")
    return ("unknown-id", f"There is no {what} “{id_}”.", hint)


def _drop_orphans(
    kept: dict[int, Relation], loose: Sequence[Loose], ids: set[str], say: Complaints
) -> None:
    """Take away what targets a relation that is not kept, until nothing does."""
    onto: defaultdict[str, list[int]] = defaultdict(list)
    for index, relation in kept.items():
        if relation.target in ids:
            onto[relation.target].append(index)
    alive = {relation.id for relation in kept.values()}
    gone = deque(ids - alive)
    while gone:
        target = gone.popleft()
        for index in onto[target]:
            relation = kept.pop(index)
            message = f"The relation “{target}” was left out, so this one on it is left out too."
            say.error(
                "unread-id", message, f"Fix “{target}” first.", loose[index].mark, _ids(relation)
            )
            if relation.id:
                gone.append(relation.id)


def _named(kept: dict[int, Relation], taken: Iterable[str]) -> dict[int, Relation]:
    """Return every relation without an id one that lasts while the file is open."""
    names = set(taken)
    named = dict(kept)
    for index, relation in kept.items():
        if not relation.id:
            made = relation_id(relation.premises, relation.bearing, relation.target, names)
            names.add(made)
            named[index] = replace(relation, id=made, anonymous=True)
    return named


def _ids(relation: Relation) -> tuple[str, ...]:
    return (relation.id,) if relation.id else relation.premises
