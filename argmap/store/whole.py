"""Files that hold nothing that is not in the map, which alone can be written anew or merged."""

from __future__ import annotations

from argmap.errors import ArgmapError, Place, Severity, in_a_row
from argmap.model.integrity import structural
from argmap.store.yaml_file import Reading


def require_whole(reading: Reading, name: str) -> None:
    """Raise ArgmapError if something in a file was not read, or if it may only be shown."""
    if reading.read_only:
        problem = reading.problems[0] if reading.problems else None
        raise ArgmapError(
            in_a_row("This file can be read, but not edited.", problem.message if problem else ""),
            problem.hint if problem else "",
            problem.where if problem else Place(name),
        )
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    known = {(p.code, p.ids) for p in structural(reading.argument_map)} if errors else set()
    for problem in errors:
        if (problem.code, problem.ids) not in known:
            raise ArgmapError(problem.message, problem.hint, problem.where)
