"""What a form of the inspector edits: how its items are found in a map, and changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.session import Session
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit


class Binding(Protocol):
    """Something with fields."""

    def items(self, argument_map: ArgumentMap) -> tuple[Any, ...]:
        """Return what the fields belong to; nothing if it is gone."""

    def put(self, argument_map: ArgumentMap, field: Field, value: Any) -> ArgumentMap:
        """Set a field of all of them."""


@frozen
class MapBinding:
    """The map's own fields."""

    def items(self, argument_map: ArgumentMap) -> tuple[Any, ...]:
        """Return the map."""
        return (argument_map,)

    def put(self, argument_map: ArgumentMap, field: Field, value: Any) -> ArgumentMap:
        """Set a field of the map or of its style."""
        part, _, name = field.name.rpartition(".")
        if part:
            value = replace(getattr(argument_map, part), **{name: value})
        return edit.set_map_fields(argument_map, **{part or name: value})


@frozen
class ItemsBinding:
    """Items with ids: statements, relations, a source, a group or a viewpoint."""

    ids: tuple[str, ...]

    def items(self, argument_map: ArgumentMap) -> tuple[Any, ...]:
        """Return those that are in the map."""
        found = (
            argument_map.item(id_)
            or argument_map.source_by_id.get(id_)
            or argument_map.group_by_id.get(id_)
            or argument_map.viewpoint_by_id.get(id_)
            for id_ in self.ids
        )
        return tuple(item for item in found if item is not None)

    def put(self, argument_map: ArgumentMap, field: Field, value: Any) -> ArgumentMap:
        """Set a field of each."""
        for id_ in self.ids:
            argument_map = field.put(argument_map, id_, value)
        return argument_map


@frozen
class DraftBinding:
    """The new card that is being written, to be looked at: a click into a field has it made.

    Then its fields are those of an item of the map.
    """

    session: Session

    def items(self, _argument_map: ArgumentMap) -> tuple[Any, ...]:
        """Return the card as it would be."""
        drafted, text = self.session.drafted, self.session.written_text
        return (replace(drafted.statement, text=text),) if drafted else ()

    def put(self, argument_map: ArgumentMap, _field: Field, _value: Any) -> ArgumentMap:
        """Set nothing."""
        return argument_map


@frozen
class CiteBinding:
    """One of the cites of a statement, counted from 0."""

    statement: str
    number: int

    def items(self, argument_map: ArgumentMap) -> tuple[Any, ...]:
        """Return the cite."""
        statement = argument_map.statement_by_id.get(self.statement)
        return statement.cites[self.number :][:1] if statement else ()

    def put(self, argument_map: ArgumentMap, field: Field, value: Any) -> ArgumentMap:
        """Set a field of the cite."""
        if field.write:
            return field.write(argument_map, self, value)
        return self.set(argument_map, **{field.name: value})

    def set(self, argument_map: ArgumentMap, **values: Any) -> ArgumentMap:
        """Return the cite other values."""
        cites = list(argument_map.statement_by_id[self.statement].cites)
        cites[self.number] = replace(cites[self.number], **values)
        return edit.set_fields(argument_map, self.statement, cites=tuple(cites))
