"""Writing a file: whole or not at all.

New content goes to a temporary file in the same folder, is forced to the disk, and takes the old
file's place in one step, so that the old one stays whole until then. Symbolic links are followed;
permissions, owner, group and the other names of the file are kept. Nothing else in argmap writes
files, but for the journal, which is appended to (`argmap.store.journal`).
"""

from argmap.saving.files import (
    copy,
    save_bytes,
    save_new,
    write_bytes,
    write_new,
    write_private,
    write_to_device,
)
from argmap.saving.taking_place import UnexpectedError

__all__ = [
    "UnexpectedError",
    "copy",
    "save_bytes",
    "save_new",
    "write_bytes",
    "write_new",
    "write_private",
    "write_to_device",
]
