"""What a format is: a row with a reader, a writer, and the list of what it can hold.

A reader gets text that is decoded already and gives a map with the problems it met and what of the
file the map could not take. A writer is handed the map *less what its format cannot hold*; what
was taken away is worked out from `holds` in one place (`losses`), so no writer can forget to
say it, and writing then reading gives exactly the map that the writer was handed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.errors import Problem, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap

_NAMED = 5
_READ_OTHERWISE = ("import", "cut-text", "newer-version")
"""The codes of warnings that something is not in the map as it stands in the file."""


def is_misread(problem: Problem) -> bool:
    """Whether part of a file is left out, or is read otherwise than it stands there."""
    return problem.severity is Severity.ERROR or problem.code in _READ_OTHERWISE


@frozen
class Loss:
    """One kind of thing that was not taken over: what it is, and the ids concerned.

    The ids are those of the map when writing, and the file's own names when reading.
    """

    what: str
    ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return `what (how many): the first ids`."""
        if not self.ids:
            return self.what
        more = " and others" if len(self.ids) > _NAMED else ""
        return f"{self.what} ({len(self.ids)}): {', '.join(self.ids[:_NAMED])}{more}"


@frozen
class Imported:
    """A map that was read, what of the file it does not hold, and what was wrong with the file.

    `undrawn` is no loss: the map keeps it, and the format writes it again, but no picture shows it.
    """

    argument_map: ArgumentMap
    losses: tuple[Loss, ...] = ()
    problems: tuple[Problem, ...] = ()
    undrawn: tuple[Loss, ...] = ()


@frozen
class Exported:
    """A text that was written, in UTF-8, and what of the map it does not hold."""

    content: bytes
    losses: tuple[Loss, ...] = ()

    @property
    def text(self) -> str:
        """The text itself."""
        return self.content.decode()


Reader = Callable[[str, str], Imported]
"""From a text and the name of its file, which is used in messages only."""

Writer = Callable[[ArgumentMap], str | Iterator[str]]
"""From a map to a text; a large one comes in parts, of which there are never two at once."""

Sniff = Callable[[str], object]
"""Gives something true of a text that looks like the format."""


@frozen
class Format:
    """A row of the FORMATS table, which stands at the end of the format's own file.

    Files are written under `suffixes` (lower case, with their dot), and found under those in `also`
    as well. `sniff` tells from the text whether it is of this format, for suffixes that several
    share; `sniff_pasted` the same of some lines that were pasted into the window. `holds` are keys
    of `losses.features.FEATURES`. Files of an `attack_graph` have extensions, and no judgements.
    One `in_context` shows quotes between the words around them, also those of texts beside a map.
    One that is `read_by_people` writes what the map cites besides, which its reader passes over: it
    gets the map less what is not held, and the map that has its sources still.
    `note`, `reading` and `writing` are sentences of the manual: beside the name, and on what
    becomes of the parts of a file and of a map.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    also: tuple[str, ...] = ()
    read: Reader | None = None
    write: Writer | None = None
    sniff: Sniff | None = None
    sniff_pasted: Sniff | None = None
    holds: frozenset[str] = frozenset()
    note: str = ""
    reading: str = ""
    writing: str = ""
    attack_graph: bool = False
    in_context: bool = False
    read_by_people: Callable[[ArgumentMap, ArgumentMap], str] | None = None
