"""How the letters of the text look, and what is underlined in it, in the colours of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QTextCharFormat

from argmap.authoring.spots import Role
from argmap.drawing.theme import Theme
from argmap.errors import Severity

_WAVY = QTextCharFormat.UnderlineStyle.WaveUnderline
_DOTTED = QTextCharFormat.UnderlineStyle.DotLine
_UNDERLINES: Mapping[Severity, tuple[str, QTextCharFormat.UnderlineStyle]] = {
    Severity.ERROR: ("attack", _WAVY),
    Severity.WARNING: ("accepted", _WAVY),
    Severity.HINT: ("faint", _DOTTED),
}
_LETTERS: Mapping[Role, str] = {
    Role.KEY: "claim",
    Role.ID: "undercut",
    Role.NAME: "undercut",
    Role.VALUE: "support",
}
"""Roles of the theme's lines; texts have the colour of texts, comments that of what is muted."""


def formats_of(theme: Theme) -> dict[Role | Severity, QTextCharFormat]:
    """Return the format of what stands in a role, and of what is wrong."""
    letters = {role: QColor(theme.lines[name]) for role, name in _LETTERS.items()}
    letters |= {Role.TEXT: QColor(theme.text), Role.OTHER: QColor(theme.text)}
    letters[Role.COMMENT] = QColor(theme.muted)
    formats: dict[Role | Severity, QTextCharFormat] = {}
    for role, colour in letters.items():
        formats[role] = QTextCharFormat()
        formats[role].setForeground(colour)
    for severity, (name, style) in _UNDERLINES.items():
        formats[severity] = QTextCharFormat()
        formats[severity].setUnderlineStyle(style)
        formats[severity].setUnderlineColor(QColor(theme.lines[name]))
    return formats
