"""A reference in words, in one plain style after APA (7th edition).

It is no processor of citation styles: authors, date, title, what it appeared in, publisher and
address, in this order. What stands by itself is in italics, else what it appeared in.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frozen import frozen
from argmap.model.argument_map import Source
from argmap.references.dates import in_words
from argmap.references.names import Name, initials, names

_MOST_AUTHORS = 20
"""Of more, APA names 19 and the last."""


@frozen
class Run:
    """A piece of a reference, in italics or not; an address can be followed."""

    text: str
    italic: bool = False
    address: bool = False


def reference(source: Source) -> tuple[Run, ...]:
    """Return a source as an entry of a list of references; its id where nothing else is known."""
    runs = [run for run in _runs(source) if run.text]
    blanks = len(runs) > 1 and not runs[0].text.strip()
    return tuple(runs[blanks:]) or (Run(source.id),)


def plain(source: Source) -> str:
    """Return a source as an entry of a list of references, without italics."""
    return "".join(run.text for run in reference(source))


def address(source: Source) -> str:
    """Return where a source can be read: by its DOI, else its address; empty if neither."""
    doi = source.doi.strip().removeprefix("https://doi.org/").removeprefix("doi:")
    return f"https://doi.org/{doi}" if doi else source.url.strip()


def _runs(source: Source) -> Iterator[Run]:
    authors, title = _authors(names(source.author)), _line(source.title)
    date = f" ({in_words(_line(source.date))})" if source.date.strip() else ""
    if authors:
        ended = f"{authors}{date}" if date else authors
        yield Run(_stopped(ended))
    if title:
        before = " " if authors else ""
        words = title if not date or authors else f"{title}{date}"
        yield from _title(before, words, stands_alone=not source.container)
    if not authors and not title and date:
        yield Run(_stopped(date.strip()))
    if container := _line(source.container):
        yield from (Run(" "), Run(container, italic=True), Run("" if container[-1] == "." else "."))
    if publisher := _line(source.publisher):
        yield Run(f" {_stopped(publisher)}")
    if where := _line(address(source)):
        yield from (Run(" "), Run(where, address=True))


def _title(before: str, words: str, *, stands_alone: bool) -> Iterator[Run]:
    yield Run(before)
    yield Run(words, italic=stands_alone)
    yield Run("" if words[-1] in ".?!…" else ".")


def _authors(found: tuple[Name, ...]) -> str:
    shown = [f"{n.family}, {initials(n.given)}" if n.given else n.family for n in found]
    if len(shown) > _MOST_AUTHORS:
        return f"{', '.join(shown[: _MOST_AUTHORS - 1])}, … {shown[-1]}"
    return ", & ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _stopped(words: str) -> str:
    return words if words[-1] in ".?!…" else f"{words}."


def _line(text: str) -> str:
    return " ".join(text.split())
