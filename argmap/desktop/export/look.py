"""How a picture looks, as rows of a form: the same for what is exported and what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QWidget

from argmap.desktop.export.choice import Choice, Drawable, Seen
from argmap.desktop.widgets.choosing.choice_box import StillBox
from argmap.drawing import theme as themes
from argmap.marking import viewpoint_title
from argmap.model.kinds import Direction, Layout, Page, SourceLine
from argmap.reasoning import viewpoint_ids

_NARROWEST = 160


class Look(QObject):
    """Widgets for theme, direction, layout, sources, marks, titles, legend, and what is in view."""

    changed = Signal()

    def __init__(self, drawable: Drawable, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        options = choice.options
        self._theme = box({n: themes.load(n).title for n in themes.names()}, options.theme.name)
        turns = {str(d): f"conclusion at the {d.side}" for d in Direction}
        self._direction = box(as_in_map(turns), options.direction or "")
        self._layout = box(as_in_map(called(Layout)), options.layout or "")
        self._source_line = box(as_in_map(called(SourceLine)), options.source_line or "")
        viewpoints = {
            name: viewpoint_title(drawable.whole, name) for name in viewpoint_ids(drawable.whole)
        }
        self._seen_by = box({"": "No marks", **viewpoints}, choice.seen.by)
        self._other = box({"": "Nobody", **viewpoints}, choice.seen.other)
        self._titles = check("&Titles only", on=options.titles)
        self._legend = check("Add a &legend", on=options.legend)
        self._in_view = check("Lea&ve out what is hidden", on=choice.in_view)
        self._references = check("List of &references", on=choice.references)
        self._has_sources = bool(drawable.whole.sources)
        self._all_in_view = drawable.in_view is drawable.whole
        boxes = (self._theme, self._direction, self._layout, self._source_line)
        for one in (*boxes, self._seen_by, self._other):
            one.currentIndexChanged.connect(self.changed)
        for ticked in (self._titles, self._legend, self._in_view, self._references):
            ticked.toggled.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows at the end of a form."""
        form.addRow("T&heme:", self._theme)
        form.addRow("&Direction:", self._direction)
        form.addRow("L&ayout:", self._layout)
        form.addRow("So&urces on cards:", self._source_line)
        form.addRow("&What stands, seen by:", self._seen_by)
        form.addRow("&Compared with:", self._other)
        for pair in ((self._titles, self._legend), (self._in_view, self._references)):
            row = QHBoxLayout()  # two in a row, or it would not fit a small screen
            for one in pair:
                row.addWidget(one)
            row.addStretch(1)
            form.addRow("", row)

    def chosen(self, choice: Choice) -> Choice:
        """Return a choice with what the rows say."""
        turned, layout = self._direction.currentData(), self._layout.currentData()
        source_line = self._source_line.currentData()
        options = replace(
            choice.options,
            theme=themes.load(self._theme.currentData()),
            direction=Direction(turned) if turned else None,
            layout=Layout(layout) if layout else None,
            source_line=SourceLine(source_line) if source_line else None,
            titles=self._titles.isChecked(),
            legend=self._legend.isChecked(),
        )
        seen_by = self._seen_by.currentData()
        seen = Seen(seen_by, self._other.currentData() if seen_by else "")
        return replace(
            choice,
            options=options,
            in_view=self._in_view.isChecked(),
            seen=seen,
            references=self._has_sources and self._references.isChecked(),
        )

    def reasons(self, *, on_sheets: bool) -> tuple[tuple[QWidget, str], ...]:
        """Return rows that make a difference only at times, with why not now, or nothing.

        `on_sheets` says that there are sheets, on which a list of references has its place.
        """
        alone = "" if self._seen_by.currentData() else "To compare, choose first who sees it."
        folded = "No card is folded away or left out." if self._all_in_view else ""
        listed = "" if on_sheets else "Only a PDF can end with a list of references."
        if not self._has_sources:
            listed = "The map has no sources to list."
        return (self._other, alone), (self._in_view, folded), (self._references, listed)


def as_in_map(choices: Mapping[str, str]) -> dict[str, str]:
    """Return choices with that of the map before them."""
    return {"": "As in the map", **choices}


def called(kinds: Iterable[Page | Layout | SourceLine]) -> dict[str, str]:
    """Return what people read, by value."""
    return {str(kind): kind.called for kind in kinds}


def box(choices: Mapping[str, str], chosen: str) -> QComboBox:
    """Return a box to choose from."""
    made = StillBox()
    made.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToContents)
    made.setMinimumWidth(_NARROWEST)
    for value, text in choices.items():
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made


def check(text: str, *, on: bool) -> QCheckBox:
    """Return a box to check."""
    made = QCheckBox(text)
    made.setChecked(on)
    return made
