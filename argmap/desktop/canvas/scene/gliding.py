"""Cards and arrows on their way from where they were seen to where the next picture has them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal

from argmap.desktop.canvas.scene.arrow_item import ArrowItem
from argmap.desktop.canvas.scene.card_item import CardItem

_MS = 170
MOST = 400
"""More cards than this jump: so many moving things help nobody, and cost frames."""


class Gliding(QObject):
    """What glides and what fades in; `ended` says that everything is in its place."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: list[tuple[CardItem | ArrowItem, QPointF, QPointF]] = []
        self._fading_in: list[ArrowItem] = []
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self._end)

    @property
    def running(self) -> bool:
        """Whether anything is on its way."""
        return self._animation.state() is QVariantAnimation.State.Running

    @property
    def ids(self) -> Iterator[str]:
        """The ids of what has been given a way and has not come to its end."""
        return (item.id for item, _, _ in self._paths)

    @property
    def moves(self) -> int:
        """How many ways lead anywhere else."""
        return sum(start != end for _, start, end in self._paths)

    def stop(self) -> None:
        """Stay where everything is, as another picture comes; nothing fades any more."""
        self._animation.stop()
        self._end_fading()

    def forget(self) -> None:
        """Forget the ways to the picture before."""
        self._paths = []

    def add(self, item: CardItem | ArrowItem, start: QPointF, end: QPointF) -> None:
        """Give an item a way."""
        item.away = True
        self._paths.append((item, start, end))

    def fade_in(self, arrow: ArrowItem) -> None:
        """Let an arrow fade in meanwhile."""
        self._fading_in.append(arrow)

    def run(self, *, glide: bool) -> None:
        """Let all go their ways, or be at the end of them at once where too many would move."""
        if glide and 0 < self.moves <= MOST:
            self._show(0.0)
            self._paths = [path for path in self._paths if path[1] != path[2]]
            self._animation.start()
        else:
            self._end()

    def finish(self) -> None:
        """Be at the end of all ways at once."""
        self._animation.stop()
        self._end()

    def _show(self, share: float) -> None:
        for item, start, end in self._paths:
            item.setPos(start + (end - start) * share)
        for arrow in self._fading_in:
            arrow.setOpacity(share)

    def _end(self) -> None:
        for item, _, end in self._paths:
            item.setPos(end)
            item.away = False
        self._paths = []
        self._end_fading()
        self.ended.emit()

    def _end_fading(self) -> None:
        for arrow in self._fading_in:
            arrow.setOpacity(1)
        self._fading_in = []
