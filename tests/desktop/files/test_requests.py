"""What files and the start page ask of the session and the program, without any window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.application import Application
from argmap.desktop.draft import Draft
from argmap.desktop.files import opening
from argmap.desktop.files.files import Files
from argmap.desktop.files.start import Start
from argmap.desktop.files.start_page import StartPage
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.conftest import OpenMap


@pytest.fixture
def application(qapp: object) -> Application:
    del qapp
    return Application()


@pytest.fixture
def blank(open_map: OpenMap) -> Session:
    return open_map(ArgumentMap())


@pytest.fixture
def files(blank: Session, application: Application, qtbot: QtBot) -> Iterator[Files]:
    parent = QWidget()
    qtbot.addWidget(parent)
    files = Files(blank, application, parent)
    yield files
    files.close()


def test_opening_asks_the_program_with_the_session_of_the_window(
    files: Files,
    blank: Session,
    application: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[Path, Session]] = []
    application.file_requested.connect(lambda path, session: asked.append((path, session)))
    names = [str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    files.ask_open()
    assert asked == [(Path(name), blank) for name in names]


def test_a_new_map_begins_with_the_draft_of_a_claim(files: Files, blank: Session) -> None:
    drafts: list[Draft] = []
    blank.draft_started.connect(drafts.append)
    files.begin()
    assert [draft.name for draft in drafts] == ["Add claim"]
    assert blank.untouched


def test_saving_takes_what_is_typed_and_remembers_the_file(
    files: Files,
    blank: Session,
    application: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "typed.argmap.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    blank.commit_requested.connect(
        lambda: blank.attempt("Add claim", lambda m: edit.add_claim(m, "Typed."))
    )
    assert files.save()
    assert "Typed." in path.read_text(encoding="utf-8")
    assert application.recent_files.paths == (path,)


def test_the_file_of_another_session_is_not_written(
    files: Files,
    blank: Session,
    application: Application,
    pool_file: Path,
    open_map: OpenMap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = open_map(ArgumentMap())
    other.path = pool_file
    application.sessions += [blank, other]
    notices: list[Notice] = []
    blank.notice_posted.connect(notices.append)
    before = pool_file.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pool_file), ""))
    assert not files.ask_save_as()
    assert "open in another window" in notices[0].text
    assert pool_file.read_bytes() == before


def test_what_a_file_complains_of_leads_to_the_problems(
    files: Files, blank: Session, tmp_path: Path
) -> None:
    path = tmp_path / "broken.argmap.yaml"
    path.write_text("argmap: 1\nstatements:\n  - 3\n", encoding="utf-8")
    notices: list[Notice] = []
    panes: list[str] = []
    blank.notice_posted.connect(notices.append)
    blank.pane_requested.connect(panes.append)
    files.take(opening.read(path))
    (notice,) = notices
    notice.remedies[0].run()
    assert panes == ["problems"]


def test_the_start_page_asks_for_what_is_chosen(
    blank: Session, application: Application, pool_file: Path, qtbot: QtBot
) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    start = Start(blank, application, page)
    asked: list[object] = []
    application.new_map_requested.connect(asked.append)
    application.file_requested.connect(lambda path, session: asked.append((path, session)))
    application.map_requested.connect(lambda opened, _: asked.append(opened.path))
    start.fill()
    page.new_wanted.emit()
    page.recent_chosen.emit(pool_file)
    page.example_chosen.emit(pool_file)
    assert asked == [blank, (pool_file, blank), None], "an example has no file of its own"
