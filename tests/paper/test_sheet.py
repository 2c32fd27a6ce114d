"""Sheets: a picture fitted, or spread over several with marks, and what stands at their feet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import theme
from argmap.drawing.picture import Picture, Text
from argmap.model.kinds import Page
from argmap.paper.book import SIZES, Paper, Running
from argmap.paper.sheet import OVERLAP, fitted, numbered, tiled
from argmap.placing.placed import Rect

LIGHT = theme.load("light")
A4 = Paper.of(Page.A4, (0, 0))
SIDES = st.floats(20, 5000)


@given(SIDES, SIDES, st.sampled_from(sorted(SIZES)))
def test_a_fitted_picture_is_in_the_middle_of_the_room(
    wide: float, high: float, page: Page
) -> None:
    paper = Paper.of(page, (wide, high))
    sheet = fitted(Picture(wide, high, "#ffffff"), paper)
    at = sheet.at(Rect(0, 0, wide, high))
    assert at.x >= paper.room.x - 0.01
    assert at.right <= paper.room.right + 0.01
    assert at.x - paper.room.x == pytest.approx(paper.room.right - at.right, abs=0.01)
    assert at.y - paper.room.y == pytest.approx(paper.room.bottom - at.bottom, abs=0.01)
    assert sheet.scale <= (2 if page is Page.SLIDE else 1)


def test_a_small_picture_is_enlarged_on_a_slide_and_nowhere_else() -> None:
    small = Picture(200, 100, "#ffffff")
    scales = {page: fitted(small, Paper.of(page, (200, 100))).scale for page in Page}
    assert scales == dict.fromkeys(Page, 1) | {Page.SLIDE: 2}


@given(SIDES, SIDES, st.floats(0.3, 3))
def test_tiles_show_every_point_of_the_picture(wide: float, high: float, scale: float) -> None:
    sheets = tiled(Picture(wide, high, "#ffffff"), A4, scale, LIGHT)
    for x, y in ((0, 0), (wide, high), (wide / 2, high / 3), (wide, 0)):
        seen = 0
        for sheet in sheets:
            window = sheet.window or A4.room
            at = sheet.at(Rect(x, y, 0, 0))
            inside = window.x - 0.01 <= at.x <= window.right + 0.01
            seen += inside and window.y - 0.01 <= at.y <= window.bottom + 0.01
        assert seen >= 1
    assert all(sheet.scale == scale for sheet in sheets)


def test_neighbouring_tiles_overlap_and_are_no_more_than_are_needed() -> None:
    across = 2 * (A4.room.width - OVERLAP) + OVERLAP
    sheets = tiled(Picture(across, 100, "#ffffff"), A4, 1, LIGHT)
    assert len(sheets) == 2
    assert sheets[0].left - sheets[1].left == pytest.approx(A4.room.width - OVERLAP)
    assert len(tiled(Picture(across + 1, 100, "#ffffff"), A4, 1, LIGHT)) == 3
    assert [sheet.title for sheet in sheets] == ["Row 1, column 1", "Row 1, column 2"]


def test_marks_to_cut_and_to_glue_at_are_in_the_margin() -> None:
    first, last = tiled(Picture(1000, 100, "#ffffff"), A4, 1, LIGHT)
    assert len(first.notes) == 8 + 2
    assert len(last.notes) == 8
    room = A4.room
    for note in first.notes:
        assert not isinstance(note, Text)
        for x, y in note.points:
            assert not (room.x < x < room.right and room.y < y < room.bottom)
            assert 0 < x < A4.width
            assert 0 < y < A4.height


def test_one_tile_has_no_marks() -> None:
    (sheet,) = tiled(Picture(100, 100, "#ffffff"), A4, 1, LIGHT)
    assert (sheet.window, sheet.notes) == (None, ())


def words(running: Running, count: int) -> list[list[str]]:
    sheets = numbered([fitted(Picture(10, 10, "#fff"), A4)] * count, running, LIGHT)
    return [[note.text for note in sheet.notes if isinstance(note, Text)] for sheet in sheets]


def test_title_date_and_number_stand_at_the_foot() -> None:
    running = Running("The pool", "30 November 2026", counted=True)
    assert words(running, 2) == [
        ["The pool", "30 November 2026", "1 of 2"],
        ["The pool", "30 November 2026", "2 of 2"],
    ]
    assert words(running, 1) == [["The pool", "30 November 2026"]]
    assert words(Running(), 2) == [[], []]


@pytest.mark.parametrize("title", ["The pool", "A very long title " * 20, "שלום עולם", ""])
def test_what_stands_at_the_foot_is_in_the_margin_and_on_the_sheet(title: str) -> None:
    running = Running(title, "today", counted=True)
    (sheet, _) = numbered([fitted(Picture(10, 10, "#fff"), A4)] * 2, running, LIGHT)
    ends = []
    for note in sheet.notes:
        assert isinstance(note, Text)
        left = note.at[0] - {"l": 0, "c": 0.5, "r": 1}[note.align] * note.width
        ends.append((left, left + note.width))
        assert A4.room.bottom < note.at[1] < A4.height - 5
    assert ends == sorted(ends)
    assert ends[0][0] >= A4.room.x
    assert ends[-1][1] <= A4.room.right + 0.01
    assert all(one[1] < other[0] for one, other in pairwise(ends))
