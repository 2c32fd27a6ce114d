"""argmap's own file, as YAML and as JSON: one layout, which the store knows.

JSON is YAML, so both are read by the same reader, with places in the file for every problem.
"""

from __future__ import annotations

import re

from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import EVERYTHING
from argmap.formats.syntax.json_text import dump_for_yaml, thaw
from argmap.model.argument_map import ArgumentMap
from argmap.store.file_names import OWN_SUFFIXES, YAML_SUFFIXES
from argmap.store.schema.tables import table_of_map
from argmap.store.yaml_file import dumps
from argmap.store.yaml_file import read as read_yaml

_SNIFF = re.compile(
    r"(?:^|\n)argmap[ \t]*:|^\s*\{\s*\"argmap\"[ \t]*:"
    r"|(?:^|\n)statements[ \t]*:[ \t]*(?:#[^\n]*)?\n[ \t]*-[ \t]+(?:\{|[\w\"-]+[ \t]*:)"
    r"|^\s*\{.*\"statements\"[ \t]*:\s*\[\s*\{\s*\"",
    re.DOTALL,
)
"""That a file says so, or has a list of statements, each with keys."""


def read(text: str, file: str) -> Imported:
    """Return the map of its own file."""
    reading = read_yaml(text, file)
    return Imported(reading.argument_map, (), reading.problems)


def write_json(argument_map: ArgumentMap) -> str:
    """Return the keys of the YAML file as JSON, every value of which YAML reads the same."""
    return dump_for_yaml(thaw(table_of_map(argument_map)), indent=2) + "\n"


YAML_FORMAT = Format(
    name="argmap",
    title="argmap",
    suffixes=OWN_SUFFIXES,
    also=YAML_SUFFIXES,
    read=read,
    write=dumps,
    sniff=_SNIFF.search,
    holds=EVERYTHING,
)
JSON_FORMAT = Format(
    name="json",
    title="argmap as JSON",
    suffixes=(".argmap.json", ".json"),
    read=read,
    write=write_json,
    sniff=_SNIFF.search,
    holds=EVERYTHING,
)
