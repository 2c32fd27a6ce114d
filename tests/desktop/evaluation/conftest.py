from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.session import Session
from tests.desktop.evaluation.pane_user import Panel


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[Panel]:
    """The panel of what stands, with the evaluation off."""
    panel = Panel(session, qtbot)
    yield panel
    panel.close()


@pytest.fixture
def on(panel: Panel) -> Panel:
    """The panel of what stands, with the evaluation on."""
    panel.turn_on()
    return panel
