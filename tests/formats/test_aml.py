"""Araucaria's AML: what each part becomes, and what is told; its samples are in test_read."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from tests.formats.shapes import Shape, shape, told


def unit(text: str, *parts: str, missing: str = "no", more: str = "", offset: str = "-1") -> str:
    words = f'<PROPTEXT offset="{offset}">{text}</PROPTEXT>'
    return f'<AU><PROP missing="{missing}">{words}{more}</PROP>{"".join(parts)}</AU>'


def held(name: str, *units: str) -> str:
    return f"<{name}>{''.join(units)}</{name}>"


def aml(*parts: str) -> Imported:
    return loads(held("ARG", *parts), "aml", "x.aml")


def scheme(name: str) -> str:
    return f'<INSCHEME scheme="{name}" schid="0"/>'


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (unit("p", held("CA", unit("q"))), [(("q",), "supports", "p")]),
        (
            unit("p", held("CA", unit("q")), held("CA", unit("r"))),
            [(("q",), "supports", "p"), (("r",), "supports", "p")],
        ),
        (unit("p", held("LA", unit("q"), unit("r"))), [(("q", "r"), "supports", "p")]),
        (unit("p", held("REFUTATION", unit("q"))), [(("q",), "attacks", "p")]),
        (
            unit("p", held("CA", unit("q", held("REFUTATION", unit("r"))))),
            [(("q",), "supports", "p"), (("r",), "attacks", "q")],
        ),
        (unit("p", held("CA")), []),
        (unit("p") + unit("q"), []),
    ],
)
def test_aml_premises_stand_alone_or_together_and_refutations_attack(
    tree: str, expected: Shape
) -> None:
    found = aml(tree)
    assert shape(found) == expected
    assert told(found) == []


def test_aml_a_step_has_the_first_scheme_of_its_premises_and_the_others_are_told() -> None:
    linked = unit("q", more=scheme("Sign")) + unit("r", more=scheme("Sign") + scheme("Analogy"))
    found = aml(unit("p", held("LA", linked), more=scheme("Popular")))
    assert [r.scheme for r in found.argument_map.relations] == ["Sign"]
    assert told(found) == ["further schemes of a step (1): Analogy"]


def test_aml_owners_say_it_and_what_is_missing_is_implicit() -> None:
    people = '<OWNER name="Ann"/><OWNER name=""/><OWNER name="Bob"/>'
    found = aml(unit("p", more=people, missing="yes"))
    (statement,) = found.argument_map.statements
    assert (statement.said_by, statement.implicit) == ("Ann, Bob", True)


@pytest.mark.parametrize(
    ("text", "offset", "at"),
    [("<TEXT>So p.</TEXT>", "3", ["3"]), ("<TEXT>So p.</TEXT>", "-1", []), ("", "3", [])],
)
def test_aml_what_stands_in_the_text_is_quoted(text: str, offset: str, at: list[str]) -> None:
    (statement,) = aml(text, unit("p", offset=offset)).argument_map.statements
    assert [(cite.quote, cite.at) for cite in statement.cites] == [("p", place) for place in at]


def test_aml_remarks_and_definitions_of_schemes_are_told_and_its_author_kept() -> None:
    found = aml(
        "<SCHEMESET><SCHEME><NAME>Sign</NAME></SCHEME></SCHEMESET>",
        "<EDATA><AUTHOR>Ann</AUTHOR><DATE>2026</DATE><SOURCE></SOURCE></EDATA>",
        unit("p"),
    )
    assert found.argument_map.authors == ("Ann",)
    assert told(found) == ["definitions of schemes (1): Sign", "remarks on the file (1): DATE"]


def test_aml_a_unit_without_a_proposition_is_a_statement_without_words() -> None:
    found = aml(held("AU", held("CA", unit("q"))))
    assert shape(found) == [(("q",), "supports", "")]
