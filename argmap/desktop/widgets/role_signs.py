"""Small marks drawn by hand, so that nothing is said by colour alone and no font is needed.

Their colours are the themes' own, moved towards the text's colour where the palette in force
would make them hard to see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from argmap.drawing import theme as themes
from argmap.errors import Severity


class RoleSign(Enum):
    """What a mark says; the value is its role in a theme's lines."""

    CLAIM = "claim"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"


def colour(palette: QPalette, role: str) -> QColor:
    """Return a role's colour, with at least 4.5:1 against the palette's base."""
    base, text = palette.base().color(), palette.text().color()
    return QColor(_readable(role, base.name(), text.name(), dark=base.lightness() < 128))


@lru_cache(maxsize=128)
def _readable(role: str, base: str, text: str, *, dark: bool) -> str:
    wanted = themes.load("dark" if dark else "light").lines[role]
    for step in range(10):
        mixed = _mixed(wanted, text, step / 10)
        if themes.contrast(mixed, base) >= 4.5:
            return mixed
    return text


def _mixed(one: str, other: str, share: float) -> str:
    first, second = QColor(one), QColor(other)
    parts = (
        round(getattr(first, part)() * (1 - share) + getattr(second, part)() * share)
        for part in ("red", "green", "blue")
    )
    return QColor(*parts).name()


def paint(painter: QPainter, mark: RoleSign, box: QRectF, ink: QColor) -> None:
    """Draw a mark into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, box.width() / 6, c=Qt.PenCapStyle.RoundCap))
    _PAINTERS[mark](painter, box.adjusted(1, 1, -1, -1), ink)
    painter.restore()


def _disc(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(box.center(), box.width() / 4, box.height() / 4)


def _ring(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    painter.drawEllipse(box.center(), box.width() / 3, box.height() / 3)


def _minus(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _plus(painter: QPainter, box: QRectF, ink: QColor) -> None:
    _minus(painter, box, ink)
    centre = box.center().x()
    painter.drawLine(QPointF(centre, box.top()), QPointF(centre, box.bottom()))


_PAINTERS: Mapping[RoleSign, Callable[[QPainter, QRectF, QColor], None]] = {
    RoleSign.CLAIM: _disc,
    RoleSign.SUPPORT: _plus,
    RoleSign.ATTACK: _minus,
    RoleSign.UNDERCUT: _ring,
}

_SEVERITY_ROLES = {
    Severity.ERROR: "rebuttal",
    Severity.WARNING: "undercut",
    Severity.HINT: "accepted",
}


def severity_icon(severity: Severity, palette: QPalette) -> QIcon:
    """Return an icon that tells severities apart by shape: square, triangle, disc."""
    size, ratio = 16, 3
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette, _SEVERITY_ROLES[severity]))
    box = QRectF(1, 1, size - 2, size - 2)
    if severity is Severity.ERROR:
        painter.drawRoundedRect(box, 3, 3)
    elif severity is Severity.WARNING:
        corners = (box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight())
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(box)
    painter.setPen(QPen(palette.base().color(), 1.8, c=Qt.PenCapStyle.RoundCap))
    _sign(painter, severity, box)
    painter.end()
    return QIcon(pixmap)


def _sign(painter: QPainter, severity: Severity, box: QRectF) -> None:
    """Draw a cross into an error, an exclamation mark into a warning, an i into a hint."""
    x, y = box.center().x(), box.center().y()
    if severity is Severity.ERROR:
        painter.drawLine(QPointF(x - 2.5, y - 2.5), QPointF(x + 2.5, y + 2.5))
        painter.drawLine(QPointF(x - 2.5, y + 2.5), QPointF(x + 2.5, y - 2.5))
        return
    up = -1 if severity is Severity.HINT else 1
    painter.drawLine(QPointF(x, y - 1.5 * up), QPointF(x, y + 2 * up))
    painter.drawPoint(QPointF(x, y + (4.5 if up == 1 else -4)))
