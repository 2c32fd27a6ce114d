"""The checks on tests do fail where they should: each bad test here must not pass."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

BAD = """
import logging, threading, warnings
from PySide6.QtCore import QTimer, qWarning
kept = None
def test_log_record(): logging.getLogger('x').warning('odd')
def test_python_warning(): warnings.warn('odd')
def test_qt_warning(qapp): qWarning('odd')
def test_thread(): threading.Thread(target=threading.Event().wait, daemon=True).start()
def test_timer(qapp):
    global kept
    kept = QTimer()
    kept.start(1000)
"""
QT_THREAD = """
from PySide6.QtCore import QThread
def test_thread(qapp):
    global kept
    kept = QThread()
    kept.start()
"""
GOOD = """
import logging, os
from pathlib import Path
def test_expected_record(caplog):
    logging.getLogger('x').warning('as it should be')
    assert caplog.records
    caplog.clear()
def test_thread_that_ends():
    import threading
    threading.Thread(target=lambda: None).start()
def test_timer_that_stops(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer()
    timer.start(1000)
    timer.stop()
def test_home_of_its_own():
    assert [path.name for path in Path.home().iterdir()] == ['tmp']
    assert Path(os.environ['XDG_CONFIG_HOME']).is_relative_to(Path.home())
    (Path.home() / 'mine').touch()
def test_home_of_its_own_again():
    assert [path.name for path in Path.home().iterdir()] == ['tmp']
"""


def pytest_on(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run a test file with our conftest and our settings of pytest."""
    (folder / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (folder / "test_it.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "test_it.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_bad_tests_fail(tmp_path: Path) -> None:
    done = pytest_on(tmp_path, BAD)
    for name in ("log_record", "python_warning", "qt_warning", "thread", "timer"):
        assert re.search(rf"^(FAILED|ERROR) test_it.py::test_{name}\b", done.stdout, re.MULTILINE)


def test_a_thread_of_qt_that_runs_on_is_noticed(tmp_path: Path) -> None:
    assert "threads still running after the test" in pytest_on(tmp_path, QT_THREAD).stdout


def test_good_tests_pass(tmp_path: Path) -> None:
    done = pytest_on(tmp_path, GOOD)
    assert "5 passed" in done.stdout, done.stdout
    assert done.returncode == 0
