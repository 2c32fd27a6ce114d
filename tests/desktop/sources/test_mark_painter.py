"""Words stay readable on all the marks that lie on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from argmap.desktop.appearance import palette
from argmap.desktop.sources import mark_painter
from argmap.drawing.theme import contrast, load
from argmap.model.kinds import Kind


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("roles", [[kind] * 6 for kind in Kind] + [list(Kind) * 3])
def test_words_are_readable_where_many_passages_overlap(theme: str, roles: list[str]) -> None:
    colours = palette(load(theme))
    ground = QImage(4, 4, QImage.Format.Format_RGB32)
    ground.fill(colours.base().color())
    painter = QPainter(ground)
    for lane, role in enumerate(roles):
        mark_painter.paint_tint(painter, [QRectF(0, 0, 4, 4)], role, lane, colours)
    painter.end()
    tinted = ground.pixelColor(1, 1).name()
    assert tinted != colours.base().color().name()
    assert contrast(colours.text().color().name(), tinted) >= 4.5
