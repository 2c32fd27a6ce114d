"""How the node of a card looks, whoever places it."""

from __future__ import annotations

from argmap.drawing.element_ids import element_id
from argmap.drawing.marks import Mark
from argmap.drawing.theme import Theme
from argmap.model.argument_map import Statement


def card_node(statement: Statement, mark: Mark, theme: Theme) -> dict[str, str]:
    """Return the attributes of a statement's node, without label, size and place."""
    kind = statement.kind.value
    return {
        "id": element_id(statement.id),
        "style": "rounded,filled,dashed" if statement.implicit else "rounded,filled",
        "color": theme.lines[mark.line or ("faint" if mark.faint else kind)],
        "fillcolor": theme.fills["faint" if mark.faint else kind],
        "penwidth": f"{mark.width or 1.4:g}",
    }
