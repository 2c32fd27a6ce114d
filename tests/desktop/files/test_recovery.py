"""Work that an ended program left behind, and what may not push it out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.crash_journal import CrashJournal
from argmap.desktop.files.long_reading import LARGE
from argmap.desktop.main import begin
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from argmap.store.journal import contents, find
from tests.desktop.helpers import POOL, click_remedy, journals, press_keys, retext, told
from tests.desktop.review import reviews
from tests.store.journal.abandoned import leave

_CRASHING = """
import os, sys
from hashlib import sha256
from pathlib import Path
from argmap.store.journal import Journal
folder, path, text = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[2]).read_text()
saved = len(sys.argv) == 3
known = sha256(text.encode()).hexdigest() if saved else ""
lost = Journal(folder, path if saved else None, text, known)
lost.record(text.replace("Two hundred residents", "Nobody"))
lost.sync()
os._exit(9)
"""


def _crash(*arguments: Path | str) -> None:
    subprocess.run([sys.executable, "-c", _CRASHING, paths.journals()[0], *arguments], check=False)


def _demand(window: Window) -> str:
    return window.session.argument_map.statement_by_id["demand"].text


def test_a_recovered_map_without_file_is_not_pushed_out(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file, "never saved")
    window = windows.add()
    window.pages.show_start_page()
    window.start_page.recovery_chosen.emit(find(paths.journals()).recoveries[0])
    assert _demand(window).startswith("Nobody")
    assert windows.open(pool_file, window.session) is not window
    assert _demand(window).startswith("Nobody")
    assert len(journals()) == 2, "it is in a journal of its own"


def test_a_file_that_changed_since_is_not_overwritten(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    del qtbot
    _crash(pool_file)
    theirs = POOL.replace("doubles", "triples")
    pool_file.write_text(theirs)
    window = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    assert "changed by another program" in told(window)
    assert not window.files.save()
    assert pool_file.read_text() == theirs


def test_what_was_recovered_can_be_compared_with_the_file(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    _crash(pool_file)
    window = windows.add()
    with qtbot.waitExposed(window):
        windows.recover(find(paths.journals()).recoveries[0], window.session)
    click_remedy(window, "Compare")
    page = reviews(window).comparison
    qtbot.waitUntil(lambda: page.rows.count == 1)
    assert page.words.words() == "Nobody Two hundred residents asked for it."
    window.session.withdraw_notices()


def test_a_file_that_did_not_change_is_saved_at_once(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    window = windows.add()
    window.pages.show_start_page()
    assert [r.path for r in find(paths.journals()).recoveries] == [pool_file]
    window.start_page.recovery_chosen.emit(find(paths.journals()).recoveries[0])
    assert window.session.path == pool_file
    assert window.isWindowModified()
    assert not find(paths.journals()).recoveries
    assert "Save it to keep it." in told(window)
    assert window.files.save()
    assert "Nobody" in pool_file.read_text()
    assert not window.isWindowModified()
    assert "Save it to keep it." not in told(window)


def test_two_windows_of_one_file_are_told_apart_by_their_titles(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    retext(opened, "Half the town asked for it.")
    windows.recover(find(paths.journals()).recoveries[0], opened.session)
    other = windows.all[-1]
    name = pool_file.name
    assert opened.windowTitle() == f"{name}[*] — argmap"
    assert other.windowTitle() == f"{name}[*] (recovered) — argmap"
    retext(other, "Nobody asked for it.")
    assert other.windowTitle() == f"{name}[*] (recovered) — argmap"
    assert other.files.save()
    assert other.windowTitle() == f"{name}[*] — argmap"
    other.session.withdraw_notices()


def test_a_map_that_is_opened_instead_is_not_called_recovered(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    window.files.begin()
    assert window.windowTitle() == "New map[*] — argmap"


def test_of_two_lost_maps_the_second_is_still_offered(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    _crash(pool_file, "never saved")
    window = windows.add()
    window.pages.show_start_page()
    first, second = find(paths.journals()).recoveries
    window.start_page.recovery_chosen.emit(first)
    assert "was not saved when the program ended" in told(window)
    windows.recover(second, window.session)
    assert len(windows.all) == 2
    assert not find(paths.journals()).recoveries


def test_what_was_lost_of_the_file_that_is_opened_is_told_before_other_maps(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    _crash(pool_file)
    _crash(pool_file, "never saved")
    begin(windows, [pool_file])
    (window,) = windows.all
    own = f"“{pool_file.name}” was not saved when the program ended"
    qtbot.waitUntil(lambda: own in told(window))
    click_remedy(window, "Recover")
    assert _demand(window).startswith("Nobody")
    qtbot.waitUntil(lambda: "was not saved when the program ended" in told(window))
    assert own not in told(window)


def test_what_was_recovered_already_is_not_recovered_as_nothing(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window, other = windows.add(), windows.add()
    found = find(paths.journals()).recoveries[0]
    windows.recover(found, window.session)
    windows.recover(found, other.session)
    assert "recovered already" in told(other)
    assert other.session.untouched


def test_a_window_that_shows_the_file_unedited_takes_the_recovery(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    other = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], other.session)
    assert _demand(opened).startswith("Nobody")
    assert other.session.untouched


def test_what_was_written_last_is_selected(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    windows.recover(find(paths.journals()).recoveries[0], opened.session)
    assert opened.session.selection == ("demand",)


def test_a_new_card_that_was_being_written_is_selected(
    opened: Window, windows: Windows, press: Callable[..., None], tmp_path: Path
) -> None:
    press(opened, Qt.Key.Key_Tab, *"And more come")
    opened.files.keep()
    (file,) = (f for folder in paths.journals() for f in folder.glob("*.journal"))
    left = file.read_bytes()
    opened.session.commit_typing()
    opened.files.disk.write(tmp_path / "saved.argmap.yaml")
    opened.close_unasked()
    file.write_bytes(left)
    window = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    (selected,) = window.session.selection
    assert window.session.argument_map.statement_by_id[selected].text == "And more come"


def test_a_window_in_which_something_is_being_written_keeps_it(
    opened: Window, windows: Windows, press: Callable[..., None], pool_file: Path
) -> None:
    _crash(pool_file)
    opened.session.select(["cost"])
    press(opened, *" giraffe")
    windows.recover(find(paths.journals()).recoveries[0], opened.session)
    other = windows.all[-1]
    assert other is not opened
    assert _demand(other).startswith("Nobody")
    opened.session.commit_typing()
    assert opened.session.argument_map.statement_by_id["cost"].text.endswith("giraffe")


def test_without_a_new_journal_the_old_one_stays(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file, "never saved")
    window = windows.add()
    found = find(paths.journals()).recoveries[0]
    folder = paths.journals()[0]
    text = found.file.read_text()
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    folder.write_text("no folder")
    for other in paths.journals()[1:]:
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_text("no folder")
    moved = replace(found, file=elsewhere / found.file.name)
    windows.recover(moved, window.session)
    assert "cannot be written" in told(window)
    assert moved.file.read_text() == text


def test_a_journal_that_cannot_be_written_is_told_once(opened: Window, qtbot: QtBot) -> None:
    opened.files.close()
    folder = paths.state() / "journals"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    for other in paths.journals():
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_text("no folder")
    journal = CrashJournal(opened.session, opened)
    for text in ("One.", "Two."):
        after = edit.set_fields(opened.session.argument_map, "demand", text=text)
        opened.session.do("Edit text", after)
        assert not journal.keep_now()
    told = [n for n in opened.notices.notices if "journal" in n.text]
    assert len(told) == 1
    journal.close()
    del qtbot


def test_the_one_lost_map_is_named_and_recovered_from_the_bar(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    del windows
    _crash(pool_file)
    opened.start.offer_lost_work()
    notice = next(n for n in opened.notices.notices if "was not saved" in n.text)
    assert pool_file.name in notice.text
    assert [remedy.words for remedy in notice.remedies] == ["Recover"]
    notice.remedies[0].run()
    assert opened.session.document.modified
    assert opened.session.path == pool_file
    assert not find(paths.journals()).recoveries
    assert not [n for n in opened.notices.notices if "was not saved" in n.text]


def test_undo_goes_back_to_what_the_file_says_and_redo_brings_back_what_was_recovered(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    saved = pool_file.read_text(encoding="utf-8")
    _crash(pool_file)
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    session = window.session
    recovered = session.text.text()
    assert "Undo shows what the file holds" in told(window)
    assert session.undo_name == "Recover"
    retext(window, "Everybody asked.")
    for _ in range(2):
        press_keys(window, "Ctrl+Z")
    assert session.text.text() == saved
    assert not session.modified
    assert not session.undo_name
    assert "recovered" not in window.windowTitle()
    press_keys(window, "Ctrl+Shift+Z")
    assert session.text.text() == recovered
    assert session.modified
    assert "recovered" in window.windowTitle()
    assert session.selection == ("demand",)
    press_keys(window, "Ctrl+Shift+Z")
    assert _demand(window) == "Everybody asked."
    press_keys(window, "Ctrl+Z")
    press_keys(window, "Ctrl+S")
    assert pool_file.read_text(encoding="utf-8") == recovered
    press_keys(window, "Ctrl+Z")
    assert session.text.text() == saved
    assert session.modified, "it is in no file any more"


def test_what_is_recovered_is_in_a_journal_before_the_old_one_goes(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window = windows.add()
    (old,) = journals()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    (new,) = journals()
    assert new != old
    kept = contents.read(new)
    assert kept is not None
    assert kept.text == window.session.text.text()
    assert "Nobody" in kept.text


def test_undo_has_nowhere_to_go_back_to_where_the_file_is_another_by_now(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    pool_file.write_text(POOL.replace("Staff", "The staff"), encoding="utf-8")
    window = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    assert _demand(window).startswith("Nobody")
    assert not window.session.undo_name
    assert "Undo shows" not in told(window)
    assert window.session.modified


def test_a_file_that_is_opened_offers_the_work_on_it_that_was_lost(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window = windows.open(pool_file)
    assert "Nobody" not in _demand(window)
    assert f"“{pool_file.name}” was not saved when the program ended" in told(window)
    click_remedy(window, "Recover")
    assert _demand(window).startswith("Nobody")


def test_of_a_large_file_it_is_offered_when_that_has_been_read(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    large = tmp_path / "large.argmap.yaml"
    large.write_text(f"# {LARGE * 'a'}\n{POOL}", encoding="utf-8")
    _crash(large)
    begin(windows, [large])
    (window,) = windows.all
    qtbot.waitUntil(lambda: window.session.path == large)
    assert "Nobody" not in _demand(window)
    qtbot.waitUntil(lambda: f"“{large.name}” was not saved" in told(window))
    click_remedy(window, "Recover")
    assert window.reading.page.isVisible(), "a large journal is read beside the window"
    qtbot.waitUntil(lambda: _demand(window).startswith("Nobody"))
    assert windows.all == (window,)
    assert window.pages.shows_map


def test_a_large_map_without_a_file_is_called_by_its_title_while_it_is_read(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    large = tmp_path / "large.argmap.yaml"
    large.write_text(f"# {LARGE * 'a'}\n{POOL}", encoding="utf-8")
    _crash(large, "never saved")
    window = windows.add()
    window.pages.show_start_page()
    qtbot.waitUntil(lambda: bool(_to_recover(window)))
    title = "Should the pool open on Sundays?"
    buttons = window.start_page.findChildren(QCommandLinkButton)
    next(button for button in buttons if button.text() == title).click()
    words = [label.text() for label in window.reading.page.findChildren(QLabel)]
    assert words == [f"Reading “{title}”…"]
    qtbot.waitUntil(lambda: window.session.argument_map.title == title)


def test_a_large_journal_whose_reading_is_given_up_is_still_there(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    large = tmp_path / "large.argmap.yaml"
    large.write_text(f"# {LARGE * 'a'}\n{POOL}", encoding="utf-8")
    _crash(large)
    begin(windows, [large])
    (window,) = windows.all
    qtbot.waitUntil(lambda: f"“{large.name}” was not saved" in told(window))
    click_remedy(window, "Recover")
    window.reading.page.given_up.emit()
    assert window.pages.shows_map
    assert "Nobody" not in _demand(window)
    assert [each.path for each in find(paths.journals()).recoveries] == [large]


def test_of_several_versions_that_were_lost_the_user_chooses(
    windows: Windows, pool_file: Path
) -> None:
    for _ in range(2):
        _crash(pool_file)
    window = windows.open(pool_file)
    assert f"2 versions of “{pool_file.name}” were not saved" in told(window)
    click_remedy(window, "Show")
    assert window.start_page.isVisible()


def test_what_was_lost_of_another_file_is_not_told(
    windows: Windows, pool_file: Path, tmp_path: Path
) -> None:
    _crash(pool_file)
    other = tmp_path / "other.argmap.yaml"
    other.write_text(POOL)
    assert "not saved" not in told(windows.open(other))


def test_a_journal_that_cannot_be_read_any_more_is_kept_when_it_is_wanted(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window = windows.add()
    (found,) = find(paths.journals()).recoveries
    content = found.file.read_bytes()
    found.file.unlink()
    found.file.mkdir()
    windows.recover(found, window.session)
    assert told(window).count("cannot be read: it is not a file") == 1
    assert window.session.untouched
    found.file.rmdir()
    found.file.write_bytes(content)
    click_remedy(window, "Try again")
    assert "cannot be read" not in told(window)
    click_remedy(window, "Recover")
    assert _demand(window).startswith("Nobody")


def test_a_damaged_journal_is_told_at_the_start_and_put_aside(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    (journal,) = journals()
    content = b"\0" + journal.read_bytes()
    journal.write_bytes(content)
    window = windows.add()
    window.pages.show_start_page()
    assert "cannot be read: it is damaged" in told(window)
    click_remedy(window, "Put aside")
    assert "damaged" not in told(window)
    assert not journals()
    assert [f.read_bytes() for f in paths.journals()[0].iterdir()] == [content]


def test_what_a_half_damaged_journal_holds_is_recovered_and_the_journal_kept(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    (journal,) = journals()
    journal.write_bytes(journal.read_bytes() + b"[0, 0]\n")
    window = windows.add()
    windows.recover(find(paths.journals()).recoveries[0], window.session)
    assert _demand(window).startswith("Nobody")
    assert "The journal of this map is damaged" in told(window)
    assert list(paths.journals()[0].glob("*.damaged"))


def test_a_journal_that_goes_while_the_map_is_open_is_begun_again_at_once(
    opened: Window, qtbot: QtBot
) -> None:
    (journal,) = journals()
    journal.unlink()
    qtbot.waitUntil(lambda: "no longer on the disk" in told(opened), timeout=3000)
    assert "It was begun again" in told(opened)
    (again,) = journals()
    assert again != journal


def test_a_folder_of_journals_that_goes_is_made_again_or_another_taken(
    opened: Window, qtbot: QtBot
) -> None:
    folder = paths.journals()[0]
    folder.rename(folder.with_name("moved"))
    folder.write_text("in the way")
    qtbot.waitUntil(lambda: "begun again" in told(opened), timeout=3000)
    assert f"in “{paths.journals()[1]}”" in told(opened)
    retext(opened, "Mine.")
    (journal,) = paths.journals()[1].glob("*.journal")
    qtbot.waitUntil(lambda: '"Mine"' in journal.read_text(), timeout=3000)


def test_lost_work_in_another_folder_is_found(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    (journal,) = journals()
    spare = paths.journals()[-1]
    spare.mkdir(parents=True)
    journal.rename(spare / journal.name)
    window = windows.open(pool_file)
    click_remedy(window, "Recover")
    assert _demand(window).startswith("Nobody")


def test_the_start_page_says_when(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    (journal,) = journals()
    os.utime(journal, (0, datetime(2026, 3, 1, 12, 5, 7).astimezone().timestamp()))
    os.utime(pool_file, (0, datetime(2025, 1, 2, 3, 4).astimezone().timestamp()))
    windows.application.recent_files.add(pool_file)
    window = windows.add()
    window.pages.show_start_page()
    said = {b.description() for b in window.start_page.findChildren(QCommandLinkButton)}
    assert "Not saved, 2026-03-01, 12:05:07, 3 statements" in said, "as in the same minute"
    assert any(text.startswith("2025-01-02, 03:04 in ") for text in said)
    assert not any("\n" in text for text in said), "there is no room for a second line"


def test_a_start_page_follows_what_another_window_has_recovered(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    _crash(pool_file)
    first, second = windows.add(), windows.add()
    for window in (second, first):
        window.pages.show_start_page()
        assert _to_recover(window) == 1
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    buttons = first.start_page.findChildren(QCommandLinkButton)
    lost = next(b for b in buttons if b.description().startswith("Not saved"))
    QTest.mouseClick(lost, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _demand(first).startswith("Nobody"))
    assert _to_recover(second) == 0, "also before somebody comes back to it"


def test_what_is_recovered_elsewhere_says_so_where_it_stands(
    windows: Windows, pool_file: Path, qtbot: QtBot, press: Callable[..., None]
) -> None:
    _crash(pool_file, "never saved")
    _crash(pool_file)
    window = windows.add()
    window.pages.show_start_page()
    with qtbot.waitExposed(window):
        window.activateWindow()
    offers = _lost(window)
    gone = next(o for o in offers if o.accessibleName() == pool_file.name)
    other = next(o for o in offers if o is not gone)
    gone.setFocus()
    place = gone.mapTo(window, QPoint())
    find(paths.journals()).recoveries[0].discard()  # as another program does
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert window.pages.shows_start
    assert gone.description() == "Recovered elsewhere"
    assert gone.mapTo(window, QPoint()) == place
    assert not told(window)
    assert window.focusWidget().accessibleName() == "New map", "and not what comes after it"
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert window.pages.shows_start
    assert other.isEnabled()
    for _ in range(2):
        press(window, Qt.Key.Key_Down)
    assert window.focusWidget() is other
    press(window, Qt.Key.Key_Return)
    assert _demand(window).startswith("Nobody")


def test_what_was_lost_is_told_apart_by_its_size_and_its_words(
    windows: Windows, pool_file: Path
) -> None:
    (folder,) = paths.journals()[:1]
    claim = POOL[: POOL.index("  - id: demand")].replace("The pool", "Every pool")
    leave(folder, POOL, claim, path=pool_file)
    leave(folder, "", POOL.replace("title: ", "#"))
    leave(folder, "", "- [broken", path=pool_file)
    window = windows.add()
    window.pages.show_start_page()
    said = {
        (o.accessibleName(), "".join(re.split(r"[\d:]{8}", o.accessibleDescription())[1:]))
        for o in _lost(window)
    }
    assert said == {
        (pool_file.name, ", 1 statement\n“Every pool should open on Sundays.”"),
        ("The pool should open on Sundays.", ", 3 statements"),
        (pool_file.name, ""),
    }
    assert any("Every pool" in o.toolTip() for o in _lost(window))


def _to_recover(window: Window) -> int:
    return len(_lost(window))


def _lost(window: Window) -> list[QCommandLinkButton]:
    buttons = window.start_page.findChildren(QCommandLinkButton)
    return [b for b in buttons if b.description().startswith("Not saved") and b.isVisible()]


def offered(windows: Windows) -> str:
    """Start the program with a map, and return what it says of lost work."""
    window = windows.add()
    window.files.begin()
    window.start.offer_lost_work()
    return " ".join(n.text for n in window.notices.notices if "was not saved" in n.text)


def test_lost_work_is_told_at_every_start_until_it_is_known(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    assert offered(windows)
    assert offered(windows)
    dismiss = windows.all[-1].notices.findChildren(QToolButton)[-1]
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not offered(windows)
    assert find(paths.journals()).recoveries, "it can still be got back"
    _crash(pool_file, "never saved")
    window = windows.add()
    window.files.begin()
    window.start.offer_lost_work()
    assert "2 maps were not saved" in told(window)


def test_lost_work_that_the_start_page_showed_is_known(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    _crash(pool_file)
    first = windows.add()
    first.pages.show_start_page()
    with qtbot.waitExposed(first):
        first.start.offer_lost_work()
    assert not offered(windows)
    assert "was not saved" in told(windows.open(pool_file)), "whoever opens the file is told"


def test_a_file_named_at_the_start_offers_what_is_known_to_be_lost_of_it(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    _crash(pool_file)
    _crash(pool_file, "never saved")
    first = windows.add()
    first.pages.show_start_page()
    with qtbot.waitExposed(first):
        first.start.offer_lost_work()
    first.close_unasked()

    begin(windows, [pool_file])
    (window,) = windows.all
    qtbot.waitUntil(lambda: window.session.path == pool_file)
    assert told(window).startswith(f"“{pool_file.name}” was not saved")


def test_who_only_settles_a_merge_is_not_asked_about_other_maps(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    windows.application.awaited = True
    assert not offered(windows)
