"""Actions that build the argument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.desktop import draft
from argmap.desktop.actions import when
from argmap.desktop.actions.action import Action, Scope
from argmap.desktop.actions.grouping import GROUPING, group_pointed
from argmap.desktop.actions.parts import Parts
from argmap.model.edits import edit, rearrange
from argmap.model.kinds import Judgement


def _add_claim(parts: Parts) -> None:
    parts.session.start_draft(draft.claim(group=group_pointed(parts)))


def _add_premise(parts: Parts) -> None:
    parts.session.start_draft(draft.premise(parts.session.current))


def _add_rebuttal(parts: Parts) -> None:
    session = parts.session
    session.start_draft(draft.rebuttal(session.argument_map, session.current))


def _undercut(parts: Parts) -> None:
    session = parts.session
    session.start_draft(draft.rebuttal(session.argument_map, when.step_of(session)))


def _add_co_premise(parts: Parts) -> None:
    session = parts.session
    session.start_draft(draft.co_premise(session.argument_map, session.current))


def _add_after(parts: Parts) -> None:
    session = parts.session
    session.start_draft(draft.sibling(session.argument_map, session.current))


def _add_before(parts: Parts) -> None:
    session = parts.session
    session.start_draft(draft.sibling(session.argument_map, session.current, before=True))


def _cite(parts: Parts) -> None:
    """Let the selected card cite the passage that is selected in a source."""
    session, passage = parts.session, parts.session.passage
    if passage:
        id_ = session.current
        session.attempt("Cite", lambda m: edit.add_cite(m, id_, passage))


def _go_to_cards(parts: Parts) -> None:
    """Select the cards that cite the passage where the cursor stands in the text of a source."""
    cards = parts.sources.cards_here()
    if cards:
        parts.session.select(cards)
        parts.canvas.setFocus()


def _move(by: int) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        id_ = parts.session.current
        name = "Move up" if by < 0 else "Move down"
        parts.session.attempt(name, lambda m: rearrange.move_sibling(m, id_, by))

    return run


def _promote(parts: Parts) -> None:
    id_ = parts.session.current
    parts.session.attempt("Promote", lambda m: rearrange.promote(m, id_))


def _demote(parts: Parts) -> None:
    id_ = parts.session.current
    parts.session.attempt("Demote", lambda m: rearrange.demote(m, id_))


def _swap(parts: Parts) -> None:
    step = when.step_of(parts.session)
    bearing = parts.session.argument_map.relation_by_id[step].bearing.opposite
    parts.session.attempt(
        f"Turn into {bearing.noun}",
        lambda m: rearrange.set_bearing(m, step, bearing),
    )


def _join(parts: Parts) -> None:
    steps = when.steps_of(parts.session)
    parts.session.attempt("Link premises", lambda m: rearrange.join(m, steps))


def _split(parts: Parts) -> None:
    step = when.step_of(parts.session)
    parts.session.attempt("Separate premises", lambda m: rearrange.split(m, step))


def _judge(name: str, judgement: Judgement | None) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        parts.evaluation.judge(name, dict.fromkeys(parts.session.selection, judgement))

    return run


def _differs(judgement: Judgement | None) -> Callable[[Parts], bool]:
    def offered(parts: Parts) -> bool:
        return parts.evaluation.differs(dict.fromkeys(parts.session.selection, judgement))

    return offered


def _row(name: str, text: str, run: Callable[[Parts], object], *keys: str, **more: Any) -> Action:
    return Action(name, text, "Argument", run, keys, **{"scope": Scope.CANVAS, **more})


_JUDGED = "It is judged so already."

ARGUMENT = (
    _row(
        "add_claim",
        "New &claim",
        _add_claim,
        "Ins",
        when=when.writable,
        toolbar="claim",
        context=True,
        of_group=True,
        takes_passage=True,
        while_writing=True,
    ),
    _row(
        "add_premise",
        "Add &premise",
        _add_premise,
        "Tab",
        when=when.extendable,
        toolbar="premise",
        context=True,
        takes_passage=True,
    ),
    _row(
        "add_rebuttal",
        "Add &rebuttal",
        _add_rebuttal,
        "Shift+Tab",
        when=when.extendable,
        toolbar="rebuttal",
        context=True,
        offered=lambda parts: not when.relation(parts.session),  # it is offered as an undercut
        takes_passage=True,
    ),
    _row(
        "add_co_premise",
        "Add c&o-premise",
        _add_co_premise,
        "Ctrl+Enter",
        "Ctrl+Return",
        when=when.has_co_premises,
        toolbar="co-premise",
        context=True,
        takes_passage=True,
    ),
    _row(
        "cite",
        "Cite t&he passage",
        _cite,
        "Ctrl+K",
        when=when.citing,
        scope=Scope.WINDOW,
        reads=True,
    ),
    _row(
        "go_to_cards",
        "Go to the cards of the passage",
        _go_to_cards,
        "Ctrl+Shift+J",
        when=when.has_sources,
        idle="No card cites the passage where the cursor stands in the text.",
        scope=Scope.WINDOW,
        reads=True,
        offered=lambda parts: bool(parts.sources.cards_here()),
    ),
    _row(
        "next_uncited",
        "Ne&xt passage without a card",
        lambda p: p.sources.go_to_uncited(),
        "Ctrl+J",
        when=when.has_sources,
        scope=Scope.WINDOW,
        reads=True,
    ),
    _row(
        "undercut",
        "U&ndercut",
        _undercut,
        "Ctrl+U",
        when=when.undercuttable,
        context=True,
        while_writing=True,
    ),
    _row(
        "add_after",
        "Add sibling after",
        _add_after,
        "Enter",
        "Return",
        when=when.card,
        takes_passage=True,
    ),
    _row(
        "add_before",
        "Add sibling &before",
        _add_before,
        "Shift+Enter",
        "Shift+Return",
        when=when.card,
    ),
    _row(
        "edit_text",
        "&Edit text",
        lambda p: p.canvas.edit(p.session.current),
        "F2",
        when=when.card,
        part=1,
        context=True,
    ),
    _row(
        "link",
        "&Link to…",
        lambda p: p.canvas.start_link(p.session.current),
        "Ctrl+L",
        when=when.linkable,
        scope=Scope.WINDOW,
        part=1,
        context=True,
    ),
    _row("swap", "Turn support into attack, or back", _swap, when=when.step, part=1, context=True),
    _row("join", "Lin&k premises", _join, when=when.joinable, part=1, context=True),
    _row("split", "&Separate premises", _split, when=when.linked, part=1, context=True),
    _row(
        "move_up",
        "Move &up",
        _move(-1),
        "Alt+Up",
        when=when.movable,
        part=2,
        repeats=True,
        idle="It is the first of its siblings.",
    ),
    _row(
        "move_down",
        "Move &down",
        _move(1),
        "Alt+Down",
        when=when.movable,
        part=2,
        repeats=True,
        idle="It is the last of its siblings.",
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
        offered=_differs(Judgement.ACCEPTED),
        idle=_JUDGED,
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
        offered=_differs(Judgement.REJECTED),
        idle=_JUDGED,
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
        offered=_differs(None),
        idle=_JUDGED,
    ),
    *GROUPING,
    _row(
        "properties",
        "Propert&ies",
        lambda p: p.panes.enter("inspector"),
        "Alt+Enter",
        "Alt+Return",
        scope=Scope.WINDOW,
        part=5,
        context=True,
    ),
)
