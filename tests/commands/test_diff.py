from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import POOL, Run

CHANGED = POOL.replace("Staff cost doubles", "Staff cost triples").replace(
    "  - id: volunteers\n", "    judgement: accepted\n  - id: volunteers\n"
)


def files() -> tuple[str, str]:
    Path("new.argmap.yaml").write_text(CHANGED, encoding="utf-8")
    return "pool.argmap.yaml", "new.argmap.yaml"


def test_what_changed_is_told_with_its_place_and_what_it_does(run: Run) -> None:
    done = run("diff", *files())
    assert done.status == 1
    because = "because it was judged so."
    assert done.out.splitlines() == [
        "new.argmap.yaml:10:5: Reworded “Staff cost doubles on Sundays”.",
        "    - Staff cost doubles on Sundays.",
        "    + Staff cost triples on Sundays.",
        "new.argmap.yaml:10:5: “Staff cost triples on Sundays” is judged accepted; it was open.",
        "",
        "What changed in what stands:",
        f"  “Staff cost triples on Sundays” was undecided, now it is accepted, {because}",
    ]


def test_word_by_word(run: Run) -> None:
    out = run("diff", *files(), "--words").out
    assert "    Staff cost [-doubles-]{+triples+} on Sundays.\n" in out


def test_the_same_is_status_0_and_silent(run: Run) -> None:
    assert run("diff", "pool.argmap.yaml", "pool.argmap.yaml") == (0, "", "")


def test_for_programs(run: Run) -> None:
    done = run("diff", *files(), "--json")
    data = json.loads(done.out)
    assert [d["what"] for d in data["differences"]] == ["reworded", "re-judged"]
    first = data["differences"][0]
    assert (first["id"], first["key"], first["place"]) == ("cost", "text", "new.argmap.yaml:10:5")
    assert ["added", "triples"] in first["words"]
    assert data["standing"][0] == {
        "id": "cost", "before": "undecided", "after": "accepted", "because": "it was judged so"
    }  # fmt: skip


def test_a_picture_of_both(run: Run) -> None:
    done = run("diff", *files(), "--picture", "both.svg")
    assert (done.status, done.out) == (1, "")
    assert "reworded" in Path("both.svg").read_text(encoding="utf-8")


def test_a_page_that_runs_and_fetches_nothing(run: Run) -> None:
    page = run("diff", *files(), "--html").out
    assert "<del>doubles</del><span> </span><ins>triples</ins>" in page
    assert "data:image/svg+xml;base64," in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "<script" not in page


def test_another_program_s_file_is_read(run: Run) -> None:
    assert run("convert", "pool.argmap.yaml", "pool.argdown").status == 0
    done = run("diff", "pool.argdown", files()[1])
    assert done.status == 1
    assert "triples" in done.out


def test_trouble_is_status_2(run: Run) -> None:
    assert run("diff", "pool.argmap.yaml", "away.argmap.yaml").status == 2
    Path("torn.argmap.yaml").write_text("argmap: 1\nstatements: [\n", encoding="utf-8")
    assert run("diff", "pool.argmap.yaml", "torn.argmap.yaml").status == 2
    assert run("diff", "pool.argmap.yaml").status == 2, "there is no repository here"
