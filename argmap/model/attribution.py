"""Who says a statement, and in which sources: the small line under its text."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Statement


def attribution(argument_map: ArgumentMap, statement: Statement) -> str:
    """Return who says a statement and the titles of the sources it cites; "" where none is named.

    A source without a title goes by its id, and one that is not in the map is left out.
    """
    sources = argument_map.source_by_id
    cited = [sources[c.source].title or c.source for c in statement.cites if c.source in sources]
    return ", ".join(part for part in (statement.said_by, "; ".join(dict.fromkeys(cited))) if part)
