"""The page of the map itself, with its groups, sources and viewpoints."""

from __future__ import annotations

from functools import cache

from argmap.desktop.inspector.binding import ItemsBinding
from argmap.desktop.inspector.contents.contents import Contents, named
from argmap.desktop.inspector.entry_list import EntryList
from argmap.desktop.inspector.fields.choice import ChoiceEditor
from argmap.desktop.inspector.fields.colour import ColourEditor
from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.inspector.fields.line import LineEditor
from argmap.desktop.inspector.fields.text import LinesEditor, TextEditor, VerbatimEditor
from argmap.drawing import theme
from argmap.model.argument_map import ArgumentMap, Group, Source
from argmap.model.edits import edit, judging, removal
from argmap.model.ids import new_id
from argmap.model.kinds import Direction, Layout, Open, Page, SourceLine, Ties
from argmap.store.schema.keys import Level

_NOT_SET = "not set"

_DIRECTIONS = (
    (None, _NOT_SET),
    *((direction, f"conclusion at the {direction.side}") for direction in Direction),
)


_PAGES = ((None, _NOT_SET), *((page, page.called) for page in Page))
_LAYOUTS = ((None, _NOT_SET), *((layout, layout.called) for layout in Layout))

_SOURCE_LINES = ((None, _NOT_SET), *((line, line.called) for line in SourceLine))

_OPEN = ((None, "undecided, unless asked for"), *((option, option.value) for option in Open))
_TIES = ((None, "undecided, unless asked for"), *((option, option.value) for option in Ties))


def _themes(_argument_map: ArgumentMap, _item: object) -> tuple[tuple[str, str], ...]:
    return ("", _NOT_SET), *_titles(theme.names())


@cache
def _titles(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return themes with their titles, which stand in their files."""
    return tuple((name, theme.load(name).title) for name in names)


def _outer_groups(argument_map: ArgumentMap, group: Group) -> tuple[tuple[str, str], ...]:
    """Return the groups that a group can lie in: not itself, nor one inside it."""
    outer = (g for g in argument_map.groups if not _lies_in(argument_map, g, group.id))
    return ("", "none"), *named(outer)


def _lies_in(argument_map: ArgumentMap, group: Group, outer: str) -> bool:
    seen: set[str] = set()
    at: Group | None = group
    while at is not None and at.id not in seen:
        if at.id == outer:
            return True
        seen.add(at.id)
        at = argument_map.group_by_id.get(at.parent)
    return False


def _groups(argument_map: ArgumentMap, _owner: str) -> tuple[tuple[str, str], ...]:
    return named(argument_map.groups)


def _sources(argument_map: ArgumentMap, _owner: str) -> tuple[tuple[str, str], ...]:
    return named(argument_map.sources)


def _viewpoints(argument_map: ArgumentMap, _owner: str) -> tuple[tuple[str, str], ...]:
    return named(argument_map.viewpoints)


def add_source(argument_map: ArgumentMap, title: str) -> ArgumentMap:
    """Add a source of that title."""
    return edit.put(argument_map, Source(new_id(title, argument_map.ids, "source"), title))


GROUPS = EntryList(
    "Groups",
    "group",
    Level.GROUP,
    (
        Field("Title", "title", LineEditor),
        Field("Colour", "colour", ColourEditor),
        Field("Lies in", "parent", ChoiceEditor, _outer_groups),
        Field("Note", "note", TextEditor),
    ),
    _groups,
    lambda m, _owner, title: edit.group(m, (), title),
    lambda m, _owner, group: removal.delete_group(m, group),
    lambda _owner, group: ItemsBinding((group,)),
)

SOURCES = EntryList(
    "Sources",
    "source",
    Level.SOURCE,
    (
        Field("Title", "title", LineEditor),
        Field("Author", "author", LineEditor),
        Field("Type", "type", LineEditor),
        Field("Appeared in", "container", LineEditor),
        Field("Publisher", "publisher", LineEditor),
        Field("Date", "date", LineEditor),
        Field("DOI", "doi", LineEditor),
        Field("Address", "url", LineEditor),
        Field("File", "file", LineEditor),
        Field("Original", "original", LineEditor),
        Field("SHA-256", "sha256", LineEditor),
        Field("Text", "text", VerbatimEditor),
        Field("Note", "note", TextEditor),
    ),
    _sources,
    lambda m, _owner, title: add_source(m, title),
    lambda m, _owner, source: removal.delete_source(m, source),
    lambda _owner, source: ItemsBinding((source,)),
)

VIEWPOINTS = EntryList(
    "Viewpoints",
    "viewpoint",
    Level.VIEWPOINT,
    (
        Field("Title", "title", LineEditor),
        Field("Open premises", "open", ChoiceEditor, lambda _map, _item: _OPEN),
        Field("Ties", "ties", ChoiceEditor, lambda _map, _item: _TIES),
        Field("Note", "note", TextEditor),
    ),
    _viewpoints,
    lambda m, _owner, title: judging.add_viewpoint(m, title),
    lambda m, _owner, viewpoint: removal.delete_viewpoint(m, viewpoint),
    lambda _owner, viewpoint: ItemsBinding((viewpoint,)),
)

MAP = Contents(
    "Map",
    Level.MAP,
    (
        Field("Title", "title", LineEditor),
        Field("Summary", "summary", TextEditor),
        Field("Language", "language", LineEditor),
        Field("Authors", "authors", LinesEditor),
        Field("Direction", "style.direction", ChoiceEditor, lambda _map, _item: _DIRECTIONS),
        Field("Page", "style.page", ChoiceEditor, lambda _map, _item: _PAGES),
        Field("Layout", "style.layout", ChoiceEditor, lambda _map, _item: _LAYOUTS),
        Field(
            "Sources on cards", "style.source_line", ChoiceEditor, lambda _map, _item: _SOURCE_LINES
        ),
        Field("Theme", "style.theme", ChoiceEditor, _themes),
    ),
    lists=(GROUPS, SOURCES, VIEWPOINTS),
)
