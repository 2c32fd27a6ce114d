"""Actions about groups: of what is selected, or of the group whose title was pointed at."""

from __future__ import annotations

from typing import Any

from argmap.desktop.actions import when
from argmap.desktop.actions.action import Action, Scope
from argmap.desktop.actions.edit import heir
from argmap.desktop.actions.parts import Parts
from argmap.desktop.canvas.editing.title_editing import NEW_GROUP
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.model.edits import edit, removal
from argmap.model.groups import group_at, members


def group_pointed(parts: Parts) -> str:
    """Return the group that a menu was asked for, as long as that is what is selected; or ""."""
    session, group = parts.session, parts.canvas.group_pointed
    if group not in session.argument_map.group_by_id:
        return ""
    inside = members(session.argument_map, group)
    return group if inside and set(inside) == set(session.selection) else ""


def _meant(parts: Parts) -> str:
    return group_pointed(parts) or when.group_meant(parts.session)


def _group(parts: Parts) -> None:
    """Put a group around what is selected, and ask for its name at once."""
    session = parts.session
    ids = session.selected_statements
    around = {group_at(session.argument_map, id_) for id_ in ids}
    made = session.attempt("Group", lambda m: edit.group(m, ids, NEW_GROUP))
    for change in made.of("groups"):
        _tell_of_groups(session, around)
        parts.canvas.rename_group(change.id)


def _tell_of_groups(session: Session, around: set[str]) -> None:
    """Say what a new group has to do with those that its cards were in."""
    groups = session.argument_map.group_by_id
    if around == {""}:
        return
    titles = ", ".join(f"“{groups[id_].name}”" for id_ in sorted(around) if id_ in groups)
    lies = f"The new group lies in {titles}."
    left = f"These cards have left {titles}. Undo puts them back."
    session.post_notice(Notice(lies if len(around) == 1 else left))


def _in_groups(parts: Parts) -> bool:
    """Whether anything that is selected is in a group."""
    session = parts.session
    return any(group_at(session.argument_map, id_) for id_ in session.selected_statements)


def _ungroup(parts: Parts) -> None:
    ids = parts.session.selected_statements
    parts.session.attempt("Take out of group", lambda m: edit.assign_group(m, ids, ""))


def _rename(parts: Parts) -> None:
    """Write the title of the group where it is shown; of one without ground, in the inspector."""
    group = _meant(parts)
    if parts.canvas.map_scene.halos_of(group):
        parts.canvas.rename_group(group)
    else:
        parts.session.show_group(group)


def _take_apart(parts: Parts) -> None:
    group = _meant(parts)
    parts.session.attempt("Take group apart", lambda m: removal.delete_group(m, group))


def _delete(parts: Parts) -> None:
    group, session = _meant(parts), parts.session
    left = heir(parts)
    if session.attempt("Delete group", lambda m: removal.delete_group_with_cards(m, group)):
        session.select([left])


def _row(name: str, text: str, run: Any, *keys: str, **more: Any) -> Action:
    usual = {"scope": Scope.WINDOW, "part": 4, "context": True}
    return Action(name, text, "Argument", run, keys, **{**usual, **more})


GROUPING = (
    _row("group", "&Group", _group, "Ctrl+G", when=when.cards),
    _row(
        "ungroup",
        "Take out o&f group",
        _ungroup,
        "Ctrl+Shift+G",
        when=when.cards,
        offered=_in_groups,
        idle="It is in no group.",
    ),
    _row("rename_group", "Rename the group", _rename, when=when.groups_cards, of_group=True),
    _row(
        "group_properties",
        "Properties of the group",
        lambda p: p.session.show_group(_meant(p)),
        when=when.in_any_group,
        of_group=True,
    ),
    _row("take_apart", "Take the group apart", _take_apart, when=when.groups_cards, of_group=True),
    _row(
        "delete_group",
        "Delete the group with its cards",
        _delete,
        when=when.groups_cards,
        context=False,
        of_group=True,
    ),
)
