"""The calls of the system that saving makes, of which any can be made to fail."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable
from typing import Any

import pytest

_CALLS = ("open", "fsync", "chmod", "fchown", "link", "unlink", "rename", "replace", "scandir")


class FailingCalls:
    """Counts the calls that saving makes, and lets one of them fail, or all from one on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: int, *, forever: bool) -> None:
        self._error = error
        self._forever = forever
        self.left: float = float("inf")
        self.made = 0
        for name in _CALLS:
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))
        for module in (builtins, io):
            monkeypatch.setattr(module, "open", self._failing(open))

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def fail_or_call(*arguments: Any, **options: Any) -> Any:
            self.made += 1
            self.left -= 1
            if self.left == 0 or (self._forever and self.left < 0):
                raise OSError(self._error, os.strerror(self._error))
            return call(*arguments, **options)

        return fail_or_call
