"""Where components stand in the picture of the whole map: packed side by side, or in a pile."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.kinds import Direction

GAP = 32
"""Between components, in points."""
MARGIN = 18
"""Around the whole picture, in points."""


def packed(
    sizes: Sequence[tuple[float, float]], where: Direction
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Return the top left corner of each component, and the size of all with the margin.

    Sizes are (width, height) in points. The conclusions' sides are in one line, as `packmode` has
    it in the DOT of the whole map.
    """
    stacked = where.sideways
    at_end = min(where.towards_premises) < 0
    breadth = max((size[0] if stacked else size[1] for size in sizes), default=0)
    corners = []
    along = float(MARGIN)
    for width, height in sizes:
        across = MARGIN + (breadth - (width if stacked else height) if at_end else 0)
        corners.append((across, along) if stacked else (along, across))
        along += (height if stacked else width) + GAP
    length = max(along - GAP, MARGIN) + MARGIN
    breadth += 2 * MARGIN
    return corners, (breadth, length) if stacked else (length, breadth)
