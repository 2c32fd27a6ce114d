"""How much memory a window takes: `python -m benchmarks.memory [FILE…]`.

Of a bare Qt window with docks and menus, of the dispute among the examples, and of made-up maps of
2000 and 10 000 statements, or of other files: each in a process of its own and without a screen
(`offscreen`), once the whole picture and the panes are there. It fails where a window takes more
than was asked for; that was said of a machine on which the bare window takes 50 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.first_paint import bare_window
from benchmarks.starting import EXAMPLE, HOMES

ASKED = {"dispute": 80, "2000": 180, "10000": 400}
"""In MB."""
QUIET_S = 3
"""For so long nothing may have been worked out."""
TICK_MS = 50


def main(files: dict[str, Path]) -> int:
    """Measure a bare window, and one with each file; return whether any takes too much."""
    missed = False
    bare = _measured("bare", "")
    for name, file in files.items():
        taken = _measured(name, str(file))
        print(f"{'':12}{taken - bare:4.0f} MB more than a bare window, {taken / bare:.1f} times it")
        if name in ASKED:
            print(f"{'':12}{ASKED[name]:4} MB at the most were asked for", flush=True)
            missed |= taken > ASKED[name]
    return int(missed)


def _measured(name: str, file: str) -> float:
    """Return what a window takes, in MB; print that and what it is made of."""
    with TemporaryDirectory() as home:
        done = subprocess.run(
            (sys.executable, "-m", "benchmarks.memory", "--window", file),
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | dict.fromkeys(HOMES, home),
        )
    size, parts = done.stdout.strip().split(maxsplit=1)
    print(f"{name:10} {size:>5} MB: {parts}", flush=True)
    return float(size)


def bare() -> None:
    """Show a bare window for a while."""
    app = QApplication([])
    window = bare_window()
    window.show()
    QTimer.singleShot(QUIET_S * 1000, app.quit)
    app.exec()
    tell()


def argmap(file: str) -> None:
    """Show a window on a file, as the command does, until nothing is worked out any more."""
    from argmap.desktop.application import Application
    from argmap.desktop.main import application, begin
    from argmap.desktop.running.garbage import Collector
    from argmap.desktop.windows import Windows

    app = application()
    collector, windows = Collector(), Windows(Application())
    begin(windows, [Path(file)])
    (window,) = windows.all
    worked = monotonic()

    def look() -> None:
        nonlocal worked
        canvas = window.canvas
        if canvas.layouts.awaited or canvas.map_scene.making or window.session.path is None:
            worked = monotonic()
        elif monotonic() - worked > QUIET_S:
            app.quit()

    tick = QTimer(collector, interval=TICK_MS)
    tick.timeout.connect(look)
    tick.start()
    app.exec()
    tell()


def tell() -> None:
    """Print what this process takes, and of what: mapped libraries, the heap of C, and the rest.

    Then end at once: nothing has to be tidied up.
    """
    found: Counter[str] = Counter()
    kind = ""
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            name = words[5] if len(words) > 5 else ""
            kind = "libraries" if name.startswith("/") else name.strip("[]") or "Python"
        elif words[0] == "Rss:":
            found[kind] += int(words[1])
    sizes = {kind: size * 1024 / 1e6 for kind, size in found.items()}
    parts = ", ".join(f"{kind} {sizes[kind]:.1f}" for kind in ("libraries", "heap", "Python"))
    print(f"{sum(sizes.values()):.1f} {parts}", flush=True)
    os._exit(0)


def maps(folder: Path) -> dict[str, Path]:
    """Return the maps that are asked about, written into a folder."""
    from benchmarks.big_map import text_of

    found = {"dispute": EXAMPLE}
    for size in (2000, 10_000):
        found[str(size)] = folder / f"{size}.argmap.yaml"
        found[str(size)].write_text(text_of(size), encoding="utf-8")
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    match sys.argv[1:]:
        case ["--window", ""]:
            bare()
        case ["--window", file]:
            argmap(file)
        case []:
            with TemporaryDirectory() as folder:
                sys.exit(main(maps(Path(folder))))
        case names:
            sys.exit(main({Path(name).name: Path(name) for name in names}))
