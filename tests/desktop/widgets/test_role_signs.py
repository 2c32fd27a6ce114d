from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from argmap.desktop.appearance import palette
from argmap.desktop.widgets import role_signs
from argmap.drawing import theme as themes
from argmap.errors import Severity

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", themes.names())
@pytest.mark.parametrize("role", ["claim", "premise", "rebuttal", "support", "attack", "undercut"])
def test_words_in_a_roles_colour_can_be_read_in_every_theme(name: str, role: str) -> None:
    worn = palette(themes.load(name))
    assert themes.contrast(role_signs.colour(worn, role).name(), worn.base().color().name()) >= 4.5


def test_even_on_a_base_of_middling_grey() -> None:
    worn = QPalette()
    worn.setColor(QPalette.ColorRole.Base, QColor("#8a8a8a"))
    worn.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    assert themes.contrast(role_signs.colour(worn, "premise").name(), "#8a8a8a") >= 4.5


def drawn(mark: role_signs.RoleSign) -> bytes:
    image = QImage(32, 32, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    role_signs.paint(painter, mark, QRectF(0, 0, 32, 32), QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_marks_differ_in_shape() -> None:
    assert len({drawn(mark) for mark in role_signs.RoleSign}) == len(role_signs.RoleSign)


def test_severities_differ_in_shape() -> None:
    """Alike in colour, so only the outline is compared."""
    outlines = set()
    for severity in Severity:
        image = role_signs.severity_icon(severity, QPalette()).pixmap(16, 16).toImage()
        alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
        outlines.add(bytes(alpha.constBits()))
    assert len(outlines) == len(Severity)
