"""The FORMATS table in words: for `convert --list`, and as the page of the manual."""

from __future__ import annotations

from textwrap import TextWrapper

from argmap.formats.format import Format
from argmap.formats.losses.feature import Feature
from argmap.formats.losses.features import EVERYTHING, FEATURES
from argmap.formats.table import FORMATS

_HEAD = """\
# Formats

<!-- Made by argmap/formats/manual.py from the table of formats; a test holds the two together. -->

`argmap convert IN OUT` goes by the suffixes, and where several formats share one by what the file
holds. `--from` and `--to` name a format. Whatever the other side cannot hold is reported, with the
ids concerned.

| name | format | suffixes | read | write | |
| --- | --- | --- | --- | --- | --- |
"""

_READING = """
## Reading

Files are UTF-8, or UTF-16 with a byte order mark; an XML file may declare ISO-8859-1 or
Windows-1252. Any other encoding is an error, not a guess. Nothing in a file is run, no entity is
expanded, no address or file that it names is opened. Files over 64 MiB, with more than
1 000 000 lines or 100 000 statements, and JSON nested more than 400 levels deep are refused. What
is wrong with a part of a file is reported with its line, and the rest is read. Parts that argmap
does not know are reported as well; only positions, colours and other looks are passed over, and
dates of parts.

- Ids are kept where the file has ids that a map can have, else made from the texts.
- A kind that the file does not say follows from the relations: what attacks is a rebuttal, what
  supports a premise, anything else a claim.
- A line of an outline that is marked as nothing supports the line it stands under.
"""

_WRITING = """
## Writing

What each format cannot hold is left out of the map before it is written, and reported.
Where a file has no place for ids, they are left out without a word; so is which of several uses of
a statement comes first in the file.

"""

_KEPT = """
`argmap` and `json` hold all that is in a map. The others keep of it:

| what | is kept by |
| --- | --- |
"""

_COMPARED = """\
## Compared with others

What argmap reads and writes was held against what others make of the same texts. Of Argdown and of
the real files tests do it again where they are at hand.

- **Argdown's own model** (`@argdown/core` 1.7.5 and 2.0.1): of the 148 texts in its own tests it
  refuses 29, and 117 of the other 119 are read the same; so are all 99 examples of its guide and
  its repository, and generated documents. It refuses no map that is written as Argdown.
- **pygarg** 1.0.2 reads all of 155 maps that were written as APX.
- **The validator of SADFace** 0.5.4 finds nothing wrong with 200 maps that were written for it.
- **Counts** that come with 172 real files of AIF, xAIF, SADFace, arggraph, Carneades, LKIF,
  MindMup, OPML, Argumentative, dsanson's argmap and Argdown are those of the maps, and what a map
  does not take over is told. One file is refused, which is no XML.

The two texts of Argdown that are read otherwise: it loses a step whose data it cannot read, while
argmap reads the step and tells of the data; and it takes a comment for text that no line break
ends.
"""

_ALL = "all"

_WRAP = TextWrapper(100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def listing() -> str:
    """Return the table in columns, as a terminal shows it."""
    rows = [("name", "read", "write", "suffixes", "format")]
    rows += [
        (
            row.name,
            _mark(row.read),
            _mark(row.write),
            " ".join(_suffixes(row)),
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
    table = "".join(map(_table_row, FORMATS))
    reading = _sentences({row.title: row.reading for row in FORMATS})
    writing = _sentences({row.title: row.writing for row in FORMATS})
    return f"{_HEAD}{table}{_READING}{reading}{_WRITING}{writing}{_KEPT}{_kept()}\n{_COMPARED}"


def _sentences(by_title: dict[str, str]) -> str:
    """Return an item of a list for each different text, with the titles of its formats."""
    titles: dict[str, list[str]] = {}
    for title, text in by_title.items():
        titles.setdefault(text, []).append(title)
    items = (f"- **{', '.join(named)}**: {text}" for text, named in titles.items() if text)
    return "".join(f"{_WRAP.fill(item)}\n" for item in items)


def _suffixes(row: Format) -> tuple[str, ...]:
    return (*row.suffixes, *row.also)


def _mark(function: object) -> str:
    return "yes" if function else "no"


def _table_row(row: Format) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in _suffixes(row))
    cells = [f"`{row.name}`", row.title, suffixes, _mark(row.read), _mark(row.write), row.note]
    return f"| {' | '.join(cells)} |\n"


def _kept() -> str:
    """Return a row for what the same formats keep, but for what all of them do."""
    by_keepers: dict[str, list[str]] = {}
    for feature in FEATURES:
        by_keepers.setdefault(_keepers(feature), []).append(feature.what)
    rows = ((whats, keepers) for keepers, whats in by_keepers.items() if keepers != _ALL)
    return "".join(f"| {'; '.join(whats)} | {keepers} |\n" for whats, keepers in rows)


def _keepers(feature: Feature) -> str:
    """Return the formats that keep something, or all but those that do not if these are few."""
    written = [row for row in FORMATS if row.write and row.holds != EVERYTHING]
    kept = [f"`{row.name}`" for row in written if _keeps(row, feature)]
    left = [f"`{row.name}`" for row in written if not _keeps(row, feature)]
    if not kept:
        return "none"
    few = len(left) < len(kept) / 2
    return " but ".join(filter(None, (_ALL, ", ".join(left)))) if few else ", ".join(kept)


def _keeps(row: Format, feature: Feature) -> bool:
    whole = next((each for each in FEATURES if each.key == feature.part_of), None)
    return feature.key in row.holds and (whole is None or _keeps(row, whole))
