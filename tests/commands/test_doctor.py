import os
import sys

import pytest

from argmap.commands import qt_platform
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
    assert "mend it with" in done.out
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
