"""Whoever looks for words sees where they are, also on a card that is selected already."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest

from argmap.desktop.window import Window
from argmap.model.argument_map import Cite
from argmap.model.edits import edit


def in_sight(window: Window, id_: str) -> bool:
    canvas = window.canvas
    rect = canvas.rect_of(id_)
    assert rect
    return QRectF(canvas.viewport().rect()).contains(canvas.rect_to_viewport(rect))


def scroll_away(window: Window) -> None:
    window.canvas.zoom_to(1.3)
    window.canvas.center_on("open-sundays")
    window.canvas.scroll_by(-2000, -2000)
    assert not in_sight(window, "cost")


def test_the_current_card_comes_into_sight_when_it_is_found(opened: Window) -> None:
    opened.session.select(["cost"])
    scroll_away(opened)
    opened.finder.open()
    QTest.keyClicks(opened.finder.words, "doubles")
    assert in_sight(opened, "cost")
    assert opened.session.highlighted == {"cost"}


def test_the_only_hit_comes_into_sight_again(opened: Window) -> None:
    opened.finder.open()
    QTest.keyClicks(opened.finder.words, "doubles")
    scroll_away(opened)
    opened.finder.step(1)
    assert in_sight(opened, "cost")
    assert opened.finder.count.text() == "1 of 1"


def test_words_that_stand_beside_the_card_are_said_to(opened: Window) -> None:
    session = opened.session
    cost = session.argument_map.statement_by_id["cost"]
    cited = replace(cost, cites=(Cite("books", quote="Twice the wages."),))
    session.do("Cite", edit.put(session.argument_map, cited))
    opened.finder.open()
    QTest.keyClicks(opened.finder.words, "wages")
    assert session.selection == ("cost",)
    assert opened.finder.count.text() == "1 of 1, not on the card"
