"""Comparing the map with a file, with the disk, with a version in git: seen, taken and left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from argmap.desktop.comparing.page import ComparePage
from argmap.desktop.notices.notice import Notice
from argmap.desktop.window import Window
from argmap.errors import Severity
from tests.desktop.helpers import POOL, click_remedy, command, press_keys, retext, told
from tests.desktop.review import alt, button, click, reviews

THEIRS = POOL.replace("Staff cost doubles", "Staff cost triples").replace(
    "relations:", "  - id: calm\n    text: Sundays are calm.\nrelations:"
)
THEIRS += "  - {from: [calm], supports: open-sundays}\n"


def rows(page: ComparePage) -> list[str]:
    found = [page.rows.topLevelItem(at) for at in range(page.rows.count)]
    return [row.text(0) for row in found if row]


def compared_with(window: Window, qtbot: QtBot, path: Path) -> ComparePage:
    """Compare with a file, as the dialog of the menu does."""
    page = reviews(window).comparison
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        command(window, "compare_file").trigger()
    qtbot.waitUntil(lambda: page.words.words() != "…" and page.rows.count > 0)
    return page


@pytest.fixture
def page(opened: Window, qtbot: QtBot, tmp_path: Path) -> ComparePage:
    """The comparison of the pool with another file."""
    other = tmp_path / "other.argmap.yaml"
    other.write_text(THEIRS, encoding="utf-8")
    return compared_with(opened, qtbot, other)


def text(window: Window, id_: str = "cost") -> str:
    return window.session.argument_map.statement_by_id[id_].text


class TestLooking:
    def test_what_the_window_says_hides_nothing_of_the_page(
        self, opened: Window, page: ComparePage, qtbot: QtBot
    ) -> None:
        """Over a map a notice may lie; here it would lie on the words."""
        opened.session.post_notice(Notice("Something happened.", Severity.WARNING, key="test"))
        qtbot.waitUntil(opened.notices.isVisible)
        notices = opened.notices

        def beside() -> bool:
            end = notices.mapTo(opened, notices.rect().bottomLeft()).y()
            return page.mapTo(opened, page.rect().topLeft()).y() > end

        qtbot.waitUntil(beside)
        notices.clear()
        qtbot.waitUntil(lambda: not beside())

    def test_what_differs_is_told_and_drawn_in_one_picture(
        self, opened: Window, page: ComparePage
    ) -> None:
        assert opened.pages.currentWidget() is page
        assert rows(page) == [
            "Reworded “Staff cost doubles on Sundays”.",
            "Added “Sundays are calm.”, which supports “The pool should open on Sundays”.",
        ]
        assert page.words.words() == "Staff cost doubles triples on Sundays."
        assert page.number.text() == "1 of 2"
        assert set(page.views[0].picture.card_by_id) == {"open-sundays", "demand", "cost", "calm"}
        assert not page.views[1].isVisible()

    def test_side_by_side_each_has_what_it_holds(
        self, opened: Window, page: ComparePage, qtbot: QtBot
    ) -> None:
        alt(opened, "s")
        qtbot.waitUntil(page.views[1].isVisible)
        before, after = (set(view.picture.card_by_id) for view in page.views)
        assert after - before == {"calm"}

    def test_keys_step_through(self, opened: Window, page: ComparePage) -> None:
        alt(opened, "n")
        assert page.number.text() == "2 of 2"
        alt(opened, "n")
        assert page.number.text() == "1 of 2", "round"
        focus = QApplication.focusWidget()
        assert focus is not None
        page.rows.setFocus()
        QTest.keyClick(page.rows, Qt.Key.Key_Down)
        assert page.number.text() == "2 of 2"
        QTest.keyClick(page.rows, Qt.Key.Key_Escape)
        assert opened.pages.shows_map

    def test_the_card_of_a_change_is_pointed_out(self, opened: Window, page: ComparePage) -> None:
        view = page.views[0]
        first = view.pointed()
        alt(opened, "n")
        assert first is not None
        assert view.pointed() not in (None, first)


class TestTaking:
    def test_one_change_is_one_step(self, opened: Window, page: ComparePage, qtbot: QtBot) -> None:
        alt(opened, "t")
        qtbot.waitUntil(lambda: len(rows(page)) == 1)
        assert text(opened) == "Staff cost triples on Sundays."
        assert "calm" not in opened.session.argument_map.ids
        assert opened.session.document.done == ("Take a change over",)
        alt(opened, "t")
        qtbot.waitUntil(lambda: not rows(page))
        assert page.words.words() == "Both are the same."
        press_keys(opened, "Ctrl+Z")
        qtbot.waitUntil(lambda: len(rows(page)) == 1)
        press_keys(opened, "Ctrl+Z")
        qtbot.waitUntil(lambda: len(rows(page)) == 2)
        assert not opened.session.document.modified

    def test_taking_all_writes_what_the_other_file_says(
        self, opened: Window, page: ComparePage, qtbot: QtBot
    ) -> None:
        click(page, "Take")
        qtbot.waitUntil(lambda: len(rows(page)) == 1)
        click(page, "Take")
        qtbot.waitUntil(lambda: not rows(page))
        written = opened.session.text.text()
        assert written.startswith("# What the council will hear on Monday.\n")
        assert "text: Sundays are calm.\n" in written
        assert "Staff cost triples" in written

    def test_leaving_changes_nothing_and_goes_on(self, opened: Window, page: ComparePage) -> None:
        click(page, "Leave")
        assert opened.session.document.done == ()
        assert rows(page)[0] == "Reworded “Staff cost doubles on Sundays”. (left)"
        assert page.number.text() == "2 of 2"


class TestDisk:
    def test_a_change_of_another_program_can_be_looked_at_first(
        self, opened: Window, qtbot: QtBot, pool_file: Path
    ) -> None:
        retext(opened, "Three hundred asked.")
        pool_file.write_text(THEIRS, encoding="utf-8")
        qtbot.waitUntil(lambda: "was changed by another program" in told(opened))
        click_remedy(opened, "Compare")
        page = reviews(opened).comparison
        qtbot.waitUntil(lambda: len(rows(page)) == 3)
        assert "Keep mine" in [r.words for n in opened.notices.notices for r in n.remedies]
        click(page, "Back to the map")
        assert opened.pages.shows_map

    def test_what_is_not_saved_yet(self, opened: Window, qtbot: QtBot) -> None:
        retext(opened, "Three hundred asked.")
        command(opened, "compare_disk").trigger()
        page = reviews(opened).comparison
        qtbot.waitUntil(lambda: len(rows(page)) == 1)
        click(page, "Take")
        qtbot.waitUntil(lambda: not rows(page))
        assert not opened.session.document.modified

    def test_a_map_without_a_file_says_so(self, window: Window) -> None:
        command(window, "compare_disk").trigger()
        assert "no file yet" in told(window)


def test_a_file_that_is_no_map_is_told_and_the_map_stays(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.argmap.yaml"
    other.write_text("statements: [", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
        command(opened, "compare_file").trigger()
    qtbot.waitUntil(lambda: opened.pages.shows_map)
    assert "other.argmap.yaml" in told(opened)


def test_a_read_only_map_takes_nothing(opened: Window, page: ComparePage, qtbot: QtBot) -> None:
    opened.session.read_only = True
    page.refresh()
    qtbot.waitUntil(lambda: not button(page, "Take").isEnabled())
