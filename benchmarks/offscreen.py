"""The program's own application, off screen, in a home that nobody has used."""

from __future__ import annotations

import os
import tempfile

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """Return the application of a benchmark of the window; its settings are not the user's."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("STATE", "CONFIG", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = tempfile.mkdtemp()
    return QApplication([])
