"""What a map's file is called, or could be called, and in which folder it lies."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.session import Session
from argmap.desktop.widgets.plain_text import one_line
from argmap.model import walk
from argmap.store.file_names import SUFFIX, stem_of

_LONGEST = 60
_NEW = "New map"
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that no file can have on Windows, whatever their suffix; see its page on naming files."""


def file_name(session: Session) -> str:
    """Return the name of the file, or one that fits the title of a map without file."""
    return session.path.name if session.path else stem(session) + SUFFIX


def called(session: Session) -> str:
    """Return what a map is called in a sentence: its file or its title, as in its window's."""
    title = session.map_as_typed.title
    if not (session.path or title):
        return "The new map"
    return f"“{session.path.name if session.path else one_line(title)}”"


def stem(session: Session) -> str:
    """Return the name without suffix: the file's, or one made of the letters of the title.

    A map without a title is called after its claim.
    """
    if session.path:
        return stem_of(session.path.name)
    argument_map = session.map_as_typed
    claims = (statement.text for statement in walk.roots(argument_map))
    said = argument_map.title or next(claims, "")
    letters = "".join(c if c.isalnum() or c in " -_,()" else " " for c in said)
    short = shorten(letters, _LONGEST, placeholder="") or "".join(letters.split())[:_LONGEST]
    return f"{short} map" if short.casefold() in _DEVICES else short or _NEW


def folder(session: Session, recent: RecentFiles) -> Path:
    """Return where a file dialog begins: the file's folder, or that of the last one opened."""
    if session.path:
        return session.path.parent
    lately = recent.paths
    return lately[0].parent if lately else Path.home()
