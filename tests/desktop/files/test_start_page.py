"""The first page: worked with keys, texts taken literally, and a way back to the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files import examples, naming
from argmap.desktop.recent_files import RecentFiles, place
from argmap.desktop.session import Session
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.yaml_file import dumps, load, read
from tests.desktop.helpers import POOL, command, editor

Press = Callable[..., None]


def _entries(window: Window) -> dict[str, QCommandLinkButton]:
    page = window.start_page
    return {b.accessibleName(): b for b in page.findChildren(QCommandLinkButton)}


@pytest.fixture
def started(windows: Windows, qtbot: QtBot) -> Window:
    window = windows.add()
    window.pages.show_start_page()
    with qtbot.waitExposed(window):
        window.activateWindow()
    return window


def test_enter_begins_a_map(started: Window, press: Press, qtbot: QtBot) -> None:
    press(started, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(started) is not None)
    assert started.canvas.isVisible()


def test_a_page_that_is_filled_anew_keeps_the_focus(started: Window, press: Press) -> None:
    for _ in range(2):
        press(started, Qt.Key.Key_Tab)
        started.start.fill()
        assert _entries(started)["New map"].hasFocus()


def test_arrow_keys_go_through_the_entries_and_stay_on_the_page(
    started: Window, press: Press
) -> None:
    names = list(_entries(started))
    press(started, Qt.Key.Key_Up)
    assert _focused(started) == names[0]
    for name in names[1:]:
        press(started, Qt.Key.Key_Down)
        assert _focused(started) == name
    press(started, Qt.Key.Key_Down)
    assert _focused(started) == names[-1]


def test_left_and_right_lead_to_the_column_beside(started: Window, press: Press) -> None:
    names = list(_entries(started))
    example = names.index("Open…") + 1
    press(started, Qt.Key.Key_Left)
    assert _focused(started) == "New map"
    press(started, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert _focused(started) == names[example + 1], "the second beside the second"
    press(started, Qt.Key.Key_Right)
    assert _focused(started) == names[example + 1]
    press(started, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert _focused(started) == "Open…", "the one that is nearest"


def test_arrow_keys_bring_into_sight_where_they_lead(
    started: Window, press: Press, qtbot: QtBot
) -> None:
    started.resize(500, 400)
    qtbot.waitUntil(lambda: started.width() == 500)
    for key in (Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 5):
        press(started, key)
    entry = started.focusWidget()
    assert _focused(started) == list(_entries(started))[-1]
    seen = started.start_page.viewport()
    corner = (
        entry.mapTo(seen, entry.rect().topLeft()),
        entry.mapTo(seen, entry.rect().bottomRight()),
    )
    assert all(seen.rect().contains(each) for each in corner)


def test_the_status_bar_tells_nothing_of_a_map_that_is_not_in_view(
    opened: Window, press: Press
) -> None:
    status = opened.status
    status.set_problems(1)
    told_of = (status.counts, status.kinds, status.zoom, status.problems)
    assert all(part.isVisible() for part in told_of)
    opened.pages.show_start_page()
    status.set_problems(2)
    assert not any(part.isVisible() for part in told_of)
    press(opened, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in told_of)
    status.set_problems(0)
    assert not status.problems.isVisible()


def _focused(window: Window) -> str:
    return window.focusWidget().accessibleName()


def test_typing_begins_a_map_with_what_is_typed(started: Window, press: Press) -> None:
    press(started, *"Helmets help", Qt.Key.Key_Return)
    assert [s.text for s in started.session.argument_map.statements] == ["Helmets help"]


def test_typing_keeps_the_first_letter_where_no_window_is_active_yet(
    started: Window, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
        other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is None)
    page = started.focusWidget()
    QTest.keyClicks(page, "H")
    field = started.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "H"


def test_typing_over_a_map_leaves_it_alone(opened: Window, press: Press) -> None:
    before = opened.session.argument_map
    opened.pages.show_start_page()
    press(opened, "H")
    assert opened.session.argument_map is before
    assert opened.pages.shows_start
    assert editor(opened) is None


def test_every_example_is_there_and_opens_as_a_new_map(started: Window, qtbot: QtBot) -> None:
    entries = _entries(started)
    titles = [title for title, _ in examples.titles()]
    assert len(titles) == len(list(paths.examples().glob("*.argmap.yaml")))
    assert set(titles) <= entries.keys()
    with qtbot.waitSignal(started.canvas.drawn):
        QTest.mouseClick(entries[titles[0]], Qt.MouseButton.LeftButton)
    assert started.session.argument_map.title == titles[0]
    assert started.session.path is None
    assert not started.isWindowModified()


def test_a_damaged_example_is_told(started: Window, tmp_path: Path) -> None:
    path = tmp_path / "damaged.argmap.yaml"
    path.write_bytes(b"\xff")
    started.start.open_example(path)
    assert "not UTF-8" in started.notices.notices[0].text
    assert started.start_page.isVisible()


def test_names_are_shown_as_they_are(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "<b>Q&A.argmap.yaml"
    path.write_text("argmap: 1\n")
    windows.application.recent_files.add(path)
    window = windows.add()
    window.pages.show_start_page()
    assert _entries(window)[path.name].text() == "<b>Q&&A.argmap.yaml"


def test_of_a_long_name_both_ends_are_shown(windows: Windows, tmp_path: Path) -> None:
    name = f"Minutes{' of the town council' * 8} 7.argmap.yaml"
    path = tmp_path / name
    path.write_text(POOL)
    windows.application.recent_files.add(path)
    window = windows.add()
    window.pages.show_start_page()
    entry = _entries(window)[name]
    start, end = entry.text().split("…")
    assert name.startswith(start)
    assert name.endswith(end)
    assert end.endswith(" 7.argmap.yaml")
    bold = entry.font()
    bold.setBold(True)
    assert QFontMetrics(bold).horizontalAdvance(entry.text()) < entry.width()
    assert name in entry.toolTip()


def test_a_recent_file_that_cannot_be_read_leaves_the_page(
    started: Window, pool_file: Path, windows: Windows
) -> None:
    windows.application.recent_files.add(pool_file)
    started.pages.show_start_page()
    entry = _entries(started)[pool_file.name]
    pool_file.write_bytes(b"\xff")
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert "not UTF-8" in started.notices.notices[0].text


def test_a_map_that_is_open_is_gone_back_to(opened: Window, press: Press) -> None:
    opened.pages.show_start_page()
    QTest.mouseClick(_entries(opened)["Back to the map"], Qt.MouseButton.LeftButton)
    assert opened.canvas.isVisible()
    opened.pages.show_start_page()
    press(opened, Qt.Key.Key_Escape)
    assert opened.canvas.isVisible()
    assert opened.session.path


def test_without_a_map_there_is_nothing_to_go_back_to(started: Window, press: Press) -> None:
    assert "Back to the map" not in _entries(started)
    press(started, Qt.Key.Key_Escape)
    assert started.start_page.isVisible()


def test_the_menu_of_recent_files(opened: Window, windows: Windows, pool_file: Path) -> None:
    menu = next(m for m in opened.findChildren(QMenu) if m.title() == "Open &recent")
    menu.aboutToShow.emit()
    first, *_, forget = menu.actions()
    assert first.text() == f"&{pool_file.name}  ({place(pool_file)})"
    first.trigger()
    assert windows.all == (opened,)
    forget.trigger()
    assert not windows.application.recent_files.paths


def test_recent_files_newest_first_once_each_and_kept(tmp_path: Path) -> None:
    recent = RecentFiles()
    files = [tmp_path / f"{number}.argmap.yaml" for number in range(15)]
    for file in [*files, files[-2]]:
        file.touch()
        recent.add(file)
    expected = [files[-2], files[-1], *reversed(files[3:-2])]
    assert list(recent.paths) == expected
    assert RecentFiles().paths == recent.paths
    files[-2].unlink()
    assert list(recent.paths) == expected[1:]


@pytest.mark.parametrize("text", ["{", "7", "[1, null]", '["\\u0000"]'])
def test_a_damaged_list_of_recent_files_is_empty(text: str) -> None:
    paths.state().mkdir(parents=True)
    (paths.state() / "recent.json").write_text(text)
    assert RecentFiles().paths == ()


def test_a_folder_is_named_as_people_write_it(tmp_path: Path) -> None:
    assert place(Path.home() / "maps" / "a.yaml") == str(Path("~") / "maps")
    assert place(tmp_path / "a.yaml") == str(tmp_path)


def test_examples_begin_with_a_small_one() -> None:
    sizes = [len(load(path).argument_map.statements) for _, path in examples.titles()]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("title", "claim", "name"),
    [
        ("A title", "A claim.", "A title"),
        ("", "The pool should open on Sundays.", "The pool should open on Sundays"),
        ("", "", "New map"),
        ("", "Is it: yes/no?", "Is it yes no"),
        ("", "word " * 30, " ".join(["word"] * 12)),
        ("", "A" * 90, "A" * 60),
    ],
)
def test_a_new_file_is_called_after_its_claim(title: str, claim: str, name: str) -> None:
    session = Session()
    argument_map = ArgumentMap(title=title)
    session.open(read(dumps(edit.add_claim(argument_map, claim) if claim else argument_map)))
    assert naming.stem(session) == name
    session.deleteLater()


def test_saving_is_offered_where_there_is_something_to_save(opened: Window, press: Press) -> None:
    assert not command(opened, "save").isEnabled()
    press(opened, "x")
    assert command(opened, "save").isEnabled()
    press(opened, Qt.Key.Key_Return)
    assert command(opened, "save").isEnabled()
    command(opened, "save").trigger()
    assert not command(opened, "save").isEnabled()
