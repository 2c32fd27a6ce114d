"""Starting the window program.

The window comes first and the files are read right after, a large one in a thread, so that
something is to be seen at once. Whatever goes wrong unexpectedly later ends in a report window,
never in a silent end: the journals hold the work already.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from argmap import __version__, painting, paths
from argmap.desktop.application import Application
from argmap.desktop.canvas.accessibility.factory import factory
from argmap.desktop.notices.notice import Notice
from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.running import report
from argmap.desktop.running.ended import KeepsBeforeTheEnd
from argmap.desktop.running.garbage import Collector
from argmap.desktop.widgets import icons
from argmap.desktop.widgets.fonts import use_readable_font
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import Severity
from argmap.saving.leftovers import remove_leftovers


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
    painting.keep_quiet()
    # Qt is told of the style as by its user: whoever sets it from here loads all about styles.
    app = QApplication([sys.argv[0], "-style", "fusion"])
    app.setApplicationName("argmap")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("argmap")
    app.setWindowIcon(icons.icon("argmap"))
    use_readable_font(app)
    report.install()
    QAccessible.installFactory(factory)
    return app


def begin(windows: Windows, files: Sequence[Path]) -> None:
    """Open a window, which takes the files when it is shown; without any it has the start page."""
    window = windows.add()
    if not files:
        window.pages.show_start_page()
    QTimer.singleShot(0, partial(_open, windows, files))


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
    if first.reading.path:
        once = Qt.ConnectionType.SingleShotConnection
        first.reading.ended.connect(partial(_tell, windows, first), once)
        return
    if files and first.session.untouched:
        first.pages.show_start_page()  # as nothing that was asked for can be shown
    _tell(windows, first)


def _tell(windows: Windows, first: Window) -> None:
    """Say what is wrong with the settings, and what was not saved when the program ended."""
    for fault in windows.application.setting_faults:
        first.session.post_notice(Notice(fault, Severity.WARNING))
    first.start.offer_lost_work()
