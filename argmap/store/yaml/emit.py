"""Values as YAML that a person might have written, and that every reader takes for the same.

An emitter of our own, because a map needs little of YAML and PyYAML's writes emoji as escapes. A
written value is its head, which stands behind `key:`, and the lines below it, if any.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from argmap.frozen import frozen
from argmap.model.argument_map import Table, Value
from argmap.store.yaml.halves import whole

WIDTH = 88
_LONGEST_KEY = 1000


@frozen
class Written:
    """A value as text: what stands behind its key, and whole lines below without line breaks."""

    head: str = ""
    lines: tuple[str, ...] = ()


def write(value: Value, column: int, used: int = 0, style: str = "") -> Written:
    """Return a value whose key stands at a column, with `used` characters of its line taken.

    `style` is how the author wrote the text that stood there: ' " | > or nothing.
    """
    if isinstance(value, str):
        return _write_text(value, column, used, style)
    if isinstance(value, Table) and value.pairs:
        return Written(lines=tuple(mapping(value, column + 2)))
    if isinstance(value, tuple) and value:
        line = flow(value)
        if any(isinstance(item, Table | tuple) for item in value) or used + len(line) > WIDTH:
            return Written(lines=tuple(sequence(value, column + 2)))
        return Written(line)
    return Written(flow(value))


def mapping(table: Table, column: int) -> Iterator[str]:
    """Return the lines of a mapping in block style."""
    for key, value in table.pairs:
        yield from entry(key, value, column)


def entry(key: str, value: Value, column: int) -> Iterator[str]:
    """Return the lines of a key with its value."""
    pad = " " * column
    name = flow(key)
    if mark(name):
        yield f"{pad}? {name}"
        name = ""
    written = write(value, column, column + len(name) + 2)
    yield f"{pad}{name}: {written.head}" if written.head else f"{pad}{name}:"
    yield from written.lines


def sequence(values: tuple[Value, ...], column: int) -> Iterator[str]:
    """Return the lines of a list in block style."""
    for value in values:
        yield from item(value, column)


def item(value: Value, column: int) -> Iterator[str]:
    """Return the lines of an item of a list; a mapping starts on the dash's line."""
    pad = " " * column
    if isinstance(value, Table) and value.pairs:
        lines = mapping(value, column + 2)
        yield f"{pad}- {next(lines)[column + 2 :]}"
        yield from lines
    else:
        written = write(value, column, column + 2)
        yield f"{pad}- {written.head}" if written.head else f"{pad}-"
        yield from written.lines


def flow(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, Table):
        pairs = ((flow(key), flow(inner)) for key, inner in value.pairs)
        return "{" + ", ".join(f"{mark(key)}{key}: {inner}" for key, inner in pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    if isinstance(value, str):
        return str(value) if _is_plain(value, _PLAIN_IN_FLOW) else quoted(value)
    return _number_or_word(value)


def mark(key: str) -> str:
    """Return what a key needs before it: a parser looks for the colon only so far."""
    return "? " if len(key) > _LONGEST_KEY else ""


def _number_or_word(value: float | bool | None) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    text = repr(value)
    if "e" in text and "." not in text:
        text = text.replace("e", ".0e")  # without the point YAML 1.1 takes it for a text
    return text


def _write_text(value: str, column: int, used: int, style: str) -> Written:
    """Return a text in the author's style where that can hold it, else in the plainest that can."""
    lines = value.split("\n")
    printable = all(re.fullmatch(_PRINTABLE, line) for line in lines)
    if printable and style not in ("|", ">") and len(lines) == 1:
        if style in ("'", '"'):
            return Written(_single(value) if style == "'" else quoted(value))
        if used + len(value) <= WIDTH:
            return Written(_on_one_line(value))
    if value and printable and _fits_block(lines):
        return _block(value, column + 2, style)
    return Written(quoted(value))


def _on_one_line(value: str) -> str:
    return str(value) if _is_plain(value, _PLAIN) else in_quotes(value)


def in_quotes(value: str) -> str:
    """Return a text of one line in the quotes in which it is easiest to read."""
    return _single(value) if '"' in value or "\\" in value else quoted(value)


def _fits_block(lines: list[str]) -> bool:
    """Whether a block holds these lines: no blanks at their ends, text first and last."""
    if any(line != line.strip(" ") for line in lines):
        return False
    return bool(lines[0]) and bool(lines[-1] or lines[-2])


def _block(value: str, column: int, style: str) -> Written:
    """Return a text as a literal block if its lines fit, else as a folded one."""
    chomp = "" if value.endswith("\n") else "-"
    lines = value.removesuffix("\n").split("\n")
    pad = " " * column
    room = max(WIDTH - column, 20)
    literal = len(lines) > 1 and all(len(line) <= room for line in lines)
    if style == "|" or (literal and style != ">"):
        return Written("|" + chomp, tuple(pad + line if line else "" for line in lines))
    folded: list[str] = []
    for index, line in enumerate(lines):
        if index and line:
            folded.append("")
        folded += [pad + part for part in fold(line, room)] if line else [""]
    return Written(">" + chomp, tuple(folded))


def fold(line: str, room: int) -> list[str]:
    """Return a line broken at single spaces, where alone a folded block gives them back."""
    parts = _FOLDABLE.split(line)
    out = [parts[0]]
    for part in parts[1:]:
        if len(out[-1]) + 1 + len(part) <= room:
            out[-1] += " " + part
        else:
            out.append(part)
    return out


def quoted(value: str) -> str:
    """Return a text in double quotes; what YAML cannot hold as it is becomes an escape.

    Half a surrogate pair, which no file can hold, becomes U+FFFD.
    """
    return '"' + re.sub(_ESCAPED, _escape, whole(value)) + '"'


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _is_plain(value: str, pattern: str) -> bool:
    return bool(re.fullmatch(pattern, value) and not re.fullmatch(_OTHER_THAN_TEXT, value))


# Patterns of characters take 5 ms to compile. `re` does so at the first use, which reading has not.
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_VISIBLE = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_ESCAPED = rf'[^{_VISIBLE}]|["\\]'
_PRINTABLE = rf"[{_VISIBLE}]*"
_FOLDABLE = re.compile(r"(?<! ) (?! )")

_PLAIN = rf"(?![-?:,\[\]{{}}#&*!|>'\"%@`= ])(?!.*(: | #))(?!.*[: ]$)[{_VISIBLE}]+"
"""A text that needs no quotes behind a key."""

_PLAIN_IN_FLOW = r"[^\W]([\w./+-]|[ ](?=[\w./+-]))*"
"""A text that needs no quotes in a flow collection or as a key."""

_OTHER_THAN_TEXT = r"""(?ix) y|n|yes|no|on|off|true|false|null|~|<<|=
    | [-+]?\.(inf|nan)
    | [-+.]?[0-9][-+.:_,\ 0-9a-fotxz]*"""
"""What some reader of YAML takes for a truth value, a number, a date, a time or nothing."""
