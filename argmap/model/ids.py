"""Ids that people can read: made from words once these are written, and never changed then.

An id is what relations, viewpoints and other people's branches point at, so it must be readable in
a diff, unlike every other id, and stable. That rules out counters, which clash when two people add
a statement each and merge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_WORDS = 4
_ROOM_FOR_SUFFIX = 48
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "ng", "ı": "i", "ə": "e",
    }
)  # fmt: skip
"""Latin letters that Unicode does not take apart, as they are spelt where there are only a to z."""


def new_id(text: str, taken: Collection[str], otherwise: str = "statement") -> str:
    """Return an id from the first words of a text, unlike all that are taken.

    Letters are reduced to ASCII: “Straße” gives `strasse`, “für” gives `fur`. A text that has none
    (Chinese, an empty one) gives `otherwise`.
    """
    spelt = text.lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:_WORDS]
    return unused_id("-".join(words)[:_ROOM_FOR_SUFFIX].strip("-") or otherwise, taken)


def new_relation_id(premise: str, taken: Collection[str]) -> str:
    """Return an id for a relation that starts from this premise (the first, if linked)."""
    return unused_id(f"r-{premise}"[:_ROOM_FOR_SUFFIX], taken)


def unused_id(wish: str, taken: Collection[str]) -> str:
    """Return the wish, or `wish-2`, `wish-3`, … if it is taken.

    The number is found by doubling and halving, so the ten thousandth alike costs no more than a
    few looks; where numbers are missing in between, one of the free ones is taken.
    """
    if wish not in taken:
        return wish
    used, free = 1, 2
    while f"{wish}-{free}" in taken:
        used, free = free, free * 2
    while free - used > 1:
        middle = (used + free) // 2
        used, free = (middle, free) if f"{wish}-{middle}" in taken else (used, middle)
    return f"{wish}-{free}"
