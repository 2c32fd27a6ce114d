"""Export: format, look and size of a picture, with a preview of just that picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from argmap import painting
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.drawing import theme as themes
from argmap.drawing.layout import lay_out
from argmap.drawing.options import SCREEN, DrawingOptions
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction, Layout, Page
from argmap.paper.png import MEGAPIXELS

FORMATS = {
    "svg": "SVG — for the web and for editing, sharp at every size",
    "png": "PNG — for documents and slides",
    "pdf": "PDF — for paper, with text that can be selected",
    "dot": "DOT — for anybody's Graphviz",
}

_NARROWEST = 160
_POINTS = 72
"""Points in an inch."""
USUAL_SCALE = 2.0
"""How much larger than on a screen a picture of pixels is, if nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to export, in which format, and how it is drawn."""

    format: str = "svg"
    options: DrawingOptions = field(
        default_factory=lambda: DrawingOptions(themes.load("light"), dpi=USUAL_SCALE * SCREEN)
    )
    in_view: bool = False


class Preview(QWidget):
    """A picture, as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(QSize(160, 120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Preview")
        self._picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Play the picture, scaled down to fit and never up."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().mid())
        if self._picture is None:
            return
        picture = self._picture
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        scale = min(room.width() / picture.width, room.height() / picture.height, 1.5)
        place = QRectF(0, 0, picture.width * scale, picture.height * scale)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, QColor(picture.background))
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painting.play(painter, picture)


class Export(QDialog):
    """Choices at the left, what comes of them at the right."""

    def __init__(
        self,
        whole: ArgumentMap,
        in_view: ArgumentMap,
        choice: Choice,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        options = self._options = choice.options
        self.setWindowTitle("Export picture")
        resize_on_screen(self, 900, 540)
        self._maps = {False: whole, True: in_view}
        self._jobs: LatestOnly[Picture] = LatestOnly()
        self._preview = Preview()
        self._says = QLabel()
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._format = _box(FORMATS, choice.format)
        self._theme = _box({n: themes.load(n).title for n in themes.names()}, options.theme.name)
        turns = {str(d): f"conclusion at the {d.side}" for d in Direction}
        self._direction = _box(_as_in_map(turns), options.direction or "")
        self._page = _box(_as_in_map(_called(Page)), options.page or "")
        self._layout = _box(_as_in_map(_called(Layout)), options.layout or "")
        self._scale = QDoubleSpinBox()
        self._scale.setRange(0.25, 20)
        self._scale.setSingleStep(0.5)
        self._scale.setSuffix(" ×")
        self._scale.setValue(options.dpi / SCREEN)
        self._titles = _check("&Titles only", on=options.titles)
        self._legend = _check("Add a &legend", on=options.legend)
        self._in_view = _check("Only what is in &view", on=choice.in_view)
        self._in_view.setEnabled(in_view is not whole)
        self._build()
        self._look()

    def choice(self) -> Choice:
        """Return what is chosen."""
        turned = self._direction.currentData()
        page, layout = self._page.currentData(), self._layout.currentData()
        options = replace(
            self._options,
            theme=themes.load(self._theme.currentData()),
            direction=Direction(turned) if turned else None,
            page=Page(page) if page else None,
            layout=Layout(layout) if layout else None,
            titles=self._titles.isChecked(),
            legend=self._legend.isChecked(),
            dpi=self._scale.value() * SCREEN,
        )
        return Choice(self._format.currentData(), options, self._in_view.isChecked())

    def done(self, result: int) -> None:
        """Stop what is still being drawn."""
        self._jobs.close()
        super().done(result)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow("&Format:", self._format)
        form.addRow("T&heme:", self._theme)
        form.addRow("&Direction:", self._direction)
        form.addRow("&Page:", self._page)
        form.addRow("L&ayout:", self._layout)
        form.addRow("&Scale:", self._scale)
        for check in (self._titles, self._legend, self._in_view):
            form.addRow("", check)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        left.addWidget(self._says)
        sides = QHBoxLayout()
        sides.addLayout(left)
        sides.addWidget(self._preview, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._go = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._go.setText("&Export…")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addLayout(sides)
        pile.addWidget(buttons)
        for box in (self._format, self._theme, self._direction, self._page, self._layout):
            box.currentIndexChanged.connect(self._look)
        for check in (self._titles, self._legend, self._in_view):
            check.toggled.connect(self._look)
        self._scale.valueChanged.connect(self._look)

    def _look(self) -> None:
        choice = self.choice()
        self._scale.setEnabled(choice.format == "png")
        argument_map = self._maps[choice.in_view]
        self._jobs.start(
            lambda cancel: lay_out(argument_map, choice.options, cancel=cancel),
            partial(self._drawn, choice),
        )

    def _drawn(self, choice: Choice, drawn: Picture | ArgmapError) -> None:
        if isinstance(drawn, ArgmapError):
            self._says.setText(str(drawn))
            return
        self._preview.show_picture(drawn)
        bitmap = choice.format == "png"
        factor = choice.options.dpi / _POINTS if bitmap else 1
        width, height = math.ceil(drawn.width * factor), math.ceil(drawn.height * factor)
        unit = "pixels" if bitmap else "points"
        size = f"{width:,} × {height:,} {unit}".replace(",", " ")
        too_large = bitmap and width * height > MEGAPIXELS * 1_000_000
        limit = f": more than {MEGAPIXELS} million. Choose a smaller scale, SVG or PDF."
        self._says.setText(size + limit if too_large else size)
        self._go.setEnabled(not too_large)


def _as_in_map(choices: Mapping[str, str]) -> dict[str, str]:
    return {"": "As in the map", **choices}


def _called(kinds: Iterable[Page | Layout]) -> dict[str, str]:
    return {str(kind): kind.called for kind in kinds}


def _box(choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumWidth(_NARROWEST)
    for value, text in choices.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _check(text: str, *, on: bool) -> QCheckBox:
    check = QCheckBox(text)
    check.setChecked(on)
    return check
