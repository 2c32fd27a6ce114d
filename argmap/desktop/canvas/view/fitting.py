"""Fitting a map into the window so that it can be read: by titles, or folded, where it must be.

From far away cards show their titles in letters that can be read (see `card_item`). Where cards are
too small even for that, titles stand in place of texts, in smaller cards; where these are too small
too, everything below the second level is folded away. The user is told, and one click brings the
texts back.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.viewport_keeper import ViewportKeeper
from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.state.view_state import ViewState
from argmap.model import folding

LEAST = 0.28
"""Pixels per point below which a card has no room for a dozen letters that can be read."""
_KEY = "fit"


class Fitting:
    """Fits the picture of a view; `wait` lasts until a picture that can be read has come."""

    def __init__(self, view: MapView, keeper: ViewportKeeper) -> None:
        self._view = view
        self._keeper = keeper
        self._waits = False
        self._before: ViewState | None = None
        view.session.opened.connect(self._forget)

    def fit(self) -> None:
        """Show the whole map, by titles or folded where texts would be too small."""
        self._before = self._view.session.view
        self._go_on()

    def fold(self, folded: frozenset[str]) -> None:
        """Fold these and open all others, and fit what is left when its picture comes."""
        session = self._view.session
        if folded != session.view.folded:
            session.fold(folded)
            self._keeper.fit_next(LEAST)

    def picture_shown(self) -> None:
        """Take note of a new picture: it may be the one that was to be fitted."""
        if self._waits:
            self._go_on()

    def _go_on(self) -> None:
        session = self._view.session
        self._waits = False
        self._keeper.fit(LEAST)
        if self._view.zoom() >= LEAST:
            self._before = None
            return
        view = session.view
        smaller = view if view.titles else replace(view, titles=True)
        if view.titles:
            smaller = replace(view, folded=view.folded | folding.fold_all(session.argument_map))
        if smaller == view:
            self._before = None
            return
        self._waits = True
        self._tell(smaller)
        session.set_view(smaller)

    def _tell(self, view: ViewState) -> None:
        """Say what is left out, with a way back."""
        session, before = self._view.session, self._before
        words = "by titles, with branches folded" if view.folded else "by titles"

        def back() -> None:
            if before is not None:
                session.set_view(before)

        session.post_notice(
            Notice(
                f"So that it can be read as a whole, the map is shown {words}.",
                remedies=(Remedy("Show the texts", back),),
                key=_KEY,
            )
        )

    def _forget(self) -> None:
        self._waits, self._before = False, None
