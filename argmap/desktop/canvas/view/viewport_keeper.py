"""What part of the picture is in sight, as new pictures come and other cards are selected.

The selected card stays where it is on the screen. A map that was seen whole at the zoom chosen
here stays whole while it can be read; whoever has zoomed by hand keeps their zoom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.drawing.picture import Picture

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

READABLE = 0.6 * PIXELS_PER_POINT
"""The zoom, in pixels per point, below which texts are too small to read."""


class Sight:
    """Zooms and scrolls a canvas where the user did not ask for it."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._fresh = True
        self._branch = ""
        self._unseen = True
        self._chosen = 0.0
        canvas.session.opened.connect(self._begin_afresh)
        canvas.session.viewed.connect(self._look_anew)
        canvas.session.selected.connect(self._selected)

    def fit(self) -> None:
        """Show the whole picture, but never larger than 100 %, and keep it whole from now on."""
        self._canvas.zoom_onto(self._canvas.bounds())
        self._chosen = self._canvas.zoom()

    def resized(self) -> None:
        """Fit a picture again that was not looked at yet."""
        if self._fresh and self._canvas.stage.picture:
            self._first_look()

    def show(self, picture: Picture) -> None:
        """Show a picture; what is selected, or just written, keeps its place on the screen."""
        canvas = self._canvas
        held = canvas.session.current
        before = canvas.editing.written_at(held) or canvas.place_of(held)
        card = picture.card_by_id.get(held)
        whole = canvas.zoom() == self._chosen and canvas.fits()
        seen = canvas.in_viewport(before.topLeft()) if before else QPointF()
        corner = QPointF(card.x, card.y) if card else QPointF()
        shift = corner - before.topLeft() if before and card else QPointF()
        glide = canvas.look.motion and not self._fresh
        canvas.stage.show_picture(picture, canvas.look.theme, shift, glide=glide)
        canvas.set_bounds(QRectF(0, 0, picture.width, picture.height))
        if self._fresh:
            self._first_look()
        elif before and card:
            canvas.scroll_to_place(corner, seen)
            self._show_all(whole, seen)
        self._fresh = False

    def keep_selected(self) -> None:
        """Show what was selected once; what is pointed at with the mouse is seen already."""
        canvas = self._canvas
        place = canvas.place_of(canvas.session.current)
        if self._unseen and place and not canvas.editing.active:
            self._unseen = False
            if not QGuiApplication.mouseButtons():
                canvas.show_place(place)

    def _show_all(self, whole: bool, about: QPointF) -> None:
        """Scroll to see everything if it fits; what was whole is made to fit while readable."""
        canvas = self._canvas
        zoom = canvas.zoom_for(canvas.bounds())
        if whole and not canvas.fits() and zoom >= READABLE:
            canvas.zoom_to(zoom, about)
            self._chosen = canvas.zoom()
        canvas.show_all()

    def _first_look(self) -> None:
        """Fit the map; where that would be too small to read, show its beginning instead."""
        canvas = self._canvas
        self.fit()
        place = canvas.place_of(canvas.session.current)
        if canvas.zoom() < READABLE and place:
            canvas.zoom_to(READABLE)
            right, down = canvas.session.argument_map.direction.towards_premises
            canvas.centerOn(place.center())
            room = canvas.viewport().rect()
            canvas.scroll_by(right * room.width() * 0.3, down * room.height() * 0.3)

    def _begin_afresh(self) -> None:
        self._fresh = True

    def _look_anew(self) -> None:
        """Fit the picture that comes, where it is of another branch, or of the whole again."""
        branch = self._canvas.session.view.branch
        self._fresh |= branch != self._branch
        self._branch = branch

    def _selected(self) -> None:
        self._unseen = True
        self.keep_selected()
