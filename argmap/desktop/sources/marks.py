"""What is cited of a text, as marks on it: by whom, and in which role.

Where marks overlap, each has a lane of its own for its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.texts.report import SourceReport
from argmap.texts.text import Span

UNDERCUT = "undercut"


@frozen
class Mark:
    """A passage that a statement cites; `role` is one of a theme's."""

    span: Span
    statement: str
    role: str
    lane: int = 0


def marks_of(report: SourceReport, argument_map: ArgumentMap) -> tuple[Mark, ...]:
    """Return the marks of a source in the order of its text."""
    return tuple(_in_lanes(sorted(_marks(report, argument_map), key=lambda mark: mark.span)))


def marks_in(marks: Iterable[Mark], span: Span) -> tuple[Mark, ...]:
    """Return the marks that share a part with a passage, or lie around a mere place."""
    low, high = span.start, max(span.end, span.start + 1)
    return tuple(m for m in marks if m.span.start < high and m.span.end > low)


def role_of(argument_map: ArgumentMap, statement: Statement) -> str:
    """Return the role in which a statement is drawn; that of an undercut is its own."""
    undercuts = any(map(argument_map.is_undercut, argument_map.relations_of(statement.id)))
    return UNDERCUT if undercuts else statement.kind


def _marks(report: SourceReport, argument_map: ArgumentMap) -> Iterator[Mark]:
    for cited in report.cites:
        statement = argument_map.statement_by_id.get(cited.statement)
        if statement and cited.anchor:
            role = role_of(argument_map, statement)
            for span in cited.anchor.spans:
                yield Mark(span, statement.id, role)


def _in_lanes(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Return marks in order, each in the first lane that is free where it begins."""
    ends: list[int] = []
    for mark in marks:
        free = (number for number, end in enumerate(ends) if end <= mark.span.start)
        lane = next(free, len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = mark.span.end
        yield replace(mark, lane=lane)
