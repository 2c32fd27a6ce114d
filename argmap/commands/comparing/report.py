"""Reports of what differs between two maps: for a terminal, and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.syntax.json_text import thaw
from argmap.merging.wording.report import ORDER_ONLY, Report
from argmap.merging.wording.word_changes import marked
from argmap.model.argument_map import GONE, Side


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


def _indented(said: str, start: str) -> Iterator[str]:
    first, *more = said.split("\n")
    yield f"{start}{first}"
    yield from (" " * len(start) + line for line in more)


def _data(side: Side) -> object:
    return None if side is GONE else thaw(side)
