"""Actions that take back, copy, delete and find."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from argmap.desktop import clipboard
from argmap.desktop.actions import when
from argmap.desktop.actions.action import Action, Scope
from argmap.desktop.actions.in_text import InText
from argmap.desktop.actions.parts import Parts
from argmap.desktop.actions.text import IN_TEXT
from argmap.desktop.notices.notice import Remedy
from argmap.desktop.session import Session
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import fragment, removal
from argmap.model.history.patch import Patch


def _named(verb: str, step: str) -> str:
    """Return a verb with the name of a step, if there is one."""
    return f"{verb} {step.lower()}" if step else verb


def _delete(
    name: str, remove: Callable[[ArgumentMap, Iterable[str]], ArgumentMap]
) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        session = parts.session
        ids = session.selection
        next_one = heir(parts)
        if made := session.attempt(name, lambda m: remove(m, ids)):
            session.select([next_one])
            _tell_of_more(session, ids, made)

    return run


def _tell_of_more(session: Session, asked: Collection[str], made: Patch) -> None:
    """Say how many cards went with those that were to be deleted."""
    gone = {each.id for each in made.of("statements") if each.after is None}
    if more := len(gone.difference(asked)):
        below = "The card below was" if more == 1 else f"The {more} cards below were"
        words = f"{below} deleted too. “Delete the card only” leaves what is below."
        session.remark(words, Remedy("Undo", session.undo))


def heir(parts: Parts) -> str:
    """Return what is selected after what is selected is gone: near it, in view if one looks."""
    heirs, canvas = _heirs(parts.session), parts.canvas
    seen = filter(canvas.is_in_view, heirs) if canvas.hasFocus() else iter(())
    return next(seen, heirs[0])


def _heirs(session: Session) -> list[str]:
    """Return what may be selected after the current card is gone: siblings near it, its parent.

    The first is the best for who reads; who looks at the map is led nowhere else where another one
    is in view.
    """
    argument_map = session.argument_map
    above = walk.parent(argument_map, session.current)
    if above is None:
        row = [statement.id for statement in walk.roots(argument_map)]
    else:
        row = [p for r in argument_map.relations_on(above) for p in r.premises]
    beside: list[str] = []
    if session.current in row:
        at = row.index(session.current)
        beside = [*reversed(row[:at]), *row[at + 1 :]]
    return [*(id_ for id_ in beside if id_ not in session.selection), above or ""]


def _meant(session: Session) -> str:
    """Return what is deleted: the card that is being written, where one is, else the selection."""
    if session.writing:
        return "the card being written"
    cards = session.selected_statements or not session.selection
    words = "the card" if cards else "the arrow"
    return f"{words}s" if len(session.selection) > 1 else words


def _cut(parts: Parts) -> None:
    clipboard.copy_branches(parts.session)
    _delete("Cut", removal.delete_branches)(parts)


def _cut_cards(parts: Parts) -> None:
    clipboard.copy_cards(parts.session)
    _delete("Cut card", removal.delete_cards)(parts)


def _duplicate(parts: Parts) -> None:
    ids = parts.session.selected_statements
    parts.session.attempt("Duplicate", lambda m: fragment.duplicate(m, ids))


def _select_all(parts: Parts) -> None:
    session = parts.session
    session.select(statement.id for statement in session.in_view().argument_map.statements)


def _is_empty_ground(parts: Parts) -> bool:
    """Whether a menu is about no card: what is about the whole map has a place there."""
    return not (parts.session.selection or parts.session.writing)


def _find(parts: Parts) -> None:
    """Find in the map, or in its text or that of a source, if one is in that."""
    where = parts.panes.focused
    if where == "sources":
        parts.sources.search.open()
    elif where == "text":
        parts.text.comforts.search.open()
    else:
        parts.finder.open()


def _replace(parts: Parts) -> None:
    """Replace in the cards, or in the text of the map if one is in that."""
    in_text = parts.panes.focused == "text"
    (parts.text.comforts.search if in_text else parts.finder).open(replacing=True)


def _step(by: int) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        match parts.panes.focused:
            case "sources":
                parts.sources.search.step(by)
            case "text":
                parts.text.comforts.search.step(by)
            case _:
                parts.finder.step(by)

    return run


EDIT = (
    Action(
        "undo",
        "&Undo",
        "Edit",
        lambda p: p.session.undo(),
        ("Ctrl+Z",),
        when=when.undoable,
        title=lambda s: _named("&Undo", s.undo_name),
        toolbar="undo",
        repeats=True,
        reviewing=True,
        in_text=InText.UNDO,
    ),
    Action(
        "redo",
        "&Redo",
        "Edit",
        lambda p: p.session.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        when=when.redoable,
        title=lambda s: _named("&Redo", s.redo_name),
        toolbar="redo",
        repeats=True,
        reviewing=True,
        in_text=InText.REDO,
    ),
    Action("history", "&History…", "Edit", lambda p: p.dialogs.history(), reviewing=True),
    Action(
        "cut",
        "Cu&t with what hangs below",
        "Edit",
        _cut,
        ("Ctrl+X",),
        when=when.cards,
        title=lambda s: "Cu&t" if s.writing else "Cu&t with what hangs below",
        scope=Scope.CANVAS,
        part=1,
        context=True,
        of_group=True,
        in_text=InText.CUT,
    ),
    Action(
        "cut_card",
        "Cut the card on&ly",
        "Edit",
        _cut_cards,
        ("Ctrl+Alt+X",),
        when=when.cards,
        scope=Scope.CANVAS,
        part=1,
    ),
    Action(
        "copy",
        "&Copy with what hangs below",
        "Edit",
        lambda p: clipboard.copy_branches(p.session),
        ("Ctrl+C",),
        when=when.selected,
        title=lambda s: "&Copy" if s.writing else "&Copy with what hangs below",
        scope=Scope.CANVAS,
        part=1,
        context=True,
        of_group=True,
        in_text=InText.COPY,
    ),
    Action(
        "copy_card",
        "Copy the card onl&y",
        "Edit",
        lambda p: clipboard.copy_cards(p.session),
        ("Ctrl+Alt+C",),
        when=when.selected,
        scope=Scope.CANVAS,
        part=1,
    ),
    Action(
        "paste",
        "Pa&ste",
        "Edit",
        lambda p: clipboard.paste(p.session),
        ("Ctrl+V",),
        when=when.writable,
        scope=Scope.CANVAS,
        part=1,
        context=True,
        offered=lambda _parts: clipboard.filled(),
        in_text=InText.PASTE,
    ),
    Action(
        "copy_picture",
        "Copy p&icture",
        "Edit",
        lambda p: p.exports.copy_picture(),
        ("Ctrl+Shift+C",),
        part=1,
    ),
    Action(
        "select_all",
        "Select &all",
        "Edit",
        _select_all,
        ("Ctrl+A",),
        scope=Scope.CANVAS,
        part=2,
        context=True,
        offered=lambda p: _is_empty_ground(p) and bool(p.session.argument_map.statements),
        in_text=InText.SELECT_ALL,
    ),
    Action(
        "duplicate",
        "&Duplicate",
        "Edit",
        _duplicate,
        ("Ctrl+D",),
        when=when.cards,
        scope=Scope.CANVAS,
        part=2,
        context=True,
        of_group=True,
    ),
    Action(
        "delete",
        "Delete with what hangs &below",
        "Edit",
        _delete("Delete", removal.delete_branches),
        ("Del", "Backspace"),
        when=when.changeable,
        title=lambda s: (
            f"{'Delete ' + _meant(s) if s.writing else 'Delete'} with what hangs &below"
        ),
        scope=Scope.CANVAS,
        part=3,
        context=True,
    ),
    Action(
        "delete_card",
        "Delete the card &only",
        "Edit",
        _delete("Delete card", removal.delete_cards),
        ("Ctrl+Del", "Ctrl+Backspace"),
        when=when.changeable,
        title=lambda s: f"Delete {_meant(s)} &only",
        scope=Scope.CANVAS,
        part=3,
        context=True,
    ),
    Action("find", "&Find…", "Edit", _find, ("Ctrl+F",), part=4),
    Action(
        "replace",
        "Find and re&place…",
        "Edit",
        _replace,
        ("Ctrl+H",),
        when=when.writable,
        part=4,
    ),
    Action("find_next", "Find &next", "Edit", _step(1), ("F3",), part=4, repeats=True),
    Action(
        "find_previous",
        "Find pre&vious",
        "Edit",
        _step(-1),
        ("Shift+F3",),
        part=4,
        repeats=True,
    ),
    *IN_TEXT,
    Action(
        "preferences",
        "Pr&eferences…",
        "Edit",
        lambda p: p.dialogs.preferences(),
        ("Ctrl+,",),
        part=6,
        anywhere=True,
    ),
)
