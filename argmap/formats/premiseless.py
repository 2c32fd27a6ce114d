"""Arguments without premises, as Carneades has them: they speak for their conclusion as they stand.

A relation of a map starts somewhere. So an unstated premise stands for what such an argument takes
for granted, and is accepted: the argument holds as before, unless something undercuts it.
"""

from __future__ import annotations

from argmap.formats.sketch import Sketch
from argmap.model.kinds import Judgement

WHAT = "that arguments have no premises (each gets an unstated one, accepted)"


def unstated(sketch: Sketch, argument: str) -> object:
    """Add the premise of an argument that has none, and give its key."""
    key = ("unstated", argument)
    text = f"What argument {argument} takes for granted."
    sketch.statement(key, text, implicit=True, judgement=Judgement.ACCEPTED)
    sketch.lose(WHAT, argument)
    return key
