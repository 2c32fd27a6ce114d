"""Titles are wrapped between words, and cut with an ellipsis where there is no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from argmap.desktop.canvas.scene.title_lines import wrapped

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=14), min_size=1, max_size=12)


pytestmark = pytest.mark.usefixtures("qapp")


def metrics_of_cards() -> QFontMetrics:
    return QFontMetrics(QFont("Liberation Sans", 9))


@given(words=WORDS, width=st.integers(20, 300), most=st.integers(1, 4))
def test_no_line_is_wider_than_the_room_and_none_too_many(
    words: list[str], width: int, most: int
) -> None:
    metrics = metrics_of_cards()
    lines = wrapped(" ".join(words), metrics, width, most).split("\n")
    assert len(lines) <= most
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    shown = " ".join(lines)
    assert shown == " ".join(words) or "…" in shown


def test_it_breaks_between_words() -> None:
    metrics = metrics_of_cards()
    width = metrics.horizontalAdvance("The West owes")
    assert wrapped("The West owes an answer", metrics, width, 2) == "The West owes\nan answer"


def test_what_has_no_room_is_told_by_an_ellipsis() -> None:
    metrics = metrics_of_cards()
    width = metrics.horizontalAdvance("The West owes")
    one = wrapped("The West owes an answer", metrics, width, 1)
    assert one.startswith("The West")
    assert one.endswith("…")
