"""The bar: every text to be read in full, at any width; never in the way, never lost too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.notices.notice_bar import NoticeBar
from argmap.desktop.window import Window
from argmap.errors import Severity
from argmap.model.edits import rearrange
from tests.desktop.helpers import editor, has_focus, press_keys, told

Press = Callable[..., None]

ERROR = (
    "pool.argmap.yaml: The file could not be written: No space left on device. What was there"
    " before is untouched. Choose another place, or make room."
)
VERY_LONG = "Graphviz does not know what to make of this. " * 30
PATH = "Exported to /home/" + "a_folder_with_a_name_without_any_blank" * 6 + "/pool.svg."


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    """A bar on top of something that takes all the room it gets, in a window 640 wide."""
    page = QWidget()
    pile = QVBoxLayout(page)
    pile.setContentsMargins(0, 0, 0, 0)
    made = NoticeBar()
    pile.addWidget(made)
    pile.addWidget(QWidget(), 1)
    page.resize(640, 400)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield made
    page.close()


def words(bar: NoticeBar) -> list[QLabel]:
    """Return the labels with the texts, the newest first."""
    labels = [label for label in bar.findChildren(QLabel) if label.text() and label.isVisible()]
    return sorted(labels, key=lambda label: label.mapTo(bar, QPoint()).y())


def button(bar: QWidget, name: str) -> QToolButton:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = bar.findChildren(QToolButton)
    return next(b for b in found if name in {b.text(), b.accessibleName()} and b.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [260, 400, 640, 1200])
@pytest.mark.parametrize("text", [ERROR, "Saved.", VERY_LONG[:300]])
def test_every_line_of_a_text_is_to_be_seen(
    bar: NoticeBar, qtbot: QtBot, width: int, text: str
) -> None:
    bar.show_notice(Notice(text, Severity.ERROR, (Remedy("Save as…", lambda: None),)))
    bar.window().resize(width, 400)
    (label,) = words(bar)
    qtbot.waitUntil(lambda: bar.width() == width)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert label.text() == text
    (row,) = (w for w in bar.children() if isinstance(w, QWidget))
    for widget in (label, button(bar, "Save as…"), button(bar, "Dismiss")):
        assert row.rect().contains(widget.geometry()), "nothing sticks out"


def test_in_a_narrow_bar_the_buttons_stand_below_the_words(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice(ERROR, Severity.ERROR, (Remedy("Save as…", lambda: None),)))
    (label,), save = words(bar), button(bar, "Save as…")
    assert save.x() >= label.geometry().right()
    bar.window().resize(300, 400)
    qtbot.waitUntil(lambda: save.y() >= label.geometry().bottom())
    bar.window().resize(900, 400)
    qtbot.waitUntil(lambda: save.x() >= label.geometry().right())


def test_a_very_long_text_is_shown_at_its_start_and_on_demand_in_full(bar: NoticeBar) -> None:
    bar.show_notice(Notice(VERY_LONG, Severity.ERROR))
    (label,) = words(bar)
    shown = label.text().removesuffix(" …")
    assert VERY_LONG.startswith(shown)
    assert 200 < len(shown) <= 320
    assert label.accessibleName() == f"error: {VERY_LONG}", "a reader hears all of it"
    click(button(bar, "Details"))
    assert label.text() == VERY_LONG
    assert "Details" not in [b.text() for b in bar.findChildren(QToolButton) if not b.isHidden()]


@pytest.mark.parametrize("text", [PATH, "x" * 1000])
def test_a_word_without_end_does_not_widen_the_window(bar: NoticeBar, text: str) -> None:
    bar.show_notice(Notice(text))
    assert bar.window().minimumSizeHint().width() < 300
    (label,) = words(bar)
    assert text in label.toolTip(), "what is cut off is told by the tooltip"


def test_texts_are_no_markup(bar: NoticeBar) -> None:
    bar.show_notice(Notice("<b>R&D</b> was changed.", Severity.WARNING))
    (label,) = words(bar)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;R&amp;D" in label.toolTip()


def test_a_button_does_what_it_says_and_takes_the_notice_away(bar: NoticeBar) -> None:
    done: list[str] = []
    bar.show_notice(Notice("Changed.", remedies=(Remedy("Reload", lambda: done.append("reload")),)))
    bar.show_notice(Notice("Something else.", Severity.WARNING))
    click(button(bar, "1 more"))
    click(button(bar, "Reload"))
    assert done == ["reload"]
    assert [notice.text for notice in bar.notices] == ["Something else."]
    click(button(bar, "Dismiss"))
    assert not bar.notices
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("notice", "leaves"),
    [
        (Notice("By the way."), True),
        (Notice("Do something.", remedies=(Remedy("Do", lambda: None),)), False),
        (Notice("Beware.", Severity.WARNING), False),
        (Notice("Broken.", Severity.ERROR), False),
    ],
)
def test_only_a_hint_without_a_button_leaves_by_itself(
    bar: NoticeBar, notice: Notice, leaves: bool
) -> None:
    bar.show_notice(notice)
    timers = bar.findChildren(QTimer)
    assert [timer.isSingleShot() for timer in timers] == ([True] if leaves else [])
    for timer in timers:
        assert 3000 <= timer.remainingTime() <= 10_000, "time to read it"
        timer.timeout.emit()
    assert bool(bar.notices) is not leaves


def test_the_newest_is_on_top_and_the_least_goes_first(bar: NoticeBar) -> None:
    for text, severity in (
        ("Old hint", Severity.HINT),
        ("Error", Severity.ERROR),
        ("New hint", Severity.HINT),
        ("Warning", Severity.WARNING),
    ):
        bar.show_notice(Notice(text, severity))
    assert [label.text() for label in words(bar)] == ["Warning"]
    click(button(bar, "2 more"))
    QCoreApplication.processEvents()
    assert [label.text() for label in words(bar)] == ["Warning", "New hint", "Error"]
    bar.show_notice(Notice("Another error", Severity.ERROR))
    bar.show_notice(Notice("A third error", Severity.ERROR))
    assert [n.text for n in bar.notices] == ["A third error", "Another error", "Error"]


def test_one_is_shown_with_how_many_there_are_and_the_others_on_demand(bar: NoticeBar) -> None:
    for text in ("First.", "Second.", "Third."):
        bar.show_notice(Notice(text, Severity.WARNING))
    alone = bar.sizeHint().height()
    click(button(bar, "2 more"))
    assert bar.sizeHint().height() > 2 * alone
    click(button(bar, "Only this"))
    assert [label.text() for label in words(bar)] == ["Third."]
    assert bar.sizeHint().height() == alone
    click(button(bar, "Dismiss"))
    assert [label.text() for label in words(bar)] == ["Second."]
    click(button(bar, "1 more"))
    bar.show_notice(Notice("Fourth.", Severity.WARNING))
    assert [label.text() for label in words(bar)] == ["Fourth."], "a new one stands alone"
    while bar.isVisible():
        click(button(bar, "Dismiss"))
    assert not bar.notices


def test_a_hint_behind_another_notice_waits_until_it_was_seen(bar: NoticeBar) -> None:
    bar.show_notice(Notice("By the way."))
    (timer,) = bar.findChildren(QTimer)
    assert timer.isActive()
    bar.show_notice(Notice("Beware.", Severity.WARNING))
    assert not timer.isActive()
    click(button(bar, "Dismiss"))
    assert timer.isActive()
    assert [label.text() for label in words(bar)] == ["By the way."]


def test_a_newer_notice_of_the_same_matter_takes_the_place(bar: NoticeBar) -> None:
    bar.show_notice(Notice("Drawing…", key="picture"))
    bar.show_notice(Notice("Beware.", Severity.WARNING))
    bar.show_notice(Notice("Drawn.", key="picture"))
    assert [n.text for n in bar.notices] == ["Drawn.", "Beware."]
    bar.clear("picture")
    assert [n.text for n in bar.notices] == ["Beware."]
    bar.clear()
    assert not bar.notices


def test_what_is_told_does_not_disturb_who_is_writing(opened: Window, press: Press) -> None:
    opened.session.select(["demand"])
    press_keys(opened, "F2")
    press(opened, "Half a ")
    opened.session.post_notice(Notice("Beware.", Severity.WARNING, (Remedy("Do", lambda: None),)))
    press(opened, "thought")
    field = editor(opened)
    assert field is not None
    assert field.toPlainText().endswith("Half a thought")
    assert not has_focus(opened.notices)
    assert told(opened) == "Beware."
    press(opened, Qt.Key.Key_Escape)


def test_what_is_told_lies_over_the_map_and_does_not_push_it(opened: Window) -> None:
    before = opened.canvas.geometry(), opened.canvas.mapToGlobal(QPoint())
    opened.session.post_notice(Notice(ERROR, Severity.ERROR))
    assert opened.notices.isVisible()
    QCoreApplication.processEvents()
    assert (opened.canvas.geometry(), opened.canvas.mapToGlobal(QPoint())) == before
    inside = opened.notices.rect().translated(opened.notices.mapTo(opened, QPoint()))
    assert opened.rect().contains(inside)
    label = next(label for label in words(opened.notices) if label.text() == ERROR)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.height() < 2 * label.heightForWidth(label.width()), "nor is it high for nothing"


def test_what_is_told_makes_room_where_all_of_a_page_is_to_be_read(
    opened: Window, qtbot: QtBot
) -> None:
    def top(widget: QWidget) -> int:
        return widget.mapTo(opened, QPoint()).y()

    opened.pages.show_start_page()
    before = top(opened.start_page)
    opened.session.post_notice(Notice(ERROR, Severity.ERROR))
    qtbot.waitUntil(lambda: top(opened.start_page) > before)
    assert top(opened.start_page) > top(opened.notices) + opened.notices.height()
    opened.notices.clear()
    qtbot.waitUntil(lambda: top(opened.start_page) == before)
    opened.session.post_notice(Notice(ERROR, Severity.ERROR))
    opened.pages.show_map()
    qtbot.waitUntil(lambda: top(opened.canvas) < top(opened.notices) + opened.notices.height())


def test_what_cannot_be_done_is_a_hint_that_goes_with_the_next_thing_done(opened: Window) -> None:
    opened.session.attempt("Promote", lambda m: rearrange.promote(m, "open-sundays"))
    (notice,) = opened.notices.notices
    assert notice.severity is Severity.HINT
    opened.session.select(["cost"])
    assert not opened.notices.notices
    opened.session.attempt("Promote", lambda m: rearrange.promote(m, "open-sundays"))
    assert opened.notices.notices
    opened.session.attempt("Move", lambda m: rearrange.move_sibling(m, "cost", -1))
    assert not opened.notices.notices


def test_what_to_pick_is_asked_only_while_it_is_picked(opened: Window) -> None:
    opened.session.select(["demand"])
    press_keys(opened, "Ctrl+L")
    assert "Pick what to link to" in told(opened)
    press_keys(opened, "Escape")
    assert not opened.notices.notices


def test_it_lies_where_it_does_not_hide_the_current_card(opened: Window) -> None:
    for id_ in ("open-sundays", "cost"):
        opened.session.select([id_])
        for up in (-400, 400):
            rect = opened.canvas.rect_of(id_)
            assert rect
            opened.canvas.center_on(id_)
            opened.canvas.scroll_by(0, up)
            opened.session.post_notice(Notice(ERROR, Severity.ERROR, key="x"))
            QCoreApplication.processEvents()
            card = opened.canvas.rect_to_viewport(rect).toAlignedRect()
            card.moveTopLeft(opened.canvas.viewport().mapToGlobal(card.topLeft()))
            bar = opened.notices.rect()
            bar.moveTopLeft(opened.notices.mapToGlobal(QPoint()))
            assert not bar.intersects(card), (id_, up)
            opened.notices.clear()
