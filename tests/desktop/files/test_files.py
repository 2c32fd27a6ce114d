"""What happens to files: saved without loss, watched, recovered, never overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from argmap.desktop.files import naming, source_files
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.edits import edit
from argmap.model.edits.edit import set_fields
from argmap.saving.digest import sha256
from argmap.settings import Settings
from argmap.store.yaml_file import load, read
from tests.desktop.dragging import dropping
from tests.desktop.helpers import POOL, click_remedy, journals, press_keys, retext, told

Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_saving_unedited_changes_no_byte(opened: Window, pool_file: Path) -> None:
    before = pool_file.read_bytes()
    assert opened.files.save()
    assert pool_file.read_bytes() == before


def test_saving_touches_only_what_was_edited(opened: Window, pool_file: Path) -> None:
    retext(opened, "Many asked.")
    assert opened.isWindowModified()
    assert opened.files.save()
    assert pool_file.read_text() == POOL.replace(
        "Two hundred residents asked for it.", "Many asked."
    )
    assert not opened.isWindowModified()


def test_what_is_typed_is_saved_too(opened: Window, pool_file: Path, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, "Cost doubles.")
    press(opened, Qt.Key.Key_S, held=CTRL)
    assert "Cost doubles." in pool_file.read_text()


def test_a_second_opening_raises_the_first_window(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    assert windows.open(pool_file) is opened
    assert len(windows.all) == 1


def test_another_file_gets_another_window(opened: Window, windows: Windows, tmp_path: Path) -> None:
    other = tmp_path / "other.argmap.yaml"
    other.write_text(POOL.replace("Should the pool", "Should the other pool"))
    assert windows.open(other, opened.session) is not opened
    assert len(windows.all) == 2


def test_a_missing_file_is_told(windows: Windows, tmp_path: Path) -> None:
    window = windows.open(tmp_path / "nowhere.argmap.yaml")
    assert "no such file" in told(window)


def test_reloading_what_changed_on_the_disk(opened: Window, pool_file: Path, qtbot: QtBot) -> None:
    pool_file.write_text(POOL.replace("Staff cost doubles", "Staff cost triples"))
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    assert "triples" in opened.session.argument_map.statement_by_id["cost"].text


def test_the_text_that_loses_goes_to_a_backup(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    retext(opened, "Mine.")
    pool_file.write_text(POOL.replace("Staff cost doubles", "Theirs triples"))
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Keep mine")
    assert "Mine." in pool_file.read_text()
    kept = [p for p in pool_file.parent.iterdir() if "backup" in p.name]
    assert len(kept) == 1
    assert "Theirs triples" in kept[0].read_text()


def test_saving_over_a_change_asks_first(opened: Window, pool_file: Path) -> None:
    retext(opened, "Mine.")
    theirs = POOL.replace("Staff cost doubles", "Theirs triples")
    pool_file.write_text(theirs)
    assert not opened.files.save()
    assert "The map was not saved." in told(opened)
    assert pool_file.read_text() == theirs
    click_remedy(opened, "Reload")
    kept = [p for p in pool_file.parent.iterdir() if "backup" in p.name]
    assert "Mine." in kept[0].read_text()


@pytest.mark.parametrize(
    ("answer", "closes", "saved"),
    [
        (QMessageBox.StandardButton.Save, True, True),
        (QMessageBox.StandardButton.Discard, True, False),
        (QMessageBox.StandardButton.Cancel, False, False),
    ],
)
def test_closing_with_changes_asks(
    opened: Window,
    pool_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: QMessageBox.StandardButton,
    closes: bool,
    saved: bool,
) -> None:
    retext(opened, "Mine.")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answer)
    assert opened.close() is closes
    assert ("Mine." in pool_file.read_text()) is saved


@pytest.mark.parametrize(
    ("title", "called"), [("", "The new map has"), ("On exams", "“On exams” has")]
)
def test_a_map_without_a_file_is_asked_about_by_the_name_it_shows(
    window: Window, monkeypatch: pytest.MonkeyPatch, title: str, called: str
) -> None:
    asked: list[str] = []

    def refuse(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    window.session.attempt("Title", lambda m: replace(m, title=title, language="en"))
    assert not window.close()
    assert asked[0].startswith(called)


def test_a_closed_window_leaves_nothing_to_recover(opened: Window) -> None:
    assert journals()
    opened.close()
    assert not journals()


def test_edits_are_in_the_journal_within_two_seconds(opened: Window, qtbot: QtBot) -> None:
    retext(opened, "Mine.")
    qtbot.waitUntil(lambda: "Mine" in journals()[0].read_text(), timeout=2000)


def test_a_file_dropped_on_the_window_opens(
    opened: Window, windows: Windows, tmp_path: Path
) -> None:
    other = tmp_path / "dropped.argmap.yaml"
    other.write_text(POOL)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    opened.dropEvent(dropping(QPoint(10, 10), data))
    assert {w.session.path for w in windows.all} >= {other}


def test_save_as_offers_to_bring_the_sources(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "texts").mkdir(parents=True)
    new.mkdir()
    (old / "texts" / "a.txt").write_text("the text")
    path = old / "map.argmap.yaml"
    path.write_text(
        POOL
        + "sources:\n  - id: a\n    file: texts/a.txt\n  - id: b\n    file: texts/missing.txt\n"
    )
    window = windows.add()
    windows.open(path, window.session)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(new / "map.argmap.yaml"), "")
    )
    assert window.files.ask_save_as()
    click_remedy(window, "Copy")
    assert (new / "texts" / "a.txt").read_text() == "the text"


@pytest.mark.parametrize("kept", ["beside", "inline"])
def test_texts_in_a_map_move_beside_it_when_it_is_saved_first(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    session = window.session
    window._application.change(Settings(texts=kept))
    letter, book = Source("letter", text="We ask you.\n"), Source("book", title="A book")
    session.attempt("Add source", lambda m: reduce(edit.put, (letter, book), m))
    folder = tmp_path / "pool.sources"
    folder.mkdir()
    (folder / "letter.txt").write_text("another one")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "pool.argmap.yaml"), "")
    )
    assert window.files.save()
    assert ("kept in the map itself" in told(window)) is (kept == "beside")
    if kept == "inline":
        return
    click_remedy(window, "Keep beside the map")
    moved = load(tmp_path / "pool.argmap.yaml").argument_map.source_by_id
    assert (moved["letter"].text, moved["letter"].file) == ("", "pool.sources/letter-2.txt")
    assert (folder / "letter-2.txt").read_bytes() == b"We ask you.\n"
    assert moved["letter"].sha256 == sha256(b"We ask you.\n")
    assert moved["book"] == book
    assert (folder / "letter.txt").read_text() == "another one"
    assert not session.document.modified
    session.undo()
    assert session.argument_map.source_by_id["letter"].text == "We ask you.\n"


def test_a_map_with_problems_opens_and_says_so(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "bad.argmap.yaml"
    path.write_text(POOL + "  - id: r3\n    from: [nobody]\n    supports: demand\n")
    window = windows.open(path)
    assert len(window.session.argument_map.relations) == 2
    assert "This file has one problem." in told(window)
    click_remedy(window, "Show")
    assert window.panes.shown("problems")


def test_a_file_that_cannot_be_read_is_shown_at_the_place_in_its_text(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bad.argmap.yaml"
    path.write_text(POOL.replace("    kind: rebuttal", "    kind rebuttal"))
    window = windows.open(path)
    with qtbot.waitExposed(window):
        window.activateWindow()
    assert "a colon is missing" in told(window)
    click_remedy(window, "Show")
    assert window.panes.shown("text")
    assert window.focusWidget() is window.text_pane.editor
    cursor = window.text_pane.editor.textCursor()
    assert cursor.block().text()[cursor.positionInBlock() :] == "kind rebuttal"


def test_sentences_typed_without_quotes_are_shown_told_and_edited(
    windows: Windows, tmp_path: Path
) -> None:
    path = tmp_path / "typed.argmap.yaml"
    path.write_text(
        "argmap: 1\nauthors: [@ann]\nstatements:\n  - {id: open, text: Open it: now}\n"
        "  - id: demand\n    text: 'It's hot.'\n  - {id: cost, text: Costs double}\n"
    )
    window = windows.open(path)
    assert [s.text for s in window.session.argument_map.statements] == [
        "Open it: now",
        "It's hot.",
        "Costs double",
    ]
    assert [(p.code, p.where.line) for p in window.session.told_problems] == [
        ("unquoted", 2),
        ("unquoted", 4),
        ("unquoted", 6),
    ]
    assert "This file has 3 problems." in told(window)
    window.session.do("Change", set_fields(window.session.argument_map, "cost", text="Cheap: no"))
    assert window.files.save()
    again = read(path.read_text())
    assert (again.argument_map, again.problems) == (window.session.argument_map, ())


def test_broken_yaml_is_shown_read_only(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "broken.argmap.yaml"
    path.write_text(POOL + "  - [unclosed\n")
    window = windows.open(path)
    assert window.session.read_only
    assert "text cannot be read" in window.windowTitle()
    retext(window, "changed")
    assert not window.files.save()
    assert path.read_text().endswith("[unclosed\n")


def test_what_was_made_unreadable_is_kept_byte_for_byte(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    retext(opened, "Mine.")
    pool_file.write_bytes(b"\xff theirs")
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    assert "not UTF-8" in told(opened)
    assert opened.session.argument_map.statement_by_id["demand"].text == "Mine."
    click_remedy(opened, "Keep mine")
    kept = [p for p in pool_file.parent.iterdir() if "backup" in p.name]
    assert [p.read_bytes() for p in kept] == [b"\xff theirs"]
    assert "Mine." in pool_file.read_text()


def test_a_file_that_vanished_is_saved_again(opened: Window, pool_file: Path, qtbot: QtBot) -> None:
    pool_file.unlink()
    qtbot.waitUntil(lambda: "no longer on the disk" in told(opened))
    click_remedy(opened, "Save it again")
    assert pool_file.read_text() == POOL
    assert not told(opened)


def test_a_change_that_was_taken_back_is_told_no_longer(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    pool_file.write_text(POOL + "# more\n")
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    pool_file.write_text(POOL)
    qtbot.waitUntil(lambda: not told(opened))


def test_reloading_keeps_what_the_reader_looked_at(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    pool_file.write_text(POOL.replace("doubles", "triples"))
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    assert opened.session.selection == ("cost",)


def test_what_is_typed_goes_to_the_backup_too(
    opened: Window, pool_file: Path, press: Press, qtbot: QtBot
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, "Half a tho")
    pool_file.write_text(POOL.replace("doubles", "triples"))
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    kept = next(p for p in pool_file.parent.iterdir() if "backup" in p.name)
    assert "Half a tho" in kept.read_text()


@pytest.mark.parametrize("name", ["../out.txt", "/etc/hostname", "nul\x00", "x" * 5000, "."])
def test_sources_that_lead_out_are_never_followed(tmp_path: Path, name: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    (tmp_path / "out.txt").touch()
    argument_map = ArgumentMap(sources=(Source("a", file=name),))
    assert source_files.left_behind(argument_map, old, new) == ()


def test_originals_are_left_behind_as_texts_are(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in ("a.txt", "a.pdf"):
        (old / "m.sources").mkdir(parents=True, exist_ok=True)
        (old / "m.sources" / name).touch()
    source = Source("a", file="m.sources/a.txt", original="m.sources/a.pdf")
    names = source_files.left_behind(ArgumentMap(sources=(source,)), old, new)
    source_files.copy(names, old, new)
    assert {p.name for p in (new / "m.sources").iterdir()} == {"a.txt", "a.pdf"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Con", "Con map.argmap.yaml"),
        ("NUL", "NUL map.argmap.yaml"),
        ("lpt1", "lpt1 map.argmap.yaml"),
        ("COM²", "COM² map.argmap.yaml"),
        ("Aux: why", "Aux why.argmap.yaml"),
        ("漢" * 99, "漢" * 60 + ".argmap.yaml"),
        ("a/b\\c: <d> ..", "a b c d.argmap.yaml"),
    ],
)
def test_a_name_that_is_proposed_can_be_had_everywhere(
    window: Window, title: str, name: str
) -> None:
    press_keys(window, "Escape")
    session = window.session
    session.do("Edit title", edit.set_map_fields(session.argument_map, title=title))
    assert naming.file_name(session) == name
    assert len(name.encode()) <= 255


@pytest.mark.parametrize("name", ["../old/a.txt", "b/../../old/a.txt", "/a.txt", "c/a.txt"])
def test_no_source_is_copied_out_of_the_new_folder(tmp_path: Path, name: str) -> None:
    old, new, outside = (tmp_path / each for each in ("old", "maps/new", "outside"))
    for folder in (old / "b", old / "c", new, outside):
        folder.mkdir(parents=True)
    (old / "a.txt").write_text("the text")
    (old / "c" / "a.txt").write_text("the text")
    (new / "c").symlink_to(outside)
    name = f"{old}{name}" if name[0] == "/" else name
    argument_map = ArgumentMap(sources=(Source("s", "S", file=name),))
    source_files.copy(source_files.left_behind(argument_map, old, new), old, new)
    source_files.copy([name], old, new)
    kept = {old / "a.txt", old / "c" / "a.txt"}
    assert {path for path in tmp_path.rglob("*.txt") if path.is_file()} == kept
