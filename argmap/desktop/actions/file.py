"""Actions about files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.desktop.actions import live_menus, when
from argmap.desktop.actions.action import Action, LiveMenu, Row
from argmap.desktop.actions.parts import Parts


def _row(name: str, text: str, run: Callable[[Parts], object], *keys: str, **more: Any) -> Action:
    return Action(name, text, "File", run, keys, **more)


def _compare(name: str, text: str, run: Callable[[Parts], object]) -> Action:
    return _row(name, text, run, part=5, submenu="Co&mpare", reviewing=True)


def _source(name: str, text: str, run: Callable[[Parts], object], *keys: str) -> Action:
    return _row(name, text, run, *keys, part=6, submenu="Add so&urce", when=when.writable)


def _new(parts: Parts) -> None:
    parts.application.new_map_requested.emit(parts.session)


def _close(parts: Parts) -> None:
    """Close the page about versions that is shown, or else the window."""
    if parts.pages.shows_map or parts.pages.shows_start:
        parts.window.close()
    else:
        parts.pages.show_map()


def _quit(parts: Parts) -> None:
    parts.application.quit_requested.emit()


FILE: tuple[Row, ...] = (
    _row(
        "new",
        "&New",
        lambda p: p.application.new_map_requested.emit(p.session),
        "Ctrl+N",
        toolbar="new",
        anywhere=True,
    ),
    _row("open", "&Open…", lambda p: p.files.ask_open(), "Ctrl+O", toolbar="open", anywhere=True),
    _row("start_page", "S&tart page", lambda p: p.pages.show_start_page(), part=1, anywhere=True),
    LiveMenu("recent", "Open &recent", "File", live_menus.fill_recent, part=2),
    LiveMenu("example", "Open e&xample", "File", live_menus.fill_examples, part=2),
    _row(
        "save",
        "&Save",
        lambda p: p.files.save(),
        "Ctrl+S",
        when=when.unsaved,
        part=2,
        toolbar="save",
        anywhere=True,
    ),
    _row(
        "save_as",
        "Save &as…",
        lambda p: p.files.ask_save_as(),
        "Ctrl+Shift+S",
        part=2,
        reviewing=True,
    ),
    _row("reload", "Reloa&d from disk", lambda p: p.files.disk.reload(), part=2),
    _source(
        "add_source", "Add a source from a &file…", lambda p: p.sources.adding.ask_files(), "Ctrl+I"
    ),
    _source("add_web_page", "Add &all of a web page…", lambda p: p.sources.adding.ask_web_pages()),
    _source("paste_source", "Add a source from the &clipboard", lambda p: p.sources.adding.paste()),
    _source("add_reference", "Add a &reference…", lambda p: p.sources.adding.ask_reference()),
    _compare("compare_file", "Compare with a &file…", lambda p: p.reviews.compare_with_file()),
    _compare(
        "compare_disk", "Compare with what is on the &disk", lambda p: p.reviews.compare_with_disk()
    ),
    _compare(
        "compare_version",
        "Compare with a version in &git…",
        lambda p: p.reviews.compare_with_version(),
    ),
    _row("versions", "&Versions…", lambda p: p.reviews.show_versions(), part=5, reviewing=True),
    _row(
        "resolve",
        "Sett&le conflicts…",
        lambda p: p.reviews.resolve(),
        part=5,
        when=when.writable,
        reviewing=True,
    ),
    _row(
        "export",
        "&Export picture…",
        lambda p: p.exports.ask_picture(),
        "Ctrl+E",
        part=3,
        toolbar="export",
    ),
    _row("convert", "Export to another pro&gram…", lambda p: p.exports.ask_convert(), part=3),
    _row("export_essay", "Export as an essa&y…", lambda p: p.exports.ask_essay(), part=3),
    _row("print", "&Print…", lambda p: p.exports.ask_print(), "Ctrl+P", part=3),
    _row("close", "&Close", _close, "Ctrl+W", part=4, anywhere=True),
    _row(
        "quit",
        "&Quit",
        _quit,
        "Ctrl+Q",
        part=4,
        anywhere=True,
    ),
)
