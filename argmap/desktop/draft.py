"""A card that is being written and is not in the map yet.

Adding a card opens an editor; the map changes when the text is committed, so that adding is one
step of the history and an empty card leaves no trace. A draft is what that editor needs to know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from argmap.desktop.widgets.ending import Ending
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Cite, Statement
from argmap.model.edits import edit
from argmap.model.edits.renaming import write_on
from argmap.model.folding import opened_for
from argmap.model.history.patch import Patch
from argmap.model.kinds import Kind

PASSAGE = "application/x-argmap-passage"
"""The type of what is dragged out of the text of a source."""

Make = Callable[[ArgumentMap, str], ArgumentMap]


@frozen
class Draft:
    """A new card: the step's name, its kind, the id beside which it is written, and the edit.

    `anchor` is a statement or relation, or empty for a card on its own; `beside` says that the
    card will stand beside its anchor rather than below it; `place` is the point of the picture
    where the user wants to write, if one was pointed at. `text` is written already, and selected,
    so that other words take its place; `pane` is where the user goes on afterwards. One that
    `edits` is no new card, but another text of the anchor.
    """

    name: str
    kind: Kind
    anchor: str
    make: Make
    beside: bool = False
    place: tuple[float, float] | None = None
    text: str = ""
    pane: str = ""
    edits: bool = False


def quoting(draft: Draft, passage: Cite) -> Draft:
    """Return a draft of a card that says and cites a passage of a source."""

    def make(argument_map: ArgumentMap, text: str) -> ArgumentMap:
        grown = draft.make(argument_map, text)
        (new,) = grown.statement_by_id.keys() - argument_map.statement_by_id.keys()
        return edit.add_cite(grown, new, passage)

    return replace(draft, make=make, text=passage.quote, pane="sources")


@frozen
class Drafted:
    """A draft whose card is being written: the map that it would make, and the card's id there."""

    draft: Draft
    argument_map: ArgumentMap
    id: str

    @property
    def statement(self) -> Statement:
        """The card as it would be, with neither an id nor a text yet."""
        return replace(self.argument_map.statement_by_id[self.id], id="", text="")


def would_be(draft: Draft, argument_map: ArgumentMap) -> Drafted | None:
    """Return what a draft would make, with a text that stands for any; None where it cannot."""
    try:
        made = draft.make(argument_map, "…")
    except ArgmapError:
        return None
    new = made.statement_by_id.keys() - argument_map.statement_by_id.keys()
    return Drafted(draft, made, new.pop()) if len(new) == 1 else None


def folded_with(draft: Draft, argument_map: ArgumentMap, folded: frozenset[str]) -> frozenset[str]:
    """Return what is still folded where a draft is written: its card is to be seen already.

    An undercut lies in the group of the step that it hits, which may be folded to one card.
    """
    made = would_be(draft, argument_map)
    return opened_for(made.argument_map, folded, (made.id,)) if made else folded


def claim(place: tuple[float, float] | None = None, group: str = "") -> Draft:
    """Draft a statement that bears on nothing, written at a point of the picture, in a group."""

    def make(argument_map: ArgumentMap, text: str) -> ArgumentMap:
        grown = edit.add_claim(argument_map, text)
        return edit.assign_group(grown, [grown.statements[-1].id], group) if group else grown

    return Draft("Add claim", Kind.CLAIM, "", make, place=place)


def premise(target: str) -> Draft:
    """Draft a premise of a statement, or backing of a relation."""
    return Draft(
        "Add premise", Kind.PREMISE, target, lambda m, text: edit.add_premise(m, target, text)
    )


def rebuttal(argument_map: ArgumentMap, target: str) -> Draft:
    """Draft a rebuttal of a statement, or an undercut of a relation."""
    name = "Undercut" if target in argument_map.relation_by_id else "Add rebuttal"
    return Draft(name, Kind.REBUTTAL, target, lambda m, text: edit.add_rebuttal(m, target, text))


def co_premise(argument_map: ArgumentMap, of: str) -> Draft:
    """Draft a premise that is linked with the given one.

    Raises ArgmapError where the given one bears on nothing.
    """
    relation = edit.own_relation(argument_map, of)
    return Draft(
        "Add co-premise",
        relation.bearing.kind,
        of,
        lambda m, text: edit.add_co_premise(m, of, text),
        beside=True,
    )


def sibling(argument_map: ArgumentMap, of: str, *, before: bool = False) -> Draft:
    """Draft a statement that does what the given one does, beside it."""
    relations = argument_map.relations_of(of)
    kind = relations[0].bearing.kind if relations else Kind.CLAIM
    return Draft(
        f"Add {kind}",
        kind,
        of,
        lambda m, text: edit.add_sibling(m, of, text, before=before),
        beside=True,
    )


def next_after(ending: Ending, argument_map: ArgumentMap, written: str) -> Draft | None:
    """Return the draft that goes on from a statement just written, if the ending asks for one.

    Raises ArgmapError where a co-premise is asked of a claim that bears on nothing.
    """
    match ending:
        case Ending.AND_PREMISE:
            return premise(written)
        case Ending.AND_REBUTTAL:
            return rebuttal(argument_map, written)
        case Ending.AND_CO_PREMISE:
            return co_premise(argument_map, written)
        case _:
            return None


def of(argument_map: ArgumentMap, what: Draft | str, *, new: bool = False) -> Draft:
    """Return what a text is to become; where its card or anchor is gone, a claim of its own.

    A card that is `new` is written for the first time, so its id goes with its words.
    """
    if isinstance(what, Draft) and (not what.anchor or argument_map.item(what.anchor)):
        return what
    statement = argument_map.statement_by_id.get(what) if isinstance(what, str) else None
    if statement is None:
        return claim()
    id_ = statement.id
    return Draft(
        "Edit text",
        statement.kind,
        id_,
        lambda m, text: write_on(m, id_, text) if new else edit.set_fields(m, id_, text=text),
        edits=True,
    )


def new_in(patch: Patch) -> str:
    """Return the id of the statement that a patch has added last, if it has any."""
    return next((c.id for c in reversed(patch.of("statements")) if c.before is None), "")
