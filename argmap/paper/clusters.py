"""Where each cluster of characters of a line is seen, whichever way its script runs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from argmap import painting
from argmap.drawing.picture import Text
from argmap.drawing.text.directions import stretches
from argmap.drawing.text.graphemes import graphemes
from argmap.paper.hidden_text import Cluster

_FORMAT = "Cf"
_ROOMY = 1e6
"""Wider than any line, in points."""


def clusters_of(line: Text, x: float, y: float, scale: float) -> list[Cluster]:
    """Return the clusters of a line, from left to right as they are seen.

    Its left end on the base line is at (x, y) in points from the bottom left, and it is scaled.
    """
    squeezed = painting.squeeze(line) * scale
    found = []
    for stretch in stretches(line.text, rightwards=line.align != "r"):
        text = line.text[stretch.start : stretch.stop]
        here = _seen(_extents(line, text, leftwards=stretch.leftwards))
        for cluster, left, right in sorted(here, key=lambda extent: extent[1]):
            wide = (right - left) * squeezed
            found.append(Cluster(cluster, x, y, wide, line.size * scale))
            x += wide
    return found


def _seen(extents: Iterable[tuple[str, float, float]]) -> list[tuple[str, float, float]]:
    """Return the clusters that have a width, with those behind them that have none.

    Of consonants that are joined, as in Devanagari, Qt gives the first all the width. What belongs
    to nothing has none either, and is left out: marks of direction.
    """
    found: list[tuple[str, float, float]] = []
    for cluster, left, right in extents:
        if left != right:
            found.append((cluster, left, right))
        elif found and unicodedata.category(cluster[0]) != _FORMAT:
            before, first, last = found.pop()
            found.append((before + cluster, first, last))
    return found


def _extents(line: Text, text: str, *, leftwards: bool) -> Iterator[tuple[str, float, float]]:
    """Return the clusters of a text of one direction with their left and right ends."""
    clusters = list(graphemes(text))
    lengths = (len(cluster.encode("utf-16-le", "surrogatepass")) // 2 for cluster in clusters)
    carets = _carets(line, text, [0, *accumulate(lengths)], leftwards=leftwards)
    for cluster, one, other in zip(clusters, carets, carets[1:], strict=False):
        yield cluster, min(one, other), max(one, other)


def _carets(line: Text, text: str, places: Iterable[int], *, leftwards: bool) -> list[float]:
    """Return where a caret stands at places in a text, counted in units of UTF-16 as Qt does."""
    layout = QTextLayout(text, painting.font_of(line))
    option = QTextOption()
    right_to_left, left_to_right = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(right_to_left if leftwards else left_to_right)
    layout.setTextOption(option)
    layout.beginLayout()
    made = layout.createLine()
    made.setLineWidth(_ROOMY)
    layout.endLayout()
    return [_across(made.cursorToX(place)) for place in places]


def _across(found: object) -> float:
    """Return the x that Qt gives, in some versions with the place that it took."""
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    return x
