"""Messages and hints are sentences, as CONTRIBUTING.md promises under Errors.

The sources are read, not run: what goes into a slot of a speaker (a message, a hint, the text of a
notice) is followed back through names, branches, tables and functions to the texts that it is made
of. A function that hands a parameter of its own on to a slot is a speaker, too.
"""

from __future__ import annotations

import ast
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest

from argmap.commands import COMMANDS
from argmap.commands.dispatch import file_of
from argmap.store.codes import CODES
from argmap.store.schema.keys import KEYS_OF, Key

PACKAGE = Path(__file__).resolve().parents[1] / "argmap"
FILES = {
    str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
SPEAKERS: dict[str, dict[str, int]] = {
    "ArgmapError": {"message": 0, "hint": 1},
    "ChangedOnDiskError": {"message": 0, "hint": 1},
    "GraphvizError": {"message": 0, "hint": 1},
    "CancelledError": {"message": 0, "hint": 1},
    "BadValueError": {"message": 0, "hint": 1},
    "GitError": {"message": 0, "hint": 1},
    "UnreadableError": {"message": 0},
    "Problem": {"message": 2, "hint": 3},
    "Finding": {"message": 1, "hint": 2},
    "Note": {"message": 0, "hint": 1},
    "Remark": {"message": 0, "hint": 1},
    "CheckResult": {"remedy": 3},
    "Notice": {"text": 0},
    "remark": {"words": 0},
    "Action": {"idle": 18},
    "_row": {"idle": 18},
    "complain": {"words": 0},
    "in_a_row": {str(position): position for position in range(5)},
    "write_message": {"text": 0},
}
"""Who speaks to the user: the parameters that are sentences, and their positions."""

ANSWERS = {
    "similar", "set_up", "take_back", "hint_for_missing", "what_is", "why_not", "why_read_only",
    "what_it_becomes", "where_it_fails", "why_held", "said_of",
}  # fmt: skip
"""Functions and properties that give what is said to others."""

SENTENCES = {"message", "hint", "complaint", "idle", "setting_faults", "why_held", "why_read_only"}
"""Attributes that hold what went through a slot."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class House:
    """All modules, what speaks in them, and what is said."""

    def __init__(self, files: dict[str, str]) -> None:
        self.modules = {name: Module(name, text) for name, text in files.items()}
        self.speakers: dict[tuple[str | None, str], dict[str, int]] = {
            (None, name): dict(slots) for name, slots in SPEAKERS.items()
        }
        for module in self.modules.values():
            module.know(self.modules)
        while self._grow():
            pass

    def said(self) -> Iterator[tuple[str, int, str]]:
        """Return module, line and text of all that is said."""
        for module in self.modules.values():
            for given in self._given(module):
                for value in module.values(given):
                    if text := _text(value):
                        yield module.name, value.lineno, text

    def lost(self) -> Iterator[str]:
        """Return what is said and cannot be followed to where it begins."""
        for module in self.modules.values():
            for given in self._given(module):
                for value in module.values(given):
                    if not (_text(value) or _is_known(value) or module.parameter(value)):
                        yield f"{module.name}:{value.lineno}: {ast.unparse(value)}"

    def _grow(self) -> bool:
        """Make speakers of the functions that hand their parameters on; whether there are more."""
        before = sum(map(len, self.speakers.values()))
        for module in self.modules.values():
            for given in self._given(module):
                for function, name in filter(None, map(module.parameter, module.values(given))):
                    place = None if not function.name.startswith("_") else module.name
                    slots = self.speakers.setdefault((place, function.name), {})
                    slots[name] = module.position(function, name)
        return sum(map(len, self.speakers.values())) > before

    def _given(self, module: Module) -> Iterator[ast.expr]:
        """Return what a module gives into slots."""
        for name in ANSWERS & module.functions.keys():
            yield from module.returns(name)
        for call in module.calls:
            owner, _, name = ast.unparse(call.func).rpartition(".")
            if owner == "_log":  # speaks to us
                continue
            slots = self.speakers.get((module.name, name)) or self.speakers.get((None, name)) or {}
            for parameter, position in slots.items():
                yield from (k.value for k in call.keywords if k.arg == parameter)
                yield from module.arguments(call)[position : position + 1]


class Module:
    """One module, with what is needed to follow a value back to where it comes from."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._imported: dict[str, list[ast.expr]] = {}
        self.tree = ast.parse(text)
        self.calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        self._above = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    @cached_property
    def constants(self) -> dict[str, list[ast.expr]]:
        """What is assigned to names of the module itself."""
        top = [node for node in self.tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
        names = {part.id for node in top for part in ast.walk(node) if isinstance(part, ast.Name)}
        return {name: [v for node in top for v in _assignments(node, name)] for name in names}

    def know(self, modules: dict[str, Module]) -> None:
        """Know what the names are that are imported from other modules."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                file = f"{node.module.removeprefix('argmap.').replace('.', '/')}.py"
                found = modules[file].constants if file in modules else {}
                self._imported |= {a.name: found[a.name] for a in node.names if a.name in found}

    @cached_property
    def functions(self) -> dict[str, Function]:
        """The functions by their names."""
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, Function)}

    def arguments(self, call: ast.Call) -> list[ast.expr]:
        """Return positional arguments; a starred tuple is taken apart, as far as it is known."""
        given: list[ast.expr] = []
        for argument in call.args:
            if isinstance(argument, ast.Starred):
                tuples = [v for v in self.values(argument.value) if isinstance(v, ast.Tuple)]
                if not tuples:
                    break
                given += [_any_of(column) for column in zip(*(t.elts for t in tuples), strict=True)]
            else:
                given.append(argument)
        return given

    def parameter(self, value: ast.expr) -> tuple[Function, str] | None:
        """Return the function of which a value is a parameter, and its name."""
        function = self._function(value)
        if isinstance(value, ast.Name) and function and value.id in _parameters(function):
            return function, value.id
        return None

    def position(self, function: Function, name: str) -> int:
        """Return the place of an argument in a call."""
        bound = isinstance(self._above[function], ast.ClassDef)
        names = [argument.arg for argument in function.args.args]
        return names.index(name) - bound if name in names else len(names) + 9

    def values(self, node: ast.expr, seen: frozenset[ast.AST] = frozenset()) -> Iterator[ast.expr]:
        """Return what an expression can be, names and calls of the module's functions followed."""
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("one_stop"):
            node = node.args[0]
        if node in seen:
            return
        seen |= {node}
        followed = list(self._origins(node))
        if not followed:
            yield node
        for origin in followed:
            yield from self.values(origin, seen)

    def _origins(self, node: ast.expr) -> Iterator[ast.expr]:
        """Return where a value comes from, one step back; nothing where it begins."""
        if isinstance(node, ast.IfExp):
            yield from (node.body, node.orelse)
        elif isinstance(node, ast.BoolOp):
            yield from node.values
        elif isinstance(node, ast.Subscript):
            yield from self._items(node.value, getattr(node.slice, "value", None))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "get" and node.args:
                yield from (*self._items(node.func.value), *node.args[1:])
            elif isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
                yield from self.returns(node.func.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from self.returns(node.func.id)
        elif isinstance(node, ast.BinOp):  # of a place and a sentence
            yield node.right
        elif isinstance(node, ast.Name):
            yield from self._assigned(node)

    def _items(self, node: ast.expr, index: object = None) -> Iterator[ast.expr]:
        for value in self.values(node):
            if isinstance(value, ast.Dict):
                yield from value.values
            elif isinstance(value, ast.Tuple) and isinstance(index, int):
                yield value.elts[index]
            elif _is_known(value):
                yield value
            elif isinstance(value, ast.List | ast.Tuple):
                for item in value.elts:
                    inner = item.value if isinstance(item, ast.Starred) else item
                    yield inner.elt if isinstance(inner, ast.GeneratorExp) else inner

    def returns(self, name: str) -> Iterator[ast.expr]:
        """Return what a function of the module returns."""
        function = self.functions.get(name)
        for node in ast.walk(function) if function else ():
            if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
                yield node.value

    def _assigned(self, name: ast.Name) -> Iterator[ast.expr]:
        """Return what is assigned to a name, in its function or else in the module."""
        function = self._function(name)
        found = list(_assignments(function, name.id)) if function else []
        if not found and not (function and name.id in _parameters(function)):
            found = self.constants.get(name.id, [])
        yield from found or self._imported.get(name.id, [])

    def _function(self, node: ast.AST) -> Function | None:
        while node in self._above:
            node = self._above[node]
            if isinstance(node, Function):
                return node
        return None


def _assignments(node: ast.AST, name: str) -> Iterator[ast.expr]:
    for part in ast.walk(node):
        targets = part.targets if isinstance(part, ast.Assign) else []
        if isinstance(part, ast.AnnAssign | ast.NamedExpr):
            targets = [part.target]
        value = getattr(part, "value", None)
        if isinstance(part, ast.For):
            targets, value = [part.target], ast.Subscript(part.iter, ast.Constant(None), ast.Load())
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name and value is not None:
                yield value
            elif isinstance(target, ast.Tuple) and value is not None:
                names = [getattr(part, "id", "") for part in target.elts]
                if name in names:
                    yield ast.Subscript(value, ast.Constant(names.index(name)), ast.Load())


def _parameters(function: Function) -> set[str]:
    arguments = function.args
    return {a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def _any_of(values: tuple[ast.expr, ...]) -> ast.expr:
    return values[0] if len(values) == 1 else ast.BoolOp(ast.Or(), list(values))


def _is_known(value: ast.expr) -> bool:
    """Whether a value is empty, or a sentence that is looked at where it is made."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] in {*SPEAKERS, *ANSWERS, "str"}
    if isinstance(value, ast.Attribute):
        return value.attr in SENTENCES
    return isinstance(value, ast.Constant) and value.value in {"", None}


def _text(value: ast.expr) -> str:
    """Return a text as it stands; values in it are U+FFFC, and U+FFFD where they are sentences."""
    if isinstance(value, ast.Constant):
        return value.value if isinstance(value.value, str) else ""
    if isinstance(value, ast.JoinedStr):
        return "".join(_text(part) for part in value.values)
    if isinstance(value, ast.FormattedValue):
        return "\ufffd" if _is_known(value.value) else "\ufffc"
    return ""


def faults(text: str) -> Iterator[str]:
    """Say what keeps a text from being a sentence."""
    typed = re.sub(r"`[^`]*`", "`", text)
    if not re.match(r"[A-Z\ufffc\ufffd“`\d]", text):
        yield "begins with no capital"
    if not re.search(r"[.?!…\ufffd]$", text):
        yield "ends with no full stop"
    if '"' in typed or re.search(r"(?<!\w)'[^']+'(?!\w)", typed):
        yield "has straight quotes"
    if text.count("“") != text.count("”") or text.count("`") % 2:
        yield "has quotes without an end"
    if re.search(r"\ufffc”\. ", text):
        yield "goes on behind what it quotes, which may have a stop: leave that to in_a_row"
    if found := re.search(r"\b(mend\w*|heed\w*|shall|whoever|lest|oneself)\b", text, re.IGNORECASE):
        yield f"is mannered: {found[1]}"


HOUSE = House(FILES)
SAID = sorted(set(HOUSE.said()))


def test_everything_that_is_said_is_a_sentence() -> None:
    found = {f"{where}:{line}: {text}": list(faults(text)) for where, line, text in SAID}
    assert {said: wrong for said, wrong in found.items() if wrong} == {}


def test_everything_that_is_said_is_followed_to_its_words() -> None:
    assert sorted(HOUSE.lost()) == []
    assert len(SAID) > 400


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("There is no file “x”.", []),
        ("“x” is read. Did you mean `a 'b'`?", []),
        ("The map's folder is gone: \ufffc.", []),
        ("there is none.", ["begins with no capital"]),
        ("There is none", ["ends with no full stop"]),
        ("There is none: \ufffc", ["ends with no full stop"]),
        ("\ufffc: \ufffd", []),
        ('There is no "x".', ["has straight quotes"]),
        ("There is no 'x'.", ["has straight quotes"]),
        ("There is no “x.", ["has quotes without an end"]),
        ("It says “\ufffc”.", []),
        (
            "It says “\ufffc”. Look.",
            ["goes on behind what it quotes, which may have a stop: leave that to in_a_row"],
        ),
        ("Mend it.", ["is mannered: Mend"]),
    ],
)
def test_what_a_sentence_is(text: str, wrong: list[str]) -> None:
    assert list(faults(text)) == wrong


@pytest.mark.parametrize(
    "source",
    [
        "raise ArgmapError('It.', 'no')",
        "raise ArgmapError('It.', hint='no')",
        "WAY = 'no'\nraise ArgmapError('It.', WAY)",
        "WAYS = {1: 'no'}\nraise ArgmapError('It.', WAYS.get(2, 'It.'))",
        "def f():\n  way = 'It.' if x else 'no'\n  raise ArgmapError('It.', way)",
        "def f():\n  code, way = 1, 'no'\n  raise ArgmapError('It.', way)",
        "def f():\n  fault = g()\n  BadValueError(*fault)\ndef g():\n  return 'It.', 'no'",
        "def f():\n  code, way = g()\n  BadValueError('It.', way)\ndef g():\n  return 1, 'no'",
        "def _f(way):\n  raise ArgmapError('It.', way)\ndef g():\n  _f('no')",
        "def similar(otherwise):\n  return otherwise\nsimilar('no')",
    ],
)
def test_words_are_found_wherever_they_stand(source: str) -> None:
    assert [text for _, _, text in House({"module.py": source}).said() if text != "It."] == ["no"]


@pytest.mark.parametrize("code", CODES)
def test_what_a_code_means_is_told_in_sentences(code: str) -> None:
    assert list(faults(CODES[code])) == []


@pytest.mark.parametrize("key", [k for keys in KEYS_OF.values() for k in keys.values()])
def test_what_a_key_means_is_a_sentence(key: Key) -> None:
    assert list(faults(key.meaning)) == []


def helps() -> Iterator[str]:
    """Return the help of every command and of its arguments."""
    for name, summary in COMMANDS.items():
        parser = ArgumentParser()
        file_of(name).configure(parser)
        yield summary
        yield from (action.help or "" for action in parser._actions[1:])


@pytest.mark.parametrize("text", list(helps()))
def test_help_is_a_phrase_as_that_of_argparse_is(text: str) -> None:
    assert re.match(r"[a-z.-]|[A-Z]{2}", text)
    assert not text.endswith(".")
