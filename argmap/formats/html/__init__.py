"""One HTML file that a browser opens from disk: the picture, and every card with all it holds."""

from __future__ import annotations

from argmap.formats.format import Format
from argmap.formats.html.writer import write
from argmap.formats.losses.features import all_but

FORMAT = Format(
    name="html",
    title="Web page",
    suffixes=(".html", ".htm"),
    write=write,
    in_context=True,
    holds=all_but("extra aif conflicts viewpoints controls"),
    note="One file, without network; opens from disk.",
)
