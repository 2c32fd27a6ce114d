"""What the canvas costs: showing a picture, painting all of the window, and panning.

Run `python -m benchmarks.canvas`. Times depend on the machine; the ratios should hold: ten times
the cards may cost about ten times as much to show, but must not to look at; and from far away,
batches (`far`) must beat the items, which a plain view of the same scene paints beside them.
The pictures are of one real layout of 100 cards, set side by side, so that nothing is measured
but the canvas.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from math import ceil, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT, ZoomView
from argmap.desktop.session import Session
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.model.kinds import Direction
from argmap.settings import Settings
from benchmarks.big_map import map_of
from benchmarks.editing import until

TILE = 100
"""Cards in the layout that is repeated."""
SIZE = 1280, 800
"""The window, in pixels."""


class Costs(NamedTuple):
    """Milliseconds at one zoom."""

    repaint: float
    pan: float


def picture(count: int, tile: Picture) -> Picture:
    """Set a picture of TILE cards side by side, in rows, until there are `count` cards."""
    number = count // TILE
    across = ceil(sqrt(number * tile.height / tile.width))
    places = [(at % across * tile.width, at // across * tile.height) for at in range(number)]
    copies = [_renamed(tile.moved(*place), f"{at}/") for at, place in enumerate(places)]
    return Picture(
        across * tile.width,
        ceil(number / across) * tile.height,
        tile.background,
        cards=tuple(card for copy in copies for card in copy.cards),
        arrows=tuple(arrow for copy in copies for arrow in copy.arrows),
    )


def middling(work: Callable[[], object], times: int = 9) -> float:
    """Take the middle of several, in milliseconds: the best frame is not the one that is seen."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return 1000 * statistics.median(took)


def looked_at(view: ZoomView, zoom: float, middle: QPointF) -> Costs:
    """Measure a view at a zoom, in pixels per point, around a point of the picture."""
    view.zoom_to(zoom)
    view.centerOn(middle)
    view.viewport().repaint()  # prepares what is painted for the first time

    def pan() -> None:
        view.scroll_by(8, 4)
        QApplication.processEvents()

    return Costs(middling(view.viewport().repaint), middling(pan))


def shown(view: ZoomView) -> ZoomView:
    """Show a view as large as all others."""
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()
    return view


def measured(count: int, tile: Picture) -> tuple[float, dict[str, Costs]]:
    """Show `count` cards and print what they cost; give the build and the costs by zoom."""
    session = Session()
    canvas = Canvas(session, Appearance(session, Settings(theme="light")))
    canvas.layouts.close()  # the picture comes from here
    shown(canvas)
    big = picture(count, tile)
    start = time.perf_counter()
    canvas.layouts.drawn.emit(big)
    until(lambda: not canvas.map_scene.making)
    build = 1000 * (time.perf_counter() - start)
    plain = ZoomView()
    plain.setScene(canvas.map_scene)
    plain.set_bounds(canvas.bounds())
    whole = min(SIZE[0] / big.width, SIZE[1] / big.height)
    print(f"{count} cards: shown in {build:.0f} ms")
    costs = {}
    centre = canvas.bounds().center()
    card = big.cards[len(big.cards) // 2 + TILE // 2]
    near = QPointF(card.x, card.y)
    for words, zoom, middle in (
        ("whole", whole, centre),
        ("at .15", 0.15, near),
        ("at 100 %", PIXELS_PER_POINT, near),
    ):
        costs[words] = looked_at(canvas, zoom, middle)
        items = looked_at(shown(plain), zoom, middle)
        plain.hide()
        print(
            f"  {words:8} repaint {costs[words].repaint:6.1f} ms, pan {costs[words].pan:6.1f} ms; "
            f"of what items cost: {costs[words].repaint / items.repaint:.2f}, "
            f"{costs[words].pan / items.pan:.2f}"
        )
    canvas.close_down()
    return build, costs


def main() -> None:
    """Print what 1000 and 10 000 cards cost, and how much more the larger number does."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    tile = lay_out(map_of(TILE), DrawingOptions(theme.load("light"), direction=Direction.LEFT))
    (small_build, small), (large_build, large) = (measured(n, tile) for n in (1000, 10_000))
    print(f"ten times the cards: shown {large_build / small_build:.1f} times as long")
    for words, costs in large.items():
        repaint, pan = (b / a for b, a in zip(costs, small[words], strict=True))
        print(f"  {words:8} repaint {repaint:.1f}, pan {pan:.1f} times as long")
    application.quit()


def _renamed(tile: Picture, prefix: str) -> Picture:
    return replace(
        tile,
        cards=tuple(replace(card, id=prefix + card.id) for card in tile.cards),
        arrows=tuple(replace(arrow, id=prefix + arrow.id) for arrow in tile.arrows),
    )


if __name__ == "__main__":
    main()
