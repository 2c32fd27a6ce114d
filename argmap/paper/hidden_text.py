"""Text that nobody sees under letters that are drawn as shapes, so that it is found and copied.

Qt says of each glyph in a PDF which character it stands for, and knows one for each, the first that
its font has: a Chinese one becomes a radical, an Arabic one the form it has in the word, and what
a font makes of several is lost. So such lines are drawn as shapes. Under them lie the true
characters, in a font whose glyphs are empty, every cluster of characters at its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.frozen import frozen
from argmap.paper.pdf_update import PdfUpdate

_CODES = 255
"""How many clusters a font holds: its codes are bytes, and 0 is left out."""


@frozen
class Cluster:
    """A cluster of characters, its left end on the base line in points from the bottom left."""

    text: str
    x: float
    y: float
    width: float
    size: float


class HiddenFonts:
    """Fonts of empty glyphs for the clusters of a whole document."""

    def __init__(self, update: PdfUpdate, clusters: Iterable[Cluster]) -> None:
        self._known = {text: n for n, text in enumerate(dict.fromkeys(c.text for c in clusters))}
        texts = list(self._known)
        chunks = [texts[at : at + _CODES] for at in range(0, len(texts), _CODES)]
        self._fonts = [_font(update, chunk) for chunk in chunks]

    @property
    def resources(self) -> str:
        """The entries of a dictionary of fonts."""
        return " ".join(f"/H{n} {number} 0 R" for n, number in enumerate(self._fonts))

    def drawn(self, clusters: Iterable[Cluster]) -> bytes:
        """Return the operators that write clusters on a page, invisibly."""
        lines = ["BT 3 Tr"]
        for one in clusters:
            font, code = divmod(self._known[one.text], _CODES)
            wide = 100 * one.width / one.size
            lines.append(f"/H{font} {one.size:.2f} Tf {wide:.1f} Tz")
            lines.append(f"1 0 0 1 {one.x:.2f} {one.y:.2f} Tm <{code + 1:02X}> Tj")
        return "\n".join([*lines, "ET\n"]).encode()


def _font(update: PdfUpdate, texts: list[str]) -> int:
    """Add a font (Type 3) whose glyphs are empty, one em wide, and say what they stand for."""
    empty = update.add_stream(b"1000 0 d0\n")
    count = len(texts)
    names = " ".join(f"/g{n}" for n in range(1, count + 1))
    glyphs = " ".join(f"/g{n} {empty} 0 R" for n in range(1, count + 1))
    characters = update.add_stream(_characters(texts))
    widths = " ".join(["1000"] * count)
    return update.add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 1000 900] /FontMatrix [.001 0 0 .001 0 0]"
        f" /FirstChar 1 /LastChar {count} /Widths [{widths}] /CharProcs << {glyphs} >>"
        f" /Encoding << /Type /Encoding /Differences [1 {names}] >> /Resources << >>"
        f" /ToUnicode {characters} 0 R >>"
    )


def _characters(texts: list[str]) -> bytes:
    """Return the table (CMap) of which characters each code stands for."""
    rows = [f"<{n:02X}> <{t.encode('utf-16-be').hex().upper()}>" for n, t in enumerate(texts, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    mapped = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Hidden def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{mapped}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
