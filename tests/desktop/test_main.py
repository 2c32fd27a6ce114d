"""The program as it starts: what it opens, what it says, and that a mistake of ours ends nothing.

Each test is a process of its own, as there can be one application in each.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from argmap import paths, settings
from argmap.store.journal import find
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL

DRIVEN = """
import json, os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from argmap.desktop import main as app
from argmap.desktop import draft
from argmap.desktop.window import Window
from argmap.model.edits import edit

said = {}

def windows():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]

def look():
    said["windows"] = [
        {
            "title": w.windowTitle().replace("[*]", ""),
            "map": w.pages.shows_map,
            "told": " ".join(n.text for n in w.notices.notices),
        }
        for w in windows()
    ]

def fail():
    raise RuntimeError("a mistake of ours")

def report():
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    said["reports"] = [[b.text(), b.detailedText()] for b in boxes]
    for box in boxes:
        box.close()
    said["alive"] = bool(windows())

def edit_and_end():
    session = windows()[0].session
    session.do("Title", edit.set_map_fields(session.argument_map, title="Done"))
    session.do("Title", edit.set_map_fields(session.argument_map, title="Undone"))
    QTimer.singleShot(1200, undo_and_end)

def undo_and_end():
    session = windows()[0].session
    session.undo()
    session.start_draft(draft.premise("cost"))
    QApplication.focusWidget().insertPlainText("Half a thou")
    os.kill(os.getpid(), signal.SIGTERM)

def leave():
    for w in windows():
        w.session.text.mark_saved()
        w.close()

real = QApplication.exec

def driven():
    wanted = {"look": [look, leave], "fail": [fail, fail, report, leave], "end": [edit_and_end]}
    for at, step in enumerate(wanted[sys.argv[1]]):
        QTimer.singleShot(50 * at + 50, step)
    return real()

app.QApplication.exec = lambda *_: driven()
status = app.main(sys.argv[2:])
print(json.dumps(said | {"status": status}))
"""


def start(what: str, *files: Path) -> dict[str, Any]:
    """Start the program with files, look at it or let it fail, and close its windows."""
    ended = subprocess.run(
        [sys.executable, "-c", DRIVEN, what, *map(str, files)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found | {"stderr": ended.stderr}


def test_without_a_file_it_begins_with_the_start_page() -> None:
    found = start("look")
    assert found["windows"] == [{"title": "argmap", "map": False, "told": ""}]
    assert found["status"] == 0


def test_what_a_killed_program_left_where_one_saves_is_removed(pool_file: Path) -> None:
    start("look", pool_file)
    left = [f / ".argmap-0123456789ab.tmp" for f in (pool_file.parent, paths.state())]
    for file in left:
        file.write_text("half a map")
    start("look")
    assert not [file for file in left if file.exists()]


def test_each_file_gets_a_window_and_what_cannot_be_read_is_told_in_the_first(
    pool_file: Path, tmp_path: Path
) -> None:
    other, broken = tmp_path / "other.argmap.yaml", tmp_path / "broken.argmap.yaml"
    other.write_text(POOL)
    broken.write_bytes(b"\xff")
    found = start("look", pool_file, broken, other, pool_file)
    shown = {w["title"].split(" ")[0]: w["told"] for w in found["windows"]}
    assert set(shown) == {pool_file.name, other.name}, "none twice, and none for nothing"
    assert "broken.argmap.yaml: The file is not UTF-8" in shown[pool_file.name]
    assert shown[other.name] == ""


def test_lost_work_and_wrong_settings_are_told_beside_the_map(pool_file: Path) -> None:
    settings.file().parent.mkdir(parents=True)
    settings.file().write_text('{"theme": "pink", "colour": 1}')
    script = (
        "import os, sys; from pathlib import Path; from argmap.store.journal import Journal;"
        "Journal(Path(sys.argv[1]), None, 'argmap: 1\\ntitle: Lost\\n'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(paths.journals()[0])], check=False)
    (window,) = start("look", pool_file)["windows"]
    assert window["map"]
    for words in ("“Lost” was not saved", 'cannot be `"pink"`', "no setting “colour”"):
        assert words in window["told"]


def test_a_mistake_of_ours_shows_one_report_and_the_window_lives_on(pool_file: Path) -> None:
    found = start("fail", pool_file)
    ((text, detail),) = found["reports"]
    assert "Your work is in the journal" in text
    assert "RuntimeError: a mistake of ours" in detail
    assert "Python" in detail
    assert found["alive"]
    assert found["stderr"].count("a mistake of ours") >= 2, "the second is logged all the same"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_a_program_told_to_end_leaves_a_journal_of_that_moment(pool_file: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", DRIVEN, "end", str(pool_file)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGTERM, ended.stderr
    (recovery,) = find(paths.journals()).recoveries
    kept = read(recovery.text()).argument_map
    assert kept.title == "Done", "not what was undone a moment before"
    assert kept.statement_by_id["half-a-thou"].text == "Half a thou"
    assert pool_file.read_text(encoding="utf-8") == POOL
