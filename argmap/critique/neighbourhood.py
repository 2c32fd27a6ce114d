"""Which items a rule has to look at again after a change of the map, by how far it looks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from argmap.critique.looks import Around, Over, Reach
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.history.patch import Patch


class Neighbourhood:
    """What is around a change, in the map as it is afterwards; ids may be of what is gone."""

    def __init__(self, argument_map: ArgumentMap, patch: Patch) -> None:
        self.argument_map = argument_map
        self.patch = patch

    def of(self, look: Around) -> frozenset[str]:
        """Return the ids of what a look has to be taken at again."""
        if look.reach is Reach.ITSELF:
            return self.changed
        if look.reach is Reach.BELOW:
            return self._above
        return self._steps if look.over is Over.RELATIONS else self.ends

    @cached_property
    def changed(self) -> frozenset[str]:
        """What came, went, moved or says something else."""
        return self.patch.ids

    @cached_property
    def ends(self) -> frozenset[str]:
        """What changed, and what changed relations lead from and to, before and after."""
        found = set(self.changed)
        for change in self.patch.of("relations"):
            for side in (change.before, change.after):
                if isinstance(side, Relation):
                    found |= {*side.premises, side.target}
        return frozenset(found)

    @cached_property
    def _steps(self) -> frozenset[str]:
        """The relations that changed, and those that have an end in what changed."""
        steps = (step.id for id_ in self.ends for step in self._relations_at(id_))
        return self.changed.union(steps)

    @cached_property
    def _above(self) -> frozenset[str]:
        """The ends of what changed, and what they bear on."""
        argument_map = self.argument_map
        targets = (step.target for id_ in self.ends for step in argument_map.relations_of(id_))
        return self.ends.union(targets)

    def _relations_at(self, id_: str) -> Iterator[Relation]:
        yield from self.argument_map.relations_of(id_)
        yield from self.argument_map.relations_on(id_)
