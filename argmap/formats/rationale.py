"""Rationale's `.rtnl`: a script in Python, of which only the calls that build a map are looked at.

Nothing is run. A scanner picks out `Create`, `CreateChild`, `CreateAnnotation`, `SetText` and
`SetNodeNotes` with their quoted words; all other lines are ignored. Claims under a compound
reason or objection are linked, and a compound under an inference bears on that step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.format import Format, Imported
from argmap.model.kinds import Bearing

_TEXT = r'"((?:[^"\\]|\\.)*+)"'
_NODE = r"(\w+(?:\[\d+\])*)"
_CALL = re.compile(
    rf"^[ \t]*+(?:{_NODE}[ \t]*+=[ \t]*+)?(?:app\.)?"
    rf"(Create|CreateChild|CreateAnnotation|SetText|SetNodeNotes|Set\w+)"
    rf"\([ \t]*+(?:{_NODE}[ \t]*+,?[ \t]*+)?(?:{_TEXT}[ \t]*+)?(?:,[^\n]*)?\)",
    re.MULTILINE | re.DOTALL,
)
_LOOKS = re.compile(r"Set(?:Tint|Colou?r|Font|Fill|Position|Size|View|Style|Layout|Zoom|Collapsed)")
_PRELUDE_ENDS = "#-- End of Prelude --"
_VERSION = re.compile(r"\s*#Rationale Version (\S+)")
_BEARINGS = {
    "CompoundReason": Bearing.SUPPORTS,
    "Reason": Bearing.SUPPORTS,
    "CompoundObjection": Bearing.ATTACKS,
    "Objection": Bearing.ATTACKS,
}


@dataclass(slots=True)
class _Box:
    kind: str
    above: _Box | None
    line: int
    text: str = ""
    notes: list[str] = field(default_factory=list)
    below: list[_Box] = field(default_factory=list)


def read(text: str, file: str) -> Imported:
    """Return the map of either dialect, with names or with index paths for boxes."""
    builder = MapBuilder(file)
    version = _VERSION.match(text)
    if version and version[1] == "1.08":
        builder.add_problem("The format of Rationale 1.08 is not fully known.", 1, error=False)
    boxes = _boxes(text, builder)
    for box in boxes:
        if _is_claim(box):
            notes = [*box.notes, *(b.text for b in box.below if b.kind == "Note")]
            builder.add_statement(id(box), box.text, note="\n\n".join(filter(None, notes)))
        elif box.kind == "Note":
            if box.above is None or not _is_claim(box.above):
                builder.add_loss("notes that belong to no claim", box.text)
        elif box.text or box.notes or box.kind not in (*_BEARINGS, "Inference"):
            said = (f"{box.kind}: {words}" for words in (box.text, *box.notes))
            builder.add_loss("boxes that are no claims", *said)
    for box in boxes:
        _relate(builder, box)
    _report_unread(builder, text)
    return builder.build()


def _boxes(text: str, builder: MapBuilder) -> list[_Box]:
    boxes: list[_Box] = []
    by_name: dict[str, _Box] = {}
    line, at = 1, 0
    for found in _CALL.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        name, call, node, words = found.groups()
        named = by_name.get(node) if node else None
        if call.startswith("Create"):
            if node and named is None:
                builder.add_problem(
                    f"“{node}” is not in the file, so nothing can stand under it.", line
                )
                continue
            box = _Box(words or "Claim", named, line)
            boxes.append(box)
            _name(by_name, box, name or "", node or "")
        elif (named or boxes) and call in ("SetText", "SetNodeNotes"):
            box = named or boxes[-1]
            if call == "SetText":
                box.text = _unescaped(words or "")
            else:
                box.notes.append(_unescaped(words or ""))
        elif not _LOOKS.match(call):
            builder.add_loss(f"what {call} says", f"line {line}")
    return boxes


def _report_unread(builder: MapBuilder, text: str) -> None:
    """Report the lines with quoted words that are no calls of those that build a map.

    Up to the end of the prelude a script of Rationale defines what these calls do.
    """
    start = text.find(_PRELUDE_ENDS)
    rest = _CALL.sub(lambda found: "\n" * found[0].count("\n"), text[start:]) if start >= 0 else ""
    first = text.count("\n", 0, max(start, 0)) + 1
    lost = (f"line {n}" for n, line in enumerate(rest.split("\n"), first) if '"' in line)
    builder.add_loss("what other lines say", *lost)


def _name(by_name: dict[str, _Box], box: _Box, name: str, above: str) -> None:
    """Let a box be found by its variable, and by its place below the one that it is in."""
    if box.above is not None:
        by_name[f"{above}[{len(box.above.below)}]"] = box
        box.above.below.append(box)
    elif name:
        by_name[f"{name}[0]"] = box
    if name:
        by_name[name] = box


def _is_claim(box: _Box) -> bool:
    """Whether a box is a claim: compounds, inferences and reasons that hold claims are steps."""
    if box.kind == "Claim":
        return True
    return box.kind in ("Reason", "Objection") and bool(box.text)


def _relate(builder: MapBuilder, box: _Box) -> None:
    bearing = _BEARINGS.get(box.kind)
    above = box.above
    if above is None or bearing is None:
        if box.kind == "Claim" and above is not None and _is_claim(above):
            builder.add_relation([id(box)], Bearing.SUPPORTS, id(above), line=box.line)
        return
    premises = [id(box)] if _is_claim(box) else [id(b) for b in box.below if _is_claim(b)]
    step = above.above if above.kind == "Inference" and above.above else above
    target = id(above) if _is_claim(above) else ("step", id(step))
    if premises:
        builder.add_relation(premises, bearing, target, key=("step", id(box)), line=box.line)


def _unescaped(words: str) -> str:
    return re.sub(r"\\(.)", lambda f: "\n" if f[1] == "n" else f[1], words, flags=re.DOTALL)


FORMAT = Format(
    name="rationale",
    title="Rationale",
    suffixes=(".rtnl",),
    read=read,
    sniff=_VERSION.match,
    note="Nothing in the script is run.",
)
