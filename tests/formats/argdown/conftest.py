"""Argdown's own parser and model, where npm has installed it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def models(node_modules: Path) -> Any:
    """Return what gives Argdown's model of each text."""
    node = shutil.which("node")
    if not node or not (node_modules / "@argdown" / "core").is_dir():
        pytest.skip("npm install @argdown/core, and name its folder in ARGMAP_NODE_MODULES")

    def read(texts: list[str]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, str(Path(__file__).with_name("argdown_model.cjs"))],
            input=json.dumps(texts),
            env={**os.environ, "NODE_PATH": str(node_modules)},
            capture_output=True,
            text=True,
            check=True,
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return read
