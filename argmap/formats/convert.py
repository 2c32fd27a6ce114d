"""Reading anything, writing anything, and what is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePath

from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.formats.argmap_file import YAML_FORMAT
from argmap.formats.format import Exported, Format, Imported, Loss
from argmap.formats.losses.features import only, reduce
from argmap.formats.syntax.decode import HALF, LONE_HALF, check_size, decode
from argmap.formats.table import FORMATS, by_name
from argmap.model.argument_map import ArgumentMap
from argmap.texts.context import with_context
from argmap.texts.lookup import beside

_CITED = only("sources source_fields source_details idle_sources cite_details")
"""What a list of references, and numbers that refer to it, say of a map."""


def loads(data: str | bytes, format: str | None = None, file: str = "") -> Imported:
    """Return a map read from text or bytes: of a named format, else by suffix, else by content.

    Raises ArgmapError, with its place, for what cannot be read at all. What is wrong with parts
    is in `problems`, what the map does not take over in `losses`.
    """
    problems: tuple[Problem, ...] = ()
    if isinstance(data, str):
        check_size(len(data), file)
        text = data.removeprefix("\ufeff")
        if half := HALF.search(text):
            place = Place(file, text.count("\n", 0, half.start()) + 1)
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            problems = (Problem("import", Severity.WARNING, LONE_HALF, "", place),)
    else:
        text = decode(data, file)
    row = by_name(format) if format else recognise(text, file)
    if row.read is None:
        raise ArgmapError(
            f"The format “{row.title}” can be written, but not read.", "", Place(file)
        )
    try:
        imported = row.read(text, file)
    except RecursionError:
        raise ArgmapError("The file is nested too deeply.", "", Place(file)) from None
    return replace(imported, problems=(*problems, *imported.problems))


def dumps(argument_map: ArgumentMap, format: str) -> Exported:
    """Return a map as a text of a named format; `losses` is what the format cannot hold."""
    row = by_name(format)
    if row.write is None:
        raise ArgmapError(f"The format “{row.title}” can be read, but not written.")
    held, losses = reduce(argument_map, row.holds)
    if row.read_by_people:
        written: str | Iterator[str] = row.read_by_people(
            held, reduce(argument_map, row.holds | _CITED)[0]
        )
    else:
        written = row.write(held)
    content, is_whole = _encoded([written] if isinstance(written, str) else written)
    if not is_whole:
        losses = (*losses, Loss("halves of surrogate pairs, which stand for no character"))
    return Exported(content, losses)


def _encoded(parts: Iterable[str]) -> tuple[bytes, bool]:
    """Return a text as UTF-8, and whether that holds all of it: no file can hold half a pair."""
    content, is_whole = BytesIO(), True
    for part in parts:
        try:
            content.write(part.encode())
        except UnicodeEncodeError:
            content.write(HALF.sub("\ufffd", part).encode())
            is_whole = False
    return content.getvalue(), is_whole


def convert(
    data: str | bytes,
    to: str,
    format: str | None = None,
    file: str = "",
) -> tuple[Imported, Exported]:
    """Return what was read from one format, and the text of another with its losses."""
    imported = loads(data, format, file)
    folder = PurePath(file).parent if file else None
    return imported, dumps_beside(imported.argument_map, to, folder)


def dumps_beside(argument_map: ArgumentMap, format: str, folder: PurePath | None) -> Exported:
    """Return what `dumps` does, of a map whose texts lie in a folder, if they are to be shown.

    Without a folder the texts are those that the map itself holds.
    """
    shown = argument_map
    if folder is not None and by_name(format).in_context:
        shown = with_context(argument_map, beside(Path(folder)))
    return dumps(shown, format)


def recognise(text: str, file: str = "") -> Format:
    """Return the format of a text: that of the suffix, and among several that of the content."""
    named = _by_suffix(file, [(row, (*row.suffixes, *row.also)) for row in FORMATS if row.read])
    if len(named) == 1:
        return named[0]
    for row in named:
        if row.sniff is None or row.sniff(text):
            return row
    for row in [] if named else FORMATS:
        if row.read and row.sniff and row.sniff(text):
            return row
    if named:
        kinds = ", ".join(row.title for row in named)
        raise ArgmapError(f"The file is none of these: {kinds}.", "Name its format.", Place(file))
    raise ArgmapError(
        "Neither the name nor the content of the file shows what format it has.",
        "Name its format; `argmap convert --list` shows them all.",
        Place(file),
    )


def format_for(file: str) -> Format:
    """Return the format that a file of this name is written in."""
    writers = [row for row in FORMATS if row.write]
    named = _by_suffix(file, [(row, row.suffixes) for row in writers])
    # A suffix that several share names none of them, but for argmap's own: it is its usual one.
    shared = _by_suffix(file, [(row, row.also) for row in writers])
    named = named or [row for row in shared if len(shared) == 1 or row is YAML_FORMAT]
    if named:
        return named[0]
    suffix = PurePath(file).suffix
    raise ArgmapError(
        f"There is no format to write with the suffix “{suffix}” of “{file}”."
        if suffix
        else f"“{file}” has no suffix that shows its format.",
        "Name the format; `argmap convert --list` shows them all.",
    )


def _by_suffix(file: str, rows: list[tuple[Format, tuple[str, ...]]]) -> list[Format]:
    """Return the rows with the longest suffix that the name ends in."""
    name = PurePath(file).name.lower()
    fitting = [(len(s), row) for row, suffixes in rows for s in suffixes if name.endswith(s)]
    longest = max((length for length, _ in fitting), default=0)
    return [row for length, row in fitting if length == longest]
