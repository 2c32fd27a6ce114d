"""How long the window takes to show a map: `python -m benchmarks.starting [FILE]`.

Against a bare Qt window with docks and menus, begun alternately in processes of their own: what
Python and Qt need for themselves is in both. Measured from the start of the process to the first
painting with a card in it, without a screen (`offscreen`), so that no other program has a part: by
the clock, and in time of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QGraphicsView

from benchmarks.first_paint import FirstPaint

EXAMPLE = Path(__file__).parents[1] / "examples" / "indivisible-security.argmap.yaml"
ROUNDS = 8
HOMES = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


def argmap(begun: float, file: str) -> None:
    """Show argmap's window with a map, as the command does."""
    gc.disable()
    from argmap.desktop.application import Application
    from argmap.desktop.canvas.scene.card_item import CardItem
    from argmap.desktop.main import application, begin
    from argmap.desktop.windows import Windows

    def shows_a_card(view: QGraphicsView) -> bool:
        return any(isinstance(item, CardItem) for item in view.items(view.viewport().rect()))

    app = application()
    watch = FirstPaint(begun, shows_a_card)
    windows = Windows(Application())
    begin(windows, [Path(file)])
    windows.all[0].canvas.viewport().installEventFilter(watch)
    app.exec()


def measured(module: str, *arguments: str) -> tuple[float, float]:
    """Return how long a process takes to its first picture, and of the processor, in ms.

    It has a home that nobody has used: what it leaves unsaved is not offered to the next one.
    """
    before = _spent()
    command = (sys.executable, "-m", f"benchmarks.{module}", *arguments, str(time.time()))
    with TemporaryDirectory() as home:
        environment = os.environ | dict.fromkeys(HOMES, home)
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return float(done.stdout), _spent() - before


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main(file: str) -> None:
    """Measure both alternately and print."""
    rounds = [(measured("first_paint"), measured("starting", file)) for _ in range(ROUNDS)]
    for index, by in enumerate(("by the clock", "of the processor")):
        theirs, ours = (
            sorted(each[index] for each in times) for times in zip(*rounds, strict=True)
        )
        for name, times in (("bare window", theirs), ("argmap", ours)):
            middle = statistics.median(times)
            print(f"{name:12} {times[0]:6.0f} ms {by} at least, {middle:6.0f} in the middle")
        middles = statistics.median(ours) / statistics.median(theirs)
        print(f"ratio        {ours[0] / theirs[0]:6.2f} at least, {middles:6.2f} in the middle")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    match sys.argv[1:]:
        case [file, begun]:
            argmap(float(begun), file)
        case [file]:
            main(file)
        case _:
            main(str(EXAMPLE))
