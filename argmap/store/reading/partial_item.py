"""A list item on its way into the map, and what stands in it that is told of by its name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from argmap.frozen import slotted
from argmap.model.argument_map import Group, Item, Relation, Source, Statement, Viewpoint
from argmap.model.kinds import Bearing
from argmap.store.reading.complaints import Complaints
from argmap.store.schema.keys import Level
from argmap.store.yaml.halves import HALF, holds_half, joined, whole
from argmap.store.yaml.lines import Lines
from argmap.store.yaml.node import Collection, Node, Position, scalars
from argmap.store.yaml.scan import Refusal

Values = dict[str, Any]
_MAKERS: Mapping[Level, type[Item]] = {
    Level.STATEMENT: Statement,
    Level.SOURCE: Source,
    Level.GROUP: Group,
    Level.VIEWPOINT: Viewpoint,
}


@slotted
class PartialItem:
    """A list item on its way into the map; `item` stays None if it cannot enter."""

    level: Level
    node: Node
    refused: bool
    id: str = ""
    values: Values = field(default_factory=dict)
    item: Item | None = None


def made(draft: PartialItem) -> Item:
    """Return the item that the values of a draft make."""
    values = draft.values
    if draft.level is not Level.RELATION:
        if values.get("kind", "") is None:
            values = {name: value for name, value in values.items() if name != "kind"}
        return _MAKERS[draft.level](**values)
    values = dict(values)
    supported, attacked = values.pop("supports", ""), values.pop("attacks", "")
    return Relation(
        id=values.pop("id", ""),
        premises=values.pop("from"),
        bearing=Bearing.SUPPORTS if supported else Bearing.ATTACKS,
        target=supported or attacked,
        rejected=bool(values.pop("judgement", None)),
        **values,
    )


def tell_refusals(
    refusals: Iterable[Refusal], drafts: Sequence[PartialItem], say: Complaints
) -> None:
    """Name each refused construct, with the item that it stands in."""
    for refusal in refusals:
        holder = _holder(drafts, refusal.mark)
        say.error(
            "refused",
            f"This is {refusal.what}, which is not read; what holds it stays in the file.",
            "Write out what it stands for.",
            refusal.mark,
            (holder.id,) if holder and holder.refused and holder.id else (),
        )


def tell_halves(
    lines: Lines, root: Collection, drafts: Sequence[PartialItem], say: Complaints
) -> None:
    """Name each text with half of a surrogate pair, which was read as U+FFFD."""
    if not holds_half(lines.text):
        return
    for node in scalars(root):
        if HALF.search(node.value) and whole(node.value) != joined(node.value):
            holder = _holder(drafts, node.start_mark)
            inside = holder and node.start_mark.index < lines.content_end(holder.node)
            say.warning(
                "half-character",
                "Half of a surrogate pair stands here; it is read as U+FFFD.",
                "Write the whole character.",
                node.start_mark,
                (holder.id,) if holder and inside and holder.id else (),
            )


def _holder(drafts: Sequence[PartialItem], mark: Position) -> PartialItem | None:
    """Return the item that a place stands in, or behind; drafts are in the order of the file."""
    starts = [draft.node.start_mark.index for draft in drafts]
    at = bisect_right(starts, mark.index) - 1
    return drafts[at] if at >= 0 else None
