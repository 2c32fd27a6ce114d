"""What each word of a text is, in the numbers of the protocol, so that editors can colour it.

Each token tells its distance from the last, line by line, as not all editors take longer ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types

from argmap.authoring.spots import Role, Spot
from argmap.authoring.written import Written
from argmap.commands.serving.units import Ruler, ruler

_TYPES: Mapping[Role, types.SemanticTokenTypes] = {
    Role.KEY: types.SemanticTokenTypes.Property,
    Role.ID: types.SemanticTokenTypes.Variable,
    Role.NAME: types.SemanticTokenTypes.Variable,
    Role.VALUE: types.SemanticTokenTypes.EnumMember,
    Role.TEXT: types.SemanticTokenTypes.String,
    Role.COMMENT: types.SemanticTokenTypes.Comment,
}
_KINDS = tuple(dict.fromkeys(_TYPES.values()))
_GIVEN = 1
"""The first of the modifiers: the id is given here, elsewhere it is named."""

LEGEND = types.SemanticTokensLegend(
    [str(kind.value) for kind in _KINDS],
    [str(types.SemanticTokenModifiers.Declaration.value)],
)


def tokens(text: Written, unit: str) -> types.SemanticTokens:
    """Return what the words of a text are."""
    data: list[int] = []
    line = column = 0
    for start, length, spot in _pieces(text, ruler(text.text, unit)):
        down = start.line - line
        along = start.character - (0 if down else column)
        line, column = start.line, start.character
        kind = _KINDS.index(_TYPES[spot.role])
        data += down, along, length, kind, _GIVEN if spot.role is Role.ID else 0
    return types.SemanticTokens(data)


def _pieces(text: Written, there: Ruler) -> Iterator[tuple[types.Position, int, Spot]]:
    """Return where each spot stands and how long it is, line by line."""
    for spot in sorted((*text.spots, *text.comments), key=lambda spot: spot.start):
        if spot.role not in _TYPES:
            continue
        first, last = (there.lines.of(index)[0] for index in (spot.start, spot.end))
        for line in range(first, last + 1):
            begin = max(spot.start, there.lines.index(line, 0))
            end = min(spot.end, there.lines.index(line + 1, 0))
            said = text.text[begin:end]
            begin += len(said) - len(said.lstrip()) if begin != spot.start else 0
            end -= len(said) - len(said.rstrip("\r\n"))
            if end > begin:
                start = there.position(begin)
                yield start, there.position(end).character - start.character, spot
