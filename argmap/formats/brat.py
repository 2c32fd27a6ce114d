"""brat's standoff `.ann`, as corpora of argument use it: spans are statements, with relations.

The file holds the words of every span, so the `.txt` beside it is not opened; where a span stands
in it is the place of a cite. A claim's stance is for or against the major claims of its text: it
supports or attacks each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.format import Format, Imported
from argmap.frozen import frozen
from argmap.model.argument_map import Cite
from argmap.model.kinds import Bearing, Kind

_RANGES = r"\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*"
_SNIFF = re.compile(rf"^T\d+\t\S+ {_RANGES}\t", re.MULTILINE)
_BODIES = {
    "T": re.compile(rf"(\S+) ({_RANGES})\t(.+)"),
    "R": re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)\s*"),
    "A": re.compile(r"(\S+) (\S+)(?: (\S+))?\s*"),
    "#": re.compile(r"(\S+) (\S+)\t(.*)"),
}
_OTHERS = "EMN*"
_MAJOR = "MajorClaim"
_MOST = 20
"""So many major claims are one claim in other words; of more a stance would be on all alike."""
_KINDS = {_MAJOR: Kind.CLAIM, "Claim": Kind.CLAIM, "Premise": None}
_BEARINGS = {"support": Bearing.SUPPORTS, "attack": Bearing.ATTACKS}
_STANCES = {"For": Bearing.SUPPORTS, "Against": Bearing.ATTACKS}


@frozen
class _Annotation:
    """An annotation: the first letter of its id says what the parts are."""

    id: str
    parts: tuple[str, ...]
    line: int


def read(text: str, file: str) -> Imported:
    """Return the map of spans, relations, stances and notes; other annotations are losses."""
    builder = MapBuilder(file)
    rows = list(_rows(text, builder))
    of = {letter: [row for row in rows if row.id[0] == letter] for letter in _BODIES}
    notes = _notes(of["#"])
    _spans(builder, of["T"], notes)
    _relations(builder, of["R"], notes)
    _stances(builder, of)
    for annotation in notes:
        builder.add_loss("notes on what argmap does not read", annotation)
    return builder.build()


def _rows(text: str, builder: MapBuilder) -> Iterator[_Annotation]:
    for number, line in enumerate(text.split("\n"), 1):
        id_, _, rest = line.partition("\t")
        body = _BODIES.get(id_[:1])
        found = body.fullmatch(rest) if body else None
        if found:
            yield _Annotation(id_, tuple(part or "" for part in found.groups()), number)
        elif id_[:1] and id_[0] in _OTHERS and rest:
            builder.add_loss("events, normalizations and equivalences", id_ if id_ != "*" else rest)
        elif line.strip():
            builder.add_problem(f"“{line.strip()[:60]}” is not an annotation of brat.", number)


def _notes(rows: list[_Annotation]) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for row in rows:
        _, about, words = row.parts
        notes.setdefault(about, []).append(words)
    return notes


def _spans(builder: MapBuilder, rows: list[_Annotation], notes: dict[str, list[str]]) -> None:
    """Add a statement for every span. Notes are taken out of `notes` where they are read."""
    if not rows:
        return
    name = PurePath(builder.file).stem
    source = builder.add_source("text", title=f"{name}.txt" if name else "Annotated text")
    for row in rows:
        kind, ranges, words = row.parts
        if row.id in builder:
            builder.add_problem(f"The span “{row.id}” is named twice.", row.line)
            continue
        given = {"kind": _KINDS[kind]} if _KINDS.get(kind) else {}
        note = "\n\n".join(notes.pop(row.id, ()))
        cites = _cites(source, ranges, words)
        builder.add_statement(row.id, words, row.id, note=note, cites=cites, **given)
        if kind not in _KINDS:
            builder.add_loss("types of spans that argmap does not know", f"{row.id} ({kind})")


def _cites(source: str, ranges: str, words: str) -> tuple[Cite, ...]:
    """Return a cite for each fragment of a span: brat joins their words by blanks."""
    cites, first = [], 0
    for fragment in ranges.split(";"):
        start, end = map(int, fragment.split())
        quote = words[first : first + end - start]
        cites.append(Cite(source, quote, f"{start}-{end}"))
        first += end - start + 1
    if first == len(words) + 1:
        return tuple(cites)
    return (Cite(source, at=", ".join(cite.at for cite in cites)),)


def _relations(builder: MapBuilder, rows: list[_Annotation], notes: dict[str, list[str]]) -> None:
    for row in rows:
        kind, source, target = row.parts
        bearing = next((b for word, b in _BEARINGS.items() if word in kind.lower()), None)
        if bearing is None:
            builder.add_loss("relations of other types", f"{row.id} ({kind})")
            continue
        plain = kind.lower().removesuffix("s") in _BEARINGS
        builder.add_relation(
            [source],
            bearing,
            target,
            wish=row.id,
            line=row.line,
            scheme="" if plain else kind,
            note="\n\n".join(notes.pop(row.id, ())),
        )


def _stances(builder: MapBuilder, of: dict[str, list[_Annotation]]) -> None:
    """Let each claim bear on the major claims as its stance says, where no relation does."""
    majors = [row.id for row in of["T"] if row.parts[0] == _MAJOR]
    stated = {row.parts[1:] for row in of["R"]} | {(major, major) for major in majors}
    for row in of["A"]:
        kind, claim, value = row.parts
        bearing = _STANCES.get(value) if kind == "Stance" else None
        if bearing is None:
            builder.add_loss("attributes other than stances", f"{row.id} ({kind})")
        elif not 0 < len(majors) <= _MOST:
            builder.add_loss(f"stances in a text of {len(majors)} major claims", row.id)
        else:
            for major in majors:
                if (claim, major) not in stated:
                    builder.add_relation([claim], bearing, major, line=row.line)


FORMAT = Format(
    name="brat",
    title="brat standoff",
    suffixes=(".ann",),
    read=read,
    sniff=_SNIFF.search,
    note="The text beside it is not opened.",
    reading=(
        "Spans are statements and cite their place in the text; a stance for or against supports "
        "or attacks every major claim; a relation of a type of its own keeps that as its scheme."
    ),
)
