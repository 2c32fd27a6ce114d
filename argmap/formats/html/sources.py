"""What a page says of sources: a line below each quote, and a list of all of them at the end."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.html.escaping import is_web_address, text
from argmap.model.argument_map import ArgumentMap, Cite, Source


def cite(argument_map: ArgumentMap, pointer: Cite) -> Iterator[str]:
    """Return the quote, between the words around it, and where it is from.

    The words around may stand alone, as they name a place too.
    """
    if pointer.quote or pointer.prefix or pointer.suffix:
        before, after = _around(pointer.prefix), _around(pointer.suffix)
        quote = text(pointer.quote) or "…"
        yield f"<blockquote>{before}{quote}{after}</blockquote>"
    source = argument_map.source_by_id.get(pointer.source)
    named = _named(source) if source else text(pointer.source)
    place = f", {text(pointer.at)}" if pointer.at else ""
    yield f'<p class="facts">Source: {named}{place}</p>'


def sources(argument_map: ArgumentMap) -> Iterator[str]:
    """Return the list of sources, with their notes and texts; nothing if there are none."""
    if not argument_map.sources:
        return
    yield '<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n<ul>'
    for source in argument_map.sources:
        yield f"<li>{_named(source)}"
        where = [part for part in (source.url, source.file) if part]
        yield from (f'<div class="facts">{text(part)}</div>' for part in where)
        if source.note:
            yield f'<div class="note">{text(source.note)}</div>'
        if source.text:
            yield (
                "<details><summary>Its text</summary>"
                f'<div class="text">{text(source.text)}</div></details>'
            )
        yield "</li>"
    yield "</ul>\n</section>"


def _around(words: str) -> str:
    return f'<span class="around">{text(words)}</span>' if words else ""


def _named(source: Source) -> str:
    words = ", ".join(filter(None, (source.author, source.title, source.publisher, source.date)))
    shown = text(words or source.url or source.id)
    if is_web_address(source.url):
        return f'<a href="{text(source.url)}" rel="noreferrer">{shown}</a>'
    return shown
