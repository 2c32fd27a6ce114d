"""Ids: where they stand, what names them, what is behind them, and renaming them everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.authoring.spots import Role, Spot
from argmap.authoring.written import Change, Written
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Group, Relation, Source, Statement, Viewpoint
from argmap.model.integrity import relation_id
from argmap.store.schema.keys import (
    ID_LENGTH,
    ID_PATTERN,
    KEYS_OF,
    RELATION_ID_LENGTH,
    RELATION_ID_PATTERN,
    Level,
)
from argmap.store.yaml.emit import flow

_NAMES = (Role.ID, Role.NAME)
_FORMS = {Level.RELATION: (RELATION_ID_PATTERN, RELATION_ID_LENGTH)}


def id_at(text: Written, index: int) -> Spot | None:
    """Return the id that stands at an index, where it is defined or named."""
    spot = text.at(index)
    return spot if spot is not None and spot.role in _NAMES and spot.said else None


def definition(text: Written, index: int) -> Spot | None:
    """Return where the item begins whose id stands at an index, as the place of its id."""
    spot = id_at(text, index)
    return text.defined.get(spot.said) if spot else None


def uses(text: Written, id_: str) -> tuple[Spot, ...]:
    """Return where an id is named, in the order of the text, without where it is defined."""
    return tuple(text.named.get(id_, ()))


def hover(text: Written, index: int) -> str:
    """Return what is to be known of what stands at an index, in Markdown; nothing of the rest."""
    return "\n\n".join(map(_plain, told(text, index)))


def told(text: Written, index: int) -> tuple[str, ...]:
    """Return the same in plain paragraphs."""
    spot = text.at(index)
    if spot is None:
        return ()
    if spot.role is Role.KEY:
        key = KEYS_OF[spot.level].get(spot.said)
        words = f" One of {', '.join(key.words)}." if key and key.words else ""
        return (f"{key.meaning}{words}",) if key else ()
    return about(text.known, spot.said) if spot.role in _NAMES else ()


def about(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    """Return what an id stands for: its text, and what that bears on and what bears on it."""
    item = item_of(argument_map, id_)
    if item is None:
        return ()
    said = [label_of(argument_map, item)]
    if isinstance(item, Statement):
        said = [f"{item.kind.capitalize()}: {said[0]}"]
        said += [label_of(argument_map, relation) for relation in argument_map.relations_of(id_)]
    said += [label_of(argument_map, relation) for relation in argument_map.relations_on(id_)]
    return tuple(said)


def item_of(
    argument_map: ArgumentMap, id_: str
) -> Statement | Relation | Source | Group | Viewpoint | None:
    """Return the item of an id, whatever it is."""
    return (
        argument_map.item(id_)
        or argument_map.source_by_id.get(id_)
        or argument_map.group_by_id.get(id_)
        or argument_map.viewpoint_by_id.get(id_)
    )


def label_of(
    argument_map: ArgumentMap, item: Statement | Relation | Source | Group | Viewpoint
) -> str:
    """Return what people would call an item: its text, or what it says of others."""
    if isinstance(item, Statement):
        return " ".join(item.text.split())
    if not isinstance(item, Relation):
        return item.name
    premises = " + ".join(_text(argument_map, id_) for id_ in item.premises)
    verb = item.bearing.removesuffix("s") if item.linked else item.bearing
    return f"{premises} {verb} {_text(argument_map, item.target)}"


def _text(argument_map: ArgumentMap, id_: str) -> str:
    statement = argument_map.statement_by_id.get(id_)
    return f"“{' '.join(statement.text.split())}”" if statement else f"“{id_}”"


def _plain(text: str) -> str:
    """Return a text of the user's in Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", " ".join(text.split()))


def renaming(text: Written, id_: str, new: str) -> tuple[Change, ...]:
    """Return what renames an id everywhere in a text; raises ArgmapError where it cannot be.

    The name that a relation without an `id:` has follows from those that it relates, so what is
    judged under such a name is renamed with them.
    """
    place = text.defined.get(id_)
    if place is None:
        raise ArgmapError(f"Nothing in this text has the id “{id_}”.", "Choose an id to rename.")
    if new == id_:
        return ()
    _require_free(text, place, new)
    names = {id_: new, **_following(text.known, id_, new)}
    return tuple(
        Change(spot.start, spot.end, flow(names[spot.said]))
        for spot in text.spots
        if spot.role in _NAMES and spot.said in names
    )


def _require_free(text: Written, place: Spot, new: str) -> None:
    pattern, longest = _FORMS.get(place.level, (ID_PATTERN, ID_LENGTH))
    if not re.fullmatch(pattern, new) or len(new) > longest:
        raise ArgmapError(
            f"“{new}” cannot be an id.",
            f"An id has at most {longest} characters: letters, digits, `_`, `.` and `-`.",
        )
    if new in text.known.ids or new in text.defined or new in text.named:
        raise ArgmapError(f"The id “{new}” is already in use.", "Choose another one.")
    if text.known.conflicts:
        raise ArgmapError(
            "A merge has left conflicts, in which ids stand as they were.",
            "Settle them first: `argmap resolve FILE`.",
        )


def _following(argument_map: ArgumentMap, id_: str, new: str) -> dict[str, str]:
    """Return the new names of relations without an id that are called after what is renamed."""
    return dict(_called_after(argument_map, id_, new))


def _called_after(argument_map: ArgumentMap, id_: str, new: str) -> Iterator[tuple[str, str]]:
    taken = {item for item in argument_map.ids if not _is_anonymous(argument_map, item)}
    taken = {new if item == id_ else item for item in taken}
    for relation in argument_map.relations:
        if relation.anonymous:
            premises = tuple(new if each == id_ else each for each in relation.premises)
            target = new if relation.target == id_ else relation.target
            made = relation_id(premises, relation.bearing, target, taken)
            taken.add(made)
            if made != relation.id:
                yield relation.id, made


def _is_anonymous(argument_map: ArgumentMap, id_: str) -> bool:
    relation = argument_map.relation_by_id.get(id_)
    return relation is not None and relation.anonymous
