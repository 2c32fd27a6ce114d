"""Asking where to write a file: the name gets its suffix, and no file is lost by that.

The dialog asks before an existing file is replaced, but knows only the name that was typed. Where
a suffix is put to it, another file may be meant, so that question is asked again.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_path(
    parent: QWidget, title: str, proposal: Path, choices: str, *suffixes: str
) -> tuple[Path, str] | None:
    """Ask for a file to write, and give it with the filter chosen; None if nothing is wanted.

    `suffixes` are those that a name may have; one with another ending gets the first.
    """
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(proposal), choices)
    if not name:
        return None
    path = suffixed(parent, Path(name), *suffixes)
    return (path, chosen) if path else None


def suffixed(parent: QWidget, name: Path, *suffixes: str) -> Path | None:
    """Return the path with its suffix; None if that is a file which is not to be replaced."""
    path = with_suffix(name, *suffixes)
    # Unlike that of a Path, this question has an answer for every name.
    there = os.path.lexists(path)
    return path if path == name or not there or _replaces(parent, path) else None


def with_suffix(path: Path, *suffixes: str) -> Path:
    """Return the path with the first suffix, unless it ends in one of them already."""
    if not suffixes or path.name.lower().endswith(suffixes):
        return path
    return path.with_name(path.name + suffixes[0])


def _replaces(parent: QWidget, path: Path) -> bool:
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        parent, "Replace", f"“{path.name}” is there already. Replace it?", buttons.Yes | buttons.No
    )
    return answer == buttons.Yes
