"""The extension for VS Code: it is packaged with all that it needs, and starts what there is.

Packaging takes `npm install @vscode/vsce vscode-languageclient` in the folder that
ARGMAP_NODE_MODULES names; without, that test skips.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap import __version__
from argmap.commands import COMMANDS
from argmap.store.file_names import OWN_SUFFIXES

FOLDER = Path(__file__).resolve().parents[2] / "editors" / "vscode"
MODULES = Path(os.environ.get("ARGMAP_NODE_MODULES", "node_modules")).resolve()


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


PACKAGE = read(FOLDER / "package.json")


def test_it_is_of_the_same_version_and_licence() -> None:
    assert PACKAGE["version"] == __version__
    licence = FOLDER.parents[1] / "LICENSE"
    assert (FOLDER / "LICENSE").read_text(encoding="utf-8") == licence.read_text(encoding="utf-8")


def test_it_takes_the_files_of_argmap() -> None:
    (language,) = PACKAGE["contributes"]["languages"]
    assert set(OWN_SUFFIXES) <= set(language["extensions"])
    assert (FOLDER / language["configuration"]).is_file()


def test_what_it_starts_is_a_command() -> None:
    script = (FOLDER / "extension.js").read_text(encoding="utf-8")
    assert 'args: ["lsp"]' in script
    assert "lsp" in COMMANDS


def needed(names: list[str]) -> Iterator[str]:
    """Return these packages and all that they need."""
    seen = set[str]()
    while names:
        name = names.pop()
        if name not in seen:
            seen.add(name)
            yield name
            names += read(MODULES / name / "package.json").get("dependencies", {})


def test_it_can_be_packaged(tmp_path: Path) -> None:
    vsce = MODULES / "@vscode" / "vsce" / "vsce"
    if not vsce.is_file() or shutil.which("node") is None:
        pytest.skip("needs node, and @vscode/vsce in the folder of ARGMAP_NODE_MODULES")
    copy = tmp_path / "vscode"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("node_modules"))
    for name in needed(list(PACKAGE["dependencies"])):
        shutil.copytree(MODULES / name, copy / "node_modules" / name)
    subprocess.run(
        ["node", vsce, "package", "--allow-missing-repository", "-o", "made.vsix"],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(copy / "made.vsix") as made:
        names = set(made.namelist())
    assert "extension/extension.js" in names
    assert any("vscode-languageclient/node" in name for name in names)
