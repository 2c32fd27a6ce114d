"""All commands of the window, as one table of rows.

Menus, toolbar, palette, context menus, key bindings and the shortcut sheet are made from ACTIONS;
a command that is not a row here does not exist. A row calls one function of the model through the
session, or one method of the window.
"""

from __future__ import annotations

from argmap.desktop.actions.action import MENUS, Action, Scope
from argmap.desktop.actions.argument import ARGUMENT
from argmap.desktop.actions.edit import EDIT
from argmap.desktop.actions.file import FILE
from argmap.desktop.actions.help import HELP
from argmap.desktop.actions.view import VIEW

ACTIONS: tuple[Action, ...] = (*FILE, *EDIT, *ARGUMENT, *VIEW, *HELP)

__all__ = ["ACTIONS", "MENUS", "Action", "Scope"]
