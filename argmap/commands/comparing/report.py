"""The differences between two maps as rows: for a terminal, for programs, and for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.errors import Place
from argmap.formats.syntax.json_text import thaw
from argmap.merging.differences import Comparison, Difference, What
from argmap.merging.wording.sentences import Sentences
from argmap.merging.wording.standing import Turn
from argmap.merging.wording.word_changes import Words, marked, word_changes
from argmap.model.argument_map import GONE, Side

ORDER_ONLY = "Only the order in the file differs, or how it is written."


@dataclass(frozen=True, slots=True)
class ReportedChange:
    """One difference: where it is, a sentence, and its words where a text was reworded."""

    difference: Difference
    place: str
    sentence: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that changed, and what that changes in what stands."""

    rows: tuple[ReportedChange, ...]
    turns: tuple[Turn, ...]
    differs: bool


def report(
    comparison: Comparison,
    turned: tuple[Turn, ...],
    before: Mapping[str, Place],
    after: Mapping[str, Place],
) -> Report:
    """Put differences into rows; places are those of each version's items by their ids."""
    told = Sentences(comparison)
    rows = tuple(
        ReportedChange(d, _place(d, before, after), told.sentence(d), _words(d))
        for d in comparison.differences
        if told.told(d)
    )
    return Report(rows, turned, bool(comparison.patch))


def as_text(report: Report, *, words: bool) -> Iterator[str]:
    """Return the lines of a report; reworded texts as old and new, or word by word."""
    for row in report.rows:
        yield f"{row.place}: {row.sentence}" if row.place else row.sentence
        if row.words and words:
            yield from _indented(marked(row.words), "    ")
        elif row.words:
            yield from _indented(str(row.difference.before), "    - ")
            yield from _indented(str(row.difference.after), "    + ")
    if report.differs and not report.rows:
        yield ORDER_ONLY
    if report.turns:
        yield from ["", "What changed in what stands:"]
        yield from (f"  {turn}" for turn in report.turns)


def as_data(report: Report) -> dict[str, object]:
    """Return a report for programs."""
    return {
        "differences": [
            {
                "what": row.difference.what,
                "section": row.difference.section,
                "id": row.difference.id,
                "key": row.difference.key,
                "before": _data(row.difference.before),
                "after": _data(row.difference.after),
                "place": row.place,
                "sentence": row.sentence,
                "words": [[how, said] for how, said in row.words],
            }
            for row in report.rows
        ],
        "standing": [
            {"id": t.id, "before": t.before, "after": t.after, "because": t.because}
            for t in report.turns
        ],
    }


def _place(difference: Difference, before: Mapping[str, Place], after: Mapping[str, Place]) -> str:
    """Return where an item stands now, or stood before it went."""
    places = before if difference.what is What.REMOVED else after
    return str(places[difference.id]) if difference.id in places else ""


def _words(difference: Difference) -> tuple[Words, ...]:
    before, after = difference.before, difference.after
    if difference.what is What.REWORDED and isinstance(before, str) and isinstance(after, str):
        return word_changes(before, after)
    return ()


def _indented(said: str, start: str) -> Iterator[str]:
    first, *more = said.split("\n")
    yield f"{start}{first}"
    yield from (" " * len(start) + line for line in more)


def _data(side: Side) -> object:
    return None if side is GONE else thaw(side)
