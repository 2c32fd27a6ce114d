"""The font of menus, buttons and fields, where the system's own is a typewriter's."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from argmap.painting import FAMILIES


def use_readable_font(app: QApplication) -> None:
    """Take the font of the cards for the window, where all letters of the system's are as wide.

    A bare machine with one package of fonts calls its typewriter face “Sans Serif”.
    """
    usual = app.font()
    there = [name for name in FAMILIES if name in QFontDatabase.families()]
    if QFontInfo(usual).fixedPitch() and there:
        better = QFont(usual)
        better.setFamilies(there)
        app.setFont(better)
