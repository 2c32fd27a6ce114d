from pathlib import Path

import pytest

from argmap import paths
from tests.commands.conftest import POOL, Run

HEADS = {"svg": b"<", "png": b"\x89PNG\r\n", "pdf": b"%PDF-", "dot": b"digraph"}


@pytest.mark.parametrize("ending", HEADS)
def test_the_ending_names_the_format(run: Run, ending: str) -> None:
    assert run("render", "pool.argmap.yaml", "-o", f"pool.{ending}") == (0, "", "")
    assert Path(f"pool.{ending}").read_bytes().startswith(HEADS[ending])


def test_a_named_format_wins_over_the_ending(run: Run) -> None:
    assert run("render", "pool.argmap.yaml", "-o", "pool.txt", "--format", "dot").status == 0
    assert Path("pool.txt").read_bytes().startswith(b"digraph")


def test_svg_holds_the_texts(run: Run) -> None:
    run("render", "pool.argmap.yaml", "-o", "pool.svg")
    picture = Path("pool.svg").read_text(encoding="utf-8")
    for word in ("pool", "residents", "Volunteers"):
        assert word in picture


def test_theme_and_direction_change_the_picture(run: Run) -> None:
    pictures = set()
    for number, options in enumerate(
        ([], ["--theme", "dark"], ["--direction", "conclusion-left"], ["--titles"])
    ):
        run("render", "pool.argmap.yaml", "-o", f"{number}.svg", *options)
        pictures.add(Path(f"{number}.svg").read_bytes())
    assert len(pictures) >= 3


def test_scale_and_dpi_change_the_size_of_a_png(run: Run) -> None:
    def width(name: str, *options: str) -> int:
        assert run("render", "pool.argmap.yaml", "-o", name, *options).status == 0
        return int.from_bytes(Path(name).read_bytes()[16:20], "big")

    single = width("1.png", "--scale", "1")
    assert abs(width("2.png", "--scale", "2") - 2 * single) <= 2
    assert abs(width("3.png", "--dpi", "288") - 3 * single) <= 3


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "much"])
def test_a_scale_that_makes_no_sense(run: Run, scale: str) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "pool.png", f"--scale={scale}")
    assert done.status == 2
    assert "is not a number above 0" in done.err


def test_an_ending_that_is_no_format(run: Run) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "pool.jpg")
    assert done.status == 2
    assert "“jpg”" in done.err
    assert not Path("pool.jpg").exists()


def test_an_unknown_theme_names_those_there_are(run: Run) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "pool.svg", "--theme", "neon")
    assert done.status == 2
    assert "dark" in done.err
    assert not Path("pool.svg").exists()


def test_many_maps_go_into_a_folder_past_a_bad_one(run: Run) -> None:
    Path("bad.argmap.yaml").write_text("statements: [\n", encoding="utf-8")
    done = run("render", "pool.argmap.yaml", "bad.argmap.yaml", "missing.yaml", "-o", "out")
    assert done.status == 1
    assert [path.name for path in Path("out").iterdir()] == ["pool.svg"]
    assert "bad.argmap.yaml" in done.err
    assert "missing.yaml" in done.err


def test_a_map_with_problems_is_drawn_and_they_are_told(run: Run) -> None:
    done = run("render", "torn.argmap.yaml", "-o", "out/")
    assert (done.status, done.out) == (1, "")
    assert "nobody" in done.err
    assert Path("out/torn.svg").exists()


def test_two_maps_never_write_one_picture(run: Run) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "pool.argmap.yaml").write_text(POOL, encoding="utf-8")
    done = run("render", "a/pool.argmap.yaml", "b/pool.argmap.yaml", "-o", "out")
    assert done.status == 2
    assert "would both be written to" in done.err
    assert not Path("out").exists()


def test_several_maps_need_a_folder(run: Run) -> None:
    Path("out").write_text("mine", encoding="utf-8")
    for output in ("out", "-"):
        done = run("render", "pool.argmap.yaml", "torn.argmap.yaml", "-o", output)
        assert done.status == 2
        assert "folder" in done.err
    assert Path("out").read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_where_nothing_was_read(run: Run) -> None:
    done = run("render", "missing.yaml", "-o", "out.svg")
    assert done.status == 2
    assert "missing.yaml" in done.err
    assert not Path("out.svg").exists()


def test_a_place_that_cannot_be_written(run: Run) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "nowhere/pool.svg")
    assert done.status == 2
    assert done.err.startswith("argmap: There is no folder “nowhere” to write into.")


def test_an_old_picture_stays_until_the_new_one_is_there(run: Run) -> None:
    Path("pictures").mkdir()
    old = Path("pictures/pool.svg")
    old.write_text("old", encoding="utf-8")
    old.chmod(0o444)
    done = run("render", "pool.argmap.yaml", "-o", str(old))
    assert done.status == 2
    assert "read-only" in done.err
    assert old.read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path("pictures").iterdir()] == ["pool.svg"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="a device of Unix")
def test_a_device_is_written_and_stays_one(run: Run) -> None:
    assert run("render", "pool.argmap.yaml", "-o", "/dev/null", "--format", "svg").status == 0
    assert Path("/dev/null").is_char_device()


DISPUTE = str(paths.examples() / "indivisible-security.argmap.yaml")


LARGE = "argmap: 1\nstatements:\n" + "".join(
    f"- id: s{n}\n  text: Sentence number {n} of this map, which needs two lines.\n"
    for n in range(150)
)


def test_text_that_is_too_small_is_told_with_its_size_and_several_pages_help(run: Run) -> None:
    Path("large.argmap.yaml").write_text(LARGE, encoding="utf-8")
    told = run("render", "large.argmap.yaml", "-o", "large.pdf")
    assert told.status == 0
    size = float(told.err.split("the text has ")[1].split(" pt")[0])
    assert 0 < size < 5
    assert "`--pages auto`" in told.err
    single = Path("large.pdf").read_bytes()
    assert run("render", "large.argmap.yaml", "-o", "large.pdf", "--pages", "auto") == (0, "", "")
    assert Path("large.pdf").read_bytes().count(b"/MediaBox") > single.count(b"/MediaBox")


@pytest.mark.parametrize("ending", ["svg", "png", "dot"])
def test_only_a_pdf_has_several_pages(run: Run, ending: str) -> None:
    done = run("render", "pool.argmap.yaml", "-o", f"pool.{ending}", "--pages", "auto")
    assert done.status == 2
    assert "Several pages need PDF." in done.err
    assert not Path(f"pool.{ending}").exists()


def drawn(run: Run, *options: str) -> str:
    """Draw the dispute as DOT, which holds each line of text as it is."""
    done = run("render", DISPUTE, "-o", "-", "--format", "dot", *options)
    assert (done.status, done.err) == (0, "")
    return done.out


def test_labels_are_drawn_from_a_viewpoint(run: Run) -> None:
    assert "accepted" not in drawn(run)
    undecided = drawn(run, "--evaluate").count(">undecided<")
    assert undecided > drawn(run, "--evaluate", "--open", "presumed").count(">undecided<") > 0
    moscow = drawn(run, "--evaluate", "--viewpoint", "moscow-reading")
    assert moscow.count(">accepted<") + moscow.count(">rejected<") == 40
    assert "does not follow" in moscow


def test_two_viewpoints_are_drawn_side_by_side(run: Run) -> None:
    picture = drawn(run, "--compare", "moscow-reading,western-reading")
    assert picture.count(">Moscow: yes, The West: no<") == 8
    assert picture.count(">Moscow: no, The West: yes<") == 6
    assert picture.count(">all: ") == 26


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--viewpoint", "debate"], "Add `--evaluate`."),
        (["--evaluate", "--compare", "author,debate"], "Leave one of them out."),
        (["--compare", "author"], "two viewpoints"),
        (["--compare", "author,nobody"], "no viewpoint “nobody”"),
        (["--evaluate", "--viewpoint", "nobody"], "no viewpoint “nobody”"),
    ],
)
def test_evaluations_that_cannot_be_drawn(run: Run, options: list[str], words: str) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "pool.svg", *options)
    assert done.status == 2
    assert words in done.err
    assert not Path("pool.svg").exists()
