import sys
from pathlib import Path

import pytest

from argmap import paths

VARIABLES = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")


def test_resources_and_examples_are_there() -> None:
    assert (paths.resources() / "themes").is_dir()
    assert any(paths.examples().glob("*.argmap.yaml"))


UNDER_HOME = {
    "linux": (".config/argmap", ".local/state/argmap", ".cache/argmap"),
    "freebsd14": (".config/argmap", ".local/state/argmap", ".cache/argmap"),
    "darwin": (
        "Library/Application Support/argmap/config",
        "Library/Application Support/argmap/state",
        "Library/Caches/argmap",
    ),
    "win32": (
        "AppData/Roaming/argmap/config",
        "AppData/Local/argmap/state",
        "AppData/Local/argmap/cache",
    ),
}


@pytest.mark.parametrize("platform", UNDER_HOME)
def test_without_variables_folders_lie_under_home(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    found = tuple(
        folder().relative_to(tmp_path).as_posix()
        for folder in (paths.config, paths.state, paths.cache)
    )
    assert found == UNDER_HOME[platform]


def test_variables_name_other_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert paths.config() == tmp_path / "c" / "argmap"
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert paths.config() == tmp_path / "roaming" / "argmap" / "config"


def test_a_relative_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert paths.state() == tmp_path / ".local" / "state" / "argmap"


def test_asking_makes_no_folder() -> None:
    assert not paths.state().exists()
