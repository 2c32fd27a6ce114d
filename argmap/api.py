"""The program as a library: what it does with maps, as plain functions.

Nothing here prints or asks. What cannot be done raises `ArgmapError`; the finer functions below
these, such as `argmap.store.yaml_file.load`, return problems one by one instead.
"""

from __future__ import annotations

from pathlib import Path

from argmap.errors import ArgmapError, Severity
from argmap.formats import convert as formats
from argmap.formats.convert import convert
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning import evaluate
from argmap.rendering import render

__all__ = ["ArgumentMap", "convert", "evaluate", "load", "loads", "render"]


def load(path: Path | str, format: str | None = None) -> ArgumentMap:  # noqa: A002 - the word that everybody knows it by
    """Read a map file: of the named format, else the one that its suffix or content shows.

    Raises OSError for what cannot be opened, and ArgmapError for the first error in the file.
    """
    return _whole(formats.loads(Path(path).read_bytes(), format, str(path)))


def loads(text: str, format: str | None = None) -> ArgumentMap:  # noqa: A002 - as in load
    """Read a map from a text: of the named format, else the one that its content shows.

    Raises ArgmapError for what cannot be read and for the first error in the text.
    """
    return _whole(formats.loads(text, format))


def _whole(imported: Imported) -> ArgumentMap:
    """Give the map only if nothing is missing in it: a program would not notice."""
    for problem in imported.problems:
        if problem.severity is Severity.ERROR:
            raise ArgmapError(problem.message, problem.hint, problem.where)
    return imported.argument_map
