"""Maps written in other programs' formats, beside one's own file."""

from __future__ import annotations

from pathlib import Path, PurePath

from argmap.desktop.export.file_job import Made
from argmap.desktop.notices import losses
from argmap.desktop.widgets.file_filters import file_filter
from argmap.errors import ArgmapError
from argmap.formats.argmap_file import YAML_FORMAT
from argmap.formats.format import Format
from argmap.model.argument_map import ArgumentMap


def filters_to_write() -> dict[str, Format]:
    """Return the choices of a file dialog that exports, with their formats."""
    from argmap.formats.table import FORMATS

    rows = (row for row in FORMATS if row.write and row is not YAML_FORMAT)
    return {file_filter(row.title, row.suffixes): row for row in rows}


def essays() -> dict[str, tuple[str, Format]]:
    """Return the choices of a file dialog for essays, with their suffixes and formats."""
    from argmap.formats.table import by_name

    rows = {".md": by_name("essay"), ".txt": by_name("essay-text")}
    return {file_filter(row.title, (suffix,)): (suffix, row) for suffix, row in rows.items()}


def format_of(name: Path, chosen: Format) -> Format:
    """Return the format whose suffix was typed, else the one that was chosen in the dialog.

    Of several that the suffix may mean, as `.md` does, it is the one that was chosen.
    """
    if name.name.lower().endswith(endings(chosen)):
        return chosen
    from argmap.formats import convert

    try:
        named = convert.format_for(name.name)
    except ArgmapError:
        return chosen
    return chosen if named is YAML_FORMAT else named


def endings(row: Format) -> tuple[str, ...]:
    """Return the endings that a name may be given: a format's suffixes, and what these end in."""
    return (*row.suffixes, *(PurePath(f"x{suffix}").suffix for suffix in row.suffixes))


def made(argument_map: ArgumentMap, path: Path, row: Format, folder: Path | None = None) -> Made:
    """Return a map as a file in a format, and what that does not hold; ArgmapError if it fails.

    `folder` is where the map's own file is, with the texts that it names.
    """
    from argmap.formats import convert

    exported = convert.dumps_beside(argument_map, row.name, folder)
    return Made(
        exported.content, losses.lost(exported.losses, f"Not held by {row.title}", str(path))
    )
