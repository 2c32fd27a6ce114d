"""The FORMATS table: menus, dialogs, `convert --list`, the docs page and the tests walk it.

Where several formats share a suffix the first whose `sniff` fits has it, and the last needs none.
"""

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
    brat,
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
from argmap.formats.features import EVERYTHING
from argmap.formats.format import Format, Sniff
from argmap.formats.html import writer as html_page
from argmap.formats.json_text import has_keys
from argmap.formats.xml_text import root_is
from argmap.store.yaml_file import dumps

_JSON, _XML, _YAML = (".json",), (".xml",), (".yaml", ".yml")
_AF_NOTE = "A map of more than attacks is translated; the file says how."


def _json(*ways: str, but: str = "") -> Sniff:
    """Look for a JSON object with all the keys of one of these ways, and without another."""
    return lambda text: (
        any(has_keys(text, *keys.split()) for keys in ways) and not (but and has_keys(text, but))
    )


def _xml(root: str, holding: str = "") -> Sniff:
    """Look for an XML root of this name, and for a text anywhere."""
    return lambda text: root_is(text, root) and holding in text


# fmt: off
FORMATS: tuple[Format, ...] = (
    Format("argmap", "argmap", (".argmap.yaml", ".argmap"), own.read, dumps,
           own.SNIFF.search, EVERYTHING, also=_YAML),
    Format("json", "argmap as JSON", (".argmap.json", ".json"), own.read, own.write_json,
           own.SNIFF.search, EVERYTHING),
    Format("aif", "AIF (AIFdb nodeset)", (".aif.json",), aif.read, aif_write.write_nodeset,
           _json("nodes edges nodeID", but="AIF"), holdings.AIF, also=_JSON),
    Format("xaif", "xAIF (OVA)", (".xaif",), aif.read, aif_write.write_xaif,
           _json("AIF nodes", "nodes descriptors"), holdings.AIF, also=_JSON),
    Format("argdown", "Argdown", (".argdown", ".ad"), reader.read, writer.write,
           lambda text: "```argdown" in text, holdings.ARGDOWN, also=(".md", ".markdown")),
    Format("sadface", "SADFace", (".sadface",), sadface.read, sadface.write,
           _json("nodes edges source_id", "nodes edges core"), holdings.SADFACE, also=_JSON),
    Format("arguebuf", "arguebuf", (".arguebuf",), arguebuf.read,
           sniff=_json("nodes atom", but="source_id"), also=_JSON),
    Format("carneades", "Carneades", (".carneades.yaml",), carneades.read, carneades.write,
           carneades.SNIFF.search, holdings.CARNEADES, also=_YAML,
           note="Rules, issues and expected labels are not read."),
    Format("other-argmap", "argmap YAML of dsanson", (".map.yaml",), other_argmap.read,
           sniff=other_argmap.SNIFF.search, also=_YAML),
    Format("lkif", "LKIF", (".lkif",), lkif.read, sniff=_xml("lkif"), also=_XML),
    Format("aml", "AML (Araucaria)", (".aml",), aml.read, sniff=_xml("ARG"), also=_XML),
    Format("arggraph", "arggraph (microtexts)", (".arggraph",), arggraph.read,
           sniff=_xml("arggraph"), also=_XML),
    Format("brat", "brat standoff", (".ann",), brat.read, sniff=brat.SNIFF.search,
           note="The text beside it is not opened."),
    Format("axl", "Argumentative", (".axl",), axl.read, sniff=_xml("argument"), also=_XML),
    Format("argml", "ArgML (Argunet)", (".argml",), argml.read,
           sniff=_xml("graphml", holding="argml"), also=(".graphml", ".xml")),
    Format("rationale", "Rationale", (".rtnl",), rationale.read, sniff=rationale.SNIFF.match,
           note="Nothing in the script is run."),
    Format("mindmup", "MindMup", (".mup",), mindmup.read, mindmup.write,
           _json("ideas"), holdings.MINDMUP, also=_JSON),
    Format("opml", "OPML outline", (".opml",), opml.read, opml.write,
           _xml("opml"), holdings.XML_TREE, also=_XML),
    Format("freeplane", "Freeplane, FreeMind", (".mm",), freeplane.read, freeplane.write,
           _xml("map"), holdings.XML_TREE, also=_XML),
    Format("apx", "Attack graph (APX)", (".apx", ".apxd"), apx.read, apx.write,
           apx.SNIFF.match, holdings.ATTACKS, _AF_NOTE),
    Format("tgf", "Attack graph (TGF)", (".tgf",), tgf.read, tgf.write,
           holds=holdings.WORDED_ATTACKS, note=_AF_NOTE),
    Format("iccma", "Attack graph (ICCMA)", (".af",), iccma.read, iccma.write,
           iccma.SNIFF.search, holdings.ATTACKS, _AF_NOTE),
    Format("kialo", "Kialo text", (".kialo",), kialo.read, kialo.write,
           kialo.SNIFF.match, holdings.KIALO, also=(".txt",)),
    Format("csv", "Table (CSV)", (".csv",), spreadsheet.read, spreadsheet.write_csv,
           holds=holdings.TABLE),
    Format("tsv", "Table (TSV)", (".tsv", ".tab"), spreadsheet.read, spreadsheet.write_tsv,
           holds=holdings.TABLE),
    Format("html", "Web page", (".html", ".htm"), write=html_page.write, holds=holdings.PAGE,
           note="One file, without network; opens from disk."),
    Format("dot", "Graphviz DOT", (".dot", ".gv"), write=dot_file.write, holds=holdings.DRAWN),
    Format("mermaid", "Mermaid", (".mmd", ".mermaid"), write=mermaid.write,
           holds=holdings.MERMAID),
    Format("graphml", "GraphML (yEd)", (".graphml",), write=graphml.write, holds=holdings.YED),
    Format("tikz", "LaTeX (TikZ)", (".tex",), write=tikz.write, holds=holdings.DRAWN,
           note="Compiles on its own."),
    Format("markdown", "Markdown outline", (".md", ".markdown"), indented.read_markdown,
           indented.write_markdown, holds=holdings.TITLED_TREE),
    Format("text", "Indented text", (".txt",), indented.read_text, indented.write_text,
           holds=holdings.TREE),
)
# fmt: on

_BY_NAME = {row.name: row for row in FORMATS}


def by_name(name: str) -> Format:
    """Return the format of that name."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    raise ArgmapError(f"There is no format “{name}”.", f"There are: {', '.join(_BY_NAME)}.")
