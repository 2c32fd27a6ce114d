"""How much of two texts is the same at their ends: what lies between is what was changed."""

from __future__ import annotations

from collections.abc import Sequence


def same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines, or characters, are the same at the start of both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def same_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how many are the same at the start, and how many of the others at the end."""
    start = same_at_start(one, other)
    return start, same_at_start(one[start:][::-1], other[start:][::-1])
