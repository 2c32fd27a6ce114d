"""Versions of the file format: which this program reads, and how older ones become the present one.

A migration turns the text of a version into that of the next, in memory; the file changes when the
user saves. There is one version so far, so the table is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.store.schema import VERSION

MIGRATIONS: Mapping[int, Callable[[str], str]] = {}


def migrated(text: str, version: int) -> str:
    """Give a text of that version as one of the present version."""
    for step in range(version, VERSION):
        text = MIGRATIONS[step](text)
    return text
