"""What looks wrong: rules of good argument maps that a program can check.

No rule of style is ever an error, since circles, several conclusions and the rest are legal maps.
What is an error is a quote that does not stand where it is said to, and a text that is not there.
"""

from argmap.critique.checking import ALL, check, explain, fix, fix_each, fixable, mendable, ways
from argmap.critique.following import Follower
from argmap.critique.ignoring import ignore, ignored_by, stop_ignoring
from argmap.critique.rule import Rule, Way
from argmap.critique.rules import RULES

__all__ = [
    "ALL",
    "RULES",
    "Follower",
    "Rule",
    "Way",
    "check",
    "explain",
    "fix",
    "fix_each",
    "fixable",
    "ignore",
    "ignored_by",
    "mendable",
    "stop_ignoring",
    "ways",
]
