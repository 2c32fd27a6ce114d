"""The W3C's own checker finds no error in a page, whatever texts the map holds.

It takes Java and `npm install vnu-jar`, in the folder that ARGMAP_NODE_MODULES names, or it skips.
Warnings about the Content-Security-Policy are left aside: the checker knows no hashes of sources,
and `test_html_in_browser` sees that Chromium takes them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from argmap.formats.convert import dumps
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import load
from tests.formats.maps import maps

DISPUTE = Path(__file__).parents[3] / "examples" / "indivisible-security.argmap.yaml"


@pytest.fixture(scope="module")
def checker(node_modules: Path) -> list[str]:
    """Return the command that reads a page and says what is wrong with it as JSON."""
    java, jar = shutil.which("java"), node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not java or not jar.exists():
        pytest.skip("needs java, and vnu-jar by npm in the folder of ARGMAP_NODE_MODULES")
    return [java, "-jar", str(jar), "--format", "json", "--exit-zero-always"]


def errors(checker: list[str], pages: list[str], folder: Path) -> list[str]:
    """Check pages in one run, and give each error with the words about which it is."""
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    done = subprocess.run([*checker, str(folder)], capture_output=True, text=True, check=True)
    said = json.loads(done.stderr)["messages"]
    return [f"{m['message']} {m.get('extract', '')}" for m in said if m["type"] != "info"]


def test_the_dispute_is_valid_and_a_page_that_is_not_is_found(
    checker: list[str], tmp_path: Path
) -> None:
    page = dumps(load(DISPUTE).argument_map, "html").text
    assert errors(checker, [page], tmp_path) == []
    assert errors(checker, [page.replace("</main>", "</p>", 1)], tmp_path)


def test_no_text_makes_a_page_invalid(checker: list[str], tmp_path: Path) -> None:
    pages: list[str] = []

    @settings(
        max_examples=40,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(maps())
    def write(argument_map: ArgumentMap) -> None:
        pages.append(dumps(argument_map, "html").text)

    write()
    assert len(pages) > 20
    assert errors(checker, pages, tmp_path) == []
