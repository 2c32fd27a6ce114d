"""Arguments without premises, as Carneades has them: they speak for their conclusion as they stand.

A relation of a map starts somewhere. So an unstated premise stands for what such an argument takes
for granted, and is accepted: the argument holds as before, unless something undercuts it.
"""

from __future__ import annotations

from argmap.formats.building.map_builder import MapBuilder
from argmap.model.kinds import Judgement

READING = (
    "An argument without premises gets an unstated one, which is accepted, so that it holds as "
    "before. Exceptions are undercuts."
)
MISSING_PREMISES = "that arguments have no premises (each gets an unstated one, accepted)"


def add_missing_premise(builder: MapBuilder, argument: str) -> object:
    """Return the key of a new premise for an argument that has none."""
    key = ("unstated", argument)
    text = f"What argument {argument} takes for granted."
    builder.add_statement(key, text, implicit=True, judgement=Judgement.ACCEPTED)
    builder.add_loss(MISSING_PREMISES, argument)
    return key
