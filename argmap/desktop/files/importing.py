"""Files of other programs opened as new maps, which have no file of their own yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from argmap.desktop.widgets.file_filters import EVERYTHING, file_filter
from argmap.errors import ArgmapError
from argmap.store import yaml_file
from argmap.store.file_names import OWN_SUFFIXES


def filter_to_open() -> str:
    """Return the choices of a file dialog that opens: all formats at once, then one by one."""
    from argmap.formats.table import FORMATS

    rows = [row for row in FORMATS if row.read]
    every = file_filter(
        "All that argmap reads", (s for row in rows for s in (*row.suffixes, *row.also))
    )
    return ";;".join([every, *(file_filter(row.title, row.suffixes) for row in rows), EVERYTHING])


def is_own(path: Path, data: bytes) -> bool:
    """Whether a file is one of argmap's own, which is opened as a document."""
    if path.name.lower().endswith(OWN_SUFFIXES):
        return True
    from argmap.formats import convert
    from argmap.formats.argmap_file import YAML_FORMAT
    from argmap.formats.syntax.decode import decode

    try:
        return convert.recognise(decode(data, str(path)), str(path)) is YAML_FORMAT
    except ArgmapError:
        # What nobody recognises is opened as YAML, whose errors have a place.
        return True


def read(path: Path, data: bytes) -> yaml_file.Reading:
    """Read a file of another program as a map that has no file of its own yet."""
    from argmap.desktop.notices import losses
    from argmap.formats import convert

    imported = convert.loads(data, None, str(path))
    reading = yaml_file.read(yaml_file.dumps(imported.argument_map))
    reading.text.mark_modified()
    lost = losses.lost(imported.losses, "Not taken over", str(path))
    undrawn = losses.undrawn(imported.undrawn, str(path))
    return replace(reading, problems=(*imported.problems, *lost, *undrawn))
