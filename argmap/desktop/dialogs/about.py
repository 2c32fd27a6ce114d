"""What this program is, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from argmap import __version__
from argmap.desktop.widgets import icons


class About(QDialog):
    """A few lines."""

    def __init__(self, parent: QWidget) -> None:
        from importlib.metadata import version

        super().__init__(parent)
        self.setWindowTitle("About argmap")
        picture = QLabel()
        picture.setPixmap(icons.icon("argmap").pixmap(64, 64))
        words = QLabel(
            f"argmap {__version__}\n\n"
            "Argument maps: claims, premises and rebuttals,\n"
            "kept as YAML files and drawn by Graphviz.\n\n"
            f"Qt {qVersion()}, PySide6 {version('PySide6-Essentials')}, "
            f"Graphviz {version('graphviz-pure')} (built in)\n\n"
            "Free software under the MIT license."
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        for widget in (picture, words, buttons):
            pile.addWidget(widget)
