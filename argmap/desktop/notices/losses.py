"""What was lost on the way between a map and another program's file, told with the ids concerned.

As a sentence in the bar, and as problems, one by one, for the problems pane.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.errors import Place, Problem, Severity, in_a_row
from argmap.formats.format import Loss, is_misread


def lost(losses: Iterable[Loss], how: str, file: str) -> tuple[Problem, ...]:
    """Return losses as problems of a file; `how` says what became of what was lost."""
    return tuple(
        Problem("lost", Severity.WARNING, f"{how}: {loss}.", "", Place(file), loss.ids)
        for loss in losses
    )


def undrawn(kept: Iterable[Loss], file: str) -> tuple[Problem, ...]:
    """Return as problems what the map keeps of a file although it is not drawn."""
    return tuple(
        Problem(
            "undrawn", Severity.HINT, f"Kept in the file, but not drawn: {what}.", "", Place(file)
        )
        for what in kept
    )


def summary(what: str, problems: Iterable[Problem], show: Remedy) -> Notice:
    """Return the notice of an import or export, with what was lost on the way in a sentence."""
    listed = list(problems)
    codes = [problem.code for problem in listed]
    lost, undrawn = codes.count("lost"), codes.count("undrawn")
    misread = sum(map(is_misread, listed))
    some = "One thing was" if lost == 1 else f"{lost} kinds of things were"
    places = "One place" if misread == 1 else f"{misread} places"
    text = in_a_row(
        what,
        f"{some} lost on the way." if lost else "",
        f"{places} in the file could not be read as written." if misread else "",
        "Part of the file is not drawn, but it is kept." if undrawn else "",
    )
    severity = Severity.WARNING if lost or misread else Severity.HINT
    remedies = (show,) if lost or misread or undrawn else ()
    return Notice(text, severity, remedies)
