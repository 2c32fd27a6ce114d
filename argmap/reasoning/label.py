"""The three labels of a statement or relation, and what each rests on."""

from __future__ import annotations

from enum import StrEnum

from argmap.errors import ArgmapError


class Label(StrEnum):
    """What becomes of a statement or relation, given what is accepted."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


def as_label(name: Label | str) -> Label:
    """Return the label of that name; ArgmapError if there is none."""
    try:
        return Label(name)
    except ValueError:
        raise ArgmapError(
            f"“{name}” is not a label.", f"The labels are: {', '.join(Label)}."
        ) from None


class LabelBasis(StrEnum):
    """What a label rests on: of those that fit, the first one in this order."""

    JUDGED = "judged"
    SUPPORTED = "supported"
    PRESUMED = "presumed"
    CIRCULAR = "circular"
    REFUTED = "refuted"
    UNSUPPORTED = "unsupported"
    CONTESTED = "contested"
    OPEN = "open"
    DEPENDS = "depends"
