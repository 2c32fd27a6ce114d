"""A map as YAML text: reading it, with all that is wrong with it, and writing a fresh file."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import ArgmapError, Place, Problem
from argmap.model.argument_map import SECTIONS, ArgumentMap
from argmap.store.file_text import FileText
from argmap.store.reading.complaints import Complaints
from argmap.store.reading.reader import Reader
from argmap.store.schema.keys import VERSION, Level
from argmap.store.schema.tables import fields_of, table_of_map
from argmap.store.writing.chunks import Chunk, Contents, Role, chunks_of
from argmap.store.yaml.emit import entry, item
from argmap.store.yaml.lines import OddLayoutError, newline_of
from argmap.store.yaml.node import Collection, Spot, plain_text
from argmap.store.yaml.scan import Broken, Scan, scan

BIGGEST = 64 * 1024 * 1024
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file; a `read_only` one can be shown, not edited.

    `places` tells where the item of each id stood in the text that was read.
    """

    argument_map: ArgumentMap
    text: FileText
    problems: tuple[Problem, ...]
    read_only: bool
    places: Mapping[str, Place] = field(default_factory=dict)


def load(path: Path | str) -> Reading:
    """Return what is in a file; raises ArgmapError where there is no text to read at all."""
    return read(load_text(path), str(path))


def load_text(path: Path | str) -> str:
    """Return the text of a file; raises ArgmapError where there is none."""
    path = Path(path)
    place = Place(str(path))
    try:
        size = path.stat().st_size
        if size > BIGGEST:
            raise ArgmapError("the file is larger than 64 MiB", "split the map", place)
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 text (byte {error.start + 1})"
        raise ArgmapError(
            message, "if it is a text, save it as UTF-8 in the program it comes from", place
        ) from None
    except IsADirectoryError:
        raise ArgmapError("this is a folder", "name the file in it", place) from None
    except FileNotFoundError:
        raise ArgmapError("there is no such file", "look for a typing mistake", place) from None
    except OSError as error:
        raise ArgmapError(f"the file cannot be read: {error.strerror}", "", place) from None


def read(text: str, file: str = "") -> Reading:
    """Return what a text says of a map; whatever is wrong becomes a Problem, nothing is raised."""
    with _fewer_collections():
        return _read(text, file)


def _read(text: str, file: str) -> Reading:
    body = text.lstrip(BOM)
    scanned = scan(body)
    start = text[: len(text) - len(body)]
    if scanned.broken is not None:
        shown, problems = _read_broken(scanned, scanned.broken, file)
        whole_text = FileText([Chunk(Role.REST, "", body)], "\n", start)
        return Reading(shown, whole_text, problems, read_only=True)
    say = Complaints(file)
    read_only = _check_document(scanned, say)
    reader = Reader(scanned, say)
    root = scanned.root
    argument_map = ArgumentMap()
    if isinstance(root, Collection) and root.mapping:
        argument_map = reader.read(root)
    values = dict(fields_of(argument_map).pairs)
    contents = Contents(reader.items, reader.implied, values)
    try:
        chunks = _whole_chunks(scanned, contents)
    except OddLayoutError:
        if not reader.locked:  # for a reason that is told already
            say.warning("odd-layout", *_ODD, START)
        chunks, read_only = [Chunk(Role.REST, "", body)], True
    file_text = FileText(chunks, newline_of(body), start)
    locked = read_only or reader.locked
    return Reading(argument_map, file_text, say.in_order(), locked, reader.places)


def _whole_chunks(scanned: Scan, contents: Contents) -> list[Chunk]:
    """Return the chunks of a text; raises OddLayoutError where one byte of it would be lost."""
    chunks = chunks_of(scanned, contents)
    if "".join(chunk.gap + chunk.body for chunk in chunks) != scanned.lines.text:
        raise OddLayoutError
    return chunks


_ODD = (
    "sections behind question marks, or a file indented as a whole, can be read but not edited",
    "write `key: value` in place of `? key : value`, and begin keys at the left edge",
)


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Pause the search for garbage: a tree that is being built has none, and it takes most time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read_broken(
    scanned: Scan, broken: Broken, file: str
) -> tuple[ArgumentMap, tuple[Problem, ...]]:
    """Return what stands before the place at which the text stops being YAML, and that problem."""
    say = Complaints(file)
    before = scanned.lines.text[: broken.index]
    line = before.count("\n")
    column = broken.index - before.rfind("\n") - 1
    say.error(
        "not-yaml",
        f"from here on the file is not well-formed YAML: {broken.why}",
        "mend the text; until then what stands before is shown and cannot be edited",
        Spot(broken.index, line, column),
    )
    argument_map = ArgumentMap()
    if isinstance(scanned.root, Collection) and scanned.root.mapping:
        argument_map = Reader(scanned, Complaints(file)).read(scanned.root)
    return argument_map, say.in_order()


def _check_document(scanned: Scan, say: Complaints) -> bool:
    """Whether the file may only be shown; tells what is wrong with it as a whole."""
    if scanned.second_document is not None:
        say.error(
            "second-document",
            "a second document starts here; only the first is read",
            "put it into a file of its own",
            scanned.second_document,
        )
    root = scanned.root
    if isinstance(root, Collection) and root.mapping:
        return _check_version(root, say)
    if root is None or plain_text(root) == "":
        say.error("no-version", "`argmap: 1` is missing", "add it as the first line", START)
        return False
    say.error("no-map", "this is no argument map", "see the page on the file format", START)
    return True


START = Spot(0, 0, 0)


def _check_version(root: Collection, say: Complaints) -> bool:
    found = [
        value
        for key, value in root.pairs()
        if not isinstance(key, Collection) and key.value == "argmap"
    ]
    if not found:
        say.error("no-version", "`argmap: 1` is missing", "add it as the first line", START)
        return False
    value = found[0]
    written = plain_text(value) or ""
    if not written.isdecimal() or int(written[:9]) < 1:
        hint = f"write `argmap: {VERSION}`"
        say.error("bad-version", "`argmap` gives the version of the format", hint, value.start_mark)
        return False
    if int(written[:9]) > VERSION:
        say.warning(
            "newer-version",
            f"the file has format {written}, this program knows up to {VERSION}: "
            "it can be looked at and exported, not edited",
            "a newer argmap edits it",
            value.start_mark,
        )
        return True
    return False


def dumps(argument_map: ArgumentMap) -> str:
    """Return a fresh file: block style, fixed order of keys, made to be read in diffs."""
    lines: list[str] = []
    for name, value in table_of_map(argument_map).pairs:
        if name in SECTIONS and isinstance(value, tuple):
            lines += ["", f"{name}:"]
            for number, table in enumerate(value):
                if number and name == Level.STATEMENT:
                    lines.append("")
                lines += item(table, 2)
        else:
            lines += entry(name, value, 0)
    return "\n".join(lines) + "\n"
