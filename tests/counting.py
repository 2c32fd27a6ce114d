"""What something costs, without a clock: the functions that are called meanwhile."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def counting() -> Iterator[Counter[str]]:
    """Count the functions that this thread calls, by what calls them."""
    calls: Counter[str] = Counter()

    def called(frame: FrameType, event: str, _what: object) -> None:
        if event in ("call", "c_call"):
            calls[f"{frame.f_code.co_qualname} in {frame.f_code.co_filename}"] += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        yield calls
    finally:
        sys.setprofile(before)
