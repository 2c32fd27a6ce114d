"""What part of the picture is in view, as new pictures come and other cards are selected.

The selected card stays where it is on the screen. A map that was seen whole at the zoom chosen
here stays whole while it can be read; whoever has zoomed by hand keeps their zoom.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.drawing.picture import Picture

READABLE = 0.6 * PIXELS_PER_POINT
"""The zoom, in pixels per point, below which texts are too small to read."""


class ViewportKeeper:
    """Zooms and scrolls a view where the user did not ask for it."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._fresh = True
        self._branch = ""
        self._selection_unseen = True
        self._own_zoom = 0.0
        view.session.opened.connect(self._forget)
        view.session.view_changed.connect(self._compare_branches)

    def fit(self) -> None:
        """Show the whole picture, but never larger than 100 %, and keep it whole from now on."""
        self._view.zoom_to_rect(self._view.bounds())
        self._own_zoom = self._view.zoom()

    def show(self, picture: Picture, before: QRectF | None) -> None:
        """Show a picture; the current card, which was seen at `before`, stays on the screen."""
        view = self._view
        card = picture.card_by_id.get(view.session.current)
        whole = view.zoom() == self._own_zoom and view.fits()
        seen = view.to_viewport(before.topLeft()) if before else QPointF()
        corner = QPointF(card.x, card.y) if card else QPointF()
        shift = corner - before.topLeft() if before and card else QPointF()
        glide = view.appearance.motion and not self._fresh
        view.map_scene.show_picture(picture, view.appearance.theme, shift, glide=glide)
        view.set_bounds(QRectF(0, 0, picture.width, picture.height))
        if self._fresh:
            self._show_first()
        elif before and card:
            view.scroll_point_to(corner, seen)
            self._keep_whole(whole, seen)
        self._fresh = False

    def selection_changed(self) -> None:
        """Take note that something is selected that `show_selected` has not shown yet."""
        self._selection_unseen = True

    def show_selected(self, *, pointed: bool) -> None:
        """Show what was selected, once; what is `pointed` at with the mouse is seen already."""
        rect = self._view.rect_of(self._view.session.current)
        if self._selection_unseen and rect:
            self._selection_unseen = False
            if not pointed:
                self._view.scroll_into_view(rect)

    def _keep_whole(self, whole: bool, about: QPointF) -> None:
        """Scroll to see everything if it fits; what was whole is made to fit while readable."""
        view = self._view
        zoom = view.zoom_fitting(view.bounds())
        if whole and not view.fits() and zoom >= READABLE:
            view.zoom_to(zoom, about)
            self._own_zoom = view.zoom()
        view.scroll_all_into_view()

    def _show_first(self) -> None:
        """Fit the map; where that would be too small to read, show its beginning instead."""
        view = self._view
        self.fit()
        rect = view.rect_of(view.session.current)
        if view.zoom() < READABLE and rect:
            view.zoom_to(READABLE)
            right, down = view.session.argument_map.direction.towards_premises
            view.centerOn(rect.center())
            room = view.viewport().rect()
            view.scroll_by(right * room.width() * 0.3, down * room.height() * 0.3)

    def _forget(self) -> None:
        self._fresh = True

    def _compare_branches(self) -> None:
        """Fit the picture that comes, where it is of another branch, or of the whole again."""
        branch = self._view.session.view.branch
        self._fresh |= branch != self._branch
        self._branch = branch
