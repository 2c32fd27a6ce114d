"""Programs that write one file at the same time lose nothing of one another's."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.long import LONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="where files change places")

SAVING = """
    import sys
    from pathlib import Path
    from argmap.store.save import ChangedOnDiskError, fingerprint_of, save
    path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    refused = done = 0
    while done < count:
        content = path.read_bytes()
        try:
            save(path, f"{content.decode()}{name} {done}\\n", fingerprint_of(content))
            done += 1
        except ChangedOnDiskError:
            refused += 1
    print(refused)
"""
REPLACING = """
    import os, sys
    from pathlib import Path
    path, count = Path(sys.argv[1]), int(sys.argv[3])
    for number in range(count):
        text = path.read_text()
        assert number == 0 or f"theirs {number - 1}\\n" in text, f"{number - 1} was overwritten"
        Path(f"{path}.theirs").write_text(f"{text}theirs {number}\\n")
        os.replace(f"{path}.theirs", path)
    print(0)
"""
COUNT = 150 * LONG


def run_both(path: Path, one: str, other: str) -> int:
    """Let two programs write a file; return how often one was refused, as the file was changed."""
    path.write_text("")
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(path), name, str(COUNT)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for script, name in ((one, "one"), (other, "two"))
    ]
    told = [program.communicate()[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    return sum(map(int, told))


def test_two_of_ours_lose_no_update(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    refused = run_both(path, SAVING, SAVING)
    assert sorted(path.read_text().splitlines()) == sorted(
        f"{name} {number}" for name in ("one", "two") for number in range(COUNT)
    )
    assert refused, "the two never met"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_program_that_does_not_look_has_written_is_never_overwritten(tmp_path: Path) -> None:
    run_both(tmp_path / "map.yaml", SAVING, REPLACING)
    assert list(tmp_path.iterdir()) == [tmp_path / "map.yaml"]
