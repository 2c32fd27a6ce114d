"""The program as a library: what it does with maps, as plain functions.

Nothing here prints or asks. What cannot be done raises `ArgmapError`; the finer functions below
these, such as `argmap.store.yaml_file.load`, return problems one by one instead.
"""

from __future__ import annotations

from pathlib import Path

from argmap.errors import ArgmapError, Severity
from argmap.formats import convert as formats
from argmap.formats.convert import convert
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning import evaluate
from argmap.rendering import render

__all__ = ["ArgumentMap", "convert", "evaluate", "load", "loads", "render"]


def load(path: Path | str, format: str | None = None) -> ArgumentMap:  # noqa: A002 - as in loads
    """Read a map file of any format: the named one, else by suffix, else by content.

    Raises OSError for what cannot be opened, and ArgmapError for the first error in the file.
    """
    return loads(Path(path).read_bytes(), format, str(path))


def loads(data: str | bytes, format: str | None = None, file: str = "") -> ArgumentMap:  # noqa: A002 - the word that everybody knows it by
    """Read a map from text or bytes; `file` is its name, for the suffix and for messages.

    Raises ArgmapError for the first error: a map that lacks parts is not given out silently.
    """
    imported = formats.loads(data, format, file)
    for problem in imported.problems:
        if problem.severity is Severity.ERROR:
            raise ArgmapError(problem.message, problem.hint, problem.where)
    return imported.argument_map
