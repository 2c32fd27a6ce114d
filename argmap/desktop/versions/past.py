"""Versions of a file as maps, and what each of them changed, worked out off the window's thread."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.formats.syntax.decode import decode
from argmap.frozen import frozen
from argmap.merging.differences import compare
from argmap.merging.overlay import overlay
from argmap.merging.wording.report import ORDER_ONLY, report
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Page
from argmap.store.file_history import Version, text_before, text_of
from argmap.store.yaml_file import read

FIRST = "The file was added."


@frozen
class Past:
    """A version as a map, what it changed in words, and a picture of that."""

    version: Version
    argument_map: ArgumentMap
    sentences: tuple[str, ...]
    picture: Picture


def past(file: Path, version: Version, options: DrawingOptions, stop: threading.Event) -> Past:
    """Return what a version is and what it changed; raises ArgmapError where it cannot be read."""
    now = map_of(file, version, stop)
    earlier = text_before(version, file.parent, stop)
    if earlier is None:
        picture = lay_out(now, replace(options, page=Page.SCREEN), cancel=stop)
        return Past(version, now, (FIRST,), picture)
    comparison = compare(_or_nothing(earlier, file.name), now)
    rows = report(comparison, (), {}, {}).rows
    both, marks = overlay(comparison)
    picture = lay_out(both, replace(options, page=Page.SCREEN, marks=marks), cancel=stop)
    return Past(version, now, tuple(row.sentence for row in rows) or (ORDER_ONLY,), picture)


def map_of(file: Path, version: Version, stop: threading.Event) -> ArgumentMap:
    """Return a version as a map; raises ArgmapError where it was none that can be read."""
    return map_in(text_of(version, file.parent, stop), file.name)


def map_in(data: bytes, name: str) -> ArgumentMap:
    """Return the map that stands in a file's bytes; raises ArgmapError where there is none."""
    reading = read(decode(data, name), name)
    if reading.read_only:
        problem = reading.problems[0]
        raise ArgmapError(f"This version cannot be used: {problem.message}")
    return reading.argument_map


def _or_nothing(data: bytes, name: str) -> ArgumentMap:
    """Return the map that stands in a file's bytes, or an empty one where it cannot be read."""
    try:
        return map_in(data, name)
    except ArgmapError:
        return ArgumentMap()
