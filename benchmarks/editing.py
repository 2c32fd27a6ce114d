"""What an edit costs in the window: how soon it is on the screen, and how long the window waits.

Run `python -m benchmarks.editing [COUNT…]`. For each size: a new card, from the edit to the painted
picture; its undo; the longest stretch for which the thread of the window worked without a pause, in
time of the processor; and whether memory grows with edits.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.session import Session
from argmap.model.edits import edit
from argmap.settings import Settings
from argmap.store.yaml_file import read
from benchmarks.big_map import text_of

TEXT = "A new reason that somebody adds to the map in the middle of the work."
TIMES = 12
MANY = 400


class Holds:
    """The longest stretch for which the window's thread worked without a pause, of each edit."""

    def __init__(self) -> None:
        self.worst: list[float] = []
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def begin(self) -> None:
        """Begin with another edit."""
        self.worst.append(0)
        self._last = time.thread_time()

    def _tick(self) -> None:
        now = time.thread_time()
        if self.worst:
            self.worst[-1] = max(self.worst[-1], 1000 * (now - self._last))
        self._last = now

    def say(self) -> str:
        """Return the stretches of all edits in words, in milliseconds."""
        self._timer.stop()
        return f"median {statistics.median(self.worst):.1f} ms, worst {max(self.worst):.1f} ms"


def until(done: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def measure(count: int) -> None:
    """Print what edits cost in a map of so many statements."""
    session = Session()
    canvas = Canvas(session, Appearance(session, Settings(theme="light", motion=False)))
    canvas.resize(1280, 800)
    canvas.show()
    start = time.perf_counter()
    drawn: list[float] = []
    canvas.drawn.connect(lambda: drawn.append(time.perf_counter()))
    session.open(read(text_of(count)))
    until(lambda: bool(drawn))
    canvas.viewport().repaint()
    first = time.perf_counter() - start
    until(lambda: not canvas.layouts.awaited and not canvas.map_scene.making)
    whole = time.perf_counter() - start
    print(f"{count}: first picture {first:.2f} s, all of it {whole:.2f} s")
    target = session.argument_map.statements[count // 2].id
    session.select([target])

    def settled() -> None:
        drawn.clear()
        until(lambda: bool(drawn))
        canvas.viewport().repaint()

    edits, undos, spent = [], [], []
    holds = Holds()
    for _ in range(TIMES):
        holds.begin()
        start, cpu = time.perf_counter(), time.process_time()
        session.do("Add", edit.add_premise(session.argument_map, target, TEXT))
        settled()
        spent.append(1000 * (time.process_time() - cpu))
        edits.append(1000 * (time.perf_counter() - start))
        start = time.perf_counter()
        session.undo()
        settled()
        undos.append(1000 * (time.perf_counter() - start))
    print(
        f"  edit on the screen {min(edits):.0f} to {statistics.median(edits):.0f} ms "
        f"({statistics.median(spent):.0f} ms of all threads), undo {min(undos):.0f} to "
        f"{statistics.median(undos):.0f} ms; window's thread held: {holds.say()}"
    )
    start = time.perf_counter()
    for _ in range(40):
        session.do("Add", edit.add_premise(session.argument_map, target, TEXT))
        QApplication.processEvents()
    made = time.perf_counter() - start
    settled()
    until(lambda: not canvas.layouts.awaited)
    print(f"  40 quick edits: made in {made:.2f} s, all seen {time.perf_counter() - start:.2f} s")
    canvas.close_down()
    canvas.hide()
    session.deleteLater()
    canvas.deleteLater()


def memory(count: int) -> None:
    """Print how memory grows while a map is edited many times."""
    session = Session()
    canvas = Canvas(session, Appearance(session, Settings(theme="light", motion=False)))
    canvas.resize(1280, 800)
    canvas.show()
    session.open(read(text_of(count)))
    until(lambda: not canvas.layouts.awaited)
    ids = [statement.id for statement in session.argument_map.statements]
    sizes = []
    for number in range(2 * MANY):
        id_ = ids[number * 7 % len(ids)]
        text = f"{TEXT} For the {number}th time, that is."
        session.do("Edit", edit.set_fields(session.argument_map, id_, text=text))
        QApplication.processEvents()
        until(lambda: not canvas.layouts.awaited)
        if number % MANY in (50, MANY - 1):
            sizes.append(resident())
    print(f"memory in {2 * MANY} edits of {count}: {[f'{size:.0f} MB' for size in sizes]}")
    canvas.close_down()
    canvas.hide()
    session.deleteLater()
    canvas.deleteLater()


def resident() -> float:
    """Return how much memory the process has now, in MB; where that is not known, at most."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure the sizes that are asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    for count in [int(word) for word in sys.argv[1:]] or [100, 300, 1000, 2000]:
        measure(count)
    memory(300)
    application.quit()


if __name__ == "__main__":
    main()
