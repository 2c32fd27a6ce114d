"""The simplest text that a document can keep: all of the map, one item a line."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.argument_map import FIELDS, SECTIONS, ArgumentMap
from argmap.model.history.patch import Patch


@dataclass(frozen=True)
class Exchange:
    """The whole text before and after."""

    before: str
    after: str

    def __bool__(self) -> bool:
        return self.before != self.after

    def inverse(self) -> Exchange:
        return Exchange(self.after, self.before)

    def then(self, other: Exchange) -> Exchange:
        assert self.after == other.before, "the other change is made to what this one leaves"
        return Exchange(self.before, other.after)


class PlainText:
    """A `LiveText` that writes everything again on each edit."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.text = self.saved = written(argument_map)

    @property
    def modified(self) -> bool:
        return self.text != self.saved

    def edit(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> Exchange:
        assert patch.apply(before) == after
        return Exchange(self.text, written(after))

    def apply(self, edit: Exchange) -> None:
        assert self.text == edit.before, "an edit fits the text that it was made for"
        self.text = edit.after


def written(argument_map: ArgumentMap) -> str:
    fields = [repr(getattr(argument_map, name)) for name in FIELDS]
    items = [repr(item) for section in SECTIONS for item in getattr(argument_map, section)]
    return "\n".join([*fields, *items])
