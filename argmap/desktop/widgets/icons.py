"""Icons of the toolbar: one-colour SVG files, drawn in the text colour of the palette in force."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from argmap import paths

_SIZE = 20
_SCALES = (1, 2, 3)


def icon(name: str) -> QIcon:
    """Return the icon of that name, for normal and disabled state and several screen scales."""
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = QApplication.palette().color(group, QPalette.ColorRole.ButtonText).name()
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
        for scale in _SCALES:
            made.addPixmap(_drawn(renderer, scale), mode)
    return made


def _drawn(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = QPixmap(_SIZE * scale, _SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, _SIZE * scale, _SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
