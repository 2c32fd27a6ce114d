"""The report of a bug; that a command which stops leaves one is in test_cli."""

from __future__ import annotations

import pytest

from argmap import paths
from argmap.commands.shared.crash import report_crash


def test_a_bug_is_reported_whatever_letters_it_speaks_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop() -> None:
        # Python has half a letter for a byte in the name of a file that is no UTF-8.
        raise RuntimeError("caf\udce9")

    try:
        stop()
    except RuntimeError:
        report_crash()
    report = paths.state() / "crash.txt"
    assert str(report) in capsys.readouterr().err
    assert "RuntimeError: caf\\udce9" in report.read_text(encoding="utf-8")
