"""The same map, written in all the ways people and programs write YAML."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model.argument_map import SECTIONS, ArgumentMap, Table, Value
from argmap.store.schema.tables import table_of_map
from argmap.store.yaml.emit import entry, flow, item

_COMMENTS = ("", "", "# note\n", "  # deep\n", "\n# apart\n\n", "\n\n")
_ASKED = ("? {}\n: {}", "? {}  # asked\n: {}", "?  {}\n# answered\n:\n  {}", "{}:\n  # below\n  {}")
"""Ways to write a key that are legal and that hardly anybody uses."""


@st.composite
def written(draw: st.DrawFn, argument_map: ArgumentMap) -> str:
    """Draw a text that says what the map says."""
    table = table_of_map(argument_map)
    if draw(st.integers(0, 9)) == 0:
        return flow(table) + draw(st.sampled_from(["", "\n", "  # end\n"]))
    parts = [draw(st.sampled_from(["", "# top\n", "---\n", "\n\n"]))]
    for name, value in draw(st.permutations(table.pairs)) if draw(st.booleans()) else table.pairs:
        parts.append(draw(st.sampled_from(["", "", "\n", "# about it\n", "\n# apart\n\n"])))
        if name in SECTIONS and isinstance(value, tuple):
            parts.append(draw(_section(name, value)))
        elif draw(st.integers(0, 9)) == 0:
            parts += [f"{line}\n" for line in draw(_asked(name, value))]
        else:
            parts.append("".join(f"{line}\n" for line in entry(name, value, 0)))
    parts.append(draw(st.sampled_from(["", "# the end\n", "\n", "...\n"])))
    text = "".join(parts)
    if draw(st.integers(0, 4)) == 0:
        text = text.replace("\n", "\r\n")
    if draw(st.integers(0, 4)) == 0:
        text = text.removesuffix("\n").removesuffix("\r")
    return draw(st.sampled_from(["", "", "", "\ufeff"])) + text


@st.composite
def _section(draw: st.DrawFn, name: str, values: tuple[object, ...]) -> str:
    tables = [value for value in values if isinstance(value, Table)]
    if draw(st.integers(0, 5)) == 0:
        return f"{name}: {flow(tuple(tables))}  # in brackets\n"
    indent = draw(st.sampled_from([0, 2, 2, 4]))
    parts = [draw(st.sampled_from([f"{name}:\n", f"{name}:   # head\n"]))]
    for table in tables:
        parts.append(draw(st.sampled_from(_COMMENTS)))
        if draw(st.integers(0, 4)) == 0:
            parts.append(f"{' ' * indent}- {flow(table)}\n")
        elif draw(st.integers(0, 4)) == 0:
            pad = " " * (indent + 2)
            lines = [f"{pad}{line}\n" for pair in table.pairs for line in draw(_asked(*pair))]
            parts += [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]
        else:
            lines = list(item(table, indent))
            inside = draw(st.sampled_from([0, 0, len(lines)]))
            lines.insert(inside, f"{' ' * (indent + 2)}# inside") if inside else None
            parts += [f"{line}\n" for line in lines]
    return "".join(parts)


@st.composite
def _asked(draw: st.DrawFn, key: str, value: Value) -> list[str]:
    return draw(st.sampled_from(_ASKED)).format(flow(key), flow(value)).split("\n")
