"""The page in a real browser, from disk: it loads without a complaint, and texts stay texts.

Skips where there is no Chromium; what is clicked and typed there is not tried here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from argmap import paths
from argmap.formats import convert
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.store.yaml_file import load

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom"),
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

TAKEN = "document.body.dataset.taken='yes'"
HOSTILE = (
    f"</title></script><script>{TAKEN}</script>",
    f'<img src=x onerror="{TAKEN}"> & ]]> <b>bold</b>',
    f"<svg onload={TAKEN}>",
    f'\'" onmouseover="{TAKEN}',
    f"javascript:{TAKEN}",
    "${1+1} {{1+1}} `x`",
)


def _seen(argument_map: ArgumentMap, folder: Path) -> tuple[str, str]:
    """Give the page as the browser has it after its script ran, and what the console says."""
    page = folder / "page.html"
    page.write_text(convert.dumps(argument_map, "html").text, encoding="utf-8")
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *OPTIONS, f"--user-data-dir={folder / 'profile'}", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    console = "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)
    return done.stdout, console


def test_the_dispute_loads_without_a_complaint(tmp_path: Path) -> None:
    argument_map = load(paths.examples() / "indivisible-security.argmap.yaml").argument_map
    page, console = _seen(argument_map, tmp_path)
    assert console == ""
    shown = unescape(re.sub(r"<[^>]*>", "", page))
    for statement in argument_map.statements:
        assert statement.text in " ".join(shown.split()), statement.id


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    statements = tuple(
        Statement(f"s{n}", text, title=text, note=text, said_by=text, cites=(Cite("q", text),))
        for n, text in enumerate(HOSTILE)
    )
    source = Source("q", title=HOSTILE[1], url=HOSTILE[4], note=HOSTILE[0])
    page, console = _seen(
        ArgumentMap(title=HOSTILE[0], summary=HOSTILE[1], statements=statements, sources=(source,)),
        tmp_path,
    )
    assert console == "", "the page's policy had to stop something"
    body = re.search(r"<body[^>]*>", page)
    assert body is not None
    assert "taken" not in body[0]
    assert not re.search(r"<a[^>]+javascript:", page)
