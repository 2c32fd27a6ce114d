"""The user's settings: one field each, from which file, check and preferences dialog are made.

They lie as `settings.json` in the user's configuration folder. A file that is damaged or holds a
value that is not allowed never stops the program: that setting has its default, and what was
wrong is returned so that it can be told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from argmap import paths
from argmap.errors import ArgmapError, in_a_row
from argmap.frozen import frozen
from argmap.saving import write_private


@frozen
class About:
    """What people read about a setting."""

    label: str
    help: str
    find_choices: Callable[[], tuple[str, ...]] = tuple

    @property
    def choices(self) -> tuple[str, ...]:
        """The values allowed as things are now, if they are few; else none."""
        return self.find_choices()


def _setting(
    default: Any, label: str, help_: str, choices: Callable[[], tuple[str, ...]] = tuple
) -> Any:
    about = {"about": About(label, help_, choices)}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=about)
    return field(default=default, metadata=about)


PAGES = ("a4", "a4-landscape", "letter", "letter-landscape", "slide", "screen")
"""The pages of `argmap.model.kinds.Page`, which lies above this."""
LAYOUTS = ("automatic", "compact", "layered")
"""The layouts of `argmap.model.kinds.Layout`, and that of no choice."""

TEXTS = ("beside", "inline")
"""Where texts of sources can be kept."""


@dataclass(frozen=True)
class Settings:
    """All settings."""

    theme: str = _setting(
        "system",
        "Theme",
        "How the window looks; as the system is light or dark, as the desktop is.",
        lambda: ("system", *paths.themes()),
    )
    motion: bool = _setting(
        default=True, label="Animate", help_="Let cards glide to their new places after an edit."
    )
    page: str = _setting(
        "a4-landscape",
        "Page",
        "What is exported and printed is laid out for this page, where the map says none.",
        lambda: PAGES,
    )
    layout: str = _setting(
        "automatic",
        "Layout",
        "How maps that say nothing are laid out; automatic is compact, unless a map is no tree.",
        lambda: LAYOUTS,
    )
    texts: str = _setting(
        "beside",
        "Texts of sources",
        "Where the text of a new source is kept.",
        lambda: TEXTS,
    )
    originals: bool = _setting(
        default=False,
        label="Keep originals",
        help_="Keep a copy of the file that a text was taken out of, beside the text.",
    )
    dot: str = _setting(
        "", "Graphviz", "Another “dot” program to draw with; empty means the built-in one."
    )
    keys: Mapping[str, str] = _setting(
        {}, "Keys", "Key sequences by command, in place of the usual ones."
    )


def about(name: str) -> About:
    """Return what people read about the setting of that name."""
    found: About = next(f for f in fields(Settings) if f.name == name).metadata["about"]
    return found


def file() -> Path:
    """Return the place of the settings file."""
    return paths.config() / "settings.json"


def load() -> tuple[Settings, tuple[str, ...]]:
    """Read the settings, and give what was wrong with them in sentences."""
    try:
        data = json.loads(file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        message = f"The settings in “{file()}” cannot be read: {why}."
        return Settings(), (in_a_row(message, "The usual ones are used."),)
    if not isinstance(data, dict):
        message = f"The settings in “{file()}” are not a table of names and values."
        return Settings(), (in_a_row(message, "The usual ones are used."),)
    return _checked(data)


def save(settings: Settings) -> None:
    """Write the settings that differ from the defaults, all or none; a link stays one."""
    usual = asdict(Settings())
    own = {name: value for name, value in asdict(settings).items() if value != usual[name]}
    try:
        write_private(file(), json.dumps(own, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ArgmapError(
            f"The settings could not be saved in “{file()}”: {error.strerror}.",
            "Make room on the disk, or make the folder writable.",
        ) from error


def _checked(data: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    usual = asdict(Settings())
    good: dict[str, Any] = {}
    wrong = []
    for name, value in data.items():
        if name not in usual:
            wrong.append(in_a_row(f"There is no setting “{name}”.", f"It stands in “{file()}”."))
        elif _allowed(name, value, usual[name]):
            good[name] = value
        else:
            message = f"The setting “{name}” cannot be `{json.dumps(value)}`."
            wrong.append(in_a_row(message, "The usual value is used."))
    return Settings(**good), tuple(wrong)


def _allowed(name: str, value: object, usual: object) -> bool:
    choices = about(name).choices
    if choices:
        return value in choices
    if isinstance(value, dict):
        return isinstance(usual, dict) and all(isinstance(v, str) for v in value.values())
    return type(value) is type(usual)
