"""Argumentation schemes by the names and numbers that AIFdb gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.formats.syntax.json_text import objects, words
from argmap.model.kinds import Bearing

_ROWS = (
    ("1", "Analogy", "analogy"),
    ("4", "CauseToEffect", "cause-to-effect"),
    ("14", "Example", "example"),
    ("15", "ExpertOpinion", "expert-opinion"),
    ("19", "Ignorance", "ignorance"),
    ("28", "PracticalReasoning", "practical-reasoning"),
    ("31", "VerbalClassification", "verbal-classification"),
    ("61", "EstablishedRule", "established-rule"),
)
"""Number, name, and what a map calls it."""

_DEFAULTS = {"Default Inference": "72", "Default Conflict": "71"}
"""The names of no scheme in particular, with their numbers."""

_OURS = {name: ours for _, name, ours in _ROWS} | dict.fromkeys(_DEFAULTS, "")
THEIR_NAME = {ours: name for _, name, ours in _ROWS}
ID_OF_SCHEME = {name: number for number, name, _ in _ROWS} | _DEFAULTS
_NAME_OF_ID = {number: name for name, number in ID_OF_SCHEME.items()}
_DEFAULT = {Bearing.SUPPORTS: "Default Inference", Bearing.ATTACKS: "Default Conflict"}
TYPE = {Bearing.SUPPORTS: "RA", Bearing.ATTACKS: "CA"}
_NO_NAMES = ("RA", "CA")
"""What the text of a node is where its program puts the scheme elsewhere."""


def scheme_of(node: Mapping[str, Any], fulfilled: Mapping[str, str]) -> str:
    """Return what a map calls the scheme of an RA or CA node; "" for none in particular.

    A program tells it on the node, by number or by name, or apart from it (`fulfilled`), or in the
    node's text only.
    """
    text = words(node.get("text"))
    named = (
        _NAME_OF_ID.get(words(node.get("schemeID")))
        or words(node.get("scheme"))
        or fulfilled.get(words(node.get("nodeID")))
        or ("" if text in _NO_NAMES else text)
    )
    return _OURS.get(named, named)


def scheme_node(name: Any, bearing: Bearing, scheme: str) -> dict[str, Any]:
    """Return the node of a relation as argmap writes it, with its scheme named twice."""
    named = THEIR_NAME.get(scheme, scheme) or _DEFAULT[bearing]
    node = {"nodeID": name, "text": named, "type": TYPE[bearing], "scheme": named}
    return node | ({"schemeID": ID_OF_SCHEME[named]} if named in ID_OF_SCHEME else {})


def fulfilled_schemes(aif: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of schemes that stand apart from their nodes, by node."""
    rows = objects(aif.get("schemefulfillments"))
    named = {words(r.get("nodeID")): _NAME_OF_ID.get(words(r.get("schemeID")), "") for r in rows}
    return {id_: name for id_, name in named.items() if name}
