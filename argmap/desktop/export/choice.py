"""What is to be made of the map: what dialogs ask for, as values that work can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from argmap import marking, reasoning
from argmap.drawing import theme as themes
from argmap.drawing.marks import NO_MARKS, Marks, with_hidden
from argmap.drawing.options import SCREEN, DrawingOptions
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.paper.book import Pages

USUAL_SCALE = 2.0
"""How much larger than on a screen a picture of pixels is, if nobody says otherwise."""


@frozen
class Seen:
    """From which viewpoint the map is marked, and with which other that is compared: ids."""

    by: str = ""
    """Nothing for no marks."""
    other: str = ""

    def marks(self, argument_map: ArgumentMap) -> Marks:
        """Return the marks on a map; ArgmapError for a viewpoint that it does not have."""
        if not self.by:
            return NO_MARKS
        if self.other:
            table = reasoning.compare(argument_map, (self.by, self.other))
            return marking.comparison_marks(argument_map, table)
        return marking.label_marks(reasoning.evaluate(argument_map, viewpoint=self.by))


@frozen
class Choice:
    """What to export, in which format, and how it is drawn."""

    format: str = "svg"
    options: DrawingOptions = field(
        default_factory=lambda: DrawingOptions(themes.load("light"), dpi=USUAL_SCALE * SCREEN)
    )
    in_view: bool = False
    seen: Seen = Seen()
    pages: Pages = Pages.ONE
    references: bool = False
    """Whether a list of what the map cites comes behind it, on sheets of its own."""


@frozen
class Drawable:
    """A map, and the part of it that is in view: what of it is drawn, how, and with which marks."""

    whole: ArgumentMap
    in_view: ArgumentMap
    hidden: Mapping[str, int] = field(default_factory=dict)
    """How many cards are folded away below each of what is in view."""

    def map_for(self, choice: Choice) -> ArgumentMap:
        """Return what is drawn."""
        return self.in_view if choice.in_view else self.whole

    def options_for(self, choice: Choice) -> DrawingOptions:
        """Return how it is drawn; what is out of view has its part in what stands."""
        marks = choice.seen.marks(self.whole)
        if choice.in_view:
            marks = with_hidden(marks, self.hidden)
        return replace(choice.options, marks=marks)
