"""Texts that were typed without the quotes that YAML wants, and the lines as they should be.

Whoever writes a map by hand types sentences, and YAML takes some of them for something else: a
colon before a blank, or a bracket, an asterisk or a hyphen at the start. What is meant is clear
behind a key whose value is a text, and only there anything is put in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.errors import Severity
from argmap.store.reading.repairs import Repair
from argmap.store.schema.keys import KEYS_OF, Type
from argmap.store.yaml.emit import in_quotes
from argmap.store.yaml.node import BLOCK_HEADER, Collection, Node
from argmap.store.yaml.scan import scan

_TYPES = [(key.name, key.type) for keys in KEYS_OF.values() for key in keys.values()]
_KEYS = {name for name, _ in _TYPES}
_TEXT_KEYS = _KEYS - {name for name, type_ in _TYPES if type_ is not Type.TEXT}
_LINE = re.compile(r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?P<key>\w+):[ \t]+(?P<value>\S.*)")
_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_COMMENT = re.compile(r"(?<![ \t])[ \t]++#(?=[ \t]|$).*")
_CUT = re.compile(r"[ \t]++#(?=\w)")
TAB_WIDTHS = (2, 4, 8)
"""How many columns a tab at the start of a line may stand for."""

_NOT_YAML = re.compile(
    "[^\t\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

_REASONS = {
    '"': "it goes on behind the quotes that it begins with, or these are never closed",
    "'": "it goes on behind the quotes that it begins with, or these are never closed",
    "[": "a bracket begins a list",
    "]": "a bracket ends a list",
    "{": "a brace begins keys with values",
    "}": "a brace ends keys with values",
    "*": "an asterisk begins the name of something else",
    "&": "an ampersand begins a name",
    "!": "an exclamation mark begins a type",
    "|": "a vertical bar begins a text of several lines",
    ">": "a greater-than sign begins a text of several lines",
    "-": "a hyphen before a blank begins an item of a list",
    "?": "a question mark before a blank begins a key",
    "#": "a number sign begins a comment",
}
_COLON = "a colon before a blank, or at the end, begins a value"
_RESERVED = "YAML keeps the character that it begins with for itself"


def repairs(text: str, tab: int = TAB_WIDTHS[0]) -> list[Repair]:
    """Return what can be repaired in a text that is no YAML, line by line."""
    lines = text.split("\n")
    tabs = [*_tabs(lines, tab)]
    for repair in tabs:
        lines[repair.line] = repair.becomes
    texts = [*_texts(lines)]
    covered = {line for each in texts for line in range(each.line, each.line + each.count)}
    return [*(repair for repair in tabs if repair.line not in covered), *texts]


def _tabs(lines: Sequence[str], width: int) -> Iterator[Repair]:
    """Return the lines that are indented with tabs."""
    for number, line in enumerate(lines):
        indent = _INDENT.match(line)
        if indent and "\t" in indent[0] and line.strip():
            becomes = (
                indent[0].replace("-\t", "- ").replace("\t", " " * width) + line[indent.end() :]
            )
            column = indent[0].index("\t")
            message = "A tab stands before the text; YAML is indented with blanks alone."
            yield Repair(
                number, column, 1, becomes, "tab", message, _hint("Put blanks in its place")
            )


def _texts(lines: Sequence[str]) -> Iterator[Repair]:
    """Return the texts behind keys that YAML does not take for texts."""
    at = 0
    while at < len(lines):
        found = _LINE.match(lines[at])
        at += 1
        if found is None:
            continue
        if BLOCK_HEADER.fullmatch(_COMMENT.sub("", found["value"]).rstrip()):
            at = _behind_block(lines, at, len(found["lead"]))
        elif found["key"] in _TEXT_KEYS:
            below = _below(lines, at, len(found["lead"]))
            value = [found["value"], *below]
            if not _NOT_YAML.search("".join(value)) and not _is_text(value):
                yield _in_quotes(found, at - 1, below)
            at += len(below)


def _behind_block(lines: Sequence[str], at: int, column: int) -> int:
    """Return the number of the first line behind a text whose lines stand deeper than its key."""
    while at < len(lines) and (not lines[at].strip() or _indent(lines[at]) > column):
        at += 1
    return at


def _below(lines: Sequence[str], at: int, column: int) -> list[str]:
    """Return the lines that go on with a value: deeper than its key, and no keys themselves."""
    end = at
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) > column:
        found = _LINE.match(lines[end])
        if found and found["key"] in _KEYS:
            break
        end += 1
    return list(lines[at:end])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_text(lines: Sequence[str]) -> bool:
    """Whether YAML takes the lines behind a key for a text."""
    scanned = scan("k: " + "\n".join(lines) + "\n")
    root = scanned.root
    if scanned.broken or scanned.refusals or not isinstance(root, Collection):
        return False
    return len(root.items) == 2 and not isinstance(root.items[1], Collection)


def _in_quotes(found: re.Match[str], line: int, below: Sequence[str]) -> Repair:
    """Return the repair that puts a value in quotes; a comment set off behind it stays one."""
    parts = [found["value"], *below]
    last = parts[-1].rstrip()
    tail = parts[-1][len(last) :]
    if below:
        inner = [re.sub(r'(["\\])', r"\\\1", part) for part in (*parts[:-1], last)]
        value, quoted = parts[0].rstrip(), '"' + "\n".join(inner) + '"'
    else:
        behind = _COMMENT.search(last)
        value = last[: behind.start()] if behind else last
        quoted = in_quotes(value) + last[len(value) :]
    becomes = found.string[: found.start("value")] + quoted + tail
    shown = value if len(value) <= 40 else f"{value[:40]}…"
    message = f"The text “{shown}” needs quotes: {_reason(value)}."
    first, more, _ = becomes.partition("\n")
    hint = _hint(f"Write `{first.strip()}{' …' if more else ''}`")
    return Repair(line, found.start("value"), 1 + len(below), becomes, "unquoted", message, hint)


def _reason(value: str) -> str:
    if value[0] in "-?" and value[1:2].strip():
        return _COLON
    return _REASONS.get(value[0]) or (_RESERVED if value[0] in "@`%," else _COLON)


def _hint(what: str) -> str:
    return f"{what}; `argmap check --fix` does."


def unquoted(text: str, node: Node) -> Repair | None:
    """Return the repair of a text that YAML takes for something else without breaking there.

    None where it does not stand alone behind its key on one line.
    """
    line, found = _line_of(text, node)
    if found is None or (isinstance(node, Collection) and not _ends_there(text, node)):
        return None
    return _in_quotes(found, line, [])


def cut_short(text: str, node: Node) -> Repair | None:
    """Return the repair of a text that a comment cuts: a blank, `#`, and directly a word."""
    if isinstance(node, Collection) or node.style or not _CUT.match(text, node.end_mark.index):
        return None
    line, found = _line_of(text, node)
    value = " ".join(node.value.split())
    read = f"Only “{value[:40]}”" if value else "Nothing"
    message = f"{read} is read of this text: what follows “ #” is a comment."
    if found is None:
        return Repair(
            line,
            node.start_mark.column,
            0,
            "",
            _CUT_TEXT,
            message,
            "Put the text in quotes.",
            Severity.WARNING,
        )
    fix = _in_quotes(found, line, [])
    return Repair(line, fix.column, 1, fix.becomes, _CUT_TEXT, message, fix.hint, Severity.WARNING)


_CUT_TEXT = "cut-text"


def _line_of(text: str, node: Node) -> tuple[int, re.Match[str] | None]:
    """Return the line that a value stands on, and what is on it if that is a key with the value."""
    mark = node.start_mark
    start = mark.index - mark.column
    end = text.find("\n", start)
    found = _LINE.match(text[start:] if end < 0 else text[start:end])
    alone = found and found["key"] in _TEXT_KEYS and found.start("value") >= mark.column
    return mark.line, found if alone else None


def _ends_there(text: str, node: Collection) -> bool:
    end = text.find("\n", node.start_mark.index)
    return node.flow and (end < 0 or node.end <= end)
