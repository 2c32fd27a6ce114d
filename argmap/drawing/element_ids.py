"""Ids of what is drawn, as they stand in DOT and SVG: made of the map's ids, and read back.

They are percent-encoded where a letter could mean anything but itself.
"""

from __future__ import annotations

from urllib.parse import quote, unquote


def element_id(id_: str, part: str = "") -> str:
    """Return the id of an element in DOT and SVG.

    Parts are `dot`, a premise's number, and `end` for what lines end on but is not drawn itself.
    """
    safe = quote(id_, safe="+", errors="surrogatepass")
    return f"{safe}:{part}" if part else safe


def ids_of(element: str) -> tuple[str, str]:
    """Return the map's id and the part that an element id was made of."""
    safe, _, part = element.partition(":")
    return unquote(safe, errors="surrogatepass"), part
