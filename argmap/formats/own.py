"""argmap's own file, as YAML and as JSON: one layout, which the store knows.

JSON is YAML, so both are read by the same reader, with places in the file for every problem.
"""

from __future__ import annotations

import re

from argmap.formats.format import Imported
from argmap.formats.json_text import dump_for_yaml, thaw
from argmap.model.argument_map import ArgumentMap
from argmap.store.schema.tables import table_of_map
from argmap.store.yaml_file import read as read_yaml

SNIFF = re.compile(r"(?:^|\n)argmap[ \t]*:|^\s*\{\s*\"argmap\"[ \t]*:")


def read(text: str, file: str) -> Imported:
    """Read a map's own file."""
    reading = read_yaml(text, file)
    return Imported(reading.argument_map, (), reading.problems)


def write_json(argument_map: ArgumentMap) -> str:
    """Write the keys of the YAML file as JSON, every value of which YAML reads the same."""
    return dump_for_yaml(thaw(table_of_map(argument_map)), indent=2) + "\n"
