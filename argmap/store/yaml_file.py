"""A map as YAML text: reading it, with all that is wrong with it, and writing a fresh file.

What lets the text follow edits is loaded for whoever edits.
"""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cache, partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError, Place, Problem, in_a_row
from argmap.frozen import frozen
from argmap.model.argument_map import SECTIONS, ArgumentMap
from argmap.store.reading.complaints import Complaints
from argmap.store.reading.plain_lines import in_plain_lines
from argmap.store.reading.reader import Reader
from argmap.store.reading.repairs import Repair, repaired
from argmap.store.reading.version import START, check_version, without_colon
from argmap.store.schema.keys import Level
from argmap.store.schema.tables import fields_of, table_of_map
from argmap.store.yaml.emit import entry, item
from argmap.store.yaml.lines import OddLayoutError, newline_of
from argmap.store.yaml.node import Collection, Spot, plain_text
from argmap.store.yaml.scan import MOST, Broken, Scan, scan

if TYPE_CHECKING:
    from argmap.store.file_text import FileText
    from argmap.store.reading.conflict_marks import Sides
    from argmap.store.writing.chunks import Chunk, Contents

BIGGEST = 64 * 1024 * 1024
BOM = "\ufeff"


@frozen
class Reading:
    """What came of reading a file; a `read_only` one can be shown, not edited.

    `places` tells where the item of each id stood in the text that was read. `repairs` have been
    made in `text`, as something could not be read without them; `offered` ones have not, and
    `guesses` are for the author alone to make. `source` is the text, or what makes it: whoever only
    looks at the map does without.
    """

    argument_map: ArgumentMap
    source: FileText | Callable[[], FileText]
    problems: tuple[Problem, ...]
    read_only: bool
    places: Mapping[str, Place] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    offered: tuple[Repair, ...] = ()
    guesses: tuple[Repair, ...] = ()

    @property
    def text(self) -> FileText:
        """The text that follows the map's edits."""
        return self.source() if callable(self.source) else self.source


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
            raise ArgmapError("The file is larger than 64 MiB.", "Split the map.", place)
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 text (byte {error.start + 1})."
        raise ArgmapError(
            message, "If it is a text, save it as UTF-8 in the program it comes from.", place
        ) from None
    except IsADirectoryError:
        raise ArgmapError("This is a folder.", "Name the file in it.", place) from None
    except FileNotFoundError:
        from argmap.store.nearby import hint_for_missing

        raise ArgmapError("There is no such file.", hint_for_missing(path), place) from None
    except OSError as error:
        raise ArgmapError(f"The file cannot be read: {error.strerror}.", "", place) from None


def read(text: str, file: str = "") -> Reading:
    """Return what a text says of a map; whatever is wrong becomes a Problem, nothing is raised."""
    with _fewer_collections():
        return _read(text, file)


def read_map(text: str) -> ArgumentMap:
    """Return the map that `read` finds in a text; sooner, as nobody wants to edit the text."""
    with _fewer_collections():
        scanned = scan(text.lstrip(BOM))
        if scanned.broken is None:
            attempt = _Attempt(scanned, [], "", "")
            if not attempt.unquoted():
                return attempt.argument_map
        return _read(text, "").argument_map


def _read(text: str, file: str) -> Reading:
    body = text.lstrip(BOM)
    start = text[: len(text) - len(body)]
    scanned = scan(body)
    done: list[Repair] = []
    if scanned.broken is not None and not scanned.broken.too_much:
        from argmap.store.reading.conflict_marks import sides

        if conflict := sides(body):
            return _of_sides(conflict, text, file)
        scanned, done = _scan_repaired(scanned)
    if scanned.broken is not None:
        slips = _slips(scanned, scanned.broken)
        shown, problems = _read_broken(scanned, scanned.broken, (*done, *slips), file)
        source = cache(partial(_whole, body, "\n", start))
        offered = tuple(done)
        return Reading(shown, source, problems, read_only=True, offered=offered, guesses=slips)
    first = _Attempt(scanned, done, start, file)
    unquoted = first.unquoted()
    if not unquoted:
        return first.reading()
    again = scan(repaired(scanned.lines.text, unquoted))
    if again.broken is not None:
        return first.reading()
    return _Attempt(again, [*done, *unquoted], start, file).reading()


def _scan_repaired(scanned: Scan) -> tuple[Scan, list[Repair]]:
    """Return what a broken text is with all that can be repaired, if that brings it further."""
    from argmap.store.reading import by_hand

    text = scanned.lines.text
    best: tuple[Scan, list[Repair]] = (scanned, [])
    for width in by_hand.TAB_WIDTHS if "\t" in text else by_hand.TAB_WIDTHS[:1]:
        found = [*by_hand.repairs(text, width), *without_colon(text)]
        again = scan(repaired(text, found)) if found else scanned
        if _how_far(again) > _how_far(best[0]):
            best = again, found
    return best


def _how_far(scanned: Scan) -> float:
    """Return the index at which a text stops being YAML."""
    return scanned.broken.index if scanned.broken else inf


class _Attempt:
    """What a well-formed text says, after the repairs that made it well-formed."""

    def __init__(self, scanned: Scan, done: list[Repair], start: str, file: str) -> None:
        self._scanned = scanned
        self._done = done
        self._start = start
        self._say = Complaints(file)
        self._read_only, version = _check_document(scanned, self._say)
        _tell(version, self._say)
        self._reader = Reader(scanned, self._say)
        root = scanned.root
        self.argument_map = ArgumentMap()
        if isinstance(root, Collection) and root.mapping:
            self.argument_map = self._reader.read(root)
        _tell(done, self._say, self._reader.places)
        self._offered = (*version, *self._reader.offered)

    def unquoted(self) -> list[Repair]:
        """Return the repairs of texts that YAML takes for something else."""
        if not self._reader.unquoted:
            return []
        from argmap.store.reading import by_hand

        text = self._scanned.lines.text
        found = (by_hand.unquoted(text, node) for node in self._reader.unquoted)
        taken = {repair.line for repair in self._done}
        return list({each.line: each for each in found if each and each.line not in taken}.values())

    def reading(self) -> Reading:
        """Return the map with the text that follows its edits, or what makes that."""
        reader, say = self._reader, self._say
        source: FileText | Callable[[], FileText] = cache(self._cut)
        odd = False
        if not in_plain_lines(self._scanned):
            try:
                source = self._cut()
            except OddLayoutError:
                if not reader.locked:  # for a reason that is told already
                    say.warning("odd-layout", *_ODD, START)
                text = self._scanned.lines.text
                source, odd = _whole(text, newline_of(text), self._start), True
        locked = self._read_only or odd or reader.locked
        problems = say.in_order()
        done = tuple(self._done)
        return Reading(
            self.argument_map, source, problems, locked, reader.places, done, self._offered
        )

    def _cut(self) -> FileText:
        """Return the text in chunks; raises OddLayoutError where one byte of it would be lost."""
        from argmap.store.file_text import FileText
        from argmap.store.writing.chunks import Contents

        values = dict(fields_of(self.argument_map).pairs)
        contents = Contents(self._reader.items, self._reader.implied, values)
        with _fewer_collections():
            chunks = _whole_chunks(self._scanned, contents)
            return FileText(chunks, newline_of(self._scanned.lines.text), self._start)


def _tell(
    repairs: Sequence[Repair], say: Complaints, places: Mapping[str, Place] | None = None
) -> None:
    """Tell what was repaired, with the id of the item that it stands in."""
    if not repairs:
        return
    starts = sorted((place.line, id_) for id_, place in (places or {}).items())
    for repair in repairs:
        place = Spot(0, repair.line, repair.column)
        at = bisect_right(starts, (repair.line + 1, "\U0010ffff")) - 1
        inside = at >= 0 and repair.becomes[:1] in (" ", "-")
        ids = (starts[at][1],) if inside else ()
        say.error(repair.code, repair.message, repair.hint, place, ids)


def _of_sides(conflict: Sides, text: str, file: str) -> Reading:
    """Return both sides of a merge conflict to be looked at, or ours where both make no YAML."""
    say = Complaints(file)
    for line in conflict.begins:
        say.error("merge-conflict", *_CONFLICT, Spot(0, line, 0))
    texts = (scan(each) for each in (conflict.both, conflict.ours))
    scanned = next((each for each in texts if each.broken is None), None)
    shown = ArgumentMap()
    if scanned and isinstance(scanned.root, Collection) and scanned.root.mapping:
        shown = Reader(scanned, Complaints(file)).read(scanned.root)
    return Reading(shown, cache(partial(_whole, text, "\n", "")), say.in_order(), read_only=True)


_CONFLICT = (
    "A merge conflict is not resolved: what both sides wrote stands between marks of git.",
    "Run `argmap resolve FILE`, which merges both as maps, or take out what is not to stay.",
)


def _whole(text: str, newline: str, start: str) -> FileText:
    """Return a text that cannot be edited."""
    from argmap.store.file_text import FileText
    from argmap.store.writing.chunks import Chunk, Role

    return FileText([Chunk(Role.REST, "", text)], newline, start)


def _whole_chunks(scanned: Scan, contents: Contents) -> list[Chunk]:
    """Return the chunks of a text; raises OddLayoutError where one byte of it would be lost."""
    from argmap.store.writing.chunks import chunks_of

    chunks = chunks_of(scanned, contents)
    if "".join([part for c in chunks for part in (c.gap, c.body)]) != scanned.lines.text:
        raise OddLayoutError
    return chunks


_ODD = (
    "Sections behind question marks, or a file indented as a whole, can be read but not edited.",
    "Write `key: value` in place of `? key : value`, and begin keys at the left edge.",
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


_NO_YAML = "From here on the file is not well-formed YAML"
_UNTIL_THEN = "Until then, what stands before it is shown and cannot be edited."


def _slips(scanned: Scan, broken: Broken) -> tuple[Repair, ...]:
    """Return the slip because of which a text stops being YAML, if it is found."""
    from argmap.store.reading.slips import slip_at

    found = None if broken.too_much else slip_at(scanned.lines.text, broken.index)
    if found is None:
        return ()
    message, hint = f"{_NO_YAML}: {found.message}.", in_a_row(found.hint, _UNTIL_THEN)
    return (replace(found, message=message, hint=hint),)


def _read_broken(
    scanned: Scan, broken: Broken, repairs: Sequence[Repair], file: str
) -> tuple[ArgumentMap, tuple[Problem, ...]]:
    """Return what stands before the place at which the text stops being YAML, and that problem."""
    say = Complaints(file)
    _tell(repairs, say)
    before = scanned.lines.text[: broken.place]
    line = before.count("\n")
    column = broken.place - before.rfind("\n") - 1
    if broken.too_much:
        told = (
            "too-large",
            f"From here on nothing is read: {MOST:,} values are enough.",
            "Split the map.",
        )
    else:
        from argmap.store.yaml.words import in_words

        told = "not-yaml", f"{_NO_YAML}: {in_words(broken.why)}.", "Fix the text."
    code, message, hint = told
    if all(repair.code != code for repair in repairs):
        say.error(code, message, in_a_row(hint, _UNTIL_THEN), Spot(broken.place, line, column))
    argument_map = ArgumentMap()
    if isinstance(scanned.root, Collection) and scanned.root.mapping:
        argument_map = Reader(scanned, Complaints(file)).read(scanned.root)
    return argument_map, say.in_order()


def _check_document(scanned: Scan, say: Complaints) -> tuple[bool, tuple[Repair, ...]]:
    """Return whether the file may only be shown, and repairs; tells what is wrong as a whole."""
    if scanned.second_document is not None:
        say.error(
            "second-document",
            "A second document starts here; only the first is read.",
            "Put it into a file of its own.",
            scanned.second_document,
        )
    root = scanned.root
    if isinstance(root, Collection) and root.mapping:
        return check_version(root, scanned.lines.text, say)
    if root is None or plain_text(root) == "":
        say.error(
            "no-version", "The line `argmap: 1` is missing.", "Add it as the first line.", START
        )
        return False, ()
    say.error("no-map", "This is not an argument map.", "See the page on the file format.", START)
    return True, ()


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
