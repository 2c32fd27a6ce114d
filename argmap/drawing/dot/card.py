"""A card: its role word, text and sources as lines of a label, each as wide as we measured it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.drawing.dot.labels import SLACK, cell, label, one_line, row
from argmap.drawing.legend import GROUPS, listed_groups
from argmap.drawing.marks import Mark
from argmap.drawing.text.graphemes import graphemes
from argmap.drawing.text.letters import Letters, in_cell
from argmap.drawing.text.measure import Font, TextLine, filled, has_italics, width, wrap
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.folded_groups import folded_group
from argmap.references.attribution import attribution

ROLE = Font(9, bold=True)
TEXT = Font(12)
SMALL = Font(10, italic=True)
EMPTY = TextLine("", 0)
GROUP = "GROUP"
"""The role word of a card that stands for a group."""
ONWARDS = Font(11, bold=True)
"""Of what leads to another page."""

PADDING = 9
BEFORE_SOURCE = 3
"""Between a text and what it says of its sources. It is taken from the padding: below, there would
seem to be more of that, as letters of sources stand high in their line."""
NODE_MARGIN = f"{PADDING / 72:g},{(PADDING - BEFORE_SOURCE / 2) / 72:g}"
"""What Graphviz has to leave free around the lines of any card, in inches."""
NARROWEST, WIDE, WIDER = 84, 190, 280
"""Widths of text, in points: of the narrowest card, and of every card with two lines or more."""
LONG = 280
"""Texts of more characters than this get a wider card, so that no card becomes a tower."""
SHORT = 72
"""What titles-only keeps of a text without a title, in characters."""


@frozen
class CardLine:
    """One line of a card, or two words at its ends."""

    line: TextLine
    font: Font
    colour: str
    end: TextLine | None = None
    end_colour: str = ""
    above: int = 0
    """Empty space above the line, in points."""


@frozen
class Card:
    """The lines of a card, and how wide the room for them is, in points."""

    lines: tuple[CardLine, ...]
    inner: int
    padding: float = PADDING
    """Over the first and below the last line."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with padding, in points."""
        high = sum(line.font.height + line.above for line in self.lines)
        return self.inner + 2 * PADDING, high + 2 * self.padding

    @property
    def node_size(self) -> dict[str, str]:
        """The size as attributes of the node."""
        wide, high = self.size
        return {"width": f"{wide / 72:.5f}", "height": f"{high / 72:.5f}"}

    @property
    def letters(self) -> tuple[Letters, ...]:
        """The lines of text where they stand, seen from the middle of the card."""
        return tuple(one for one in _letters(self.lines, self.inner) if one.text)

    @property
    def label(self) -> str:
        """The label of the node."""
        return label(row for line in self.lines for row in _html(line, self.inner))


def widest(text: str) -> int:
    """Return how wide the lines of a text can be on its card."""
    return WIDER if len(text) > LONG else WIDE


def card(
    argument_map: ArgumentMap, statement: Statement, theme: Theme, mark: Mark, *, titles: bool
) -> Card:
    """Return the card of a statement; those with two lines of text or more are equally wide."""
    if statement.id == GROUPS:
        return _list_of_groups(argument_map, theme)
    text = _title(statement) if titles else statement.text
    limit = widest(text)
    said = filled(text, limit - SLACK, TEXT)
    source = "" if titles else attribution(argument_map, statement)
    lines = (
        _role(statement, theme, mark, group=bool(folded_group(argument_map, statement.id))),
        *(CardLine(line, TEXT, theme.muted if mark.faint else theme.text) for line in said),
        *_source(source, limit - SLACK, theme),
        *_onwards(mark, theme),
    )
    inner = max(NARROWEST, *map(_row_width, lines), limit if len(said) > 1 or mark.wide else 0)
    return Card(lines, inner, PADDING - BEFORE_SOURCE / 2 if source else PADDING)


def _role(statement: Statement, theme: Theme, mark: Mark, *, group: bool) -> CardLine:
    """Return the line with the role word, and the badge at its end if there is one."""
    border = theme.lines[mark.line or ("faint" if mark.faint else statement.kind.value)]
    role = statement.kind.label + (" · UNSTATED" if statement.implicit else "")
    own = theme.muted if mark.faint else theme.lines[statement.kind.value]
    if group:
        role, own = GROUP, theme.muted
    badge = one_line(mark.badge, ROLE) if mark.badge else None
    return CardLine(one_line(role, ROLE), ROLE, own, badge, theme.muted if mark.faint else border)


def _list_of_groups(argument_map: ArgumentMap, theme: Theme) -> Card:
    """Return the card of the legend that lists the groups: a square in the colour of each."""
    groups = listed_groups(argument_map)
    titles = [one_line(group.name, TEXT) for group in groups]
    square = one_line("■", TEXT)
    before = square.width + SLACK + PADDING
    inner = max(NARROWEST, before + max(title.width for title in titles) + SLACK)
    lines = [CardLine(one_line("GROUPS", ROLE), ROLE, theme.muted)]
    for group, title in zip(groups, titles, strict=True):
        said = replace(title, width=inner - before - SLACK)
        lines.append(CardLine(square, TEXT, theme.frame(group.colour), said, theme.text))
    return Card(tuple(lines), inner)


def _source(source: str, limit: float, theme: Theme) -> Iterator[CardLine]:
    small = replace(SMALL, italic=has_italics(source))
    for number, line in enumerate(_shortened(wrap(source, limit, small)) if source else ()):
        yield CardLine(line, small, theme.muted, above=0 if number else BEFORE_SOURCE)


def _onwards(mark: Mark, theme: Theme) -> Iterator[CardLine]:
    """Return the lines that say how much is folded away below a card, and where it goes on."""
    if mark.hidden:
        yield CardLine(one_line(f"▸ {mark.hidden} hidden", ROLE), ROLE, theme.muted, above=5)
    if mark.see:
        yield CardLine(one_line(mark.see, ONWARDS), ONWARDS, theme.text, above=3)


def _title(statement: Statement) -> str:
    if statement.title:
        return statement.title
    text = " ".join(statement.text.split())
    if len(text) <= SHORT:
        return text
    kept = ""
    for cluster in graphemes(text):
        if len(kept) + len(cluster) >= SHORT:
            break
        kept += cluster
    words = kept if text[len(kept)] == " " else kept.rpartition(" ")[0]
    return f"{(words or kept).rstrip()}…"


def _shortened(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Return at most two lines of sources; the inspector and the outline have them all."""
    if len(lines) <= 2:
        return tuple(line for line in lines if line.text)
    last = f"{lines[1].text.rstrip(' ,;:.')}…"
    return lines[0], replace(lines[1], text=last, width=math.ceil(width(last, SMALL)))


def _row_width(row: CardLine) -> int:
    return row.line.width + SLACK + (row.end.width + 2 * PADDING if row.end else 0)


def _letters(lines: Sequence[CardLine], inner: int) -> Iterator[Letters]:
    top = -sum(line.font.height + line.above for line in lines) / 2
    for one in lines:
        line, height, left = one.line, one.font.height, -inner / 2
        top += one.above
        if one.end:
            at = inner / 2 - one.end.width - SLACK, top
            yield in_cell(line.text, (left, top), height, one.font, one.colour)
            yield in_cell(one.end.text, at, height, one.font, one.end_colour)
        else:
            wide = line.width + SLACK
            if not line.rightwards and wide < inner:
                left = inner / 2 - wide
            yield in_cell(line.text, (left, top), height, one.font, one.colour)
        top += height


def _html(one: CardLine, inner: int) -> Iterator[str]:
    """Return the rows of a line: it, and the space above it."""
    line, height = one.line, one.font.height
    if one.above:
        yield row(cell(EMPTY, one.font, one.colour, (inner, one.above)))
    wide = (one.end or line).width + SLACK
    if one.end:
        left = cell(line, one.font, one.colour, (inner - wide, height))
        yield row(left, cell(one.end, one.font, one.end_colour, (wide, height)))
    elif line.rightwards or wide >= inner:
        yield row(cell(line, one.font, one.colour, (inner, height)))
    else:
        space = cell(EMPTY, one.font, one.colour, (inner - wide, height))
        yield row(space, cell(line, one.font, one.colour, (wide, height)))
