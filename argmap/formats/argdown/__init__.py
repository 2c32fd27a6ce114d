"""Argdown, after its own lexer and model: https://argdown.org.

`lines` takes away front matter and `comments`, and finds the blocks; `inline` reads and writes text
with its marks and `shortcodes`; `occurrence` reads one place where a statement or argument stands.
`document` holds what an Argdown file says in its own terms; `parser` builds it, and `regrouping`
groups it as its front matter says. `reader` makes a map of it, and `writer` writes one.
"""

from __future__ import annotations

import re

from argmap.formats.argdown.reader import read
from argmap.formats.argdown.writer import write
from argmap.formats.format import Format
from argmap.formats.losses.features import all_but

_TITLE = re.compile(r"^\s*(?:[-+_]?\s*)(?:\[[^\]\n]+\]\s*:?|<[^>\n]+>\s*:?)", re.MULTILINE)

FORMAT = Format(
    name="argdown",
    title="Argdown",
    suffixes=(".argdown", ".ad"),
    also=(".md", ".markdown"),
    read=read,
    write=write,
    sniff=lambda text: "```argdown" in text,
    holds=all_but(
        "extra aif conflicts viewpoints style sources group_details mixed_groups mixed_relations "
        "breaks empty kind controls returns edges"
    ),
    sniff_pasted=_TITLE.search,
    reading=(
        "Each inference is a relation with linked premises, a contradiction two attacks, a section "
        "a group. Only titles of small letters, digits, `-`, `_` and `.` are taken for ids. "
        "Shortcodes become their symbols, and a file that is to be included is not read. "
        "Titles, prose with `*` and `_`, web addresses and a missing blank line after the front "
        "matter, at which Argdown stops, are read as they stand."
    ),
)
