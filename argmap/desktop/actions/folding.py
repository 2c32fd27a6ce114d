"""Actions about which part of the map is in view: what is folded, and a branch alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from argmap.desktop.actions import when
from argmap.desktop.actions.action import Action, Scope
from argmap.desktop.actions.grouping import group_pointed
from argmap.desktop.actions.parts import Parts
from argmap.model import folding


def _fold(parts: Parts) -> None:
    session = parts.session
    seen = session.seen_as(session.current)
    session.fold(session.view.folded ^ {seen})


def _fold_group(parts: Parts) -> None:
    session = parts.session
    group = group_pointed(parts) or when.group_to_fold(session)
    session.fold(session.view.folded | {group})


def _fold_groups(parts: Parts) -> None:
    session = parts.session
    groups = session.argument_map.group_by_id.keys()
    parts.canvas.fold(session.view.folded | groups)


def _fold_all(parts: Parts) -> None:
    parts.canvas.fold(folding.fold_all(parts.session.argument_map))


def _fold_to(level: int) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        parts.canvas.fold(folding.fold_to(parts.session.argument_map, level))

    return run


def _open_all(parts: Parts) -> None:
    parts.session.fold(frozenset())


def _branch(parts: Parts) -> None:
    parts.session.set_view(replace(parts.session.view, branch=parts.session.current))


def _whole(parts: Parts) -> None:
    parts.session.set_view(replace(parts.session.view, branch=""))


FOLDING = (
    Action(
        "fold",
        "Fo&ld or open",
        "View",
        _fold,
        ("Space",),
        when=when.foldable,
        scope=Scope.HELD,
        part=1,
        context=True,
        of_group=True,
    ),
    Action(
        "fold_group",
        "Fold the group to one &card",
        "View",
        _fold_group,
        ("Alt+0",),
        when=when.in_group,
        scope=Scope.CANVAS,
        part=1,
        context=True,
        of_group=True,
    ),
    Action(
        "fold_groups",
        "Fold all groups",
        "View",
        _fold_groups,
        ("Alt+Shift+Home",),
        when=when.grouped,
        scope=Scope.CANVAS,
        part=1,
    ),
    Action(
        "fold_all",
        "Fold &all",
        "View",
        _fold_all,
        ("Alt+Home",),
        scope=Scope.CANVAS,
        part=1,
        idle="There is nothing to fold.",
    ),
    *(
        Action(
            f"fold_to_{level}",
            f"Fold to &{level} level{'s' if level > 1 else ''}",
            "View",
            _fold_to(level),
            (f"Alt+{level}",),
            scope=Scope.CANVAS,
            part=1,
            submenu="Fold to le&vel",
            idle="Nothing is folded or opened by that.",
        )
        for level in range(1, 6)
    ),
    Action(
        "open_all",
        "Op&en all",
        "View",
        _open_all,
        ("Alt+End",),
        scope=Scope.CANVAS,
        part=1,
        idle="Nothing is folded.",
    ),
    Action(
        "branch",
        "Show only this &branch",
        "View",
        _branch,
        ("Ctrl+Shift+F",),
        when=when.branch,
        part=1,
        context=True,
    ),
    Action(
        "whole",
        "Show the &whole map",
        "View",
        _whole,
        ("Escape",),
        when=lambda s: bool(s.view.branch),
        scope=Scope.CANVAS,
        part=1,
    ),
)
