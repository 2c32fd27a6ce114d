"""The line that says which version of the format a file has, and what is wrong with it."""

from __future__ import annotations

import re

from argmap.store.reading.complaints import Complaints
from argmap.store.reading.repairs import Repair
from argmap.store.schema.keys import VERSION
from argmap.store.yaml.node import Collection, Node, Spot, name_of, plain_text

START = Spot(0, 0, 0)
_LINE = f"argmap: {VERSION}"
_ALIKE = 0.75
_WITHOUT_COLON = re.compile(
    r"^argmap(?:[ \t]*[:=]?[ \t]*)v?1(?:\.0)?(?P<tail>[ \t\r]*)$", re.IGNORECASE | re.MULTILINE
)
_MISSING = "The line `argmap: 1` is missing."
_HINT = "Add it as the first line."


def check_version(root: Collection, text: str, say: Complaints) -> tuple[bool, tuple[Repair, ...]]:
    """Whether the file may only be shown; tells what is wrong, and returns what can be repaired."""
    found = next((value for key, value in root.pairs() if name_of(key) == "argmap"), None)
    if found is None:
        repairs = _missing(root, text)
        if not repairs:
            say.error("no-version", _MISSING, _HINT, START)
        return False, repairs
    written = plain_text(found) or ""
    if not written.isdecimal() or int(written[:9]) < 1:
        message = "The value of `argmap` has to be a version of the format."
        say.error("bad-version", message, f"Write `{_LINE}`.", found.start_mark)
        return False, ()
    if int(written[:9]) > VERSION:
        say.warning(
            "newer-version",
            f"The file has format {written}, and this program knows formats up to {VERSION}: "
            "it can be looked at and exported, but not edited.",
            "Edit it with a newer argmap.",
            found.start_mark,
        )
        return True, ()
    return False, ()


def without_colon(text: str) -> list[Repair]:
    """Return the repair of a line such as `argmap 1`, which makes a file no YAML."""
    found = _WITHOUT_COLON.search(text)
    if found is None or found[0].startswith(f"{_LINE}"):
        return []
    line = text.count("\n", 0, found.start())
    return [_repair(line, 1, _LINE + found["tail"], f"“{found[0].strip()}” says no version.")]


def _missing(root: Collection, text: str) -> tuple[Repair, ...]:
    """Return the repair of a file that is a map by its statements, and does not say so."""
    pairs = {name_of(key): (key, value) for key, value in root.pairs()}
    if "statements" not in pairs or not _is_list_of_mappings(pairs["statements"][1]):
        return ()
    for name, (key, value) in pairs.items():
        mark = key.start_mark
        if name and _is_like(name) and plain_text(value) == str(VERSION) and not root.flow:
            end = text.find("\n", mark.index)
            line = text[mark.index : len(text) if end < 0 else end]
            becomes = line.replace(name, "argmap", 1)
            return (_repair(mark.line, 1, becomes, f"“{name}” ought to be `argmap`."),)
    if root.flow:
        mark = root.start_mark
        start, end = mark.index - mark.column, text.find("\n", mark.index)
        line = text[start : len(text) if end < 0 else end]
        becomes = f'{line[: mark.column + 1]}"argmap": {VERSION}, {line[mark.column + 1 :]}'
        return (_repair(mark.line, 1, becomes, _MISSING),)
    first = root.start_mark.line if text.startswith(("---", "%")) else 0
    newline = "\r" if text.partition("\n")[0].endswith("\r") else ""
    return (_repair(first, 0, _LINE + newline, _MISSING),)


def _repair(line: int, count: int, becomes: str, message: str) -> Repair:
    hint = f"Write `{_LINE}` as the first line; `argmap check --fix` does."
    return Repair(line, 0, count, becomes, "no-version", message, hint)


def _is_list_of_mappings(node: Node) -> bool:
    if not isinstance(node, Collection) or node.mapping or not node.items:
        return False
    return all(isinstance(item, Collection) and item.mapping for item in node.items)


def _is_like(name: str) -> bool:
    from difflib import SequenceMatcher

    return len(name) < 20 and SequenceMatcher(None, name.lower(), "argmap").ratio() >= _ALIKE
