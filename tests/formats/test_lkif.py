"""LKIF: what each part becomes, and what is told; its sample is read in test_read."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from argmap.model.kinds import Judgement
from tests.formats.shapes import Shape, shape, told


def lkif(arguments: str, statements: str = "", head: str = "") -> Imported:
    """Read a graph of the statements p, q and r, each its own text."""
    plain = "".join(f'<statement id="{id_}"><s>{id_}</s></statement>' for id_ in "pqr")
    return loads(
        f"<lkif><argument-graph {head}><statements>{plain}{statements}</statements>"
        f"<arguments>{arguments}</arguments></argument-graph></lkif>",
        "lkif",
        "x.lkif",
    )


def premise(statement: str, **attributes: str) -> str:
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<premise statement="{statement}"{pairs}/>'


def argument(
    premises: str,
    conclusion: str = '<conclusion statement="p"/>',
    id_: str = "a",
    **attributes: str,
) -> str:
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    head = f'<argument id="{id_}"{pairs}>'
    return f"{head}{conclusion}<premises>{premises}</premises></argument>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (argument(premise("q")), [(("q",), "supports", "p")]),
        (argument(premise("q"), direction="pro"), [(("q",), "supports", "p")]),
        (argument(premise("q"), direction="con"), [(("q",), "attacks", "p")]),
        (argument(premise("q") + premise("r", type="assumption")), [(("q", "r"), "supports", "p")]),
        (
            argument(premise("q") + premise("r", type="exception")),
            [(("q",), "supports", "p"), (("r",), "attacks", "a")],
        ),
        (
            argument(premise("q", polarity="negative")),
            [(("q",), "attacks", "It is not the case that: q"),
             (("It is not the case that: q",), "supports", "p")],
        ),
        (
            argument(premise("q", polarity="negative") + premise("r", polarity="positive"))
            + argument(premise("q", polarity="negative"), '<conclusion statement="r"/>', "b"),
            [(("q",), "attacks", "It is not the case that: q"),
             (("It is not the case that: q", "r"), "supports", "p"),
             (("It is not the case that: q",), "supports", "r")],
        ),
        (
            argument(premise("r", type="exception")),
            [(("What argument a takes for granted.",), "supports", "p"), (("r",), "attacks", "a")],
        ),
    ],
)  # fmt: skip
def test_lkif_arguments_their_directions_exceptions_and_denials(text: str, expected: Shape) -> None:
    found = lkif(text)
    assert shape(found) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("weight", "expected", "lost"),
    [
        ("0.25", 0.25, []),
        ("", 1, []),
        ("3", 3, []),
        ("0", 1, ["weights that are no positive numbers (1): a: 0"]),
        ("-1", 1, ["weights that are no positive numbers (1): a: -1"]),
        ("nan", 1, ["weights that are no positive numbers (1): a: nan"]),
        ("1e99", 1, ["weights that are no positive numbers (1): a: 1e99"]),
        ("heavy", 1, ["weights that are no positive numbers (1): a: heavy"]),
    ],
)
def test_lkif_weights_are_positive_numbers_or_told(
    weight: str, expected: float, lost: list[str]
) -> None:
    found = lkif(argument(premise("q"), weight=weight))
    assert [r.weight for r in found.argument_map.relations] == [expected]
    assert told(found) == lost


@pytest.mark.parametrize(
    ("value", "judgement"),
    [("true", Judgement.ACCEPTED), ("false", Judgement.REJECTED), ("unknown", None), ("", None)],
)
def test_lkif_values_are_judgements(value: str, judgement: Judgement | None) -> None:
    found = lkif("", f'<statement id="s" value="{value}">So\n  <b>it</b> is</statement>')
    statement = found.argument_map.statements[3]
    assert (statement.text, statement.judgement) == ("So it is", judgement)


@pytest.mark.parametrize(
    ("found", "messages"),
    [
        (lkif(argument(premise("q"), "")), ["arguments without a conclusion (1): a"]),
        (lkif(argument(premise("q", role="fact"))), ["roles of premises (1): a: fact"]),
        (lkif("", head='main-issue="p" title="T"'), ["main issues (1): p"]),
        (
            lkif("", '<statement id="s" standard="BA"><s>S</s></statement>'),
            ["standards of proof (1): s"],
        ),
        (lkif('<rule id="r1"/><rule>If a then b</rule>'), ["rules (2): r1, If a then b"]),
        (lkif('<source uri="http://x.y"/><theory id="t"/>'),
         ["sources (1): http://x.y", "theories (1): t"]),
        (lkif(argument(premise("z"))), ["A premise is not in the file: “z”."]),
        (lkif(argument(premise("z", polarity="negative"))), ["A premise is not in the file: “z”."]),
        (lkif(argument(premise("q"), '<conclusion statement="z"/>')),
         ["What “z” names is not in the file."]),
    ],
)  # fmt: skip
def test_lkif_tells_what_it_does_not_take_over(found: Imported, messages: list[str]) -> None:
    assert told(found) == messages


def test_lkif_keeps_the_names_and_titles_of_arguments_and_of_the_first_graph() -> None:
    found = lkif(argument(premise("q"), title="Because", scheme="Expert Opinion"), head='title="T"')
    (relation,) = found.argument_map.relations
    assert (relation.id, relation.note, relation.scheme) == ("a", "Because", "Expert Opinion")
    assert found.argument_map.title == "T"
