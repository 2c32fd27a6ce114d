"""How wide a text is, and where its lines end, without Qt and the same on every machine.

Graphviz measures text with whatever fonts the machine has; window and command line would differ.
So every line is measured here and becomes a cell of fixed size. Latin, Greek and Cyrillic are
exact for the Arial-metric family (`widths`); for everything else a class of characters has one
width that is not exceeded by the usual fonts, so that text may end early but never leaves its card.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from argmap.drawing.text import widths
from argmap.drawing.text.graphemes import clean, graphemes
from argmap.frozen import frozen

LEADING = 1.25
"""The height of a line in sizes of its font."""
_WORD = 20
"""So many characters a word has at most, as a rule."""


@frozen
class Font:
    """A face of the Arial-metric family; the size is in points."""

    size: float
    bold: bool = False
    italic: bool = False

    @property
    def height(self) -> int:
        """The height of a line, in whole points."""
        return math.ceil(self.size * LEADING)


@frozen
class TextLine:
    """One line of text and how wide it is at most, in whole points."""

    text: str
    width: int
    rightwards: bool = True
    """Whether its paragraph runs from left to right."""


def width(text: str, font: Font) -> float:
    """Return the width of a line in points; it is exact where `is_exact` says so."""
    return _units(text, font.bold) * font.size / widths.UNITS_PER_EM


def _units(text: str, bold: bool) -> float:
    """Return the width in units of the font; that of words is kept, lines seldom come again."""
    return _known(text, bold) if len(text) <= _WORD else _added(text, bold)


def _added(text: str, bold: bool) -> float:
    table = _table(bold)
    try:
        return sum([table[char] for char in text])
    except KeyError:
        return sum(_cluster_width(cluster, table) for cluster in graphemes(text))


_known = lru_cache(maxsize=1 << 13)(_added)


def is_exact(text: str) -> bool:
    """Whether a text has only characters whose width is known, not estimated."""
    if text.isascii() and text.isprintable():
        return True
    table = _table(bold=False)
    return all(char in table or _is_han(char) for char in text)


def is_close(text: str) -> bool:
    """Whether the width of a text is known so well that a viewer may be held to it.

    Emoji count: a little wider they look the same, and of a sequence that a viewer has no picture
    for it shows the parts, which would leave the card.
    """
    return is_exact(text) or all(is_exact(c) or _is_emoji(c) for c in graphemes(text))


def has_italics(text: str) -> bool:
    """Whether a text is of scripts that know italics: Latin, Greek, Cyrillic."""
    return all(char in _table(bold=False) for char in text)


def wrap(text: str, limit: float, font: Font) -> tuple[TextLine, ...]:
    """Return the lines of a text, of at most `limit` points, one paragraph after the other.

    Lines break at spaces, after hyphens and between characters of Chinese and Japanese, and in
    a word only where it is wider than a line. A limit narrower than one character is exceeded.
    """
    lines: list[TextLine] = []
    for paragraph in clean(text).split("\n"):
        rightwards = runs_rightwards(paragraph)
        for line in _filled(paragraph, limit, font):
            same = runs_rightwards(line) == rightwards
            marked = line if same else (_TO_THE_RIGHT if rightwards else _TO_THE_LEFT) + line
            lines.append(TextLine(marked, math.ceil(width(line, font)), rightwards))
    return tuple(lines)


@lru_cache(maxsize=1 << 10)
def balanced(text: str, limit: float, font: Font) -> tuple[TextLine, ...]:
    """Return as few lines as `wrap` does, all about as long: no last word alone."""
    best = wrap(text, limit, font)
    low, high = limit / 2, limit
    while len(best) > 1 and high - low > 4:
        middle = (low + high) / 2
        lines = wrap(text, middle, font)
        if len(lines) == len(best):
            best, high = lines, middle
        else:
            low = middle
    return best


def filled(text: str, limit: float, font: Font) -> tuple[TextLine, ...]:
    """Return full lines, or balanced ones where the last would be short: under a third."""
    lines = wrap(text, limit, font)
    last_is_short = len(lines) > 1 and lines[-1].width < limit / 3
    return balanced(text, limit, font) if last_is_short else lines


@cache
def _table(bold: bool) -> Mapping[str, int]:
    table: dict[str, int] = {}
    at = 0
    for row in (widths.BOLD if bold else widths.REGULAR).split("\n"):
        start, _, numbers = row.rpartition(":")
        at = int(start, 16) if start else at
        for number in numbers.split():
            table[chr(at)] = int(number)
            at += 1
    return table


_CLASSES = (
    # first, last, width in ems: what the usual fonts do not exceed
    (0x0300, 0x036F, 0.0),  # combining marks
    (0x0530, 0x058F, 0.80),  # Armenian
    (0x0590, 0x05FF, 0.65),  # Hebrew
    (0x0600, 0x08FF, 0.70),  # Arabic, Syriac, Thaana, N'Ko
    (0x0900, 0x0DFF, 1.10),  # the scripts of India
    (0x0E00, 0x0EFF, 0.85),  # Thai, Lao
    (0x0F00, 0x109F, 1.20),  # Tibetan, Burmese
    (0x10A0, 0x10FF, 0.80),  # Georgian
    (0x1200, 0x139F, 1.20),  # Ethiopic
    (0x1780, 0x17FF, 1.20),  # Khmer
    (0x200B, 0x200F, 0.0),  # zero width space, joiners, marks of direction
    (0x202A, 0x202E, 0.0),
    (0x2060, 0x206F, 0.0),
    (0xFB50, 0xFDFF, 1.30),  # Arabic ligatures
    (0xFE00, 0xFE0F, 0.0),  # variation selectors
    (0xFEFF, 0xFEFF, 0.0),
    (0x1F000, 0x1FAFF, 1.40),  # emoji and pictures
)
_OTHER = 1.0
_EMOJI = 1.40


def _is_emoji(cluster: str) -> bool:
    return "\U0001f000" <= cluster[0] <= "\U0001faff" or "\ufe0f" in cluster


@lru_cache(maxsize=1 << 12)
def _cluster(cluster: str) -> float:
    """Return the width in ems of a cluster whose first character is in no table."""
    if "\ufe0f" in cluster or "\u200d" in cluster:
        return _EMOJI
    base = unicodedata.normalize("NFD", cluster)[0]
    if unicodedata.category(base) in {"Mn", "Me"}:
        return 0.0
    for first, last, ems in _CLASSES:
        if first <= ord(base) <= last:
            return ems
    return _OTHER


def _cluster_width(cluster: str, table: Mapping[str, int]) -> float:
    base = unicodedata.normalize("NFD", cluster)[0]
    known = table.get(cluster[0]) or table.get(base)
    if known is None or "\ufe0f" in cluster:
        return _cluster(cluster) * widths.UNITS_PER_EM
    return known


def _is_han(char: str) -> bool:
    """Whether a character is as wide as high in every font of its script."""
    return unicodedata.east_asian_width(char) in "WF" and char < "\U0001f000"


_TO_THE_RIGHT, _TO_THE_LEFT = "\u200e", "\u200f"
"""Marks that give a line the direction of its paragraph, where its own first letter would not."""


def runs_rightwards(paragraph: str) -> bool:
    """Whether a paragraph runs from left to right, by its first letter (UAX 9, P2 and P3)."""
    if paragraph.isascii():
        return True
    for char in paragraph:
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return False
        if direction == "L":
            return True
    return True


_NOT_FIRST = frozenset(
    "、。，．：；？！」』）】〉》〕］｝”’ゝ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%…·"
)
_NOT_LAST = frozenset("「『（【〈《〔［｛“‘([{$¥£€")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-‐–—/])(?=\w)")


def _filled(paragraph: str, limit: float, font: Font) -> Iterator[str]:
    if paragraph.isascii() and paragraph.isprintable():
        return _summed(paragraph, limit * widths.UNITS_PER_EM / font.size, limit, font)
    return _measured(paragraph, limit, font)


def _summed(paragraph: str, room: float, limit: float, font: Font) -> Iterator[str]:
    """Return the lines of a text whose width is the sum of its pieces, each measured once."""
    line, long, blank = "", 0.0, _units(" ", font.bold)
    for spaced, piece in _pieces(paragraph):
        own = _units(piece, font.bold)
        longer = long + own + (blank if spaced and line else 0)
        if not line or longer <= room:
            line, long = (f"{line} {piece}" if spaced and line else line + piece), longer
        else:
            yield line
            line, long = piece, own
        if long > room:
            *full, line = _broken(line, limit, font)
            yield from full
            long = _units(line, font.bold)
    yield line


def _measured(paragraph: str, limit: float, font: Font) -> Iterator[str]:
    """Return the lines of any text; joined characters can be narrower than each by itself."""
    line = ""
    for spaced, piece in _pieces(paragraph):
        longer = f"{line} {piece}" if spaced and line else line + piece
        if not line or width(longer, font) <= limit:
            line = longer
        else:
            yield line
            line = piece
        if width(line, font) > limit:
            *full, line = _broken(line, limit, font)
            yield from full
    yield line


def _pieces(paragraph: str) -> Iterator[tuple[bool, str]]:
    """Return the pieces between which a line may end: (whether a space is before it, piece)."""
    for word in paragraph.split():
        spaced = True
        if word.isalpha() and word.isascii():
            yield spaced, word
            continue
        for part in _AFTER_HYPHEN.split(word):
            for piece in _between_characters(part):
                yield spaced, piece
                spaced = False


def _between_characters(word: str) -> Iterator[str]:
    if word.isascii() or not any(map(_is_han, word)):
        yield word
        return
    piece = ""
    for cluster in graphemes(word):
        free = piece and (_is_han(cluster[0]) or _is_han(piece[-1]))
        if free and cluster[0] not in _NOT_FIRST and piece[-1] not in _NOT_LAST:
            yield piece
            piece = cluster
        else:
            piece += cluster
    yield piece


def _broken(word: str, limit: float, font: Font) -> Iterator[str]:
    """Return parts of a piece that is wider than a line, cut between grapheme clusters."""
    line = ""
    for cluster in graphemes(word):
        if line and width(line + cluster, font) > limit:
            yield line
            line = cluster
        else:
            line += cluster
    yield line
