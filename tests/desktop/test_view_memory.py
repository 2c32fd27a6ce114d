"""Folding and zoom come back with the file, and are not written into it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.opening import Opened, read
from argmap.desktop.state.view_state import ViewState
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows


def reopened(windows: Windows, path: Path, qtbot: QtBot) -> Window:
    for window in windows.all:
        window.close()
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    windows.open(path, window.session)
    qtbot.waitUntil(lambda: "open-sundays" in window.canvas.map_scene.cards)
    return window


def test_what_was_folded_is_folded_again(
    opened: Window, windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    before = pool_file.read_bytes()
    view = replace(opened.session.view, folded=frozenset({"open-sundays"}), titles=True)
    opened.session.set_view(view)
    again = reopened(windows, pool_file, qtbot)
    assert again.session.view == view
    assert set(again.canvas.map_scene.cards) == {"open-sundays"}
    assert pool_file.read_bytes() == before
    assert not again.session.document.modified


def test_a_zoom_chosen_by_hand_comes_back_and_a_whole_map_is_whole_again(
    opened: Window, windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    opened.canvas.zoom_to(5)
    opened.canvas.center_on("demand")
    again = reopened(windows, pool_file, qtbot)
    (record,) = json.loads((paths.state() / "views.json").read_text()).values()
    middle = QPointF(*record["middle"])
    assert again.canvas.zoom() == pytest.approx(5)
    assert again.canvas.is_in_view("demand")
    now = again.canvas.mapToScene(again.canvas.viewport().rect().center())
    assert abs(now.x() - middle.x()) < 2
    assert abs(now.y() - middle.y()) < 2
    again.canvas.zoom_fit()
    whole = reopened(windows, pool_file, qtbot)
    assert whole.canvas.zoom() < 5
    assert json.loads((paths.state() / "views.json").read_text()) == {}


def test_another_file_in_the_same_window_has_its_own(
    opened: Window, pool_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.argmap.yaml"
    other.write_bytes(pool_file.read_bytes())
    opened.session.set_view(ViewState(folded=frozenset({"open-sundays"})))
    opened.files.take(opened_file(other))
    assert opened.session.view == ViewState()
    opened.files.take(opened_file(pool_file))
    assert opened.session.view.folded == {"open-sundays"}


def opened_file(path: Path) -> Opened:
    return read(path)


@pytest.mark.parametrize(
    "record",
    [
        "[]",
        "{",
        '{"PATH": 3}',
        '{"PATH": {"folded": 3, "titles": "yes", "zoom": "big", "middle": []}}',
        '{"PATH": {"folded": ["gone", 7], "branch": "gone", "zoom": 2}}',
    ],
)
def test_what_is_damaged_or_gone_is_left_out(
    windows: Windows, pool_file: Path, qtbot: QtBot, record: str
) -> None:
    paths.state().mkdir(parents=True, exist_ok=True)
    text = record.replace("PATH", str(pool_file))
    (paths.state() / "views.json").write_text(text, encoding="utf-8")
    window = reopened(windows, pool_file, qtbot)
    assert window.session.view == ViewState()


def test_a_state_folder_that_cannot_be_written_stops_nothing(
    opened: Window, windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    (paths.state() / "views.json").mkdir(parents=True)
    opened.session.set_view(ViewState(titles=True))
    again = reopened(windows, pool_file, qtbot)
    assert again.session.view == ViewState()
