"""Themes: named roles to colours, one small TOML file each in `resources/themes`.

A theme decides colours only. Sizes, distances and line styles are the same in all of them, so
changing the theme never moves a card. A user's own theme is a copy of one of these files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from argmap import paths
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing, Kind

LINES = (
    *(*Kind, *(bearing.noun for bearing in Bearing), "undercut", "frame", "faint"),
    *("accepted", "rejected", "undecided", "selection"),
)
"""Roles of borders, arrows and role words: at least 3:1 against what they stand on."""

FILLS = (*Kind, "undercut", "faint")
"""Roles of surfaces; text on them reaches 4.5:1."""

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")


@frozen
class Theme:
    """What colour everything has, as `#rrggbb`; `lines` and `fills` have the roles above."""

    name: str
    title: str
    background: str
    text: str
    muted: str
    lines: Mapping[str, str] = field(hash=False)
    fills: Mapping[str, str] = field(hash=False)
    dark: bool = False
    greyscale: bool = False

    def frame(self, colour: str) -> str:
        """Return a group's colour as this theme can show it, or its own where it is no colour.

        Colours in a file are data: only `#rgb` and `#rrggbb` count. A colour that hardly shows
        on the background moves towards the text's colour until it does (3:1).
        """
        if not _HEX.fullmatch(colour):
            return self.lines["frame"]
        channels = _channels(colour)
        if self.greyscale:
            channels = (round(0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2]),) * 3
        text = _channels(self.text)
        for step in range(11):
            mixed = [round(c + (t - c) * step / 10) for c, t in zip(channels, text, strict=True)]
            shown = "#" + "".join(f"{channel:02x}" for channel in mixed)
            if contrast(shown, self.background) >= 3:
                return shown
        return self.text

    def ground(self, colour: str, depth: int) -> str:
        """Return the colour of the ground of a group, by how many groups lie around it.

        It is the background with a little of the group's colour: more of it further inside, as
        long as small print stays readable (4.5:1).
        """
        pairs = tuple(zip(_channels(self.background), _channels(self.frame(colour)), strict=True))
        for percent in range(min(8 + 4 * depth, 16), 0, -1):
            mixed = [round(b + (f - b) * percent / 100) for b, f in pairs]
            shown = "#" + "".join(f"{channel:02x}" for channel in mixed)
            if contrast(self.muted, shown) >= 4.5:
                return shown
        return self.background


def names() -> tuple[str, ...]:
    """Return the names of all themes, the default first."""
    return tuple(paths.themes())


def load(name: str) -> Theme:
    """Return the theme of that name; ArgmapError names those there are."""
    found = paths.themes()
    if name not in found:
        raise ArgmapError(f"There is no theme “{name}”.", f"The themes are: {', '.join(found)}.")
    return _parsed(name, found[name].read_text(encoding="utf-8"))


def theme_of(argument_map: ArgumentMap, wanted: str = "") -> Theme:
    """Return the theme of that name, else the map's own, else the light one.

    Raises ArgmapError where there is no theme of the wanted name. A map that names a theme from
    elsewhere is still drawn: its own choice is a wish, and the log says that it was not met.
    """
    if wanted:
        return load(wanted)
    if argument_map.style.theme in names():
        return load(argument_map.style.theme)
    if argument_map.style.theme:
        import logging

        logging.getLogger(__name__).info(
            "There is no theme %r here; drawing with the light one.", argument_map.style.theme
        )
    return load("light")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parsed(name: str, text: str) -> Theme:
    data = tomllib.loads(text)
    wanted = (("lines", LINES), ("fills", FILLS))
    missing = [
        f"{part}.{role}" for part, roles in wanted for role in roles if role not in data[part]
    ]
    if missing:
        raise ArgmapError(f"The theme “{name}” lacks {', '.join(missing)}.", "Add the colours.")
    return Theme(
        name=name,
        title=data["title"],
        background=data["background"],
        text=data["text"],
        muted=data["muted"],
        lines=MappingProxyType(data["lines"]),
        fills=MappingProxyType(data["fills"]),
        dark=data.get("dark", False),
        greyscale=data.get("greyscale", False),
    )


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4
        for c in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
