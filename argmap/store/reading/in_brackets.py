"""Texts without the quotes that YAML wants, in lists and in items in braces on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.store.reading.quoting import (
    KEYS,
    TEXT_KEYS,
    is_text,
    meant,
    quoting,
    reason,
    repair,
)
from argmap.store.reading.repairs import Repair
from argmap.store.yaml.emit import in_quotes

_BRACES = re.compile(r"(?P<lead>[ \t]*-[ \t]+\{)(?P<pairs>.*)(?P<tail>\}[ \t]*(?:#.*)?)")
_PAIR = re.compile(rf"(?:^|,)[ \t]*(?P<key>{'|'.join(sorted(KEYS))}|x-[\w-]+):[ \t]")
_LISTED = re.compile(r"(?P<lead>[ \t]*-[ \t]+)(?P<value>\S.*)")
_ENDS = re.compile(r"[,\[\]{}]")
_ENDED = "within brackets a comma, a bracket or a brace ends it"


def in_braces(line: str, number: int) -> Repair | None:
    """Return the repair of an item in braces, whose texts go on up to the next key."""
    found = _BRACES.fullmatch(line)
    keys = list(_PAIR.finditer(found["pairs"])) if found else []
    if not found or not keys or keys[0].start():
        return None
    pairs, wrong = "", []
    ends = [*(key.start() for key in keys[1:]), len(found["pairs"])]
    for key, end in zip(keys, ends, strict=True):
        text = found["pairs"][key.end() : end].strip()
        odd = key["key"] in TEXT_KEYS and text and not is_text(text, "{k: ", "}")
        wrong += [text] if odd else []
        pairs += key[0] + (in_quotes(meant(text)) if odd else text)
    return _told(found, number, f"{pairs}{found['tail']}", wrong)


def in_list(found: re.Match[str], number: int) -> Repair | None:
    """Return the repair of a list of texts in brackets behind a key."""
    listed = re.fullmatch(r"\[(.*)\]([ \t]*(?:#.*)?)", found["value"])
    if not listed:
        return None
    texts = [text.strip() for text in listed[1].split(",")]
    wrong = [text for text in texts if text and not is_text(text, "[", "]")]
    named = (in_quotes(meant(text)) if text in wrong else text for text in texts)
    return _told(found, number, f"[{', '.join(named)}]{listed[2]}", wrong)


def _told(found: re.Match[str], number: int, behind: str, wrong: Sequence[str]) -> Repair | None:
    if not wrong:
        return None
    text = wrong[0]
    why = _ENDED if _ENDS.search(text[1:]) else reason(text)
    before = found.string[
        : found.end("lead") if "pairs" in found.groupdict() else found.start("value")
    ]
    column = found.string.index(text, len(before))
    return repair((number, column), 1, before + behind, text, why)


def below(lines: Sequence[str], at: int, column: int) -> tuple[list[Repair], int]:
    """Return the repairs of the items below a key that stands in a column, and the line behind."""
    found: list[Repair] = []
    for number in range(at, len(lines)):
        item = _LISTED.fullmatch(lines[number])
        if item is None or len(item["lead"]) - len(item["lead"].lstrip()) < column:
            return found, number
        if not is_text(item["value"]):
            found.append(quoting(item, number, []))
    return found, len(lines)
