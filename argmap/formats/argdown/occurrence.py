"""One place where a statement or an argument stands: its title, text, tags and data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from argmap.errors import ArgmapError
from argmap.formats.argdown import inline
from argmap.formats.syntax import yaml_text

_DEFINITION = re.compile(r"(?:\[([^\n]+?)\]|<([^\n]+?)>):(.*)", re.DOTALL)
_REFERENCE = re.compile(r"(?:\[([^\]\n]+)\](?!\()|<([^>\n]+)>)(.*)", re.DOTALL)
_DATA = re.compile(r"(?<!\\)\{(.*)\}\s*$", re.DOTALL)

Data = dict[str, Any]


@dataclass(slots=True)
class Occurrence:
    """What stands in one place; a `title` of "" means that it has none.

    `sort` is s (a statement) or a (an argument). A reference does not define what it means.
    `remarks` are what is not read as it stands, each with a hint.
    """

    sort: str
    title: str
    defines: bool
    words: inline.Inline
    data: Data
    remarks: list[tuple[str, str]] = field(default_factory=list)


def read(raw: str) -> Occurrence:
    """Return all that stands in one place, marks, tags and data included."""
    rest, data, remarks = split_data(raw)
    definition = _DEFINITION.match(rest)
    reference = None if definition else _REFERENCE.match(rest)
    head = definition or reference
    words = inline.read(head[3] if head else rest)
    if reference and words.text:
        hint = "Put a colon after it if the text says what it means."
        remarks.append((f"The text after a reference is left out: “{words.text}”.", hint))
    title = (head[1] or head[2]) if head else ""
    sort = "a" if head and head[2] is not None else "s"
    return Occurrence(sort, title, reference is None, words, data, remarks)


def split_data(raw: str) -> tuple[str, Data, list[tuple[str, str]]]:
    """Return the text, the data at its end, and remarks; braces without data stay in the text."""
    found = _DATA.search(raw) if raw.rstrip().endswith("}") else None
    if not found:
        return raw, {}, []
    try:
        value = _value(found[1])
    except ArgmapError:
        hint = "Put a backslash before each brace that belongs to the text."
        return raw, {}, [("The data in braces is not YAML; it is text now.", hint)]
    return (raw[: found.start()].rstrip(), value, []) if isinstance(value, dict) else (raw, {}, [])


def _value(text: str) -> Any:
    try:
        return json.loads(f"{{{text}}}")
    except ValueError:
        return yaml_text.load(text if "\n" in text else f"{{{text}}}")
