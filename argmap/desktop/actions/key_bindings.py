"""The keys of an action on the keyboard: the user's own, or the usual ones of its row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from argmap.desktop.actions.action import Action

NATIVE = QKeySequence.SequenceFormat.NativeText
PORTABLE = QKeySequence.SequenceFormat.PortableText


def keys_of(row: Action, own: Mapping[str, str]) -> list[QKeySequence]:
    """Return all keys of a command, the one that is shown first."""
    texts = (own[row.name],) if row.name in own else row.keys
    return [QKeySequence(text) for text in texts if text]


def shown(row: Action, own: Mapping[str, str]) -> str:
    """Return the first key of a command as the system writes it, or an empty text."""
    return "".join(keys.toString(NATIVE) for keys in keys_of(row, own)[:1])


def writes(keys: QKeySequence) -> bool:
    """Whether keys write a letter or a sign, which goes onto the selected card."""
    return len(keys.toString(PORTABLE).removeprefix("Shift+")) == 1
