"""Sentences without quotes, tabs, a version left out: read as meant, told, and repaired."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.document import Document
from argmap.model.kinds import Bearing
from argmap.store.reading.repairs import Repair, repaired
from argmap.store.yaml_file import Reading, read

BEFORE = "argmap: 1\nstatements:\n  - id: a\n    text: "
BEHIND = "\n    kind: claim\n  - id: b\n    text: B\n"


def all_repairs(reading: Reading) -> tuple[Repair, ...]:
    return (*reading.repairs, *reading.offered)


SENTENCES = [
    ("He said: it is late.", "a colon before a blank"),
    ("Why:", "a colon before a blank, or at the end"),
    ("a\tb: c", "a colon"),
    ('"He said" so.', "goes on behind the quotes"),
    ("'Tis true.", "never closed"),
    ('"open', "never closed"),
    ("[1] says so.", "a bracket begins a list"),
    ("[sic]", "a bracket begins a list"),
    ("] ends", "a bracket ends a list"),
    ("{a} b", "a brace begins"),
    ("{x}", "a brace begins"),
    ("} x", "a brace ends"),
    ("*important* thing", "an asterisk"),
    ("*important", "an asterisk"),
    ("&c is short for et cetera", "an ampersand"),
    ("!stop it", "an exclamation mark"),
    ("!", "an exclamation mark"),
    ("@home is best", "for itself"),
    ("`code` is text", "for itself"),
    ("%5 of them", "for itself"),
    (", too", "for itself"),
    ("| or", "a vertical bar"),
    ("> 5 people", "a greater-than sign"),
    ("- a dash", "a hyphen before a blank"),
    ("? what", "a question mark before a blank"),
]


@pytest.mark.parametrize(("sentence", "reason"), SENTENCES, ids=[each[0] for each in SENTENCES])
def test_a_sentence_is_read_as_it_is_meant_and_put_in_quotes(sentence: str, reason: str) -> None:
    text = BEFORE + sentence + BEHIND
    reading = read(text, "f")
    assert [s.text for s in reading.argument_map.statements] == [sentence, "B"]
    assert not reading.read_only
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.ids) == ("unquoted", Severity.ERROR, ("a",))
    assert str(problem.where) == "f:4:11"
    assert f"“{sentence}” needs quotes" in problem.message
    assert reason in problem.message
    fixed = repaired(text, all_repairs(reading))
    assert fixed.split("\n")[3].strip() in problem.hint
    again = read(fixed)
    assert (again.problems, again.argument_map) == ((), reading.argument_map)
    assert fixed == reading.text.text()


@pytest.mark.parametrize("sentence", ["-dash", "?what", ":colon", "a 'b' c", "null", "No", "12:30"])
def test_what_yaml_reads_as_it_stands_is_left_alone(sentence: str) -> None:
    reading = read(BEFORE + sentence + BEHIND)
    assert reading.argument_map.statements[0].text == sentence
    assert (reading.problems, all_repairs(reading)) == ((), ())


QUOTED = [
    ("'It's late.'", "It's late."),
    ('"He said "no" to it."', 'He said "no" to it.'),
    ('"A path: C:\\x."', "A path: C:\\x."),
    ('"Yes" and "no"', '"Yes" and "no"'),
    ("'Yes' and 'no'", "'Yes' and 'no'"),
]


@pytest.mark.parametrize(("typed", "meant"), QUOTED)
def test_quotes_around_a_text_are_those_of_yaml_where_others_only_stand_within(
    typed: str, meant: str
) -> None:
    reading = read(BEFORE + typed + BEHIND)
    assert [s.text for s in reading.argument_map.statements] == [meant, "B"]
    assert [p.code for p in reading.problems] == ["unquoted"]
    assert read(reading.text.text()).problems == ()


WITHIN = [
    ("statements: [{id: a, text: A}]\nauthors: [@ann, Bob: x, Cy]\n", ("@ann", "Bob: x", "Cy")),
    ("authors:\n  - @ann\n  - Bob: x # he\n  - Cy\nstatements: []\n", ("@ann", "Bob: x", "Cy")),
    ("authors:\n- @ann\n- 'tis me\nstatements: []\n", ("@ann", "'tis me")),
]


@pytest.mark.parametrize(("body", "authors"), WITHIN)
def test_texts_of_a_list_are_put_in_quotes(body: str, authors: tuple[str, ...]) -> None:
    reading = read(f"argmap: 1\n{body}")
    assert reading.argument_map.authors == authors
    assert {p.code for p in reading.problems} == {"unquoted"}
    again = read(reading.text.text())
    assert (again.argument_map, again.problems) == (reading.argument_map, ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("He said: it is late", "a colon before a blank"),
        ("It's [sic] late", "within brackets a comma, a bracket"),
        ("@ann says", "for itself"),
        ("'tis so", "never closed"),
    ],
)
@pytest.mark.parametrize("behind", ["", ", kind: premise", ", x-mine: [1, 2]"])
def test_texts_of_an_item_in_braces_are_put_in_quotes(text: str, why: str, behind: str) -> None:
    body = f'  - {{id: a, text: {text}{behind}}} # so\n  - {{id: b, text: "B: b"}}\n'
    reading = read(f"argmap: 1\nstatements:\n{body}", "f")
    assert [s.text for s in reading.argument_map.statements] == [text, "B: b"]
    (problem,) = reading.problems
    assert (problem.code, str(problem.where)) == ("unquoted", "f:3:19")
    assert why in problem.message
    again = read(reading.text.text())
    assert (again.argument_map, again.problems) == (reading.argument_map, ())
    assert "} # so" in reading.text.text()


@pytest.mark.parametrize("text", ["Yes, we can", "Yes, we can, and shall"])
def test_a_comma_that_cuts_a_text_in_braces_is_told(text: str) -> None:
    before = "argmap: 1\nstatements:\n  - {id: a, text: "
    reading = read(f"{before}{text}, kind: claim}}\n", "f")
    told = next(p for p in reading.problems if p.code == "cut-text")
    assert (told.severity, str(told.where)) == (Severity.WARNING, "f:3:19")
    assert told.message.startswith("Only “Yes” is read of this text")
    fixed = read(repaired(reading.text.text(), all_repairs(reading)))
    assert [(s.id, s.text) for s in fixed.argument_map.statements] == [("a", text)]
    assert fixed.problems == ()


def test_a_key_of_others_costs_nothing_but_its_quotes() -> None:
    own = "    x-mine: He said: no\n    x-more: [1, {a: b}]\n    x-block: |\n      a: b: c\n"
    reading = read(BEFORE + "A\n" + own.rstrip("\n") + BEHIND)
    assert [p.code for p in reading.problems] == ["unquoted"]
    assert dict(reading.argument_map.statements[0].extra)["x-mine"] == "He said: no"
    assert read(reading.text.text()).problems == ()


def test_a_line_that_is_not_deep_enough_goes_on_with_the_text() -> None:
    text = "argmap: 1\nsummary: It goes\non here.\nstatements:\n"
    text += "  - id: a\n    text: He said\n    that it is late.\n    kind: claim\n"
    reading = read(text)
    assert reading.argument_map.summary == "It goes on here."
    assert [s.text for s in reading.argument_map.statements] == ["He said that it is late."]
    assert [(p.code, p.where.line) for p in reading.problems] == [("unquoted", 2), ("unquoted", 6)]
    assert "no deeper than its key" in reading.problems[0].message
    assert read(reading.text.text()).problems == ()


def test_a_sentence_of_several_lines_and_a_comment_behind_one() -> None:
    text = (
        "argmap: 1\nstatements:\n  - text: He said: it is\n\n"
        '      "late": now\n    id: a\n    note: No: never # a remark\n    title: |\n'
        "      title: stays: as it is\n"
    )
    broken = text.replace("\n\n", "\n")
    reading = read(broken)
    (statement,) = reading.argument_map.statements
    assert statement.text == 'He said: it is "late": now'
    assert (statement.note, statement.title) == ("No: never", "title: stays: as it is\n")
    assert [p.where.line for p in reading.problems] == [3, 6]
    assert "# a remark" in reading.text.text()
    assert read(reading.text.text()).problems == ()


def test_all_that_is_wrong_is_told_and_the_rest_is_shown() -> None:
    text = (
        "argmap: 1\ntitle: Pool: open it?\nstatements:\n  - {id: a, text: A}\n"
        "  - id: b\n    text: *b*\n    kind: premise\nrelations:\n"
        "  - from: [b]\n    supports: a\n    note: [1] and: [2]\n"
    )
    reading = read(text)
    assert [(p.code, p.where.line, p.ids) for p in reading.problems] == [
        ("unquoted", 2, ()),
        ("unquoted", 6, ("b",)),
        ("unquoted", 11, ("b--supports--a",)),
    ]
    assert reading.argument_map.relations[0].note == "[1] and: [2]"
    document = Document(reading.argument_map, reading.text)
    document.do("Change", edit.set_fields(document.argument_map, "a", text="New"))
    assert reading.text.text().count("\n") == text.count("\n")
    assert read(reading.text.text()).argument_map == document.argument_map


def test_what_cannot_be_put_in_quotes_is_shown_up_to_there() -> None:
    reading = read(BEFORE + "He: said" + BEHIND + "  - id: [c\n")
    assert [p.code for p in reading.problems] == ["unquoted", "not-yaml"]
    assert [s.text for s in reading.argument_map.statements] == ["He: said", "B"]
    assert reading.read_only
    assert reading.text.text() == BEFORE + "He: said" + BEHIND + "  - id: [c\n"


@pytest.mark.parametrize(
    ("typed", "read_as", "becomes"),
    [
        ("Issue #3 is open", "Issue", '"Issue #3 is open"'),
        ("Issue #3 is open # really", "Issue", '"Issue #3 is open" # really'),
        ("#3 is open", "", '"#3 is open"'),
        ('Say "#3" #now', 'Say "#3"', "'Say \"#3\" #now'"),
    ],
)
def test_a_word_directly_behind_a_number_sign_is_told(
    typed: str, read_as: str, becomes: str
) -> None:
    text = BEFORE + typed + BEHIND
    reading = read(text)
    assert reading.argument_map.statements[0].text == read_as
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.ids) == ("cut-text", Severity.WARNING, ("a",))
    assert f"`text: {becomes}`" in problem.hint
    assert reading.text.text() == text, "it is read as it stands"
    assert repaired(text, all_repairs(reading)) == BEFORE + becomes + BEHIND


@pytest.mark.parametrize(
    "typed",
    ["A # remark", "A #", "A#1", '"A" #remark', "A\n    # remark", "A #!", "A  # 3 of them"],
)
def test_other_comments_stay_quiet(typed: str) -> None:
    assert read(BEFORE + typed + BEHIND).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nstatements:\n\t- id: a\n\t  text: A\n",
        "argmap: 1\nstatements:\n  - id: a\n\ttext: A\n",
        "argmap: 1\nstatements:\n  -\tid: a\n\ttext:\tA\n",
        "argmap: 1\nstatements:\n\t- id: a\n\t\ttext: A\n\t\tnote: N: M\n",
    ],
)
def test_tabs_become_as_many_blanks_as_make_it_a_map(text: str) -> None:
    reading = read(text)
    assert [s.id for s in reading.argument_map.statements] == ["a"]
    assert {p.code for p in reading.problems} <= {"tab", "unquoted"}
    assert not reading.read_only
    assert read(repaired(text, all_repairs(reading))).problems == ()


MAP = "statements:\n  - id: a\n    text: A\n  - id: b\n    text: B\n"


@pytest.mark.parametrize(
    ("text", "line", "fixed"),
    [
        (MAP, 1, f"argmap: 1\n{MAP}"),
        (f"# mine\n{MAP}", 1, f"argmap: 1\n# mine\n{MAP}"),
        (f"---\n{MAP}", 2, f"---\nargmap: 1\n{MAP}"),
        (f"Argmap: 1\n{MAP}", 1, f"argmap: 1\n{MAP}"),
        (f"{MAP}argmpa: 1  # so\n", 6, f"{MAP}argmap: 1  # so\n"),
        (f"argmap 1\n{MAP}", 1, f"argmap: 1\n{MAP}"),
        (f"argmap:1\n{MAP}", 1, f"argmap: 1\n{MAP}"),
        (f"argmap = 1\n{MAP}", 1, f"argmap: 1\n{MAP}"),
        (MAP.replace("\n", "\r\n"), 1, f"argmap: 1\n{MAP}".replace("\n", "\r\n")),
        ('{"statements": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}', 1,
         '{"argmap": 1, "statements": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}'),
    ],
)  # fmt: skip
def test_a_map_that_does_not_say_so_is_read_and_every_edit_works(
    text: str, line: int, fixed: str
) -> None:
    reading = read(text)
    assert [s.text for s in reading.argument_map.statements] == ["A", "B"]
    problem = next(p for p in reading.problems if p.code == "no-version")
    assert (problem.severity, problem.where.line) == (Severity.ERROR, line)
    assert "`argmap: 1`" in problem.hint
    assert repaired(text, all_repairs(reading)) == fixed
    assert read(fixed).problems == ()
    edits: list[Callable[[ArgumentMap], ArgumentMap]] = [
        lambda m: edit.set_fields(m, "a", text="New"),
        lambda m: edit.add_claim(m, "Claim"),
        lambda m: edit.add_premise(m, "a", "Premise"),
        lambda m: edit.set_map_fields(m, title="T", authors=("Ann",)),
        lambda m: edit.link(m, "b", "a", Bearing.ATTACKS),
    ]
    document = Document(reading.argument_map, reading.text)
    for number, make in enumerate(edits):
        document.do(f"Edit {number}", make(document.argument_map))
        assert read(reading.text.text()).argument_map == document.argument_map


def test_a_version_in_the_last_line_is_as_good_and_every_edit_works() -> None:
    reading = read(f"{MAP}argmap: 1\n")
    assert reading.problems == ()
    document = Document(reading.argument_map, reading.text)
    document.do("Add", edit.add_claim(document.argument_map, "Claim"))
    assert read(reading.text.text()).argument_map == document.argument_map


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ab:# \t'\"[]{}*&!|>@`%-?,."), min_size=1, max_size=12))
def test_any_sentence_can_be_repaired(typed: str) -> None:
    text = BEFORE + typed.strip() + BEHIND
    reading = read(text)
    again = read(repaired(text, all_repairs(reading)))
    assert {p.code for p in again.problems} <= {"not-yaml", "bad-value", "refused"}
    if not again.problems and not reading.offered:
        assert again.argument_map == reading.argument_map


CONFLICT = """\
argmap: 1
statements:
  - {id: a, text: A}
<<<<<<< HEAD
  - {id: b, text: Ours}
||||||| base
  - {id: x, text: Before}
=======
  - {id: c, text: Theirs}
>>>>>>> theirs
  - {id: d, text: D}
<<<<<<< HEAD
title: Ours
=======
title: Theirs
>>>>>>> theirs
"""


def test_marks_of_a_conflict_are_told_and_both_sides_shown() -> None:
    reading = read(CONFLICT, "f")
    assert [(p.code, p.where.line) for p in reading.problems] == [
        ("merge-conflict", 4),
        ("merge-conflict", 12),
    ]
    assert [s.text for s in reading.argument_map.statements] == ["A", "Ours", "Theirs", "D"]
    assert reading.argument_map.title == "Ours"
    assert reading.read_only
    assert reading.text.text() == CONFLICT


def test_where_both_sides_make_no_map_ours_is_shown() -> None:
    ours = "statements:\n  - {id: a, text: A}\n"
    text = f"argmap: 1\n<<<<<<< a\n{ours}=======\nstatements: [\n>>>>>>> b\n"
    reading = read(text)
    assert [p.code for p in reading.problems] == ["merge-conflict"]
    assert [s.id for s in reading.argument_map.statements] == ["a"]


def test_a_text_about_marks_is_a_text() -> None:
    text = BEFORE + "|\n      <<<<<<< HEAD\n      =======\n      >>>>>>> x" + BEHIND
    assert read(text).problems == ()
