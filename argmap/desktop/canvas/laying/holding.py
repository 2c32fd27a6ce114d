"""What holds the picture still: the arrangement of what is on the screen.

It is thrown away when another map is opened, when the direction or page changes, and when the
user tidies up. While a card is being written, the arrangement with the draft in it is kept apart:
it becomes the arrangement when the card is made, and is dropped when nothing comes of it.

The arrangement of each step is kept for undo and redo, the last ones only where the map is large:
what stands where follows from all edits before, and not from the map alone. That of a step which
can be done again no more is let go, or undo would lead to places of another past. Beyond these,
what is deleted keeps its place for undo until many more edits have deleted something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from argmap.desktop.canvas.laying.remembering import completed, forgetting, remembered, renamed
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.model.kinds import Direction
from argmap.placing.arrangement import NEW, Arrangement

Turn: TypeAlias = tuple[Direction, object]
"""Where the conclusion stands, and the page that the picture is laid out for."""

LONG_AGO = 100
"""After so many more edits that delete something, undo finds no place of what was deleted."""


MOST_KEPT = 200_000
"""So many forms and folds are kept for undo, of all steps: some 10 MB."""


@frozen
class Held:
    """An arrangement to place the next picture with, and what only another one knows.

    That one was on the screen before undo or redo brought the first one back.
    """

    arrangement: Arrangement
    beyond: Arrangement | None = None

    def whole(self) -> Arrangement:
        """Return the arrangement with what only the other one knows; that takes long."""
        return completed(self.arrangement, self.beyond) if self.beyond else self.arrangement


@frozen
class Kept:
    """The arrangement of a picture, laid over the one that was held when it was made.

    That walks over the whole map, and is done where the picture is made: beside the window.
    """

    arrangement: Arrangement
    held: Arrangement
    laid_over: Arrangement

    @classmethod
    def of(cls, arrangement: Arrangement, held: Held, whole: Arrangement) -> Kept:
        """Return an arrangement with what only the held one, as a whole, knows."""
        return cls(arrangement, held.arrangement, remembered(whole, arrangement))

    def over(self, held: Arrangement) -> Arrangement:
        """Return the arrangement laid over the one that is held by now."""
        return self.laid_over if held is self.held else remembered(held, self.arrangement)


class Holding:
    """The arrangement on the screen, and the one with a draft in it if there is one."""

    def __init__(self) -> None:
        self.arrangement = NEW
        self._beyond: Arrangement | None = None
        self._steps: dict[int, tuple[Turn | None, Arrangement]] = {}
        self._deleted: list[tuple[str, ...]] = []
        self._drafted: Arrangement | None = None
        self._turn: Turn | None = None

    def held_for(self, argument_map: ArgumentMap, page: object, *, drafting: bool) -> Held:
        """Return what is held when this map is placed for a page, with a draft in it or without."""
        turn = argument_map.direction, page
        if turn != self._turn:
            self._let_go()
            self._turn = turn
        if not drafting:
            self._drafted = None
        return Held(self._drafted) if self._drafted else Held(self.arrangement, self._beyond)

    def take(self, kept: Kept, steps: int, *, drafting: bool) -> None:
        """Hold the picture that is shown now, of the map after so many steps."""
        if drafting:
            self._drafted = kept.over(self._drafted or self.arrangement)
        else:
            self.arrangement, self._beyond = kept.over(self.arrangement), None
            self._keep(steps)

    def draft_became(self, names: Mapping[str, str], steps: int) -> None:
        """Hold the picture with the draft, whose items have other ids from now on."""
        if self._drafted is not None:
            self.arrangement = renamed(self._drafted, names)
            self._drafted = None
            self._keep(steps)

    def renamed(self, names: Mapping[str, str]) -> None:
        """Hold the picture although some of what is in it has other ids from now on."""
        self.arrangement = renamed(self.arrangement, names)

    def written(self, cards: Iterable[str]) -> None:
        """Hold new cards as wide as their editors, also where no picture had room for those yet."""
        self.arrangement = replace(self.arrangement, wide=self.arrangement.wide.union(cards))

    def go_to(self, steps: int) -> None:
        """Hold what was held after so many steps, as undo or redo lead there."""
        if steps in self._steps:
            self._beyond = self._beyond or self.arrangement
            self._turn, self.arrangement = self._steps[steps]
            self._drafted = None

    def go_on(self, steps: int) -> None:
        """Forget what was held after so many steps or more: something else was done instead."""
        for known in [known for known in self._steps if known >= steps]:
            del self._steps[known]

    def _keep(self, steps: int) -> None:
        """Keep the arrangement of a step; where there are too many, those furthest from it go."""
        self._steps[steps] = self._turn, self.arrangement
        size = len(self.arrangement.forms) + len(self.arrangement.folds) + 1
        while len(self._steps) > max(MOST_KEPT // size, 2):
            del self._steps[max(self._steps, key=lambda known: abs(known - steps))]

    def follow(self, patch: Patch, argument_map: ArgumentMap) -> None:
        """Forget what was deleted long ago; `argument_map` is the one after the patch.

        That looks at all that is held, so it is done once in LONG_AGO of such edits.
        """
        gone = tuple(change.id for change in patch.changes if change.after is None)
        if gone:
            self._deleted.append(gone)
        if len(self._deleted) > 2 * LONG_AGO:
            del self._deleted[:-LONG_AGO]
            kept = {id_ for ids in self._deleted for id_ in ids}
            kept.update(argument_map.statement_by_id, argument_map.relation_by_id)
            self.arrangement = forgetting(self.arrangement, kept.__contains__)

    def hold(self, arrangement: Arrangement) -> None:
        """Hold another arrangement, such as the one before the user tidied up."""
        self.arrangement, self._beyond, self._drafted = arrangement, None, None

    def let_go(self) -> None:
        """Hold nothing: the next picture, of another map, is arranged as it fits best."""
        self._let_go()
        self._steps.clear()

    def _let_go(self) -> None:
        self.hold(NEW)
        self._deleted.clear()
