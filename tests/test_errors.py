"""How places, problems and errors are put into words."""

from __future__ import annotations

import pytest

from argmap.errors import NOWHERE, ArgmapError, Place, Problem, Severity, in_a_row, shortened


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("pool.yaml", 3, 5), "pool.yaml:3:5"),
        (Place("pool.yaml", 3), "pool.yaml:3:1"),  # editors want a column
        (Place("pool.yaml"), "pool.yaml"),
        (Place("", 3, 5), "-:3:5"),
        (NOWHERE, "-"),
    ],
)
def test_a_place_is_written_as_compilers_do(place: Place, words: str) -> None:
    assert str(place) == words


def problem(hint: str = "", where: Place = NOWHERE, ids: tuple[str, ...] = ()) -> Problem:
    return Problem("too-long", Severity.HINT, "“a” has 30 words.", hint, where, ids)


def test_a_problem_is_one_line() -> None:
    place = Place("pool.yaml", 3, 5)
    assert str(problem(where=place)) == "pool.yaml:3:5: hint too-long “a” has 30 words."
    assert str(problem("Split it.", place)).endswith(" words. Split it.")


@pytest.mark.parametrize(
    ("known", "ids", "line"),
    [
        (NOWHERE, ("a", "b"), 3),
        (NOWHERE, ("nobody", "b"), 7),  # the first that has a place
        (NOWHERE, ("nobody",), 0),
        (NOWHERE, (), 0),
        (Place("other.yaml", 9, 1), ("a",), 9),  # it knows better
    ],
)
def test_a_problem_is_where_the_first_item_is_that_it_names(
    known: Place, ids: tuple[str, ...], line: int
) -> None:
    places = {"a": Place("pool.yaml", 3, 5), "b": Place("pool.yaml", 7, 5)}
    located = problem(where=known, ids=ids).located(places, Place("pool.yaml"))
    assert located.where.line == line
    assert located.where.file == ("other.yaml" if line == 9 else "pool.yaml")
    assert located.ids == ids


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ArgmapError("It is gone."), "It is gone."),
        (ArgmapError("It is gone.", "Look elsewhere."), "It is gone. Look elsewhere."),
        (ArgmapError("It is gone.", where=Place("a.yaml", 2, 1)), "a.yaml:2:1: It is gone."),
        (ArgmapError("Gone.", "Look.", Place("a.yaml")), "a.yaml: Gone. Look."),
    ],
)
def test_an_error_says_where_what_and_a_way_out(error: ArgmapError, words: str) -> None:
    assert str(error) == words


def test_only_errors_are_errors() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "hint"]


@pytest.mark.parametrize("left", "“`")
def test_what_is_quoted_is_cut_where_nobody_would_read_it(left: str) -> None:
    right = {"“": "”", "`": "`"}[left]
    for long in ("[" * 5000, "word " * 1000):
        told = str(ArgmapError(f"The text {left}{long}{right} needs quotes.", "Write it anew."))
        assert len(told) < 250
        assert told.startswith(f"The text {left}{long[:50]}")
        assert told.endswith(f"…{right} needs quotes. Write it anew.")
    assert len(str(problem(hint=f"Write {left}{'x' * 5000}{right}."))) < 300
    assert len(in_a_row("y" * 5000)) < 150


def test_sentences_of_any_number_stay_whole() -> None:
    many = "This is said. " * 200
    assert in_a_row(many) == many


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("It says “Sundays are quiet.”.", "It says “Sundays are quiet.”"),
        ("It says “Why not?”.", "It says “Why not?”"),
        ("It says “Sundays…”.", "It says “Sundays…”."),
        ("It says “Sundays”.", "It says “Sundays”."),
        ("“Sundays are quiet.” is said.", "“Sundays are quiet.” is said."),
        ("Write `“a.”`.", "Write `“a.”`."),
    ],
)
def test_a_sentence_that_ends_with_a_quoted_one_has_one_stop(said: str, reads: str) -> None:
    assert in_a_row(said, "Look.") == f"{reads} Look."
    assert str(Problem("too-long", Severity.HINT, said)).endswith(reads)
    assert str(ArgmapError(said)) == reads


def test_a_text_is_shortened_between_words() -> None:
    assert shortened("One two\n three", 40) == "One two three"
    assert shortened("One two three four", 12) == "One two…"
    assert shortened("x" * 90, 60) == "x" * 60 + "…"
