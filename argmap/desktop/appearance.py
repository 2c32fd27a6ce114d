"""Light or dark: which theme the window draws maps with, and the palette that goes with it.

The user's choice comes first, then the system's, then what the map's author decided. Qt follows
the system only where a platform theme tells it to, so the palette is always set from the theme.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from argmap.desktop.session import Session
from argmap.drawing import theme as themes
from argmap.drawing.graphviz.engine import Engine
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.model.kinds import Layout, Page
from argmap.settings import Settings

# PySide takes no bytes here, although its types say so.
_WITH_BOXES: tuple[Any, ...] = ("Menu", "QCheckBox", "QRadioButton")
"""Widgets that show whether something is on, and paint nothing with the colour of the window."""

_SYSTEM = {Qt.ColorScheme.Light: "light", Qt.ColorScheme.Dark: "dark"}


class Appearance(QObject):
    """The theme in force; `changed` says that it is another one now."""

    changed = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.theme = themes.load(self._name())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        session.opened.connect(self.refresh)
        session.changed.connect(self._map_changed)
        self.apply_palette()

    @property
    def engine(self) -> Engine:
        """The Graphviz that draws."""
        return Engine(self._settings.dot)

    @property
    def page(self) -> Page:
        """What is exported and printed is laid out for, where the map says nothing."""
        return Page(self._settings.page)

    def layout_for(self, argument_map: ArgumentMap) -> Layout | None:
        """Return the layout that the user chose, where the map says none; None for no choice."""
        chosen = self._settings.layout
        if argument_map.style.layout or chosen not in list(Layout):
            return None
        return Layout(chosen)

    @property
    def motion(self) -> bool:
        """Whether cards glide; not where the user or the system asks for less motion."""
        hints = QApplication.style()
        duration = hints.styleHint(hints.StyleHint.SH_Widget_Animation_Duration)
        return self._settings.motion and duration > 0

    def use(self, settings: Settings) -> None:
        """Follow other settings."""
        before = self._settings
        self._settings = settings
        self.refresh()
        if (settings.dot, settings.layout) != (before.dot, before.layout):
            self.changed.emit()

    def refresh(self) -> None:
        """Look again at what is chosen."""
        name = self._name()
        if name != self.theme.name:
            self.theme = themes.load(name)
            self.apply_palette()
            self.changed.emit()

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _name(self) -> str:
        chosen = self._settings.theme
        if chosen != "system":
            return chosen
        if _wants_contrast():
            return "high-contrast"
        system = _SYSTEM.get(QGuiApplication.styleHints().colorScheme())
        authors = self._session.argument_map.style.theme
        return system or (authors if authors in themes.names() else "light")

    def apply_palette(self) -> None:
        """Give the widgets of the program the colours of the theme.

        Qt gives them to no widget that has a style sheet, before that is set again.
        """
        colours = palette(self.theme)
        if colours != QApplication.palette():
            QApplication.setPalette(colours)  # which takes those of sorts of widgets away
            for sort in _WITH_BOXES:
                QApplication.setPalette(with_boxes(self.theme), sort)
            for widget in QApplication.allWidgets():
                if widget.styleSheet():
                    widget.setStyleSheet(widget.styleSheet())


def _wants_contrast() -> bool:
    """Whether the system asks for high contrast, which Qt says from 6.10 on."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def palette(theme: themes.Theme) -> QPalette:
    """Make a palette of widgets from the colours of a theme."""
    surface = QColor(theme.background)
    text, muted = QColor(theme.text), QColor(theme.muted)
    # Fusion draws outlines darker than the window, so on dark what is recessed is darker still.
    panel = surface.lighter(150) if theme.dark else surface.darker(104)
    recessed = surface.darker(125) if theme.dark else surface
    accent = QColor(theme.lines["selection"])
    colours = {
        QPalette.ColorRole.Window: panel,
        QPalette.ColorRole.WindowText: text,
        QPalette.ColorRole.Base: recessed,
        QPalette.ColorRole.AlternateBase: panel,
        QPalette.ColorRole.Text: text,
        QPalette.ColorRole.PlaceholderText: muted,
        QPalette.ColorRole.Button: panel,
        QPalette.ColorRole.ButtonText: text,
        QPalette.ColorRole.BrightText: text,
        QPalette.ColorRole.ToolTipBase: panel,
        QPalette.ColorRole.ToolTipText: text,
        QPalette.ColorRole.Link: accent,
        QPalette.ColorRole.Highlight: accent,
        QPalette.ColorRole.Accent: accent,
        QPalette.ColorRole.HighlightedText: surface if theme.dark else QColor("#ffffff"),
        QPalette.ColorRole.Light: panel.lighter(115),
        QPalette.ColorRole.Midlight: panel.lighter(108),
        QPalette.ColorRole.Mid: panel.darker(125),
        QPalette.ColorRole.Dark: panel.darker(150),
        QPalette.ColorRole.Shadow: QColor("#000000"),
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return made


def with_boxes(theme: themes.Theme) -> QPalette:
    """Make a palette for menus and boxes to tick, in which a box that is empty can be seen.

    Fusion takes the lines around boxes and menus from the colour of the window, only darker: on
    dark they would be gone. So are the lines between commands, unless the menu is less dark.
    """
    made, muted = palette(theme), QColor(theme.muted)
    edge = muted.lighter(125 if theme.dark else 180)
    faint = muted.darker(125) if theme.dark else muted.lighter(220)
    made.setColor(QPalette.ColorRole.Window, edge)
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Window, faint)
    if theme.dark:
        made.setColor(QPalette.ColorRole.Base, made.color(QPalette.ColorRole.Button))
    return made
