"""What is drawn on top of a map: badges, lines and fading, by statement or relation id.

An evaluation, a search or a folded branch is handed in from above as marks, so drawing never
knows what an evaluation is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from argmap.frozen import frozen


@frozen
class Mark:
    """How one card or arrow differs from the usual."""

    badge: str = ""
    """A word or two beside the role word, or beside the sign of an arrow."""
    line: str = ""
    """The role (of `theme.LINES`) that its line and badge are drawn in; "" is its own."""
    width: float = 0
    """The width of its line in points; 0 is the usual one."""
    faint: bool = False
    """Whether it steps back behind the others."""
    hidden: int = 0
    """How many cards are folded away below it."""
    see: str = ""
    """Where it goes on, such as another page: a line of its own at the foot of the card."""
    wide: bool = False
    """Whether the card is as wide as those of several lines, however short its text."""


Marks: TypeAlias = Mapping[str, Mark]

NO_MARKS: Marks = MappingProxyType({})
UNMARKED = Mark()
BETWEEN = " · "
"""What stands between the badges of several layers."""


def merged(layers: Iterable[Marks]) -> Marks:
    """Return several layers of marks as one: badges side by side, and the first line of each."""
    together: dict[str, Mark] = {}
    for layer in layers:
        for id_, mark in layer.items():
            together[id_] = _both(together[id_], mark) if id_ in together else mark
    return together


def with_hidden(marks: Marks, hidden: Mapping[str, int]) -> Marks:
    """Return marks that say as well how many cards are folded away below each of some."""
    said = {id_: replace(marks.get(id_, UNMARKED), hidden=count) for id_, count in hidden.items()}
    return {**marks, **said}


def with_wide(marks: Marks, wide: Iterable[str]) -> Marks:
    """Return marks that say as well which cards are wide."""
    return {**marks, **{id_: replace(marks.get(id_, UNMARKED), wide=True) for id_ in wide}}


def _both(one: Mark, other: Mark) -> Mark:
    return Mark(
        badge=BETWEEN.join(badge for badge in (one.badge, other.badge) if badge),
        line=one.line or other.line,
        width=one.width or other.width,
        faint=one.faint or other.faint,
        hidden=one.hidden + other.hidden,
        see=one.see or other.see,
        wide=one.wide or other.wide,
    )
