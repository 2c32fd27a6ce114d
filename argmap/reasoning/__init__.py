"""What follows: which statements stand, given what is accepted, and why."""

from argmap.reasoning.attack_graph import AttackGraph, attack_graph
from argmap.reasoning.evaluation import Evaluation, evaluate
from argmap.reasoning.label import Label, LabelBasis

__all__ = ["AttackGraph", "Evaluation", "Label", "LabelBasis", "attack_graph", "evaluate"]
