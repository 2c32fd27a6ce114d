"""AML of Araucaria: units of argument within each other, premises convergent or linked."""

from __future__ import annotations

from argmap.formats.format import Imported
from argmap.formats.sketch import Sketch
from argmap.formats.xml_text import Element, parse
from argmap.model.argument_map import Cite
from argmap.model.kinds import Bearing


def read(text: str, file: str) -> Imported:
    """Read the units; the analysed text is a source, and propositions found in it cite it."""
    root = parse(text, file)
    sketch = Sketch(file)
    analysed = root.text("TEXT")
    source = sketch.source("text", title="Analysed text", text=analysed) if analysed else ""
    waiting = [(unit, None) for unit in reversed(root.children("AU"))]
    units: list[tuple[Element, object]] = list(waiting)
    while units:
        unit, key = units.pop()
        key = _unit(sketch, unit, source, key)
        for part in unit.children("REFUTATION", "CA", "LA"):
            bearing = Bearing.ATTACKS if part.name == "REFUTATION" else Bearing.SUPPORTS
            below = part.children("AU")
            if below:
                keys: list[object] = [id(child) for child in below]
                sketch.relation(keys, bearing, key, line=part.line, scheme=_scheme(below))
                units += list(zip(below, keys, strict=True))[::-1]
    for scheme_set in root.children("SCHEMESET"):
        names = [scheme.text("NAME") for scheme in scheme_set.children("SCHEME")]
        sketch.lose("definitions of schemes", *names)
    return sketch.finish()


def _unit(sketch: Sketch, unit: Element, source: str, key: object) -> object:
    """Add the statement of a unit and give its key."""
    key = id(unit) if key is None else key
    prop = unit.child("PROP") or Element("PROP")
    words = prop.child("PROPTEXT") or prop
    owners = [owner.get("name") for owner in prop.children("OWNER")]
    sketch.statement(
        key,
        words.text(),
        implicit=prop.get("missing") == "yes",
        said_by=", ".join(filter(None, owners)),
    )
    if source and words.get("offset").isdigit():
        sketch.cite(key, Cite(source, quote=words.text(), at=words.get("offset")))
    return key


def _scheme(below: list[Element]) -> str:
    """Give the scheme that the premises of a step stand in."""
    schemes = [
        scheme.get("scheme")
        for unit in below
        for prop in unit.children("PROP")
        for scheme in prop.children("INSCHEME")
    ]
    return next(filter(None, schemes), "")
