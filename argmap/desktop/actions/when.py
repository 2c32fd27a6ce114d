"""When a command is possible: conditions on what is selected, shared by the rows."""

from __future__ import annotations

from argmap.desktop.session import Session


def writable(session: Session) -> bool:
    """Whether the map may be changed."""
    return not session.read_only


def selected(session: Session) -> bool:
    """Whether anything is selected."""
    return bool(session.selection)


def changeable(session: Session) -> bool:
    """Whether something is selected and the map may be changed."""
    return writable(session) and selected(session)


def card(session: Session) -> bool:
    """Whether the current selection is a statement in a map that may be changed."""
    return writable(session) and session.current in session.argument_map.statement_by_id


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


def linked(session: Session) -> bool:
    """Whether the current step has several premises."""
    found = step_of(session)
    return (
        writable(session)
        and found in session.argument_map.relation_by_id
        and (session.argument_map.relation_by_id[found].linked)
    )


def several_steps(session: Session) -> bool:
    """Whether two or more steps are selected, by themselves or by their premises."""
    return writable(session) and len(steps_of(session)) > 1


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
