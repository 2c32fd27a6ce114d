"""What a command is: a row with a name, its words, its keys, and the function that it runs."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtWidgets import QMenu

from argmap.desktop.actions.in_text import InText
from argmap.desktop.actions.parts import Parts
from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.frozen import frozen

MENUS = ("File", "Edit", "Argument", "View", "Help")


class Scope(Enum):
    """Where the keys of a command are heard.

    Keys such as Tab, Del or Enter mean something else in a text field, so they are commands on
    the canvas only. HELD is a canvas key that acts when it is let go, because holding it pans.
    Keys of TEXT are heard in the text of the map only.
    """

    WINDOW = auto()
    CANVAS = auto()
    HELD = auto()
    TEXT = auto()

    def meets(self, other: Scope) -> bool:
        """Whether there is a place where keys of both are heard."""
        return Scope.WINDOW in (self, other) or (self is Scope.TEXT) == (other is Scope.TEXT)


def always(_session: Session) -> bool:
    """Whether a command is possible of which nothing is asked: it is."""
    return True


@frozen
class Action:
    """One command.

    `name` is stable (settings refer to it); `text` has its mnemonic marked with &; `part` groups
    rows of a menu between separators; `when` says whether the command is possible now; `title`
    gives the text of menu and button where that depends on the state; `context` puts it into the
    menu of what is selected, `of_group` into that of the title of a group, and `offered` says
    whether those show it, where that takes longer to find out; `checked` makes it a switch,
    and `anywhere` lets it be possible where no map is to be seen, on the start page, `reviewing`
    on the pages that show versions of the map; `idle` says why nothing came of it, where nothing
    did. `takes_passage` lets canvas keys be heard in the text of a source too, where the command
    makes something of what is selected, and `reads` has the menu there offer it as well. `in_text`
    says what it does where a text is being written, and `while_writing` lets a canvas key be heard
    where a card is written, which it ends. What `waits` leads away from no half-written text: the
    next words would land on another card. `keys` are portable texts of key sequences, the first
    one is shown.
    """

    name: str
    text: str
    menu: str
    run: Callable[[Parts], object]
    keys: tuple[str, ...] = ()
    when: Callable[[Session], bool] = always
    scope: Scope = Scope.WINDOW
    part: int = 0
    submenu: str = ""
    title: Callable[[Session], str] | None = None
    checked: Callable[[Parts], bool] | None = None
    toolbar: str = ""
    repeats: bool = False
    context: bool = False
    of_group: bool = False
    offered: Callable[[Parts], bool] | None = None
    anywhere: bool = False
    reviewing: bool = False
    idle: str = ""
    takes_passage: bool = False
    reads: bool = False
    in_text: InText | None = None
    while_writing: bool = False
    waits: bool = False

    @property
    def words(self) -> str:
        """The text without its mnemonic mark, for palette and shortcut sheet."""
        return plain_text.words(self.text).rstrip("…")


@frozen
class LiveMenu:
    """A submenu whose entries are found when it opens: `fill` puts them into the empty menu.

    `name` is stable, as that of a command is.
    """

    name: str
    text: str
    menu: str
    fill: Callable[[Parts, QMenu], None]
    part: int = 0


Row = Action | LiveMenu
