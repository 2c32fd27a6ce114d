"""Texts put into quotes: why they need them, and the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.store.reading.repairs import Repair
from argmap.store.schema.keys import KEYS_OF, Type
from argmap.store.yaml.emit import in_quotes
from argmap.store.yaml.node import Collection
from argmap.store.yaml.scan import scan

COMMENT = re.compile(r"(?<![ \t])[ \t]++#(?=[ \t]|$).*")
"""A comment as it is usually set off: from the text before it, and its own from the sign."""

_TYPES = [(key.name, key.type) for keys in KEYS_OF.values() for key in keys.values()]
KEYS = {name for name, _ in _TYPES}
TEXT_KEYS = KEYS - {name for name, type_ in _TYPES if type_ is not Type.TEXT}
LIST_KEYS = KEYS - {name for name, type_ in _TYPES if type_ is not Type.TEXTS}
"""The names of keys that hold a text, or a list of texts, wherever they stand."""

_APOSTROPHES = re.compile(r"(?:[^']|(?<=\w)'(?=\w))+")
_OPENS_WITHIN = re.compile(r"[^\"]*(?:(?<![^\s(])\"(?=\S).*)?")

_REASONS = {
    '"': "it goes on behind the quotes that it begins with, or these are never closed",
    "'": "it goes on behind the quotes that it begins with, or these are never closed",
    "[": "a bracket begins a list",
    "]": "a bracket ends a list",
    "{": "a brace begins keys with values",
    "}": "a brace ends keys with values",
    "*": "an asterisk begins the name of something else",
    "&": "an ampersand begins a name",
    "!": "an exclamation mark begins a type",
    "|": "a vertical bar begins a text of several lines",
    ">": "a greater-than sign begins a text of several lines",
    "-": "a hyphen before a blank begins an item of a list",
    "?": "a question mark before a blank begins a key",
    "#": "a number sign begins a comment",
}
_COLON = "a colon before a blank, or at the end, begins a value"
_RESERVED = "YAML keeps the character that it begins with for itself"
_WITHIN = "what stands within its own quotes ends them, or a backslash means something else there"


def fixed_by_check(what: str) -> str:
    """Return a hint that ends in who does what it says."""
    return f"{what}; `argmap check --fix` does."


def is_text(text: str, before: str = "k: ", behind: str = "") -> bool:
    """Whether YAML takes what stands in a place for one text; else behind a key."""
    scanned = scan(f"{before}{text}{behind}\n")
    root = scanned.root
    if scanned.broken or scanned.refusals or not isinstance(root, Collection):
        return False
    alone = len(root.items) == (2 if root.mapping else 1)
    return alone and not isinstance(root.items[-1], Collection)


def is_yaml(text: str) -> bool:
    """Whether YAML takes what stands behind a key for anything."""
    scanned = scan(f"k: {text}\n")
    return not scanned.broken and not scanned.refusals


def meant(value: str) -> str:
    """Return a text without the quotes around it, if these are meant for YAML.

    So they are where what stands within only looks as if it ended them: the apostrophe of a word,
    or quotes that open there.
    """
    mark, inner = value[0], value[1:-1]
    if len(value) < 3 or mark != value[-1] or mark not in "'\"":
        return value
    return inner if (_APOSTROPHES if mark == "'" else _OPENS_WITHIN).fullmatch(inner) else value


def quoting(found: re.Match[str], line: int, below: Sequence[str], why: str = "") -> Repair:
    """Return the repair that puts a value in quotes; a comment set off behind it stays one."""
    parts = [found["value"], *below]
    last = parts[-1].rstrip()
    tail = parts[-1][len(last) :]
    if below:
        inner = [re.sub(r'(["\\])', r"\\\1", part) for part in (*parts[:-1], last)]
        value, quoted = parts[0].rstrip(), '"' + "\n".join(inner) + '"'
    else:
        behind = COMMENT.search(last)
        value = last[: behind.start()] if behind else last
        quoted = in_quotes(meant(value)) + last[len(value) :]
    becomes = found.string[: found.start("value")] + quoted + tail
    place = line, found.start("value")
    return repair(place, 1 + len(below), becomes, value, why or reason(value))


def repair(place: tuple[int, int], count: int, becomes: str, text: str, why: str) -> Repair:
    """Return the repair of a text without quotes at a place, told with the line as it should be."""
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    message = f"The text “{shown}” needs quotes: {why}."
    first, more, _ = becomes.partition("\n")
    hint = fixed_by_check(f"Write `{first.strip()}{' …' if more else ''}`")
    return Repair(*place, count, becomes, "unquoted", message, hint)


def reason(value: str) -> str:
    """Return why YAML does not take a text for one."""
    if value[0] in "-?" and value[1:2].strip():
        return _COLON
    if meant(value) != value:
        return _WITHIN
    return _REASONS.get(value[0]) or (_RESERVED if value[0] in "@`%," else _COLON)
