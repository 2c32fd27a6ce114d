"""What a change of a map changes in what stands, and why."""

from __future__ import annotations

from argmap.frozen import frozen
from argmap.merging.differences import Comparison
from argmap.merging.wording.sentences import name
from argmap.model.walk import reading_order
from argmap.reasoning import Label, evaluate

_MOST_REASONS = 20
"""Reasons take longer than labels; beyond so many nobody reads them."""


@frozen
class Turn:
    """A statement that has another label than before; `because` may be empty."""

    id: str
    subject: str
    before: Label
    after: Label
    because: str

    def __str__(self) -> str:
        because = f", because {self.because}" if self.because else ""
        return f"{self.subject} was {self.before}, now it is {self.after}{because}."


def turns(comparison: Comparison, viewpoint: str | None = None) -> tuple[Turn, ...]:
    """Return the statements of both versions whose labels differ, in reading order.

    Seen from the author's viewpoint if none is named. Raises ArgmapError for an unknown one.
    """
    before, after = (
        evaluate(m, viewpoint=viewpoint) for m in (comparison.before, comparison.after)
    )
    old, new = before.statements, after.statements
    turned = [
        id_
        for id_ in reading_order(comparison.after)
        if id_ in new and id_ in old and old[id_] is not new[id_]
    ]
    reasons = {id_: after.why(id_).lines[0].text for id_ in turned[:_MOST_REASONS]}
    return tuple(
        Turn(
            id_,
            name(comparison.after, id_),
            old[id_],
            new[id_],
            reasons.get(id_, "").removeprefix(f"{new[id_]}: "),
        )
        for id_ in turned
    )
