"""Argumentation schemes by the names and numbers that AIFdb gives them."""

from __future__ import annotations

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

DEFAULTS = {"Default Inference": "72", "Default Conflict": "71"}
"""The names of no scheme in particular, with their numbers."""

OUR_NAME = {name: ours for _, name, ours in _ROWS}
THEIR_NAME = {ours: name for _, name, ours in _ROWS}
ID_OF_SCHEME = {name: number for number, name, _ in _ROWS} | DEFAULTS
SCHEME_OF_ID = {number: name for name, number in ID_OF_SCHEME.items()}
