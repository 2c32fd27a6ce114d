"""A map compared with another one: all that the page shows, worked out off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from argmap.drawing.layout import lay
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.frozen import frozen
from argmap.merging.differences import Comparison, compare
from argmap.merging.overlay import overlay
from argmap.merging.wording.report import ReportedChange, report
from argmap.merging.wording.standing import Turn, turns
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Page
from argmap.placing.arrangement import NEW, Arrangement


@frozen
class Other:
    """What the map is compared with: what to call it, and how to read it.

    `older` says that the map came of it, so that differences are told from there to here, and are
    taken back; else they are told from here to there, and are taken over. `read` is called off the
    window's thread, and raises ArgmapError where it cannot be read.
    """

    title: str
    read: Callable[[threading.Event], ArgumentMap]
    older: bool = False


@frozen
class Compared:
    """Both maps, what differs in words, and pictures: of both in one, or of each by itself.

    `arrangements` are those of the pictures: handed in for the next comparison, what stays in it
    keeps its side.
    """

    mine: ArgumentMap
    other: ArgumentMap
    comparison: Comparison
    changes: tuple[ReportedChange, ...]
    turns: tuple[Turn, ...]
    pictures: tuple[Picture, ...]
    arrangements: tuple[Arrangement, ...]


def compared(
    mine: ArgumentMap,
    other: ArgumentMap,
    *,
    older: bool,
    apart: bool,
    held: tuple[Arrangement, ...],
    options: DrawingOptions,
    stop: threading.Event,
) -> Compared:
    """Compare two maps, and have them drawn: in one picture, or `apart`."""
    before, after = (other, mine) if older else (mine, other)
    comparison = compare(before, after)
    turned = turns(comparison)
    told = report(comparison, turned, {}, {})
    both, marks = overlay(comparison)
    shown = (comparison.before, comparison.after) if apart else (both,)
    looks = replace(options, page=Page.SCREEN, marks=marks)
    before_that = held if len(held) == len(shown) else (NEW,) * len(shown)
    laid = [
        lay(each, looks, held=arranged, cancel=stop)
        for each, arranged in zip(shown, before_that, strict=True)
    ]
    return Compared(
        mine,
        other,
        comparison,
        told.rows,
        turned,
        tuple(each.picture for each in laid),
        tuple(each.arrangement for each in laid),
    )
