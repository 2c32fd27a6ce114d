"""Sources added from files, from the clipboard and as references."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.sources.reference_form import ReferenceForm
from argmap.desktop.window import Window
from argmap.saving.digest import sha256
from argmap.settings import Settings
from tests.desktop.helpers import answering, command, press_keys, told

PAGE = "<title>A petition</title><meta name='author' content='Doe, Jo'>" + "".join(
    f"<p>Paragraph {n} asks the council to open the pool on Sundays, as many want.</p>"
    for n in range(3)
)
BOOK = "@book{doe-2020, title={Pools}, author={Doe, Jo}, year={2020}}"


def sources(window: Window) -> list[str]:
    return [source.id for source in window.session.argument_map.sources]


def wait_for(window: Window, qtbot: QtBot, *ids: str) -> None:
    qtbot.waitUntil(lambda: sources(window)[-len(ids) :] == list(ids), timeout=30_000)


def test_a_chosen_file_becomes_a_source_whose_text_is_read_at_once(
    reading: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(page)], ""))
    press_keys(reading, "Ctrl+I")
    wait_for(reading, qtbot, "a-petition")
    source = reading.session.argument_map.sources[-1]
    assert (source.title, source.author, source.original) == ("A petition", "Doe, Jo", "page.html")
    kept = tmp_path / "pool.sources" / "a-petition.txt"
    assert source.file == "pool.sources/a-petition.txt"
    assert source.sha256 == sha256(kept.read_bytes())
    reader = reading.sources.reader
    qtbot.waitUntil(lambda: reader.toPlainText().startswith("Paragraph 0 asks"))
    assert reader.hasFocus()
    assert reading.sources.source == "a-petition"
    assert reading.session.undo_name == "Add source"
    reading.session.undo()
    assert sources(reading) == ["letter", "book"]


def test_all_of_a_web_page_is_taken_if_the_user_likes(
    reading: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    menu = "<nav><ul><li><a href='a'>Home</a></li><li><a href='b'>Press room</a></li></ul></nav>"
    page.write_text(f"<body>{menu}{PAGE}</body>", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(page)], ""))
    for name, id_, there in (
        ("add_source", "a-petition", False),
        ("add_web_page", "a-petition-2", True),
    ):
        command(reading, name).trigger()
        wait_for(reading, qtbot, id_)
        kept = tmp_path / reading.session.argument_map.source_by_id[id_].file
        assert ("Press room" in kept.read_text(encoding="utf-8")) is there
        assert "asks the council" in kept.read_text(encoding="utf-8")


def test_texts_are_kept_in_the_map_if_the_user_likes(
    reading: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    reading._application.change(Settings(texts="inline"))
    reading.sources.adding.add_files([page])
    wait_for(reading, qtbot, "a-petition")
    assert reading.session.argument_map.sources[-1].text.startswith("Paragraph 0")
    assert not (tmp_path / "pool.sources").exists()


def test_a_map_without_a_file_keeps_the_text_itself_and_says_so(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("We ask you.\n", encoding="utf-8")
    window.sources.adding.add_files([note])
    wait_for(window, qtbot, "note")
    assert window.session.argument_map.sources[0].text == "We ask you.\n"
    assert "in the map itself" in told(window)
    qtbot.waitUntil(lambda: window.sources.reader.toPlainText() == "We ask you.\n")


def test_a_map_without_sources_says_how_to_add_one(window: Window) -> None:
    window.panes.enter("sources")
    assert "Add the text" in window.sources.told.text()
    assert window.sources.told.isVisible()
    assert not window.sources.list.isVisible()


def test_what_cannot_be_read_is_told_and_keeps_nothing_else_out(
    reading: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").write_text("<p></p>", encoding="utf-8")
    (tmp_path / "note.txt").write_text("We ask you.\n", encoding="utf-8")
    names = ("empty.html", "gone.pdf", "note.txt")
    reading.sources.adding.add_files(tmp_path / name for name in names)
    wait_for(reading, qtbot, "note")
    assert "empty.html: There is no text in the file." in told(reading)
    assert "gone.pdf: The file cannot be read" in told(reading)


def test_rich_text_is_pasted_as_a_source(reading: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<p>We <b>ask</b> you to open the pool.</p><p>It is wanted.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    press_keys(reading, "Ctrl+V")
    wait_for(reading, qtbot, "we-ask-you-to")
    qtbot.waitUntil(
        lambda: reading.sources.reader.toPlainText().startswith("We ask you to open the pool.\n")
    )


def test_plain_text_and_references_are_pasted(reading: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Short words.")
    press_keys(reading, "Ctrl+V")
    wait_for(reading, qtbot, "short-words")
    QGuiApplication.clipboard().setText(BOOK)
    command(reading, "paste_source").trigger()
    wait_for(reading, qtbot, "doe-2020")
    assert reading.session.argument_map.sources[-1].title == "Pools"


def test_an_empty_clipboard_is_told(reading: Window) -> None:
    QGuiApplication.clipboard().clear()
    press_keys(reading, "Ctrl+V")
    assert "no text on the clipboard" in told(reading)


def test_a_reference_gets_its_text_later_and_keeps_what_it_says(
    reading: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    press_keys(reading, "Ctrl+PgDown")
    button = reading.sources.text_adder
    qtbot.waitUntil(button.isVisible)
    press_keys(reading, "Tab")
    assert button.hasFocus()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(page), ""))
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reading.session.undo_name == "Add the text", timeout=30_000)
    source = reading.session.argument_map.source_by_id["book"]
    assert (source.title, source.author) == ("A book", "Doe, Jo")
    assert source.file == "pool.sources/book.txt"
    assert source.sha256 == sha256((tmp_path / source.file).read_bytes())
    assert sources(reading) == ["letter", "book"]
    reader = reading.sources.reader
    qtbot.waitUntil(lambda: reader.toPlainText().startswith("Paragraph 0 asks"))
    assert not button.isVisible()


def _fill(dialog: QWidget) -> None:
    assert isinstance(dialog, ReferenceForm)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    QTest.keyClicks(dialog.fields["title"], "Pools")
    QTest.keyClicks(dialog.fields["author"], "Doe, Jo")
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)


def test_a_reference_is_filled_in(reading: Window, qtbot: QtBot) -> None:
    with answering(_fill):
        command(reading, "add_reference").trigger()
    source = reading.session.argument_map.sources[-1]
    assert (source.id, source.title, source.author) == ("pools", "Pools", "Doe, Jo")
    assert reading.sources.source == "pools"
    qtbot.waitUntil(lambda: "reference only" in reading.sources.told.text())


def _paste(dialog: QWidget) -> None:
    assert isinstance(dialog, ReferenceForm)
    dialog.list.setPlainText(f"{BOOK}\n@misc{{note, title={{Notes}}}}")
    QTest.mouseClick(
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )


def test_references_are_pasted_into_the_form(reading: Window, qtbot: QtBot) -> None:
    with answering(_paste):
        command(reading, "add_reference").trigger()
    wait_for(reading, qtbot, "doe-2020", "note")
    assert len(reading.session.document.done) == 1


def test_a_map_that_is_read_only_gets_no_source(reading: Window, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("We ask you.\n", encoding="utf-8")
    reading.session.read_only = True
    reading.sources.adding.add_files([tmp_path / "note.txt"])
    assert "read-only" in told(reading)
    assert sources(reading) == ["letter", "book"]
    reading.session.read_only = False
