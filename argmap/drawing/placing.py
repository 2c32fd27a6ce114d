"""Where components stand in the picture of the whole map."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.drawing.dot import GAP, MARGIN, SIDEWAYS
from argmap.model.kinds import Direction


def places(
    sizes: Sequence[tuple[float, float]], where: Direction
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Set components of these sizes (width, height) side by side, or below each other.

    Their conclusions' sides are in one line, as `packmode` has it in the DOT of the whole map.
    Gives the place of each one's top left corner, and the size of all with the margin.
    """
    stacked = where in SIDEWAYS
    at_end = where in {Direction.BOTTOM, Direction.RIGHT}
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
