"""Shows each new picture of the map so that what somebody looks at stays where it is.

What a new card hangs by is looked at while one writes, else the selected card. Whoever else has to
know of a picture is told when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, Signal

from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.laying.layout_jobs import LayoutJobs
from argmap.desktop.canvas.view.fitting import Fitting
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.viewport_keeper import ViewportKeeper
from argmap.drawing.picture import Picture


class Showing(QObject):
    """The pictures of a view, one after the other; `shown` comes when all is done about one.

    `pointed` tells whether the mouse is pressed: what it selects is seen already.
    """

    shown = Signal()

    def __init__(
        self,
        view: MapView,
        layouts: LayoutJobs,
        editing: InPlaceEditing,
        pointed: Callable[[], bool],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._layouts = layouts
        self._editing = editing
        self._pointed = pointed
        self.keeper = ViewportKeeper(view)
        self.keeper.writing = lambda: editing.active
        self.fitting = Fitting(view, self.keeper)
        self._told_of_places = False
        layouts.seen = self._point_seen
        layouts.drawn.connect(self._show)
        layouts.busy.connect(self._late)
        layouts.abandoned.connect(editing.just_written.close)
        layouts.abandoned.connect(self._lost)
        editing.drafting.connect(layouts.show_draft)
        view.session.selection_changed.connect(self._selection_changed)
        view.session.marks_changed.connect(self._show_badges)

    def looked_at(self) -> QRect:
        """Return where in the viewport one writes, or the current card is: not to be hidden."""
        view = self._view
        rect = self._editing.written_rect or view.place_of(view.session.current)
        return view.rect_to_viewport(rect).toAlignedRect() if rect else QRect()

    def all_looked_at(self) -> tuple[QRect, QRect]:
        """Return that, and where what a new card hangs by is."""
        held = self._view.place_of(self._editing.held)
        return self.looked_at(), self._view.rect_to_viewport(held).toRect() if held else QRect()

    def _point_seen(self) -> tuple[float, float]:
        """Return the point that is looked at: of the current card, or else amid the viewport."""
        seen, room = self.looked_at(), self._view.viewport().rect()
        at = seen.center() if seen.intersects(room) else room.center()
        point = self._view.to_scene(QPointF(at))
        return point.x(), point.y()

    def _show(self, picture: Picture) -> None:
        scene, editing, outlook = self._view.map_scene, self._editing, self._layouts.outlook
        held = editing.held
        committed = editing.just_written.rect_of(held)
        apart = editing.just_written.rect_apart(held) if held in picture.card_by_id else None
        if apart:
            # What was there stays; the new card goes from where it was written to its place.
            scene.comes_from = {held: apart.topLeft()}
            held, committed = "", None
            self._tell_of_places()
        scene.foreseen = self._layouts.changes
        scene.seen = self._point_seen()
        self.keeper.show(picture, held, committed, drafting=outlook is not None)
        scene.comes_from, scene.foreseen = {}, None  # it holds a whole picture
        self._view.highlighting.refresh()
        editing.picture_shown(outlook)
        self._show_selected()
        self.fitting.picture_shown()
        self.keeper.shown()
        self.shown.emit()

    def _late(self) -> None:
        """Show what is selected where it is now."""
        self.keeper.picture_late()
        self._show_selected()

    def _lost(self) -> None:
        """Show it, as no other picture comes."""
        self.keeper.picture_lost()
        self._show_selected()

    def _tell_of_places(self) -> None:
        """Say once why a card does not stay where it was written."""
        if not self._told_of_places:
            self._told_of_places = True
            self._view.session.remark(
                "Cards are arranged by themselves, so the new one has gone to its place."
            )

    def _selection_changed(self) -> None:
        self.keeper.selection_changed()
        self._show_selected()

    def _show_selected(self) -> None:
        if not self._editing.active:
            self.keeper.show_selected(pointed=self._pointed())

    def _show_badges(self) -> None:
        """Show new badges at once; the picture that has room for them follows."""
        self._view.map_scene.show_badges(self._view.session.marks, self._view.appearance.theme)
