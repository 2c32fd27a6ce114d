"""Cards light their passages, passages their cards; words are found, and the text is zoomed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice
from argmap.desktop.sources.marks import marks_in
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import Cite
from argmap.model.edits import edit
from argmap.texts.text import Span
from tests.desktop import spoken
from tests.desktop.helpers import command, has_focus, press_keys, told
from tests.desktop.sources.reading import LETTER, MAP, passage, span


def test_the_passages_of_a_chosen_card_are_lit_and_seen(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "word " * 9 + "end.\n\n"
    (tmp_path / "letter.txt").write_text(long * 200 + LETTER, encoding="utf-8")
    (tmp_path / "long.argmap.yaml").write_text(MAP, encoding="utf-8")
    window = windows.open(tmp_path / "long.argmap.yaml")
    window.session.select(())
    window.panes.enter("sources")
    reader = window.sources.reader
    qtbot.waitUntil(lambda: len(reader.marks) == 2)
    window.canvas.setFocus()
    assert reader.verticalScrollBar().value() == 0
    window.session.select(["cost"])
    assert reader.lit == {"cost"}
    assert reader.verticalScrollBar().value() > 100
    (mark,) = marks_in(reader.marks, Span(len(long) * 200 + LETTER.index("baths"), 0))
    assert mark.role == "rebuttal"


def test_the_cards_of_a_passage_are_lit_and_named_and_gone_to(reading: Window) -> None:
    place = reading.sources.bottom.place
    reading.sources.reader.select(span("baths"))
    assert reading.session.highlighted == {"cost"}
    assert "Paragraph 2, cited by rebuttal “It costs too much.” (dashes)." in place.text()
    reading.sources.reader.select(span("Many"))
    assert reading.session.highlighted == frozenset()
    assert place.text().startswith("Paragraph 2. ")
    press_keys(reading, "Ctrl+Shift+J")
    assert "No card cites" in told(reading)
    reading.sources.reader.select(span("baths"))
    press_keys(reading, "Ctrl+Shift+J")
    assert reading.session.selection == ("cost",)
    assert has_focus(reading.canvas)


def test_who_is_told_to_cite_a_passage_pushes_no_wall(reading: Window) -> None:
    width = reading.sources.width()
    cited = edit.set_fields(reading.session.argument_map, "cost", title="<b>Cost</b> " * 40)
    reading.session.do("Title", cited)
    reading.sources.reader.select(span("baths"))
    assert "“<b>Cost</b> <b>" in reading.sources.bottom.place.text()
    assert reading.sources.bottom.place.textFormat() is Qt.TextFormat.PlainText
    QApplication.processEvents()
    assert reading.sources.width() == width


def test_a_chosen_card_that_cites_another_source_shows_that(reading: Window, qtbot: QtBot) -> None:
    added = edit.add_claim(reading.session.argument_map, "Pools are old.")
    added = edit.add_cite(added, "pools-are-old", Cite("book", at="page 7"))
    reading.canvas.setFocus()
    reading.session.do("Add claim", added)
    assert reading.sources.source == "book"
    qtbot.waitUntil(lambda: "reference only" in reading.sources.told.text())
    reading.session.select(["cost"])
    qtbot.waitUntil(lambda: len(reading.sources.reader.marks) == 2)
    assert reading.sources.source == "letter"


def test_keys_go_from_source_to_source(reading: Window) -> None:
    reading.sources.reader.select(span("baths"))
    press_keys(reading, "Ctrl+PgDown")
    assert reading.sources.source == "book"
    assert reading.session.passage is None
    press_keys(reading, "Ctrl+PgDown")
    assert reading.sources.source == "letter"
    press_keys(reading, "Ctrl+PgUp")
    assert reading.sources.source == "book"
    assert reading.sources.reader.hasFocus()


def test_marks_follow_edits_and_undo(reading: Window, qtbot: QtBot) -> None:
    def roles() -> list[str]:
        return [mark.role for mark in reading.sources.reader.marks]

    assert roles() == ["claim", "rebuttal"]
    reading.session.select(["cost"])
    command(reading, "swap").trigger()
    assert roles() == ["claim", "premise"]
    command(reading, "delete").trigger()
    qtbot.waitUntil(lambda: roles() == ["claim"])
    reading.session.undo()
    qtbot.waitUntil(lambda: roles() == ["claim", "premise"])


def test_passages_that_overlap_have_lines_below_each_other(reading: Window, qtbot: QtBot) -> None:
    cited = edit.add_cite(reading.session.argument_map, "cost", Cite("letter", "pool on Sundays"))
    reading.session.do("Cite", cited)
    qtbot.waitUntil(lambda: len(reading.sources.reader.marks) == 3)
    assert [(m.role, m.lane) for m in reading.sources.reader.marks] == [
        ("claim", 0),
        ("rebuttal", 1),
        ("rebuttal", 0),
    ]


def test_what_is_cited_is_painted_in_the_text_the_margin_and_the_strip(reading: Window) -> None:
    def colours(image: QImage) -> set[str]:
        return {
            QColor(image.pixel(x, y)).name()
            for x in range(image.width())
            for y in range(image.height())
        }

    pane = reading.sources
    with_marks = [colours(w.grab().toImage()) for w in (pane.reader.viewport(), pane.coverage)]
    pane.reader.set_marks(())
    pane.coverage.show_marks((), 1)
    without = [colours(w.grab().toImage()) for w in (pane.reader.viewport(), pane.coverage)]
    for some, none in zip(with_marks, without, strict=True):
        assert some - none


def test_words_are_found_in_the_text_round_and_round(reading: Window) -> None:
    before = reading.sources.reader.textCursor().position()
    press_keys(reading, "Ctrl+F")
    line = reading.sources.search.words
    assert line.hasFocus()
    assert not reading.finder.isVisible()
    QTest.keyClicks(line, "is")
    assert passage(reading) == "is"
    first = reading.sources.reader.place
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert reading.sources.reader.place == first  # the only one: round and back to it
    QTest.keyClicks(line, "x")
    assert reading.sources.search.found.text() == "Nothing found"
    assert reading.sources.reader.textCursor().position() == before, "as before the search"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert reading.sources.reader.hasFocus()


def test_keys_zoom_the_text_where_they_go(reading: Window) -> None:
    before, font = reading.canvas.zoom(), reading.sources.reader.font().pointSizeF()
    press_keys(reading, "Ctrl++")
    assert reading.sources.reader.font().pointSizeF() > font
    press_keys(reading, "Ctrl+0")
    assert reading.sources.reader.font().pointSizeF() == font
    assert reading.canvas.zoom() == before


def test_a_click_into_the_strip_goes_there(reading: Window, qtbot: QtBot) -> None:
    reader = reading.sources.reader
    reader.zoom_by(4)
    reading.resize(1400, 500)
    qtbot.waitUntil(lambda: reader.verticalScrollBar().maximum() > 0)
    strip = reading.sources.coverage
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() - 2))
    assert reader.verticalScrollBar().value() > 0


def test_a_large_text_is_there_piece_by_piece(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    words = ("It is said that 😀 the pool is wanted by all. " * 10 + "\n\n") * 2000
    (tmp_path / "letter.txt").write_text(words + LETTER, encoding="utf-8")
    (tmp_path / "large.argmap.yaml").write_text(MAP, encoding="utf-8")
    window = windows.open(tmp_path / "large.argmap.yaml")
    window.panes.enter("sources")
    reader = window.sources.reader
    qtbot.waitUntil(lambda: reader.shown is not None, timeout=20_000)
    assert not reader.complete
    qtbot.waitUntil(lambda: reader.complete, timeout=20_000)
    at = len(words) + LETTER.index("The baths")
    reader.select(Span(at, at + 9))
    assert reader.textCursor().selectedText() == "The baths"


def test_who_comes_back_to_the_window_sees_the_text_as_it_is_now(
    reading: Window, qtbot: QtBot, letter: Path
) -> None:
    (letter.parent / "letter.txt").write_text(f"New. {LETTER}", encoding="utf-8")
    QApplication.sendEvent(reading, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: reading.sources.reader.toPlainText().startswith("New. Dear"))
    qtbot.waitUntil(lambda: len(reading.sources.reader.marks) == 2)


def test_whoever_reads_stays_where_they_are_when_many_texts_are_read_again(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    more = "".join(f"  - {{id: s{n}, title: T, text: Text {n}.}}\n" for n in range(40))
    (tmp_path / "many.argmap.yaml").write_text(MAP + more, encoding="utf-8")
    window = windows.open(tmp_path / "many.argmap.yaml")
    window.panes.enter("sources")
    reader = window.sources.reader
    qtbot.waitUntil(lambda: len(reader.marks) == 2)
    reader.select(span("baths"))
    before = window.live_sources.reports[0].text
    window.live_sources.refresh()
    qtbot.waitUntil(lambda: window.live_sources.reports[0].text is not before)
    assert passage(window) == "baths"
    assert len(reader.marks) == 2


def test_a_text_that_is_not_there_is_told(windows: Windows, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "gone.argmap.yaml").write_text(MAP, encoding="utf-8")
    window = windows.open(tmp_path / "gone.argmap.yaml")
    window.panes.enter("sources")
    qtbot.waitUntil(lambda: "“letter.txt”" in window.sources.told.text())


def test_what_a_screen_reader_is_told_has_a_name_and_no_markup(reading: Window) -> None:
    reading.session.select(["cost"])
    reading.session.post_notice(Notice("Three < four & five."))
    reading.sources.reader.select(span("Many have asked"))
    parts = [
        widget
        for part in (reading.sources, reading.notices, reading.inspector)
        for widget in part.findChildren(QWidget)
    ]
    assert len(parts) > 60
    assert not [told for part in parts if "<p>" in (told := spoken.description(part))]
    assert spoken.name(reading.sources) == "Sources of the map"
    place = reading.sources.bottom.place
    assert spoken.description(place) == place.text()


def test_a_text_can_be_read_before_all_is_found_that_is_cited_of_it(
    windows: Windows, qtbot: QtBot, letter: Path
) -> None:
    window = windows.open(letter)
    live = window.live_sources
    known: list[tuple[bool, bool]] = []

    def note() -> None:
        known.append((live.text_of("letter") is not None, live.report_of("letter") is not None))

    live.found.connect(note)
    window.panes.enter("sources")
    qtbot.waitUntil(lambda: len(window.sources.reader.marks) == 2)
    assert known[0] == (True, False)
    assert known[-1] == (True, True)
