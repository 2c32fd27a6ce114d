"""How the reader looks at a map, which is theirs and not in the file."""

from __future__ import annotations

from argmap.frozen import frozen


@frozen
class ViewState:
    """How the reader looks at the map: what is folded (groups too), titles only, and so on."""

    folded: frozenset[str] = frozenset()
    branch: str = ""
    titles: bool = False
    frames: bool = True
    minimap: bool = True
