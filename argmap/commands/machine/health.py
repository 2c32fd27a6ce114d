"""What `argmap doctor` looks at, one check a function.

Whatever may end the process, as Qt does where a library is missing, is tried in a process of its
own.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

from argmap import __version__, paths
from argmap.commands.machine import qt_platform
from argmap.commands.machine.check_result import CheckResult
from argmap.commands.machine.fonts import fonts
from argmap.drawing.graphviz import engine as graphviz
from argmap.errors import ArgmapError

PACKAGES = (
    "PySide6-Essentials",
    "PyYAML",
    "graphviz",
    "graphviz-pure",
    "charset-normalizer",
    "lxml",
    "pypdfium2",
    "rapidfuzz",
    "readability-lxml",
    "snowballstemmer",
)


def python() -> Iterator[CheckResult]:
    """Which Python and which argmap."""
    yield CheckResult("argmap", f"{__version__} in {Path(__file__).resolve().parents[2]}")
    fine = sys.version_info >= (3, 11)
    yield CheckResult(
        "Python",
        f"{platform.python_version()} on {platform.platform()}",
        fine,
        "" if fine else "Install Python 3.11 or newer.",
    )


def packages() -> Iterator[CheckResult]:
    """Which versions of the libraries."""
    for name in PACKAGES:
        try:
            yield CheckResult(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            remedy = f"Run `{sys.executable} -m pip install {name}`."
            yield CheckResult(name, "not installed", fine=False, remedy=remedy)


def qt_libraries() -> Iterator[CheckResult]:
    """Whether the system has what Qt loads."""
    if not qt_platform.is_linux():
        return
    for what, libraries in (
        ("Qt's libraries", qt_platform.LIBRARIES),
        ("Qt's libraries for X11", qt_platform.X11_LIBRARIES),
    ):
        lacking = qt_platform.missing(libraries)
        if lacking:
            remedy = f"Run `{qt_platform.apt_line(lacking)}`."
            yield CheckResult(what, f"missing: {', '.join(lacking)}", fine=False, remedy=remedy)
        else:
            yield CheckResult(what, "all there")


def display() -> Iterator[CheckResult]:
    """Whether there is a display for the window."""
    if not qt_platform.is_linux() or not qt_platform.needs_x11():
        yield CheckResult("Display", os.environ.get("QT_QPA_PLATFORM") or "the system's own")
        return
    name = os.environ.get("DISPLAY")
    fine = qt_platform.has_display()
    found = f"{name} {'answers' if fine else 'does not answer'}" if name else "none"
    remedy = "" if fine else "Start argmap in a desktop session; commands work without one."
    yield CheckResult("Display", found, fine, remedy)


def engine() -> Iterator[CheckResult]:
    """Which Graphviz, and whether it runs."""
    try:
        program = graphviz.find()
        graphviz.run(["digraph { a -> b }"], "svg", lambda svg: svg.split(b"</svg>")[:-1])
    except ArgmapError as error:
        yield CheckResult("Graphviz", error.message, fine=False, remedy=error.hint)
        return
    named = f" (named by {graphviz.VARIABLE})" if os.environ.get(graphviz.VARIABLE) else ""
    yield CheckResult("Graphviz", f"{program}{named}")


def folders() -> Iterator[CheckResult]:
    """Where the program's files are, and whether the user's folders can be written."""
    for what, folder in (("Resources", paths.resources()), ("Examples", paths.examples())):
        fine = folder.is_dir()
        remedy = "" if fine else f"Run `{sys.executable} -m pip install --force-reinstall argmap`."
        yield CheckResult(what, str(folder), fine, remedy)
    for what, folder in (
        ("Settings", paths.config()),
        ("Journals", paths.state()),
        ("Cache", paths.cache()),
    ):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        fine = there.is_dir() and os.access(there, os.W_OK)
        remedy = "" if fine else f"Make “{there}” a folder that you can write to."
        yield CheckResult(what, str(folder), fine, remedy)


CHECKS: tuple[Callable[[], Iterator[CheckResult]], ...] = (
    python,
    packages,
    qt_libraries,
    display,
    fonts,
    engine,
    folders,
)
