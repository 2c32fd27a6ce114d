"""The resolver: what a merge left is settled by keys alone and by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from argmap.desktop.resolving.page import ResolvePage
from argmap.desktop.resolving.version_card import VersionCard
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop import spoken
from tests.desktop.helpers import POOL, click_remedy, command, has_focus, press_keys, told
from tests.desktop.review import alt, button, click, reviews, torn

COST = "Staff cost doubles on Sundays."
OURS = POOL.replace(COST, "Staff cost rises on Sundays.").replace("title: Should", "title: Must")
THEIRS = POOL.replace(COST, "Staff cost triples on Sundays.").replace("title: Should", "title: May")

Open = Callable[[str], Window]


@pytest.fixture
def open_text(windows: Windows, qtbot: QtBot, tmp_path: Path) -> Open:
    """Open a file that holds a text, in a window in front."""

    def opened(text: str) -> Window:
        path = tmp_path / "torn.argmap.yaml"
        path.write_text(text, encoding="utf-8")
        window = windows.add()
        with qtbot.waitExposed(window):
            window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        windows.open(path, window.session)
        return window

    return opened


def page_of(window: Window) -> ResolvePage:
    page = reviews(window).resolver
    assert window.pages.currentWidget() is page
    return page


def asked(page: ResolvePage) -> list[str]:
    rows = [page.rows.topLevelItem(at) for at in range(page.rows.count)]
    return [row.text(0) for row in rows if row]


def text(window: Window, id_: str = "cost") -> str:
    return window.session.argument_map.statement_by_id[id_].text


class TestOpening:
    def test_a_torn_file_opens_in_the_resolver_without_a_complaint(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        page = page_of(window)
        assert asked(page) == [
            "The two sides gave “title” of the map different values.",
            "Both sides reworded “Staff cost rises on Sundays”.",
        ]
        assert told(window) == ""
        assert window.windowTitle() == "torn.argmap.yaml[*] — argmap"
        assert has_focus(button(page, "Keep ours"))

    def test_a_whole_file_opens_as_ever(self, open_text: Open) -> None:
        assert open_text(POOL).pages.shows_map

    def test_the_map_is_a_key_away_and_the_menu_leads_back(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        QTest.keyClick(page_of(window).rows, Qt.Key.Key_Escape)
        assert window.pages.shows_map
        command(window, "resolve").trigger()
        assert len(asked(page_of(window))) == 2

    def test_both_versions_are_shown_with_what_each_changed(
        self, open_text: Open, qtbot: QtBot
    ) -> None:
        window = open_text(torn(OURS, THEIRS))
        page = page_of(window)
        alt(window, "n")
        shown = [card.words.words() for card in page.cards]
        assert shown == [
            "Staff cost doubles rises on Sundays.", "Staff cost doubles triples on Sundays."
        ]  # fmt: skip
        spoken = [card.words.accessibleDescription() for card in page.cards]
        assert spoken[1] == "Staff cost [removed: doubles] [added: triples] on Sundays."
        qtbot.waitUntil(lambda: all(card.view.bounds().width() > 50 for card in page.cards))
        struck = page.cards[0].words.document().find("doubles").charFormat()
        assert struck.fontStrikeOut()


class TestSettling:
    def test_by_keys_alone_and_each_answer_is_a_step(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        page = page_of(window)
        alt(window, "t")
        alt(window, "o")
        assert window.session.argument_map.title == "May the pool open on Sundays?"
        assert text(window) == "Staff cost rises on Sundays."
        assert window.session.document.done == ("Take theirs", "Keep ours")
        assert page.settled
        press_keys(window, "Ctrl+Z")
        assert asked(page) == ["Both sides reworded “Staff cost rises on Sundays”."]
        alt(window, "b")
        assert text(window) == "Staff cost rises on Sundays.\n\nStaff cost triples on Sundays."
        press_keys(window, "Ctrl+Z")
        press_keys(window, "Ctrl+Z")
        assert len(asked(page)) == 2

    def test_by_the_mouse_alone(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        page = page_of(window)
        row = page.rows.topLevelItem(1)
        assert row is not None
        place = page.rows.visualItemRect(row).center()
        QTest.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        click(page, "Take theirs")
        click(page, "Keep ours")
        assert text(window) == "Staff cost triples on Sundays."
        click(page, "Save")
        assert window.pages.shows_map
        assert window.session.path is not None
        saved = window.session.path.read_text(encoding="utf-8")
        assert saved == OURS.replace("Staff cost rises", "Staff cost triples")

    def test_a_text_of_ones_own(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        alt(window, "n")
        alt(window, "w")
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        assert field.toPlainText() == "Staff cost rises on Sundays."
        QTest.keyClicks(field, "Staff is dear.")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert text(window) == "Staff is dear."
        assert window.session.document.done == ("Write own text",)

    def test_a_text_of_ones_own_is_given_up_with_escape(self, open_text: Open) -> None:
        window = open_text(torn(OURS, THEIRS))
        alt(window, "w")
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not field.isVisible()
        assert not window.pages.shows_map
        assert window.session.document.done == ()
        assert not told(window)

    def test_a_text_of_ones_own_is_closed_by_undo_and_typed_again_by_redo(
        self, open_text: Open
    ) -> None:
        window = open_text(torn(OURS, THEIRS))
        alt(window, "w")
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClicks(field, "Staff is dear.")
        for _ in range(4):  # three words, and the text that stood there
            assert field.isVisible()
            QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not field.isVisible()
        window.session.redo()
        assert field.isVisible()
        assert field.toPlainText() == "Staff is dear."

    @pytest.mark.parametrize("leaves", ["escape", "next question"])
    def test_a_text_of_ones_own_can_be_got_back(self, open_text: Open, leaves: str) -> None:
        window = open_text(torn(OURS, THEIRS))
        alt(window, "n")
        alt(window, "w")
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClicks(field, "Staff is dear.")
        if leaves == "escape":
            QTest.keyClick(field, Qt.Key.Key_Escape)
        else:
            alt(window, "n")
        assert "“Staff is dear.”" in told(window)
        click_remedy(window, "Bring back")
        assert field.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert text(window) == "Staff is dear."

    def test_what_cannot_be_answered_yet_says_why(self, open_text: Open) -> None:
        gone = POOL.replace("  - id: cost\n    kind: rebuttal\n    text: " + COST + "\n", "")
        gone = gone.replace("  - id: r2\n    from: [cost]\n    attacks: open-sundays\n", "")
        more = POOL.replace("relations:", "  - id: why\n    text: It does.\nrelations:")
        more += "  - {from: [why], supports: cost}\n"
        window = open_text(torn(gone, more))
        page = page_of(window)
        assert "Theirs holds “Staff cost doubles on Sundays”" in asked(page)[0]
        alt(window, "n")
        theirs = button(page, "Take theirs")
        assert not theirs.isEnabled()
        assert "no “cost”" in theirs.accessibleDescription()
        assert "no “cost”" in theirs.toolTip()
        alt(window, "p")
        alt(window, "t")
        assert button(page, "Take theirs").isEnabled()

    def test_the_same_text_added_by_both_can_be_made_one(self, open_text: Open) -> None:
        def adding(id_: str, target: str) -> str:
            card = f"  - id: {id_}\n    text: Sundays are quiet.\nrelations:"
            return POOL.replace("relations:", card) + f"  - {{from: [{id_}], attacks: {target}}}\n"

        both = torn(
            adding("calm", "demand").replace("title: Should", "title: Must"),
            adding("quiet", "open-sundays").replace("title: Should", "title: May"),
        )
        window = open_text(both)
        page = page_of(window)
        alt(window, "o")
        assert asked(page) == ["2 statements say “Sundays are quiet”."]
        alt(window, "l")
        assert asked(page) == [], "they may stay two"
        press_keys(window, "Ctrl+Z")
        assert len(asked(page)) == 1, "undo brings the conflict back, and asks no more about both"

    def test_the_same_text_is_one_after_one_key(self, open_text: Open) -> None:
        twice = POOL.replace(
            "relations:", f"  - id: dear\n    kind: rebuttal\n    text: {COST}\nrelations:"
        )
        window = open_text(twice + "  - {from: [dear], attacks: demand}\n")
        command(window, "resolve").trigger()
        alt(window, "o")
        assert window.session.document.done == ("Make one statement",)
        assert "dear" not in window.session.argument_map.ids
        targets = {r.target for r in window.session.argument_map.relations_of("cost")}
        assert targets == {"open-sundays", "demand"}


class TestAccessibility:
    def test_everything_has_a_name(self, open_text: Open, qtbot: QtBot) -> None:
        window = open_text(torn(OURS, THEIRS))
        page = page_of(window)
        alt(window, "n")
        names = {w.accessibleName() for card in page.cards for w in (card.words, card.view)}
        assert names == {
            "Ours, the words", "Ours, the picture", "Theirs, the words", "Theirs, the picture"
        }  # fmt: skip
        qtbot.waitUntil(lambda: "Staff cost" in page.cards[1].view.accessibleDescription())
        assert "Staff cost triples" in page.cards[1].view.accessibleDescription()
        assert spoken.name(page.sentence) == "Both sides reworded “Staff cost rises on Sundays”."
        assert spoken.name(page.rows) == "Questions"
        assert spoken.part_count(page.rows) > 0

    def test_tab_reaches_every_answer(self, open_text: Open) -> None:
        page = page_of(open_text(torn(OURS, THEIRS)))
        seen = set()
        for _ in range(40):
            focus = QApplication.focusWidget()
            assert focus is not None
            seen.add(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        wanted = ("Keep ours", "Take theirs", "Write your own…", "Next", "Previous")
        assert {button(page, words) for words in wanted} <= seen
        assert page.rows in seen


def _holds(card: VersionCard, count: int) -> bool:
    return len(card.view.picture.cards) == count


def test_all_that_stands_around_a_card_is_shown(open_text: Open, qtbot: QtBot) -> None:
    """A premise among linked ones, with premises of its own: wider than half a window."""
    words = "Some words of several lines."
    cards = "".join(f"  - {{id: s{n}, text: '{words} {n}'}}\n" for n in range(7))
    base = (
        f"argmap: 1\nstatements:\n{cards}relations:\n"
        "  - {from: [s1, s2, s3], supports: s0}\n  - {from: [s4, s5], supports: s2}\n"
    )
    ours, theirs = (base.replace("id: s2,", f"id: s2, note: {n},") for n in ("One", "Two"))
    page = page_of(open_text(torn(ours, theirs, base)))
    for card in page.cards:
        qtbot.waitUntil(partial(_holds, card, 6))
        qtbot.waitUntil(card.view.fits)
