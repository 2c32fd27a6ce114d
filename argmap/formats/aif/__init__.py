"""AIF, the Argument Interchange Format, as JSON: nodesets of AIFdb, xAIF and files of OVA.

`reader` reads all dialects, by `ova` also what OVA adds; `writer` writes two of them. `schemes` has
the names of argumentation schemes, `undrawn` says what a map keeps of a file without drawing it.
"""

from __future__ import annotations

from argmap.formats.aif.reader import read
from argmap.formats.aif.writer import write_nodeset, write_xaif
from argmap.formats.format import Format
from argmap.formats.losses.features import only
from argmap.formats.syntax.json_text import object_with

_HELD = only(
    "aif supports linked steps backings uses statement.said_by relation.scheme texts breaks empty "
    "controls returns edges"
)
_READING = (
    "Dialogue, rephrases and all else that a map does not draw is reported, kept under `x-aif`, "
    "and written again with the map."
)
AIF_FORMAT = Format(
    name="aif",
    title="AIF (AIFdb nodeset)",
    suffixes=(".aif.json",),
    also=(".json",),
    read=read,
    write=write_nodeset,
    sniff=object_with("nodes edges nodeID", "nodes edges locutions", but="AIF"),
    holds=_HELD,
    reading=_READING,
)
XAIF_FORMAT = Format(
    name="xaif",
    title="xAIF (OVA)",
    suffixes=(".xaif",),
    also=(".json",),
    read=read,
    write=write_xaif,
    sniff=object_with("AIF nodes", "nodes descriptors"),
    holds=_HELD | only("around"),
    reading=_READING,
)
