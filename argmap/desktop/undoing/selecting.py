"""What is selected and in view after a step was taken back or done again.

The next key is about it, and nobody takes back what he does not see.
"""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.folding import opened_for
from argmap.model.history.concerned import concerned
from argmap.model.history.patch import Patch


def after_undo(
    argument_map: ArgumentMap, patch: Patch, selected_before: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what undo or redo has brought back or changed.

    That is what was selected when the step was made, unless it has no part in the change.
    """
    before = tuple(id_ for id_ in selected_before if argument_map.item(id_))
    changed = tuple(id_ for id_ in concerned(patch) if argument_map.item(id_))
    return before if not changed or set(before) & set(changed) else changed


def still_folded(argument_map: ArgumentMap, patch: Patch, folded: frozenset[str]) -> frozenset[str]:
    """Return what stays folded when all is to be seen that undo or redo has changed or taken away.

    What is gone is seen to be gone where its place is in view.
    """
    if not folded:
        return folded
    places = {
        relation.target
        for change in patch.of("relations")
        for relation in (change.before, change.after)
        if isinstance(relation, Relation)
    }
    known = [id_ for id_ in (*places, *concerned(patch)) if argument_map.item(id_)]
    return opened_for(argument_map, folded - places, known)


def left_by(argument_map: ArgumentMap, patch: Patch, current: str) -> tuple[str, ...]:
    """Return what the current card bore on, where a patch has taken the card away."""
    bore_on: dict[str, str] = {}
    for change in patch.of("relations"):
        before, after = change.before, change.after
        if isinstance(before, Relation):
            kept = after.premises if isinstance(after, Relation) else ()
            bore_on |= {p: before.target for p in before.premises if p not in kept}
    left = current
    while left in bore_on and not argument_map.item(left):
        left = bore_on.pop(left)
    return (left,) if argument_map.item(left) else ()
