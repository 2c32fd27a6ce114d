"""How long the window takes to show a map: `python -m benchmarks.starting [FILE]`.

Against a bare Qt window with docks and menus, begun alternately in processes of their own: what
Python and Qt need for themselves is in both. Measured from the start of the process to the first
painting with a card in it, without a screen (`offscreen`), so that no other program has a part.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QGraphicsView

from argmap.desktop.application import Application
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.main import application, begin
from argmap.desktop.windows import Windows
from benchmarks.first_paint import FirstPaint

EXAMPLE = Path(__file__).parents[1] / "examples" / "indivisible-security.argmap.yaml"
ROUNDS = 8


def argmap(begun: float, file: str) -> None:
    """Show argmap's window with a map."""

    def shows_a_card(view: QGraphicsView) -> bool:
        return any(isinstance(item, CardItem) for item in view.items(view.viewport().rect()))

    app = application()
    watch = FirstPaint(begun, shows_a_card)
    app.installEventFilter(watch)
    windows = Windows(Application())
    begin(windows, [Path(file)])
    app.exec()


def measured(module: str, *arguments: str) -> float:
    """Return the milliseconds that a process of its own takes to its first picture."""
    command = (sys.executable, "-m", f"benchmarks.{module}", *arguments, str(time.time()))
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main(file: str) -> None:
    """Measure both alternately and print."""
    rounds = [(measured("first_paint"), measured("starting", file)) for _ in range(ROUNDS)]
    theirs, ours = (sorted(times) for times in zip(*rounds, strict=True))
    for name, times in (("bare window", theirs), ("argmap", ours)):
        middle = statistics.median(times)
        print(f"{name:12} {times[0]:6.0f} ms at least, {middle:6.0f} in the middle")
    middles = statistics.median(ours) / statistics.median(theirs)
    print(f"ratio        {ours[0] / theirs[0]:6.2f}              {middles:6.2f}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    match sys.argv[1:]:
        case [file, begun]:
            argmap(float(begun), file)
        case [file]:
            main(file)
        case _:
            main(str(EXAMPLE))
