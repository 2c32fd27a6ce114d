"""What a content is known by: its SHA-256.

The `hashlib` of Python loads OpenSSL, which takes 3.5 MB of a window's 96 and 3 ms of its start.
Python has a SHA-256 of its own as well, which is up to seven times as slow: a millisecond for what
is hashed with it here. Its module is private, but Python's own `random` takes its hash in the same
way for the same reason, and a Python that has it elsewhere does without.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

LARGE = 200_000
"""Contents of so many bytes are OpenSSL's."""
_OWN = ("_sha2", "_sha256")
"""Where Python's own may be: from 3.12 on, and before."""


def sha256(content: bytes) -> str:
    """Return the hash of a content, as `sha256sum` prints it."""
    hash_of = _library() if len(content) >= LARGE else _own()
    return str(hash_of(content).hexdigest())


@cache
def _own() -> Callable[[bytes], Any]:
    for name in _OWN:
        try:
            return _in(name)
        except (ImportError, KeyError):
            continue
    return _library()


@cache
def _library() -> Callable[[bytes], Any]:
    return _in("hashlib")


def _in(module: str) -> Callable[[bytes], Any]:
    found: Callable[[bytes], Any] = vars(import_module(module))["sha256"]
    return found
