"""What a rule is: a row of the table `RULES`, made in a file of its own.

The docstring of that file is the rule's manual page. Its first line is a title; it ends with a
good and a bad example in YAML, which run as tests.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from argmap.critique.language import Language
from argmap.errors import Problem, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.texts.lookup import Lookup, in_the_map


@frozen
class Context:
    """What rules need beside the map: the words of its language, None if that is not known.

    `texts` finds the text of a source; how it does is for whoever checks the map to say.
    """

    language: Language | None
    texts: Lookup = in_the_map


@frozen
class Finding:
    """One place where a rule is broken; `severity` is the rule's own unless given."""

    ids: tuple[str, ...]
    message: str
    hint: str
    severity: Severity | None = None


@frozen
class Rule:
    """One rule; `fix` gives the map without the problem, or None where the author has to decide."""

    code: str
    severity: Severity
    check: Callable[[ArgumentMap, Context], Iterable[Finding]]
    fix: Callable[[ArgumentMap, Problem, Context], ArgumentMap | None] | None = None
    default: bool = True

    @property
    def manual(self) -> str:
        """The manual page: the docstring of the file that the check is in."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

    @property
    def title(self) -> str:
        """What the rule is called: the first words of its manual page."""
        return self.manual.partition(":")[0]

    def problem(self, finding: Finding) -> Problem:
        """Return a finding as a problem; its place is known to whoever read the file."""
        severity = finding.severity or self.severity
        return Problem(self.code, severity, finding.message, finding.hint, ids=finding.ids)
