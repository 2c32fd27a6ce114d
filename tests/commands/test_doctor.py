import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import argmap
from argmap.commands.machine import fonts, health, qt_platform
from argmap.errors import ArgmapError
from tests.commands.conftest import Run


def test_a_sound_computer(run: Run) -> None:
    done = run("doctor")
    assert done.out.endswith("All fine.\n"), done.out
    assert done.status == 0
    for what in ("Python", "PySide6-Essentials", "Qt: starts", "Graphviz", "Resources"):
        assert f"ok    {what}" in done.out


def test_a_graphviz_that_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/no/such/dot")
    done = run("doctor")
    assert done.status == 1
    assert "WRONG Graphviz" in done.out
    assert "Give the path of a Graphviz `dot`" in done.out
    assert done.out.endswith("1 thing is wrong.\n")


def test_a_graphviz_that_draws_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", sys.executable)
    assert "WRONG Graphviz" in run("doctor").out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no X display")
def test_no_display_is_told_before_qt_would_abort(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert "WRONG Display: none" in run("doctor").out
    done = run("pool.argmap.yaml")
    assert done.status == 2
    assert "no display" in done.err
    assert "argmap render" in done.err
    monkeypatch.setenv("DISPLAY", ":987")
    assert "WRONG Display: :987 does not answer" in run("doctor").out


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert qt_platform.missing({"libnothing.so.9": "libnothing9"}) == ["libnothing.so.9"]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(qt_platform.LIBRARIES, "libnothing.so.9", "libnothing9")
    with pytest.raises(ArgmapError, match=r"libnothing\.so\.9.*sudo apt install libnothing9"):
        qt_platform.require_window()


@pytest.mark.parametrize(
    ("platform", "wayland", "expected"),
    [
        ("", "", True),
        ("", "wayland-0", False),
        ("xcb", "wayland-0", True),
        ("offscreen", "", False),
    ],
)
def test_when_a_window_needs_x11(
    monkeypatch: pytest.MonkeyPatch, platform: str, wayland: str, expected: bool
) -> None:
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", platform)
    monkeypatch.setitem(os.environ, "WAYLAND_DISPLAY", wayland)
    assert qt_platform.needs_x11() is expected


def test_every_library_that_the_program_needs_is_looked_for() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    needed = {re.split(r"[ <>=;~\[]", line)[0] for line in project["project"]["dependencies"]}
    assert set(health.PACKAGES) == needed


def test_a_library_that_is_not_installed_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "path", [])
    found = list(health.packages())
    assert {finding.found for finding in found} == {"not installed"}
    assert not any(finding.fine for finding in found)
    assert found[1].remedy == f"Run `{sys.executable} -m pip install PyYAML`."


def test_a_qt_that_does_not_load_is_told_in_its_own_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        "raise ImportError('libGL.so.1: cannot open shared object file')", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = run("doctor")
    assert done.status == 1
    assert "WRONG Qt: ImportError: libGL.so.1: cannot open shared object file\n" in done.out
    assert "Fonts" not in done.out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_a_computer_without_the_usual_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    qt, faces, window, _scripts = fonts.fonts()
    assert (qt.found, qt.fine) == ("starts", True)
    assert not faces.fine
    assert faces.found.startswith("none of Arimo, Liberation Sans,")
    assert faces.remedy == "Run `sudo apt install fonts-liberation`."
    assert not window.fine


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_a_window_in_a_typewriters_letters_and_scripts_without_a_font_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mono = next(Path("/usr/share/fonts").rglob("LiberationMono-Regular.ttf"), None)
    if mono is None:
        pytest.skip("no Liberation Mono here")
    (tmp_path / "fonts").mkdir()
    shutil.copy(mono, tmp_path / "fonts")
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}/fonts</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    said = run("doctor").out
    assert "WRONG Font of the window: Liberation Mono, in which all letters are as wide" in said
    assert "sudo apt install fonts-dejavu-core`" in said
    assert "note  Scripts: no font for " in said
    assert "Thai" in said
    assert "fonts-noto-cjk" in said


def test_where_argmap_lies(run: Run) -> None:
    assert f"in {Path(argmap.__file__).parent}\n" in run("doctor").out


def test_folders_that_cannot_be_made_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    for variable in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(blocked / "deeper"))
    found = {finding.what: finding for finding in health.folders()}
    assert found["Resources"].fine
    assert found["Examples"].fine
    assert found["Journals"].fine
    assert not found["Settings"].fine
    assert found["Settings"].remedy == f"Make “{blocked}” a folder that you can write to."
    assert not blocked.is_dir(), "looking changes nothing"


def test_the_display_is_the_one_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (display,) = health.display()
    assert (display.found, display.fine) == ("offscreen", True)


def test_a_graphviz_of_the_users_own_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    (embedded,) = health.engine()
    monkeypatch.setenv("ARGMAP_DOT", embedded.found)
    (named,) = health.engine()
    assert named.found == f"{embedded.found} (named by ARGMAP_DOT)"
    assert named.fine
