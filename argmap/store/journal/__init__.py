"""What was typed since the last save, safe from a crash.

One file per open map in a folder of the program's state: a header with the whole text at the
start, then a line of JSON for each change: the places where the text changes, and a checksum of
what it becomes. Lines are only ever appended, so whatever happens, all that was synced before can
be read; a torn last line is left aside. A lock beside the file says whether its writer is alive.

A journal is deleted when its text is saved, not wanted, or in another journal; never because it
cannot be read.
"""

from argmap.store.journal.contents import Contents
from argmap.store.journal.journal import Journal, set_aside
from argmap.store.journal.recovery import (
    Found,
    Recovery,
    Unreadable,
    find,
    open_elsewhere,
    saved_elsewhere,
    size,
)
from argmap.store.journal.writing import BEHIND_ALL, InField, InText, Writing

__all__ = [
    "BEHIND_ALL",
    "Contents",
    "Found",
    "InField",
    "InText",
    "Journal",
    "Recovery",
    "Unreadable",
    "Writing",
    "find",
    "open_elsewhere",
    "saved_elsewhere",
    "set_aside",
    "size",
]
