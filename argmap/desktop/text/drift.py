"""Where lines stand now that were made out a moment ago, before something was typed."""

from __future__ import annotations

from argmap.frozen import frozen


@frozen
class Drift:
    """From the line `first` on, the lines up to `old` have become those up to `new`."""

    first: int = 0
    old: int = 0
    new: int = 0

    def then(self, first: int, stop: int, new: int) -> Drift:
        """Return what it is after lines from `first` up to `stop` became those up to `new`."""
        if not self:
            return Drift(first, stop, new)
        end = max(self.new, stop)
        return Drift(min(self.first, first), self.old + end - self.new, end + new - stop)

    def __bool__(self) -> bool:
        return self != Drift()

    def before(self, line: int) -> int:
        """Return where a line of now stood; -1 for one that is new or other."""
        if line < self.first:
            return line
        return line - self.new + self.old if line >= self.new else -1

    def now(self, line: int) -> int:
        """Return where a line stands now, or what has taken its place."""
        if line < self.first:
            return line
        return line - self.old + self.new if line >= self.old else min(line, self.new - 1)
