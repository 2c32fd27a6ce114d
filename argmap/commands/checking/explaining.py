"""What the codes mean that `check` tells: those of the rules, and those of reading a file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from difflib import get_close_matches

from argmap import critique
from argmap.errors import ArgmapError
from argmap.store.codes import CODES

_WIDTH = 79


def explain(code: str) -> str:
    """Return the manual page of a rule, or what a code of the reader means; else as below."""
    require_known([code])
    if code in CODES:
        return textwrap.fill(f"{code}: {CODES[code]}", _WIDTH)
    return critique.explain(code)


def require_known(codes: Iterable[str]) -> None:
    """Raise an ArgmapError for a code that no problem has, with those that look like it."""
    known = [*(rule.code for rule in critique.RULES), *CODES]
    for code in codes:
        if code not in known:
            similar = " or ".join(f"“{match}”" for match in get_close_matches(code, known))
            hint = f"Did you mean {similar}?" if similar else f"The codes are: {', '.join(known)}."
            raise ArgmapError(f"There is no code “{code}”.", hint)
