"""What happens when the program itself is wrong: a window with the report, and work goes on."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from argmap import __version__

_log = logging.getLogger(__name__)
_NAME = "report"


def install() -> None:
    """Let unhandled exceptions be shown instead of ending the program."""
    sys.excepthook = _show


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    _log.error("%s", text)
    import platform

    if any(w.objectName() == _NAME for w in QApplication.topLevelWidgets()):
        return  # what fails once may fail with each repaint; one report at a time is enough
    box = QMessageBox(QApplication.activeWindow())
    box.setObjectName(_NAME)
    # Without a window in front it has no parent, so this is what keeps it.
    box.finished.connect(lambda _result: box.deleteLater())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("Something is wrong in argmap")
    box.setText("Something is wrong in argmap itself. Your work is in the journal; save it now.")
    box.setInformativeText("The report below helps to fix it.")
    box.setDetailedText(
        f"argmap {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n\n{text}"
    )
    box.open()
