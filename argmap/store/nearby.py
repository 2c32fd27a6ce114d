"""Which file may be meant by a name that no file has: one beside it with much the same name."""

from __future__ import annotations

from pathlib import Path

from argmap.store.file_names import OWN_SUFFIXES, YAML_SUFFIXES, stem_of

_SUFFIXES = (*OWN_SUFFIXES, *YAML_SUFFIXES)


def meant(path: Path) -> Path | None:
    """Return the file that is likely meant: with its suffix left out, or mistyped by a letter."""
    try:
        there = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return None
    from difflib import get_close_matches

    by_stem = {stem_of(name): name for name in there if name.endswith(_SUFFIXES)}
    if stem_of(path.name) in by_stem:
        return path.with_name(by_stem[stem_of(path.name)])
    by_name = {name: name for name in there} | by_stem
    similar = get_close_matches(path.name, by_name, n=1, cutoff=0.7)
    return path.with_name(by_name[similar[0]]) if similar else None


def hint_for_missing(path: Path) -> str:
    """Return what to do about a file that is not there."""
    found = meant(path)
    return f"Did you mean “{found}”?" if found else "Look for a typing mistake."


def missing_folder(path: Path) -> Path | None:
    """Return the folder that a file is to be written into, if it is not there."""
    return None if path.parent.is_dir() else path.parent
