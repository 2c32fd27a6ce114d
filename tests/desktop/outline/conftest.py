from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.session import Session
from tests.desktop.outline import outlining


@pytest.fixture
def outline(session: Session, qtbot: QtBot) -> OutlinePane:
    return outlining.shown(session, qtbot)
