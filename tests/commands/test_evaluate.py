import importlib.util
import json
from pathlib import Path

import pytest

from argmap import paths
from argmap.commands import evaluate
from argmap.formats.table import FORMATS
from argmap.model.kinds import Judgement
from argmap.reasoning import Changes, Label
from tests.commands.conftest import Run

ROOT = Path(__file__).parents[2]
UNDERCUT = str(paths.examples() / "undercut.argmap.yaml")
DISPUTE = str(paths.examples() / "indivisible-security.argmap.yaml")
STEP = "red-light--attacks--looks-so"


def test_labels_for_people(run: Run) -> None:
    done = run("evaluate", UNDERCUT, "--open", "presumed")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "rejected   wall-is-red: The wall is red.",
        "accepted   looks-red: The wall looks red.",
        "accepted   red-light: A red lamp shines on the wall.",
        "rejected   looks-so (step)",
        f"accepted   {STEP} (step)",
    ]


def test_labels_for_programs(run: Run) -> None:
    facts = json.loads(run("evaluate", UNDERCUT, "--open", "presumed", "--json").out)
    assert facts == {
        "statements": {"wall-is-red": "rejected", "looks-red": "accepted", "red-light": "accepted"},
        "relations": {"looks-so": "rejected", STEP: "accepted"},
        "basis": {
            "wall-is-red": "unsupported",
            "looks-red": "presumed",
            "red-light": "presumed",
            "looks-so": "refuted",
            STEP: "supported",
        },
        "tensions": [],
        "circles": [],
    }


def test_what_is_asked_for_beside(run: Run) -> None:
    asked = ("--why", "wall-is-red", "--strength", "--cruxes", "wall-is-red")
    change = ("--changes", "wall-is-red=accepted")
    viewed = ("evaluate", UNDERCUT, "--viewpoint", "debate")
    facts = json.loads(run(*viewed, "--json", *asked, *change).out)
    assert facts["why"]["lines"][1]["id"] == "looks-so"
    assert facts["strength"]["wall-is-red"]["accepted"] == 0.25
    assert {crux["id"]: crux["swing"] for crux in facts["cruxes"]} == {
        "red-light": -0.5,
        "looks-red": 0.5,
    }
    assert facts["changes"]["sets"] == [{"red-light": "rejected"}]
    words = run(*viewed, *asked, *change).out
    for said in ("[stands in 25%]", "-50.0%  red-light", "  reject red-light", "does not follow"):
        assert said in words


def test_a_change_that_is_none(run: Run) -> None:
    viewed = ("evaluate", UNDERCUT, "--viewpoint", "debate")
    assert "it is so already" in run(*viewed, "--changes", "wall-is-red=rejected").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--viewpoint", "nobody"], "no viewpoint"),
        (["--why", "nothing"], "nothing"),
        (["--changes", "accepted"], "an id and a label"),
        (["--changes", "wall-is-red=blue"], "blue"),
        (["--semantics", "loud"], "loud"),
        (["--open", "maybe"], "maybe"),
        (["--ties", "presumed"], "presumed"),
        (["--cruxes", "nothing"], "no statement or relation “nothing”"),
        (["--changes", "nothing=accepted"], "no statement or relation “nothing”"),
        (["--changes", "=accepted"], "an id and a label"),
        (
            ["--semantics", "grounded", "--why", "wall-is-red"],
            "`--semantics` cannot be combined with `--why`.",
        ),
        (["--semantics", "stable", "--strength", "--cruxes", "a"], "`--strength` and `--cruxes`."),
    ],
)
def test_what_cannot_be_asked(run: Run, options: list[str], words: str) -> None:
    done = run("evaluate", UNDERCUT, *options)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_extensions_of_an_attack_graph(run: Run) -> None:
    Path("pool.tgf").write_text("a\nb\nc\n#\nb a\nc b\n", encoding="utf-8")
    assert run("evaluate", "pool.tgf", "--semantics", "grounded") == (0, "[a c]\n", "")
    facts = json.loads(run("evaluate", "pool.tgf", "--semantics", "grounded", "--json").out)
    assert facts == {"semantics": "grounded", "extensions": [["a", "c"]]}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Add `--semantics grounded`."),
        (["--why", "a"], "Add `--semantics grounded`."),
        (["--semantics", "grounded", "--viewpoint", "debate"], "Leave out `--viewpoint`"),
        (["--semantics", "grounded", "--open", "presumed"], "Leave out `--viewpoint`"),
    ],
)
@pytest.mark.parametrize("name", ["pool.tgf", "POOL.APX", "pool.af"])
def test_what_an_attack_graph_cannot_be_asked(
    run: Run, name: str, options: list[str], words: str
) -> None:
    Path(name).write_text("a\nb\n#\nb a\n", encoding="utf-8")
    done = run("evaluate", name, *options)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pool.tgf", "a\nb\nc\n#\nb a\nc b\n"),
        ("pool.apx", "arg(a).\narg(b).\narg(c).\natt(b,a).\natt(c,b).\n"),
        ("pool.apxd", "arg(a).\narg(b).\narg(c).\natt(b,a).\natt(c,b).\n"),
        ("pool.af", "p af 3\n2 1\n3 2\n"),
    ],
)
def test_each_format_of_attack_graphs_is_read(run: Run, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    done = run("evaluate", name, "--semantics", "grounded")
    expected = "[1 3]\n" if name.endswith(".af") else "[a c]\n"
    assert done == (0, expected, "")


@pytest.mark.parametrize("suffix", [s for row in FORMATS if row.attack_graph for s in row.suffixes])
def test_every_suffix_of_attack_graphs_is_known_and_in_the_manual(run: Run, suffix: str) -> None:
    Path(f"pool{suffix}").write_text("", encoding="utf-8")
    assert "is an attack graph, " in run("evaluate", f"pool{suffix}").err
    manual = ROOT / "docs" / "command-line.md"
    assert f"`{suffix}`" in manual.read_text(encoding="utf-8")


def test_the_attack_graph_of_a_map_has_its_steps_and_helpers(run: Run) -> None:
    done = run("evaluate", UNDERCUT, "--semantics", "grounded", "--open", "presumed")
    assert done == (0, f"[looks-red red-light {STEP} no-reason-wall-is-red]\n", "")


def test_answers_for_programs_have_these_keys(run: Run) -> None:
    """What docs/command-line.md and the classes of argmap.reasoning promise."""
    asked = (
        "--why",
        "looks-so",
        "--strength",
        "--cruxes",
        "looks-so",
        "--changes",
        "looks-so=accepted",
    )
    facts = json.loads(run("evaluate", UNDERCUT, "--json", *asked).out)
    assert list(facts)[:5] == ["statements", "relations", "basis", "tensions", "circles"]
    assert list(facts)[5:] == ["why", "strength", "cruxes", "changes"]
    assert facts["why"].keys() == {"id", "label", "lines"}
    assert facts["why"]["lines"][0].keys() == {"depth", "id", "label", "subject", "text", "ids"}
    assert facts["strength"]["looks-red"].keys() == {
        "accepted",
        "rejected",
        "undecided",
        "leaves",
        "margin",
    }
    assert facts["cruxes"][0].keys() == {"id", "swing", "margin"}
    assert facts["changes"].keys() == {"wanted", "sets", "complete"}
    assert facts["changes"]["sets"] == [{"looks-red": "accepted", "red-light": "rejected"}]


@pytest.mark.parametrize(
    ("ids", "complete", "last"),
    [
        ("", True, "  Nothing that was tried."),
        ("", False, "  Nothing was found in the time."),
        ("ab", True, "  accept b"),
        ("ab", False, "  The search stopped; there may be more."),
    ],
)
def test_a_search_that_stopped_says_so(ids: str, complete: bool, last: str) -> None:
    sets = tuple({id_: Judgement.ACCEPTED} for id_ in ids)
    found = Changes(Label.ACCEPTED, sets, complete)
    assert list(evaluate._changes(found))[-1] == last
    plain = evaluate._plain(found)
    assert isinstance(plain, dict)
    assert plain["complete"] is complete


TENSE = """\
argmap: 1
statements:
  - {id: open, text: The pool should open., judgement: accepted}
  - {id: cost, text: Staff cost doubles., judgement: accepted}
  - {id: trust, text: The paper can be trusted.}
  - {id: says-so, text: The paper says so.}
  - {id: late, text: The pool closes late.}
relations:
  - {id: o, from: [cost], attacks: open}
  - {id: r, from: [says-so], supports: trust}
  - {id: s, from: [trust], supports: says-so}
"""


def test_tensions_and_circles_are_told_below_the_labels(run: Run) -> None:
    done = run("evaluate", "-", given=TENSE.encode())
    assert done.out.splitlines()[-4:] == [
        "",
        "In tension with the rest of the map: open",
        "",
        "A circle of support: trust, says-so",
    ]
    facts = json.loads(run("evaluate", "-", "--json", given=TENSE.encode()).out)
    assert facts["tensions"] == ["open"]
    assert facts["circles"] == [["trust", "says-so"]]


HINGES = "What it hinges on, and by how much:\n"
MAKES = "What would make it "
ANSWERS = {
    "--cruxes open": f"{HINGES}  No open leaf leads to it.\n",
    "--cruxes late": f"{HINGES}  +100.0%  late\n",
    "--changes open=accepted": f"{MAKES}accepted:\n  Nothing: it is so already.\n",
    "--changes trust=accepted": f"{MAKES}accepted:\n  Nothing that was tried.\n",
    "--changes late=rejected": f"{MAKES}rejected:\n  reject late\n",
    "--why trust": "“The paper can be trusted”: rejected: its only reason rests on itself, by way "
    "of “The paper says so”\n",
    "--why open --cruxes late": "“The pool should open”: accepted: it was judged so, though "
    f"“Staff cost doubles” attacks it\n\n{HINGES}  +100.0%  late\n",
}


@pytest.mark.parametrize("options", ANSWERS)
def test_answers_in_words(run: Run, options: str) -> None:
    done = run("evaluate", "-", *options.split(), given=TENSE.encode())
    assert done == (0, ANSWERS[options], "")


def test_what_is_wrong_with_an_attack_graph_is_told(run: Run) -> None:
    Path("pool.tgf").write_text("a\nb\n#\na b\na nobody\n", encoding="utf-8")
    done = run("evaluate", "pool.tgf", "--semantics", "grounded")
    assert (done.status, done.out) == (1, "[a]\n")
    assert "pool.tgf:5:1" in done.err
    assert "nobody" in done.err


@pytest.mark.skipif(not importlib.util.find_spec("clingo"), reason="needs the extra")
def test_that_there_is_no_extension_is_said(run: Run) -> None:
    Path("odd.tgf").write_text("a\n#\na a\n", encoding="utf-8")
    done = run("evaluate", "odd.tgf", "--semantics", "stable")
    assert done == (0, "", "argmap: “odd.tgf” has no stable extension.\n")


def test_other_semantics_come_with_the_extra(run: Run) -> None:
    done = run("evaluate", DISPUTE, "--semantics", "stable", "--open", "presumed")
    if importlib.util.find_spec("clingo"):
        assert done.out.startswith("[")
    else:
        assert done.status == 2
        assert "pip install 'argmap[dung]'" in done.err


def test_the_dispute_hangs_on_its_crux(run: Run) -> None:
    facts = json.loads(run("evaluate", DISPUTE, "--viewpoint", "debate", "--json").out)
    assert facts["basis"]["duty-limits-choice"] == "contested"
    assert facts["statements"]["answer-owed"] == "undecided"


@pytest.mark.parametrize("judged", ["accepted", "rejected"])
def test_settling_the_crux_settles_the_dispute(run: Run, judged: str) -> None:
    text = Path(DISPUTE).read_text(encoding="utf-8")
    crux = "  - id: duty-limits-choice\n"
    assert crux in text
    decided = text.replace(crux, f"{crux}    judgement: {judged}\n").encode()
    facts = json.loads(run("evaluate", "-", "--open", "presumed", "--json", given=decided).out)
    assert facts["statements"]["answer-owed"] == judged


def test_an_answer_is_not_hidden_below_all_labels(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text("argmap: 1\nstatements:\n  - id: a\n    text: A.\n  - id: b\n    text: B.\n")
    said = run("evaluate", str(path), "--why", "a").out
    assert said == "“A”: undecided: it is open: nobody has judged it and nothing supports it\n"


@pytest.mark.parametrize("options", [["--strength"], ["--cruxes", "open"]])
def test_a_credence_that_is_not_used_is_told_with_its_place(run: Run, options: list[str]) -> None:
    text = Path("pool.argmap.yaml").read_text(encoding="utf-8")
    odd = text.replace("  - id: open\n", "  - id: open\n    credence: 0.9\n")
    Path("odd.argmap.yaml").write_text(odd, encoding="utf-8")
    done = run("evaluate", "odd.argmap.yaml", *options)
    assert done.status == 0
    assert done.err == (
        "argmap: odd.argmap.yaml:4:5: hint credence-ignored The credence of “open” is not used: "
        "its strength comes from its reasons. Remove the credence, or judge the statement.\n"
    )
    assert run("evaluate", "odd.argmap.yaml").err == ""
    assert run("evaluate", "pool.argmap.yaml", *options).err == ""
