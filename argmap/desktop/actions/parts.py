"""What commands act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from argmap.desktop.session import Session
from argmap.frozen import frozen

if TYPE_CHECKING:
    from argmap.desktop.application import Application
    from argmap.desktop.canvas.canvas import Canvas
    from argmap.desktop.dialogs.dialogs import Dialogs
    from argmap.desktop.export.exports import Exports
    from argmap.desktop.files.files import Files
    from argmap.desktop.files.start_choices import StartChoices
    from argmap.desktop.find.bar import FindBar
    from argmap.desktop.live.evaluation import LiveEvaluation
    from argmap.desktop.pages import Pages
    from argmap.desktop.panes.panes import Panes
    from argmap.desktop.reviews import Reviews
    from argmap.desktop.sources.pane import SourcesPane
    from argmap.desktop.text.pane import TextPane


@frozen
class Parts:
    """The parts of one window that commands act on, and the program that it belongs to.

    The palette and the sheet of shortcuts are made from the commands themselves, so they come as
    functions that show them; the pane of sources is made when it is asked for first.
    """

    application: Application
    window: QWidget
    pages: Pages
    session: Session
    canvas: Canvas
    panes: Panes
    finder: FindBar
    files: Files
    start: StartChoices
    exports: Exports
    dialogs: Dialogs
    reviews: Reviews
    evaluation: LiveEvaluation
    sources_pane: Callable[[], SourcesPane]
    text_pane: Callable[[], TextPane]
    show_palette: Callable[[], None]
    show_shortcuts: Callable[[], None]

    @property
    def sources(self) -> SourcesPane:
        """The pane of sources."""
        return self.sources_pane()

    @property
    def text(self) -> TextPane:
        """The pane of the text."""
        return self.text_pane()
