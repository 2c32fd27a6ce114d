"""Starting the window program.

The window comes first and the files are read right after, so that something is to be seen at
once. Whatever goes wrong unexpectedly later ends in a report window, never in a silent end: the
journals hold the work already.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from argmap import __version__, paths
from argmap.desktop.application import Application
from argmap.desktop.canvas.accessibility import interfaces as accessibility
from argmap.desktop.notices.notice import Notice
from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.running import report
from argmap.desktop.running.ended import KeepsBeforeTheEnd
from argmap.desktop.running.first_paint import FirstPaint
from argmap.desktop.running.garbage import Collector
from argmap.desktop.widgets import icons
from argmap.desktop.widgets.fonts import use_readable_font
from argmap.desktop.windows import Windows
from argmap.errors import Severity
from argmap.saving.leftovers import remove_leftovers

_LARGE = 200_000
"""A file of so many bytes takes a tenth of a second to read."""


def main(files: Sequence[str], *, awaited: bool = False) -> int:
    """Open a window on each file, or the start page; return the exit status when all are closed.

    `awaited` says that another program waits until what a merge left in the files is settled.
    """
    app = application()
    collector = Collector()
    windows = Windows(Application(awaited=awaited))
    KeepsBeforeTheEnd(windows.keep, windows)
    begin(windows, [Path(file) for file in files])
    _tidy(windows.application.recent_files)
    status = app.exec()
    collector.collect()
    return status


def application() -> QApplication:
    """Return Qt's application as this program wants it."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("argmap")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("argmap")
    app.setWindowIcon(icons.icon("argmap"))
    app.setStyle("Fusion")
    use_readable_font(app)
    report.install()
    QAccessible.installFactory(accessibility.factory)
    return app


def begin(windows: Windows, files: Sequence[Path]) -> None:
    """Open a window, which takes the files when it is shown; without any it has the start page.

    Reading a large file takes a moment, so that the window is painted before.
    """
    window = windows.add()
    if not files:
        window.pages.show_start_page()
    go_on = partial(_open, windows, files)
    if any(map(_is_large, files)):
        FirstPaint(window, go_on)
    else:
        QTimer.singleShot(0, go_on)


def _is_large(file: Path) -> bool:
    try:
        return file.stat().st_size > _LARGE
    except OSError:
        return False


def _tidy(recent: RecentFiles) -> None:
    """Remove what programs that were killed while they saved left behind, where one saves usually.

    Some of these folders may lie on another computer, so this waits in a thread of its own.
    """
    used = (paths.state(), paths.config(), *(path.parent for path in recent.paths))
    for folder in dict.fromkeys(used):
        QThreadPool.globalInstance().start(partial(remove_leftovers, folder))


def _open(windows: Windows, files: Sequence[Path]) -> None:
    first = windows.all[0]
    for file in files:
        windows.open(file, first.session)
    if files and first.session.untouched:
        first.pages.show_start_page()  # as nothing that was asked for can be shown
    for fault in windows.application.setting_faults:
        first.session.post_notice(Notice(fault, Severity.WARNING))
    first.start.offer_lost_work()
