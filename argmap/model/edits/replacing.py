"""Replacing words wherever a map has them: one edit, and how many were replaced."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits import edit
from argmap.model.searching import needle, spans

_WORDS = {Statement: ("text", "title", "said_by", "note"), Relation: ("scheme", "note")}
"""What is the author's own. A quote is another's words, and a source has its name from others."""


def replace_words(
    argument_map: ArgumentMap, ids: Iterable[str], words: str, by: str
) -> tuple[ArgumentMap, int]:
    """Return the map with words replaced in statements and relations, and how many times.

    Quotes and sources stay as they are. Raises ArgmapError where a statement would be left without
    a text.
    """
    wanted, count = needle(words), 0
    for id_ in ids:
        item = argument_map.item(id_)
        if item is None:
            continue
        fields: dict[str, object] = {}
        for name in _WORDS[type(item)]:
            text = getattr(item, name)
            if found := spans(text, wanted):
                fields[name] = _replaced(text, found, by)
                count += len(found)
        tags = tuple(_replaced(tag, spans(tag, wanted), by) for tag in item.tags)
        if tags != item.tags:
            count += sum(len(spans(tag, wanted)) for tag in item.tags)
            fields["tags"] = tuple(dict.fromkeys(tag for tag in tags if tag.strip()))
        if not str(fields.get("text", "text")).strip():
            raise ArgmapError(
                f"“{getattr(item, 'text', id_)}” would be left without a text.",
                "Delete the card instead, or write something in its place.",
            )
        if fields:
            argument_map = edit.set_fields(argument_map, id_, **fields)
    return argument_map, count


def _replaced(text: str, found: list[tuple[int, int]], by: str) -> str:
    for start, end in reversed(found):
        text = text[:start] + by + text[end:]
    return text
