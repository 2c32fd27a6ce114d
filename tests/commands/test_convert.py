import json
from pathlib import Path

import pytest

from argmap.formats.table import FORMATS
from tests.commands.conftest import POOL, Run
from tests.formats.misread import MISREAD

TREE = "The pool should open.\n  Two hundred asked for it.\n  It is hot.\n"


def test_there_and_back(run: Run) -> None:
    assert run("convert", "pool.argmap.yaml", "pool.argmap.json") == (0, "", "")
    assert run("convert", "pool.argmap.json", "back.argmap.yaml") == (0, "", "")
    before, after = run("info", "pool.argmap.yaml").out, run("info", "back.argmap.yaml").out
    assert before == after


def test_what_is_lost_is_told_with_the_ids(run: Run) -> None:
    done = run("convert", "pool.argmap.yaml", "pool.txt")
    assert (done.status, done.out) == (0, "")
    assert "argmap: pool.argmap.yaml: Not written: " in done.err
    assert Path("pool.txt").exists()


def test_losses_for_programs(run: Run) -> None:
    done = run("convert", "pool.argmap.yaml", "pool.txt", "--report", "json")
    report = json.loads(done.err)
    assert report["file"] == "pool.argmap.yaml"
    assert report["not_read"] == report["not_drawn"] == []
    assert all(loss["count"] == len(loss["ids"]) for loss in report["not_written"])
    assert report["not_written"]


def test_what_a_file_holds_that_is_not_drawn_is_told_and_no_loss(run: Run) -> None:
    nodes = [("1", "I", "It opens."), ("2", "I", "It is open."), ("3", "MA", "Rephrase")]
    Path("talk.aif.json").write_text(
        json.dumps(
            {
                "nodes": [{"nodeID": n, "type": kind, "text": text} for n, kind, text in nodes],
                "edges": [{"fromID": "2", "toID": "3"}, {"fromID": "3", "toID": "1"}],
            }
        ),
        encoding="utf-8",
    )
    done = run("convert", "talk.aif.json", "talk.argmap.yaml", "--strict")
    assert done.status == 0
    assert done.err == "argmap: talk.aif.json: Read, but not drawn: rephrases (MA) (1): 3.\n"
    done = run("convert", "talk.aif.json", "talk.xaif", "--report", "json")
    told = {"what": "rephrases (MA)", "count": 1, "ids": ["3"]}
    assert json.loads(done.err) == {
        "file": "talk.aif.json",
        "problems": [],
        "not_read": [],
        "not_drawn": [told],
        "not_written": [],
    }


def test_strict_writes_nothing_where_anything_is_lost(run: Run) -> None:
    done = run("convert", "pool.argmap.yaml", "pool.txt", "--strict")
    assert done.status == 2
    assert "Leave out `--strict`." in done.err
    assert not Path("pool.txt").exists()
    assert run("convert", "pool.argmap.yaml", "pool.json", "--strict").status == 0


def test_what_could_not_be_read_belongs_to_the_report(run: Run) -> None:
    Path("odd.apx").write_text("arg(a).\nfoo(b).\n", encoding="utf-8")
    done = run("convert", "odd.apx", "odd.tgf", "--report", "json")
    assert done.status == 1
    (told,) = json.loads(done.err)["problems"]
    assert (told["severity"], told["line"]) == ("error", 2)
    assert "foo(b)" in told["message"]


def test_strict_writes_nothing_where_anything_was_misread(run: Run) -> None:
    Path("odd.apx").write_text("arg(a).\nfoo(b).\n", encoding="utf-8")
    Path("twice.apx").write_text("arg(a).\narg(a).\n", encoding="utf-8")
    cut = "argmap: 1\nstatements:\n  - id: a\n    text: Issue #3 is open\n"
    Path("cut.argmap.yaml").write_text(cut, encoding="utf-8")
    for name in ("odd.apx", "twice.apx", "torn.argmap.yaml", "cut.argmap.yaml"):
        done = run("convert", name, "out.json", "--strict")
        assert done.status == 2, name
        assert not Path("out.json").exists(), name


@pytest.mark.parametrize("name", MISREAD)
def test_every_format_reports_and_strict_refuses_what_is_not_read_as_it_stands(
    run: Run, name: str
) -> None:
    Path("in").write_text(MISREAD[name], encoding="utf-8")
    done = run("convert", "in", "out.json", "--from", name, "--strict", "--report", "json")
    report, _, refused = done.err.partition("\n")
    assert done.status == 2
    assert "Leave out `--strict`." in refused
    assert not Path("out.json").exists()
    told = json.loads(report)
    assert told["problems"] or told["not_read"]


def test_pipes(run: Run) -> None:
    done = run("convert", "-", "-", "--from", "text", "--to", "argmap", given=TREE.encode())
    assert done.status == 0
    assert done.out.startswith("argmap: 1")


def test_many_files_go_into_a_folder_past_a_bad_one(run: Run) -> None:
    Path("bad.json").write_text("{", encoding="utf-8")
    done = run("convert", "pool.argmap.yaml", "bad.json", "out", "--to", "json")
    assert done.status == 1
    assert "bad.json" in done.err
    assert [path.name for path in Path("out").iterdir()] == ["pool.argmap.json"]


def test_a_map_that_lacks_parts_is_converted_and_the_status_says_so(run: Run) -> None:
    done = run("convert", "torn.argmap.yaml", "torn.json")
    assert done.status == 1
    assert "nobody" in done.err
    assert Path("torn.json").exists()


def test_the_format_must_be_known(run: Run) -> None:
    for arguments, words in (
        (["pool.argmap.yaml"], "nowhere to write"),
        (["pool.argmap.yaml", "-"], "--to"),
        (["pool.argmap.yaml", "out/"], "--to"),
        (["pool.argmap.yaml", "pool.docx"], "docx"),
        (["pool.argmap.yaml", "pool.txt", "--to", "word"], "word"),
        (["missing.yaml", "pool.txt"], "missing.yaml"),
    ):
        done = run("convert", *arguments)
        assert (done.status, done.out) == (2, "")
        assert words in done.err
    assert Path("pool.argmap.yaml").read_text(encoding="utf-8") == POOL


def test_the_list_names_every_format(run: Run) -> None:
    lines = run("convert", "--list").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [row.name for row in FORMATS]
