"""What each field of the inspector is for, in a sentence: shown where one points at it.

The file's own table of keys says it; only where a form shows something else than the file has are
there words here.
"""

from __future__ import annotations

from argmap.store.schema.keys import KEYS_OF, Level

_OWN = {
    (Level.STATEMENT, "text"): "The statement: one full sentence that can be understood alone.",
    (
        Level.STATEMENT,
        "kind",
    ): "A claim is at issue, a premise supports something, a rebuttal speaks against it.",
    (
        Level.STATEMENT,
        "implicit",
    ): "The argument needs it, but the source does not say it; it is drawn dashed.",
    (Level.STATEMENT, "group"): "The group that it is drawn in.",
    (Level.STATEMENT, "judgement"): "Whether you hold it to be true; an open one is not judged.",
    (Level.CITE, "source"): "The text that says so: choose one, or type the title of a new one.",
    (Level.RELATION, "bearing"): "Whether the premises speak for their target or against it.",
    (
        Level.RELATION,
        "rejected",
    ): "Even if the premises are true, they do not show what they are said to show.",
    (Level.RELATION, "weight"): "How strong it is beside other steps; 1 is usual.",
    (
        Level.STYLE,
        "direction",
    ): "Where the conclusion stands. If this is not set, it is at the top.",
    (
        Level.STYLE,
        "page",
    ): "What the picture is laid out for. If this is not set, each reader's own settings decide.",
    (
        Level.STYLE,
        "layout",
    ): "How the picture is laid out. If this is not set, each reader's own settings decide.",
    (
        Level.STYLE,
        "source_line",
    ): "How cards show what they cite. If this is not set, they show its title.",
    (
        Level.STYLE,
        "theme",
    ): "The colours of the picture. If this is not set, each reader's own settings decide.",
    (Level.GROUP, "title"): "What is written on the group.",
    (Level.GROUP, "colour"): "The colour of the group.",
    (Level.GROUP, "parent"): "The group that it lies in.",
}


def meaning(level: Level, name: str) -> str:
    """Return what a field is for, by the model's name of it, such as `said_by` or `style.page`."""
    part, _, field = name.rpartition(".")
    level = Level(part) if part else level
    if (level, field) in _OWN:
        return _OWN[level, field]
    found = (key.meaning for key in KEYS_OF[level].values() if key.field == field)
    return next(found, "")
