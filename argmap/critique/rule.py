"""What a rule is: a row of the table `RULES`, made in a file of its own.

The docstring of that file is the rule's manual page. Its first line is a title; it ends with a
good and a bad example in YAML, which run as tests.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from argmap.critique.looks import Context, Finding, Look
from argmap.critique.mending import Mending
from argmap.errors import Problem, Severity, one_stop
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap


@frozen
class Way:
    """One way to be rid of a problem, in words, and the map as it would be; a `sure` one is right.

    What makes it may raise ArgmapError.
    """

    name: str
    make: Callable[[], ArgumentMap]
    sure: bool = False


@frozen
class Rule:
    """One rule; `fix` takes the problem away, or says that only the author can decide.

    Where only the author can, `ways` are what there is to choose from.
    It may look at a map in several ways, of which each says how far it looks (`looks`).
    """

    code: str
    severity: Severity
    looks: tuple[Look, ...]
    fix: Callable[[Mending, Problem, Context], bool] | None = None
    default: bool = True
    ways: Callable[[ArgumentMap, Problem], Iterator[Way]] | None = None

    @property
    def manual(self) -> str:
        """The manual page: the docstring of the file that the check is in."""
        return (sys.modules[self.looks[0].check.__module__].__doc__ or "").strip()

    @property
    def title(self) -> str:
        """What the rule is called: the first words of its manual page."""
        return self.manual.partition(":")[0]

    def check(self, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
        """Return what the rule finds in a whole map."""
        for look in self.looks:
            yield from dict.fromkeys(look.findings(argument_map, context))

    def problem(self, finding: Finding) -> Problem:
        """Return a finding as a problem; its place is known to whoever read the file."""
        severity = finding.severity or self.severity
        said = one_stop(finding.message)
        return Problem(self.code, severity, said, finding.hint, ids=finding.ids)
