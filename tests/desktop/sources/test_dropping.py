"""Files that are dropped on the window: maps are opened, and of texts sources are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.sources.dropping import Fate, fate
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.dragging import dropping, entering
from tests.desktop.helpers import click_remedy, told
from tests.desktop.sources.test_adding import BOOK, PAGE, sources, wait_for

NOTE = "# A note\n\nWe ask you.\n"


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    entered = entering(QPoint(5, 5), data)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, dropping(QPoint(5, 5), data))


def test_what_is_dropped_on_the_pane_is_a_source(
    reading: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("# A note\n\nWe ask you.\n", encoding="utf-8")
    drop(reading.sources, note)
    wait_for(reading, qtbot, "a-note")


@pytest.mark.parametrize(
    ("name", "content", "id_"),
    [
        ("books.bib", BOOK, "doe-2020"),
        ("page.html", PAGE, "a-petition"),
        ("page.text", "We ask you.", "page"),
    ],
)
def test_what_can_be_no_map_is_a_source_wherever_it_is_dropped(
    reading: Window, qtbot: QtBot, tmp_path: Path, name: str, content: str, id_: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    drop(reading, tmp_path / name)
    wait_for(reading, qtbot, id_)


def test_on_the_start_page_a_web_page_begins_a_map_with_a_source(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    window.pages.show_start_page()
    drop(window, tmp_path / "page.html")
    wait_for(window, qtbot, "a-petition")
    assert window.pages.shows_map
    assert window.sources.isVisible()


def test_what_can_be_either_is_asked_about(
    reading: Window, windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("note.md", "other.txt"):
        (tmp_path / name).write_text(NOTE, encoding="utf-8")
    drop(reading, tmp_path / "note.md")
    assert "“note.md” can be a source of this map, or a map of its own." in told(reading)
    assert sources(reading) == ["letter", "book"]
    assert len(windows.all) == 1
    click_remedy(reading, "Add as source")
    wait_for(reading, qtbot, "a-note")
    drop(reading, tmp_path / "note.md", tmp_path / "other.txt")
    assert "2 files can be sources of this map, or maps of their own." in told(reading)
    click_remedy(reading, "Open")
    assert len(windows.all) == 3


def test_an_outline_is_opened_where_no_map_is_open(window: Window, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    window.pages.show_start_page()
    drop(window, tmp_path / "note.md")
    assert window.session.argument_map.statements
    assert not told(window).startswith("“note.md” can be")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.html", PAGE, Fate.SOURCE),
        ("a.md", NOTE, Fate.EITHER),
        ("a.md", "```argdown\n[A]: It is so.\n```\n", Fate.MAP),
        ("a.txt", NOTE, Fate.EITHER),
        ("a.txt", "\0\0\0", Fate.SOURCE),
        ("a.txt", None, Fate.MAP),
        ("a.yaml", "nothing", Fate.MAP),
        ("a.PDF", "", Fate.SOURCE),
    ],
)
def test_what_a_file_can_become(
    tmp_path: Path, name: str, content: str | None, expected: Fate
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert fate(tmp_path / name) is expected
