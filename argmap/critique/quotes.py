"""The quotes of a map, each with the text it is to stand in and where it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from argmap.critique.looks import Context
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.texts.anchoring import Anchor, anchor
from argmap.texts.quote import folded
from argmap.texts.text import Text


@frozen
class Quotation:
    """A quote that can be checked; `anchor` is None where the text does not have it."""

    statement: Statement
    cite: Cite
    source: Source
    text: Text
    anchor: Anchor | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of who quotes, and what."""
        return (self.statement.id, self.source.id)


class Cited(Protocol):
    """What is cited: a map, or one that is being mended."""

    @property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""


def quotations(statement: Statement, cited: Cited, context: Context) -> Iterator[Quotation]:
    """Return the quotes of a statement from sources of which there is a text."""
    for cite in statement.cites:
        source = cited.source_by_id.get(cite.source)
        text = context.texts(source).text if source else None
        if source and text and folded(cite.quote):
            yield Quotation(statement, cite, source, text, anchor(text, cite))


def sources_and_texts(argument_map: ArgumentMap, context: Context) -> object:
    """Return what findings on quotes hinge on besides the quotes: the sources, and their texts."""
    return argument_map.sources, [context.texts(source).sha256 for source in argument_map.sources]


def shown(words: str) -> str:
    """Return the beginning of some words, as a message shows it."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:60].rsplit(' ', 1)[0]} …"


def called(source: Source) -> str:
    """Return what a message calls a source."""
    return f"“{shown(source.name)}”"
