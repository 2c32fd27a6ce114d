"""The windows of the neighbouring folder: every dialog here is opened from a real one."""

from __future__ import annotations

from tests.desktop.window.conftest import desk, opened, pool, press

__all__ = ["desk", "opened", "pool", "press"]
