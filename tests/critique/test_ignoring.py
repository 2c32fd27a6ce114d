from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.critique import RULES, check, ignore, ignored_by, stop_ignoring
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Statement, Table
from argmap.store.yaml_file import dumps, read

CODES = st.lists(st.sampled_from([rule.code for rule in RULES]), unique=True)


def test_a_rule_that_is_ignored_finds_nothing_until_it_is_heeded_again() -> None:
    asking = ArgumentMap(statements=(Statement("a", "Should the pool open on Sundays?"),))
    assert [p.code for p in check(asking)] == ["question-not-statement"]
    silent = ignore(asking, "question-not-statement")
    assert check(silent) == ()
    assert stop_ignoring(silent, "question-not-statement") == asking


def test_it_stands_in_the_file_as_the_manual_says() -> None:
    text = dumps(ignore(ignore(ArgumentMap(), "too-long"), "circular"))
    assert "x-check:\n  ignore: [too-long, circular]\n" in text
    assert ignored_by(read(text).argument_map) == ("too-long", "circular")


@given(CODES)
def test_heeding_all_again_leaves_no_trace(codes: list[str]) -> None:
    argument_map = ArgumentMap(extra=(("x-own", 1),))
    for code in codes:
        argument_map = ignore(ignore(argument_map, code), code)
    assert ignored_by(argument_map) == tuple(codes)
    for code in codes:
        argument_map = stop_ignoring(argument_map, code)
    assert argument_map == ArgumentMap(extra=(("x-own", 1),))


def test_what_else_stands_in_the_key_is_kept() -> None:
    before = read("argmap: 1\nx-check: {strict: true, ignore: circular}\n").argument_map
    after = ignore(before, "too-long")
    assert dict(after.extra)["x-check"] == Table(
        (("strict", True), ("ignore", ("circular", "too-long")))
    )
    assert dict(stop_ignoring(after, "circular").extra)["x-check"] == Table(
        (("strict", True), ("ignore", ("too-long",)))
    )


def test_a_key_that_is_no_table_is_not_written_over() -> None:
    mine = ArgumentMap(extra=(("x-check", "done by Ada"),))
    assert ignored_by(mine) == ()
    for change in (ignore, stop_ignoring):
        with pytest.raises(ArgmapError, match="has to be a table") as caught:
            change(mine, "too-long")
        assert "ignore: []" in caught.value.hint
