"""A disk without room, for tests of what must not be lost when it fills up."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@contextmanager
def full_disk(largest: int = 0) -> Iterator[None]:
    """Let the system refuse to make any file larger than so many bytes, as a full disk does."""
    resource = pytest.importorskip("resource", reason="no limits on files here")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _ignores_rights() -> bool:
    """Whether this user, root for one, may read what nobody may read."""
    if sys.platform == "win32":
        return True
    with TemporaryDirectory() as folder:
        closed = Path(folder) / "closed"
        closed.touch(0)
        return os.access(closed, os.R_OK)


OBEYS_RIGHTS = pytest.mark.skipif(_ignores_rights(), reason="this user may read and write all")
