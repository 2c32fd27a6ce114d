"""What a map's file is called, or could be called, and in which folder it lies."""

from __future__ import annotations

from pathlib import Path

from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.session import Session
from argmap.store.file_names import SUFFIX, stem_of


def file_name(session: Session) -> str:
    """Return the name of the file, or one that fits the title of a map without file."""
    return session.path.name if session.path else stem(session) + SUFFIX


def stem(session: Session) -> str:
    """Return the name without suffix: the file's, or one made of the letters of the title."""
    if session.path:
        return stem_of(session.path.name)
    title = session.argument_map.title
    letters = "".join(c if c.isalnum() or c in " -_,()" else " " for c in title)
    return " ".join(letters.split())[:60] or "New map"


def folder(session: Session, recent: RecentFiles) -> Path:
    """Return where a file dialog begins: the file's folder, or that of the last one opened."""
    if session.path:
        return session.path.parent
    lately = recent.paths
    return lately[0].parent if lately else Path.home()
