"""The program as a library: what it does with maps, as plain functions.

Nothing here prints or asks. What cannot be done raises `ArgmapError`; the finer functions below
these, such as `argmap.store.yaml_file.load`, return problems one by one instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argmap.errors import ArgmapError, Problem, Severity
from argmap.formats import convert as formats
from argmap.formats.convert import convert
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning import evaluate
from argmap.rendering import render
from argmap.store import yaml_file

__all__ = ["ArgumentMap", "convert", "evaluate", "load", "loads", "render"]

OWN = (".yaml", ".yml", ".argmap")
"""Suffixes of argmap's own files."""


def load(path: Path | str, format: str | None = None) -> ArgumentMap:  # noqa: A002 - the word that everybody knows it by
    """Read a map file: of the named format, else the one that its suffix or content shows.

    Raises ArgmapError for what cannot be read and for the first error in the file.
    """
    path = Path(path)
    if format is None and path.suffix.lower() in OWN:
        reading = yaml_file.load(path)
        return _whole(reading.argument_map, reading.problems)
    imported = formats.loads(path.read_bytes(), format, str(path))
    return _whole(imported.argument_map, imported.problems)


def loads(text: str, format: str | None = None) -> ArgumentMap:  # noqa: A002 - as in load
    """Read a map from a text: of the named format, else argmap's own.

    Raises ArgmapError for what cannot be read and for the first error in the text.
    """
    if format is None:
        reading = yaml_file.read(text)
        return _whole(reading.argument_map, reading.problems)
    imported = formats.loads(text, format)
    return _whole(imported.argument_map, imported.problems)


def _whole(argument_map: ArgumentMap, problems: Iterable[Problem]) -> ArgumentMap:
    """Give the map only if nothing is missing in it: a program would not notice."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise ArgmapError(problem.message, problem.hint, problem.where)
    return argument_map
