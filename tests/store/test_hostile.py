"""Whatever stands in a file: only Problems and ArgmapError come out, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, Problem
from argmap.store import yaml_file
from argmap.store.reading.repairs import repaired
from argmap.store.yaml.scan import MOST
from argmap.store.yaml_file import Reading, load, read
from tests.long import LONG

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
HEAD = "argmap: 1\nstatements:\n  - {id: a, text: A}\n"
BOMB = "&a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]"
BITS = st.sampled_from(
    [*"-:?,[]{}#&*!|>'\"%@`\n\t \r\x00\x85\u2028\ufeff\ud800", "- ", ": ", "\n  ", "<<: ", "id: a"]
)


def with_repairs(reading: Reading, text: str) -> str:
    """Return a text with all repairs without which something could not be read."""
    body = text.lstrip("\ufeff")
    return text[: len(text) - len(body)] + repaired(body, reading.repairs)


def ids(reading: Reading) -> list[str]:
    return [statement.id for statement in reading.argument_map.statements]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  - &b {id: b, text: B}\n", "anchor"),
        ("  - {id: b, text: &x B}\n", "anchor"),
        ("  - {id: b, text: B, tags: &x [c]}\n", "anchor"),
        ("  - {id: b, text: *x}\n", "alias"),
        ("  - {id: b, text: !!str B}\n", "tag"),
        ("  - !statement {id: b, text: B}\n", "tag"),
        ("  - {id: b, text: B, x-deep: " + "[" * 120 + "]" * 120 + "}\n", "nesting"),
    ],
)
def test_refused_items_are_kept_and_the_rest_opens(text: str, what: str) -> None:
    whole = HEAD + text + "  - {id: c, text: C}\n"
    reading = read(whole)
    assert ids(reading) == ["a", "c"]
    assert reading.text.text() == whole
    (problem,) = reading.problems
    assert problem.code == "refused"
    assert what in problem.message
    assert problem.where.line == 4


def test_a_merge_key_is_refused() -> None:
    reading = read(HEAD + "  - {id: b, text: B, <<: {note: N}}\n")
    assert ids(reading) == ["a", "b"]
    assert "<<" in reading.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\na0: &a0 [x]\n"
        + "\n".join(f"a{n}: " + BOMB.format(n, n - 1) for n in range(1, 30)),
        "argmap: 1\nx0: &x0 {a: 1}\n"
        + "\n".join(f"x{n}: &x{n} {{<<: [*x{n - 1}, *x{n - 1}]}}" for n in range(1, 30)),
        "[" * 100_000,
        "argmap: " + "[" * 100_000 + "]" * 100_000,
        "argmap: 1\nx: " + "{a: " * 100_000,
        "- " * 100_000,
        "argmap: 1\nx-a:\n" + "\n".join(" " * n + "- " for n in range(1, 1500)),
        "argmap: 1\nstatements:\n" + "  - {id: a, text: A}\n" * 5000,
        "argmap: 1\nrelations:\n" + "  - {from: [a], supports: b}\n" * 5000,
        "argmap: 1\n" + "".join(f"key{n}: x\n" for n in range(5000)),
        "argmap: 1\nstatements:\n"
        + "".join(f"  - {{id: s{n}, text: S}}\n" for n in range(2000))
        + "relations:\n"
        + "".join(f"  - {{from: [s{n}x], supports: s1}}\n" for n in range(2000)),
        "argmap: " + "9" * 10_000,
        "argmap: 1\nx: " + "9" * 100_000,
        "argmap: 1\ntitle: |9\n x",
        "%YAML 9.9\n---\na: b",
    ],
    ids=range(15),
)
def test_bombs_do_not_go_off(text: str) -> None:
    reading = read(text)
    assert reading.problems
    assert reading.text.text() == text


@settings(deadline=None, max_examples=100 * LONG)
@given(
    st.one_of(
        st.text(),
        st.lists(BITS).map("".join),
        st.lists(BITS).map(lambda bits: HEAD + "".join(bits)),
    )
)
@example("? argmap\n: 1\n")
@example("argmap: 1\n? statements\n: - {id: a, text: A}\n")
@example("- argmap: 1\n")
@example("--- {argmap: 1}\n...\n")
@example("--- |\n a\n")
@example("{argmap: 1, statements: [a: b, [c], d]}")
@example("argmap: 1\nargmap: 2\nstatements: x\nstatements:\n- id: a\n")
@example("&x argmap: 1\n")
@example("?\r0:")
@example("\ufeffa: [")
@example("\ufeff\ufeffargmap: 1\ntitle: x")
@example("argmap: 1\nstyle: [a]\nauthors: {}\ntitle: []\n")
def test_any_text_gives_a_reading(text: str) -> None:
    reading = read(text)
    assert all(isinstance(problem, Problem) for problem in reading.problems)
    assert reading.text.text() == with_repairs(reading, text)
    assert not reading.text.modified


@settings(deadline=None, max_examples=150 * LONG)
@given(st.sampled_from(TEXTS), st.data())
def test_mutated_examples_give_a_reading(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 30))
        text = text[:start] + data.draw(BITS) + text[start + length :]
    reading = read(text)
    assert reading.text.text() == with_repairs(reading, text)
    for problem in reading.problems:
        assert problem.where.line >= 1
        assert problem.message


@settings(deadline=None, max_examples=100 * LONG)
@given(st.binary(max_size=60))
def test_any_bytes_give_a_reading_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    try:
        content.decode()
    except UnicodeDecodeError:
        with pytest.raises(ArgmapError, match="UTF-8"):
            load(path)
    else:
        reading = load(path)
        assert reading.repairs or reading.text.text().encode() == content


def test_what_is_no_file_gives_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ArgmapError, match="folder"):
        load(tmp_path)
    with pytest.raises(ArgmapError, match="no such file"):
        load(tmp_path / "none.yaml")
    monkeypatch.setattr(yaml_file, "BIGGEST", 10)
    (tmp_path / "big.yaml").write_text("argmap: 1\n# more")
    with pytest.raises(ArgmapError, match="64 MiB"):
        load(tmp_path / "big.yaml")


@pytest.mark.parametrize("text", TEXTS)
def test_without_the_c_library_it_reads_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = read(text)
    monkeypatch.setattr("argmap.store.yaml.scan._FAST", yaml.SafeLoader)
    slow = read(text)
    assert slow.argument_map == fast.argument_map
    assert slow.problems == fast.problems
    assert slow.text.text() == text


@pytest.mark.parametrize("ending", ["", "]]", "\n<<<<<<< a\n=======\n>>>>>>> b\n"])
@pytest.mark.parametrize("more", ["- \n", "- {id: a, text: x}\n", "- [[]]\n"])
def test_more_values_than_memory_is_asked_for_are_not_read(more: str, ending: str) -> None:
    start = "argmap: 1\ntitle: T\nx-much:\n"
    reading = read(start + more * MOST + ending)
    assert [p.code for p in reading.problems] == ["too-large"]
    assert reading.problems[0].where.line > 1
    assert reading.read_only
    assert reading.argument_map.title == "T"
