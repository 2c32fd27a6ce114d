from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Open, Ties
from argmap.reasoning import Explanation, Label, evaluate
from argmap.reasoning.structure import structure_of
from argmap.reasoning.wording import shortened
from tests.reasoning.maps import argument_maps, written

CASES = Path(__file__).parents[1] / "cases" / "reasoning" / "explanations.txt"


def cases() -> list[list[str]]:
    """Return (map, judged, options, id, expected lines) from the golden file."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
        if lines:
            asked = [part.strip() for part in lines[0].split("|")]
            found.append([*asked, "\n".join(lines[1:])])
    return found


@pytest.mark.parametrize(("text", "judged", "options", "id_", "lines"), cases())
def test_explanations_read_well(text: str, judged: str, options: str, id_: str, lines: str) -> None:
    argument_map = written(text, judged)
    names = {s.id: s.id for s in argument_map.statements}
    named = tuple(replace(s, text=names[s.id]) for s in argument_map.statements)
    option = dict(part.split() for part in options.split(", ") if part)

    explanation = evaluate(
        replace(argument_map, statements=named), option.get("open"), option.get("ties")
    ).why(id_)

    assert str(explanation) == lines


def needed_part(argument_map: ArgumentMap, explanation: Explanation) -> ArgumentMap:
    """Return the map of what the lines name, with the ends of its relations."""
    structure = structure_of(argument_map)
    named = {id_ for line in explanation.lines for id_ in line.ids}
    while True:
        relations = [r for r in argument_map.relations if r.id in named]
        ends = {end for r in relations for end in (*r.premises, r.target)}
        if ends <= named:
            break
        named |= ends
    return ArgumentMap(
        statements=tuple(s for s in argument_map.statements if s.id in named),
        relations=tuple(
            # On a circle weights are capped, and the circle may be left out.
            replace(r, weight=structure.weight[structure.number[r.id]])
            for r in relations
        ),
    )


@settings(max_examples=200)
@given(argument_maps(), st.sampled_from(Open), st.sampled_from(Ties), st.data())
def test_what_a_decided_label_names_is_enough_for_it(
    argument_map: ArgumentMap, open_: Open, ties: Ties, data: st.DataObject
) -> None:
    evaluation = evaluate(argument_map, open_, ties)
    labels = {**evaluation.statements, **evaluation.relations}
    id_ = data.draw(st.sampled_from(sorted(labels)))
    explanation = evaluation.why(id_)

    if labels[id_] is not Label.UNDECIDED:
        alone = evaluate(needed_part(argument_map, explanation), open_, ties)
        assert {**alone.statements, **alone.relations}[id_] is labels[id_]


@settings(max_examples=200)
@given(argument_maps(), st.sampled_from(Open), st.sampled_from(Ties))
def test_explanations_are_trees_that_name_each_part_once(
    argument_map: ArgumentMap, open_: Open, ties: Ties
) -> None:
    evaluation = evaluate(argument_map, open_, ties)
    labels = {**evaluation.statements, **evaluation.relations}
    for id_ in labels:
        lines = evaluation.why(id_).lines
        subjects = [line.id for line in lines]

        assert subjects[0] == id_
        assert len(set(subjects)) == len(subjects)
        assert [line.depth for line in lines].count(0) == 1
        for before, after in pairwise(lines):
            assert 1 <= after.depth <= before.depth + 1
        for line in lines:
            assert line.label is labels[line.id]
            assert line.text.startswith(f"{line.label}: ")
            assert set(line.ids) <= labels.keys()
            assert line.ids[0] == line.id


@settings(max_examples=200)
@given(argument_maps(), st.sampled_from(Open), st.sampled_from(Ties))
def test_what_is_undecided_leads_to_an_open_leaf_a_stand_off_or_a_loop(
    argument_map: ArgumentMap, open_: Open, ties: Ties
) -> None:
    evaluation = evaluate(argument_map, open_, ties)
    for id_, label in evaluation.statements.items():
        if label is not Label.UNDECIDED:
            continue
        *way, end = [line for line in evaluation.why(id_).lines if line.label is Label.UNDECIDED]
        assert all(line.text.endswith(", is undecided") for line in way)
        if "wait" in end.text:
            assert evaluation.basis[end.id] == "depends"
        else:
            root = "open" if "it is open" in end.text else "contested"
            assert evaluation.basis[end.id] == root


@given(argument_maps(), st.sampled_from(Open))
def test_the_smallest_explanation_is_not_larger_than_what_leads_there(
    argument_map: ArgumentMap, open_: Open
) -> None:
    evaluation = evaluate(argument_map, open_)
    structure = structure_of(argument_map)
    for id_ in evaluation.statements:
        leading = {structure.ids[i] for i in structure.leads_to(structure.number[id_], ())}
        assert {line.id for line in evaluation.why(id_).lines} <= leading


def test_of_two_reasons_the_shorter_one_is_told() -> None:
    argument_map = written("far -> near; near -> C; short -> C", "far short A")

    subjects = [line.id for line in evaluate(argument_map).why("C").lines]
    assert subjects == ["C", "short"]


def test_a_title_stands_for_a_long_text_and_texts_are_cut_between_words() -> None:
    long = "word " * 40
    argument_map = ArgumentMap(statements=(Statement("C", long, title="Short"),))

    assert evaluate(argument_map).why("C").lines[0].subject == "“Short”"
    assert shortened(long) == " ".join(["word"] * 12) + "…"
    assert shortened("Two\nlines.") == "Two lines"
    assert shortened("x" * 100) == "x" * 60 + "…"


def test_texts_are_said_as_they_are() -> None:
    argument_map = ArgumentMap(statements=(Statement("C", "<b>100 %</b> {x} %s"),))

    assert evaluate(argument_map).why("C").lines[0].subject == "“<b>100 %</b> {x} %s”"
