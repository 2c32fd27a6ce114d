"""Places as DOT has them: in points, with y upwards from the bottom of the picture."""

from __future__ import annotations

from functools import lru_cache

from argmap.placing.courses import Point
from argmap.placing.placed import Rect


def point(at: Point, height: float) -> str:
    """Return a point in a picture of that height."""
    return f"{number(at[0])},{number(height - at[1])}"


def box(rect: Rect, height: float) -> str:
    """Return a rectangle by its lower left and upper right corners."""
    return f"{point((rect.x, rect.bottom), height)},{point((rect.right, rect.y), height)}"


@lru_cache(maxsize=1 << 12)
def number(length: float) -> str:
    """Return a number with two decimals at most, and never as -0.

    Places lie on common lines, so most numbers are asked for again and again.
    """
    return f"{round(length, 2) + 0:.10g}"
