"""Reading a file for a window: one of argmap's own as a document, any other as a new map."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.desktop.files import importing
from argmap.errors import ArgmapError, Place
from argmap.frozen import frozen
from argmap.store import yaml_file
from argmap.store.file_text import TextEdit
from argmap.store.journal import Contents, InText, Recovery, Writing
from argmap.store.reread import reread
from argmap.store.save import Fingerprint, changed_on_disk, fingerprint

_BREAK = re.compile("\r\n|[\n\r]")


@frozen
class Lost:
    """What the file of a map says that was recovered, and the edit that makes that of it."""

    on_disk: yaml_file.Reading
    edit: TextEdit


@frozen
class Opened:
    """A map that was read.

    `path` is its own file and `known` what that was like; both are None for a map without a file.
    `imported` is the file of another program that it was made from. Of a map that was recovered,
    `lost` tells what its file says instead, if that is known, and what makes the one of the other;
    `written` is the id of what was written last, or an empty text, and `writing` tells where
    somebody was in the middle of a text there.
    """

    reading: yaml_file.Reading
    path: Path | None = None
    known: Fingerprint | None = None
    imported: Path | None = None
    lost: Lost | None = None
    written: str = ""
    writing: Writing | None = None

    def is_new(self, item: str) -> bool:
        """Whether an item of a map that was recovered is in no file yet."""
        if self.path is None:
            return True
        return self.lost is not None and item not in self.lost.on_disk.argument_map.ids


def read(path: Path) -> Opened:
    """Read a file; raises ArgmapError with the reason where that is impossible."""
    place = Place(str(path))
    try:
        if path.exists() and not path.is_file():
            raise ArgmapError("This is a folder or a device.", "Choose a file.", place)
        # The fingerprint comes first: what is written between is then noticed when saving.
        known = fingerprint(path)
        if known and not importing.is_own(path, data := path.read_bytes()):
            return Opened(importing.read(path, data), imported=path)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        raise ArgmapError(message, "", place) from None
    return Opened(yaml_file.load(path), path, known)


def recovered(recovery: Recovery) -> Opened:
    """Read what a journal holds, as a map that no file holds; raises ArgmapError.

    Its file counts as what it was when the journal was begun, so that a file which was changed
    since is noticed and never overwritten unasked. Where it was not, what was done to it since it
    was saved is one edit.
    """
    contents = recovery.contents()
    name = str(recovery.path or "")
    on_disk = _on_disk(recovery)
    again = reread(on_disk, contents.text, name) if on_disk else None
    if on_disk and again and not again.reading.read_only:
        reading, lost = again.reading, Lost(on_disk, again.edit)
    else:
        reading, lost = yaml_file.read(contents.text, name), None
        reading.text.mark_modified()
    known = Fingerprint(-1, recovery.on_disk) if recovery.path else None
    written, writing = _item_at(reading, contents), contents.writing
    if reading.read_only and contents.changed >= 0:
        writing = writing or _behind(contents)
    return Opened(reading, recovery.path, known, lost=lost, written=written, writing=writing)


def _on_disk(recovery: Recovery) -> yaml_file.Reading | None:
    """Return what the file says, if it is what the journal was begun for and nothing is amiss."""
    path = recovery.path
    try:
        if path is None or changed_on_disk(path, Fingerprint(-1, recovery.on_disk)):
            return None
        reading = yaml_file.load(path)
    except ArgmapError:
        return None
    return None if reading.read_only or reading.repairs else reading


def _behind(contents: Contents) -> InText:
    """Return the place behind what was typed last, in a text that only who writes in it mends."""
    came = contents.text[contents.changed : contents.typed_to]
    # What a new line was typed before can count as its last blanks, and those above it as typed.
    typed = contents.text[: contents.changed] + (came.rstrip() or came)
    *above, line = _BREAK.split(typed.removeprefix(yaml_file.BOM))
    return InText(len(above), len(line), len(above), len(line))


def _item_at(reading: yaml_file.Reading, contents: Contents) -> str:
    """Return the id of the item in which the last change begins, or of the last one above it."""
    if contents.changed < 0:
        return ""
    line = contents.text.count("\n", 0, contents.changed) + 1
    above = ((place.line, id_) for id_, place in reading.places.items() if place.line <= line)
    return max(above, default=(0, ""))[1]
