"""What a check of this computer found."""

from __future__ import annotations

from argmap.frozen import frozen


@frozen
class CheckResult:
    """What was looked at and found, and the remedy where it is not fine.

    What is fine and has a remedy all the same is a note: it is wrong for some maps or people only.
    """

    what: str
    found: str
    fine: bool = True
    remedy: str = ""

    @property
    def mark(self) -> str:
        """How it came out, in a word."""
        if not self.fine:
            return "WRONG"
        return "note" if self.remedy else "ok"
