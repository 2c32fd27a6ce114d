"""Whatever is done in whatever order: the map stays sound, the file says the same, and every
step can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Cite, Group, Source, Style, Viewpoint
from argmap.model.edits import edit, fragment, judging, rearrange, removal
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch
from argmap.model.kinds import Basis, Bearing, Direction, Judgement, Kind
from argmap.store.file_text import TextEdit
from argmap.store.yaml_file import dumps, read
from tests.long import LONG
from tests.model.maps import a_map, flaws

BY_HAND = """\
# A file as somebody typed it.
argmap: 1
title: 'Pool'   # quoted
x-mood: calm

statements:
  # The claim.
  - id: C
    text: "Open on Sundays."
    kind: claim
  - {id: p, text: Asked for.}   # on one line
  - text: >
      Costs
      double.
    id: x
    x-checked: [1, {by: me}]
relations:
- from: [p]
  supports: C
  # Why it is weak.
- {id: r2, from: [x], attacks: C}
viewpoints:
  - id: town
    judgements: {C: accepted}
"""
STARTS = [
    BY_HAND,
    *(
        dumps(a_map(notation))
        for notation in (
            "",
            "C",
            "r1: p q -> C; x -x r1; s -> p; s -> D",
            "_: p -> C; _: s -> C; _: t -x s; u",
            "p -> C; C -> p; p -x D",
        )
    ),
]
TEXTS = ["No.", "One two three four five", "主张", "- a: b\n\n# c", " "]
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(TEXTS),
        "kind": st.sampled_from(Kind),
        "title": st.sampled_from(["", "12:30"]),
        "note": st.sampled_from(["", "*N*"]),
        "tags": st.sampled_from([(), ("a", "b")]),
        "said_by": st.sampled_from(["", "Somebody"]),
        "implicit": st.booleans(),
        "basis": st.none() | st.sampled_from(Basis),
        "credence": st.none() | st.sampled_from([0.0, 0.5, 1.0]),
        "cites": st.sampled_from([(), (Cite("source", "words"), Cite("gone", at="p. 1"))]),
    },
)
LOOSE = ("unknown-id", "group-circle")
"""What the edits here do on purpose: cite a source that is gone, nest groups in one another."""

Edit = Callable[[ArgumentMap], ArgumentMap]


def unnamed(argument_map: ArgumentMap) -> ArgumentMap:
    """Take away what carries no meaning: ids that last while a file is open, a mapping's order."""
    return replace(
        argument_map,
        relations=tuple(replace(r, id="") if r.anonymous else r for r in argument_map.relations),
        viewpoints=tuple(
            replace(v, judgements=tuple(sorted(v.judgements))) for v in argument_map.viewpoints
        ),
    )


class Editing(RuleBasedStateMachine):
    @initialize(text=st.sampled_from(STARTS))
    def open(self, text: str) -> None:
        reading = read(text)
        assert reading.problems == ()
        self.text = reading.text
        self.document: Document[TextEdit] = Document(reading.argument_map, self.text)
        self.document.listen(self.hear)
        self.heard = self.now
        self.clipboard = ArgumentMap()
        self.past = [(self.now, text)]
        self.future: list[tuple[ArgumentMap, str]] = []
        assert self.text.text() == text, "an unedited save changes no byte"

    def hear(self, patch: Patch) -> None:
        self.heard = patch.apply(self.heard)

    @property
    def now(self) -> ArgumentMap:
        return self.document.argument_map

    def do(self, make: Edit) -> None:
        """Make an edit, unless it is refused; a refusal leaves everything as it was."""
        before = self.now
        try:
            after = make(before)
        except ArgmapError:
            return
        if self.document.do("Step", after):
            self.past.append((after, self.text.text()))
            self.future.clear()
        assert self.now == after

    def statement(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.now.statement_by_id)), "statement")

    def relation(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.now.relation_by_id)), "relation")

    def card(self, data: st.DataObject) -> str:
        known = [*self.now.statement_by_id, *self.now.relation_by_id]
        return data.draw(st.sampled_from(known), "statement or relation")

    def cards(self, data: st.DataObject) -> list[str]:
        known = st.sampled_from([*self.now.statement_by_id, *self.now.relation_by_id])
        return data.draw(st.lists(known, max_size=3, unique=True), "cards")

    @rule(text=st.sampled_from(TEXTS))
    def add_claim(self, text: str) -> None:
        self.do(lambda m: edit.add_claim(m, text))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), text=st.sampled_from(TEXTS), bearing=st.sampled_from(Bearing))
    def add_reason(self, data: st.DataObject, text: str, bearing: Bearing) -> None:
        add = edit.add_premise if bearing is Bearing.SUPPORTS else edit.add_rebuttal
        target = self.card(data)
        self.do(lambda m: add(m, target, text))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), text=st.sampled_from(TEXTS), before=st.booleans())
    def add_beside(self, data: st.DataObject, text: str, *, before: bool) -> None:
        statement = self.statement(data)
        if data.draw(st.booleans(), "linked"):
            self.do(lambda m: edit.add_co_premise(m, statement, text))
        else:
            self.do(lambda m: edit.add_sibling(m, statement, text, before=before))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), bearing=st.sampled_from(Bearing))
    def link(self, data: st.DataObject, bearing: Bearing) -> None:
        premise, target = self.statement(data), self.card(data)
        self.do(lambda m: edit.link(m, premise, target, bearing))

    @precondition(lambda self: self.now.relations)
    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        relation = self.relation(data)
        premises = self.now.relation_by_id[relation].premises
        premise = data.draw(st.sampled_from(["", *premises]))
        self.do(lambda m: removal.unlink(m, relation, premise))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), changes=CHANGES)
    def change_statement(self, data: st.DataObject, changes: dict[str, object]) -> None:
        statement = self.statement(data)
        self.do(lambda m: edit.set_fields(m, statement, **changes))

    @precondition(lambda self: self.now.relations)
    @rule(data=st.data(), bearing=st.sampled_from(Bearing), weight=st.sampled_from([1, 2.5]))
    def change_relation(self, data: st.DataObject, bearing: Bearing, weight: float) -> None:
        relation = self.relation(data)
        self.do(
            lambda m: edit.set_fields(
                rearrange.set_bearing(m, relation, bearing), relation, weight=weight, note="Why."
            )
        )

    @rule(
        title=st.sampled_from(["", "T", "On: off"]),
        direction=st.none() | st.sampled_from(Direction),
    )
    def change_map(self, title: str, direction: Direction | None) -> None:
        self.do(lambda m: edit.set_map_fields(m, title=title, style=Style(direction)))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), judgement=st.none() | st.sampled_from(Judgement))
    def judge(self, data: st.DataObject, judgement: Judgement | None) -> None:
        card = self.card(data)
        self.do(lambda m: judging.judge(m, {card: judgement}))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), title=st.sampled_from(["V", "W"]))
    def judge_as_somebody(self, data: st.DataObject, title: str) -> None:
        cards = self.cards(data)
        viewpoint = Viewpoint(
            f"viewpoint-{title}",
            title,
            judgements=tuple((card, Judgement.REJECTED) for card in cards),
        )
        self.do(lambda m: edit.put(m, viewpoint))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        cards = self.cards(data) if self.now.statements else []
        delete = data.draw(st.sampled_from([removal.delete_cards, removal.delete_branches]))
        self.do(lambda m: delete(m, cards))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), by=st.integers(-2, 2))
    def move(self, data: st.DataObject, by: int) -> None:
        card = self.card(data)
        self.do(lambda m: rearrange.move_sibling(m, card, by))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), change=st.sampled_from([rearrange.promote, rearrange.demote]))
    def move_level(
        self, data: st.DataObject, change: Callable[[ArgumentMap, str], ArgumentMap]
    ) -> None:
        statement = self.statement(data)
        self.do(lambda m: change(m, statement))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data(), at=st.none() | st.integers(0, 2))
    def reparent(self, data: st.DataObject, at: int | None) -> None:
        statement, target = self.statement(data), self.card(data)
        bearing = data.draw(st.none() | st.sampled_from(Bearing))
        self.do(lambda m: rearrange.reparent(m, statement, target, bearing, at))

    @precondition(lambda self: self.now.relations)
    @rule(data=st.data(), at=st.none() | st.integers(0, 2))
    def move_relation(self, data: st.DataObject, at: int | None) -> None:
        relation, target = self.relation(data), self.card(data)
        self.do(lambda m: rearrange.move_relation(m, relation, target, at))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data())
    def make_root(self, data: st.DataObject) -> None:
        statement, after = self.statement(data), self.statement(data)
        self.do(lambda m: rearrange.make_root(m, statement, after if after != statement else ""))

    @precondition(lambda self: len(self.now.relations) > 1)
    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        first = self.now.relation_by_id[self.relation(data)]
        alike = [r.id for r in self.now.relations_on(first.target) if r.bearing is first.bearing]
        self.do(lambda m: rearrange.join(m, alike))

    @precondition(lambda self: self.now.relations)
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        relation = self.relation(data)
        self.do(lambda m: rearrange.split(m, relation))

    @rule(data=st.data())
    def group(self, data: st.DataObject) -> None:
        cards = self.cards(data) if self.now.statements else []
        self.do(lambda m: edit.group(m, cards, "Side"))

    @precondition(lambda self: self.now.groups)
    @rule(data=st.data(), nest=st.booleans())
    def change_group(self, data: st.DataObject, *, nest: bool) -> None:
        chosen = data.draw(st.sampled_from(self.now.groups))
        if nest:
            parent = data.draw(st.sampled_from([group.id for group in self.now.groups]))
            self.do(lambda m: edit.put(m, Group(chosen.id, "Other", "#123456", parent=parent)))
        else:
            self.do(lambda m: removal.delete_group(m, chosen.id))

    @rule(title=st.sampled_from(["", "Title"]))
    def put_source(self, title: str) -> None:
        self.do(lambda m: edit.put(m, Source("source", title, date="2026-03-01")))

    @precondition(lambda self: self.now.sources)
    @rule()
    def delete_source(self) -> None:
        self.do(lambda m: removal.delete_source(m, m.sources[0].id))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data())
    def copy(self, data: st.DataObject) -> None:
        self.clipboard = fragment.extract(self.now, self.cards(data))
        assert flaws(self.clipboard) == []

    @rule(data=st.data())
    def paste(self, data: st.DataObject) -> None:
        target = data.draw(st.sampled_from(["", *self.now.statement_by_id]), "target")
        self.do(lambda m: fragment.paste(m, self.clipboard, target))

    @precondition(lambda self: self.now.statements)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        cards = self.cards(data)
        self.do(lambda m: fragment.duplicate(m, cards))

    @rule()
    def undo(self) -> None:
        if self.document.undo():
            self.future.append(self.past.pop())
        assert (self.now, self.text.text()) == self.past[-1]

    @rule()
    def redo(self) -> None:
        if self.document.redo():
            self.past.append(self.future.pop())
        assert (self.now, self.text.text()) == self.past[-1]

    @rule()
    def delete_and_undo(self) -> None:
        """Deleting everything and taking it back changes no byte."""
        everything = list(self.now.statement_by_id)
        text = self.text.text()
        if self.document.do("Delete", removal.delete_cards(self.now, everything)):
            self.future = [(self.now, self.text.text())]
            self.document.undo()
        assert self.text.text() == text

    @invariant()
    def the_map_is_sound(self) -> None:
        assert flaws(self.now) == []

    @invariant()
    def a_listener_that_only_hears_patches_stays_equal(self) -> None:
        assert self.heard == self.now

    @invariant()
    def the_file_says_the_same(self) -> None:
        reading = read(self.text.text())
        assert [p for p in reading.problems if p.code not in LOOSE] == []
        assert unnamed(reading.argument_map) == unnamed(self.now)

    @invariant()
    def the_history_is_as_long_as_what_was_done(self) -> None:
        assert len(self.document.done) == len(self.past) - 1
        assert self.document.modified == (self.text.text() != self.past[0][1])


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=60 * LONG, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize("notation", ["_: p q -> C", f"_: {'p' * 40} -> {'c' * 40}"])
def test_a_relation_named_because_it_is_undercut_is_read_back(notation: str) -> None:
    reading = read(dumps(a_map(notation)))
    document = Document(reading.argument_map, reading.text)
    (relation,) = reading.argument_map.relations
    document.do("Undercut", edit.add_rebuttal(document.argument_map, relation.id, "Doubt"))
    again = read(reading.text.text())
    assert again.problems == ()
    assert again.argument_map == document.argument_map
