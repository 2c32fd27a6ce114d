"""How many lanes a stack needs, and how much room they take at its left."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.placing.metrics import Metrics


def runs(looks: Sequence[str]) -> int:
    """Return how many runs of equal looks there are."""
    count, last = 0, ""
    for look in looks:
        if look != last:
            count += 1
            last = look
    return count


def inset(looks: Sequence[str], sign: float, metrics: Metrics) -> float:
    """Return how far right of the outermost lane the units of a stack stand."""
    return (runs(looks) - 1) * metrics.lane + max(metrics.indent, sign + 9)
