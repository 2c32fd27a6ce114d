from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.session import Session
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps, read
from tests.desktop.panels import inspecting, outlining
from tests.desktop.panels.reasoning import Panel

OpenMap = Callable[[ArgumentMap], Session]


@pytest.fixture
def pool() -> ArgumentMap:
    """A claim with a linked step, a rebuttal, an undercut of that, and a second claim.

    open
      r-demand: demand + enough (linked)
      r-cost: cost, undercut by volunteers
    quiet
      calm
    """
    pool = edit.add_claim(ArgumentMap(title="Pool"), "Open it on Sundays.")
    pool = edit.add_premise(pool, "open-it-on-sundays", "Demand is high.")
    pool = edit.add_co_premise(pool, "demand-is-high", "Demand is enough.")
    pool = edit.add_rebuttal(pool, "open-it-on-sundays", "Cost doubles.")
    pool = edit.add_rebuttal(pool, "r-cost-doubles", "Volunteers will come.")
    pool = edit.add_claim(pool, "Sundays are quiet.")
    return edit.add_premise(pool, "sundays-are-quiet", "Calm is good.")


@pytest.fixture
def open_map(qapp: object) -> Iterator[OpenMap]:
    del qapp
    sessions: list[Session] = []

    def opened(argument_map: ArgumentMap) -> Session:
        session = Session()
        session.open(read(dumps(argument_map)))
        sessions.append(session)
        return session

    yield opened
    for session in sessions:
        session.deleteLater()


@pytest.fixture
def session(open_map: OpenMap, pool: ArgumentMap) -> Session:
    return open_map(pool)


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> InspectorPane:
    return inspecting.shown(session, qtbot)


@pytest.fixture
def outline(session: Session, qtbot: QtBot) -> OutlinePane:
    return outlining.shown(session, qtbot)


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
