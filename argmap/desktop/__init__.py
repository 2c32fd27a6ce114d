"""The window: what a user sees and does, on Qt.

PySide reads the source of each module that is imported after it, to see whether the module speaks
of PySide, so that `from __feature__ import …` holds in those that do and in no other. Nobody here
asks for a feature, so nothing is read: of a window's start that was a twelfth, and the lines of all
our files stayed in memory. A PySide without that reader starts as it likes.
"""

from __future__ import annotations

import linecache
import sys
from importlib import import_module


def _read_no_sources() -> None:
    import_module("PySide6.QtCore")
    features = sys.modules.get("shibokensupport.feature")
    if features is not None:
        vars(features)["feature_imported"] = lambda _: None
        linecache.clearcache()  # of what it has read already, half a megabyte


_read_no_sources()
