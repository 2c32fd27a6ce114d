"""Actions about what is in view, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMenuBar

from argmap.desktop.actions import live_menus, when
from argmap.desktop.actions.action import Action, LiveMenu, Row, Scope
from argmap.desktop.actions.folding import FOLDING
from argmap.desktop.actions.parts import Parts
from argmap.desktop.state.view_state import ViewState
from argmap.model import walk
from argmap.model.edits import edit
from argmap.model.kinds import Direction


def _turn(direction: Direction) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        parts.session.attempt("Turn the picture", lambda m: edit.set_direction(m, direction))

    return run


def _turned(direction: Direction) -> Callable[[Parts], bool]:
    def check(parts: Parts) -> bool:
        return parts.session.argument_map.direction is direction

    return check


def _up(parts: Parts) -> None:
    """From a card to the arrow it hangs by, from an arrow to its target."""
    session = parts.session
    step = (
        when.step_of(session)
        if session.selected_statements
        else walk.parent(session.argument_map, session.current)
    )
    if step:
        session.select([step])


def _down(parts: Parts) -> None:
    """From an arrow to its first premise, from a card to the first arrow on it."""
    session = parts.session
    relation = session.argument_map.relation_by_id.get(session.current)
    on = session.argument_map.relations_on(session.current)
    if relation:
        session.select([relation.premises[0]])
    elif on:
        session.select([on[0].id])


def _open_menus(parts: Parts) -> None:
    """Open the first menu, from which the arrow keys lead on."""
    menu_bar = parts.window.findChild(QMenuBar)
    if menu_bar:
        menu_bar.setActiveAction(menu_bar.actions()[0])


def _evaluate(parts: Parts) -> None:
    """Switch the evaluation on, with its pane, or off."""
    parts.evaluation.switch(on=not parts.evaluation.on)
    if parts.evaluation.on:
        parts.panes.reveal("why")


def _zoom_by(factor: float) -> Callable[[Parts], None]:
    """Return what zooms the map, or the text of a source if the keys go there."""

    def run(parts: Parts) -> None:
        in_text = parts.panes.focused == "sources"
        (parts.sources.reader if in_text else parts.canvas).zoom_by(factor)

    return run


def _zoom_full(parts: Parts) -> None:
    in_text = parts.panes.focused == "sources"
    (parts.sources.reader if in_text else parts.canvas).zoom_full()


def _switch(
    name: str, text: str, on: Callable[[ViewState], bool], turned: Callable[[ViewState], ViewState]
) -> Action:
    """Return what switches something of how the map is looked at."""
    return Action(
        name,
        text,
        "View",
        lambda p: p.session.set_view(turned(p.session.view)),
        part=2,
        checked=lambda p: on(p.session.view),
    )


def _pane(name: str, text: str, key: str = "", *, takes_up: bool = False) -> Action:
    """Return what shows or hides a pane.

    One with a key is gone to by it, and left by it for the map, with the pane out of the way. Who
    writes sees it and goes on writing, and by the key again is rid of it, unless the pane
    `takes_up` the sentence of a card.
    """

    def run(parts: Parts) -> None:
        panes = parts.panes
        goes_there = not panes.written_beside(name) or (takes_up and panes.taken_up())
        if key and panes.focused != name and goes_there:
            panes.enter(name)
        else:
            parts.panes.toggle(name)

    return Action(
        f"show_{name}",
        text,
        "View",
        run,
        (key,) if key else (),
        part=6,
        checked=lambda p: p.panes.shown(name),
    )


VIEW: tuple[Row, ...] = (
    Action("zoom_fit", "&Fit", "View", lambda p: p.canvas.zoom_fit(), ("Ctrl+1",), toolbar="fit"),
    Action("zoom_full", "&100 %", "View", _zoom_full, ("Ctrl+0",)),
    Action(
        "zoom_selection",
        "To the &selection",
        "View",
        lambda p: p.canvas.zoom_selection(),
        ("Ctrl+2",),
        when=when.selected,
    ),
    Action(
        "zoom_in",
        "&Zoom in",
        "View",
        _zoom_by(1.25),
        ("Ctrl++", "Ctrl+="),
        repeats=True,
    ),
    Action("zoom_out", "Zoom &out", "View", _zoom_by(0.8), ("Ctrl+-",), repeats=True),
    *FOLDING,
    Action("tidy", "Tid&y", "View", lambda p: p.canvas.layouts.tidy(), ("Ctrl+Shift+T",), part=2),
    _switch("titles", "Titles only", lambda v: v.titles, lambda v: replace(v, titles=not v.titles)),
    _switch(
        "frames",
        "G&rounds of groups",
        lambda v: v.frames,
        lambda v: replace(v, frames=not v.frames),
    ),
    _switch("minimap", "Minimap", lambda v: v.minimap, lambda v: replace(v, minimap=not v.minimap)),
    *(
        Action(
            direction.value.replace("-", "_"),
            f"Conclusion at the &{direction.side}",
            "View",
            _turn(direction),
            when=when.writable,
            part=2,
            submenu="&Direction (kept in the file)",
            checked=_turned(direction),
        )
        for direction in Direction
    ),
    LiveMenu("theme", "T&heme of the window", "View", live_menus.fill_themes, part=2),
    Action(
        "go_up",
        "To the arrow, and on up",
        "View",
        _up,
        ("Ctrl+Up",),
        when.selected,
        Scope.CANVAS,
        3,
        idle="It bears on nothing: there is no arrow to go to.",
        takes_passage=True,
    ),
    Action(
        "go_down",
        "To the arrow, and on down",
        "View",
        _down,
        ("Ctrl+Down",),
        when.selected,
        Scope.CANVAS,
        3,
        idle="Nothing bears on it: there is no arrow to go to.",
        takes_passage=True,
    ),
    Action(
        "step_through",
        "Step throu&gh",
        "View",
        lambda p: p.canvas.tour.go(),
        ("F5",),
        part=3,
        waits=True,
    ),
    Action(
        "next_pane", "&Next pane", "View", lambda p: p.panes.go(1), ("F6",), part=5, anywhere=True
    ),
    Action(
        "previous_pane",
        "&Previous pane",
        "View",
        lambda p: p.panes.go(-1),
        ("Shift+F6",),
        part=5,
        anywhere=True,
    ),
    Action("menus", "Go to the menus", "View", _open_menus, ("F10",), part=5, anywhere=True),
    Action(
        "evaluate",
        "Evaluate: show what stands",
        "View",
        _evaluate,
        ("Ctrl+Shift+E",),
        part=4,
        checked=lambda p: p.evaluation.on,
        toolbar="evaluate",
    ),
    Action("compare", "Compare viewpoints…", "View", lambda p: p.dialogs.comparison(), part=4),
    _pane("why", "What s&tands"),
    _pane("sources", "Sources", "Ctrl+R"),
    _pane("text", "Te&xt", "Ctrl+T", takes_up=True),
    _pane("outline", "O&utline"),
    _pane("inspector", "&Inspector"),
    _pane("problems", "Proble&ms"),
)
