"""How the node of a card looks, whoever places it."""

from __future__ import annotations

from argmap.drawing.element_ids import element_id
from argmap.drawing.legend import GROUPS
from argmap.drawing.marks import Mark
from argmap.drawing.theme import Theme
from argmap.model.argument_map import Group, Statement


def card_node(
    statement: Statement, group: Group | None, mark: Mark, theme: Theme
) -> dict[str, str]:
    """Return the attributes of a statement's node, without label, size and place.

    One that stands for a group has that one's colours, the list of groups has none.
    """
    kind = statement.kind.value
    line, fill = theme.lines[mark.line or kind], theme.fills[kind]
    if group:
        line, fill = theme.frame(group.colour), theme.ground(group.colour, 0)
    if statement.id == GROUPS:
        line, fill = theme.lines["frame"], theme.background
    if mark.faint:
        line, fill = theme.lines[mark.line or "faint"], theme.fills["faint"]
    return {
        "id": element_id(statement.id),
        "style": "rounded,filled,dashed" if statement.implicit else "rounded,filled",
        "color": line,
        "fillcolor": fill,
        "penwidth": f"{mark.width or 1.4:g}",
    }
