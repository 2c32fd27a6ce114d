"""Every example opens without a problem, is drawn, and is what the manual says it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from argmap import paths
from argmap.critique import check
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from argmap.reasoning import crux_of_disagreement, evaluate
from argmap.rendering import render
from argmap.store.yaml_file import load
from argmap.texts.anchoring import Match
from argmap.texts.lookup import in_the_map
from argmap.texts.report import sources

EXAMPLES = sorted(paths.examples().glob("*.argmap.yaml"))


def example(name: str) -> ArgumentMap:
    """Read an example by its name."""
    return load(paths.examples() / f"{name}.argmap.yaml").argument_map


def undercuts(argument_map: ArgumentMap) -> int:
    """Count attacks on relations."""
    return sum(
        r.bearing is Bearing.ATTACKS and r.target in argument_map.relation_by_id
        for r in argument_map.relations
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_opens_without_problems_and_is_drawn(path: Path) -> None:
    reading = load(path)
    assert reading.problems == ()
    svg = render(reading.argument_map, "svg").decode()
    for statement in reading.argument_map.statements:
        assert f'id="{statement.id}"' in svg


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_is_good_style(path: Path) -> None:
    argument_map = load(path).argument_map
    assert argument_map.title
    assert argument_map.language == "en"
    assert len(walk.roots(argument_map)) == 1
    for statement in argument_map.statements:
        assert statement.text.endswith(".")
        assert len(statement.text.split()) < 25
        for cite in statement.cites:
            assert cite.source in argument_map.source_by_id
            assert len(cite.quote.split()) <= 12


def test_the_dispute_is_what_it_is_said_to_be() -> None:
    dispute = example("indivisible-security")
    assert 25 <= len(dispute.statements) <= 40
    assert undercuts(dispute) >= 2
    assert any(relation.linked for relation in dispute.relations)
    assert {s.group for s in dispute.statements} == set(dispute.group_by_id)
    quoted = {cite.source for s in dispute.statements for cite in s.cites if cite.quote}
    assert quoted == {"letter-report", "interview-report"}


MOSCOW, WEST = "moscow-reading", "western-reading"


@pytest.mark.parametrize(("viewpoint", "label"), [(MOSCOW, "accepted"), (WEST, "rejected")])
def test_each_side_of_the_dispute_settles_it_its_own_way(viewpoint: str, label: str) -> None:
    evaluation = evaluate(example("indivisible-security"), viewpoint=viewpoint)
    for id_ in ("answer-owed", "west-in-breach", "duty-limits-choice", "at-russias-expense"):
        assert evaluation.statements[id_] == label
    assert evaluation.statements["duty-binds"] == "accepted", "both sides grant the duty"
    assert evaluation.tensions == ()


def test_the_sides_part_over_a_few_premises() -> None:
    dispute = example("indivisible-security")
    reading = {"halves-fit-together", "fears-are-no-rights"}
    assert set(crux_of_disagreement(dispute, MOSCOW, WEST, "duty-limits-choice")) == reading
    whole = set(crux_of_disagreement(dispute, MOSCOW, WEST, "answer-owed"))
    assert whole == reading | {"weapons-threaten"}


def test_each_small_example_shows_one_idea() -> None:
    assert not any(r.linked for r in example("simple-claim").relations)
    assert any(r.linked for r in example("linked-premises").relations)
    assert undercuts(example("undercut")) == 1
    assert walk.depth(example("rebuttal-of-a-rebuttal")) == 3


def test_every_quote_of_the_letter_stands_where_it_is_said_to() -> None:
    letter = example("branch-library")
    (report,) = sources(letter, in_the_map)
    assert report.text
    assert len(report.cites) >= 20
    for cited in report.cites:
        assert cited.anchor, cited.cite.quote
        assert cited.anchor.match is not Match.SIMILAR
        assert cited.anchor.rivals == 0
        assert cited.place == cited.cite.at
    said = [s for s in letter.statements if not s.implicit]
    assert {cited.statement for cited in report.cites} == {s.id for s in said}


def test_the_letter_is_shipped_in_full() -> None:
    (letter,) = example("branch-library").sources
    text = (paths.examples() / "branch-library.txt").read_text(encoding="utf-8")
    assert letter.text == text
    assert 500 <= len(text.split()) <= 800


def test_a_letter_that_is_tampered_with_is_noticed() -> None:
    whole = example("branch-library")
    (letter,) = whole.sources
    changed = replace(letter, text=letter.text.replace("until then", "until the end"))
    problems = check(replace(whole, sources=(changed,)))
    assert [(p.code, p.ids[0]) for p in problems] == [
        ("source-changed", "letter"),
        ("quote-differs", "rent-runs-on"),
    ]
