"""Finding words in a map, and where in a text they stand; case is ignored as people ignore it.

Looked at is what people write and read: texts, titles, notes, tags, who says it, quotes, and the
sources that are cited. Ids are names for machines, so nothing is found by them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement


def needle(words: str) -> str:
    """Return words as they are looked for; an empty text where there is nothing to look for."""
    return words.strip().replace("\0", "").casefold()


def has(argument_map: ArgumentMap, id_: str, wanted: str) -> bool:
    """Whether a statement or relation has words in it, as `needle` gives them."""
    return wanted in said(argument_map, id_)


def said(argument_map: ArgumentMap, id_: str) -> str:
    """Return all that a statement or relation says, to look for a needle in; nothing if it is gone.

    A zero stands between two texts, for nothing that is looked for runs from one into another.
    """
    item = argument_map.item(id_)
    return "\0".join(texts(argument_map, item)).casefold() if item else ""


def drawn(argument_map: ArgumentMap, id_: str, wanted: str) -> bool:
    """Whether words stand in what is drawn of a statement, and not only beside it."""
    statement = argument_map.statement_by_id.get(id_)
    seen = (statement.text, statement.title, statement.said_by) if statement else ()
    return any(wanted in text.casefold() for text in seen)


def texts(argument_map: ArgumentMap, item: Statement | Relation) -> Iterator[str]:
    """Return all that is written on a statement or relation, and on what it cites."""
    yield item.note
    yield from item.tags
    if isinstance(item, Relation):
        yield item.scheme
        return
    yield from (item.text, item.title, item.said_by)
    for cite in item.cites:
        yield from _cited(cite, argument_map.source_by_id.get(cite.source))


def citing(argument_map: ArgumentMap, sources: Iterable[str]) -> Iterator[str]:
    """Return the ids of the statements that cite one of the sources."""
    wanted = set(sources)
    for statement in argument_map.statements if wanted else ():
        if any(cite.source in wanted for cite in statement.cites):
            yield statement.id


def spans(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, each as start and end, none over another.

    Letters that become several when case is ignored, such as ß, count as a whole.
    """
    folded, at = "", []
    for position, letter in enumerate(text):
        small = letter.casefold()
        folded += small
        at += [position] * len(small)
    at.append(len(text))
    found: list[tuple[int, int]] = []
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if at[end] != at[end - 1] and (not start or at[start] != at[start - 1]):
            found.append((at[start], at[end - 1] + 1))
            start = folded.find(wanted, end)
        else:
            start = folded.find(wanted, start + 1)
    return found


def _cited(cite: Cite, source: Source | None) -> Iterator[str]:
    yield from (cite.quote, cite.at, cite.prefix, cite.suffix)
    if source:
        written = (getattr(source, field.name) for field in fields(source))
        yield from (text for text in written if isinstance(text, str) and text != source.id)
