"""Speaking to a terminal: results on standard output, messages on standard error.

Text from a file is data there too: control characters, which could recolour a terminal or hide a
line, are replaced before they are shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

_WIDTH = 78
_BAR = 24
_CONTROLS = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}"
)


def printable(text: str) -> str:
    """Give the text without control characters; line ends and tabs stay."""
    return text.translate(_CONTROLS)


def say(text: str) -> None:
    """Write a result."""
    print(printable(text))


def say_bytes(data: bytes) -> None:
    """Write a result that is a file, as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def tell(text: str) -> None:
    """Write a message, over the progress bar if there is one."""
    clear = f"\r{' ' * _WIDTH}\r" if sys.stderr.isatty() else ""
    print(f"{clear}argmap: {printable(text)}", file=sys.stderr)


def with_progress(names: Sequence[str]) -> Iterator[str]:
    """Give the names one by one, with a bar where there are several and a terminal shows it."""
    shown = len(names) > 1 and sys.stderr.isatty()
    for done, name in enumerate(names):
        if shown:
            filled = _BAR * done // len(names)
            bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done}/{len(names)} {printable(name)}"
            _draw(bar)
        yield name
    if shown:
        _draw("")


def _draw(line: str) -> None:
    print(f"\r{line[:_WIDTH]:{_WIDTH}}", end="" if line else "\r", file=sys.stderr, flush=True)
