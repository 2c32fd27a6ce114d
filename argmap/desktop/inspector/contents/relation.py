"""The page of a relation: a step from premises to what they bear on."""

from __future__ import annotations

from math import isfinite

from argmap.desktop.inspector.contents.contents import Contents
from argmap.desktop.inspector.fields.choice import ChoiceEditor, TickEditor
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.desktop.inspector.fields.line import LineEditor, WeightEditor, WordsEditor
from argmap.desktop.inspector.fields.text import TextEditor
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, rearrange
from argmap.model.kinds import Bearing
from argmap.store.schema.keys import Level

_BEARINGS = tuple((bearing, bearing.value) for bearing in Bearing)


def _set_weight(argument_map: ArgumentMap, id_: str, weight: float | None) -> ArgumentMap:
    weight = 1 if weight is None else weight
    if not (isfinite(weight) and weight > 0):
        raise ArgmapError("A weight is a number above 0.", "Weights are only compared; 1 is usual.")
    return edit.set_fields(argument_map, id_, weight=weight)


def _target(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    relation = argument_map.relation_by_id.get(id_)
    return (relation.target,) if relation else ()


def _premises(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    relation = argument_map.relation_by_id.get(id_)
    return relation.premises if relation else ()


RELATION = Contents(
    "Step",
    Level.RELATION,
    (
        Link("Premises", _premises, "What the step starts from; a click selects it."),
        Field(
            "Bearing",
            "bearing",
            ChoiceEditor,
            lambda _map, _item: _BEARINGS,
            rearrange.set_bearing,
            shared=True,
        ),
        Link("Target", _target, "What the step bears on; a click selects it."),
        Field("Does not follow", "rejected", TickEditor, shared=True),
        Field("Weight", "weight", WeightEditor, write=_set_weight, shared=True),
        Field("Scheme", "scheme", LineEditor, shared=True),
        Field("Tags", "tags", WordsEditor, shared=True),
        Field("Note", "note", TextEditor),
    ),
)
