"""The FORMATS table in words: for `convert --list`, and as the page of the manual."""

from __future__ import annotations

from argmap.formats.format import Format
from argmap.formats.losses.features import EVERYTHING, FEATURES
from argmap.formats.table import FORMATS

_HEAD = """\
# Formats

<!-- Made from the table in argmap/formats/table.py; a test holds the two together. -->

`argmap convert IN OUT` goes by the suffixes, and where several formats share one (`.json`, `.xml`,
`.yaml`, `.txt`, `.md`) by what the file holds. `--from` and `--to` name a format. Whatever the
other side cannot hold is told, with the ids concerned.

| name | format | suffixes | read | write | |
| --- | --- | --- | --- | --- | --- |
"""

_READING = """
## Reading

Files are UTF-8, or UTF-16 with a byte order mark; an XML file may declare ISO-8859-1 or
Windows-1252. Any other encoding is an error, not a guess. Nothing in a file is run, no entity is
expanded, no address or file that it names is opened. Files over 64 MiB and JSON nested more than
400 levels deep are refused. What is wrong with a part of a file is told with its line, and the
rest is read.

- Ids are kept where the file has ids that a map can have, else made from the texts.
- A kind that the file does not tell follows from the relations: what attacks is a rebuttal, what
  supports a premise, anything else a claim.
- A line of an outline that is marked as nothing supports the line it stands under.
- AIF: dialogue, rephrases and all else that a map does not draw is told, kept under `x-aif`, and
  written again with the map.
- SADFace and arguebuf: a scheme with a premise and a target is a relation, one with several targets
  is several.
- Carneades and LKIF: an argument without premises gets an unstated one, which is accepted, so that
  it holds as before. Exceptions are undercuts. A negated premise of LKIF is a statement that the
  denied one attacks.
- brat: spans are statements and cite their place in the text; a stance for or against supports or
  attacks every major claim; a relation of a type of its own keeps that as its scheme.
- Attack graphs: comments “… stands for …” give names back, and in TGF a label `+` makes a support.
- Argdown: each inference is a relation with linked premises, a contradiction two attacks, a section
  a group. Only its titles of small letters, digits, `-`, `_` and `.` are taken for ids. Titles,
  prose with `*` and `_`, web addresses and a missing blank line after the front matter, at which
  Argdown stops, are read as they stand.
- Rationale: the script is looked at, not run.

## Writing

What each format cannot hold is left out of the map before it is written, and reported.
Kialo knows no steps: an undercut is written as a con below the first premise of what it undercuts,
and a map without a title as a discussion without a name.
Where a file has no place for ids, they are left out without a word; so is which of several uses of
a statement comes first in the file.
"""


def listing() -> str:
    """Return the table in columns, as a terminal shows it."""
    rows = [("name", "read", "write", "suffixes", "format")]
    rows += [
        (
            row.name,
            _mark(row.read),
            _mark(row.write),
            " ".join((*row.suffixes, *row.also)),
            row.title,
        )
        for row in FORMATS
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def page() -> str:
    """Return the page of the manual, in Markdown."""
    table = "".join(_table_row(row) for row in FORMATS)
    written = (row for row in FORMATS if row.write and row.holds != EVERYTHING)
    return f"{_HEAD}{table}{_READING}\n{''.join(map(_left_out, written))}"


def _mark(function: object) -> str:
    return "yes" if function else "no"


def _table_row(row: Format) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in (*row.suffixes, *row.also))
    cells = [f"`{row.name}`", row.title, suffixes, _mark(row.read), _mark(row.write), row.note]
    return f"| {' | '.join(cells)} |\n"


def _left_out(row: Format) -> str:
    lost = [f.what for f in FEATURES if f.key not in row.holds and f.part_of in {"", *row.holds}]
    return f"**{row.title}** leaves out: {'; '.join(lost)}.\n\n"
