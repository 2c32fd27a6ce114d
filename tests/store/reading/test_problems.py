"""Every problem that a file can have: the code, the place, the ids concerned, and the way out.

In the texts, `⟨` marks the place that the problem must name; it is taken out before reading.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from argmap.errors import Severity
from argmap.store.codes import CODES
from argmap.store.yaml_file import read

MAP = """\
argmap: 1
statements:
  - {id: a, text: A}
  - {id: b, text: B}
"""


def statement(*lines: str) -> str:
    return MAP + "".join(f"  {line}\n" for line in lines)


def section(name: str, *lines: str) -> str:
    return MAP + f"{name}:\n" + "".join(f"  {line}\n" for line in lines)


@dataclass(frozen=True)
class Case:
    """A text, and the one problem that it has."""

    code: str
    text: str
    message: str
    hint: str
    ids: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    kept: tuple[str, ...] = ("a", "b")
    """The ids of what was read all the same: statements, relations, viewpoints and groups."""
    read_only: bool = False


WARNING = Severity.WARNING
WHOLE_FILE = [
    Case(
        "no-version", "⟨", "The line `argmap: 1` is missing.", "Add it as the first line.", kept=()
    ),
    Case("no-version", "⟨# only a comment\n", "missing", "Add it as the first line.", kept=()),
    Case("no-version", "⟨title: x\n", "The line `argmap: 1` is missing.", "first line", kept=()),
    Case("no-version", "⟨" + MAP.replace("argmap: 1\n", ""), "is missing", "first line"),
    *(
        Case(
            "bad-version",
            MAP.replace("1", f"⟨{wrong}"),
            "has to be a version",
            "Write `argmap: 1`.",
        )
        for wrong in ("one", "0", "-1", "1.5", "'1'", "[1]")
    ),
    Case(
        "newer-version",
        MAP.replace("1", "⟨7"),
        "has format 7, and this program knows formats up to 1",
        "Edit it with a newer argmap.",
        severity=WARNING,
        read_only=True,
    ),
    *(
        Case("no-map", f"⟨{text}", "not an argument map", "file format", kept=(), read_only=True)
        for text in ("- argmap\n", "argmap\n", "[argmap, 1]\n", "|\n  argmap: 1\n", "'argmap: 1'")
    ),
    Case(
        "second-document",
        MAP + "⟨---\nargmap: 1\nstatements: [{id: c, text: C}]\n",
        "only the first is read",
        "a file of its own",
    ),
    Case(
        "odd-layout",
        "⟨? argmap\n: 1\n? statements\n: - {id: a, text: A}\n  - {id: b, text: B}\n",
        "can be read but not edited",
        "Write `key: value`",
        severity=WARNING,
        read_only=True,
    ),
    Case(
        "odd-layout",
        "⟨" + "".join(f"  {line}\n" for line in MAP.splitlines()),
        "a file indented as a whole",
        "at the left edge",
        severity=WARNING,
        read_only=True,
    ),
    Case(
        "not-yaml",
        MAP + "  - id: c\n    text: C\n    ⟨tags: [C\nrelations: []\n",
        "what `[` opens is never closed",
        "Perhaps `tags: [C]` is meant.",
        read_only=True,
    ),
    Case("not-yaml", MAP + "⟨mine: 'x\n", "never closed", "Perhaps `mine: 'x'`", read_only=True),
    Case("not-yaml", MAP + "title: ⟨\x07\n", "U+0007", "Fix the text.", read_only=True, kept=()),
    Case("not-yaml", MAP + "mine:\tx⟨: y\n", "none can stand", "Fix", read_only=True),
]
KEYS = [
    Case(
        "half-character",
        MAP + 'title: ⟨"A smile \\ud83d"\n',
        "it is read as U+FFFD",
        "Write the whole character.",
        severity=WARNING,
    ),
    Case(
        "half-character",
        statement("- id: c", '  text: ⟨"A smile \\ude00\\ud83d"'),
        "it is read as U+FFFD",
        "Write the whole character.",
        severity=WARNING,
        ids=("c",),
        kept=("a", "b", "c"),
    ),
    Case("duplicate-key", MAP + "title: x\n⟨title: y\n", "“title” occurs twice here", "Keep one"),
    Case("duplicate-key", "argmap: 1\n⟨argmap: 2\n", "the first is read", "Keep one", kept=()),
    Case(
        "duplicate-key",
        statement("- id: c", "  text: C", "  ⟨text: D"),
        "“text” occurs twice here",
        "Keep one of the two.",
        ids=("c",),
        kept=("a", "b", "c"),
    ),
    Case("unknown-key", MAP + "⟨tilte: x\n", "is kept", "Did you mean “title”", severity=WARNING),
    Case("unknown-key", MAP + "⟨zzz: x\n", "“zzz” is not known here", "`x-`", severity=WARNING),
    Case("unknown-key", MAP + "style: {⟨colour: x}\n", "not known", "`x-`", severity=WARNING),
    Case(
        "unknown-key",
        statement("- {id: c, text: C, ⟨sad_by: Ann}"),
        "“sad_by” is not known here",
        "Did you mean “said_by”?",
        ids=("c",),
        severity=WARNING,
        kept=("a", "b", "c"),
    ),
    Case(
        "unknown-key",
        statement("- {id: c, text: C, cites: [{source: q, ⟨page: 1}]}") + "sources: [{id: q}]\n",
        "“page” is not known here",
        "Begin keys of your own with `x-`.",
        ids=("c",),
        severity=WARNING,
        kept=("a", "b", "c", "q"),
    ),
]
ITEMS = [
    Case("bad-item", statement("- ⟨C"), "has to be a mapping", "Write `- id: some-name`."),
    Case("bad-item", statement("- ⟨[id, c]"), "An item of `statements`", "some-name"),
    Case("bad-item", section("relations", "- ⟨a supports b"), "`relations`", "some-name"),
    Case("missing-key", statement("- ⟨{id: c}"), "`text` is missing", "Add `text:`.", ids=("c",)),
    Case("missing-key", statement("- ⟨text: C"), "`id` is missing", "Add `id:`."),
    Case("missing-key", statement("- ⟨{id: '', text: C}"), "`id` is missing", "Add `id:`."),
    Case(
        "missing-key",
        section("relations", "- ⟨{id: r, supports: a}"),
        "`from` is missing",
        "Add `from:`.",
        ids=("r",),
    ),
    Case(
        "missing-key",
        section("relations", "- ⟨{id: r, from: [], supports: a}"),
        "`from` is missing",
        "Add `from:`.",
        ids=("r",),
    ),
    Case("missing-key", section("sources", "- ⟨title: T"), "`id` is missing", "Add `id:`."),
    Case("missing-key", section("groups", "- ⟨title: T"), "`id` is missing", "Add `id:`."),
    Case("missing-key", section("viewpoints", "- ⟨title: T"), "`id` is missing", "Add `id:`."),
    *(
        Case(
            "duplicate-id",
            text,
            "“a” is already taken by line 3",
            "Rename one of the two.",
            ids=("a",),
        )
        for text in (
            statement("- ⟨{id: a, text: C}"),
            section("relations", "- ⟨{id: a, from: [a], supports: b}"),
            section("sources", "- ⟨id: a"),
            section("groups", "- ⟨id: a"),
            section("viewpoints", "- ⟨id: a"),
        )
    ),
    *(
        Case(
            "reserved-id",
            section("viewpoints", f"- ⟨id: {name}"),
            "Every map already has a viewpoint",
            "Rename this one.",
            ids=(name,),
        )
        for name in ("author", "debate", "common-ground")
    ),
]
RELATIONS = [
    *(
        Case(
            "targets",
            section("relations", f"- ⟨{{id: r, from: [a]{targets}}}"),
            "support or attack exactly one thing",
            "Write one of the keys",
            ids=("r",),
        )
        for targets in ("", ", supports: b, attacks: b", ", supports: ''", ", attacks: ''")
    ),
    Case(
        "self-target",
        section("relations", "- ⟨{id: r, from: [a], supports: r}"),
        "“r” targets itself",
        "Name another target.",
        ids=("r",),
    ),
    Case(
        "unknown-id",
        section("relations", "- ⟨{from: [a], supports: c}"),
        "There is no statement or relation “c”",
        "Add a statement or relation with this id",
        ids=("a",),
    ),
    Case(
        "unknown-id",
        section("relations", "- ⟨{id: r, from: [a, c], supports: b}"),
        "There is no statement “c”",
        "Add a statement with this id",
        ids=("r",),
    ),
    Case(
        "unknown-id",
        section(
            "relations", "- {id: step, from: [a], supports: b}", "- ⟨{from: [step], attacks: a}"
        ),
        "There is no statement “step”",
        "name another",
        ids=("step",),
        kept=("a", "b", "step"),
    ),
    Case(
        "unknown-id",
        statement("- {id: volunteers, text: C}")
        + "relations:\n  - ⟨{from: [a], supports: volunters}\n",
        "There is no",
        "Did you mean “volunteers”?",
        ids=("a",),
        kept=("a", "b", "volunteers"),
    ),
]
REFERENCES = [
    Case(
        "unknown-id",
        statement("- ⟨{id: c, text: C, group: g}"),
        "“c” names the group “g”, which is not in the map.",
        "Add it to `groups`",
        ids=("c", "g"),
        kept=("a", "b", "c"),
    ),
    Case(
        "unknown-id",
        statement("- ⟨{id: c, text: C, cites: [{source: q}]}"),
        "“c” names the source “q”",
        "Add it to `sources`",
        ids=("c", "q"),
        kept=("a", "b", "c"),
    ),
    Case(
        "unknown-id",
        section("groups", "- ⟨{id: g, parent: h}"),
        "“g” names the group “h”",
        "Add it to `groups`",
        ids=("g", "h"),
        kept=("a", "b", "g"),
    ),
    Case(
        "unknown-id",
        section("viewpoints", "- ⟨{id: v, judgements: {c: accepted}}"),
        "“v” names the statement or relation “c”",
        "Add it to `statements`",
        ids=("v", "c"),
        kept=("a", "b", "v"),
    ),
    Case(
        "group-circle",
        section("groups", "- ⟨{id: g, parent: h}", "- {id: h, parent: g}", "- {id: i, parent: h}"),
        "in one another in a circle: g, h",
        "Remove the `parent` of one of them.",
        ids=("g", "h"),
        kept=("a", "b", "g", "h", "i"),
    ),
    Case(
        "group-circle",
        section("groups", "- ⟨{id: g, parent: g}"),
        "in a circle: g",
        "Remove the `parent`",
        ids=("g",),
        kept=("a", "b", "g"),
    ),
    Case(
        "bad-value",
        section("relations", "- {id: r, from: [a], supports: b}")
        + "viewpoints:\n  - ⟨{id: v, judgements: {r: accepted}}\n",
        "can only be judged rejected",
        "Judge its premises instead",
        ids=("v", "r"),
        kept=("a", "b", "r", "v"),
    ),
]
CONFLICTS = [
    Case(
        "conflict",
        MAP + f"conflicts:\n  - ⟨{line}\n",
        message,
        "remove the entry from `conflicts`",
        ids=ids,
    )
    for line, message, ids in (
        ("{key: title, base: T, ours: U, theirs: V}", "“title” of the map different values", ()),
        ("{id: a, key: text, ours: A, theirs: B}", "gave “text” of “a” different", ("a",)),
        (
            "{id: b, key: statements, ours: {}, theirs: {deleted: true}}",
            "which theirs deleted",
            ("b",),
        ),
        ("{id: c, key: statements, ours: {deleted: true}, theirs: {}}", "Theirs holds “c”", ("c",)),
        ("{id: b, key: statements, ours: {}, theirs: {}}", "Both sides added “b”", ("b",)),
        ("{}", "could not settle this", ()),
    )
]
REFUSED = [
    Case(
        "refused",
        statement(f"- {line}"),
        f"{what}, which is not read",
        "Write out what it stands for.",
        ids=ids,
    )
    for line, what, ids in (
        ("⟨&x {id: c, text: C}", "an anchor (`&`)", ("c",)),
        ("{id: c, text: ⟨&x C}", "an anchor (`&`)", ("c",)),
        ("{id: c, text: C, tags: ⟨&x [t]}", "an anchor (`&`)", ("c",)),
        ("{id: c, text: ⟨*x}", "an alias (`*`)", ("c",)),
        ("⟨*x", "an alias (`*`)", ()),
        ("{id: c, text: ⟨!!str C}", "a tag (`!`)", ("c",)),
        ("⟨!statement {id: c, text: C}", "a tag (`!`)", ("c",)),
        (
            "{id: c, text: C, x: " + "[" * 97 + "⟨[" + "]" * 98 + "}",
            "nesting deeper than 100 levels",
            ("c",),
        ),
    )
]
REFUSED_ABOVE = [
    Case(
        "refused",
        "argmap: 1\nstatements: ⟨&x\n  - {id: a, text: A}\n",
        "an anchor",
        "Write out",
        kept=(),
        read_only=True,
    ),
    *(
        Case("refused", text, "not read", "Write out", kept=(), read_only=True)
        for text in (
            "⟨&x\nargmap: 1\n",
            "argmap: 1\nstatements: ⟨*x\n",
            "argmap: 1\nrelations: ⟨!!seq []\n",
        )
    ),
    Case("refused", MAP + "title: ⟨&x\n  T\n", "an anchor", "Write out"),
    Case("refused", MAP + "x-own: [⟨*x]\n", "an alias", "Write out"),
]


def value(line: str, message: str, hint: str) -> Case:
    """A key whose value is left out, and nothing else."""
    text = statement("- id: c", f"  {line}", "  text: C")
    return Case("bad-value", text, message, hint, ids=("c",), kept=("a", "b", "c"))


VALUES = [
    value(
        "kind: ⟨thesis",
        "“thesis” is not a value of `kind`",
        "Write `claim`, `premise` or `rebuttal`.",
    ),
    value("kind: ⟨[claim]", "`kind` has to be a text", "Put it in quotes."),
    value("implicit: ⟨yes", "`implicit` has to be true or false", "Write `true`"),
    value("implicit: ⟨'true'", "`implicit` has to be true or false", "remove the key"),
    value("implicit: ⟨1", "`implicit` has to be true or false", "Write `true`"),
    value(
        "basis: ⟨rumour", "“rumour” is not a value of `basis`", "Write `observation`, `statistic`, "
    ),
    value(
        "judgement: ⟨open",
        "“open” is not a value of `judgement`",
        "Write `accepted` or `rejected`.",
    ),
    value("credence: ⟨1.5", "`credence` has to be a number from 0 to 1", "Write `credence: 0.7`"),
    value("credence: ⟨-0.1", "a number from 0 to 1", "0.7"),
    value("credence: ⟨high", "a number from 0 to 1", "0.7"),
    value("credence: ⟨true", "a number from 0 to 1", "0.7"),
    value("credence: ⟨.nan", "a number from 0 to 1", "0.7"),
    value("credence: ⟨'0.5'", "a number from 0 to 1", "0.7"),
    value("credence: ⟨[0.5]", "a number from 0 to 1", "0.7"),
    value("tags: ⟨one", "`tags` has to be a list", "Write `tags: [one, another]`."),
    value("tags: ⟨{a: b}", "`tags` has to be a list", "Write `tags: [one, another]`."),
    value("cites: ⟨petition", "`cites` has to be a list", "Write `cites: [one, another]`."),
    value("x-own: {a: 1, ⟨a: 2}", "The key “a” occurs twice here", "Keep one of the two."),
    value("x-own: {⟨[a]: 1}", "cannot be a key", "Write a word."),
    value("⟨<<: {note: x}", "Merge keys (`<<`) are not read.", "Write out the keys."),
    value("⟨[a]: 1", "A list or a mapping cannot be a key.", "Write a word."),
]
ENTRIES = [
    value("tags: [one, ⟨[two]]", "`tags` has to be a text, not a collection", "Put it in quotes."),
    value("cites: [⟨petition]", "A citation has to be a mapping", "Write `- source: some-id`."),
    value("cites: [⟨{quote: x}]", "The citation names no source", "Write `source: some-id`."),
    Case(
        "bad-value", MAP + "authors: [Ann, ⟨[Ben], Cem]\n", "has to be a text", "Put it in quotes."
    ),
]
VALUES_ELSEWHERE = [
    Case("bad-value", MAP + "authors: ⟨Ann\n", "`authors` has to be a list", "[one, another]"),
    Case(
        "bad-value",
        statement("- id: c", "  text: C", "  note: ⟨{a: b,", "    c: d}"),
        "`note` has to be a text, not a collection",
        "Put it in quotes.",
        ids=("c",),
        kept=("a", "b", "c"),
    ),
    Case("bad-value", MAP + "title: ⟨[T,\n  U]\n", "`title` has to be a text", "Put it in quotes."),
    Case("bad-value", MAP + "style: ⟨dark\n", "`style` has to be a mapping", "{theme: light}"),
    Case(
        "bad-value",
        MAP + "style: {direction: ⟨up}\n",
        "not a value of `direction`",
        "conclusion-top",
    ),
    *(
        Case(
            "bad-value",
            MAP + f"{name}: ⟨x\n",
            f"`{name}` has to be a list",
            "Write",
            read_only=True,
        )
        for name in ("relations", "sources", "groups", "viewpoints")
    ),
    Case(
        "bad-value",
        statement("- id: ⟨c d", "  text: C"),
        "“c d” cannot be an id",
        "An id has at most 64 characters: letters, digits, `_`, `.` and `-`.",
    ),
    Case("bad-value", statement(f"- {{id: ⟨{'c' * 65}, text: C}}"), "…” cannot be an id", "64"),
    Case(
        "bad-value",
        statement("- {id: c, text: ⟨[C]}"),
        "`text` has to be a text",
        "quotes",
        ids=("c",),
    ),
    Case(
        "bad-value",
        section("relations", "- {id: r, from: ⟨a, supports: b}"),
        "`from` has to be a list",
        "Write `from: [one, another]`.",
        ids=("r",),
    ),
    *(
        Case(
            "bad-value",
            section("relations", f"- {{id: r, from: [a], supports: b, {line}}}"),
            message,
            hint,
            ids=("r",),
            kept=("a", "b", "r"),
        )
        for line, message, hint in (
            ("weight: ⟨0", "`weight` has to be a number above 0", "Write `weight: 2`."),
            ("weight: ⟨-1", "`weight` has to be a number above 0", "Write `weight: 2`."),
            ("weight: ⟨.inf", "`weight` has to be a number above 0", "Write `weight: 2`."),
            (f"weight: ⟨{'9' * 400}", "`weight` has to be a number above 0", "Write `weight: 2`."),
            (
                "judgement: ⟨accepted",
                "“accepted” is not a value of `judgement`",
                "Write `rejected`.",
            ),
        )
    ),
    *(
        Case(
            "bad-value",
            section("viewpoints", f"- {{id: v, {line}}}"),
            message,
            hint,
            ids=("v",),
            kept=("a", "b", "v"),
        )
        for line, message, hint in (
            (
                "open: ⟨perhaps",
                "“perhaps” is not a value of `open`",
                "Write `undecided`, `presumed` or",
            ),
            (
                "ties: ⟨accepted",
                "“accepted” is not a value of `ties`",
                "Write `undecided` or `rejected`.",
            ),
            ("judgements: ⟨[a]", "has to map ids to judgements", "Write `some-id: accepted`."),
            (
                "judgements: {a: ⟨maybe}",
                "“a” has to be judged accepted or rejected",
                "Write `accepted` or `rejected`.",
            ),
            (
                "judgements: {a: ⟨[accepted]}",
                "“a” has to be judged accepted or rejected",
                "Write `accepted` or `rejected`.",
            ),
            ("judgements: {a: accepted, ⟨a: rejected}", "“a” is judged twice", "Keep one"),
        )
    ),
]
ALL = [
    *(WHOLE_FILE + KEYS + ITEMS + RELATIONS + REFERENCES),
    *(CONFLICTS + REFUSED + REFUSED_ABOVE + VALUES + ENTRIES + VALUES_ELSEWHERE),
]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.code)
def test_the_problem_is_told_with_its_place_and_a_way_out(case: Case) -> None:
    before = case.text.partition("⟨")[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    text = case.text.replace("⟨", "")
    reading = read(text, "pool.argmap.yaml")
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == (case.code, case.severity)
    assert str(problem.where) == f"pool.argmap.yaml:{line}:{column}"
    assert problem.ids == case.ids
    assert case.message in problem.message
    assert case.hint in problem.hint
    assert reading.read_only == case.read_only
    argument_map = reading.argument_map
    assert argument_map.ids - argument_map.unread == set(case.kept)
    assert reading.text.text() == text, "what could not be read stays in the file"


def test_what_hangs_on_what_was_refused_is_left_out_with_it() -> None:
    reading = read(
        section(
            "relations",
            "- {id: u2, from: [b], attacks: u1}",
            "- {id: u1, from: [a], attacks: r}",
            "- {id: r, from: [c], supports: a}",
            "- {from: [b], supports: r}",
            "- {id: fine, from: [a], supports: b}",
        ),
        "f",
    )
    argument_map = reading.argument_map
    assert argument_map.ids - argument_map.unread == {"a", "b", "fine"}
    assert [(p.code, p.ids, p.where.line, p.hint) for p in reading.problems] == [
        ("unread-id", ("u2",), 6, "Fix “u1” first."),
        ("unread-id", ("u1",), 7, "Fix “r” first."),
        ("unknown-id", ("r",), 8, "Add a statement with this id, or name another."),
        ("unread-id", ("b",), 9, "Fix “r” first."),
    ]


@pytest.mark.parametrize("case", VALUES, ids=lambda case: case.message)
def test_a_bad_value_is_left_out_alone(case: Case) -> None:
    lines = case.text.splitlines(keepends=True)
    without = "".join(line for line in lines if "⟨" not in line)
    assert read(case.text.replace("⟨", "")).argument_map == read(without).argument_map


Q = "sources: [{id: q}]\n"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("cites: [petition, {source: q}]", "cites: [{source: q}]"),
        ("cites: [{source: [q]}, {source: q, quote: x}]", "cites: [{source: q, quote: x}]"),
        ("cites: [{source: q, quote: [x], at: 1}, ~]", "cites: [{source: q, at: 1}]"),
        (
            "cites: [{<<: {}, source: q}, {source: q, source: p}]",
            "cites: [{source: q}, {source: q}]",
        ),
        ("cites: [{quote: x}]", "note:"),
        ("tags: [one, [two], three, {four: 5}]", "tags: [one, three]"),
        ("tags: [[two]]", "note:"),
        ("group: [g]", "note:"),
    ],
)
def test_a_malformed_entry_costs_itself_alone(typed: str, read_as: str) -> None:
    typed, read_as = (statement("- id: c", f"  {t}", "  text: C") + Q for t in (typed, read_as))
    reading = read(typed)
    assert reading.argument_map == read(read_as).argument_map
    assert reading.argument_map.statement_by_id["c"].text == "C"
    assert {p.code for p in reading.problems} <= {"bad-value", "duplicate-key"}
    assert {p.ids for p in reading.problems} == {("c",)}
    assert not reading.read_only


def test_a_malformed_entry_of_the_map_or_a_viewpoint_costs_itself_alone() -> None:
    held = "{a: accepted, b: maybe, [a]: rejected, a: rejected, c: rejected}"
    reading = read(
        MAP + f"authors: [Ann, [Ben], Cem]\nviewpoints: [{{id: v, judgements: {held}}}]\n"
    )
    assert reading.argument_map.authors == ("Ann", "Cem")
    (viewpoint,) = reading.argument_map.viewpoints
    assert [id_ for id_, _ in viewpoint.judgements] == ["a", "c"]
    assert viewpoint.judgements[0][1] == "accepted"
    assert [p.code for p in reading.problems if p.code != "unknown-id"] == ["bad-value"] * 4


def test_a_malformed_conflict_costs_itself_alone() -> None:
    reading = read(MAP + "conflicts: [nothing, {id: a, key: text, ours: A, theirs: B}]\n")
    assert [conflict.id for conflict in reading.argument_map.conflicts] == ["a"]
    assert [p.code for p in reading.problems if p.code != "conflict"] == ["bad-value"]


def test_a_relation_is_not_read_without_one_of_its_premises() -> None:
    """Together they mean something else than without it."""
    reading = read(section("relations", "- {id: r, from: [b, [x]], supports: a}"))
    assert reading.argument_map.relations == ()
    assert [p.code for p in reading.problems] == ["bad-value"]


def test_a_premise_that_could_not_be_read_is_no_unknown_one() -> None:
    reading = read(
        statement("- {id: c, kind: claim}") + "relations: [{id: r, from: [c], supports: a}]\n"
    )
    assert [(p.code, p.ids, p.hint) for p in reading.problems] == [
        ("missing-key", ("c",), "Add `text:`."),
        ("unread-id", ("r",), "Fix “c” first."),
    ]


def test_problems_stand_in_the_order_of_the_file() -> None:
    reading = read(
        "argmap: 1\nzzz: 1\nrelations: [{from: [x], supports: a}]\n"
        "statements:\n  - {id: a, text: A, group: g}\n  - {id: b}\n  - &c {id: c, text: C}\n"
    )
    assert [p.where.line for p in reading.problems] == [2, 3, 5, 6, 7]


def test_after_many_typing_mistakes_the_similar_word_is_no_longer_looked_for() -> None:
    """Looking takes long among many; the problems themselves are all told."""
    reading = read(MAP + "".join(f"titl{n}: x\n" for n in range(60)))
    similar = [problem for problem in reading.problems if "Did you mean" in problem.hint]
    assert len(reading.problems) == 60
    assert 10 < len(similar) < 60


ELSEWHERE = {"unquoted", "cut-text", "tab", "merge-conflict", "too-large"}
"""Codes that are tried in test_by_hand and test_hostile."""


def test_every_code_is_tried_here() -> None:
    assert set(CODES) == {case.code for case in ALL} | {"unread-id"} | ELSEWHERE
