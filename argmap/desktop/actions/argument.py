"""Commands that build the argument."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from argmap.desktop import draft
from argmap.desktop.actions import when
from argmap.desktop.actions.action import Action, Scope
from argmap.model import edit, rearrange
from argmap.model.kinds import Judgement

if TYPE_CHECKING:
    from argmap.desktop.window import Window


def _add_claim(window: Window) -> None:
    window.session.start_draft(draft.claim())


def _add_premise(window: Window) -> None:
    window.session.start_draft(draft.premise(window.session.current))


def _add_rebuttal(window: Window) -> None:
    window.session.start_draft(draft.rebuttal(window.session.current))


def _undercut(window: Window) -> None:
    window.session.start_draft(draft.rebuttal(when.step_of(window.session)))


def _add_co_premise(window: Window) -> None:
    session = window.session
    session.start_draft(draft.co_premise(session.argument_map, session.current))


def _add_after(window: Window) -> None:
    session = window.session
    session.start_draft(draft.sibling(session.argument_map, session.current))


def _add_before(window: Window) -> None:
    session = window.session
    session.start_draft(draft.sibling(session.argument_map, session.current, before=True))


def _move(by: int) -> Callable[[Window], None]:
    def run(window: Window) -> None:
        id_ = window.session.current
        name = "Move up" if by < 0 else "Move down"
        window.session.attempt(name, lambda m: rearrange.move_sibling(m, id_, by))

    return run


def _promote(window: Window) -> None:
    id_ = window.session.current
    window.session.attempt("Promote", lambda m: rearrange.promote(m, id_))


def _demote(window: Window) -> None:
    id_ = window.session.current
    window.session.attempt("Demote", lambda m: rearrange.demote(m, id_))


def _swap(window: Window) -> None:
    step = when.step_of(window.session)
    bearing = window.session.argument_map.relation_by_id[step].bearing.opposite
    window.session.attempt(
        f"Turn into {bearing.noun}",
        lambda m: rearrange.set_bearing(m, step, bearing),
    )


def _join(window: Window) -> None:
    steps = when.steps_of(window.session)
    window.session.attempt("Link premises", lambda m: rearrange.join(m, steps))


def _split(window: Window) -> None:
    step = when.step_of(window.session)
    window.session.attempt("Separate premises", lambda m: rearrange.split(m, step))


def _judge(name: str, judgement: Judgement | None) -> Callable[[Window], None]:
    def run(window: Window) -> None:
        window.evaluation.judge(name, dict.fromkeys(window.session.selection, judgement))

    return run


def _group(window: Window) -> None:
    ids = window.session.selected_statements
    window.session.attempt("Group", lambda m: edit.group(m, ids, "New group"))


def _ungroup(window: Window) -> None:
    ids = window.session.selected_statements
    window.session.attempt("Take out of group", lambda m: edit.assign_group(m, ids, ""))


def _row(name: str, text: str, run: Callable[[Window], object], *keys: str, **more: Any) -> Action:
    return Action(name, text, "Argument", run, keys, **{"scope": Scope.CANVAS, **more})


ARGUMENT = (
    _row(
        "add_claim",
        "New &claim",
        _add_claim,
        "Ins",
        when=when.writable,
        toolbar="claim",
        context=True,
    ),
    _row(
        "add_premise",
        "Add &premise",
        _add_premise,
        "Tab",
        when=when.changeable,
        toolbar="premise",
        context=True,
    ),
    _row(
        "add_rebuttal",
        "Add &rebuttal",
        _add_rebuttal,
        "Shift+Tab",
        when=when.changeable,
        toolbar="rebuttal",
        context=True,
    ),
    _row(
        "add_co_premise",
        "Add c&o-premise",
        _add_co_premise,
        "Ctrl+Return",
        "Ctrl+Enter",
        when=when.reason,
        toolbar="co-premise",
        context=True,
    ),
    _row("undercut", "Rebut the &step", _undercut, when=when.step, context=True),
    _row("add_after", "Add sibling &after", _add_after, "Return", "Enter", when=when.card),
    _row(
        "add_before",
        "Add sibling &before",
        _add_before,
        "Shift+Return",
        "Shift+Enter",
        when=when.card,
    ),
    _row(
        "edit_text",
        "&Edit text",
        lambda w: w.canvas.edit(w.session.current),
        "F2",
        when=when.card,
        part=1,
        context=True,
    ),
    _row(
        "link",
        "&Link to…",
        lambda w: w.canvas.start_link(w.session.current),
        "Ctrl+L",
        when=when.card,
        scope=Scope.WINDOW,
        part=1,
        context=True,
    ),
    _row("swap", "Turn support into attack, or &back", _swap, when=when.step, part=1, context=True),
    _row("join", "Lin&k premises", _join, when=when.several_steps, part=1, context=True),
    _row("split", "&Separate premises", _split, when=when.linked, part=1, context=True),
    _row("move_up", "Move &up", _move(-1), "Alt+Up", when=when.changeable, part=2, repeats=True),
    _row(
        "move_down", "Move &down", _move(1), "Alt+Down", when=when.changeable, part=2, repeats=True
    ),
    _row("promote", "Pro&mote", _promote, "Alt+Left", when=when.reason, part=2),
    _row("demote", "Demo&te", _demote, "Alt+Right", when=when.card, part=2),
    _row(
        "accept",
        "&Accept",
        _judge("Accept", Judgement.ACCEPTED),
        "Ctrl+Shift+A",
        when=when.changeable,
        scope=Scope.WINDOW,
        part=3,
        context=True,
    ),
    _row(
        "reject",
        "Re&ject (of a step: does not follow)",
        _judge("Reject", Judgement.REJECTED),
        "Ctrl+Shift+R",
        when=when.changeable,
        scope=Scope.WINDOW,
        part=3,
        context=True,
    ),
    _row(
        "leave_open",
        "Lea&ve open",
        _judge("Leave open", None),
        "Ctrl+Shift+O",
        when=when.changeable,
        scope=Scope.WINDOW,
        part=3,
        context=True,
    ),
    _row("group", "&Group", _group, "Ctrl+G", when=when.cards, scope=Scope.WINDOW, part=4),
    _row(
        "ungroup",
        "Take out o&f group",
        _ungroup,
        "Ctrl+Shift+G",
        when=when.cards,
        scope=Scope.WINDOW,
        part=4,
    ),
    _row(
        "properties",
        "Propert&ies",
        lambda w: w.show_properties(),
        "Alt+Return",
        "Alt+Enter",
        scope=Scope.WINDOW,
        part=5,
        context=True,
    ),
)
