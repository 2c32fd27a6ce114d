"""All commands of the window, as one table of rows.

Menus, toolbar, palette, context menus, key bindings and the shortcut sheet are made from ROWS; a
command that is not a row here does not exist. A row calls one function of the model through the
session, or one method of a part of the window.
"""

from __future__ import annotations

from argmap.desktop.actions.action import MENUS, Action, LiveMenu, Row, Scope
from argmap.desktop.actions.argument import ARGUMENT
from argmap.desktop.actions.edit import EDIT
from argmap.desktop.actions.file import FILE
from argmap.desktop.actions.help import HELP
from argmap.desktop.actions.view import VIEW

ROWS: tuple[Row, ...] = (*FILE, *EDIT, *ARGUMENT, *VIEW, *HELP)
"""All menus from top to bottom."""

ACTIONS: tuple[Action, ...] = tuple(row for row in ROWS if isinstance(row, Action))
"""All commands."""

__all__ = ["ACTIONS", "MENUS", "ROWS", "Action", "LiveMenu", "Row", "Scope"]
