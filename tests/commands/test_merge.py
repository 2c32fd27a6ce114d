from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import POOL, Run

OURS = POOL.replace("Volunteers will", "Volunteers may")
THEIRS = POOL.replace("Staff cost doubles", "Staff cost triples")


def files(ours: str, theirs: str) -> tuple[str, ...]:
    Path("ours").write_text(ours, encoding="utf-8")
    Path("theirs").write_text(theirs, encoding="utf-8")
    return "pool.argmap.yaml", "ours", "theirs"


def test_both_changes_are_written(run: Run) -> None:
    done = run("merge", *files(OURS, THEIRS), "-o", "merged")
    assert done == (0, "", "")
    assert Path("merged").read_text(encoding="utf-8") == OURS.replace("doubles", "triples")


def test_the_output_may_be_ours(run: Run) -> None:
    assert run("merge", *files(OURS, THEIRS), "-o", "ours").status == 0
    assert "triples" in Path("ours").read_text(encoding="utf-8")


def test_a_conflict_is_status_1_told_and_found_by_check(run: Run) -> None:
    ours = POOL.replace("Staff cost doubles", "Staff cost grows")
    done = run("merge", *files(ours, THEIRS), "-o", "m.argmap.yaml", "--name", "the pool")
    assert done.status == 1
    assert (
        "the pool: A merge could not settle this. The two sides gave “text” of “cost”" in done.err
    )
    checked = run("check", "m.argmap.yaml")
    assert checked.status == 1
    assert " error conflict " in checked.out
    assert run("render", "m.argmap.yaml", "-o", "m.svg").status == 1, "the map is usable"
    again = run("merge", "m.argmap.yaml", "m.argmap.yaml", "m.argmap.yaml", "-o", "-")
    assert again.status == 1, "conflicts are carried on"


def test_the_same_added_twice_is_a_hint(run: Run) -> None:
    added = [
        POOL.replace("statements:\n", f"statements:\n  - {{id: {i}, text: So.}}\n") for i in "ab"
    ]
    done = run("merge", *files(*added), "-o", "merged")
    assert done.status == 0
    assert "Both sides added the same words, as “a” and as “b”." in done.err


def test_trouble_is_status_2_and_nothing_is_written(run: Run) -> None:
    done = run("merge", *files(OURS, "argmap: 1\nstatements: [\n"), "-o", "merged")
    assert done.status == 2
    assert "theirs:2:1" in done.err
    assert not Path("merged").exists()
    assert run("merge", "away", "ours", "theirs", "-o", "merged").status == 2
