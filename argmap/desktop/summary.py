"""A statement or step in one line, as outline and links show it: a mark, its role, its text."""

from __future__ import annotations

from argmap.desktop.widgets.plain_text import one_line
from argmap.desktop.widgets.role_signs import RoleSign
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.walk import Branch


@frozen
class Summary:
    """A line: its mark, its role in words with whatever else holds of it, and its text.

    `role` names the colour of mark and word in a theme; `muted` says that the text is not the
    author's.
    """

    mark: RoleSign
    word: str
    text: str
    role: str
    muted: bool = False

    @property
    def words(self) -> tuple[str, str]:
        """The role with and without what else holds, where there is little room."""
        return self.word, self.word.partition(",")[0]

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.word}: {self.text}"


def summary_of(argument_map: ArgumentMap, branch: Branch) -> Summary:
    """Return what is said of a branch of the outline in one line."""
    via = argument_map.relation_by_id.get(branch.via)
    mark = mark_of(argument_map, via)
    if via and branch.id == via.id:
        return _step(via, mark)
    return _statement(argument_map.statement_by_id[branch.id], mark, reference=branch.reference)


def mark_of(argument_map: ArgumentMap, relation: Relation | None) -> RoleSign:
    """Return the mark of what a relation does; that of a claim where there is none."""
    if relation is None:
        return RoleSign.CLAIM
    return (
        RoleSign.UNDERCUT if argument_map.is_undercut(relation) else RoleSign(relation.bearing.noun)
    )


def _statement(statement: Statement, mark: RoleSign, *, reference: bool) -> Summary:
    states = (
        statement.kind,
        "unstated" if statement.implicit else "",
        statement.judgement or "",
        "also here" if reference else "",
    )
    text = one_line(statement.text or statement.title) or f"({statement.id})"
    return Summary(mark, _listed(states), text, statement.kind, muted=reference)


def _step(relation: Relation, mark: RoleSign) -> Summary:
    count = len(relation.premises)
    states = (mark.value, "does not follow" if relation.rejected else "")
    joined = f"{count} premises together" if relation.linked else "one premise"
    text = f"{joined}, {one_line(relation.scheme)}" if relation.scheme else joined
    return Summary(mark, _listed(states), text, mark.value, muted=True)


def _listed(states: tuple[str, ...]) -> str:
    return ", ".join(state for state in states if state).capitalize()
