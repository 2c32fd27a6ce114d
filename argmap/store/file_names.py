"""How the file of a map is called: its suffixes, and its name without them."""

from __future__ import annotations

SUFFIX = ".argmap.yaml"
"""What the file of a new map gets."""

OWN_SUFFIXES = (SUFFIX, ".argmap")
"""Files with these suffixes are argmap's own."""

YAML_SUFFIXES = (".yaml", ".yml")
"""Files with these may be argmap's own, or another program's."""


def stem_of(name: str) -> str:
    """Return the name of a map's file without the suffixes that are argmap's or YAML's."""
    for endings in (YAML_SUFFIXES, (".argmap",)):
        ending = next((e for e in endings if name.lower().endswith(e)), "")
        name = name[: len(name) - len(ending)]
    return name
