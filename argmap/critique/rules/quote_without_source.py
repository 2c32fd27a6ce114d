"""Quote without source: somebody's words are given, and not where they stand.

A quotation is evidence only if it can be looked up. Cite the source that a quoted text is from
(`cites:`), and say of each quoted source at least a title, an author, an address or a file. Found
are quotations of three words or more.

Good:

    statements:
      - id: open
        text: The council calls the pool “the heart of our town”.
        cites:
          - {source: minutes}
    sources:
      - {id: minutes, title: Minutes of the town council}

Bad:

    statements:
      - id: open
        text: The council calls the pool “the heart of our town”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import name, words
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Source, Statement

_QUOTED = re.compile('“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|"([^"]+)"')
_FEWEST_WORDS = 3


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on quotations in texts that cite nothing, or from a bare source."""
    if not statement.cites and _quotes(statement):
        yield Finding(
            (statement.id,),
            f"{name(statement)} quotes somebody and cites no source.",
            "Add the source, and cite it here.",
        )
    for cite in statement.cites:
        source = argument_map.source_by_id.get(cite.source)
        if cite.quote and source is not None and not _can_be_found(source):
            yield Finding(
                (statement.id, source.id),
                f"The source “{source.id}” is quoted, and nothing says what it is.",
                "Give the source a title, an author, a web address or a file.",
            )


def _quotes(statement: Statement) -> bool:
    found = _QUOTED.finditer(statement.text)
    return any(len(words(match.group())) >= _FEWEST_WORDS for match in found)


def _can_be_found(source: Source) -> bool:
    return bool(source.title or source.author or source.url or source.file or source.text)


RULE = Rule(
    "quote-without-source",
    Severity.WARNING,
    (at_statements(check, hinges_on=lambda m, _: m.sources),),
)
