"""A numbered list of references, in Markdown, in LaTeX and as a plain text; what refers to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from argmap.model.argument_map import Cite, Source
from argmap.references import apa, latex_text, markdown_text
from argmap.references.apa import Run, reference

Escape = Callable[[str], str]
"""Returns a text in which nothing is markup."""


def numbers(sources: Iterable[Source]) -> Mapping[str, int]:
    """Return the numbers that sources have in their list, by their ids."""
    return {source.id: number for number, source in enumerate(sources, 1)}


def cited(cites: Sequence[Cite], numbers: Mapping[str, int], escaped: Escape) -> str:
    """Return what is cited, in brackets: each source by its number, with the place in it."""
    places = dict.fromkeys(
        ", ".join(filter(None, (str(numbers[cite.source]), escaped(" ".join(cite.at.split())))))
        for cite in cites
        if cite.source in numbers
    )
    return f"[{'; '.join(places)}]" if places else ""


def markdown(sources: Iterable[Source]) -> str:
    """Return a numbered list in Markdown."""
    entries = ("".join(map(_in_markdown, reference(source))) for source in sources)
    return "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))


def plain(sources: Iterable[Source]) -> str:
    """Return a numbered list in which nothing is marked."""
    return "\n".join(f"{number}. {apa.plain(source)}" for number, source in enumerate(sources, 1))


def latex(
    sources: Iterable[Source], escaped: Escape = latex_text.escaped, key: str = "{id}"
) -> str:
    """Return a list of references in LaTeX, whose keys are made of ids of sources, or numbers."""
    given = tuple(sources)
    entries = (
        f"\\bibitem{{{key.format(id=source.id, number=number)}}} "
        + "".join(_in_latex(run, escaped) for run in reference(source))
        for number, source in enumerate(given, 1)
    )
    lines = (f"\\begin{{thebibliography}}{{{len(given)}}}", *entries, "\\end{thebibliography}")
    return "\n".join(lines)


def _in_markdown(run: Run) -> str:
    if run.address and re.fullmatch(r"https?://[^\s<>]+", run.text):
        return f"<{run.text}>"
    words = markdown_text.escaped(run.text)
    return f"*{words}*" if run.italic else words


def _in_latex(run: Run, escaped: Escape) -> str:
    words = escaped(run.text)
    if run.address:
        words = words.replace("/", "/\\allowbreak{}")
    if run.italic:
        words = f"\\emph{{{words}}}"
    before, after = (" " if end.isspace() else "" for end in (run.text[:1], run.text[1:][-1:]))
    return f"{before}{words}{after}"
