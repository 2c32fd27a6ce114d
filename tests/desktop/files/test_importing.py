"""Other programs' files in the window: opened, written, pasted, and what is lost is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from argmap.desktop.export import converting
from argmap.desktop.files import importing
from argmap.desktop.notices import losses
from argmap.desktop.notices.notice import Remedy
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import Severity
from argmap.formats.table import FORMATS
from argmap.model.kinds import Bearing
from tests.desktop.helpers import exports, told
from tests.formats.misread import MISREAD

Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier

KIALO = """\
Discussion Name:
Sunday swimming

1. Thesis:
The pool should open on Sundays.

  1.1. Pro:
  Two hundred residents asked for it.

  1.2. Con:
  Staff cost doubles.
"""


def test_another_programs_file_opens_as_a_new_map(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "swimming.kialo"
    path.write_text(KIALO)
    window = windows.open(path)
    argument_map = window.session.argument_map
    assert [s.text for s in argument_map.statements] == [
        "The pool should open on Sundays.",
        "Two hundred residents asked for it.",
        "Staff cost doubles.",
    ]
    assert window.session.path is None, "saving must not overwrite the other program's file"
    assert window.isWindowModified()
    assert "Imported “swimming.kialo”" in told(window)


@pytest.mark.parametrize("name", [name for name in MISREAD if name != "argmap"])
def test_what_is_not_read_as_it_stands_is_in_the_list_of_every_format(
    name: str, tmp_path: Path
) -> None:
    row = next(row for row in FORMATS if row.name == name)
    path = tmp_path / f"map{row.suffixes[0]}"
    problems = importing.read(path, MISREAD[name].encode()).problems
    assert {problem.code for problem in problems} - {"undrawn"}
    notice = losses.summary("Imported.", problems, Remedy("Show", lambda: None))
    assert notice.severity is Severity.WARNING
    assert [remedy.words for remedy in notice.remedies] == ["Show"]


def test_what_a_file_holds_that_is_not_drawn_is_told(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "talk.aif.json"
    path.write_text(
        '{"nodes": [{"nodeID": "1", "type": "I", "text": "It opens."},'
        ' {"nodeID": "7", "type": "PA", "text": "Default Preference"}], "edges": []}'
    )
    window = windows.open(path)
    assert told(window) == (
        "Imported “talk.aif.json” as a new map. Part of the file is not drawn, but it is kept."
    )
    assert [(p.code, p.severity, p.message) for p in window.session.told_problems] == [
        ("undrawn", Severity.HINT, "Kept in the file, but not drawn: preferences (PA) (1): 7.")
    ]


def test_what_could_not_be_read_is_told_and_listed(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "odd.apx"
    path.write_text("arg(a).\nfoo(b).\n")
    window = windows.open(path)
    assert told(window) == (
        "Imported “odd.apx” as a new map. One place in the file could not be read as written."
    )
    assert [(p.code, p.where.line) for p in window.session.told_problems] == [("import", 2)]


def test_a_yaml_of_our_own_is_a_document(windows: Windows, pool_file: Path) -> None:
    plain = pool_file.rename(pool_file.with_name("pool.yaml"))
    window = windows.open(plain)
    assert window.session.path == plain


def test_a_file_that_nobody_reads_is_told(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "broken.aif.json"
    path.write_text('{"nodes": [')
    window = windows.open(path)
    assert window.notices.notices, "an error is told"
    assert not window.session.argument_map.statements


def test_exporting_tells_what_is_lost(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choices = converting.filters_to_write()
    chosen = next(words for words, row in choices.items() if row.name == "tgf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "pool"), chosen))
    exports(opened).ask_convert()
    qtbot.waitUntil(lambda: "Exported to" in told(opened))
    assert (tmp_path / "pool.tgf").read_text()
    assert "lost on the way" in told(opened)
    assert {p.code for p in opened.session.told_problems} == {"lost"}
    assert not opened.isWindowModified()


@pytest.mark.parametrize(
    ("name", "chosen", "written"),
    [
        ("pool", "tgf", "pool.tgf"),
        ("pool.kialo", "tgf", "pool.kialo"),
        ("pool.TGF", "kialo", "pool.TGF"),
        ("pool.v2", "kialo", "pool.v2.kialo"),
        ("pool.argmap.yaml", "tgf", "pool.argmap.yaml.tgf"),
    ],
)
def test_the_suffix_that_is_typed_says_which_format_is_meant(
    opened: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    name: str,
    chosen: str,
    written: str,
) -> None:
    words = {row.name: words for words, row in converting.filters_to_write().items()}
    asked = (str(tmp_path / "out" / name), words[chosen])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked)
    (tmp_path / "out").mkdir()
    exports(opened).ask_convert()
    qtbot.waitUntil(lambda: "Exported to" in told(opened))
    (path,) = (tmp_path / "out").iterdir()
    assert path.name == written
    is_kialo = path.suffix == ".kialo"
    assert path.read_text().startswith("Discussion Name:") is is_kialo


def test_the_file_dialogs_know_every_format() -> None:
    readable = importing.filter_to_open()
    assert all(row.title in readable for row in FORMATS if row.read)
    written = {row.name for row in converting.filters_to_write().values()}
    assert written == {row.name for row in FORMATS if row.write} - {"argmap"}


@pytest.mark.parametrize(
    ("text", "texts", "bearings"),
    [
        ("One thing.\n  A reason.\n", ["One thing.", "A reason."], [Bearing.SUPPORTS] * 2),
        ("- One thing.\n  - A reason.\n", ["One thing.", "A reason."], [Bearing.SUPPORTS] * 2),
        (
            "[T]: One thing.\n  - [R]: An objection.\n",
            ["One thing.", "An objection."],
            [Bearing.SUPPORTS, Bearing.ATTACKS],
        ),
        ("•\tOne thing.\no\tA reason.", ["One thing.", "A reason."], [Bearing.SUPPORTS] * 2),
        ("1.1 One thing.\n1.1.1 A reason.", ["One thing.", "A reason."], [Bearing.SUPPORTS] * 2),
        ("a) One thing.\ni) A reason.", ["One thing.", "A reason."], [Bearing.SUPPORTS] * 2),
        ("Two lines\nof one card.", ["Two lines\nof one card."], [Bearing.SUPPORTS]),
    ],
)
def test_pasted_outlines_become_cards_in_one_step(
    opened: Window, press: Press, text: str, texts: list[str], bearings: list[Bearing]
) -> None:
    opened.session.select(["demand"])
    QGuiApplication.clipboard().setText(text)
    before = opened.session.argument_map
    press(opened, Qt.Key.Key_V, held=CTRL)
    after = opened.session.argument_map
    new = [s.text for s in after.statements if s.id not in before.statement_by_id]
    assert new == texts
    assert [r.bearing for r in after.relations if r.id not in before.relation_by_id] == bearings
    assert opened.session.document.done == ("Paste",)
