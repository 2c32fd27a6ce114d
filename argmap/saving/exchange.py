"""Two files change places in one step, which Linux can do and Python cannot say.

Whoever puts a new file in the place of an old one has the old one in hand then, and can see whether
it was what it was thought to be.
"""

from __future__ import annotations

import os
from pathlib import Path

from argmap.linux import function

_HERE = -100
"""AT_FDCWD: relative paths are meant from the folder of the process."""
_SWAP = 2
"""RENAME_EXCHANGE; see renameat2(2)."""


def exchange(one: Path, other: Path) -> bool:
    """Whether two files have changed places; False where the system or the disk cannot do it."""
    rename = function("renameat2")
    if rename is None:
        return False
    return rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0
