import json

from tests.commands.conftest import Run


def test_numbers_for_people(run: Run) -> None:
    done = run("info", "pool.argmap.yaml")
    assert done.out.splitlines() == [
        "title       Should the pool open on Sundays?",
        "statements  5 (1 claim, 2 premise, 2 rebuttal)",
        "relations   3 (1 supports, 2 attacks, 1 undercuts, 1 linked)",
        "roots       1",
        "depth       2",
        "sources     1",
        "problems    0",
    ]
    assert done.status == 0


def test_numbers_for_programs(run: Run) -> None:
    assert json.loads(run("info", "--json", "pool.argmap.yaml").out) == {
        "title": "Should the pool open on Sundays?",
        "statements": {"all": 5, "claim": 1, "premise": 2, "rebuttal": 2},
        "relations": {"all": 3, "supports": 1, "attacks": 2, "undercuts": 1, "linked": 1},
        "roots": 1,
        "depth": 2,
        "sources": 1,
        "problems": 0,
    }


def test_problems_are_counted_and_make_the_status_1(run: Run) -> None:
    done = run("info", "torn.argmap.yaml")
    assert done.status == 1
    assert "problems    1" in done.out


def test_an_empty_map(run: Run) -> None:
    done = run("info", "-", "--json", given=b"argmap: 1\n")
    assert done.status == 0
    assert json.loads(done.out)["depth"] == 0


def test_what_is_no_yaml_cannot_be_counted(run: Run) -> None:
    done = run("info", "-", given=b"statements: [\n")
    assert (done.status, done.out) == (2, "")
    assert "-:" in done.err
