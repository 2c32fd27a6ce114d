"""Pictures of the map that leave the window: exported, printed, copied.

Drawing runs beside the work, so a large export never stops the typing; a longer one can be
stopped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from argmap.desktop.appearance import Appearance
from argmap.desktop.export.choice import Choice, Drawable, Seen
from argmap.desktop.export.file_job import FileJob, Made
from argmap.desktop.export.picture_dialog import FORMATS, Export
from argmap.desktop.export.print_dialog import PrintDialog, Printing, sheets_to_print
from argmap.desktop.export.printing import print_sheets
from argmap.desktop.notices.notice import Notice, Remedy, notice_of, reporting
from argmap.desktop.recent_files import KeptNames
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets.ask_path import ask_path
from argmap.desktop.widgets.run_dialog import run_dialog
from argmap.drawing import theme as themes
from argmap.drawing.layout import lay_out
from argmap.drawing.marks import NO_MARKS, with_hidden
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme, theme_of
from argmap.errors import ArgmapError
from argmap.model.kinds import Page
from argmap.paper.book import Book, Pages
from argmap.paper.png import png
from argmap.paper.sheet import Sheet
from argmap.reasoning import viewpoint_ids
from argmap.rendering import drawn

_COPY_SCALE = 2.0


class Pictures:
    """What one window exports, prints and copies."""

    def __init__(self, session: Session, appearance: Appearance, window: QWidget) -> None:
        self._session = session
        self._appearance = appearance
        self._window = window
        self._choice: Choice | None = None
        self._format = KeptNames("export.json")
        self._printing: Printing | None = None
        self._files = FileJob(session, "Drawing", "The last picture is still being drawn.")
        self._printed: LatestOnly[Sequence[Sheet]] = LatestOnly()
        self._pictures: LatestOnly[Picture] = LatestOnly()

    def ask_export(self, folder: Path, name: str) -> None:
        """Ask what picture to make and where, and make it; `name` has no suffix."""
        drawable = self._drawable()
        dialog = Export(drawable, self._first(self._choice, drawable), self._window)
        if not run_dialog(dialog):
            return
        self._choice = choice = dialog.choice()
        self._format.write([choice.format])
        proposal = folder / f"{name}.{choice.format}"
        filter_ = f"{FORMATS[choice.format]} (*.{choice.format})"
        suffixes = [f".{format_}" for format_ in (choice.format, *FORMATS)]
        asked = ask_path(self._window, "Export picture", proposal, filter_, *suffixes)
        if asked:  # the suffix that was typed is the last word
            path = asked[0]
            self.export(replace(choice, format=path.suffix.lower().lstrip(".")), path)

    def export(self, choice: Choice, path: Path) -> None:
        """Make a picture and write it to a file."""
        drawable = self._drawable()
        engine = self._appearance.engine
        pages = choice.pages if choice.format == "pdf" else Pages.ONE

        def work(cancel: threading.Event) -> Made:
            shown = drawable.map_for(choice)
            options = replace(drawable.options_for(choice), engine=engine)
            book = Book(pages, references=choice.references and choice.format == "pdf")
            return Made(drawn(shown, choice.format, options, book, cancel=cancel).content)

        def written(_made: Made) -> Notice:
            show = Remedy("Open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
            return Notice(f"Exported to “{path}”.", remedies=(show,))

        self._files.start(path, work, written)

    def ask_print(self) -> None:
        """Ask how to print, and on which printer, and print."""
        drawable = self._drawable()
        printing = self._printing or self._usual_printing(drawable)
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        begun = replace(printing, choice=self._first(printing.choice, drawable))
        dialog = PrintDialog(drawable, begun, today, self._window)
        if not run_dialog(dialog):
            return
        self._printing = printing = dialog.printing()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(printing.layout)
        if run_dialog(QPrintDialog(printer, self._window)):
            layout = printer.pageLayout()  # the last word is that of the printer's own dialog
            work = partial(sheets_to_print, drawable, printing, layout, today)
            self._printed.start(work, partial(self._print, printer, drawable.whole.title))

    def copy(self) -> None:
        """Put a picture of what is in view on the clipboard."""
        page = self._session.argument_map.style.page or Page.SCREEN
        self._draw(self._appearance.theme, self._copy, page)

    def close(self) -> None:
        """Stop what is being drawn."""
        self._files.close()
        self._printed.close()
        self._pictures.close()

    def _draw(self, theme: Theme, then: Callable[[Picture], None], page: Page) -> None:
        seen = self._session.in_view()
        shown = seen.argument_map
        options = DrawingOptions(
            theme,
            page=page,
            layout=self._appearance.layout_for(shown),
            titles=self._session.view.titles,
            marks=with_hidden(NO_MARKS, seen.hidden),
            engine=self._appearance.engine,
        )

        def take(result: Picture | ArgmapError) -> None:
            if isinstance(result, ArgmapError):
                self._session.post_notice(notice_of(result))
            else:
                then(result)

        self._pictures.start(lambda cancel: lay_out(shown, options, cancel=cancel), take)

    def _copy(self, picture: Picture) -> None:
        with reporting(self._session.post_notice):
            content = png(picture, _COPY_SCALE)
            data = QMimeData()
            data.setImageData(QImage.fromData(content))
            data.setData("image/png", content)
            QGuiApplication.clipboard().setMimeData(data)
            self._session.post_notice(Notice("The picture is on the clipboard."))

    def _print(self, printer: QPrinter, title: str, sheets: Sequence[Sheet] | ArgmapError) -> None:
        with reporting(self._session.post_notice):
            if isinstance(sheets, ArgmapError):
                raise sheets
            if not print_sheets(printer, sheets, title):
                raise ArgmapError("The printer does not answer.", "Look whether it is switched on.")

    def _drawable(self) -> Drawable:
        seen = self._session.in_view()
        return Drawable(self._session.argument_map, seen.argument_map, seen.hidden)

    def _first(self, choice: Choice | None, drawable: Drawable) -> Choice:
        """Return what is proposed: what was chosen last, else the map's own theme and the usual.

        The format is remembered between starts.
        """
        if choice is None:
            kept = (name for name in self._format.read() if name in FORMATS)
            usual = Choice(next(kept, Choice().format))
            options = replace(
                usual.options,
                theme=theme_of(drawable.whole),
                page=None if drawable.whole.style.page else self._appearance.page,
                layout=self._appearance.layout_for(drawable.whole),
            )
            choice = replace(usual, options=options)
        known = {"", *viewpoint_ids(drawable.whole)}
        seen = choice.seen if {choice.seen.by, choice.seen.other} <= known else Seen()
        options = replace(choice.options, engine=self._appearance.engine)
        return replace(choice, options=options, seen=seen)

    def _usual_printing(self, drawable: Drawable) -> Printing:
        """Return what is proposed at first: what is in view, on the paper that the map is for."""
        options = DrawingOptions(
            themes.load("light"),
            titles=self._session.view.titles,
            layout=self._appearance.layout_for(drawable.whole),
        )
        choice = Choice(options=options, in_view=drawable.in_view is not drawable.whole)
        page = drawable.whole.style.page or self._appearance.page
        letter = page in {Page.LETTER, Page.LETTER_LANDSCAPE}
        upright = page in {Page.A4, Page.LETTER}
        return Printing(choice, "Letter" if letter else "A4", landscape=not upright)
