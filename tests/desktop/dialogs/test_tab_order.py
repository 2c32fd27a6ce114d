"""Tab leads through a dialog as it is read, to all that is in it and round again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from argmap.desktop.window import Window
from tests.desktop.helpers import answering, command

_MOST = 50


def _heard(widget: QWidget) -> bool:
    """Whether Tab has to come to a widget."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.isVisible() and not widget.focusProxy()


@pytest.mark.parametrize(
    "name", ["history", "compare", "shortcuts", "export", "preferences", "about"]
)
def test_tab_goes_down_a_dialog_and_leaves_nothing_out(opened: Window, name: str) -> None:
    opened.session.given_up.add("What was given up.", lambda: None)

    def walk(dialog: QWidget) -> None:
        visited: list[QWidget] = []
        focus = dialog.focusWidget()
        while focus not in visited and len(visited) < _MOST:
            visited.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
            focus = dialog.focusWidget()
        heights = [widget.mapTo(dialog, QPoint()).y() for widget in visited]
        top = heights.index(min(heights))
        in_order = heights[top:] + heights[:top]
        assert in_order == sorted(in_order)
        missed = {widget for widget in dialog.findChildren(QWidget) if _heard(widget)} - {*visited}
        assert not missed

    with answering(walk):
        command(opened, name).trigger()
