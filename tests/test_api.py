from pathlib import Path

import pytest

import argmap
from argmap import paths
from argmap.errors import ArgmapError

UNDERCUT = paths.examples() / "undercut.argmap.yaml"
TORN = "argmap: 1\nrelations:\n  - id: r\n    from: [a]\n    supports: b\n"


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(argmap, name))


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'paint'"):
        argmap.paint  # type: ignore[attr-defined] # noqa: B018 - that it fails is the point


def test_a_file_and_its_text_give_the_same_map() -> None:
    argument_map = argmap.load(UNDERCUT)
    assert isinstance(argument_map, argmap.ArgumentMap)
    assert argument_map.title == "An undercut"
    assert argmap.loads(UNDERCUT.read_text(encoding="utf-8")) == argument_map


def test_a_map_that_lacks_parts_is_not_given_out() -> None:
    with pytest.raises(ArgmapError, match=r"“[ab]”"):
        argmap.loads(TORN)


def test_other_formats(tmp_path: Path) -> None:
    pool = tmp_path / "pool.tgf"
    pool.write_text("a\nb\n#\nb a\n", encoding="utf-8")
    argument_map = argmap.load(pool)
    assert [statement.id for statement in argument_map.statements] == ["a", "b"]
    assert argmap.loads(pool.read_text(encoding="utf-8"), "tgf") == argument_map


def test_a_missing_file() -> None:
    with pytest.raises(FileNotFoundError):
        argmap.load(UNDERCUT.with_name("missing.argmap.yaml"))


@pytest.mark.parametrize(
    ("format_", "head"),
    [("svg", b"<"), ("dot", b"digraph"), ("png", b"\x89PNG"), ("pdf", b"%PDF-")],
)
def test_pictures(format_: str, head: bytes) -> None:
    assert argmap.render(argmap.load(UNDERCUT), format_).startswith(head)


def test_what_stands() -> None:
    evaluation = argmap.evaluate(argmap.load(UNDERCUT), open="presumed")
    assert evaluation.statements["wall-is-red"] == "rejected"
    assert evaluation.relations["looks-so"] == "rejected"
