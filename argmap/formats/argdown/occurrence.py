"""One place where a statement or an argument stands: its title, text, tags and data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.errors import ArgmapError
from argmap.formats.argdown import inline
from argmap.formats.syntax import yaml_text

_DEFINITION = re.compile(r"(?:\[([^\n]+?)\]|<([^\n]+?)>):(.*)", re.DOTALL)
_REFERENCE = re.compile(r"(?:\[([^\]\n]+)\](?!\()|<([^>\n]+)>)(.*)", re.DOTALL)
_DATA = re.compile(r"(?<!\\)\{(.*)\}\s*$", re.DOTALL)

_MEANT = re.compile(r"[ \t]*(?:\n|[\w\"']+[ \t]*:)")

Data = dict[str, Any]


class Note(NamedTuple):
    """What is not read as it stands, and what to write instead.

    `below` counts lines from the one in which the data begins; -1 is for the whole element.
    """

    message: str
    hint: str
    below: int = -1


@dataclass(slots=True)
class Occurrence:
    """What stands in one place; a `title` of "" means that it has none.

    `sort` is s (a statement) or a (an argument). A reference does not define what it means.
    """

    sort: str
    title: str
    defines: bool
    words: inline.Inline
    data: Data
    notes: list[Note] = field(default_factory=list)


def read(raw: str, *, tags_stay: bool = True) -> Occurrence:
    """Return all that stands in one place, marks, tags and data included."""
    rest, data, notes = split_data(raw)
    definition = _DEFINITION.match(rest)
    reference = None if definition else _REFERENCE.match(rest)
    head = definition or reference
    words = inline.read(head[3] if head else rest, tags_stay=tags_stay)
    if reference and words.text:
        hint = "Put a colon after it if the text says what it means."
        notes.append(Note(f"The text after a reference is left out: “{words.text}”.", hint))
    title = (head[1] or head[2]) if head else ""
    sort = "a" if head and head[2] is not None else "s"
    return Occurrence(sort, title, reference is None, words, data, notes)


def split_data(raw: str, *, meant: bool = False) -> tuple[str, Data, list[Note]]:
    """Return the text, the data at its end, and notes.

    Braces that are not meant for data stay in the text; data that cannot be read is left out.
    With `meant` all braces are meant.
    """
    found = _DATA.search(raw) if raw.rstrip().endswith("}") else None
    if not found:
        return raw, {}, []
    before = raw[: found.start()].rstrip()
    try:
        value = _value(found[1])
    except ArgmapError as error:
        if meant or _MEANT.match(found[1]):
            words = f"The data in braces is left out. {error.message}"
            return before, {}, [Note(words, error.hint, max(error.where.line - 1, 0))]
        hint = "Put a backslash before each brace that belongs to the text."
        return raw, {}, [Note("The data in braces is not YAML; it is text now.", hint)]
    return (before, value, []) if isinstance(value, dict) else (raw, {}, [])


def _value(text: str) -> Any:
    try:
        return json.loads(f"{{{text}}}", object_pairs_hook=_object)
    except ValueError:
        return yaml_text.load(text if "\n" in text else f"{{{text}}}")


def _object(pairs: list[tuple[str, Any]]) -> Data:
    """Return an object; ValueError for a key that stands twice, which the reader of YAML tells."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)
