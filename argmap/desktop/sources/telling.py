"""The pane's sentences about a source, its text and a place in it."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.desktop.sources.mark_painter import style_of
from argmap.desktop.sources.marks import Mark
from argmap.desktop.widgets import plain_text
from argmap.errors import in_a_row
from argmap.model.argument_map import ArgumentMap, Source
from argmap.references import apa
from argmap.texts.lookup import Fault
from argmap.texts.report import SourceReport

_LONGEST = 60

NO_SOURCES = (
    "This map has no sources yet. Add the text that the argument is taken from, and each card can"
    " say where it stands: drop a file here, paste what you have copied, or use the button “Add”."
)
_NO_TEXT = "Of this source there is a reference only, and no text to read."
_FAULTS = {
    Fault.MISSING: "Its text is not there: “{file}”.",
    Fault.OUTSIDE: "Its text, “{file}”, would lie outside of the map's folder, so it is not read.",
    Fault.NO_TEXT: "Its file, “{file}”, is no plain text.",
}


def row(source: Source) -> str:
    """Return a line for a list of sources."""
    return plain_text.one_line(source.name)


def reference(source: Source) -> str:
    """Return a source as a reference."""
    return apa.plain(source)


def instead_of_text(source: Source | None, report: SourceReport | None) -> str:
    """Return why there is no text to be read; an empty text where there is one, or may be."""
    if source is None:
        return NO_SOURCES
    if report is None or report.text is not None:
        return ""
    return _FAULTS[report.fault].format(file=source.file) if report.fault else _NO_TEXT


def whereabouts(
    number: str, here: Sequence[Mark], argument_map: ArgumentMap, keys: str = ""
) -> str:
    """Return where one is in a text and who cites it there, and what the keys do, if anything."""
    cards = dict.fromkeys((mark.statement, mark.role) for mark in here)
    cited = [f"{role} “{_name(argument_map, id_)}” ({style_of(role).words})" for id_, role in cards]
    said = f"{plain_text.capital(number)}, cited by {', '.join(cited)}" if cited else number
    return in_a_row(f"{plain_text.capital(said)}.", keys)


def quoted(report: SourceReport) -> str:
    """Return how much of a text is quoted."""
    return f"{report.coverage:.0%} of the text is quoted."


def what_it_becomes(*, onto: str) -> str:
    """Return what the keys make of a passage that is selected, where a card is, or none."""
    if onto:
        return "Tab makes a premise of the passage, Ctrl+K cites it; right-click for more."
    return "Ins makes a claim of the passage; right-click for more."


def _name(argument_map: ArgumentMap, id_: str) -> str:
    statement = argument_map.statement_by_id.get(id_)
    words = statement.brief if statement else id_
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"
