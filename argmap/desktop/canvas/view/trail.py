"""Where a card was on the screen before and after each step of the history.

So undo and redo bring back what was seen then, also where the view had to be scrolled for a card to
be written; but not where the user has looked elsewhere since. The card is the one that stayed where
it was when the step was made, and is in both pictures.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from argmap.desktop.canvas.view.map_view import MapView
from argmap.frozen import frozen

_CLOSE = 3
"""Pixels by which a card may be off and still be where it was: scrolling is in whole pixels."""


@frozen
class Seen:
    """A card, or an arrow, and where on the screen its corner is."""

    id: str
    at: QPointF
    zoom: float


@frozen
class _Step:
    """How a card was seen before and after a step."""

    before: Seen
    after: Seen | None = None


class Trail:
    """The steps of one document, as they were seen in a view."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._steps: dict[int, _Step] = {}
        self._at = 0
        """How many steps were done when a picture was shown last."""
        self._draft: Seen | None = None
        self._draft_shown: Seen | None = None
        self._standing: list[tuple[int, bool]] = []

    def forget(self) -> None:
        """Begin anew, as for another map."""
        self._steps, self._at, self._draft = {}, self._done, None

    @property
    def _done(self) -> int:
        return len(self._view.session.document.done)

    def seen(self, id_: str) -> Seen | None:
        """Return where on the screen something is now, or None for what is not in the picture."""
        rect = self._view.place_of(id_)
        at = rect and self._view.to_viewport(rect.topLeft())
        return Seen(id_, at, self._view.zoom()) if at else None

    def back(self, *, stepped: bool, drafting: bool) -> Seen | None:
        """Return what undo, redo, or giving up a draft bring back to where it was, if anything.

        Nothing does where the user has looked elsewhere since.
        """
        now = then = None
        if stepped and not drafting:
            now, then = self._between(self._at, self._done)
        elif self._draft and not drafting and self._done == self._at:
            now, then = self._draft_shown, self._draft
        empty = not self._view.map_scene.cards
        return then if empty or self._stands(now) else None

    def begin(self, held: Seen | None, *, stepped: bool, drafting: bool) -> None:
        """Take note of what a picture holds, before it is shown."""
        done = self._done
        if self._draft and done != self._at:
            goes_on = self.seen(self._draft.id) if drafting else None
            self._made(self._draft, goes_on)
            self._draft = None
        elif done != self._at and not stepped:
            stays = held and self.seen(held.id) and held
            stays = stays or self.seen(next(iter(self._view.map_scene.cards), ""))
            if stays:  # what goes with all the others comes back with them
                self._made(stays, None)
        sides = ((done, False), (done + 1, True))
        still = done == self._at and not (drafting or self._draft)
        self._standing = [side for side in sides if still and self._stands(self._side(*side))]
        if drafting:
            self._draft = self._draft or held
        else:
            self._draft = None

    def end(self) -> None:
        """Take note of where things are in the picture that is shown now."""
        done = self._done
        step = self._steps.get(done)
        if self._draft:
            self._draft_shown = self.seen(self._draft.id)
        elif step and done != self._at and step.after is None:
            self._steps[done] = replace(step, after=self.seen(step.before.id))
        for number, before in self._standing:
            known = self._side(number, before)
            seen = self.seen(known.id) if known else None
            if seen:
                changed = {"before": seen} if before else {"after": seen}
                self._steps[number] = replace(self._steps[number], **changed)
        self._at = done

    def _made(self, before: Seen, after: Seen | None) -> None:
        """Take note of a step that was made: what was undone before it cannot be redone.

        Steps before it of which no picture came left all where it was.
        """
        self._steps = {number: s for number, s in self._steps.items() if number < self._done}
        unseen = range(self._at + 1, self._done)
        self._steps |= dict.fromkeys(unseen, _Step(before, before))
        self._steps[self._done] = _Step(before, after)

    def _between(self, start: int, end: int) -> tuple[Seen | None, Seen | None]:
        """Return how things were seen where some steps start, and where they end."""
        if end < start:
            return self._side(start, before=False), self._side(end + 1, before=True)
        return self._side(start + 1, before=True), self._side(end, before=False)

    def _side(self, number: int, before: bool) -> Seen | None:
        step = self._steps.get(number)
        if step is None:
            return None
        return step.before if before else step.after

    def _stands(self, known: Seen | None) -> bool:
        """Whether something is seen where it was seen then."""
        here = self.seen(known.id) if known else None
        if known is None or here is None or here.zoom != known.zoom:
            return False
        return (here.at - known.at).manhattanLength() <= _CLOSE
