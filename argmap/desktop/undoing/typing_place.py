"""A place where a text is typed that becomes an edit of the map when it is left.

As long as it is typed, undo and redo of the window are about it, as its own keys are.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class TypingPlace:
    """What a field is beside a widget, or a widget around it."""

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        raise NotImplementedError

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        raise NotImplementedError


def place_of(widget: QWidget | None) -> TypingPlace | None:
    """Return the place that a widget is, or is in, if any."""
    while widget is not None and not isinstance(widget, TypingPlace):
        widget = widget.parentWidget()
    return widget
