"""The problems of one file, gathered with their places while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.errors import Place, Problem, Severity
from argmap.store.yaml.node import BadValueError, Position

_SUGGESTIONS = 20
"""Looking for a similar word takes long among many; after so many times it stops."""


class Places(Mapping[str, Place]):
    """Where items stand, by their ids: few are ever asked for, so each is made when it is."""

    def __init__(self, file: str, marks: Mapping[str, Position]) -> None:
        self._file = file
        self._marks = marks

    def __getitem__(self, id_: str) -> Place:
        mark = self._marks[id_]
        return Place(self._file, mark.line + 1, mark.column + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class Complaints:
    """Gathers problems; a place is where a node of the text begins."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._suggestions = _SUGGESTIONS
        self._found: list[Problem] = []

    def __len__(self) -> int:
        return len(self._found)

    def places(self, marks: Mapping[str, Position]) -> Places:
        """Return the places of marks."""
        return Places(self._file, marks)

    def place(self, mark: Position) -> Place:
        """Return the place of a mark, as people count."""
        return Place(self._file, mark.line + 1, mark.column + 1)

    def error(
        self, code: str, message: str, hint: str, mark: Position, ids: tuple[str, ...] = ()
    ) -> None:
        """Say that something could not be read."""
        self._add(Problem(code, Severity.ERROR, message, hint, ids=ids), mark)

    def warning(
        self, code: str, message: str, hint: str, mark: Position, ids: tuple[str, ...] = ()
    ) -> None:
        """Say that something is read but looks odd."""
        self._add(Problem(code, Severity.WARNING, message, hint, ids=ids), mark)

    def wrong(self, wrong: BadValueError) -> None:
        """Say what is wrong with a value."""
        self.error("bad-value", wrong.message, wrong.hint, wrong.node.start_mark)

    def at(self, problem: Problem, mark: Position) -> None:
        """Take over a problem that has no place yet."""
        self._add(problem, mark)

    def belong_to(self, id_: str, since: int) -> None:
        """Say of the problems found since then that they concern that id."""
        if id_ and since < len(self._found):
            self._found[since:] = [replace(p, ids=(id_,)) for p in self._found[since:]]

    def forget(self, since: int) -> None:
        """Take back what was found since then."""
        del self._found[since:]

    def similar(self, word: str, known: Iterable[str], otherwise: str) -> str:
        """Return a hint that names the known words most like this one."""
        if self._suggestions:
            from difflib import get_close_matches

            self._suggestions -= 1
            close = get_close_matches(word[:100], list(known), n=2)
            if close:
                return f"Did you mean {' or '.join(f'“{match}”' for match in close)}?"
        return otherwise

    def in_order(self) -> tuple[Problem, ...]:
        """Return all problems in the order of their places."""
        return tuple(sorted(self._found, key=lambda p: (p.where.line, p.where.column)))

    def _add(self, problem: Problem, mark: Position) -> None:
        self._found.append(replace(problem, where=self.place(mark)))
