"""The program finds its files however it got there: from a checkout, from one installed for
editing, and from a wheel. Wheels are built by the build backend itself and unpacked, which is what
installing one does; so neither pip nor the network is needed.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from argmap.desktop.help.sections import PAGES

ROOT = Path(__file__).resolve().parents[2]
BUILD = {
    "wheel": "from hatchling.build import build_wheel as build",
    "editable": "from hatchling.build import build_editable as build",
}
USE = """
import site, sys
sys.path.insert(0, sys.argv[1])  # before the checkout, which may be installed for editing itself
site.addsitedir(sys.argv[1])  # reads the .pth file of an editable install, as a start does
import json
from argmap import cli, paths
assert cli.main(["schema"]) == 0
assert cli.main(["new", "pool", "--template", "undercut"]) == 0
print()
print(json.dumps([str(paths.resources()), str(paths.examples())]))
"""


def build(how: str, folder: Path) -> Path:
    """Build a wheel of the checkout and unpack it; give the folder to import from."""
    script = f"import sys; {BUILD[how]}; build(sys.argv[1])"
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def use(site: Path, folder: Path) -> tuple[Path, Path]:
    """Run commands that need resources in a folder far from the checkout; tell where they were."""
    done = subprocess.run(
        [sys.executable, "-c", USE, str(site)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "pool.argmap.yaml").read_text(encoding="utf-8").startswith("argmap: 1")
    schema, _, places = done.stdout.strip().rpartition("\n")
    assert json.loads(schema)["$schema"].startswith("https://json-schema.org/")
    resources, examples = json.loads(places)
    return Path(resources), Path(examples)


@pytest.mark.parametrize("how", BUILD)
def test_installed(how: str, tmp_path: Path) -> None:
    site = build(how, tmp_path)
    home = site / "argmap" if how == "wheel" else ROOT
    assert use(site, tmp_path) == (home / "resources", home / "examples")


def test_bare_checkout(tmp_path: Path) -> None:
    assert use(ROOT, tmp_path) == (ROOT / "resources", ROOT / "examples")


def test_a_wheel_carries_all_resources_and_no_tests(tmp_path: Path) -> None:
    site = build("wheel", tmp_path)
    for name in ("resources", "examples"):
        there = {p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*") if p.is_file()}
        packed = site / "argmap" / name
        assert {p.relative_to(packed) for p in packed.rglob("*") if p.is_file()} == there
    pages = {path.stem for path in (site / "argmap" / "docs").iterdir()}
    assert pages == set(PAGES)
    assert not (site / "tests").exists()
