"""Speaking to a terminal: results on standard output, messages on standard error.

Text from a file is data there too: control characters, which could recolour a terminal or hide a
line, and those that let a line run the other way, are shown as escapes. A shell can close each of
the streams (`>&-`), which Python then has as None: a result that nobody gets is a failure, a
message that nobody reads is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from argmap.errors import ArgmapError

_WIDTH = 78
_BAR = 24
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates of Unicode's algorithm for both directions (UAX 9)."""
_CONTROLS = {
    code: f"\\u{code:04x}" for code in (*range(9), *range(11, 32), *range(127, 160), *_DIRECTIONS)
}
"""Escaped as JSON has it, so that what is JSON stays so."""


def printable(text: str) -> str:
    """Return the text with control characters as escapes; line ends and tabs stay."""
    return text.translate(_CONTROLS)


def write_result(text: str) -> None:
    """Write a result."""
    _output()
    print(printable(text))


def write_result_json(value: object) -> None:
    """Write a result for programs."""
    import json

    write_result(json.dumps(value, ensure_ascii=False, indent=2))


def write_result_bytes(data: bytes) -> None:
    """Write a result that is a file: as it is, but escaped where a person looks at it."""
    output = _output()
    output.flush()
    if output.isatty():
        print(printable(data.decode("utf-8", "backslashreplace")), end="", flush=True)
        return
    output.buffer.write(data)
    output.buffer.flush()


def read_standard_input() -> bytes:
    """Return all of standard input; ArgmapError where it is closed."""
    if sys.stdin is None:
        raise ArgmapError("There is no standard input to read.", "Name a file.")
    return sys.stdin.buffer.read()


def write_message(text: str) -> None:
    """Write a message, over the progress bar if there is one."""
    clear = f"\r{' ' * _WIDTH}\r" if _is_watched() else ""
    write_message_line(f"{clear}argmap: {printable(text)}")


def write_message_line(line: str) -> None:
    """Write a line of messages as it is."""
    if sys.stderr is not None:
        print(line, file=sys.stderr)


def with_progress(names: Sequence[str]) -> Iterator[str]:
    """Return the names one by one, with a bar where there are several and a terminal shows it."""
    shown = len(names) > 1 and _is_watched()
    for done, name in enumerate(names):
        if shown:
            filled = _BAR * done // len(names)
            bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done}/{len(names)} {printable(name)}"
            _draw(bar)
        yield name
    if shown:
        _draw("")


def _is_watched() -> bool:
    """Whether a terminal shows the messages."""
    return sys.stderr is not None and sys.stderr.isatty()


def _output() -> TextIO:
    if sys.stdout is None:
        raise ArgmapError("There is no standard output to write to.")
    return sys.stdout


def _draw(line: str) -> None:
    print(f"\r{line[:_WIDTH]:{_WIDTH}}", end="" if line else "\r", file=sys.stderr, flush=True)
