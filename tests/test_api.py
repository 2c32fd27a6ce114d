import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap import paths
from argmap.errors import ArgmapError
from argmap.model.edits.edit import set_fields
from argmap.model.kinds import Direction

UNDERCUT = paths.examples() / "undercut.argmap.yaml"
TORN = "argmap: 1\nrelations:\n  - id: r\n    from: [a]\n    supports: b\n"


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(argmap, name))


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_stands_in_the_manual(name: str) -> None:
    page = (paths.manual() / "command-line.md").read_text(encoding="utf-8")
    assert f"`{name}" in page.partition("\n## From Python\n")[2]


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


def test_saving_changes_only_the_lines_of_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "undercut.argmap.yaml"
    path.write_bytes(UNDERCUT.read_bytes())
    argument_map = argmap.load(path)
    argmap.save(argument_map, path)
    assert path.read_bytes() == UNDERCUT.read_bytes()
    argmap.save(set_fields(argument_map, "wall-is-red", text="The wall is crimson."), str(path))
    before, after = (p.read_text(encoding="utf-8").splitlines() for p in (UNDERCUT, path))
    changed = [line for line in after if line not in before]
    assert changed == ["    text: The wall is crimson."]
    assert len(before) == len(after)


@pytest.mark.parametrize("name", ["new.argmap.yaml", "new.argmap.json"])
def test_saving_a_new_file(tmp_path: Path, name: str) -> None:
    argument_map = argmap.load(UNDERCUT)
    argmap.save(argument_map, tmp_path / name)
    assert argmap.load(tmp_path / name) == argument_map
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("{") == name.endswith("json")


@pytest.mark.parametrize("held", ["Dear diary\n", TORN, "argmap: 2\n", "statements: [\n"])
def test_saving_never_overwrites_what_is_no_whole_map(tmp_path: Path, held: str) -> None:
    path = tmp_path / "diary.yaml"
    path.write_text(held, encoding="utf-8")
    with pytest.raises(ArgmapError, match=r"diary\.yaml"):
        argmap.save(argmap.load(UNDERCUT), path)
    assert path.read_text(encoding="utf-8") == held


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "new.argmap.yaml"
    path.touch()
    argmap.save(argmap.load(UNDERCUT), path)
    assert argmap.load(path) == argmap.load(UNDERCUT)


def test_what_is_wrong() -> None:
    argument_map = argmap.load(UNDERCUT)
    assert argmap.check(argument_map) == ()
    asking = set_fields(argument_map, "wall-is-red", text="Is the wall red?", group="nowhere")
    assert {p.code for p in argmap.check(asking)} == {"question-not-statement", "unknown-id"}
    assert {p.code for p in argmap.check(asking, select=["too-long"])} == {"unknown-id"}
    assert {p.code for p in argmap.check(asking, ignore=["question-not-statement"])} == {
        "unknown-id"
    }


@pytest.mark.parametrize(
    "imports",
    [
        "import argmap",
        "from argmap import draw",
        "from argmap.api import draw",
        "import argmap.model.argument_map, argmap",
        "import argmap.store.yaml_file, argmap.api, argmap",
    ],
)
def test_a_notebook_shows_the_picture_whatever_was_imported_first(imports: str) -> None:
    script = (
        f"{imports}\n"
        "from argmap.model.argument_map import ArgumentMap, Statement\n"
        "draw = globals().get('draw') or argmap.draw\n"
        "print(draw(ArgumentMap(statements=(Statement('a', 'A & B'),)))._repr_svg_())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "<svg" in done.stdout[:100]
    assert "A &amp; B" in done.stdout


def test_a_notebook_s_picture_is_drawn_as_asked_for() -> None:
    debate = argmap.load(UNDERCUT)
    assert argmap.draw(debate).svg.encode() == argmap.render(debate)
    left = Direction.LEFT
    dark = argmap.draw(debate, theme="dark", titles=True, legend=True, direction=left)
    assert dark.svg.encode() == argmap.render(
        debate, theme="dark", titles=True, legend=True, direction=left
    )
