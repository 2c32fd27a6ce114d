"""What Linux can do and Python cannot say: functions of its C library, where that has them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache


@cache
def function(name: str) -> Callable[..., int] | None:
    """Return a function of the C library, which is loaded already; None where there is none."""
    if sys.platform != "linux":
        return None
    import ctypes  # half a megabyte, for what is seldom asked or can wait

    return getattr(ctypes.CDLL(None), name, None)
