"""The readers of smaller formats, on samples of our own that tests/cases/formats holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Judgement, Kind

SAMPLES = Path(__file__).parents[1] / "cases" / "formats"
PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def sample(name: str) -> Imported:
    return loads((SAMPLES / name).read_bytes(), file=name)


def shape(m: ArgumentMap) -> list[tuple[tuple[str, ...], str, object]]:
    """Return each relation as the texts of its premises, what it does, and its target.

    The target is a text, or for a relation the shape's own entry for that one.
    """
    texts = {s.id: s.text for s in m.statements}
    premises = {r.id: tuple(texts[p] for p in r.premises) for r in m.relations}
    return [
        (premises[r.id], str(r.bearing), texts.get(r.target) or ("step", *premises[r.target]))
        for r in m.relations
    ]


OPEN, ASKED, FEW = "The pool should open.", "People asked for it.", "They were few."
WISH = "What people ask for should be done."


def test_mindmup_groups_ranks_strength_and_groups_in_groups() -> None:
    m = sample("mindmup.json").argument_map
    cost = "Staff cost doubles."
    assert shape(m) == [
        ((ASKED, WISH), "supports", OPEN),
        ((cost,), "attacks", OPEN),
        (("Volunteers will do it.",), "attacks", ("step", cost)),
    ]
    assert [r.weight for r in m.relations] == [1, 4, 1]
    assert [s.implicit for s in m.statements] == [False, False, True, False, False]
    assert m.statements[3].note == "See the budget."


def test_carneades_undercutters_assumptions_and_losses() -> None:
    found = sample("carneades.yml")
    m = found.argument_map
    assert shape(m) == [
        ((ASKED, WISH), "supports", OPEN),
        ((FEW,), "attacks", ("step", ASKED, WISH)),
    ]
    assert m.relations[0].scheme == "practical-reasoning"
    accepted = [s.id for s in m.statements if s.judgement is Judgement.ACCEPTED]
    assert accepted == ["asked", "wish"]
    assert [str(loss) for loss in found.losses] == ["expected labels (1): in"]


def test_carneades_rules_are_told_as_lost() -> None:
    text = "statements:\n  a: A\nargument_schemes:\n  - id: s1\n  - id: s2\n"
    assert [str(loss) for loss in loads(text, file="x.yml").losses] == ["rules (2): s1, s2"]


def test_the_other_argmap_strengths_unstated_claims_and_objections() -> None:
    m = sample("dsanson.yml").argument_map
    assert shape(m) == [((ASKED, WISH), "supports", OPEN), ((FEW,), "attacks", ASKED)]
    assert m.relations[0].weight == 4
    assert [s.text for s in m.statements if s.implicit] == [WISH]
    assert m.statements[0].note == "From the council."


def test_a_claim_that_comes_twice_is_told_and_read() -> None:
    found = loads("A:\n  r1:\n    B:\n    B:\n", "other-argmap", "x.yml")
    assert [p.where.line for p in found.problems] == [4]
    assert [s.text for s in found.argument_map.statements] == ["A", "B", "B"]


def test_lkif_exceptions_undercut_and_values_are_judgements() -> None:
    m = sample("lkif.xml").argument_map
    assert shape(m) == [
        (("People asked.",), "supports", OPEN),
        ((FEW,), "attacks", ("step", "People asked.")),
    ]
    assert m.statement_by_id["people-asked"].judgement is Judgement.ACCEPTED
    assert (m.title, m.relations[0].weight) == ("Pool", 0.5)


def test_lkif_a_negative_premise_is_a_statement_that_the_denied_one_attacks() -> None:
    text = (SAMPLES / "lkif.xml").read_text(encoding="utf-8").replace('"positive"', '"negative"', 1)
    m = loads(text, "lkif").argument_map
    denied = "It is not the case that: People asked."
    assert ((denied,), "supports", OPEN) in shape(m)
    assert (("People asked.",), "attacks", denied) in shape(m)


def test_araucaria_linked_convergent_refuted_missing_and_quoted() -> None:
    m = sample("araucaria.aml").argument_map
    wish = "What people ask for should be done"
    assert shape(m) == [
        (("staff is dear",), "attacks", "Open the pool"),
        (("people asked", wish), "supports", "Open the pool"),
    ]
    assert [s.implicit for s in m.statements] == [False, False, False, True]
    assert m.relations[1].scheme == "Popular Opinion"
    assert m.statements[0].said_by == "Ann"
    assert [(c.quote, c.at) for c in m.statements[0].cites] == [("Open the pool", "0")]


def test_arggraph_undercuts_and_added_premises() -> None:
    m = sample("microtext.xml").argument_map
    claim, asked = "The pool should open,", "since people asked."
    wish = "and what is asked should be done."
    assert shape(m) == [
        ((asked, wish), "supports", claim),
        (("They were few, though,",), "attacks", ("step", asked, wish)),
    ]
    assert [s.tags for s in m.statements] == [(), (), ("opponent",), ()]


def test_argumentative_helpers_are_co_premises() -> None:
    m = sample("cats.axl").argument_map
    assert shape(m) == [
        (("They purr", "What purrs is good company"), "supports", "Cats are good company"),
        (("They scratch",), "attacks", "Cats are good company"),
        (("Seldom",), "attacks", "They scratch"),
    ]
    assert m.authors == ("Ann",)


def test_argunet_premises_conclusions_groups_and_sketched_edges() -> None:
    m = sample("argunet.graphml").argument_map
    step = ("step", "People asked.", "What is asked should be done.")
    assert shape(m) == [
        (step[1:], "supports", "Open it."),
        (("Open it.",), "supports", OPEN),
        ((FEW,), "attacks", step),
    ]
    assert [(g.title, m.title) for g in m.groups] == [("The council", "Pool")]
    assert m.relations[0].note == "Demand\n\nWhat people want."


def test_rationale_older_dialect_by_index_paths() -> None:
    m = sample("dialect-a.rtnl").argument_map
    assert shape(m) == [
        (('People "asked"\nfor it.',), "supports", OPEN),
        (("Staff cost doubles.",), "attacks", OPEN),
    ]


def test_rationale_newer_dialect_with_an_undercut_and_a_note() -> None:
    m = sample("dialect-b.rtnl").argument_map
    linked = (ASKED, "What people ask for\nshould be done.")
    assert shape(m) == [
        (linked, "supports", OPEN),
        ((FEW,), "attacks", ("step", *linked)),
    ]
    assert m.statements[3].note == "Two hundred."


def test_arguebuf_schemes_and_speakers() -> None:
    m = sample("arguebuf.json").argument_map
    assert shape(m) == [(("A doctor says so.",), "supports", OPEN)]
    assert (m.relations[0].scheme, m.statements[1].said_by) == ("expert-opinion", "Ann")


def test_indented_text_with_a_step_of_linked_premises() -> None:
    m = sample("plain.txt").argument_map
    linked = ("Staff cost doubles.", "The budget is fixed.")
    assert shape(m) == [
        ((ASKED,), "supports", OPEN),
        (("They filled in a form.",), "supports", ASKED),
        (linked, "attacks", OPEN),
        (("Volunteers will do it.",), "attacks", ("step", *linked)),
    ]


def test_markdown_headings_hold_the_lists_below_them() -> None:
    m = loads("# T\n\n## A\n\n- B\n  - Con: C\n\n## D\n", "markdown").argument_map
    assert m.title == "T"
    assert shape(m) == [(("B",), "supports", "A"), (("C",), "attacks", "B")]


def test_freeplane_icons_rich_text_and_notes() -> None:
    m = sample("pool.mm").argument_map
    assert shape(m) == [
        ((ASKED,), "supports", OPEN),
        (("Staff cost doubles.",), "attacks", OPEN),
    ]
    assert m.statements[2].note == "See the budget."


def test_a_table_of_others_with_their_names_for_columns() -> None:
    found = sample("pool.csv")
    linked = (ASKED, "What people ask for,\nshould be done.")
    assert shape(found.argument_map) == [
        (linked, "supports", OPEN),
        ((FEW,), "attacks", ("step", *linked)),
    ]
    assert [s.said_by for s in found.argument_map.statements] == ["Ann", "", "", "Bob"]


def test_a_table_with_levels_as_columns() -> None:
    m = sample("levels.tsv").argument_map
    assert [r.target for r in m.relations] == ["the-pool-should-open", "people-asked-for-it",
                                               "the-pool-should-open"]  # fmt: skip


def test_cells_that_spreadsheets_would_run_are_defused_and_come_back() -> None:
    m = ArgumentMap(
        statements=(
            Statement("a", "=1+1"),
            Statement("b", "'quoted"),
        )
    )
    text = dumps(m, "csv").text
    assert "'=1+1" in text
    assert [s.text for s in loads(text, "csv").argument_map.statements] == ["=1+1", "'quoted"]


def test_a_table_tells_unknown_columns_and_odd_words() -> None:
    found = loads("id,text,parent,relation,shoe\n1,A,,,9\n2,B,1,maybe,8\n", "csv", "t.csv")
    assert [str(loss) for loss in found.losses] == ["columns (1): shoe"]
    assert [(p.where.line, "maybe" in p.message) for p in found.problems] == [(3, True)]


def test_attack_graphs_name_their_translation() -> None:
    m = ArgumentMap(
        statements=(Statement("a", "A"), Statement("b", "B", Kind.PREMISE)),
        relations=(Relation("r", ("b",), PRO, "a"),),
    )
    assert "# Every statement and every relation is an argument." in dumps(m, "iccma").text
    assert "# 1 stands for a" in dumps(m, "iccma").text
    read = loads(dumps(m, "iccma").text, "iccma").argument_map
    assert {"a", "b", "r", "not-b", "no-reason-a"} == set(read.statement_by_id)
    assert all(relation.bearing is CON for relation in read.relations)


def test_attack_graphs_read_what_comments_and_quotes_say() -> None:
    assert [s.id for s in sample("graph.af").argument_map.statements] == ["open", "2", "3"]
    found = loads('arg(a).arg("b c").att("b c",a).\ntext(a,"A, b").\nnonsense\n', "apx", "g.apx")
    assert [s.text for s in found.argument_map.statements] == ["A, b", "b c"]
    assert [p.where.line for p in found.problems] == [3]
    with pytest.raises(ArgmapError, match="p af"):
        loads("1 2\n", "iccma")
