"""Events of a drag, as the Qt that is there wants them made.

Qt 6.12 takes fractions of a point and deprecates whole ones, which are all that Qt before it takes.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, qVersion
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

COPY, NO_KEYS = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_TAKES_FRACTIONS = [int(part) for part in qVersion().split(".")[:2]] >= [6, 12]


def entering(
    at: QPoint,
    data: QMimeData,
    actions: Qt.DropAction = COPY,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> QDragEnterEvent:
    return QDragEnterEvent(_place(at), actions, data, _LEFT, keys)


def moving(
    at: QPoint,
    data: QMimeData,
    actions: Qt.DropAction = COPY,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> QDragMoveEvent:
    return QDragMoveEvent(_place(at), actions, data, _LEFT, keys)


def dropping(
    at: QPoint,
    data: QMimeData,
    actions: Qt.DropAction = COPY,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> QDropEvent:
    return QDropEvent(QPointF(at), actions, data, _LEFT, keys)


def _place(at: QPoint) -> Any:
    return QPointF(at) if _TAKES_FRACTIONS else at
