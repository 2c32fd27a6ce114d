"""The Argdown texts in the tests of Argdown itself, as npm's older packages hold them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_LITERAL = re.compile(
    r"`((?:[^`\\$]|\\.|\$(?!\{))*)`|(?:source|input)\s*[=:]\s*(\"(?:[^\"\\\n]|\\.)*\")",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}


def texts(folder: Path) -> list[str]:
    """Return every text once: whole files, and those that are quoted in tests."""
    found = (text for path in sorted(folder.rglob("*")) for text in _texts_of(path))
    return list(dict.fromkeys(text for text in found if text.strip()))


def _texts_of(path: Path) -> Iterator[str]:
    if path.suffix == ".argdown":
        yield path.read_text(encoding="utf-8", errors="replace")
    elif path.name.endswith((".spec.ts", ".spec.js")):
        for quoted, plain in _LITERAL.findall(path.read_text(encoding="utf-8")):
            yield ast.literal_eval(plain) if plain else _unescaped(quoted)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), text)
