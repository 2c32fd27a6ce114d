"""What lies over the map gives way to what is looked at, and does not jump about."""

from __future__ import annotations

from PySide6.QtCore import QRect

from argmap.desktop.widgets.giving_way import clear_place

HIGH, LOW = QRect(0, 0, 100, 20), QRect(0, 80, 100, 20)


def test_it_lies_at_the_first_place_that_hides_nothing() -> None:
    assert clear_place((HIGH, LOW), QRect(), QRect()) == HIGH
    assert clear_place((HIGH, LOW), QRect(10, 10, 5, 5), QRect()) == LOW


def test_it_stays_where_it_hides_nothing() -> None:
    assert clear_place((HIGH, LOW), QRect(), LOW) == LOW
    assert clear_place((HIGH, LOW), QRect(10, 85, 5, 5), LOW) == HIGH


def test_where_all_is_looked_at_it_lies_at_its_usual_place() -> None:
    assert clear_place((HIGH, LOW), QRect(0, 0, 100, 100), LOW) == HIGH
