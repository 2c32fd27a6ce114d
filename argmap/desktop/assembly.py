"""Puts a window together with its commands: menus, toolbar, keys and dialogs.

The window knows nothing of them, and the table of commands nothing of menus; here they meet.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QToolBar

from argmap.desktop.actions.parts import Parts
from argmap.desktop.actions.window_actions import WindowActions
from argmap.desktop.application import Application
from argmap.desktop.dialogs.dialogs import Dialogs
from argmap.desktop.export.exports import Exports
from argmap.desktop.notices.notice import Notice
from argmap.desktop.reviews import Reviews
from argmap.desktop.widgets.keys.enter_presses import EnterPresses
from argmap.desktop.widgets.keys.stray_letters import StrayLetters, said_of
from argmap.desktop.widgets.run_dialog import run_dialog
from argmap.desktop.window import Window
from argmap.errors import Problem

_STRAY = "stray"
"""Of what is said of a letter: it goes with the next key or click that does something."""


def assemble(application: Application) -> Window:
    """Return a window with an empty map, and all that belongs to a window."""
    window = Window(application)
    exports = Exports(window.session, window.appearance, application.recent_files, window)
    window.closed.connect(exports.close)
    dialogs = Dialogs(window.session, application, window.evaluation, window)

    reviews = Reviews(
        session=window.session,
        application=application,
        pages=window.pages,
        files=window.files,
        appearance=window.appearance,
        window=window,
    )
    reviews.finished.connect(window.close)
    window.closed.connect(reviews.close)

    def show_palette() -> None:
        from argmap.desktop.actions.sheets.palette import Palette

        palette = Palette(commands.offered(), window)
        if run_dialog(palette) and palette.chosen:
            palette.chosen.trigger()

    def show_shortcuts() -> None:
        from argmap.desktop.actions.sheets.shortcuts import Shortcuts

        sheet = Shortcuts(application.settings.keys, window)
        if run_dialog(sheet):
            settings = replace(application.settings, keys=sheet.keys)
            application.change_from(window.session, settings)

    parts = Parts(
        application=application,
        window=window,
        pages=window.pages,
        session=window.session,
        canvas=window.canvas,
        panes=window.panes,
        finder=window.finder,
        files=window.files,
        start=window.start,
        exports=exports,
        dialogs=dialogs,
        reviews=reviews,
        evaluation=window.evaluation,
        sources_pane=lambda: window.sources,
        text_pane=lambda: window.text_pane,
        show_palette=show_palette,
        show_shortcuts=show_shortcuts,
    )
    commands = WindowActions(parts)
    _add_menus(window, commands)
    _keep_fresh(window, commands)
    window.panes.filled.connect(partial(_add_commands, window, commands, dialogs))
    window.session.place_requested.connect(partial(_show_place, window))
    window.restore_panes()
    return window


def _add_commands(window: Window, commands: WindowActions, dialogs: Dialogs, pane: str) -> None:
    """Let a pane that has just been made have its commands."""
    match pane:
        case "outline":
            commands.listen_on(window.outline)
            window.outline.menu_wanted.connect(commands.show_context_menu)
        case "sources":
            commands.listen_for_passages(window.sources.reader)
            window.sources.reader.menu_wanted.connect(commands.show_passage_menu)
        case "text":
            commands.listen_in_text(window.text_pane.editor)
            window.text_pane.comforts.menu_wanted.connect(commands.show_text_menu)
        case "why":
            window.evaluation_pane.compare_wanted.connect(dialogs.comparison)
            window.evaluation_pane.viewpoint_wanted.connect(dialogs.viewpoint)


def _show_place(window: Window, problem: Problem) -> None:
    window.panes.enter("text")
    window.text_pane.go_to(problem)


def _add_menus(window: Window, commands: WindowActions) -> None:
    commands.fill_menus(window.menuBar())
    toolbar = QToolBar("Toolbar")
    toolbar.setObjectName("toolbar")
    window.addToolBar(toolbar)
    commands.fill_toolbar(toolbar)
    EnterPresses(window)
    _hear_stray_letters(window)
    commands.listen_on(window.canvas)
    window.canvas.held_key.connect(commands.run_held)
    window.key_unused.connect(commands.explain)
    window.canvas.key_unused.connect(commands.explain)
    window.canvas.menu_wanted.connect(commands.show_context_menu)
    window.canvas.group_menu_wanted.connect(commands.show_group_menu)


def _hear_stray_letters(window: Window) -> None:
    """Say of letters that are typed at what is no text that they went nowhere."""
    session, letters = window.session, StrayLetters(window, lambda: window.pages.shows_map)
    letters.told.connect(lambda at: session.post_notice(Notice(said_of(at), key=_STRAY)))
    letters.over.connect(lambda: session.withdraw_notices(_STRAY))


def _keep_fresh(window: Window, commands: WindowActions) -> None:
    """Let commands follow what decides whether they are possible, and icons the palette."""
    session = window.session
    for signal in (
        session.state_changed,
        session.selection_changed,
        session.view_changed,
        session.typing_switched,
        session.passage_changed,
        window.pages.turned,
        window.evaluation.evaluated,
    ):
        signal.connect(commands.refresh)
    session.typing_changed.connect(commands.refresh_steps)
    window.appearance.changed.connect(commands.paint_icons)
    commands.refresh()
    commands.paint_icons()
