"""What comes into the window by a drop, and leaves it for other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from argmap.desktop.clipboard import copy_cards
from argmap.desktop.export import converting
from argmap.desktop.files import naming
from argmap.desktop.widgets.ask_path import with_suffix
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.formats.format import Format
from argmap.formats.table import FORMATS, by_name
from tests.counting import counting
from tests.desktop.dragging import dropping, entering
from tests.desktop.helpers import (
    POOL,
    click_remedy,
    command,
    exports,
    press_keys,
    retext,
    told,
)
from tests.disk import full_disk

BUTTONS = QMessageBox.StandardButton


def drop(qapp: QApplication, window: Window, data: QMimeData) -> bool:
    """Drag something over a window and let it go; tell whether the window wanted it."""
    entered = entering(QPoint(50, 50), data)
    entered.ignore()
    qapp.sendEvent(window, entered)
    if entered.isAccepted():
        qapp.sendEvent(window, dropping(QPoint(50, 50), data))
    return entered.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_several_dropped_files_open_and_the_broken_one_is_told(
    qapp: QApplication, opened: Window, windows: Windows, pool_file: Path
) -> None:
    good, broken = (
        pool_file.with_name("good.argmap.yaml"),
        pool_file.with_name("broken.argmap.yaml"),
    )
    good.write_text(POOL)
    broken.write_bytes(b"\xff")
    assert drop(qapp, opened, files(broken, good, pool_file))
    assert {w.session.path for w in windows.all} == {pool_file, good}
    assert "broken.argmap.yaml: The file is not UTF-8" in told(opened)


def test_a_dropped_folder_is_told_and_opens_nothing(
    qapp: QApplication, opened: Window, windows: Windows, tmp_path: Path
) -> None:
    assert drop(qapp, opened, files(tmp_path))
    assert windows.all == (opened,)
    assert "a folder" in told(opened)


@pytest.mark.parametrize("kind", ["text", "address"])
def test_what_is_no_file_is_not_taken(qapp: QApplication, opened: Window, kind: str) -> None:
    data = QMimeData()
    if kind == "text":
        data.setText("argmap: 1")
    else:
        data.setUrls([QUrl("https://example.org/pool.argmap.yaml")])
    assert not drop(qapp, opened, data)
    assert not told(opened)


def test_a_file_dropped_on_the_start_page_opens_there(
    qapp: QApplication, windows: Windows, pool_file: Path
) -> None:
    window = windows.add()
    window.pages.show_start_page()
    drop(qapp, window, files(pool_file))
    assert windows.all == (window,)
    assert window.pages.shows_map
    assert window.session.path == pool_file


@pytest.fixture
def typed_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The dialog of the system answers with a name without suffix, for the TGF format."""
    tgf = next(words for words, row in converting.filters_to_write().items() if row.name == "tgf")
    answer = (str(tmp_path / "taken"), tgf)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)


@pytest.mark.usefixtures("typed_name")
@pytest.mark.parametrize("answer", [BUTTONS.Yes, BUTTONS.No])
def test_exporting_onto_a_file_that_only_the_suffix_names_asks_first(
    opened: Window,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    answer: BUTTONS,
) -> None:
    taken = tmp_path / "taken.tgf"
    taken.write_text("somebody else's")
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str, *_: object) -> BUTTONS:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    command(opened, "convert").trigger()
    assert asked == ["“taken.tgf” is there already. Replace it?"]
    qtbot.waitUntil(lambda: "Exporting" not in told(opened))
    assert (taken.read_text() == "somebody else's") is (answer is BUTTONS.No)


@pytest.mark.usefixtures("typed_name")
def test_an_export_that_fails_is_told_and_leaves_nothing(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    with full_disk(10):
        command(opened, "convert").trigger()
        qtbot.waitUntil(lambda: "taken.tgf: The file could not be written" in told(opened))
    assert "Exporting" not in told(opened)
    assert not (tmp_path / "taken.tgf").exists()


def test_nothing_is_exported_without_a_name(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    command(opened, "convert").trigger()
    assert not told(opened)


def test_the_dialog_proposes_the_name_of_the_map_beside_it(
    opened: Window, pool_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(_parent: object, _title: str, proposal: str, _choices: str) -> tuple[str, str]:
        proposed.append(proposal)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for name in ("convert", "save_as"):
        command(opened, name).trigger()
    assert proposed == [str(pool_file.with_name("pool")), str(pool_file)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Should the pool: open/close?", "Should the pool open close"),
        ("../../etc/passwd", "etc passwd"),
        ("   ", "New map"),
        ("Über Maß (2)", "Über Maß (2)"),
        ("x" * 100, "x" * 60),
    ],
)
def test_a_map_without_file_is_called_after_its_title(
    window: Window, title: str, name: str
) -> None:
    press_keys(window, "Escape")
    window.session.do("Title", window.session.argument_map.__class__(title=title))
    assert naming.stem(window.session) == name
    assert naming.file_name(window.session) == f"{name}.argmap.yaml"


BOTH_WAYS = [r for r in FORMATS if r.write and r.read and not r.attack_graph]
"""Attack graphs hold no supports, so a map that comes back from them is another one."""


@pytest.mark.parametrize("row", BOTH_WAYS, ids=lambda r: r.name)
def test_the_whole_map_goes_to_every_format_and_opens_again(
    opened: Window, windows: Windows, tmp_path: Path, qtbot: QtBot, row: Format
) -> None:
    target = tmp_path / f"copy{row.suffixes[0]}"
    exports(opened).convert(target, row)
    qtbot.waitUntil(lambda: f"Exported to “{target}”" in told(opened))
    again = windows.open(target, opened.session)
    assert again is not opened
    texts = {" ".join(s.text.split()) for s in again.session.argument_map.statements}
    assert texts >= {s.text for s in opened.session.argument_map.statements}


def test_a_file_is_made_beside_the_work(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "pool.html"
    with counting() as calls:
        exports(opened).convert(target, by_name("html"))
        assert told(opened) == "Exporting “pool.html”…"
        retext(opened, "What is written meanwhile is not in it.")
        qtbot.waitUntil(lambda: "Exported to" in told(opened))
    assert "Two hundred residents" in target.read_text(encoding="utf-8")
    files = {Path(call.partition(" in ")[2]) for call in calls}
    assert "file_job.py" in {file.name for file in files}
    assert not [file for file in files if file.parent.name == "html"]


def test_what_is_being_made_can_be_stopped_and_is_not_begun_twice(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second, third = (tmp_path / f"{name}.html" for name in ("first", "second", "third"))
    exports(opened).convert(first, by_name("html"))
    exports(opened).convert(second, by_name("html"))
    assert "The last file is still being written. Export again when it is done." in told(opened)
    click_remedy(opened, "Stop")
    exports(opened).convert(third, by_name("html"))
    qtbot.waitUntil(third.exists)
    assert not first.exists()
    assert not second.exists()


def test_copying_nothing_leaves_the_clipboard_alone(opened: Window) -> None:
    QGuiApplication.clipboard().setText("mine")
    opened.session.select(())
    copy_cards(opened.session)
    assert QGuiApplication.clipboard().text() == "mine"


def test_a_picture_is_copied_as_it_is_seen_with_what_is_being_typed(
    opened: Window, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    press_keys(opened, "Ctrl+Shift+C")
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    before = QGuiApplication.clipboard().image().height()
    opened.notices.clear()
    retext(opened, "Wider than before, much wider, so that the picture grows. " * 4)
    press_keys(opened, "Ctrl+Shift+C")
    qtbot.waitUntil(lambda: "The picture is on the clipboard" in told(opened))
    assert QGuiApplication.clipboard().image().height() > before


@pytest.mark.parametrize(("suffix", "number"), [(".md", "**(1)** "), (".txt", "(1) ")])
def test_an_essay_is_written_as_it_was_chosen(
    opened: Window,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    number: str,
) -> None:
    chosen = next(words for words, (ending, _) in converting.essays().items() if ending == suffix)
    answer = (str(tmp_path / "draft"), chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    command(opened, "export_essay").trigger()
    qtbot.waitUntil(lambda: f"Exported to “{tmp_path}" in told(opened))
    written = (tmp_path / f"draft{suffix}").read_text(encoding="utf-8")
    assert number + opened.session.argument_map.statements[0].text in written
    assert f"draft{suffix}" in told(opened)


@pytest.mark.parametrize(
    ("typed", "chosen", "name", "ending"),
    [
        ("x.md", "essay", "essay", "x.md"),
        ("x.essay.md", "aif", "essay", "x.essay.md"),
        ("x.md", "essay-text", "markdown", "x.md"),
        ("x.txt", "essay-text", "essay-text", "x.txt"),
        ("x", "essay", "essay", "x.essay.md"),
        ("x.md", "markdown", "markdown", "x.md"),
    ],
)
def test_what_a_typed_ending_leaves_open_was_chosen(
    typed: str, chosen: str, name: str, ending: str
) -> None:
    row = converting.format_of(Path(typed), by_name(chosen))
    assert row.name == name
    assert with_suffix(Path(typed), *converting.endings(row)) == Path(ending)
