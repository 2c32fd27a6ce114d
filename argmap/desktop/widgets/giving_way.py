"""Where something lies that may not hide what somebody is looking at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect


def clear_place(places: Sequence[QRect], seen: QRect, now: QRect) -> QRect:
    """Return the first place that hides nothing of what is seen, else the first of all.

    What lies at a clear place `now` stays there, so that it does not jump about.
    """
    clear = [place for place in places if not place.intersects(seen)]
    return next((place for place in clear if place == now), next(iter(clear), places[0]))
