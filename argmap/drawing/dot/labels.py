r"""Labels as Graphviz takes them: HTML-like tables in which every line has the size we measured.

All text is data. It is cleaned, measured, escaped for HTML and, because Graphviz replaces `\N`
and the like also inside such labels, rid of the meaning of its backslashes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from argmap.drawing.text.graphemes import graphemes
from argmap.drawing.text.measure import Font, TextLine, width, wrap

FACE = "Arial"
"""The one family name that engines know the widths of; the SVG lists its equals afterwards."""


_SAFE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\\": "\\\\"}
)

SLACK = 2
"""How much wider than our measure another Graphviz may find a line, rounding to pixels: points."""


def label(rows: Iterable[str]) -> str:
    """Return the HTML-like label of these rows."""
    return f"<{_table(rows)}>"


def framed(before: tuple[int, int], inside: str, colour: str, ground: str) -> str:
    """Return the label of a cell in a rounded frame, with some space before it."""
    frame = (
        'border="1" cellborder="0" cellspacing="0" cellpadding="0" style="rounded" '
        f'color="{colour}" bgcolor="{ground}"'
    )
    space = f'<td fixedsize="true" width="{before[0]}" height="{before[1]}"></td>'
    return f"<<table {frame}><tr>{space}{inside}</tr></table>>"


def row(*cells: str) -> str:
    """Return a row of one cell, or of several that do not line up with those of other rows."""
    one = f"<tr>{''.join(cells)}</tr>"
    return one if len(cells) == 1 else f"<tr><td>{_table([one])}</td></tr>"


def cell(line: TextLine, font: Font, colour: str, size: tuple[int, int]) -> str:
    """Return a cell of fixed size, in points, with one line at its left.

    The `br` fixes the line's start: without it, a line that the engine takes for too wide, for
    want of a font, would be centred and leave its cell.
    """
    fixed = f'fixedsize="true" width="{size[0]}" height="{size[1]}"'
    if not line.text:
        return f"<td {fixed}></td>"
    ink = _ink(line.text, font, colour)
    return f'<td {fixed} align="text">{ink}<br align="left"/></td>'


def _table(rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return f'<table border="0" cellborder="0" cellspacing="0" cellpadding="0">\n{body}\n</table>'


@lru_cache(maxsize=1 << 12)
def one_line(text: str, font: Font) -> TextLine:
    """Return a short text as one line, however wide; most are the few signs of arrows."""
    return wrap(" ".join(text.split()), float("inf"), font)[0]


def shortened(line: TextLine, limit: float, font: Font) -> TextLine:
    """Return a line that is no wider than the limit, with an ellipsis where something is cut."""
    if line.width <= limit:
        return line
    kept = list(graphemes(line.text))
    while kept and width("".join(kept) + "…", font) > limit:
        kept.pop()
    text = "".join(kept).rstrip() + "…"
    return TextLine(text, math.ceil(width(text, font)), line.rightwards)


def _ink(text: str, font: Font, colour: str) -> str:
    safe = text.translate(_SAFE)
    for tag, wanted in (("i", font.italic), ("b", font.bold)):
        safe = f"<{tag}>{safe}</{tag}>" if wanted else safe
    return f'<font point-size="{font.size:g}" color="{colour}">{safe}</font>'
