"""Corners of arrows: round, and the same for all arrows that run together from one on."""

from __future__ import annotations

import pytest

from argmap.placing.courses import HEAD, Line
from argmap.placing.metrics import RADIUS

END = [(0.0, 0.0), (35.0, 0.0), (35.0, -20.0)]
"""A lane from the corner at (0, 0) on, and the head that ends there."""


@pytest.mark.parametrize("short", [8, 9, 11, 15])
def test_who_joins_a_lane_by_a_short_stretch_rounds_its_corner_as_others_do(short: float) -> None:
    """The one that comes from far below has it at full size, and would be cut by a smaller one."""
    far = Line([(20, 108), (0, 108), *END]).points
    near = Line([(20, short), (0, short), *END]).points
    corner = far.index((0, RADIUS))
    assert near[near.index((0, RADIUS)) :] == far[corner:]


@pytest.mark.parametrize("short", [1, 4, 8, 30])
def test_a_short_stretch_has_room_for_both_of_its_corners(short: float) -> None:
    points = Line([(40, short), (0, short), *END]).points
    (first,) = [y for x, y in points if x == 0 and y > short / 2][:1]
    heights = [y for x, y in points if x == 0]
    assert heights == sorted(heights, reverse=True)
    assert short / 2 <= first < short
    assert points[-4][1] >= -20 + HEAD
