"""Libraries that come with an extra of the package, `argmap[sources]`, and may be missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.errors import ArgmapError


def library(name: str, what: str) -> Any:
    """Return a library; raises ArgmapError with the line that installs it where it is missing."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ArgmapError(
            f"Reading {what} needs {name}, which is not installed.",
            "Install it with `pip install 'argmap[sources]'`.",
        ) from error
