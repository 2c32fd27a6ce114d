"""The block of text (`|` or `>`) that ends a text, which what comes behind it could change."""

from __future__ import annotations

import re

from argmap.store.yaml.node import BLOCK_HEADER, Collection
from argmap.store.yaml.scan import Scan, scan


def without_last_break(text: str) -> str:
    """Return a text of which the last value keeps what it is when a line break comes behind it.

    A block of text at the very end of a file has no last line break, unless it says otherwise.
    """
    header = last_header(scan(text))
    return f"{text[: header.start()]}{stripping(header)}{text[header.end() :]}" if header else text


def keeps_blanks(text: str) -> bool:
    """Whether blank lines behind a text would belong to the block of text that ends it."""
    header = last_header(scan(text)) if "+" in text else None
    return header is not None and "+" in header.group()


def stripping(header: re.Match[str]) -> str:
    """Return the header of a block of text that says of it that it has no last line break."""
    return re.sub("[-+]", "", header.group()) + "-"


def last_header(scanned: Scan) -> re.Match[str] | None:
    """Return the header of the block of text that ends a text, if one does."""
    leaf = scanned.root
    while isinstance(leaf, Collection) and leaf.items:
        leaf = leaf.items[-1]
    if leaf is None or isinstance(leaf, Collection) or leaf.style not in ("|", ">"):
        return None
    text = scanned.lines.text
    if leaf.end_mark.index < len(text):  # a comment comes behind it: its last line is ended
        return None
    header = BLOCK_HEADER.match(text, leaf.start_mark.index)
    assert header is not None, "a block has a header"
    return header
