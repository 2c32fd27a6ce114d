"""What CONTRIBUTING.md promises of the whole house, where a test can see whether it is kept."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "argmap"

Finder = Callable[[ast.Module], Iterator[ast.AST]]
"""Finds the places that break a promise."""


TREES = {
    str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def broken(finder: Finder) -> dict[str, list[int]]:
    """Return the lines that break a promise, by module."""
    found = {module: lines(finder(tree)) for module, tree in TREES.items()}
    return {module: numbers for module, numbers in found.items() if numbers}


def lines(found: Iterator[ast.AST]) -> list[int]:
    return [node.lineno for node in found if isinstance(node, ast.expr | ast.stmt | ast.arg)]


WRITERS = {"store/journal/journal.py"}
"""Who writes files outside `saving`: one that only appends to what is its own."""

WRITING = re.compile(
    r"write_text|write_bytes|rename|touch|truncate|symlink_to|hardlink_to|setOutputFileName"
    r"|QFile|QSaveFile|QTemporaryFile|mkstemp|\w*TemporaryFile|copyfile|copyfileobj|copytree|copy2"
)
MODE = re.compile(r"(?=.*[wax+])[rwaxbt+]{1,3}")


def writes(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _writes(node):
            yield node


def _writes(call: ast.Call) -> bool:
    owner, _, name = ast.unparse(call.func).rpartition(".")
    texts = [value.value for value in _values(call) if isinstance(value, ast.Constant)]
    if name in {"open", "fdopen"}:
        return any(isinstance(text, str) and MODE.fullmatch(text) is not None for text in texts)
    if owner in {"os", "shutil", "Path"} and name in {"replace", "renames", "copy", "move", "link"}:
        return True
    if owner and name == "replace":
        return len(call.args) == 1 and not call.keywords  # of a path; a text's takes two
    return WRITING.fullmatch(name) is not None and owner != "saving"


def _values(call: ast.Call) -> Iterator[ast.expr]:
    yield from call.args
    yield from (keyword.value for keyword in call.keywords)


def test_whatever_writes_a_file_goes_through_saving() -> None:
    found = {module for module in broken(writes) if not module.startswith("saving/")}
    assert found == WRITERS


@pytest.mark.parametrize(
    "line",
    [
        'path.write_text("x")', 'Path("a").write_bytes(b"")', 'path.open("w")', 'path.open("r+b")',
        'open(path, "xb")', 'open(path, mode="a")', "os.replace(a, b)", "a.replace(b)",
        "shutil.copy(a, b)", "copyfile(a, b)", "path.rename(b)", "tempfile.NamedTemporaryFile()",
        "QFile(path)", "printer.setOutputFileName(path)",
    ],
)  # fmt: skip
def test_writing_is_noticed(line: str) -> None:
    assert lines(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        'path.open("rb")', "path.read_bytes()", 'text.replace("a", "b")', "replace(item, id=a)",
        "saving.write_bytes(path, b)", "desk.open(path)", "moment.replace(hour=1)",
    ],
)  # fmt: skip
def test_what_writes_nothing_is_let_through(line: str) -> None:
    assert not lines(writes(ast.parse(line)))


def maps_called_map(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        match node:
            case ast.arg(arg="map") | ast.Name(id="map", ctx=ast.Store()):
                yield node
            case ast.Attribute(attr="map", ctx=ast.Store()):
                yield node


def test_a_map_is_never_called_map() -> None:
    assert broken(maps_called_map) == {}


@pytest.mark.parametrize(
    "line",
    ["def f(map): ...", "map = 1", "self.map = 1", "class A:\n    map: int", "lambda map: 1"],
)
def test_a_map_called_map_is_noticed(line: str) -> None:
    assert lines(maps_called_map(ast.parse(line)))


def odd_docstrings(module: ast.Module) -> Iterator[ast.AST]:
    """Find docstrings of functions that begin small, or tell where they could say "Whether"."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = ast.get_docstring(node)
            if said and (said[0].islower() or said.startswith("Tell whether")):
                yield node


def test_docstrings_begin_with_what_a_function_does_or_returns() -> None:
    assert broken(odd_docstrings) == {}


@pytest.mark.parametrize("said", ["return it.", "Tell whether it is."])
def test_an_odd_docstring_is_noticed(said: str) -> None:
    assert lines(odd_docstrings(ast.parse(f'def f() -> bool:\n    """{said}"""')))


MOST = 18
MOST_OF_A_KIND = 40
TABLES_OF_ONE_KIND = {"commands", "critique/rules", "formats"}
"""Folders with a file for each row of a table."""


def test_no_folder_holds_more_than_can_be_taken_in_at_once() -> None:
    sizes = Counter(str(Path(module).parent) for module in TREES)
    too_large = {
        folder: size
        for folder, size in sizes.items()
        if size > (MOST_OF_A_KIND if folder in TABLES_OF_ONE_KIND else MOST)
    }
    assert too_large == {}


def changes_of_the_document(module: ast.Module) -> Iterator[ast.AST]:
    """Find calls that change a document, and what puts another one in its place."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(attr="do" | "undo" | "redo" | "rewrite", value=owner)):
                if ast.unparse(owner).rpartition(".")[2].lstrip("_") == "document":
                    yield node
            case ast.Attribute(attr="document", value=owner, ctx=ast.Store()):
                if ast.unparse(owner).endswith("session"):
                    yield node


def test_only_the_session_changes_its_document() -> None:
    assert broken(changes_of_the_document).keys() == {"desktop/undoing/history.py"}


@pytest.mark.parametrize(
    "line", ['self._session.document.do("Edit", after)', "document.undo()", "session.document = d"]
)
def test_a_change_of_the_document_is_noticed(line: str) -> None:
    assert lines(changes_of_the_document(ast.parse(line)))


def deaf_listeners(module: ast.Module) -> Iterator[ast.AST]:
    """Find what hears that a session's map has changed, and does not take the Patch."""
    takers = {
        node.name
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef)
        and [ast.unparse(arg.annotation) for arg in node.args.args if arg.annotation] == ["Patch"]
    }
    heard = [
        node.args[0]
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("session.changed.connect")
    ]
    yield from (slot for slot in heard if ast.unparse(slot).removeprefix("self.") not in takers)
    named = [n for n in ast.walk(module) if isinstance(n, ast.Attribute) and _is_changed(n)]
    yield from named[len(heard) :]


def _is_changed(node: ast.Attribute) -> bool:
    return ast.unparse(node).endswith("session.changed")


def test_whoever_hears_of_a_change_takes_the_patch() -> None:
    assert broken(deaf_listeners) == {}


@pytest.mark.parametrize(
    "line",
    [
        "session.changed.connect(self._look)",
        "session.changed.connect(lambda _: look())",
        "for signal in (session.opened, session.changed): signal.connect(f)",
    ],
)
def test_a_listener_without_the_patch_is_noticed(line: str) -> None:
    assert lines(deaf_listeners(ast.parse(f"def _look() -> None:\n    ...\n{line}")))
