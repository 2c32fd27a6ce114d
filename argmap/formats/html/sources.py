"""What a page says of sources: a line below each quote, and a numbered list of references.

A quote stands between the words around it: those of the cite, else those of the text where the map
has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.html.escaping import is_web_address, text
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.references import apa
from argmap.texts.context import around
from argmap.texts.lookup import in_the_map


def cite(argument_map: ArgumentMap, pointer: Cite) -> Iterator[str]:
    """Return the quote, between the words around it, and where it is from.

    The words around may stand alone, as they name a place too.
    """
    source = argument_map.source_by_id.get(pointer.source)
    prefix, suffix = (
        around(source, pointer, in_the_map) if source else (pointer.prefix, pointer.suffix)
    )
    if pointer.quote or prefix or suffix:
        quote = text(pointer.quote) or "…"
        yield f"<blockquote>{_around(prefix)}{quote}{_around(suffix)}</blockquote>"
    place = f", {text(pointer.at)}" if pointer.at else ""
    if source is None:
        yield f'<p class="facts">Source: {text(pointer.source)}{place}</p>'
        return
    number = argument_map.sources.index(source) + 1
    mark = f'<a href="#source-{number}">[{number}]</a>'
    yield f'<p class="facts">Source: {_named(source)} {mark}{place}</p>'


def sources(argument_map: ArgumentMap) -> Iterator[str]:
    """Return the list of references, with notes and texts; nothing if there are none."""
    if not argument_map.sources:
        return
    yield '<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n<ol>'
    for number, source in enumerate(argument_map.sources, 1):
        yield f'<li id="source-{number}">{"".join(map(_run, apa.reference(source)))}'
        shown = apa.address(source)
        where = [
            source.url if source.url != shown else "",
            *(f"{name}: {value}" for name, value in _facts(source) if value),
        ]
        yield from (f'<div class="facts">{text(part)}</div>' for part in where if part)
        if source.note:
            yield f'<div class="note">{text(source.note)}</div>'
        if source.text:
            yield (
                "<details><summary>Its text</summary>"
                f'<div class="text">{text(source.text)}</div></details>'
            )
        yield "</li>"
    yield "</ol>\n</section>"


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    return (
        ("Type", source.type),
        ("File", source.file),
        ("Original", source.original),
        ("SHA-256", source.sha256),
    )


def _around(words: str) -> str:
    return f'<span class="around">{text(words)}</span>' if words else ""


def _run(run: apa.Run) -> str:
    if run.address and is_web_address(run.text):
        return f'<a href="{text(run.text)}" rel="noreferrer">{text(run.text)}</a>'
    return f"<i>{text(run.text)}</i>" if run.italic else text(run.text)


def _named(source: Source) -> str:
    words = ", ".join(filter(None, (source.author, source.title, source.publisher, source.date)))
    shown, where = text(words or source.url or source.id), apa.address(source)
    if is_web_address(where):
        return f'<a href="{text(where)}" rel="noreferrer">{shown}</a>'
    return shown
