"""Who says a statement, and in which sources: the small line under its text."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.argument_map import ArgumentMap, Source, Statement
from argmap.model.kinds import USUAL_SOURCE_LINE, SourceLine
from argmap.references.dates import year
from argmap.references.names import names

_SHORT = 40
"""Letters of a title that stands beside others."""
_MOST_AUTHORS = 2


def attribution(argument_map: ArgumentMap, statement: Statement) -> str:
    """Return who says a statement and the sources it cites; "" where none is named.

    Sources are named as the map's style says, and one that is not in the map is left out. Numbers
    are those of the list of references, which has the order of the map.
    """
    cited = dict.fromkeys(words for _, words in named(argument_map, statement))
    return ", ".join(filter(None, (statement.said_by, "; ".join(cited))))


def named(argument_map: ArgumentMap, statement: Statement) -> Iterator[tuple[Source, str]]:
    """Return the sources that a statement cites, each once, with the words that stand for it."""
    line = argument_map.style.source_line or USUAL_SOURCE_LINE
    places: dict[str, dict[str, None]] = {}
    if line is not SourceLine.NONE:
        for cite in statement.cites:
            if cite.source in argument_map.source_by_id:
                places.setdefault(cite.source, {})[cite.at.strip()] = None
    if not places:
        return
    numbered = "number" in line.parts
    numbers = {s.id: at for at, s in enumerate(argument_map.sources, 1)} if numbered else {}
    for id_, found in places.items():
        where = ", ".join(filter(None, found)) if "place" in line.parts else ""
        source = argument_map.source_by_id[id_]
        if numbered:
            yield source, f"[{', '.join(filter(None, (str(numbers[id_]), where)))}]"
        else:
            yield source, ", ".join(filter(None, (_name(source, line), where)))


def _name(source: Source, line: SourceLine) -> str:
    """Return the words for a source: its title where its author is asked for and not known."""
    if "author" not in line.parts:
        return source.name
    author = _author(source)
    title = _short(source.title) if "title" in line.parts or not author else ""
    return ", ".join(filter(None, (author, title, year(source.date)))) or source.id


def _author(source: Source) -> str:
    """Return the names by which one refers to the authors of a source."""
    families = [name.family for name in names(source.author)]
    if len(families) > _MOST_AUTHORS:
        return f"{families[0]} et al."
    return " & ".join(families)


def _short(title: str) -> str:
    """Return a title without its subtitle, and not too long."""
    line = " ".join(title.split())
    main = line.partition(": ")[0]
    if len(main) <= _SHORT:
        return main
    return f"{main[:_SHORT].rsplit(' ', 1)[0].rstrip(',;.')}…"
