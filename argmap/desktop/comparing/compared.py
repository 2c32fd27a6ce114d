"""A map compared with another one: all that the page shows, worked out off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from argmap.drawing.layout import lay_out
from argmap.drawing.marks import Marks
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.merging.differences import Comparison, compare
from argmap.merging.overlay import overlay
from argmap.merging.wording.report import ReportedChange, report
from argmap.merging.wording.standing import Turn, turns
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Page


@dataclass(frozen=True, slots=True)
class Other:
    """What the map is compared with: what to call it, and how to read it.

    `older` says that the map came of it, so that differences are told from there to here, and are
    taken back; else they are told from here to there, and are taken over. `read` is called off the
    window's thread, and raises ArgmapError where it cannot be read.
    """

    title: str
    read: Callable[[threading.Event], ArgumentMap]
    older: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Both maps, what differs in words, and pictures: of both in one, or of each by itself."""

    mine: ArgumentMap
    other: ArgumentMap
    comparison: Comparison
    changes: tuple[ReportedChange, ...]
    turns: tuple[Turn, ...]
    pictures: tuple[Picture, ...]


def compared(
    mine: ArgumentMap,
    other: ArgumentMap,
    *,
    older: bool,
    apart: bool,
    options: DrawingOptions,
    stop: threading.Event,
) -> Compared:
    """Compare two maps, and have them drawn: in one picture, or `apart`."""
    before, after = (other, mine) if older else (mine, other)
    comparison = compare(before, after)
    turned = turns(comparison)
    told = report(comparison, turned, {}, {})
    both, marks = overlay(comparison)
    drawn = partial(_drawn, options=options, stop=stop)
    shown = (comparison.before, comparison.after) if apart else (both,)
    pictures = tuple(drawn(each, marks) for each in shown)
    return Compared(mine, other, comparison, told.rows, turned, pictures)


def _drawn(
    argument_map: ArgumentMap,
    marks: Marks,
    *,
    options: DrawingOptions,
    stop: threading.Event,
) -> Picture:
    looks = replace(options, page=Page.SCREEN, marks=marks)
    return lay_out(argument_map, looks, cancel=stop)
