"""A program that is killed at any moment of its work has lost nothing that it said was safe."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from argmap.saving.leftovers import remove_leftovers
from argmap.store.journal import find
from argmap.store.yaml_file import read
from tests.long import LONG

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9")

WORKING = """
    import sys
    from pathlib import Path
    from argmap.model.edits import edit
    from argmap.model.history.document import Document
    from argmap.store.journal import Journal
    from argmap.store.save import fingerprint, save
    from argmap.store.yaml_file import load
    path, journals, first = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    known, reading = fingerprint(path), load(path)
    document = Document(reading.argument_map, reading.text)
    journal = Journal(journals, path, reading.text.text(), known.sha256)
    for number in range(first, first + 10_000):
        text = f"This is claim number {number}." + " It is long." * (number % 50)
        document.do("Add claim", edit.add_claim(document.argument_map, text))
        journal.record(reading.text.text())
        journal.sync()
        print(number, flush=True)
        if number % 4 == 0:
            known = save(path, reading.text.text(), known)
            journal.discard()
            journal = Journal(journals, path, reading.text.text(), known.sha256)
"""
KILLS = 10 * LONG


def test_kills_lose_no_card(tmp_path: Path) -> None:
    """As a user would, each start recovers what the last one left, and works on."""
    path, journals = tmp_path / "maps" / "map.argmap.yaml", tmp_path / "journals"
    path.parent.mkdir()
    path.write_text("argmap: 1\n")
    chance = random.Random(9)
    safe = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                textwrap.dedent(WORKING),
                str(path),
                str(journals),
                str(safe + 1),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            for _ in range(chance.randrange(1, 12)):
                safe = int(process.stdout.readline())
            for _ in range(chance.randrange(3000)):
                pass  # until some moment of what it does next
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split()
        safe = int(said[-1]) if said else safe
        safe = _recovered(path, journals, safe)
    remove_leftovers(path.parent)
    assert list(path.parent.iterdir()) == [path]
    assert not list(journals.iterdir())


def _recovered(path: Path, journals: Path, safe: int) -> int:
    """Return up to which card all are there: in the file, or in the one journal that is offered."""
    found = find([journals])
    assert not found.unreadable
    assert len(found.recoveries) <= 1
    for recovery in found.recoveries:
        assert not recovery.damaged
        assert recovery.path == path.resolve()
        path.write_text(recovery.text())
        recovery.discard()
    reading = read(path.read_text())
    assert not reading.problems
    numbers = [int(s.text.split()[4].rstrip(".")) for s in reading.argument_map.statements]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) in (safe, safe + 1)
    return len(numbers)
