"""A browser for the tests that need one, and what npm has installed for others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.formats.browser import MISSING, Browser, chromium


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Run Chromium once for all tests here; skips where it, or its driver, is missing."""
    if MISSING:
        pytest.skip(MISSING)
    with chromium(tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder into which npm has installed what ARGMAP_NODE_MODULES names."""
    return Path(os.environ.get("ARGMAP_NODE_MODULES", "node_modules")).resolve()
