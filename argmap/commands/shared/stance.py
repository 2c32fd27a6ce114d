"""The options that say whose judgements count, alike for every command that evaluates."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TypedDict

from argmap.model.kinds import Open, Ties


class StanceOptions(TypedDict):
    """The options as `argmap.reasoning.evaluate` takes them; None is the viewpoint's own."""

    open: str | None
    ties: str | None
    viewpoint: str | None


def add_stance(parser: ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--viewpoint",
        metavar="ID",
        help="whose judgements count: a viewpoint of the map, author, debate or common-ground",
    )
    parser.add_argument(
        "--open", choices=[str(o) for o in Open], help="what an unjudged leaf counts as"
    )
    parser.add_argument(
        "--ties", choices=[str(t) for t in Ties], help="what equally strong reasons come to"
    )


def stance_of(arguments: Namespace) -> StanceOptions:
    """Return what the options were set to."""
    return {"open": arguments.open, "ties": arguments.ties, "viewpoint": arguments.viewpoint}
