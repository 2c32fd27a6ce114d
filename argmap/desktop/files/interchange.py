"""Other programs' formats in the window: opened as new maps, written beside one's own file.

What a format could not hold, or a file held that a map cannot, is told with the ids concerned:
as a sentence in the bar, and one by one in the problems pane.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.formats import convert
from argmap.formats.argmap_file import YAML_FORMAT as OWN
from argmap.formats.format import Format, Imported, Loss
from argmap.formats.syntax.decode import decode
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.saving import save_bytes
from argmap.store import yaml_file

_ALL = "All files (*)"


def filter_to_open() -> str:
    """Return the choices of a file dialog that opens: all formats at once, then one by one."""
    rows = [row for row in FORMATS if row.read]
    every = " ".join(dict.fromkeys(p for row in rows for p in _patterns(row.suffixes + row.also)))
    return ";;".join([f"All that argmap reads ({every})", *map(_filter, rows), _ALL])


def filter_to_write() -> dict[str, Format]:
    """Return the choices of a file dialog that exports, with their formats."""
    return {_filter(row): row for row in FORMATS if row.write and row is not OWN}


def meant(name: Path, chosen: Format) -> Format:
    """Return the format whose suffix was typed, else the one that was chosen in the dialog."""
    if name.name.lower().endswith(chosen.suffixes):
        return chosen
    try:
        named = convert.format_for(name.name)
    except ArgmapError:
        return chosen
    return chosen if named is OWN else named


def is_own(path: Path, data: bytes) -> bool:
    """Whether a file is one of argmap's own, which is opened as a document."""
    if path.name.lower().endswith(OWN.suffixes):
        return True
    try:
        return convert.recognise(decode(data, str(path)), str(path)) is OWN
    except ArgmapError:
        # What nobody recognises is opened as YAML, whose errors have a place.
        return True


def read(path: Path, data: bytes) -> yaml_file.Reading:
    """Read a file of another program as a map that has no file of its own yet."""
    imported = convert.loads(data, None, str(path))
    reading = yaml_file.read(yaml_file.dumps(imported.argument_map))
    reading.text.mark_modified()
    lost = _lost(imported.losses, "not taken over", str(path))
    return replace(reading, problems=(*imported.problems, *lost, *_undrawn(imported, str(path))))


def write(argument_map: ArgumentMap, path: Path, row: Format) -> tuple[Problem, ...]:
    """Write a map in a format; give what the file does not hold. Raises ArgmapError."""
    exported = convert.dumps(argument_map, row.name)
    save_bytes(path, exported.text.encode("utf-8", "surrogatepass"))
    return _lost(exported.losses, f"not held by {row.title}", str(path))


def piece(text: str) -> ArgumentMap | None:
    """Read a pasted text of several lines as a piece of a map; None for a mere text."""
    if "\n" not in text:
        return None
    for row in FORMATS:
        if row.sniff_pasted and row.sniff_pasted(text):
            found = convert.loads(text, row.name).argument_map
            return found if found.statements else None
    return None


def told(what: str, problems: Iterable[Problem], show: Remedy) -> Notice:
    """Make the sentence that tells of an import or export, and of what was lost on the way."""
    codes = [problem.code for problem in problems]
    lost, undrawn = codes.count("lost"), codes.count("undrawn")
    some = "One thing was" if lost == 1 else f"{lost} kinds of things were"
    parts = [what, f"{some} lost on the way." if lost else ""]
    parts.append("Not all that the file holds is drawn; it is kept." if undrawn else "")
    severity = Severity.WARNING if lost else Severity.HINT
    return Notice(" ".join(filter(None, parts)), severity, (show,) if lost or undrawn else ())


def _lost(losses: Iterable[Loss], how: str, file: str) -> tuple[Problem, ...]:
    return tuple(
        Problem("lost", Severity.WARNING, f"{how}: {loss}", "", Place(file), loss.ids)
        for loss in losses
    )


def _undrawn(imported: Imported, file: str) -> tuple[Problem, ...]:
    return tuple(
        Problem("undrawn", Severity.HINT, f"kept in the file, not drawn: {kept}", "", Place(file))
        for kept in imported.undrawn
    )


def _filter(row: Format) -> str:
    return f"{row.title} ({' '.join(_patterns(row.suffixes))})"


def _patterns(suffixes: Iterable[str]) -> list[str]:
    return [f"*{suffix}" for suffix in suffixes]
