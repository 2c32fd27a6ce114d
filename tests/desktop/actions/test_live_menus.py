"""Menus that are filled when they open, and what follows the choice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from argmap import settings
from argmap.desktop.application import Application
from argmap.desktop.files import examples
from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.widgets import plain_text
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.drawing import theme as themes
from argmap.settings import Settings
from tests.desktop.helpers import POOL, told


def entries(window: Window, title: str) -> list[QAction]:
    """Open a menu of that title, and give what is in it."""
    menu = next(m for m in window.findChildren(QMenu) if m.title().replace("&", "") == title)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def called(entry: QAction) -> str:
    return plain_text.words(entry.text())


def names(window: Window, title: str) -> list[str]:
    return [called(entry) for entry in entries(window, title)]


def test_the_examples_open_as_new_maps(opened: Window, windows: Windows, qtbot: QtBot) -> None:
    assert names(opened, "Open example") == [title for title, _ in examples.titles()]
    entries(opened, "Open example")[-1].trigger()
    other = next(window for window in windows.all if window is not opened)
    qtbot.waitSignal(other.canvas.drawn)
    assert other.session.argument_map.title == examples.titles()[-1][0]
    assert other.session.path is None
    assert not windows.application.recent_files.paths[1:], "an example is no file of the user's"


def test_recent_files_without_those_that_are_gone(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    files = [pool_file.with_name(f"{number}.argmap.yaml") for number in range(20)]
    for file in files:
        file.write_text(POOL)
        windows.application.recent_files.add(file)
    for file in files[10:15]:
        file.unlink()
    listed = names(opened, "Open recent")
    gone = {file.name for file in files[10:15]}
    assert [text.split("  ")[0] for text in listed[:-1]] == [
        file.name for file in reversed(files[8:]) if file.name not in gone
    ]
    assert listed[-1] == "Forget these"


def test_a_recent_file_opens_and_goes_to_the_top(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    other = pool_file.with_name("R&D.argmap.yaml")
    other.write_text(POOL)
    windows.application.recent_files.add(other)
    windows.application.recent_files.add(pool_file)
    entry = entries(opened, "Open recent")[1]
    assert entry.text().startswith("&R&&D.argmap.yaml"), "shown as it is called"
    entry.trigger()
    assert [w.session.path for w in windows.all] == [pool_file, other]
    assert windows.application.recent_files.paths == (other, pool_file)


def test_one_that_breaks_while_the_menu_is_open_is_told(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    other = pool_file.with_name("other.argmap.yaml")
    other.write_text(POOL)
    windows.application.recent_files.add(other)
    (entry, *_) = entries(opened, "Open recent")
    other.unlink()
    entry.trigger()
    assert "no such file" in told(opened)


def test_forgetting_them_empties_the_list_for_good(opened: Window, windows: Windows) -> None:
    entries(opened, "Open recent")[-1].trigger()
    (forget,) = entries(opened, "Open recent")
    assert not forget.isEnabled()
    assert not RecentFiles().paths
    assert not windows.application.recent_files.paths


@pytest.mark.parametrize("name", themes.names())
def test_a_theme_is_ticked_used_everywhere_and_kept(
    opened: Window, windows: Windows, name: str
) -> None:
    other = windows.add()
    title = themes.load(name).title
    (entry,) = (e for e in entries(opened, "Theme of the window") if called(e) == title)
    entry.trigger()
    assert [w.appearance.theme.name for w in windows.all] == [name, name]
    assert settings.load()[0].theme == name
    ticked = [called(e) for e in entries(other, "Theme of the window") if e.isChecked()]
    assert ticked == [title]


@pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")
def test_a_theme_is_chosen_by_its_letter(opened: Window) -> None:
    menu = next(m for m in opened.findChildren(QMenu) if called(m.menuAction()) == "View")
    menu.popup(opened.pos())
    QTest.keyClick(menu, Qt.Key.Key_H)
    inner = QApplication.activePopupWidget()
    assert inner
    assert inner is not menu
    QTest.keyClick(inner, Qt.Key.Key_D)
    assert opened.appearance.theme.name == "dark"


@pytest.mark.usefixtures("sepia")
def test_a_theme_of_ones_own_is_offered_used_and_kept(opened: Window) -> None:
    (entry,) = (e for e in entries(opened, "Theme of the window") if called(e) == "Sepia")
    entry.trigger()
    assert opened.appearance.theme.name == "sepia"
    assert Application().setting_faults == ()
    assert Application().settings.theme == "sepia"
    assert "sepia" in settings.about("theme").choices


def test_choosing_a_theme_keeps_the_other_settings(opened: Window, windows: Windows) -> None:
    windows.application.change(Settings(motion=False, keys={"duplicate": "F9"}))
    entries(opened, "Theme of the window")[-1].trigger()
    kept = settings.load()[0]
    assert kept.motion is False
    assert kept.keys == {"duplicate": "F9"}


def test_as_the_system_is_ticked_at_first(opened: Window) -> None:
    ticked = [called(e) for e in entries(opened, "Theme of the window") if e.isChecked()]
    assert ticked == ["As the system"]
