"""Maps as commands are given them to compare: a file, or `REV:path` of git."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from argmap.commands.shared.inputs import read_data, refuse_no_map, write_problems
from argmap.errors import Place
from argmap.formats import convert
from argmap.formats.argmap_file import JSON_FORMAT, YAML_FORMAT
from argmap.formats.syntax.decode import decode
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.store.file_history import in_commit
from argmap.store.git import GitError, content, top
from argmap.store.yaml_file import read

HEAD = "HEAD"
"""What git calls the last commit."""


@frozen
class Version:
    """A map, and where its items stand in their file."""

    argument_map: ArgumentMap
    places: Mapping[str, Place] = field(default_factory=dict)


def version(name: str, called: str = "") -> Version:
    """Read a version of a map; an existing file wins over a revision of the same name.

    Problems that did not stop the reading are told as messages, of the file that is `called` so.
    Raises ArgmapError where there is no such file or revision, and where the text is no map;
    OSError where a file cannot be read.
    """
    return _version(_data(name), called or name)


def version_in_head(file: str) -> Version:
    """Read what a file held in git's last commit, wherever its repository is."""
    return _version(in_commit(Path(file).absolute(), HEAD), f"{HEAD}:{file}")


def _version(data: bytes, name: str) -> Version:
    text = decode(data, name)
    if not text.strip():
        return Version(ArgumentMap())
    if convert.recognise(text, name) in (YAML_FORMAT, JSON_FORMAT):
        reading = read(text, name)
        refuse_no_map(reading.problems)
        write_problems(reading.problems)
        return Version(reading.argument_map, reading.places)
    imported = convert.loads(data, file=name)
    write_problems(imported.problems)
    return Version(imported.argument_map)


def _data(name: str) -> bytes:
    revision, _, path = name.partition(":")
    if revision and path and not Path(name).exists():
        return _in_revision(revision, path)
    return read_data(name)


def _in_revision(revision: str, path: str) -> bytes:
    """Return what a file held; its path is seen from the top, as git has it, or from here."""
    with suppress(GitError):
        return content(revision, path, top())
    return content(revision, path)
