"""What part of the picture is in view, as new pictures come and other cards are selected.

The selected card stays where it is on the screen; after undo and redo, which may be about any card,
as much as possible does, and what came or changed is scrolled to only if it is out of sight. A map
that was seen whole at the zoom chosen here stays whole while it can be read, and is fitted again
when the view gets another size, as where a pane opens beside it; undo of an edit that made it
smaller makes it as large again. Whoever has zoomed by hand keeps their zoom.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize

from argmap.desktop.canvas.scene.arrow_item import middle_of
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.drawing.picture import Picture, Piece
from argmap.model.history.patch import Patch

READABLE = 0.54 * PIXELS_PER_POINT
"""The zoom, in pixels per point, below which texts are too small to read."""
_BEGINNING = 0.6 * PIXELS_PER_POINT
"""The zoom at which the beginning of a map is shown that cannot be read as a whole."""

_ALIKE = 4
"""Points by which cards may move otherwise and still seem to keep together."""


def corner_in(picture: Picture, id_: str) -> QPointF | None:
    """Return where a picture has a card, or an arrow's dot or middle; None where it has not."""
    card, arrow = picture.card_by_id.get(id_), picture.arrow_by_id.get(id_)
    if card:
        return QPointF(card.x, card.y)
    return middle_of(arrow).topLeft() if arrow else None


class ViewportKeeper:
    """Zooms and scrolls a view where the user did not ask for it."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._fresh = True
        self._fit_next = False
        self._branch = ""
        self._folded: frozenset[str] = frozenset()
        self._selection_unseen = True
        self._stepped = False
        self._own_zoom = 0.0
        self._least = READABLE
        self._zoom_before_draft = 0.0
        self._steps = 0
        """How many steps the map had when it was shown last."""
        self._smaller: list[tuple[int, float]] = []
        """How many steps there were, and the zoom, before edits for which it was made smaller."""
        view.session.opened.connect(self._forget)
        view.session.view_changed.connect(self._compare_branches)
        view.session.changed.connect(self._map_changed)
        view.session.stepped.connect(self._step)
        view.resized.connect(self._fit_again)

    def fit(self, least: float = READABLE) -> None:
        """Show the whole picture, but never larger than 100 %, and keep it whole from now on.

        In a view that becomes smaller it stays whole down to the `least` zoom.
        """
        self._smaller.clear()
        self._fit(least)

    def _fit(self, least: float) -> None:
        self._view.zoom_to_rect(self._view.bounds())
        self._own_zoom = self._view.zoom()
        self._least = least

    def is_fitted(self) -> bool:
        """Whether the picture is at the zoom at which it was fitted, whatever the view's size."""
        return self._view.zoom() == self._own_zoom

    def fit_next(self) -> None:
        """Fit the picture that comes next."""
        self._fit_next = True

    def show(
        self, picture: Picture, held: str, committed: QRectF | None, *, drafting: bool
    ) -> None:
        """Show a picture; what is held stays where it is on the screen, if it is to be seen.

        A card that was just written is seen where it was `committed`. Else what lies nearest to the
        middle stays. What was zoomed out to make room for a draft that was given up is zoomed in
        again.
        """
        view = self._view
        held = view.session.seen_as(held)
        before = committed or self._seen_rect(held)
        steady = self._steadiest(picture) if self._stepped and not drafting else ""
        if steady or before is None or corner_in(picture, held) is None:
            held = steady or self._middlemost(picture)
            before = view.rect_of(held)
        corner = corner_in(picture, held)
        whole = view.zoom() == self._own_zoom and view.fits()
        zoom = self._zoom_before_draft or view.zoom()
        if drafting:
            self._zoom_before_draft = zoom
        seen = view.to_viewport(before.topLeft()) if before else QPointF()
        shift = corner - before.topLeft() if before and corner else QPointF()
        glide = view.appearance.motion and not self._fresh
        about = corner or QPointF()
        view.map_scene.show_picture(picture, view.appearance.theme, shift, about, glide=glide)
        view.set_bounds(QRectF(picture.left, picture.top, picture.width, picture.height))
        if self._fit_next:
            self.fit()
        elif self._fresh:
            self._show_first()
        elif before and corner:
            view.scroll_point_to(corner, seen)
            if whole and not drafting and not committed and self._zoom_before_draft:
                self._zoom_whole(self._zoom_before_draft, seen)
            if whole:
                self._keep_whole(seen)
            view.scroll_all_into_view()
        self._selection_unseen |= bool(steady)
        self._fresh = self._fit_next = self._stepped = False
        if not drafting:
            self._zoom_before_draft = 0.0
            self._follow_steps(zoom, seen)

    def selection_changed(self) -> None:
        """Take note that something is selected that `show_selected` has not shown yet."""
        self._selection_unseen = True

    def show_selected(self, *, pointed: bool) -> None:
        """Show what was selected, once; what is `pointed` at with the mouse is seen already."""
        session = self._view.session
        rect = self._view.map_scene.rect_at_rest(session.seen_as(session.current))
        if self._selection_unseen and rect:
            self._selection_unseen = False
            if not pointed:
                self._view.scroll_into_view(rect)

    def _map_changed(self, _patch: Patch) -> None:
        """Take note that the picture that comes is of an edit, until it turns out to be a step."""
        self._stepped = False

    def _step(self) -> None:
        """Take note that the picture that comes is of a step of undo or redo."""
        self._stepped = True

    def _fit_again(self, before: QSize) -> None:
        """Fit a picture that was seen whole in a view of the size before."""
        view = self._view
        if self.is_fitted() and view.fits(before):
            zoom = view.zoom_fitting(view.bounds())
            if zoom != view.zoom() and zoom >= min(self._least, view.zoom()):
                self._fit(self._least)

    def _keep_whole(self, about: QPointF) -> None:
        """Make what was seen whole fit, as long as it can be read then."""
        view = self._view
        zoom = view.zoom_fitting(view.bounds())
        if not view.fits() and zoom >= READABLE:
            self._zoom_whole(zoom, about)

    def _follow_steps(self, before: float, about: QPointF) -> None:
        """Keep the zoom before an edit that made it smaller, and go back to it after undo."""
        view, back = self._view, 0.0
        steps = len(view.session.document.done)
        while self._smaller and self._smaller[-1][0] >= steps:
            back = self._smaller.pop()[1]
        if back and self.is_fitted():
            self._zoom_whole(back, about)
            self._keep_whole(about)  # in a view that is smaller by now
            view.scroll_all_into_view()
        elif view.zoom() < before and steps > self._steps:
            self._smaller.append((self._steps, before))
        self._steps = steps

    def _zoom_whole(self, zoom: float, about: QPointF) -> None:
        self._view.zoom_to(zoom, about)
        self._own_zoom = self._view.zoom()

    def _show_first(self) -> None:
        """Fit the map; where that would be too small to read, show its beginning instead."""
        view = self._view
        self.fit()
        rect = view.rect_of(view.session.current)
        if view.zoom() < READABLE and rect:
            view.zoom_to(_BEGINNING)
            right, down = view.session.argument_map.direction.towards_premises
            view.centerOn(rect.center())
            room = view.viewport().rect()
            view.scroll_by(right * room.width() * 0.3, down * room.height() * 0.3)
            view.leave_no_blank()

    def _seen_rect(self, id_: str) -> QRectF | None:
        """Return the rectangle of a card or arrow, if any of it is in view."""
        view = self._view
        rect = view.rect_of(id_)
        seen = rect and QRectF(view.viewport().rect()).intersects(view.rect_to_viewport(rect))
        return rect if seen else None

    def _steadiest(self, picture: Picture) -> str:
        """Return a card in view that moves in a picture as most of those in view do, or nothing."""
        moves: dict[tuple[int, int], list[str]] = {}
        for item in self._view.items(self._view.viewport().rect()):
            card = item.card if isinstance(item, CardItem) else None
            there = picture.card_by_id.get(card.id) if card else None
            if card and there:
                move = round((there.x - card.x) / _ALIKE), round((there.y - card.y) / _ALIKE)
                moves.setdefault(move, []).append(card.id)
        return max(moves.values(), key=len)[0] if moves else ""

    def _middlemost(self, picture: Picture) -> str:
        """Return the card nearest to the middle of the view that a picture has too, or nothing."""
        view, last = self._view, self._view.map_scene.picture
        middle = view.to_scene(QPointF(view.viewport().rect().center())).toTuple()

        def far(card: Piece) -> float:
            across = abs(card.x + card.width / 2 - middle[0])
            return across + abs(card.y + card.height / 2 - middle[1])

        items = view.items(view.viewport().rect())
        for cards in (
            (item.card for item in items if isinstance(item, CardItem)),
            last.cards if last else (),
        ):
            kept = [card for card in cards if card.id in picture.card_by_id]
            if kept:
                return min(kept, key=far).id
        return ""

    def _forget(self) -> None:
        self._fresh, self._steps = True, 0
        self._smaller.clear()

    def _compare_branches(self) -> None:
        """Fit the picture that comes, where it is of another branch, or of the whole again.

        Where something else is folded, what is selected is shown: it may be in a folded group now.
        """
        branch, folded = self._view.session.view.branch, self._view.session.view.folded
        self._fresh |= branch != self._branch
        self._selection_unseen |= folded != self._folded
        self._branch, self._folded = branch, folded
