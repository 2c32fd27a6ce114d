"""What follows: which statements stand, given what is accepted, and why."""

from argmap.reasoning.attack_graph import AttackGraph, attack_graph
from argmap.reasoning.changes import Changes
from argmap.reasoning.comparison import Comparison, compare, crux_of_disagreement
from argmap.reasoning.dung import Semantics, extensions, grounded
from argmap.reasoning.evaluation import Evaluation, evaluate
from argmap.reasoning.explanation import Explanation, Reason
from argmap.reasoning.label import Label, LabelBasis
from argmap.reasoning.stance import viewpoint_ids
from argmap.reasoning.strength import Crux, Strength

__all__ = [
    "AttackGraph",
    "Changes",
    "Comparison",
    "Crux",
    "Evaluation",
    "Explanation",
    "Label",
    "LabelBasis",
    "Reason",
    "Semantics",
    "Strength",
    "attack_graph",
    "compare",
    "crux_of_disagreement",
    "evaluate",
    "extensions",
    "grounded",
    "viewpoint_ids",
]
