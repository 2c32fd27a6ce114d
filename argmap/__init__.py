"""argmap: argument maps as values, as YAML files and as pictures.

The public names come from `argmap.api` when they are first used, so that importing a part of the
package, as every command does, loads none of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api import (
        ArgumentMap,
        check,
        convert,
        draw,
        evaluate,
        load,
        loads,
        render,
        save,
        sources,
    )
else:

    def __getattr__(name: str) -> object:
        if name in __all__:
            return getattr(import_module("argmap.api"), name)
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")


__version__ = "0.1.0"
__all__ = [
    "ArgumentMap",
    "check",
    "convert",
    "draw",
    "evaluate",
    "load",
    "loads",
    "render",
    "save",
    "sources",
]
