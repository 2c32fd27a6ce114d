"""A numbered list of references, in Markdown, in LaTeX and as a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.model.argument_map import Source
from argmap.references import apa
from argmap.references.apa import Run, reference
from argmap.references.latex_text import escaped

_MARKS = re.compile(r"([\\`*_\[\]<>#&~|])")


def markdown(sources: Iterable[Source]) -> str:
    """Return a numbered list in Markdown."""
    entries = ("".join(map(_in_markdown, reference(source))) for source in sources)
    return "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))


def plain(sources: Iterable[Source]) -> str:
    """Return a numbered list in which nothing is marked."""
    return "\n".join(f"{number}. {apa.plain(source)}" for number, source in enumerate(sources, 1))


def latex(sources: Iterable[Source]) -> str:
    """Return a list of references in LaTeX, whose keys are the ids of sources."""
    given = tuple(sources)
    entries = (
        f"\\bibitem{{{source.id}}} {''.join(map(_in_latex, reference(source)))}" for source in given
    )
    lines = (f"\\begin{{thebibliography}}{{{len(given)}}}", *entries, "\\end{thebibliography}")
    return "\n".join(lines)


def _in_markdown(run: Run) -> str:
    if run.address and re.fullmatch(r"https?://[^\s<>]+", run.text):
        return f"<{run.text}>"
    words = _MARKS.sub(r"\\\1", run.text)
    return f"*{words}*" if run.italic else words


def _in_latex(run: Run) -> str:
    blank = " " if run.text[:1] == " " else ""
    words = escaped(run.text)
    words = f"\\emph{{{words}}}" if run.italic else words
    return f"{blank}{words}{' ' if run.text[-1:] == ' ' and words else ''}"
