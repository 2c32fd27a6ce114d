"""Whether Qt starts at all, and has the fonts that window and cards need.

Cards are measured with a face of certain widths. The window takes the system's “Sans Serif”, which
on a bare machine may be a typewriter's; and a script without a font is drawn as empty boxes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from argmap.commands.machine.check_result import CheckResult

FACES = ("Arimo", "Liberation Sans", "Arial", "Helvetica")
"""Faces of the widths that cards are measured with."""

SCRIPTS = {
    "Latin": "fonts-dejavu-core",
    "Greek": "fonts-dejavu-core",
    "Cyrillic": "fonts-dejavu-core",
    "Hebrew": "fonts-noto-core",
    "Arabic": "fonts-noto-core",
    "Devanagari": "fonts-noto-core",
    "Thai": "fonts-noto-core",
    "SimplifiedChinese": "fonts-noto-cjk",
    "TraditionalChinese": "fonts-noto-cjk",
    "Japanese": "fonts-noto-cjk",
    "Korean": "fonts-noto-cjk",
}
"""The scripts that most people write, as Qt calls them, and the Debian package with a font."""

_LOOK = """
import json, sys
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
application = QGuiApplication(["argmap", "-platform", "offscreen"])
window = QFontInfo(QFont("Sans Serif"))
scripts = {name: QFontDatabase.WritingSystem[name] for name in sys.argv[1:]}
print(json.dumps({
    "families": QFontDatabase.families(),
    "window": window.family(),
    "fixed": window.fixedPitch(),
    "scripts": {QFontDatabase.writingSystemName(script): name
                for name, script in scripts.items() if not QFontDatabase.families(script)},
}))
"""


def fonts() -> Iterator[CheckResult]:
    """Look in a process of its own, as Qt may end it."""
    command = [sys.executable, "-c", _LOOK, *(f"{script}" for script in SCRIPTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
        yield CheckResult("Qt", last, fine=False, remedy="Fix what is wrong above.")
        return
    yield CheckResult("Qt", "starts")
    seen = json.loads(done.stdout)
    yield _faces(seen)
    yield _window(seen)
    yield _scripts(seen)


def _faces(seen: dict[str, Any]) -> CheckResult:
    families = seen["families"]
    there = [name for name in FACES if name in families]
    if there:
        return CheckResult("Fonts", f"{there[0]}; {len(families)} families in all")
    found = f"none of {', '.join(FACES)} among {len(families)} families"
    return CheckResult("Fonts", found, fine=False, remedy=f"Run `{_line('fonts-liberation')}`.")


def _window(seen: dict[str, Any]) -> CheckResult:
    """Return what menus and buttons are written in."""
    if seen["window"] and not seen["fixed"]:
        return CheckResult("Font of the window", seen["window"])
    found = f"{seen['window']}, in which all letters are as wide" if seen["window"] else "none"
    remedy = f"Run `{_line('fonts-dejavu-core')}`."
    return CheckResult("Font of the window", found, fine=False, remedy=remedy)


def _scripts(seen: dict[str, Any]) -> CheckResult:
    """Return which scripts would be drawn as boxes: wrong for whoever writes in them only."""
    lacking: dict[str, str] = seen["scripts"]
    if not lacking:
        return CheckResult("Scripts", "a font for each that was looked for")
    line = _line(*dict.fromkeys(SCRIPTS[name] for name in lacking.values()))
    found = f"no font for {', '.join(lacking)}"
    return CheckResult("Scripts", found, remedy=f"For maps that are written in them, run `{line}`.")


def _line(*packages: str) -> str:
    return f"sudo apt install {' '.join(packages)}"
