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
from argmap.formats.features import EVERYTHING, all_but, only
from argmap.formats.format import Format
from argmap.formats.html import writer as html_page
from argmap.formats.json_text import has_keys
from argmap.formats.xml_text import root_is
from argmap.store.yaml_file import dumps

_TREE = only("linked", "steps", "backings", "supports", "texts")
_XML_TREE = _TREE | only("title", "statement.note", "breaks")
_ATTACKS = only(
    "linked",
    "steps",
    "backings",
    "supports",
    "uses",
    "statement.judgement",
    "rejections",
    "relation.rejected",
)
_AIF = only(
    *(
        "aif",
        "supports",
        "linked",
        "steps",
        "backings",
        "uses",
        "statement.said_by",
        "relation.scheme",
    ),
    *("texts", "controls", "returns", "edges", "breaks", "empty"),
)
_ARGDOWN = all_but(
    *("extra", "aif", "viewpoints", "style", "sources", "group_details", "mixed_groups"),
    *("mixed_relations", "controls", "returns", "edges", "breaks", "empty", "kind"),
)
_TABLE = all_but(
    *("extra", "aif", "viewpoints", "style", "title", "summary", "language", "authors"),
    *("sources", "group_details", "relation.tags", "free_order", "controls", "returns", "edges"),
)
_SADFACE = only(
    *(
        "title",
        "summary",
        "supports",
        "linked",
        "steps",
        "backings",
        "uses",
        "relation.scheme",
        "texts",
    ),
    *("controls", "returns", "edges", "breaks", "empty"),
)
_CARNEADES = only(
    *(
        "title",
        "supports",
        "linked",
        "steps",
        "uses",
        "relation.scheme",
        "texts",
        "statement.judgement",
    ),
    *("controls", "returns", "breaks", "empty"),
)
_DRAWN = all_but(
    *("extra", "aif", "viewpoints", "title", "summary", "language", "authors", "rejections"),
    *("statement.note", "statement.tags", "statement.basis", "statement.judgement"),
    *("statement.credence", "relation.note", "relation.tags", "relation.rejected"),
)
_PAGE = all_but("extra", "aif", "viewpoints", "relation.note", "relation.tags", "controls")
_BOXES = only(
    *("supports", "linked", "steps", "backings", "uses", "texts", "kind", "breaks", "empty"),
    *("groups", "group_details", "style", "edges", "returns"),
)
_AF_NOTE = "A map of more than attacks is translated; the file says how."

FORMATS: tuple[Format, ...] = (
    Format(
        "argmap",
        "argmap",
        (".argmap.yaml", ".argmap", ".yaml", ".yml"),
        own.read,
        dumps,
        lambda text: bool(own.SNIFF.search(text)),
        EVERYTHING,
    ),
    Format(
        "json",
        "argmap as JSON",
        (".argmap.json", ".json"),
        own.read,
        own.write_json,
        lambda text: bool(own.SNIFF.search(text)),
        EVERYTHING,
    ),
    Format(
        "aif",
        "AIF (AIFdb nodeset)",
        (".json",),
        aif.read,
        aif_write.write_nodeset,
        lambda text: has_keys(text, "nodes", "edges", "nodeID") and '"AIF"' not in text,
        _AIF,
    ),
    Format(
        "xaif",
        "xAIF (OVA)",
        (".xaif", ".json"),
        aif.read,
        aif_write.write_xaif,
        lambda text: has_keys(text, "AIF", "nodes") or has_keys(text, "nodes", "descriptors"),
        _AIF,
    ),
    Format(
        "argdown",
        "Argdown",
        (".argdown", ".ad", ".md"),
        reader.read,
        writer.write,
        lambda text: "```argdown" in text,
        _ARGDOWN,
    ),
    Format(
        "sadface",
        "SADFace",
        (".sadface", ".json"),
        sadface.read,
        sadface.write,
        lambda text: has_keys(text, "nodes", "edges", "metadata", "resources"),
        _SADFACE,
    ),
    Format(
        "arguebuf",
        "arguebuf",
        (".json",),
        arguebuf.read,
        sniff=lambda text: has_keys(text, "nodes", "atom") and '"source_id"' not in text,
    ),
    Format(
        "carneades",
        "Carneades",
        (".yaml", ".yml"),
        carneades.read,
        carneades.write,
        lambda text: bool(carneades.SNIFF.search(text)),
        _CARNEADES,
        "Rules, issues and expected labels are not read.",
    ),
    Format(
        "other-argmap",
        "argmap YAML of dsanson",
        (".yaml", ".yml"),
        other_argmap.read,
        sniff=lambda text: bool(other_argmap.SNIFF.search(text)),
    ),
    Format(
        "lkif",
        "LKIF",
        (".lkif", ".xml"),
        lkif.read,
        sniff=lambda text: root_is(text, "lkif"),
    ),
    Format(
        "aml",
        "AML (Araucaria)",
        (".aml", ".xml"),
        aml.read,
        sniff=lambda text: root_is(text, "ARG"),
    ),
    Format(
        "arggraph",
        "arggraph (microtexts)",
        (".xml",),
        arggraph.read,
        sniff=lambda text: root_is(text, "arggraph"),
    ),
    Format(
        "axl",
        "Argumentative",
        (".axl", ".xml"),
        axl.read,
        sniff=lambda text: root_is(text, "argument"),
    ),
    Format(
        "argml",
        "ArgML (Argunet)",
        (".graphml", ".xml"),
        argml.read,
        sniff=lambda text: root_is(text, "graphml") and "argml" in text,
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
        (".mup", ".json"),
        mindmup.read,
        mindmup.write,
        lambda text: has_keys(text, "ideas"),
        _XML_TREE | only("statement.implicit", "relation.weight", "edges", "controls", "returns"),
    ),
    Format(
        "opml",
        "OPML outline",
        (".opml", ".xml"),
        opml.read,
        opml.write,
        lambda text: root_is(text, "opml"),
        _XML_TREE,
    ),
    Format(
        "freeplane",
        "Freeplane, FreeMind",
        (".mm", ".xml"),
        freeplane.read,
        freeplane.write,
        lambda text: root_is(text, "map"),
        _XML_TREE,
    ),
    Format(
        "apx",
        "Attack graph (APX)",
        (".apx", ".apxd"),
        apx.read,
        apx.write,
        lambda text: bool(apx.SNIFF.match(text)),
        _ATTACKS,
        _AF_NOTE,
    ),
    Format(
        "tgf",
        "Attack graph (TGF)",
        (".tgf",),
        tgf.read,
        tgf.write,
        None,
        _ATTACKS | only("texts"),
        _AF_NOTE,
    ),
    Format(
        "iccma",
        "Attack graph (ICCMA)",
        (".af",),
        iccma.read,
        iccma.write,
        lambda text: bool(iccma.SNIFF.search(text)),
        _ATTACKS,
        _AF_NOTE,
    ),
    Format(
        "kialo",
        "Kialo text",
        (".txt", ".kialo"),
        kialo.read,
        kialo.write,
        lambda text: bool(kialo.SNIFF.match(text)),
        only("supports", "uses", "title", "texts"),
    ),
    Format(
        "csv",
        "Table (CSV)",
        (".csv",),
        spreadsheet.read,
        spreadsheet.write_csv,
        None,
        _TABLE,
    ),
    Format(
        "tsv",
        "Table (TSV)",
        (".tsv", ".tab"),
        spreadsheet.read,
        spreadsheet.write_tsv,
        None,
        _TABLE,
    ),
    Format(
        "html",
        "Web page",
        (".html", ".htm"),
        write=html_page.write,
        holds=_PAGE,
        note="One file, without network; opens from disk.",
    ),
    Format("dot", "Graphviz DOT", (".dot", ".gv"), write=dot_file.write, holds=_DRAWN),
    Format("mermaid", "Mermaid", (".mmd", ".mermaid"), write=mermaid.write, holds=_BOXES),
    Format(
        "graphml",
        "GraphML (yEd)",
        (".graphml",),
        write=graphml.write,
        holds=_BOXES
        | only("statement.title", "statement.note", "statement.said_by")
        | only("statement.tags", "relation.scheme", "relation.weight", "fine_weights")
        - {"groups", "group_details", "style"},
    ),
    Format(
        "tikz",
        "LaTeX (TikZ)",
        (".tex",),
        write=tikz.write,
        holds=_DRAWN,
        note="Compiles on its own.",
    ),
    Format(
        "markdown",
        "Markdown outline",
        (".md", ".markdown"),
        indented.read_markdown,
        indented.write_markdown,
        None,
        _TREE | only("title"),
    ),
    Format(
        "text",
        "Indented text",
        (".txt",),
        indented.read_text,
        indented.write_text,
        None,
        _TREE,
    ),
)

_BY_NAME = {row.name: row for row in FORMATS}


def by_name(name: str) -> Format:
    """Give the format of that name."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    raise ArgmapError(f"There is no format “{name}”.", f"There are: {', '.join(_BY_NAME)}.")
