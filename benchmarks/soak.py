"""Whether a window stays as it is: `python -m benchmarks.soak [EDITS [CARDS]]`.

So many random edits (10 000) in the window of a map of so many cards (300), undo and redo among
them, that the map stays about as large. Printed is the memory on the way, each time when all has
been undone; it fails where that has grown by more than a twentieth since the first tenth, which
fills what is kept (drawings, widths of words), or where closing the window leaves a thread, a
timer, a process or an open file.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from argmap.desktop.application import Application
from argmap.desktop.running.garbage import Collector
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, judging, rearrange, removal
from argmap.model.kinds import Judgement
from benchmarks.big_map import text_of
from benchmarks.editing import resident, until
from benchmarks.offscreen import application

EDITS, CARDS = 10_000, 300
MOST = 1.05
LOOKS = 10


def edited(argument_map: ArgumentMap, chance: random.Random, size: int) -> ArgumentMap:
    """Return the map after one edit, which makes it smaller where it is larger than at first."""
    id_ = chance.choice(argument_map.statements).id
    said = " ".join(chance.choices(("some", "other", "words", "are", "said", "here"), k=12))
    if len(argument_map.statements) > size:
        return removal.delete_cards(argument_map, [id_])
    ways = (
        lambda: edit.add_premise(argument_map, id_, said),
        lambda: edit.add_rebuttal(argument_map, id_, said),
        lambda: edit.set_fields(argument_map, id_, text=said),
        lambda: edit.set_fields(argument_map, id_, note=said),
        lambda: judging.judge(argument_map, {id_: chance.choice((None, *Judgement))}),
        lambda: rearrange.move_sibling(argument_map, id_, chance.choice((-1, 1))),
        lambda: rearrange.make_root(argument_map, id_),
    )
    return chance.choice(ways)()


class Soak:
    """A window in which somebody works at random, and what it takes."""

    def __init__(self, cards: int) -> None:
        self.windows = Windows(Application())
        self.window: Window = self.windows.add()
        path = Path(tempfile.mkdtemp()) / "soak.argmap.yaml"
        path.write_text(text_of(cards), encoding="utf-8")
        self.windows.open(path, self.window.session)
        until(lambda: self.window.session.path is not None)  # a large file is read beside it
        self._chance = random.Random(1)
        self._size = len(self.window.session.argument_map.statements)
        self.settle()

    def work(self, edits: int) -> None:
        """Make so many edits, and see some of them drawn."""
        session = self.window.session
        for number in range(edits):
            way = self._chance.random()
            if way < 0.15:
                session.undo()
            elif way < 0.2:
                session.redo()
            else:
                session.attempt("Edit", lambda m: edited(m, self._chance, self._size))
            QApplication.processEvents()
            if number % 10 == 0:
                self.settle()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked out any more, and what is to be deleted is."""
        canvas = self.window.canvas
        until(lambda: not canvas.layouts.awaited and not canvas.map_scene.making)
        for _ in range(5):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        # Outside of an event loop of its own Qt leaves these for later.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def memory(self) -> float:
        """Return the memory of the process in MB, with the map and its history as at first."""
        session = self.window.session
        while session.undo_name:
            session.undo()
            QApplication.processEvents()  # as while the key is held: garbage is searched meanwhile
        # An edit that changes something for certain: it lets go of all that could be done again.
        first = session.argument_map.statements[0].id
        session.do("Edit", edit.set_fields(session.argument_map, first, text="Something else."))
        session.undo()
        self.settle()
        gc.collect()
        return resident()

    def close(self) -> None:
        """Close the window without a question."""
        self.window.session.text.mark_saved()
        self.window.close()
        QApplication.processEvents()


def left_over() -> list[str]:
    """Return what is there besides the one thread, in words."""
    threads = [t.name for t in threading.enumerate() if t is not threading.main_thread()]
    timers = [t for t in gc.get_objects() if isinstance(t, QTimer) and _runs(t)]
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    files = [str(link.readlink()) for link in links]
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return [
        *(f"the thread {name}" for name in threads),
        *(f"the timer {timer}" for timer in timers),
        *(f"the file {name}" for name in files if name.endswith((".yaml", ".journal", ".lock"))),
        *(f"the process {number}" for number in children),
    ]


def _runs(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:
        return False


def main() -> int:
    """Work, look at the memory now and then, close, and look at what is left."""
    given = [int(word) for word in sys.argv[1:]]
    edits, cards = (*given, *(EDITS, CARDS)[len(given) :])
    app = application()
    app.setStyle("Fusion")  # or a desktop's own style would be measured
    collector = Collector()
    soak = Soak(cards)
    sizes = []
    for _ in range(LOOKS):
        soak.work(edits // LOOKS)
        steps = len(soak.window.session.document.done)
        sizes.append(soak.memory())
        print(f"  {sizes[-1]:.0f} MB, {steps} steps undone", flush=True)
    grown = sizes[-1] / sizes[0]
    soak.close()
    collector.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = left_over()
    print(f"memory after {edits} edits of {cards}: {grown:.3f} of that after a tenth")
    print(f"left over: {', '.join(left) or 'nothing'}")
    return int(grown > MOST or bool(left))


if __name__ == "__main__":
    raise SystemExit(main())
