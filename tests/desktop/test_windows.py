"""Several windows: opening, refusing, quitting, closing, and what they leave behind."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from argmap import settings
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import ArgmapError
from argmap.model.edits import edit
from argmap.settings import Settings
from tests.desktop.dragging import dropping, entering
from tests.desktop.helpers import POOL, editor, retext, told

Press = Callable[..., None]
BUTTONS = QMessageBox.StandardButton


def _other(pool_file: Path, name: str = "other.argmap.yaml") -> Path:
    path = pool_file.with_name(name)
    path.write_text(POOL.replace("the pool", "the other pool"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("nowhere.argmap.yaml", None, "There is no such file."),
        ("latin.argmap.yaml", "title: Prüfung".encode("latin-1"), "not UTF-8"),
        ("folder.argmap.yaml", b"/", "folder"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_is_seen(
    opened: Window, windows: Windows, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content == b"/":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    assert windows.open(path, opened.session) is opened
    assert windows.all == (opened,)
    assert name in told(opened)
    assert words in told(opened)
    assert opened.notices.isVisible()
    assert opened.session.argument_map.statements, "the map that was open stays"


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_told(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    other = _other(pool_file)
    other.chmod(0)
    windows.open(other, opened.session)
    assert "cannot be read: Permission denied" in told(opened)


def test_trouble_on_the_start_page_is_seen_there(windows: Windows, tmp_path: Path) -> None:
    window = windows.add()
    window.pages.show_start_page()
    windows.open(tmp_path / "nowhere.argmap.yaml", window.session)
    assert window.start_page.isVisible()
    assert window.notices.isVisible()


def test_an_empty_file_is_a_map_to_begin(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "empty.argmap.yaml"
    path.touch()
    window = windows.open(path)
    window.session.do("Add claim", edit.add_claim(window.session.argument_map, "Open."))
    assert window.files.save()
    assert "Open." in path.read_text()


def _typed_back(window: Window) -> None:
    for title in ("T", ""):
        window.session.do("Edit title", replace(window.session.argument_map, title=title))
    assert not window.session.document.modified


def _recovered(window: Window) -> None:
    window.session.text.mark_modified()
    assert not window.session.document.done


@pytest.mark.parametrize(
    ("used", "stays"), [(None, False), (_typed_back, True), (_recovered, True)]
)
def test_a_new_map_gives_its_window_up_only_if_there_is_nothing_to_lose(
    windows: Windows, pool_file: Path, used: Callable[[Window], None] | None, stays: bool
) -> None:
    window = windows.add()
    if used:
        used(window)
    assert (windows.open(pool_file, window.session) is not window) is stays


def test_a_link_to_an_open_file_raises_its_window(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    link = pool_file.with_name("link.argmap.yaml")
    link.symlink_to(pool_file)
    assert windows.open(link, opened.session) is opened


def test_an_open_file_that_is_opened_again_leaves_the_start_page(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    opened.pages.show_start_page()
    windows.open(pool_file)
    assert opened.canvas.isVisible()


def test_two_files_dropped_on_the_canvas_open_in_two_windows(
    qapp: QApplication, windows: Windows, pool_file: Path
) -> None:
    window = windows.add()
    window.files.begin()
    files = [pool_file, _other(pool_file)]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = entering(QPoint(50, 50), data)
    event.ignore()
    viewport = window.canvas.viewport()
    qapp.sendEvent(viewport, event)  # which leaves it to the window
    assert event.isAccepted()
    qapp.sendEvent(viewport, dropping(QPoint(50, 50), data))
    assert {w.session.path for w in windows.all} == set(files)


def test_a_card_that_is_being_written_is_not_pushed_out(
    window: Window, windows: Windows, pool_file: Path, press: Press
) -> None:
    press(window, "Half a tho")
    assert editor(window)
    other = windows.open(pool_file, window.session)
    assert other is not window
    assert window.session.map_as_typed.statements[0].text == "Half a tho"


def test_quitting_asks_all_before_any_closes(
    opened: Window, windows: Windows, pool_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = windows.open(_other(pool_file), opened.session)
    for window in windows.all:
        retext(window, "Mine.")
    answers = [BUTTONS.Discard, BUTTONS.Cancel]
    monkeypatch.setattr(QMessageBox, "exec", lambda _: answers.pop(0))
    windows.quit()
    assert windows.all == (
        opened,
        second,
    )
    assert not answers
    answers += [BUTTONS.Discard, BUTTONS.Save]
    windows.quit()
    assert not windows.all
    assert "Mine." not in pool_file.read_text()
    assert "Mine." in pool_file.with_name("other.argmap.yaml").read_text()


def test_a_closed_window_is_gone_and_hears_nothing(opened: Window, windows: Windows) -> None:
    session = opened.session
    opened.pages.show_start_page()
    opened.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(opened)
    assert not isValid(session)
    windows.application.change(Settings(theme="dark"))
    assert windows.application.settings.theme == "dark"


def test_settings_that_cannot_be_kept_are_used_and_told(opened: Window, windows: Windows) -> None:
    settings.file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings.file().parent.write_text("in the way")
    windows.application.change_from(opened.session, Settings(theme="dark"))
    assert "could not be saved" in told(opened)
    assert opened.appearance.theme.name == "dark"
    with pytest.raises(ArgmapError):
        windows.application.change(Settings())


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_read_only_file_is_not_replaced(opened: Window, pool_file: Path) -> None:
    before = pool_file.read_bytes()
    pool_file.chmod(stat.S_IRUSR)
    retext(opened, "Mine.")
    assert not opened.files.save()
    assert "read-only" in told(opened)
    assert pool_file.read_bytes() == before
    assert opened.isWindowModified()
