"""The windows of the neighbouring folder: every dialog here is opened from a real one."""

from __future__ import annotations

from tests.desktop.window.conftest import opened, pool, press, windows

__all__ = ["opened", "pool", "press", "windows"]
