"""The FORMATS table: menus, dialogs, `convert --list`, the docs page and the tests walk it."""

from __future__ import annotations

from argmap.errors import ArgmapError
from argmap.formats import (
    aif,
    aif_write,
    aml,
    apx,
    arggraph,
    argml,
    arguebuf,
    axl,
    carneades,
    dot_file,
    freeplane,
    graphml,
    holdings,
    iccma,
    indented,
    kialo,
    lkif,
    mermaid,
    mindmup,
    opml,
    other_argmap,
    own,
    rationale,
    sadface,
    spreadsheet,
    tgf,
    tikz,
)
from argmap.formats.argdown import reader, writer
from argmap.formats.features import EVERYTHING, only
from argmap.formats.format import Format
from argmap.formats.html import writer as html_page
from argmap.formats.json_text import has_keys
from argmap.formats.xml_text import root_is
from argmap.store.yaml_file import dumps

_AF_NOTE = "A map of more than attacks is translated; the file says how."

FORMATS: tuple[Format, ...] = (
    Format(
        "argmap",
        "argmap",
        (
            ".argmap.yaml",
            ".argmap",
        ),
        own.read,
        dumps,
        lambda text: bool(own.SNIFF.search(text)),
        EVERYTHING,
        also=(
            ".yaml",
            ".yml",
        ),
    ),
    Format(
        "json",
        "argmap as JSON",
        (
            ".argmap.json",
            ".json",
        ),
        own.read,
        own.write_json,
        lambda text: bool(own.SNIFF.search(text)),
        EVERYTHING,
    ),
    Format(
        "aif",
        "AIF (AIFdb nodeset)",
        (".aif.json",),
        aif.read,
        aif_write.write_nodeset,
        lambda text: has_keys(text, "nodes", "edges", "nodeID") and '"AIF"' not in text,
        holdings.AIF,
        also=(".json",),
    ),
    Format(
        "xaif",
        "xAIF (OVA)",
        (".xaif",),
        aif.read,
        aif_write.write_xaif,
        lambda text: has_keys(text, "AIF", "nodes") or has_keys(text, "nodes", "descriptors"),
        holdings.AIF,
        also=(".json",),
    ),
    Format(
        "argdown",
        "Argdown",
        (
            ".argdown",
            ".ad",
        ),
        reader.read,
        writer.write,
        lambda text: "```argdown" in text,
        holdings.ARGDOWN,
        also=(
            ".md",
            ".markdown",
        ),
    ),
    Format(
        "sadface",
        "SADFace",
        (".sadface",),
        sadface.read,
        sadface.write,
        lambda text: has_keys(text, "nodes", "edges", "metadata", "resources"),
        holdings.SADFACE,
        also=(".json",),
    ),
    Format(
        "arguebuf",
        "arguebuf",
        (".arguebuf",),
        arguebuf.read,
        sniff=lambda text: has_keys(text, "nodes", "atom") and '"source_id"' not in text,
        also=(".json",),
    ),
    Format(
        "carneades",
        "Carneades",
        (".carneades.yaml",),
        carneades.read,
        carneades.write,
        lambda text: bool(carneades.SNIFF.search(text)),
        holdings.CARNEADES,
        "Rules, issues and expected labels are not read.",
        also=(
            ".yaml",
            ".yml",
        ),
    ),
    Format(
        "other-argmap",
        "argmap YAML of dsanson",
        (".map.yaml",),
        other_argmap.read,
        sniff=lambda text: bool(other_argmap.SNIFF.search(text)),
        also=(
            ".yaml",
            ".yml",
        ),
    ),
    Format(
        "lkif",
        "LKIF",
        (".lkif",),
        lkif.read,
        sniff=lambda text: root_is(text, "lkif"),
        also=(".xml",),
    ),
    Format(
        "aml",
        "AML (Araucaria)",
        (".aml",),
        aml.read,
        sniff=lambda text: root_is(text, "ARG"),
        also=(".xml",),
    ),
    Format(
        "arggraph",
        "arggraph (microtexts)",
        (".arggraph",),
        arggraph.read,
        sniff=lambda text: root_is(text, "arggraph"),
        also=(".xml",),
    ),
    Format(
        "axl",
        "Argumentative",
        (".axl",),
        axl.read,
        sniff=lambda text: root_is(text, "argument"),
        also=(".xml",),
    ),
    Format(
        "argml",
        "ArgML (Argunet)",
        (".argml",),
        argml.read,
        sniff=lambda text: root_is(text, "graphml") and "argml" in text,
        also=(
            ".graphml",
            ".xml",
        ),
    ),
    Format(
        "rationale",
        "Rationale",
        (".rtnl",),
        rationale.read,
        sniff=lambda text: bool(rationale.SNIFF.match(text)),
        note="Nothing in the script is run.",
    ),
    Format(
        "mindmup",
        "MindMup",
        (".mup",),
        mindmup.read,
        mindmup.write,
        lambda text: has_keys(text, "ideas"),
        holdings.XML_TREE
        | only("statement.implicit", "relation.weight", "edges", "controls", "returns"),
        also=(".json",),
    ),
    Format(
        "opml",
        "OPML outline",
        (".opml",),
        opml.read,
        opml.write,
        lambda text: root_is(text, "opml"),
        holdings.XML_TREE,
        also=(".xml",),
    ),
    Format(
        "freeplane",
        "Freeplane, FreeMind",
        (".mm",),
        freeplane.read,
        freeplane.write,
        lambda text: root_is(text, "map"),
        holdings.XML_TREE,
        also=(".xml",),
    ),
    Format(
        "apx",
        "Attack graph (APX)",
        (".apx", ".apxd"),
        apx.read,
        apx.write,
        lambda text: bool(apx.SNIFF.match(text)),
        holdings.ATTACKS,
        _AF_NOTE,
    ),
    Format(
        "tgf",
        "Attack graph (TGF)",
        (".tgf",),
        tgf.read,
        tgf.write,
        None,
        holdings.ATTACKS | only("texts"),
        _AF_NOTE,
    ),
    Format(
        "iccma",
        "Attack graph (ICCMA)",
        (".af",),
        iccma.read,
        iccma.write,
        lambda text: bool(iccma.SNIFF.search(text)),
        holdings.ATTACKS,
        _AF_NOTE,
    ),
    Format(
        "kialo",
        "Kialo text",
        (".kialo",),
        kialo.read,
        kialo.write,
        lambda text: bool(kialo.SNIFF.match(text)),
        only("supports", "uses", "title", "texts"),
        also=(".txt",),
    ),
    Format(
        "csv",
        "Table (CSV)",
        (".csv",),
        spreadsheet.read,
        spreadsheet.write_csv,
        None,
        holdings.TABLE,
    ),
    Format(
        "tsv",
        "Table (TSV)",
        (".tsv", ".tab"),
        spreadsheet.read,
        spreadsheet.write_tsv,
        None,
        holdings.TABLE,
    ),
    Format(
        "html",
        "Web page",
        (".html", ".htm"),
        write=html_page.write,
        holds=holdings.PAGE,
        note="One file, without network; opens from disk.",
    ),
    Format("dot", "Graphviz DOT", (".dot", ".gv"), write=dot_file.write, holds=holdings.DRAWN),
    Format("mermaid", "Mermaid", (".mmd", ".mermaid"), write=mermaid.write, holds=holdings.BOXES),
    Format(
        "graphml",
        "GraphML (yEd)",
        (".graphml",),
        write=graphml.write,
        holds=holdings.BOXES
        | only("statement.title", "statement.note", "statement.said_by")
        | only("statement.tags", "relation.scheme", "relation.weight", "fine_weights")
        - {"groups", "group_details", "style"},
    ),
    Format(
        "tikz",
        "LaTeX (TikZ)",
        (".tex",),
        write=tikz.write,
        holds=holdings.DRAWN,
        note="Compiles on its own.",
    ),
    Format(
        "markdown",
        "Markdown outline",
        (".md", ".markdown"),
        indented.read_markdown,
        indented.write_markdown,
        None,
        holdings.TREE | only("title"),
    ),
    Format(
        "text",
        "Indented text",
        (".txt",),
        indented.read_text,
        indented.write_text,
        None,
        holdings.TREE,
    ),
)

_BY_NAME = {row.name: row for row in FORMATS}


def by_name(name: str) -> Format:
    """Give the format of that name."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    raise ArgmapError(f"There is no format “{name}”.", f"There are: {', '.join(_BY_NAME)}.")
