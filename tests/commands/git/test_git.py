"""Real git with argmap as its merge driver, textconv and mergetool."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from shutil import which

import pytest

from argmap import cli
from argmap.commands.git import setup
from tests.commands.conftest import POOL
from tests.commands.git.repository import FILE, Repository

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

OURS = POOL.replace("Staff cost doubles on Sundays.", "Staff cost doubles on Sundays and holidays.")
THEIRS = POOL.replace(
    "    text: Staff cost doubles on Sundays.\n",
    "    text: Staff cost doubles on Sundays.\n    note: Ask the union.  # in May\n",
)
BOTH = THEIRS.replace("on Sundays.\n    note", "on Sundays and holidays.\n    note")
RIVAL = POOL.replace("Staff cost doubles on Sundays.", "Staff cost triples on Sundays.")
UNREADABLE = RIVAL.replace("relations:", "relations: [")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository in a path with blanks, in which `argmap git-setup` was run."""
    folder, home = tmp_path / "our maps", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    made = Repository(folder, home)
    made.git("init", "-q", "-b", "main")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    assert cli.main(["git-setup"]) == 0
    return made


@pytest.fixture
def torn(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return the repository in a merge with a conflict; somebody is at the keys of its windows."""
    pressed = f"{shlex.quote(sys.executable)} -m tests.commands.git.pressed"
    monkeypatch.setattr(setup, "program", lambda: pressed)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main(["git-setup"]) == 0
    repository.fork(POOL, OURS, RIVAL)
    repository.git("merge", "other", status=1)
    return repository


class TestMerging:
    def test_what_git_alone_cannot_merge_is_merged(self, repository: Repository) -> None:
        repository.fork(POOL, OURS, THEIRS)
        repository.git("merge", "-q", "other")
        assert repository.read() == BOTH

    def test_a_clash_stops_the_merge_and_stands_in_the_file(self, repository: Repository) -> None:
        repository.fork(POOL, OURS, RIVAL, "my maps/the pool.argmap.yaml")
        done = repository.git("merge", "other", status=1)
        assert "my maps/the pool.argmap.yaml: A merge could not settle this" in done.err
        merged = repository.read("my maps/the pool.argmap.yaml")
        assert merged.startswith(OURS)
        assert "theirs: Staff cost triples on Sundays.\n" in merged
        assert "<<<<" not in merged
        assert cli.main(["check", "my maps/the pool.argmap.yaml"]) == 1

    def test_a_rebase_and_a_cherry_pick(self, repository: Repository) -> None:
        repository.fork(POOL, OURS, THEIRS)
        repository.git("checkout", "-q", "-b", "picked")
        repository.git("cherry-pick", "other")
        assert repository.read() == BOTH
        repository.git("checkout", "-q", "other")
        repository.git("rebase", "-q", "main")
        assert repository.read() == BOTH

    def test_a_stash_that_is_popped(self, repository: Repository) -> None:
        repository.commit(POOL)
        repository.write(THEIRS)
        repository.git("stash", "-q")
        repository.commit(OURS)
        repository.git("stash", "pop", "-q")
        assert repository.read() == BOTH

    def test_a_criss_cross_merge(self, repository: Repository) -> None:
        repository.fork(POOL, OURS, RIVAL)
        repository.git("branch", "before")
        settled = OURS.replace("doubles on Sundays and", "triples on Sundays and")
        repository.git("merge", "other", status=1)
        repository.commit(settled)
        repository.git("checkout", "-q", "other")
        repository.git("merge", "before", status=1)
        repository.commit(settled.replace("title: Should", "title: May"))
        repository.git("checkout", "-q", "main")
        repository.commit(settled.replace("Volunteers will", "Volunteers may"))
        repository.git("merge", "other")
        expected = settled.replace("title: Should", "title: May")
        assert repository.read() == expected.replace("Volunteers will", "Volunteers may")

    def test_both_added_the_file(self, repository: Repository) -> None:
        repository.commit("", file="empty")
        repository.git("checkout", "-q", "-b", "other")
        repository.commit(THEIRS)
        repository.git("checkout", "-q", "main")
        repository.commit(POOL)
        repository.git("merge", "other", status=1)
        merged = repository.read()
        assert merged.startswith(POOL)
        assert "- id: cost\n    key: statements\n    ours:" in merged


class TestTrouble:
    def test_a_side_that_cannot_be_read_is_merged_as_a_text(self, repository: Repository) -> None:
        repository.fork(POOL, OURS, UNREADABLE)
        done = repository.git("merge", "other", status=1)
        assert f"argmap could not merge {FILE}, so it is merged as a text." in done.err
        assert "<<<<<<< ours\n" in repository.read()
        assert ">>>>>>> theirs\n" in repository.read()

    def test_without_argmap_git_merges_the_text_and_says_why(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(setup, "program", lambda: "no-such-argmap")
        assert cli.main(["git-setup"]) == 0
        repository.fork(POOL, OURS, RIVAL)
        done = repository.git("merge", "other", status=1)
        assert "no-such-argmap" in done.err
        assert "merged as a text" in done.err
        assert "<<<<<<< ours\n" in repository.read()
        assert [p.name for p in repository.folder.iterdir()] in ([".git", FILE], [FILE, ".git"])
        assert "triples" in repository.git("log", "-p", "other").out

    @pytest.mark.parametrize("status", [1, 3, 126])
    def test_a_program_that_ends_like_a_conflict_is_not_taken_for_one(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch, status: int
    ) -> None:
        """Python ends with 1 where argmap is gone; ours alone would stand there without marks."""
        gone = f"sh -c 'exit {status}'"
        monkeypatch.setattr(setup, "program", lambda: gone)
        assert cli.main(["git-setup"]) == 0
        repository.fork(POOL, OURS, RIVAL)
        done = repository.git("merge", "other", status=1)
        assert "merged as a text" in done.err
        assert ("git-setup" in done.err) == (status == 126)
        assert ">>>>>>> theirs\n" in repository.read()
        assert sorted(p.name for p in repository.folder.iterdir()) == [".git", FILE]
        assert "triples" in repository.git("log", "-p", "other").out, "no empty text either"


class TestShowing:
    def test_differences_are_shown_in_words(self, repository: Repository) -> None:
        repository.commit(POOL)
        repository.write(OURS)
        shown = repository.git("diff").out
        assert "\n-    & Staff cost doubles on Sundays. [cost]\n" in shown
        assert "\n+    & Staff cost doubles on Sundays and holidays. [cost]\n" in shown
        repository.commit(OURS)
        assert shown.split("@@")[-1] in repository.git("log", "-p", "-1").out
        assert shown.split("@@")[-1] in repository.git("show").out

    def test_a_difference_against_the_last_commit_and_between_revisions(
        self, repository: Repository, capsys: pytest.CaptureFixture[str]
    ) -> None:
        repository.commit(POOL)
        repository.commit(OURS)
        assert cli.main(["diff", FILE]) == 0
        assert cli.main(["diff", f"HEAD~:{FILE}", FILE]) == 1
        assert "Reworded “Staff cost doubles on Sundays”." in capsys.readouterr().out
        assert cli.main(["diff", f"nobody:{FILE}", FILE]) == 2
        assert "nobody" in capsys.readouterr().err
        (repository.folder / f"HEAD~:{FILE}").write_text(OURS, encoding="utf-8")
        assert cli.main(["diff", f"HEAD~:{FILE}", FILE]) == 0, "a file of that name wins"

    def test_one_file_is_compared_wherever_it_is_named_from(
        self,
        repository: Repository,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        repository.commit(POOL, file=f"maps/{FILE}")
        repository.write(OURS, f"maps/{FILE}")
        file = repository.folder / "maps" / FILE
        for folder in (repository.folder, file.parent, tmp_path):
            monkeypatch.chdir(folder)
            assert cli.main(["diff", str(file)]) == 1
            assert cli.main(["diff", str(os.path.relpath(file))]) == 1
        monkeypatch.chdir(file.parent)
        for path in (f"maps/{FILE}", FILE, f"./{FILE}"):
            assert cli.main(["diff", f"HEAD:{path}", FILE]) == 1
        assert capsys.readouterr().err == ""
        repository.commit(RIVAL, file=FILE)
        assert cli.main(["diff", f"HEAD:{FILE}", f"../{FILE}"]) == 0, "from the top, as git has it"

    def test_a_difftool_tells_what_changed(self, repository: Repository) -> None:
        repository.commit(POOL)
        repository.write(OURS)
        shown = repository.git("difftool", "--tool=argmap", "--no-prompt").out
        assert "Reworded “Staff cost doubles on Sundays”." in shown
        repository.commit(OURS)
        for versions in (("HEAD~",), ("HEAD~", "HEAD")):  # of both git writes files, or of one
            told = repository.git("difftool", "-y", "--tool=argmap", *versions).out
            assert told.startswith(f"{FILE}:10:5: Reworded")

    def test_what_is_no_map_is_shown_as_it_is(self, repository: Repository) -> None:
        repository.commit(POOL)
        repository.write(UNREADABLE)
        assert "+relations: [\n" in repository.git("diff").out

    def test_a_mergetool_merges_again(self, repository: Repository) -> None:
        repository.git("config", "merge.argmap.driver", "false")
        repository.fork(POOL, OURS, THEIRS)
        repository.git("merge", "other", status=1)
        repository.git("mergetool", "--tool=argmap", "--no-prompt")
        assert repository.read() == BOTH
        assert repository.git("diff", "--name-only", "--diff-filter=U").out == ""

    def test_a_mergetool_opens_the_resolver_and_git_learns_that_all_is_settled(
        self, torn: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ARGMAP_KEYS", "Alt+T Alt+S")
        torn.git("mergetool", "--tool=argmap", "--no-prompt")
        assert torn.read() == RIVAL
        assert torn.git("diff", "--name-only", "--diff-filter=U").out == ""
        torn.git("commit", "-q", "--no-edit")

    def test_a_rebase_that_stops_is_settled_in_the_window_and_goes_on(
        self, torn: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        torn.git("merge", "--abort")
        torn.git("checkout", "-q", "other")
        torn.git("rebase", "main", status=1)
        monkeypatch.setenv("ARGMAP_KEYS", "Alt+T Alt+G")
        torn.git("-c", f"alias.settle=!{setup.program()} resolve {FILE}", "settle")
        assert torn.git("status", "--short").out == f"M  {FILE}\n"
        torn.git("rebase", "--continue")
        assert torn.git("log", "--format=%s").out.split() == ["Theirs", "Ours", "Base"]
        assert torn.read() == RIVAL

    def test_a_window_that_is_closed_before_all_is_settled_settles_nothing(
        self, torn: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = torn.read()
        monkeypatch.setenv("ARGMAP_KEYS", "Ctrl+W")
        torn.git("mergetool", "--tool=argmap", "--no-prompt", status=1)
        assert torn.git("diff", "--name-only", "--diff-filter=U").out == f"{FILE}\n"
        assert torn.read() == before

    def test_what_was_merged_as_a_text_is_merged_anew_and_settled(
        self, torn: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        torn.git("merge", "--abort")
        torn.git("config", "merge.argmap.driver", "git merge-file %A %O %B")
        torn.git("merge", "other", status=1)
        assert "<<<<<<<" in torn.read()
        monkeypatch.setenv("ARGMAP_KEYS", "Alt+O Alt+S")
        torn.git("mergetool", "--tool=argmap", "--no-prompt")
        assert torn.read() == OURS


class TestSettingUp:
    def test_twice_is_once_and_taking_back_leaves_what_was_there(
        self, repository: Repository, capsys: pytest.CaptureFixture[str]
    ) -> None:
        attributes = repository.folder / ".git" / "info" / "attributes"
        attributes.write_text("*.png binary\n" + attributes.read_text(encoding="utf-8"))
        settings = repository.git("config", "--local", "--list").out
        assert cli.main(["git-setup"]) == 0
        assert "This holds for this clone only" in capsys.readouterr().err
        assert repository.git("config", "--local", "--list").out == settings
        assert attributes.read_text(encoding="utf-8").count("*.argmap.yaml") == 1
        for _ in range(2):
            assert cli.main(["git-setup", "--remove"]) == 0
            assert attributes.read_text(encoding="utf-8") == "*.png binary\n"
            assert "argmap" not in repository.git("config", "--local", "--list").out

    def test_for_all_repositories(self, repository: Repository) -> None:
        assert cli.main(["git-setup", "--remove"]) == 0
        assert cli.main(["git-setup", "--global"]) == 0
        repository.fork(POOL, OURS, THEIRS)
        repository.git("merge", "-q", "other")
        assert repository.read() == BOTH
        assert cli.main(["git-setup", "--global", "--remove"]) == 0
        assert "argmap" not in repository.git("config", "--list").out

    def test_outside_of_a_repository(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert cli.main(["git-setup"]) == 2
        assert "--global" in capsys.readouterr().err
