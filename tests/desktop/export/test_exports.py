"""Pictures and other files that leave the window, and names that are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.picture_dialog import Export
from argmap.desktop.widgets.ask_path import with_suffix
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from tests.desktop.helpers import command, exports, told

BUTTONS = QMessageBox.StandardButton


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pool", "pool.argmap.yaml"),
        ("Budget 2.0", "Budget 2.0.argmap.yaml"),
        ("pool.yaml", "pool.yaml"),
        ("POOL.YAML", "POOL.YAML"),
    ],
)
def test_a_name_gets_the_suffix_that_it_lacks(name: str, expected: str) -> None:
    assert with_suffix(Path(name), ".argmap.yaml", ".yaml").name == expected


@pytest.mark.parametrize("answer", [BUTTONS.Yes, BUTTONS.No])
def test_a_file_meant_by_its_suffix_alone_is_not_replaced_unasked(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: BUTTONS
) -> None:
    there = tmp_path / "there.argmap.yaml"
    there.write_text("something else")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "there"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    assert opened.files.ask_save_as() is (answer is BUTTONS.Yes)
    assert (there.read_text() == "something else") is (answer is BUTTONS.No)


def test_saving_onto_a_folder_is_told(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder.argmap.yaml"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder), ""))
    assert not opened.files.ask_save_as()
    assert "folder.argmap.yaml" in told(opened)


@pytest.mark.usefixtures("opened")
def test_the_file_of_another_window_is_not_written(
    windows: Windows, pool_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pool_file.read_text()
    other = windows.add()
    other.files.begin()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pool_file), ""))
    assert not other.files.ask_save_as()
    assert "open in another window" in told(other)
    assert pool_file.read_text() == before


def test_the_bar_ends_drawing_where_nothing_can_be_written(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    exports(opened).pictures.export(Choice(), tmp_path / "nowhere" / "pool.svg")
    assert "Drawing “pool.svg”" in told(opened)
    qtbot.waitUntil(lambda: "could not be written" in told(opened))
    assert "Drawing" not in told(opened)


def test_a_second_export_waits_for_the_first(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = tmp_path / "first.svg", tmp_path / "second.svg"
    exports(opened).pictures.export(Choice(), first)
    exports(opened).pictures.export(Choice(), second)
    assert "still being drawn" in told(opened)
    qtbot.waitUntil(first.exists)
    assert not second.exists()


def test_the_preview_takes_an_empty_map(opened: Window, qtbot: QtBot) -> None:
    empty = ArgumentMap()
    dialog = Export(Drawable(empty, empty), Choice(format="png"), opened)
    dialog.show()
    qtbot.waitUntil(lambda: any("pixels" in label.text() for label in dialog.findChildren(QLabel)))
    dialog.reject()
    dialog.deleteLater()


def test_a_copied_picture_is_on_the_clipboard(opened: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    command(opened, "copy_picture").trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().mimeData() is not None)
    assert QGuiApplication.clipboard().image().width() > 100
