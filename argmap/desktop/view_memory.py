"""How each file was looked at last: what was folded, how large, and where. Kept between starts.

That belongs to the reader and not to the map, so it is not written into the file. A map that was
seen whole is seen whole again, whatever the size of the window is then.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPointF

from argmap import paths
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.session import Session
from argmap.desktop.state.view_state import ViewState
from argmap.saving import write_private

_MOST = 200
_ZOOM, _MIDDLE = "zoom", "middle"
_log = logging.getLogger(__name__)


class ViewMemory(QObject):
    """Remembers for the file of one window how it is looked at."""

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__(session)
        self._session = session
        self._canvas = canvas
        self._path: Path | None = None
        self._view = ViewState()
        self._zoom: tuple[float, QPointF] | None = None
        session.opened.connect(self._opened)
        session.view_changed.connect(self._look)
        session.state_changed.connect(self._look)
        canvas.drawn.connect(self._drawn)

    def keep(self) -> None:
        """Remember how the file is looked at now."""
        if self._path is None:
            return
        known = _read()
        known.pop(str(self._path), None)
        record = self._record()
        if record:
            known[str(self._path)] = record
        try:
            write_private(_file(), json.dumps(dict(list(known.items())[-_MOST:]), indent=1))
        except OSError as error:
            _log.info("How the map was looked at could not be kept: %s", error)

    def _record(self) -> dict[str, Any]:
        """Return what is not as usual."""
        usual = asdict(ViewState())
        now = asdict(self._view)
        record = {name: value for name, value in now.items() if value != usual[name]}
        if "folded" in record:
            record["folded"] = sorted(record["folded"])
        if not self._canvas.fits():
            middle = self._canvas.mapToScene(self._canvas.viewport().rect().center())
            record |= {_ZOOM: self._canvas.zoom(), _MIDDLE: [middle.x(), middle.y()]}
        return record

    def _look(self) -> None:
        self._path, self._view = self._session.path, self._session.view

    def _opened(self) -> None:
        """Keep how the map before was looked at, and look at this one as it was."""
        self.keep()
        session = self._session
        self._path, self._view, self._zoom = session.path, session.view, None
        record = _read().get(str(session.path), {})
        if record:
            self._zoom = _zoom(record)
            session.set_view(_view(record, session))

    def _drawn(self) -> None:
        """Zoom and scroll as it was, once this map is to be seen and not the one before."""
        if self._zoom and self._canvas.rect_of(self._session.current):
            (zoom, middle), self._zoom = self._zoom, None
            self._canvas.look_at(middle, zoom)


def _view(record: Mapping[str, Any], session: Session) -> ViewState:
    """Return a view of a map as far as the map has what is folded or shown in it."""
    known: dict[str, Any] = {}
    for field in fields(ViewState):
        value, usual = record.get(field.name), getattr(ViewState(), field.name)
        if isinstance(usual, frozenset):
            ids = [i for i in value if isinstance(i, str)] if isinstance(value, list) else []
            argument_map = session.argument_map
            known[field.name] = frozenset(
                i for i in ids if argument_map.item(i) or i in argument_map.group_by_id
            )
        elif type(value) is type(usual):
            known[field.name] = value
    view = ViewState(**known)
    return view if session.argument_map.item(view.branch) else replace(view, branch="")


def _zoom(record: Mapping[str, Any]) -> tuple[float, QPointF] | None:
    match record:
        case {
            "zoom": int() | float() as zoom,
            "middle": [int() | float() as x, int() | float() as y],
        }:
            return float(zoom), QPointF(x, y)
        case _:
            return None


def _file() -> Path:
    return paths.state() / "views.json"


def _read() -> dict[str, dict[str, Any]]:
    try:
        data = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = data.items() if isinstance(data, dict) else ()
    return {path: record for path, record in known if isinstance(record, dict)}
