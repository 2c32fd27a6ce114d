"""The house is as CONTRIBUTING.md says: who may import whom, and how large a room may be."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "argmap"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"

FOR_TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {}"


def lint(folder: Path) -> tuple[int, str]:
    """Run the import contracts on the checkout in that folder; give exit status and report."""
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the checkout, to break contracts in."""
    shutil.copytree(PACKAGE, tmp_path / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold() -> None:
    status, report = lint(ROOT)
    assert status == 0, report


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("attic/__init__.py", '"""A folder without a floor."""', "attic"),
        ("attic.py", '"""A file without a floor."""', "attic"),
        ("model/kinds.py", "def late():\n    import argmap.store.yaml_file", "argmap.store"),
        ("store/yaml_file.py", "import argmap.drawing.theme", "argmap.drawing"),
        ("drawing/dot/writer.py", "def late():\n    from PySide6 import QtCore", "PySide6"),
        ("commands/render.py", "import PySide6.QtGui", "PySide6"),
        ("drawing/dot/writer.py", "import argmap.desktop.session", "argmap.desktop"),
        ("formats/attic.py", '"""A format without a line in the contract."""', "attic"),
        ("formats/aml.py", "import argmap.formats.brat", "argmap.formats.brat"),
        ("formats/html/text.py", "import argmap.formats.kialo", "argmap.formats.kialo"),
        ("formats/losses/features.py", "import argmap.formats.table", "argmap.formats.table"),
        ("desktop/canvas/attic.py", '"""A helper of the canvas without a layer."""', "attic"),
        (
            "desktop/canvas/gestures/pan.py",
            """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas
""",
            "argmap.desktop.canvas.canvas",
        ),
        (
            "desktop/canvas/editing/card_editor.py",
            "import argmap.desktop.canvas.gestures.pan",
            "argmap.desktop.canvas.gestures.pan",
        ),
        (
            "desktop/canvas/gestures/gesture.py",
            "def late():\n    from argmap.desktop.canvas.gestures.pan import Pan",
            "argmap.desktop.canvas.gestures",
        ),
        (
            "formats/format.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import argmap.formats.opml",
            "argmap.formats.opml",
        ),
        ("desktop/attic.py", '"""A file of the window without a floor."""', "attic"),
        ("desktop/session.py", FOR_TYPES.format("argmap.desktop.window"), "desktop.window"),
        ("desktop/window.py", FOR_TYPES.format("argmap.desktop.actions"), "desktop.actions"),
        ("desktop/files/files.py", "import argmap.desktop.windows", "desktop.windows"),
        ("desktop/outline/pane.py", "import argmap.desktop.inspector.pane", "desktop.inspector"),
        ("desktop/widgets/marks.py", "import argmap.desktop.session", "desktop.session"),
        (
            "desktop/inspector/binding.py",
            FOR_TYPES.format("argmap.desktop.inspector.form"),
            ".form -> .binding",
        ),
    ],
)
def test_contracts_notice(copy: Path, module: str, line: str, complaint: str) -> None:
    path = copy / "argmap" / module
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    status, report = lint(copy)
    assert status == 1, report
    assert complaint in report.replace("\n", " ")


@pytest.mark.parametrize("module", ["argmap", "argmap.cli", "argmap.commands"])
def test_the_command_line_starts_without_heavy_libraries(module: str) -> None:
    heavy = ("PySide6", "shiboken6", "graphviz", "yaml", "argmap.model.argument_map")
    script = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_one_svg_needs_neither_pages_nor_pixels_nor_a_picture_to_play(tmp_path: Path) -> None:
    rooms = ("argmap.paging", "argmap.paper.sheets", "argmap.drawing.layout", "xdot", "PySide6")
    command = ["render", "examples/simple-claim.argmap.yaml", "-o", str(tmp_path / "drawn.svg")]
    script = (
        f"import sys; from argmap.cli import main; main({command!r})\n"
        f"print([m for m in sys.modules if any(room in m for room in {rooms!r})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
    assert (tmp_path / "drawn.svg").is_file()


def test_the_window_starts_without_paper_and_dialogs() -> None:
    rooms = ("argmap.paper", "argmap.paging", "argmap.desktop.dialogs.", "QtPrintSupport")
    script = (
        "import sys; from argmap.desktop.main import application; app = application()\n"
        "from argmap.desktop.application import Application\n"
        "from argmap.desktop.windows import Windows\n"
        "Windows(Application()).add().close()\n"
        f"print([m for m in sys.modules if any(room in m for room in {rooms!r})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['argmap.desktop.dialogs.dialogs']"


def test_the_first_picture_waits_for_no_pane_and_no_rule() -> None:
    rooms = (
        *("argmap.critique", "argmap.formats", "argmap.merging", "argmap.sourcing", "argmap.texts"),
        *("desktop.outline.", "desktop.inspector.", "desktop.problems.", "desktop.sources."),
        *("desktop.text.", "desktop.evaluation.", "desktop.resolving.", "desktop.comparing."),
        *("desktop.versions.", "actions.sheets.palette", "actions.sheets.shortcuts", "help.manual"),
        *("argmap.reasoning", "accessibility.interfaces", "notices.notice_row"),
        *("_hashlib", "rapidfuzz"),
    )
    script = (
        "import sys; from pathlib import Path; from argmap.desktop.main import application, begin\n"
        "from argmap.desktop.application import Application\n"
        "from argmap.desktop.windows import Windows\n"
        "app, windows = application(), Windows(Application())\n"
        "begin(windows, [Path('examples/simple-claim.argmap.yaml')])\n"
        "(window,) = windows.all\n"
        "def drawn(picture):\n"
        "    if picture.cards:\n"
        f"        print([m for m in sys.modules if any(room in m for room in {rooms!r})])\n"
        "        window.close()\n"
        "window.canvas.layouts.drawn.connect(drawn)\n"
        "app.exec()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_rules_that_find_no_quote_compare_no_letters() -> None:
    script = (
        "import sys; from argmap.critique.checking import check\n"
        "from argmap.store.yaml_file import load\n"
        "check(load('examples/indivisible-security.argmap.yaml').argument_map)\n"
        "print('rapidfuzz' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_no_source_is_read_while_the_window_is_loaded() -> None:
    script = (
        "import linecache, argmap.desktop.main\n"
        "print([name for name in linecache.cache if 'argmap' in name or 'typing' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_rooms_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "says neither what it is nor why"
    assert len(source.splitlines()) <= 400
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, node.name
