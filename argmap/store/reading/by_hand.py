"""Texts that were typed without the quotes that YAML wants, and the lines as they should be.

Whoever writes a map by hand types sentences, and YAML takes some of them for something else: a
colon before a blank, or a bracket, an asterisk or a hyphen at the start. What is meant is clear
behind a key whose value is a text, and only there anything is put in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.errors import Severity
from argmap.store.reading import in_brackets
from argmap.store.reading.quoting import (
    COMMENT,
    KEYS,
    LIST_KEYS,
    TEXT_KEYS,
    fixed_by_check,
    is_text,
    is_yaml,
    quoting,
)
from argmap.store.reading.repairs import Repair
from argmap.store.yaml.node import BLOCK_HEADER, Collection, Node, Scalar

_LINE = re.compile(r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?P<key>[\w-]+):[ \t]+(?P<value>\S.*)")
_HEAD = re.compile(r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?P<key>\w+):[ \t]*+(?:#.*)?")
_OWN = "x-"
"""How the keys of others begin, of which nobody knows what they hold."""

_GOES_ON = re.compile(r"[ \t]*(?![\w.\"'-]+[ \t]*:(?:\s|$)|[-#?\[\]{}<>=&*!|%@`\"']|\.{3})\S.*")
_SHALLOW = "it goes on in a line that stands no deeper than its key"
_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_CUT = re.compile(r"[ \t]++#(?=\w)|,[ \t]*(?P<word>[^,:{}\[\]\n]+)[,}]")
"""What cuts a text: a comment, or within braces a comma with no key behind it."""

TAB_WIDTHS = (2, 4, 8)
"""How many columns a tab at the start of a line may stand for."""

_NOT_YAML = re.compile(
    "[^\t\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


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
                number,
                column,
                1,
                becomes,
                "tab",
                message,
                fixed_by_check("Put blanks in its place"),
            )


def _texts(lines: Sequence[str]) -> Iterator[Repair]:
    """Return the texts behind keys that YAML does not take for texts."""
    at = 0
    while at < len(lines):
        found = _LINE.match(lines[at])
        at += 1
        if found is None:
            found_there, at = _without_text(lines, at - 1)
            yield from found_there
        elif BLOCK_HEADER.fullmatch(COMMENT.sub("", found["value"]).rstrip()):
            at = _behind_block(lines, at, len(found["lead"]))
        elif found["key"] in TEXT_KEYS or found["key"].startswith(_OWN):
            below = _below(lines, at, len(found["lead"]))
            beside = _beside(lines, at + len(below), len(found["lead"]))
            value = "\n".join([found["value"], *below, *beside])
            fits = is_text if found["key"] in TEXT_KEYS else is_yaml
            if not _NOT_YAML.search(value.replace("\n", "")) and (beside or not fits(value)):
                deeper = [*below, *(f"  {line}" for line in beside)]
                yield quoting(found, at - 1, deeper, _SHALLOW if beside else "")
            at += len(below) + len(beside)
        elif found["key"] in LIST_KEYS and (listed := in_brackets.in_list(found, at - 1)):
            yield listed


def _without_text(lines: Sequence[str], at: int) -> tuple[list[Repair], int]:
    """Return the repairs of a line without a text behind a key, and the line behind them.

    Such is an item in braces, and the head of a list.
    """
    head = _HEAD.fullmatch(lines[at])
    if head and head["key"] in LIST_KEYS:
        return in_brackets.below(lines, at + 1, len(head["lead"]))
    braces = in_brackets.in_braces(lines[at], at)
    return ([braces] if braces else []), at + 1


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
        if found and found["key"] in KEYS:
            break
        end += 1
    return list(lines[at:end])


def _beside(lines: Sequence[str], at: int, column: int) -> list[str]:
    """Return the lines that can only go on with a value, though they stand no deeper than its key.

    They are no keys, items, comments or marks.
    """
    end = at
    while end < len(lines) and _GOES_ON.fullmatch(lines[end]) and _indent(lines[end]) == column:
        end += 1
    return list(lines[at:end])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def unquoted(text: str, node: Node) -> Repair | None:
    """Return the repair of a text that YAML takes for something else without breaking there.

    None where it does not stand alone behind its key on one line.
    """
    line, found = _line_of(text, node)
    if found is None or (isinstance(node, Collection) and not _ends_there(text, node)):
        return None
    return quoting(found, line, [])


def cut_short(text: str, node: Node) -> Repair | None:
    """Return the repair of a text that a comment cuts: a blank, `#`, and directly a word."""
    if isinstance(node, Collection) or node.style:
        return None
    cut = _CUT.match(text, node.end_mark.index)
    if cut is None:
        return None
    if cut["word"]:
        return _cut_by_comma(text, node)
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
    fix = quoting(found, line, [])
    return Repair(line, fix.column, 1, fix.becomes, _CUT_TEXT, message, fix.hint, Severity.WARNING)


def _cut_by_comma(text: str, node: Scalar) -> Repair | None:
    """Return the repair of a text in braces that a comma cuts, as no key with a value follows."""
    mark = node.start_mark
    fix = in_brackets.in_braces(text[mark.index - mark.column :].partition("\n")[0], mark.line)
    if not fix:
        return None
    message = f"Only “{node.value[:40]}” is read of this text: within braces a comma ends it."
    return replace(
        fix, column=mark.column, code=_CUT_TEXT, message=message, severity=Severity.WARNING
    )


_CUT_TEXT = "cut-text"


def _line_of(text: str, node: Node) -> tuple[int, re.Match[str] | None]:
    """Return the line that a value stands on, and what is on it if that is a key with the value."""
    mark = node.start_mark
    start = mark.index - mark.column
    end = text.find("\n", start)
    found = _LINE.match(text[start:] if end < 0 else text[start:end])
    alone = found and found["key"] in TEXT_KEYS and found.start("value") >= mark.column
    return mark.line, found if alone else None


def _ends_there(text: str, node: Collection) -> bool:
    end = text.find("\n", node.start_mark.index)
    return node.flow and (end < 0 or node.end <= end)
