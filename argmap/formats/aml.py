"""AML of Araucaria: units of argument within each other, premises convergent or linked."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.unknown_parts import INSIDE, TEXT, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, parse, root_named
from argmap.model.argument_map import Cite
from argmap.model.kinds import Bearing

_KNOWN = {
    **dict.fromkeys(("ARG", "AU", "REFUTATION", "CA", "LA", "EDATA"), ""),
    **dict.fromkeys(("TEXT", "AUTHOR", "DATE", "SOURCE", "COMMENTS"), TEXT),
    "SCHEMESET": INSIDE,
    "PROP": f"identifier missing {TEXT}",
    "PROPTEXT": f"offset {TEXT}",
    "OWNER": "name",
    "INSCHEME": "scheme schid",
}


def read(text: str, file: str) -> Imported:
    """Return the map of the units; the analysed text is a source that propositions cite."""
    root = parse(text, file, "ARG")
    builder = MapBuilder(file)
    analysed = root.text("TEXT")
    source = builder.add_source("text", title="Analysed text", text=analysed) if analysed else ""
    units: list[tuple[Element, object]] = [(u, id(u)) for u in reversed(root.children("AU"))]
    while units:
        unit, key = units.pop()
        _unit(builder, unit, source, key)
        found: list[tuple[Element, object]] = []
        for part in unit.children("REFUTATION", "CA", "LA"):
            below = part.children("AU")
            if below:
                bearing = Bearing.ATTACKS if part.name == "REFUTATION" else Bearing.SUPPORTS
                keys = [id(child) for child in below]
                schemes = _schemes(below)
                builder.add_relation(keys, bearing, key, line=part.line, scheme=next(schemes, ""))
                builder.add_loss("further schemes of a step", *schemes)
                found += zip(below, keys, strict=True)
        units += reversed(found)
    for scheme_set in root.children("SCHEMESET"):
        names = [scheme.text("NAME") for scheme in scheme_set.children("SCHEME")]
        builder.add_loss("definitions of schemes", *names)
    remarks = root.child("EDATA") or Element("EDATA")
    others = (e.name for e in remarks.children() if e.name != "AUTHOR" and e.text())
    builder.add_loss("remarks on the file", *others)
    author = remarks.text("AUTHOR")
    report_unknown_elements(builder, root, _KNOWN)
    return builder.build(authors=(author,) if author else ())


def _unit(builder: MapBuilder, unit: Element, source: str, key: object) -> None:
    """Add the statement of a unit."""
    prop = unit.child("PROP") or Element("PROP")
    words = prop.child("PROPTEXT") or prop
    owners = [owner.get("name") for owner in prop.children("OWNER")]
    builder.add_statement(
        key,
        prop.text(),
        implicit=prop.get("missing") == "yes",
        said_by=", ".join(filter(None, owners)),
    )
    if source and words.get("offset").isdigit():
        builder.add_cite(key, Cite(source, quote=words.text(), at=words.get("offset")))


def _schemes(below: list[Element]) -> Iterator[str]:
    """Return the schemes that the premises of a step stand in, each once."""
    named = (
        scheme.get("scheme")
        for unit in below
        for prop in unit.children("PROP")
        for scheme in prop.children("INSCHEME")
    )
    return iter(dict.fromkeys(filter(None, named)))


FORMAT = Format(
    name="aml",
    title="AML (Araucaria)",
    suffixes=(".aml",),
    also=(".xml",),
    read=read,
    sniff=root_named("ARG"),
)
