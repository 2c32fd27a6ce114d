"""The dialogs of one window: each is shown until it is answered, and then let go.

Each is loaded when it is asked for, not when a window starts.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from argmap.desktop.application import Application
from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.session import Session
from argmap.desktop.widgets.run_dialog import ask_words, run_dialog
from argmap.model.edits import judging
from argmap.settings import Settings


class Dialogs(QObject):
    """Shows dialogs, and does what is chosen in them."""

    def __init__(
        self,
        session: Session,
        application: Application,
        evaluation: LiveEvaluation,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._application = application
        self._evaluation = evaluation
        self._window = window

    def history(self) -> None:
        """Show the steps that were done and can be gone back to."""
        from argmap.desktop.dialogs.history import History

        run_dialog(History(self._session, self._window))

    def preferences(self) -> None:
        """Let the settings be changed."""
        self._ask_settings(self._application.settings)

    def _ask_settings(self, begun: Settings) -> None:
        """Ask for the settings, beginning with some; texts that are given up can be got back."""
        from argmap.desktop.dialogs.preferences import Preferences

        form = Preferences(begun, self._window)
        if run_dialog(form):
            self._application.change_from(self._session, form.settings())
        else:
            left = form.settings()
            texts = form.texts(other_than=self._application.settings)
            self._session.drop_text(", ".join(texts), lambda: self._ask_settings(left))

    def about(self) -> None:
        """Say what this program is."""
        from argmap.desktop.dialogs.about import About

        run_dialog(About(self._window))

    def comparison(self) -> None:
        """Show what stands from all viewpoints, side by side."""
        from argmap.desktop.evaluation.compare import Compare

        run_dialog(Compare(self._session, self._window))

    def viewpoint(self) -> None:
        """Ask for the title of a viewpoint, add it, and evaluate from there."""

        def add(title: str) -> None:
            added = self._session.attempt(
                "Add viewpoint", lambda m: judging.add_viewpoint(m, title)
            )
            for change in added.of("viewpoints"):
                self._evaluation.set_viewpoint(change.id)

        words = ("Add a viewpoint", "Whose view is it?")
        ask_words(self._window, words, add, self._session.drop_text)
