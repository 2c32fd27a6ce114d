"""The tree in a map: every relation is a unit of linked premises under its one target.

        claim
          |
          o----< undercut          a unit: its premises, the joint in which they meet, what
        __|__                      bears on each premise (kids), and what bears on the
       |     |                     relation itself (sides)
      p1     p2
      |
      kid

A statement stands in the first relation, breadth first in the order of the file, that it is a
premise of; whatever else it bears on is a cross link. Circles are cut where they close.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from argmap.frozen import frozen, slotted
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing
from argmap.placing.placed import Stroke


@slotted
class Unit:
    """A relation with the premises that stand in it, or a root: one card without a relation."""

    id: str
    """The relation's id, or the root card's."""
    relation: Relation | None
    look: str = ""
    """What its line looks like: neighbours of one look may share a line."""
    joint: bool = False
    """Whether its premises meet in a joint: several, or something bears on the relation."""
    cards: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """The place of each card among the relation's premises."""
    kids: list[list[Unit]] = field(default_factory=list)
    """What bears on each card."""
    sides: list[Unit] = field(default_factory=list)
    """What bears on the relation."""

    @property
    def is_loose(self) -> bool:
        """Whether it is a card that has nothing to do with anything."""
        return self.relation is None and not any(self.kids)

    @property
    def hanging(self) -> list[Unit]:
        """All that hangs here: the kids card by card, then what bears on the relation."""
        return [*(kid for kids in self.kids for kid in kids), *self.sides]


@frozen
class Forest:
    """All units: the roots in the order of the file, and every unit, parents first."""

    roots: tuple[Unit, ...]
    units: tuple[Unit, ...]
    cross_links: tuple[Stroke, ...]


def forest(argument_map: ArgumentMap) -> Forest:
    """Return the tree of each root: of what bears on nothing, then of what only goes round."""
    return _Growing(argument_map).grown()


class _Growing:
    """A forest on its way: what stands already, and what has become a unit."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        self.standing: set[str] = set()
        self.made: set[str] = set()
        self.units: list[Unit] = []
        self.roots: list[Unit] = []
        self.cross: list[Stroke] = []
        self.onto: dict[str, list[Relation]] = {}
        for relation in argument_map.relations:
            self.onto.setdefault(relation.target, []).append(relation)

    def grown(self) -> Forest:
        bearing = {
            premise for relation in self.argument_map.relations for premise in relation.premises
        }
        tops = [s.id for s in self.argument_map.statements if s.id not in bearing]
        for id_ in (*tops, *(s.id for s in self.argument_map.statements)):
            if id_ not in self.standing:
                self.standing.add(id_)
                self._grow(Unit(id_, None, cards=[id_], numbers=[0]))
        for relation in self.argument_map.relations:
            if relation.id not in self.made:  # it bears on a relation that bears on it
                root = self._unit(relation)
                if root is not None:
                    self.cross.append((relation.id, None))
                    self._grow(root)
        return Forest(tuple(self.roots), tuple(self.units), tuple(self.cross))

    def _grow(self, root: Unit) -> None:
        self.roots.append(root)
        level = [root]
        while level:
            self.units += level
            level = [kid for unit in level for kid in self._below(unit)]

    def _below(self, unit: Unit) -> Iterator[Unit]:
        """Hang on a unit what bears on it; return that, in the order of the file."""
        if unit.relation is not None:
            unit.sides = self._hung(unit.relation.id)
            yield from unit.sides
        for card in unit.cards:
            kids = self._hung(card)
            unit.kids.append(kids)
            yield from kids

    def _hung(self, target: str) -> list[Unit]:
        relations = [r for r in self.onto.get(target, ()) if r.id not in self.made]
        return [unit for relation in relations if (unit := self._unit(relation))]

    def _unit(self, relation: Relation) -> Unit | None:
        """Make a relation a unit; None if nothing of it stands here, it being a cross link."""
        self.made.add(relation.id)
        joint = relation.linked or relation.id in self.onto
        unit = Unit(relation.id, relation, _look(relation, self.argument_map), joint)
        for number, premise in enumerate(relation.premises):
            if premise not in self.standing:
                self.standing.add(premise)
                unit.cards.append(premise)
                unit.numbers.append(number)
            else:
                self.cross.append((relation.id, number if joint else None))
        return unit if unit.cards or joint else None


def _look(relation: Relation, argument_map: ArgumentMap) -> str:
    if relation.bearing is Bearing.SUPPORTS:
        return "supports"
    return "undercuts" if relation.target in argument_map.relation_by_id else "attacks"


def groups_around(argument_map: ArgumentMap) -> Mapping[str, tuple[str, ...]]:
    """Return the groups around each statement that is in one, outermost first."""
    paths: dict[str, tuple[str, ...]] = {}
    for group in argument_map.group_by_id:
        around: list[str] = []
        at = group
        while at in argument_map.group_by_id and at not in around:
            around.append(at)
            at = argument_map.group_by_id[at].parent
        paths[group] = tuple(reversed(around))
    return {s.id: paths[s.group] for s in argument_map.statements if s.group in paths}
