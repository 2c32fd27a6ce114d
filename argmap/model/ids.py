"""Ids that people can read: made from words once, and never changed afterwards.

An id is what relations, viewpoints and other people's branches point at, so it must be readable in
a diff, unlike every other id, and stable. That rules out counters, which clash when two people add
a statement each and merge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 64
_WORDS = 4
_ROOM_FOR_SUFFIX = 48


def new_id(text: str, taken: Collection[str], otherwise: str = "statement") -> str:
    """Give an id from the first words of a text, unlike all that are taken.

    Letters are reduced to ASCII; a text that has none (Chinese, an empty one) gives `otherwise`.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:_WORDS]
    return unlike("-".join(words)[:_ROOM_FOR_SUFFIX].strip("-") or otherwise, taken)


def unlike(wish: str, taken: Collection[str]) -> str:
    """Give the wish, or `wish-2`, `wish-3`, … if it is taken."""
    if wish not in taken:
        return wish
    number = 2
    while f"{wish}-{number}" in taken:
        number += 1
    return f"{wish}-{number}"
