"""A picture to be looked at: whole, near what is pointed out, or as somebody zoomed it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.appearance import Appearance
from argmap.desktop.reviewing.picture_view import PictureView
from argmap.desktop.session import Session
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.drawing.theme import load
from argmap.model.argument_map import ArgumentMap
from argmap.settings import Settings
from tests.model.maps import a_map

SMALL = a_map("r1: p -> C; r2: q r -> C")
WIDE = a_map("; ".join(f"p{n} -> C" for n in range(40)))


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> PictureView:
    view = PictureView("A picture", Appearance(session, Settings(theme="light")))
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def drawn(argument_map: ArgumentMap = SMALL) -> Picture:
    return lay_out(argument_map, DrawingOptions(load("light")))


def seen(view: PictureView) -> bool:
    """Whether what is pointed out is in view."""
    rect = view.pointed()
    assert rect is not None
    return view.viewport().rect().contains(view.rect_to_viewport(rect).toRect())


def test_it_is_shown_whole_at_any_size(view: PictureView) -> None:
    view.show_picture(drawn())
    assert view.fits()
    view.resize(200, 150)
    assert view.fits()


def test_what_is_pointed_out_is_brought_near_where_the_whole_is_too_small(
    view: PictureView,
) -> None:
    view.show_picture(drawn(WIDE))
    assert view.fits()
    small = view.zoom()
    view.point_out("p39")
    assert view.zoom() > small
    assert seen(view)
    view.point_out("nobody", "p0")
    assert seen(view)
    view.point_out()
    assert view.fits()


@pytest.mark.parametrize("id_", ["p", "r1", "r2"])
def test_a_ring_is_drawn_around_cards_strokes_and_dots(view: PictureView, id_: str) -> None:
    view.show_picture(drawn())

    def blue() -> int:
        image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        wanted = load("light").lines["selection"].lower()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).name() == wanted for x, y in places)

    assert blue() == 0
    view.point_out(id_)
    assert blue() > 20


def test_keys_zoom_and_show_all_again(view: PictureView) -> None:
    view.show_picture(drawn())
    before = view.zoom()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom() > before
    zoomed = view.zoom()
    view.resize(300, 200)
    view.point_out("p")
    assert view.zoom() == zoomed, "the zoom is the reader's"
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.fits()
