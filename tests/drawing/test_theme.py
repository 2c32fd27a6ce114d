from __future__ import annotations

import logging

import pytest

from argmap.drawing import theme
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Style

ALL = [theme.load(name) for name in theme.names()]


@pytest.mark.parametrize("one", ALL, ids=theme.names())
def test_text_has_a_contrast_of_four_and_a_half_on_all_it_stands_on(one: theme.Theme) -> None:
    for fill in (one.background, *one.fills.values()):
        assert theme.contrast(one.text, fill) >= 4.5
        assert theme.contrast(one.muted, fill) >= 4.5
    for role in ("claim", "premise", "rebuttal"):
        assert theme.contrast(one.lines[role], one.fills[role]) >= 4.5, role
    for role in ("support", "attack", "undercut"):
        assert theme.contrast(one.lines[role], one.background) >= 4.5, f"the sign of {role}"


@pytest.mark.parametrize("one", ALL, ids=theme.names())
def test_badges_can_be_read_on_every_card(one: theme.Theme) -> None:
    for badge in ("accepted", "rejected", "undecided"):
        for fill in one.fills.values():
            assert theme.contrast(one.lines[badge], fill) >= 4.5, (badge, fill)


@pytest.mark.parametrize("one", ALL, ids=theme.names())
def test_lines_have_a_contrast_of_three(one: theme.Theme) -> None:
    for role, colour in one.lines.items():
        assert theme.contrast(colour, one.background) >= 3, role


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("colour", ["", "#ff0000", "#00f", "#ffff00", "#000000", "#ffffff"])
def test_what_stands_on_the_ground_of_a_group_can_be_read(name: str, colour: str) -> None:
    one = theme.load(name)
    for depth in range(6):
        ground = one.ground(colour, depth)
        assert theme.contrast(one.muted, ground) >= 4.5
        for role in ("support", "attack", "undercut"):
            assert theme.contrast(one.lines[role], ground) >= 4, (role, depth)


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#fff", "#ffffff") == 1


def test_the_print_theme_has_only_greys() -> None:
    one = theme.load("print")
    for colour in (one.text, one.muted, one.background, *one.lines.values(), *one.fills.values()):
        assert colour[1:3] == colour[3:5] == colour[5:7]
    grey = one.frame("#3355ff")
    assert grey[1:3] == grey[3:5] == grey[5:7]


def test_an_unknown_theme_is_told_with_those_there_are() -> None:
    with pytest.raises(ArgmapError, match="light, dark, high-contrast, print"):
        theme.load("lihgt")


@pytest.mark.parametrize("name", ["../light", "light.toml", "", "/etc/passwd"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(ArgmapError):
        theme.load(name)


@pytest.mark.parametrize("colour", ["red", "#12", "#0033aa;", 'x" URL="y', "#00g"])
def test_what_is_no_colour_gives_the_usual_frame(colour: str) -> None:
    assert theme.load("light").frame(colour) == theme.load("light").lines["frame"]


@pytest.mark.parametrize("one", ALL, ids=theme.names())
@pytest.mark.parametrize("colour", ["#000", "#ffffff", "#0033aa", "#ffee00", "#1e1f22"])
def test_a_group_s_own_colour_can_be_seen_in_every_theme(one: theme.Theme, colour: str) -> None:
    assert theme.contrast(one.frame(colour), one.background) >= 3


def test_a_theme_that_lacks_a_colour_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(theme.LINES) <= set(theme.load("light").lines)
    monkeypatch.setattr(theme, "LINES", (*theme.LINES, "glow"))
    with pytest.raises(ArgmapError, match=r"lines\.glow"):
        theme.load("light")


def test_the_theme_is_as_asked_for_else_the_map_s_else_light(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    styled = ArgumentMap(style=Style(theme="dark"))
    assert theme.theme_of(styled, "print").name == "print"
    assert theme.theme_of(styled).name == "dark"
    assert theme.theme_of(ArgumentMap()).name == "light"
    assert not caplog.records
    assert theme.theme_of(ArgumentMap(style=Style(theme="corporate"))).name == "light"
    assert "corporate" in caplog.text
    with pytest.raises(ArgmapError):
        theme.theme_of(styled, "corporate")


@pytest.mark.parametrize("name", [n for n in theme.names() if not theme.load(n).greyscale])
def test_no_label_has_the_colour_of_what_is_selected(name: str) -> None:
    lines = theme.load(name).lines

    def channels(role: str) -> tuple[int, ...]:
        return tuple(bytes.fromhex(lines[role].removeprefix("#")))

    for label in ("accepted", "rejected", "undecided"):
        pairs = zip(channels(label), channels("selection"), strict=True)
        assert max(abs(a - b) for a, b in pairs) > 60, label
