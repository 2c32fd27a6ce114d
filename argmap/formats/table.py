"""The FORMATS table: menus, dialogs, `convert --list`, the docs page and the tests walk it.

Where several formats share a suffix the first whose `sniff` fits has it, and the last needs none;
so the order is that in which formats are tried, from the most particular to the plainest.
"""

from __future__ import annotations

from argmap.errors import ArgmapError
from argmap.formats import (
    aif,
    aml,
    argdown,
    arggraph,
    argmap_file,
    argml,
    arguebuf,
    axl,
    brat,
    carneades,
    csv_and_tsv,
    dot_file,
    essay,
    freeplane,
    graphml,
    html,
    kialo,
    lkif,
    markdown_and_text,
    mermaid,
    mindmup,
    opml,
    other_argmap,
    rationale,
    sadface,
    tikz,
)
from argmap.formats.attack_graphs import apx, iccma, tgf
from argmap.formats.format import Format

FORMATS: tuple[Format, ...] = (
    argmap_file.YAML_FORMAT,
    argmap_file.JSON_FORMAT,
    aif.AIF_FORMAT,
    aif.XAIF_FORMAT,
    argdown.FORMAT,
    sadface.FORMAT,
    arguebuf.FORMAT,
    carneades.FORMAT,
    other_argmap.FORMAT,
    lkif.FORMAT,
    aml.FORMAT,
    arggraph.FORMAT,
    brat.FORMAT,
    axl.FORMAT,
    argml.FORMAT,
    rationale.FORMAT,
    mindmup.FORMAT,
    opml.FORMAT,
    freeplane.FORMAT,
    apx.FORMAT,
    tgf.FORMAT,
    iccma.FORMAT,
    kialo.FORMAT,
    csv_and_tsv.CSV_FORMAT,
    csv_and_tsv.TSV_FORMAT,
    html.FORMAT,
    dot_file.FORMAT,
    mermaid.FORMAT,
    graphml.FORMAT,
    tikz.FORMAT,
    markdown_and_text.MARKDOWN_FORMAT,
    markdown_and_text.TEXT_FORMAT,
    essay.MARKDOWN_FORMAT,
    essay.TEXT_FORMAT,
)

_BY_NAME = {row.name: row for row in FORMATS}


def by_name(name: str) -> Format:
    """Return the format of that name."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    raise ArgmapError(f"There is no format “{name}”.", f"The formats are: {', '.join(_BY_NAME)}.")
