"""A lock has one holder, and ends with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from argmap.saving.lock import take


def test_nobody_else_gets_a_lock_until_it_is_given_back(tmp_path: Path) -> None:
    held = take(tmp_path / "lock")
    assert held is not None
    assert take(tmp_path / "lock") is None
    other = take(tmp_path / "other")
    assert other is not None
    other.close()
    held.close()
    again = take(tmp_path / "lock")
    assert again is not None
    again.close()


def test_the_lock_of_a_process_ends_with_the_process(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from argmap.saving.lock import take\n"
        "held = take(Path(sys.argv[1])); print(held is not None, flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        assert take(tmp_path / "lock") is None
        process.kill()
    free = take(tmp_path / "lock")
    assert free is not None
    free.close()


def test_what_the_lock_file_holds_stays(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("kept")
    held = take(tmp_path / "lock")
    assert held is not None
    held.close()
    assert (tmp_path / "lock").read_text() == "kept"
