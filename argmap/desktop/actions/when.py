"""When a command is possible: conditions on what is selected, shared by the rows; and why not."""

from __future__ import annotations

from collections.abc import Callable

from argmap.desktop.session import Session
from argmap.model import walk
from argmap.model.groups import groups_around


def writable(session: Session) -> bool:
    """Whether the map may be changed."""
    return not session.read_only


def unsaved(session: Session) -> bool:
    """Whether saving would write anything: an edit, what is being typed, or a map without file."""
    if session.modified or session.typing:
        return True
    return session.path is None and bool(session.argument_map.statements)


def undoable(session: Session) -> bool:
    """Whether there is a step to take back, be it what is being typed."""
    return session.typing or bool(session.undo_name)


def redoable(session: Session) -> bool:
    """Whether there is a step to do again."""
    return bool(session.redo_name)


def selected(session: Session) -> bool:
    """Whether anything is selected."""
    return bool(session.selection)


def changeable(session: Session) -> bool:
    """Whether something is selected and the map may be changed."""
    return writable(session) and selected(session)


def extendable(session: Session) -> bool:
    """Whether something is selected, or a card is being written, to which others can be added."""
    return session.writing or (movable(session))


def movable(session: Session) -> bool:
    """Whether something is selected that stands by itself, in a map that may be changed."""
    return changeable(session) and not in_folded_group(session)


def in_folded_group(session: Session) -> bool:
    """Whether what is selected is seen as the card of a folded group."""
    return session.seen_as(session.current) in session.groups.within


def foldable(session: Session) -> bool:
    """Whether the current card has anything below it that folds, or is a group that opens."""
    argument_map, current = session.argument_map, session.current
    below = current in argument_map.statement_by_id and argument_map.relations_on(current)
    return in_folded_group(session) or bool(below)


def group_to_fold(session: Session) -> str:
    """Return the innermost group around all cards selected that is not folded; "" for none."""
    argument_map, view = session.argument_map, session.view
    chosen = session.selected_statements or tuple(
        premise
        for id_ in session.selected_relations
        for premise in argument_map.relation_by_id[id_].premises
    )
    around = [groups_around(argument_map, statement) for statement in chosen]
    return next(
        (
            group
            for group in (around[0] if around else ())
            if group not in view.folded and all(group in groups for groups in around)
        ),
        "",
    )


def in_group(session: Session) -> bool:
    """Whether there is a group around all that is selected that can be folded."""
    return bool(group_to_fold(session))


def group_meant(session: Session) -> str:
    """Return the innermost group around all that is selected, or the folded one; "" for none."""
    seen = session.seen_as(session.current)
    if seen in session.groups.within:
        return seen
    around = [groups_around(session.argument_map, id_) for id_ in session.selected_statements]
    first = around[0] if around else ()
    return next((group for group in first if all(group in groups for groups in around)), "")


def in_any_group(session: Session) -> bool:
    """Whether there is a group around all cards that are selected."""
    return bool(group_meant(session))


def groups_cards(session: Session) -> bool:
    """Whether there is a group around all cards that are selected, in a map that may be changed."""
    return writable(session) and in_any_group(session)


def about_one(condition: Callable[[Session], bool]) -> bool:
    """Whether a command of a condition is about one thing alone, were several selected or not."""
    return condition in _ABOUT_ONE


def several(session: Session) -> bool:
    """Whether several things are selected that are seen as several."""
    return len(set(map(session.seen_as, session.selection))) > 1


def grouped(session: Session) -> bool:
    """Whether the map has groups."""
    return bool(session.argument_map.groups)


def has_co_premises(session: Session) -> bool:
    """Whether a premise can be linked with the current card, or with the one being written."""
    return session.writing_reason if session.writing else reason(session)


def linkable(session: Session) -> bool:
    """Whether the current card has anything that it could be linked to."""
    return card(session) and len(session.argument_map.statements) > 1


def branch(session: Session) -> bool:
    """Whether the current statement has a branch that is not the whole map."""
    argument_map = session.argument_map
    if session.current not in argument_map.statement_by_id:
        return False
    return bool(argument_map.relations_of(session.current)) or len(walk.roots(argument_map)) > 1


def card(session: Session) -> bool:
    """Whether the current selection is a card by itself in a map that may be changed."""
    return movable(session) and session.current in session.argument_map.statement_by_id


def citing(session: Session) -> bool:
    """Whether a passage of a source is selected, and a card that could cite it."""
    return session.passage is not None and card(session)


def has_sources(session: Session) -> bool:
    """Whether the map has sources."""
    return bool(session.argument_map.sources)


def reason(session: Session) -> bool:
    """Whether the current selection is a statement that bears on something."""
    return card(session) and bool(session.argument_map.relations_of(session.current))


def cards(session: Session) -> bool:
    """Whether statements are selected in a map that may be changed."""
    return writable(session) and bool(session.selected_statements)


def relation(session: Session) -> bool:
    """Whether the current selection is a relation in a map that may be changed."""
    return writable(session) and session.current in session.argument_map.relation_by_id


def step(session: Session) -> bool:
    """Whether the current selection is a relation, or a statement that has one."""
    return relation(session) or reason(session)


def undercuttable(session: Session) -> bool:
    """Whether the current step can be undercut, or that by which the card being written hangs."""
    return session.writing_reason if session.writing else step(session)


def linked(session: Session) -> bool:
    """Whether the current step has several premises."""
    found = step_of(session)
    return (
        writable(session)
        and found in session.argument_map.relation_by_id
        and (session.argument_map.relation_by_id[found].linked)
    )


def joinable(session: Session) -> bool:
    """Whether several steps are selected, maybe by their premises, that do the same."""
    relations = session.argument_map.relation_by_id
    does = [(relations[step].bearing, relations[step].target) for step in steps_of(session)]
    return writable(session) and len(does) > 1 and len(set(does)) == 1


_WHY_NOT: dict[Callable[[Session], bool], str] = {
    undoable: "There is nothing to undo.",
    redoable: "There is nothing to redo.",
    unsaved: "There is no change to save.",
    selected: "Select a card or an arrow first.",
    changeable: "Select a card or an arrow first.",
    extendable: "Select a card or an arrow first.",
    movable: "Select a card or an arrow first.",
    in_group: "Select cards that lie in one group first.",
    in_any_group: "Select cards that lie in one group first.",
    groups_cards: "Select cards that lie in one group first.",
    grouped: "There are no groups to fold.",
    card: "Select a card first.",
    citing: "Select a passage in the text of a source, and a card, first.",
    has_sources: "The map has no sources.",
    cards: "Select a card first.",
    foldable: "There is nothing to fold: a card that something bears on can be folded, or a group.",
    has_co_premises: "Select a premise or a rebuttal first: a claim has nothing to share.",
    reason: "Select a card that bears on another first.",
    step: "Select an arrow, or a card that bears on another, first.",
    undercuttable: "Select an arrow, or a card that bears on another, first.",
    relation: "Select an arrow first.",
    linkable: "Select a card first; there has to be another one that it can be linked to.",
    linked: "Select a step with several premises first.",
    joinable: "Select several premises that do the same for one card first.",
    branch: "The selected card has no branch of its own.",
}
_ABOUT_ONE = {
    extendable, card, reason, linkable, has_co_premises, step, undercuttable, linked, branch,
    foldable,
}  # fmt: skip
_UNCHANGING = {
    undoable, redoable, unsaved, selected, foldable, branch, in_group, in_any_group, grouped,
    has_sources,
}  # fmt: skip
_BY_ITSELF = {extendable, movable, card, reason, linkable, has_co_premises}


def why_not(condition: Callable[[Session], bool], session: Session) -> str:
    """Return why a command with a condition is not possible now, or nothing."""
    if session.read_only and condition not in _UNCHANGING:
        return session.why_read_only
    if in_folded_group(session) and condition in _BY_ITSELF:
        return "It is a folded group: open it first, with Space."
    return _WHY_NOT.get(condition, "")


def step_of(session: Session) -> str:
    """Return the id of the current relation, or of the first one of the current statement."""
    return _step(session, session.current)


def steps_of(session: Session) -> tuple[str, ...]:
    """Return the ids of the relations that are selected, by themselves or by their premises."""
    steps = (_step(session, id_) for id_ in session.selection)
    return tuple(dict.fromkeys(step for step in steps if step))


def _step(session: Session, id_: str) -> str:
    if id_ in session.argument_map.relation_by_id:
        return id_
    relations = session.argument_map.relations_of(id_)
    return relations[0].id if relations else ""
