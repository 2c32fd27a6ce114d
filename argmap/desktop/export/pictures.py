"""Pictures of the map that leave the window: exported, printed, copied.

Drawing runs beside the work, so a large export never stops the typing; a longer one can be
stopped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from argmap import painting
from argmap.desktop.appearance import Appearance
from argmap.desktop.export.picture_dialog import FORMATS, Choice, Export
from argmap.desktop.notices.notice import Notice, Remedy, notice_of, reporting
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets.ask_path import ask_path
from argmap.desktop.widgets.run_dialog import run_dialog
from argmap.drawing import theme as themes
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme, theme_of
from argmap.errors import ArgmapError, Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Page
from argmap.paper.png import png
from argmap.placing.pages import PAGES
from argmap.rendering import rendered
from argmap.saving import save_bytes

_COPY_SCALE = 2.0
_KEY = "picture"


class Pictures:
    """What one window exports, prints and copies."""

    def __init__(self, session: Session, appearance: Appearance, window: QWidget) -> None:
        self._session = session
        self._appearance = appearance
        self._window = window
        self._choice: Choice | None = None
        self._files: LatestOnly[bytes] = LatestOnly()
        self._pictures: LatestOnly[Picture] = LatestOnly()

    def ask_export(self, folder: Path, name: str) -> None:
        """Ask what picture to make and where, and make it; `name` has no suffix."""
        whole, in_view = self._session.argument_map, self._session.in_view().argument_map
        choice = self._choice or _usual_choice(whole)
        options = replace(choice.options, engine=self._appearance.engine)
        dialog = Export(whole, in_view, replace(choice, options=options), self._window)
        if not run_dialog(dialog):
            return
        self._choice = choice = dialog.choice()
        proposal = folder / f"{name}.{choice.format}"
        filter_ = f"{FORMATS[choice.format]} (*.{choice.format})"
        suffixes = [f".{format_}" for format_ in (choice.format, *FORMATS)]
        asked = ask_path(self._window, "Export picture", proposal, filter_, *suffixes)
        if asked:  # the suffix that was typed is the last word
            path = asked[0]
            self.export(replace(choice, format=path.suffix.lower().lstrip(".")), path)

    def export(self, choice: Choice, path: Path) -> None:
        """Make a picture and write it to a file; one at a time, so that none is left out."""
        if self._files.busy:
            text = "The last picture is still being drawn. Export again when it is done."
            self._session.post_notice(Notice(text, Severity.WARNING))
            return
        whole = self._session.argument_map
        shown = self._session.in_view().argument_map if choice.in_view else whole
        options = replace(choice.options, engine=self._appearance.engine)

        def work(cancel: threading.Event) -> bytes:
            return rendered(shown, choice.format, options, cancel=cancel)

        stop = Remedy("Stop", self._files.cancel)
        self._session.post_notice(Notice(f"Drawing “{path.name}”…", remedies=(stop,), key=_KEY))
        self._files.start(work, partial(self._write, path))

    def ask_print(self) -> None:
        """Ask for a printer and print what is in view on one page."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if run_dialog(QPrintDialog(printer, self._window)):
            grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
            theme = themes.load("print" if grey else "light")
            self._draw(theme, partial(self._print, printer), _page_of(printer))

    def copy(self) -> None:
        """Put a picture of what is in view on the clipboard."""
        page = self._session.argument_map.style.page or Page.SCREEN
        self._draw(self._appearance.theme, self._copy, page)

    def close(self) -> None:
        """Stop what is being drawn."""
        self._files.close()
        self._pictures.close()

    def _draw(self, theme: Theme, then: Callable[[Picture], None], page: Page) -> None:
        shown = self._session.in_view().argument_map
        options = DrawingOptions(
            theme, page=page, titles=self._session.view.titles, engine=self._appearance.engine
        )

        def take(result: Picture | ArgmapError) -> None:
            if isinstance(result, ArgmapError):
                self._session.post_notice(notice_of(result))
            else:
                then(result)

        self._pictures.start(lambda cancel: lay_out(shown, options, cancel=cancel), take)

    def _write(self, path: Path, result: bytes | ArgmapError) -> None:
        try:
            if isinstance(result, ArgmapError):
                raise result
            save_bytes(path, result)
        except ArgmapError as error:
            self._session.post_notice(notice_of(error, key=_KEY))
            return
        show = Remedy("Open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self._session.post_notice(Notice(f"Exported to “{path}”.", remedies=(show,), key=_KEY))

    def _copy(self, picture: Picture) -> None:
        with reporting(self._session.post_notice):
            content = png(picture, _COPY_SCALE)
            data = QMimeData()
            data.setImageData(QImage.fromData(content))
            data.setData("image/png", content)
            QGuiApplication.clipboard().setMimeData(data)
            self._session.post_notice(Notice("The picture is on the clipboard."))

    def _print(self, printer: QPrinter, picture: Picture) -> None:
        if not _print(printer, picture):
            self._session.post_notice(Notice("The printer does not answer.", Severity.ERROR))


def _usual_choice(argument_map: ArgumentMap) -> Choice:
    """Return what is proposed at first: the map's own theme, and all else as usual."""
    usual = Choice()
    return replace(usual, options=replace(usual.options, theme=theme_of(argument_map)))


def _page_of(printer: QPrinter) -> Page:
    """Return the page that is most like the printer's: by its shape, held as it is held."""
    sheet = printer.pageLayout().fullRectPoints()
    shape = sheet.width() / sheet.height()
    sheets = (Page.A4, Page.A4_LANDSCAPE, Page.LETTER, Page.LETTER_LANDSCAPE)
    return min(sheets, key=lambda page: abs(PAGES[page].width / PAGES[page].height - shape))


def _print(printer: QPrinter, picture: Picture) -> bool:
    """Print a picture in the middle of one page, as large as fits and never larger than it is."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
    most = printer.resolution() / 72
    scale = min(room.width() / picture.width, room.height() / picture.height, most)
    painter.translate(
        (room.width() - picture.width * scale) / 2, (room.height() - picture.height * scale) / 2
    )
    painter.scale(scale, scale)
    painting.play(painter, picture)
    return painter.end()
