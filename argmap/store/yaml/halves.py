"""Halves of surrogate pairs, with which UTF-16 and JSON write what Unicode has beyond U+FFFF.

JSON is YAML as well, but libyaml takes no escape of a half, not even where two make a whole. Such
escapes are hidden from it behind others of the same length, and found again in what it has read.
"""

from __future__ import annotations

import re

HALF = re.compile("[\ud800-\udfff]")
ESCAPED_HALF = re.compile(r"(?<!\\)((?:\\\\)*\\u)[dD]([89a-fA-F])")
_HIDDEN = re.compile(r"(?<!\\)(?:\\\\)*\\u[eE][0-7]")
STAND_IN = re.compile(r"\\u[eE][0-7]|[\ue000-\ue7ff]")
"""What stands for halves while libyaml reads, if the text itself has nothing of the kind."""
_NOTHING = "\ufffd"
_BACK = {0xE000 + number: 0xD800 + number for number in range(0x800)}


def holds_half(text: str) -> bool:
    """Whether an escape of half a pair stands in a text; most have no escape, which is quick."""
    return "\\u" in text and ESCAPED_HALF.search(text) is not None


def whole(text: str) -> str:
    """Return a text with pairs joined, and U+FFFD, which stands for nothing, for lone halves."""
    return HALF.sub(_NOTHING, joined(text)) if HALF.search(text) else text


def joined(text: str) -> str:
    """Return a text with pairs joined."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def hidden(text: str) -> str:
    """Return a text with all escapes of halves hidden."""
    return ESCAPED_HALF.sub(lambda found: f"{found[1]}e{int(found[2], 16) - 8}", text)


def found_again(value: str) -> str:
    """Return what was read in double quotes with what was hidden."""
    return value.translate(_BACK)


def typed_again(value: str, original: str) -> str:
    """Return what was read without double quotes, where nothing is an escape, as it was typed."""
    typed = (found[0] for found in ESCAPED_HALF.finditer(original))
    return _HIDDEN.sub(lambda found: next(typed, found[0]), value)
