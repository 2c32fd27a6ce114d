"""Where the manual is opened: at what the pane with the focus, or what is selected, is about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from argmap.desktop.actions.parts import Parts
from argmap.desktop.help.explaining import read_more
from argmap.desktop.help.sections import Section, section


def open_manual(parts: Parts) -> None:
    """Open the manual; one window of it stays open beside the map."""
    from argmap.desktop.help.manual import Manual

    wanted = topic(parts)
    manual = parts.window.findChild(Manual) or Manual(parts.window)
    manual.open_at(wanted)


def topic(parts: Parts) -> Section:
    """Return the section about where the user is."""
    pane = parts.panes.focused
    if not parts.pages.shows_map or pane == "inspector":
        return section("manual", "the-window")
    if pane == "sources":
        return section("manual", "reading-a-text-beside-the-map")
    if pane == "text":
        return section("manual", "the-text-of-the-map")
    if pane == "why":
        return section("manual", "what-stands")
    if pane == "problems":
        return _rule(parts.panes.widget(pane)) or section("manual", "what-looks-wrong")
    return read_more(parts.session.argument_map, parts.session.current)


def _rule(pane: QWidget) -> Section | None:
    """Return the section about the rule of the problem that is chosen, if there is one."""
    from argmap.desktop.problems.pane import ProblemsPane

    problem = pane.tree.problem if isinstance(pane, ProblemsPane) else None
    rule = section("rules", problem.code if problem else "")
    return rule if rule.number else None
