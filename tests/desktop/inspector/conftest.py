from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.session import Session
from tests.desktop.inspector import inspecting


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> InspectorPane:
    return inspecting.shown(session, qtbot)
