"""What an AIF file holds beyond the picture, in words: kept and written again, but not drawn.

Nothing of it is lost, so it is no loss; but whoever looks for a rephrase among the cards learns
where it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

from argmap.formats.format import Loss
from argmap.formats.syntax.json_text import words

_DIALOGUE = "dialogue: locutions, illocutions and transitions (L, YA, TA)"
_KINDS = {
    "MA": "rephrases (MA)",
    "PA": "preferences (PA)",
    "RA": "inferences without a drawn premise or target (RA)",
    "CA": "conflicts without a drawn premise or target (CA)",
    "L": _DIALOGUE,
    "YA": _DIALOGUE,
    "TA": _DIALOGUE,
}
_EDGES = "edges between drawn nodes that no relation stands for"


def undrawn(
    nodes: Iterable[dict[str, Any]], edges: Iterable[tuple[str, str]], drawn: Container[str]
) -> tuple[Loss, ...]:
    """Return the kinds of the nodes and edges that are not drawn, with the file's own names.

    An edge at an undrawn node goes without saying; between `drawn` ones it is named as `a → b`.
    """
    found: dict[str, list[str]] = {}
    for node in nodes:
        kind = words(node.get("type"))
        what = _KINDS.get(kind, f"nodes of type {kind}")
        found.setdefault(what, []).append(words(node.get("nodeID")))
    for start, end in edges:
        if start in drawn and end in drawn:
            found.setdefault(_EDGES, []).append(f"{start} → {end}")
    return tuple(Loss(what, tuple(ids)) for what, ids in found.items())
