"""Indented text and Markdown: what each line says, and that no text is taken for a mark."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.formats.convert import dumps, loads
from argmap.formats.losses.features import reduce
from argmap.formats.markdown_and_text import MARKDOWN_FORMAT
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.model.natural_kind import with_natural_kinds
from argmap.store.yaml_file import read
from tests.formats.maps import NASTY, texts
from tests.formats.shapes import shape

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def below(line: str, name: str) -> tuple[Bearing, str]:
    """Read a line that stands below another, as what it does and what it says."""
    found = loads(f"A\n  {line}\n" if name == "text" else f"- A\n  {line}\n", name)
    assert found.problems == ()
    m = found.argument_map
    return m.relations[0].bearing, m.statement_by_id[m.relations[0].premises[0]].text


MARKED = [
    ("B", PRO, "B"),
    ("Pro: B", PRO, "B"),
    ("pro:B", PRO, "pro:B"),
    ("PRO:   B", PRO, "B"),
    ("Support: B", PRO, "B"),
    ("reason: B", PRO, "B"),
    ("Con: B", CON, "B"),
    ("Attack:\tB", CON, "B"),
    ("OBJECTION: B", CON, "B"),
    ("**Con:** B", CON, "B"),
    ("*Con:* B", CON, "B"),
    ("- Con: B", CON, "B"),
    ("* B", PRO, "B"),
    ("+ B", PRO, "B"),
    ("• Con: B", CON, "B"),
    ("– B", PRO, "B"),
    ("12. Con: B", CON, "B"),
    ("3) B", PRO, "B"),
    ("3.5 litres", PRO, "3.5 litres"),
    ("-B", PRO, "-B"),
    ("a) B", PRO, "B"),
    ("iv) Con: B", CON, "B"),
    ("1.1. B", PRO, "B"),
    ("ab) B", PRO, "ab) B"),
    ("Contra: B", PRO, "Contra: B"),
    ("Consider: B", PRO, "Consider: B"),
    ("Pros and Con: B", PRO, "Pros and Con: B"),
    ("Con: Pro: B", CON, "Pro: B"),
]


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize(("line", "bearing", "text"), MARKED, ids=[row[0] for row in MARKED])
def test_what_a_line_does_and_says(line: str, bearing: Bearing, text: str, name: str) -> None:
    assert below(line, name) == (bearing, text)


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        (r"\Pro: B", "text", "Pro: B"),
        (r"\\B", "text", r"\B"),
        (r"\- B", "text", "- B"),
        (r"a \* b", "text", r"a \* b"),
        (r"\Pro: B", "markdown", r"\Pro: B"),
        (r"Pro\: B", "markdown", "Pro: B"),
        (r"\*B\* \\ \_", "markdown", r"*B* \ _"),
        (r"1\. B", "markdown", "1. B"),
        ("**Pro:** *B*", "markdown", "*B*"),
    ],
)
def test_a_backslash_takes_marks_for_words(line: str, name: str, text: str) -> None:
    assert below(line, name) == (PRO, text)


@pytest.mark.parametrize("mark", ["•", "·", "▪", "◦", "§", "\uf0b7"])
def test_bullets_of_word_processors(mark: str) -> None:
    assert below(f"{mark}\tB", "text") == (PRO, "B")


def test_o_is_a_bullet_beside_others() -> None:
    assert depths("• A\n   o B\n   o Con: C\n• D\n") == {"A": "", "B": "A", "C": "A", "D": ""}
    assert depths("A\n  o B\n") == {"A": "", "o B": "A"}


def test_numbers_tell_how_deep_a_line_is_and_words_with_points_do_not() -> None:
    assert depths("1 A\n1.1 B\n1.2 C\n1.2.1 D\n2. E\n2.1 F\n") == {
        "1 A": "", "1.1 B": "", "1.2 C": "", "1.2.1 D": "", "E": "", "F": "E",
    }  # fmt: skip
    assert depths("1. A\n1.1 B\n1.2 C\n1.2.1 D\n2. E\n") == {
        "A": "", "B": "A", "C": "A", "D": "C", "E": "",
    }  # fmt: skip
    assert depths("1. A\n1.5 litres\n") == {"A": "", "1.5 litres": ""}


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("words", ["a) b", "iv) b", "1.1 b", "1.1. b", "o b", "▪ b", "• b"])
def test_what_looks_like_a_mark_comes_back(words: str, name: str) -> None:
    given = ArgumentMap(
        statements=(Statement("a", "1. A"), Statement("b", words), Statement("c", "• C")),
        relations=(Relation("r", ("b",), PRO, "a"),),
    )
    found = loads(dumps(given, name).text, name).argument_map
    assert [s.text for s in found.statements] == ["1. A", words, "• C"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("See https://a.b/c_d?e=3&f=_g for it.", "See <https://a.b/c_d?e=3&f=_g> for it."),
        ("See https://a.b/c_d.", "See <https://a.b/c_d>."),
        ("(See http://a.b/c_(d).)", "(See <http://a.b/c_(d)>.)"),
        ("See www.a.b/c_d_e too.", r"See [www.a.b/c\_d\_e](http://www.a.b/c_d_e) too."),
        ("<https://a.b/_c_>", r"\<<https://a.b/_c_>\>"),
        ("https://a.b/c and *d*", r"<https://a.b/c> and \*d\*"),
        ("https:// www. x@www.a.b", "https:// www. x@www.a.b"),
        ("[c](https://a.b/_)", r"\[c\](<https://a.b/_>)"),
    ],
)
def test_an_address_is_a_link_in_markdown(text: str, written: str) -> None:
    given = ArgumentMap(title=text, statements=(Statement("a", text),))
    exported = dumps(given, "markdown").text
    assert exported == f"# {written}\n\n- {written}\n"
    found = loads(exported, "markdown").argument_map
    assert (found.title, found.statements[0].text) == (text, text)


def test_links_of_others_stay_as_they_are() -> None:
    assert below("[words](http://a.b/c) and <b>", "markdown") == (
        PRO,
        "[words](http://a.b/c) and <b>",
    )


def depths(text: str, name: str = "text") -> dict[str, str]:
    """Return each statement's text with that of what it bears on; "" for none."""
    m = loads(text, name).argument_map
    words = {s.id: s.text for s in m.statements}
    targets = {r.premises[0]: words[r.target] for r in m.relations}
    return {words[id_]: targets.get(id_, "") for id_ in words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\nB\n", {"A": "", "B": ""}),
        ("  A\n    B\n  C\n", {"A": "", "B": "A", "C": ""}),
        ("A\n    B\n  C\n", {"A": "", "B": "A", "C": "A"}),
        ("A\n\n\tB\n\t\tC\n\n\tD\n", {"A": "", "B": "A", "C": "B", "D": "A"}),
        ("  A\nB\n", {"A": "", "B": ""}),
        ("A\n \u00a0B\n", {"A": "", "B": "A"}),
    ],
)
def test_deeper_is_below_whatever_the_step(text: str, expected: dict[str, str]) -> None:
    assert depths(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("# T\n- A\n", "T", {"A": ""}),
        ("\n# T #\n\n## A\n- B\n", "T", {"A": "", "B": "A"}),
        ("## T\n### A\n", "", {"T": "", "A": "T"}),
        ("- A\n# T\n- B\n", "", {"A": "", "T": "", "B": "T"}),
        ("## A\n###### B ####\n        - C\n### D\n", "", {"A": "", "B": "A", "C": "B", "D": "A"}),
        ("# T\n#A\n####### B\n", "T", {"#A": "", "####### B": ""}),
        ("# Pro: T\n## Con: A\n", "Pro: T", {"A": ""}),
    ],
)
def test_headings_hold_what_follows(text: str, title: str, expected: dict[str, str]) -> None:
    assert loads(text, "markdown").argument_map.title == title
    assert depths(text, "markdown") == expected


STEPS = """A
  Pro: B
  Con:
    C
    D
      E
    Pro: F
  Pro:
    G
    Con:
      H
      I
"""


def test_steps_of_linked_premises_and_what_bears_on_them() -> None:
    m = loads(STEPS, "text").argument_map
    texts_of = {s.id: s.text for s in m.statements}
    shape = {
        "".join(texts_of[p] for p in r.premises): (r.bearing, texts_of.get(r.target, r.target))
        for r in m.relations
    }
    step, other = m.relations_on(m.statements[0].id)[1:]
    assert shape == {
        "B": (PRO, "A"),
        "CD": (CON, "A"),
        "E": (PRO, "D"),
        "F": (PRO, step.id),
        "G": (PRO, "A"),
        "HI": (CON, other.id),
    }


WRITTEN = {
    "text": "A\n  Con:\n    \\- B\n    Pro: is B\n  Pro: \\Con: C\n",
    "markdown": "# T\\*\n\n- A\n  - Con:\n    - \\- B\n    - Pro: is B\n  - Pro: Con\\: C\n",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_how_linked_premises_and_odd_texts_are_written(name: str) -> None:
    statements = (
        Statement("a", "A"),
        Statement("b", "- B"),
        Statement("c", "Con: C"),
        Statement("d", "is B"),
    )
    relations = (
        Relation("r", ("b",), CON, "a"),
        Relation("u", ("d",), PRO, "r"),
        Relation("q", ("c",), PRO, "a"),
    )
    given = ArgumentMap(title="T*", statements=statements, relations=relations)
    assert dumps(with_natural_kinds(given), name).text == WRITTEN[name]


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("words", NASTY, ids=repr)
def test_no_words_are_taken_for_a_mark(words: str, name: str) -> None:
    one_line = " ".join(words.replace("\x01", "").replace("\x0b", "").split()).strip("\ufeff")
    given = ArgumentMap(
        statements=(Statement("a", words), Statement("b", words)),
        relations=(Relation("r", ("b",), CON, "a"),),
    )
    m = loads(dumps(given, name).text, name).argument_map
    assert [s.text for s in m.statements] == [one_line or "(no text)"] * 2
    assert [r.bearing for r in m.relations] == [CON]


@given(texts)
def test_a_title_comes_back_as_one_line(title: str) -> None:
    given_map = ArgumentMap(title=title, statements=(Statement("a", "A"),))
    found = loads(dumps(given_map, "markdown").text, "markdown").argument_map
    assert found.title == reduce(given_map, MARKDOWN_FORMAT.holds)[0].title
    assert "\n" not in found.title


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("2.1 A\n2.1.1 B\n2.2 C\n", [("B", "A")]),
        ("1.1 A\n1.2 B\n1.2.1 C\n", [("C", "B")]),
        ("1.1 litres are enough.\n1.5 litres are more.\n", []),
        ("3.5 litres are enough.\n", []),
    ],
)
def test_a_part_of_a_numbered_list_is_a_list(text: str, levels: list[tuple[str, str]]) -> None:
    found = loads(text, "text")
    assert [(premises[0], target) for premises, _, target in shape(found)] == levels
    bare = all(not s.text[0].isdigit() for s in found.argument_map.statements)
    assert bare == bool(levels)


WORD = [
    ("•\tA\no\tB\n▪\tC\no\tD\n•\tE\n", "B-A C-B D-A"),
    ("\uf0b7\tA\no\tB\n\uf0a7\tC\n\uf0b7\tD\n", "B-A C-B"),
    ("1.\tA\na.\tB\ni.\tC\nii.\tD\nb.\tE\n2.\tF\n", "B-A C-B D-B E-A"),
    ("a) A\nh) B\ni) C\nj) D\n", ""),
    ("i) A\nii) B\na) C\niii) D\n", "C-B"),
    ("1) A\n  a) B\n  i) C\n2) D\n", "B-A C-B"),
    ("• A\n- B\n• C\n", "B-A"),
    ("- A\n* B\n+ C\n", ""),
    ("Title\n• A\no B\nTitle two\n• C\n", "B-A"),
    ("A. Smith was here.\nI. Jones was not.\n", ""),
]


@pytest.mark.parametrize(("text", "expected"), WORD)
def test_marks_of_another_kind_put_a_line_deeper(text: str, expected: str) -> None:
    found = loads(text, "text")
    pairs = [f"{premises[0]}-{target}" for premises, _, target in shape(found)]
    assert " ".join(pairs) == expected


def test_the_marks_are_no_part_of_the_texts() -> None:
    for text, expected in WORD:
        statements = loads(text, "text").argument_map.statements
        assert all(len(s.text) == 1 for s in statements if expected and "Title" not in s.text)


CITED = """\
argmap: 1
statements:
  - id: open
    text: "Open it [soon] [1]"
    cites: [{source: b, at: "page 3, [sic]"}, {source: a}]
  - {id: asked, text: Many asked., cites: [{source: a, at: paragraph 2}, {source: gone}]}
relations:
  - {from: [asked], supports: open}
sources:
  - {id: a, title: A *letter*, author: "Lee, Ann"}
  - {id: b, url: "https://example.org/b"}
"""


def test_sources_are_references_for_who_reads_the_file_and_none_of_the_map() -> None:
    given = read(CITED).argument_map
    written = dumps(given, "markdown").text
    assert written == (
        "- Open it \\[soon\\] \\[1\\] [2, page 3, \\[sic\\]; 1]\n"
        "  - Pro: Many asked. [1, paragraph 2]\n\n"
        "## References\n\n1. Lee, A. *A \\*letter\\**.\n2. <https://example.org/b>\n"
    )
    found = loads(written, "markdown")
    assert [s.text for s in found.argument_map.statements] == ["Open it [soon] [1]", "Many asked."]
    assert [loss.what for loss in found.losses] == ["the list of references"]


@pytest.mark.parametrize("end", ["## References\n", "## References\n\nIt.\n", "1. One\n2. Two\n"])
def test_what_is_no_list_of_references_is_read(end: str) -> None:
    found = loads(f"- A [1]\n\n{end}", "markdown")
    assert found.losses == ()
    assert found.argument_map.statements[0].text == "A [1]"
    assert len(found.argument_map.statements) > 1
