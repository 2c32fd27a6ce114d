"""The sentences of explanations, in plain words.

Each method gives a sentence without its subject and its label, and the items that it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap import errors
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from argmap.reasoning.derivation import Derivation, Ground, Inference
from argmap.reasoning.label import Label
from argmap.reasoning.labelling import Labelling

Said = tuple[str, tuple[int, ...]]

_LONGEST_NAME = 60
_MOST_NAMES = 3


class Wording:
    """Sentences about one labelling of a map."""

    def __init__(
        self, argument_map: ArgumentMap, labelling: Labelling, derivation: Derivation
    ) -> None:
        self.argument_map = argument_map
        self.labelling = labelling
        self.structure = labelling.structure
        self.derivation = derivation

    def name(self, item: int) -> str:
        """Name a statement by its title or the start of its text, a relation by its premises."""
        id_ = self.structure.ids[item]
        if statement := self.argument_map.statement_by_id.get(id_):
            return f"“{shortened(statement.brief)}”"
        premises = self._names(self.structure.premises[item])
        attacks = self.argument_map.relation_by_id[id_].bearing is Bearing.ATTACKS
        return f"the attack by {premises}" if attacks else f"the step from {premises}"

    def _names(self, items: Sequence[int]) -> str:
        named = [self.name(item) for item in items[:_MOST_NAMES]]
        if len(items) > _MOST_NAMES:
            named.append(f"{len(items) - _MOST_NAMES} more")
        return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)

    def _premises(self, relation: int, verb: str) -> str:
        premises = self.structure.premises[relation]
        return f"{self._names(premises)} {verb}{'' if len(premises) > 1 else 's'}"

    def _about(self, relation: int) -> tuple[int, ...]:
        return (relation, *self.structure.premises[relation])

    def of_decided(self, item: int) -> Said:
        """Say why an accepted or rejected item is so."""
        step = self.derivation.steps[item]
        return _SENTENCES[step.ground](self, step)

    def judged(self, step: Inference) -> Said:
        """Say whose word it is, and what speaks against that."""
        if not self.structure.is_statement[step.item]:
            return "it was judged that this does not follow", ()
        if not self.labelling.in_tension(step.item):
            return "it was judged so", ()
        accepted = self.labelling.labels[step.item] is Label.ACCEPTED
        relations = self.structure.attacks if accepted else self.structure.supports
        strongest = self._strongest(relations[step.item])
        against = self._premises(strongest, "attack" if accepted else "support")
        return f"it was judged so, though {against} it", self._about(strongest)

    def supported(self, step: Inference) -> Said:
        """Name the reason, and say what became of the attacks."""
        assert step.chosen is not None, "a support carries it"
        reason = self._premises(step.chosen, "support")
        return f"{reason} it{self._answered(step)}", self._about(step.chosen)

    def presumed(self, step: Inference) -> Said:
        """Say that it stands until challenged."""
        return f"it is presumed{self._answered(step) or ', and nothing attacks it'}", ()

    def _answered(self, step: Inference) -> str:
        said = [", and what attacks it is answered"] if step.needs else []
        if self.labelling.forces(step.item).nm >= 0:
            said.append(", and outweighs what attacks it")
        return "".join(said)

    def holds(self, step: Inference) -> Said:
        """Say that a relation holds."""
        answered = ", and what attacks it is answered" if self.structure.attacks[step.item] else ""
        return f"what it starts from is accepted{answered}", self.structure.premises[step.item]

    def circular(self, step: Inference) -> Said:
        """Name the others in the circle."""
        assert step.chosen is not None, "a circle carries nothing"
        members = self.derivation.circles[step.chosen]
        others = [i for i in members if self.structure.is_statement[i] and i != step.item]
        by_way = f", by way of {self._names(others)}" if others else ""
        reasons = self.structure.supports[step.item]
        inside = len(set(reasons) & set(members))
        left = " left" if inside < len(reasons) else ""
        reason = f"its only reason{left} rests" if inside == 1 else f"all its reasons{left} rest"
        return f"{reason} on itself{by_way}", members

    def refuted(self, step: Inference) -> Said:
        """Name the attack, and say why nothing stands up to it."""
        assert step.chosen is not None, "an attack refutes it"
        attack = self._premises(step.chosen, "attack")
        forces = self.labelling.forces(step.item)
        ending = "and nothing answers that"
        if self.labelling.labels_of(self.structure.supports[step.item]) - {Label.REJECTED}:
            ending = "as strongly as anything supports it"
            if self.structure.weight[step.chosen] > forces.pm:
                ending = "and outweighs what supports it"
        return f"{attack} it {ending}", self._about(step.chosen)

    def undercut(self, step: Inference) -> Said:
        """Name what shows that a relation does not follow."""
        assert step.chosen is not None, "an undercut does it"
        attack = self._premises(step.chosen, "attack")
        return f"{attack} this step and nothing answers that", self._about(step.chosen)

    def premise_fails(self, step: Inference) -> Said:
        """Name the rejected premise of a relation."""
        assert step.chosen is not None, "a premise fails"
        return f"{self.name(step.chosen)} is rejected", (step.chosen,)

    def no_reason(self, step: Inference) -> Said:
        """Say that no reason is left, and whether that is because none of them follows."""
        reasons = step.needs
        if not reasons:
            return "nothing supports it", ()
        grounds = {self.derivation.steps[reason].ground for reason in reasons}
        follows_not = grounds <= {Ground.JUDGED, Ground.UNDERCUT}
        if len(reasons) == 1:
            failure = "does not follow" if follows_not else "fails"
            return f"its only reason {failure}", self._about(reasons[0])
        failure = "follows" if follows_not else "holds"
        return f"none of its {len(reasons)} reasons {failure}", reasons

    def of_open(self, item: int) -> Said:
        """Say that an open leaf is open."""
        attacked = self.structure.attacks[item]
        answered = ", and what attacks it is answered" if attacked else ""
        return f"it is open: nobody has judged it and nothing supports it{answered}", ()

    def sides(self, item: int) -> tuple[int, int]:
        """Return the support and the attack that hold each other in check."""
        structure = self.structure
        return self._strongest(structure.supports[item]), self._strongest(structure.attacks[item])

    def of_stand_off(self, support: int, attack: int) -> Said:
        """Name both sides."""
        both = f"{self._premises(support, 'speak')} for it, {self._premises(attack, 'attack')} it"
        return f"two equally strong reasons meet: {both}", (
            *self._about(support),
            *self._about(attack),
        )

    def of_waiting(self, way: tuple[int, ...]) -> Said:
        """Name the statement that an item waits for, and what relations lie between them."""
        *between, following = way
        relations = self.argument_map.relation_by_id
        hops = [relations[self.structure.ids[i]] for i in between]
        if not hops:
            role = "which it rests on"
        elif len(hops) > 1:
            role = f"which attacks {self.name(between[-2])}"
        elif hops[0].bearing is Bearing.ATTACKS:
            role = "which attacks it"
        else:
            role = "which supports it"
        return f"{self.name(following)}, {role}, is undecided", way

    def of_loop(self, loop: tuple[int, ...]) -> Said:
        """Name the members of a loop."""
        statements = [item for item in loop if self.structure.is_statement[item]]
        named = statements or list(loop)
        waiting = "waits for itself" if len(named) == 1 else "wait for one another"
        return f"{self._names(named)} {waiting}", loop

    def _strongest(self, relations: Sequence[int]) -> int:
        weight = self.structure.weight
        return max(self.labelling.of(relations, Label.ACCEPTED), key=lambda r: weight[r])


_SENTENCES = {
    Ground.JUDGED: Wording.judged,
    Ground.SUPPORTED: Wording.supported,
    Ground.PRESUMED: Wording.presumed,
    Ground.HOLDS: Wording.holds,
    Ground.CIRCULAR: Wording.circular,
    Ground.REFUTED: Wording.refuted,
    Ground.UNDERCUT: Wording.undercut,
    Ground.PREMISE_FAILS: Wording.premise_fails,
    Ground.NO_REASON: Wording.no_reason,
}


def shortened(text: str) -> str:
    """Return the start of a text in one line, cut between words."""
    return errors.shortened(text.strip().rstrip("."), _LONGEST_NAME)
