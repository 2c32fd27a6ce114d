"""The text of a source, wherever it is kept, or why there is none.

Rules and reports take a lookup from whoever calls them: they never open a file themselves.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeVar

from argmap.frozen import frozen
from argmap.model.argument_map import Source
from argmap.saving.digest import sha256
from argmap.texts.beside import NoTextError, OpenFile, OutsideError, leads_out, opened
from argmap.texts.portions import decoded
from argmap.texts.text import Text

_KEPT = 16
"""So many texts are kept with what was made of them, to be searched again after an edit."""
_BOM = "\ufeff"
_SETTLED_NS = 2_000_000_000


class Fault(StrEnum):
    """Why there is no text where the source names a file."""

    MISSING = "missing"
    OUTSIDE = "outside"
    NO_TEXT = "no text"


@frozen
class Kept:
    """What is kept of a source: its text, if there is one, and the hash that it has now.

    `reason` says of a faulty file what is wrong with it, as the end of a sentence.
    """

    text: Text | None = None
    sha256: str = ""
    fault: Fault | None = None
    reason: str = ""


_files: dict[tuple[int, ...], Kept] = {}
"""What was read of files, by the state in which they were: also rules look afresh at every edit."""
_texts: dict[tuple[str, int], Text] = {}
"""Texts by their hashes and lengths: for a hash of Python's own no other thread could run."""
_keeping = threading.Lock()
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

Lookup: TypeAlias = Callable[[Source], Kept]
"""Returns what is kept of a source."""


def in_the_map(source: Source) -> Kept:
    """Return the text that the map itself has of a source; of files only names are looked at."""
    fault = Fault.OUTSIDE if source.file and leads_out(source.file) else None
    if not source.text:
        return Kept(fault=fault)
    known = sha256(source.text.encode("utf-8", "surrogatepass"))
    return Kept(_searchable(source.text, known), known, fault)


def beside(folder: Path) -> Lookup:
    """Return a lookup for the map in a folder: its own texts, else those of files beside it.

    What it has found it keeps: for a look at the files of another moment, ask for another one.
    """

    @cache
    def file(name: str) -> Kept:
        return _of_file(folder, name)

    def kept(source: Source) -> Kept:
        if not source.file:
            return in_the_map(source)
        found = file(source.file)
        own = in_the_map(source)
        return Kept(own.text, own.sha256, found.fault, found.reason) if own.text else found

    return kept


def _of_file(folder: Path, name: str) -> Kept:
    try:
        with opened(folder, name) as there:
            return _read(there)
    except OutsideError:
        return Kept(fault=Fault.OUTSIDE)
    except (FileNotFoundError, NotADirectoryError):
        return Kept(fault=Fault.MISSING)
    except NoTextError as error:
        return Kept(fault=Fault.NO_TEXT, reason=str(error))
    except UnicodeDecodeError:
        return Kept(fault=Fault.NO_TEXT, reason="is no plain text in UTF-8")
    except OSError as error:
        return Kept(fault=Fault.NO_TEXT, reason=f"cannot be read: {error.strerror}")


def _read(file: OpenFile) -> Kept:
    """Return what is kept of a file that can be read; what it was just now is not read again.

    A file that was written a moment ago may be written again without another time to tell it by.
    """
    if known := _files.get(file.state):
        return known
    data = file.read()
    known_by = sha256(data)
    text = decoded(data, "utf-8").removeprefix(_BOM)
    kept = Kept(_searchable(text, known_by), known_by)
    settled = time.time_ns() - file.written > _SETTLED_NS
    return _keep(_files, file.state, kept) if settled else kept


def _searchable(text: str, known_by: str) -> Text:
    return _keep(_texts, (known_by, len(text)), Text(text))


def _keep(there: dict[_Key, _Value], key: _Key, value: _Value) -> _Value:
    """Return what is kept under a key, which is the value if there was none; the oldest goes."""
    with _keeping:
        if key not in there and len(there) >= _KEPT:
            del there[next(iter(there))]
        return there.setdefault(key, value)
