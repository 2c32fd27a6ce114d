"""What one waits for in a large map: `python -m benchmarks.waiting [CARDS…]`.

With real keys and the real mouse, all panes shown: a new card, words typed into it, its undo, a
card dragged onto another, find from the first letter on, folding and unfolding. Told of each is the
longest stretch for which it holds the thread of the window, in time of the processor, and how long
until the picture of it is there, by the clock. It fails where anything holds the window for more
than 50 ms.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.running.garbage import Collector
from benchmarks.editing import Holds, until
from benchmarks.offscreen import application
from benchmarks.soak import Soak

SIZES = (5000, 10_000)
ASKED_MS = 50
Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Gestures:
    """Somebody at work in a window."""

    def __init__(self, cards: int) -> None:
        self.soak = Soak(cards)
        self.window, self.canvas = self.soak.window, self.soak.window.canvas
        self.session = self.window.session
        until(lambda: len(self.session.argument_map.statements) >= cards)
        for pane in ("outline", "inspector", "problems"):
            self.window.panes.reveal(pane)
        self.soak.settle()
        self.target = self.session.argument_map.statements[cards // 2].id
        self.session.select([self.target])
        self.canvas.zoom_to(0.5)
        self.canvas.center_on(self.target)
        self.canvas.setFocus()
        self.soak.settle()

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget() or self.canvas
        if isinstance(key, str):
            QTest.keyClicks(focus, key, modifier)
        else:
            QTest.keyClick(focus, key, modifier)

    def drag(self) -> None:
        """Drag the card onto the one that its parent bears on, or its neighbour."""
        view = self.canvas.viewport()
        start = self._middle(self.target)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
        for step in range(1, 11):
            QTest.mouseMove(view, start + QPoint(12 * step, -9 * step))
            QApplication.processEvents()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, start + QPoint(120, -90))

    def _middle(self, id_: str) -> QPoint:
        rect = self.canvas.rect_of(id_)
        assert rect is not None
        return self.canvas.rect_to_viewport(rect).center().toPoint()


def measure(cards: int) -> float:
    """Print what each gesture costs in a window of so many cards; return the worst in ms."""
    work = Gestures(cards)
    ways: tuple[tuple[str, Callable[[], None]], ...] = (
        ("Tab: a draft of a premise", partial(work.key, Key.Key_Tab)),
        ("a letter", partial(work.key, "A")),
        ("five more", partial(work.key, " reas")),
        ("Enter", partial(work.key, Key.Key_Return)),
        ("undo", partial(work.key, Key.Key_Z, CTRL)),
        ("drag a card", work.drag),
        ("undo of that", partial(work.key, Key.Key_Z, CTRL)),
        ("Ctrl+F", partial(work.key, Key.Key_F, CTRL)),
        ("the first letter", partial(work.key, "t")),
        ("the second letter", partial(work.key, "o")),
        ("the next hit", partial(work.key, Key.Key_Return)),
        ("Esc", partial(work.key, Key.Key_Escape)),
        ("fold", partial(work.key, Key.Key_Space)),
        ("unfold", partial(work.key, Key.Key_Space)),
        ("fold all", partial(work.key, Key.Key_Home, ALT)),
        ("unfold all", partial(work.key, Key.Key_End, ALT)),
    )
    watch = Holds()
    print(f"{cards} cards")
    for name, way in ways:
        watch.begin()
        begun = time.perf_counter()
        way()
        work.soak.settle()
        seen = 1000 * (time.perf_counter() - begun)
        print(f"  {name:28} held {watch.worst[-1]:5.0f} ms, all seen {seen:5.0f} ms", flush=True)
    worst = max(watch.worst)
    watch.say()
    work.soak.close()
    return worst


def main() -> int:
    """Measure windows of some sizes, and tell."""
    app = application()
    collector = Collector()
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    worst = max(map(measure, sizes))
    collector.deleteLater()
    app.quit()
    return int(worst > ASKED_MS)


if __name__ == "__main__":
    raise SystemExit(main())
