"""Words beside the pointer: there where it is, and never beyond the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.widgets.pointer_words import PointerWords


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[PointerWords]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield PointerWords(parent)
    parent.hide()


def test_they_stand_beside_the_pointer(words: PointerWords) -> None:
    words.say("a premise of this card", QPoint(100, 100))
    assert words.isVisible()
    assert words.pos().x() > 100
    assert words.pos().y() > 100


def test_at_the_rim_of_the_screen_they_are_read_to_their_end(words: PointerWords) -> None:
    screen = words.screen().availableGeometry()
    for at in (screen.topRight(), screen.bottomRight(), screen.bottomLeft()):
        words.say("a premise of this card, with Shift a rebuttal", at)
        assert screen.contains(words.geometry())


def test_nothing_to_say_shows_nothing(words: PointerWords) -> None:
    words.say("a claim", QPoint(100, 100))
    words.say("", QPoint(100, 100))
    assert not words.isVisible()
