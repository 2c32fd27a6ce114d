"""The dialogs of one window: each is shown until it is answered, and then let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QInputDialog

from argmap.desktop.actions.palette import Palette
from argmap.desktop.actions.shortcuts import Shortcuts
from argmap.desktop.dialogs.about import About
from argmap.desktop.dialogs.history import History
from argmap.desktop.dialogs.preferences import Preferences
from argmap.desktop.evaluation.compare import Compare
from argmap.model import judging

if TYPE_CHECKING:
    from argmap.desktop.window import Window


class Dialogs:
    """Shows dialogs, and does what is chosen in them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def history(self) -> None:
        """Show the steps that were done and can be gone back to."""
        self._window.commit()
        _run(History(self._session, self._window))

    def palette(self) -> None:
        """Let any command be found by its words."""
        self._window.commit()
        finder = Palette(self._window.commands, self._window)
        if _run(finder):
            self._window.commands[finder.chosen].trigger()

    def shortcuts(self) -> None:
        """Show the keys of all commands, and let them be changed."""
        sheet = Shortcuts(self._window.desk.settings.keys, self._window)
        if _run(sheet):
            self._window.use(replace(self._window.desk.settings, keys=sheet.keys))

    def preferences(self) -> None:
        """Let the settings be changed."""
        form = Preferences(self._window.desk.settings, self._window)
        if _run(form):
            self._window.use(form.settings())

    def about(self) -> None:
        """Say what this program is."""
        _run(About(self._window))

    def comparison(self) -> None:
        """Show what stands from all viewpoints, side by side."""
        self._window.commit()
        _run(Compare(self._session, self._window))

    def viewpoint(self) -> None:
        """Ask for the title of a viewpoint, add it, and look from there."""
        asked = QInputDialog.getText(self._window, "Add a viewpoint", "Whose view is it?")
        title, given = asked[0].strip(), asked[1]
        if given and title:
            added = self._session.attempt(
                "Add viewpoint", lambda m: judging.add_viewpoint(m, title)
            )
            for change in added.of("viewpoints"):
                self._window.evaluation.set_viewpoint(change.id)


def _run(dialog: QDialog) -> bool:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
