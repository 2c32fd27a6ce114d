"""Git is asked without running anything else, in limited time, and what it says is told."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from shutil import which

import pytest

from argmap.store import git as asking
from argmap.store.file_history import sides, tell_settled, text_before, text_of, unmerged, versions
from argmap.store.git import GitError, content, git

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

FILE = "our map.argmap.yaml"


def run(folder: Path, *arguments: str, status: int = 0) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == status, done.stderr


def commit(folder: Path, name: str, text: str, subject: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    run(folder, "add", "--", name)
    run(folder, "commit", "-q", "-m", subject)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    run(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


@pytest.fixture
def torn(repository: Path) -> Path:
    """A repository in a merge that git could not do."""
    commit(repository, FILE, "base\n", "Base")
    run(repository, "checkout", "-q", "-b", "other")
    commit(repository, FILE, "theirs\n", "Theirs")
    run(repository, "checkout", "-q", "main")
    commit(repository, FILE, "ours\n", "Ours")
    run(repository, "merge", "other", status=1)
    return repository


class TestHistory:
    def test_versions_of_a_file_whatever_it_was_called(self, repository: Path) -> None:
        commit(repository, "Ümlaut [1].yaml", "a\nb\nc\nd\n", "One\n\nWhy.")
        run(repository, "mv", "Ümlaut [1].yaml", FILE)
        run(repository, "commit", "-q", "-m", "Two")
        commit(repository, FILE, "a\nb\nc\ne\n", "Three | %s")
        commit(repository, "other.yaml", "x\n", "Another file")
        found = versions(repository / FILE)
        assert [(v.subject, v.author, v.path, v.was) for v in found] == [
            ("Three | %s", "Ann", FILE, FILE),
            ("Two", "Ann", FILE, "Ümlaut [1].yaml"),
            ("One", "Ann", "Ümlaut [1].yaml", ""),
        ]
        assert [text_of(v, repository) for v in found[1:]] == [b"a\nb\nc\nd\n"] * 2
        before = [text_before(v, repository) for v in found]
        assert before == [b"a\nb\nc\nd\n", b"a\nb\nc\nd\n", None]

    def test_a_merge_is_told_with_what_it_did_to_the_branch(self, torn: Path) -> None:
        commit(torn, FILE, "both\n", "Merged")
        merged, *rest = versions(torn / FILE)
        assert merged.subject == "Merged"
        assert text_before(merged, torn) == b"ours\n"
        assert {v.subject for v in rest} == {"Base", "Ours", "Theirs"}

    def test_a_file_below_the_top_and_one_that_git_does_not_know(self, repository: Path) -> None:
        commit(repository, f"maps/{FILE}", "a\n", "One")
        (found,) = versions(repository / "maps" / FILE)
        assert text_of(found, repository / "maps") == b"a\n"
        (repository / "new.yaml").write_text("b\n", encoding="utf-8")
        assert versions(repository / "new.yaml") == ()

    def test_no_repository(self, tmp_path: Path) -> None:
        with pytest.raises(GitError, match="not kept in git"):
            versions(tmp_path / FILE)
        assert not unmerged(tmp_path / FILE)


class TestMerges:
    def test_the_sides_of_an_unsettled_file_and_telling_that_it_is_settled(
        self, torn: Path
    ) -> None:
        assert unmerged(torn / FILE)
        assert sides(torn / FILE) == (b"base\n", b"ours\n", b"theirs\n")
        (torn / FILE).write_text("both\n", encoding="utf-8")
        tell_settled(torn / FILE)
        assert not unmerged(torn / FILE)
        assert sides(torn / FILE) is None
        assert git("show", f":{FILE}", folder=torn) == b"both\n"

    def test_a_file_that_both_added_has_no_base_and_one_that_a_side_deleted_no_sides(
        self, repository: Path
    ) -> None:
        commit(repository, "readme", "x\n", "Base")
        commit(repository, "old.yaml", "base\n", "Base")
        run(repository, "checkout", "-q", "-b", "other")
        commit(repository, FILE, "theirs\n", "Theirs")
        commit(repository, "old.yaml", "theirs\n", "Theirs")
        run(repository, "checkout", "-q", "main")
        commit(repository, FILE, "ours\n", "Ours")
        run(repository, "rm", "-q", "old.yaml")
        run(repository, "commit", "-q", "-m", "Deleted")
        run(repository, "merge", "other", status=1)
        assert sides(repository / FILE) == (b"", b"ours\n", b"theirs\n")
        assert sides(repository / "old.yaml") is None
        assert unmerged(repository / "old.yaml")


class TestSafety:
    def test_settings_of_the_repository_start_no_programs(self, torn: Path) -> None:
        trap = torn / "trap"
        trap.write_text(f"#!/bin/sh\ntouch '{torn}/sprung'\n", encoding="utf-8")
        trap.chmod(0o755)
        hooks = torn / ".git" / "hooks"
        hooks.mkdir(exist_ok=True)
        for hook in ("post-index-change", "reference-transaction", "post-checkout"):
            (hooks / hook).symlink_to(trap)
        for setting in (
            "core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand",
            "diff.x.textconv", "diff.x.command", "pager.log", "alias.log",
        ):  # fmt: skip
            run(torn, "config", setting, str(trap))
        run(torn, "config", "log.showSignature", "true")
        (torn / ".gitattributes").write_text("* diff=x\n", encoding="utf-8")
        (torn / "sprung").unlink(missing_ok=True)
        for found in versions(torn / FILE):
            text_of(found, torn)
            text_before(found, torn)
        assert sides(torn / FILE)
        assert content("HEAD", FILE, torn) == b"ours\n"
        tell_settled(torn / FILE)
        assert not (torn / "sprung").exists()

    @pytest.mark.parametrize(
        "name", ["-x.yaml", "--help", ":(glob)*.yaml", "a;b.yaml", "$(a).yaml"]
    )
    def test_odd_names_are_names(self, repository: Path, name: str) -> None:
        commit(repository, name, "a\n", "One")
        commit(repository, "b.yaml", "b\n", "Two")
        (found,) = versions(repository / name)
        assert text_of(found, repository) == b"a\n"
        assert content("HEAD", name, repository) == b"a\n"

    def test_a_version_is_no_option(self, repository: Path) -> None:
        commit(repository, FILE, "a\n", "One")
        with pytest.raises(GitError, match="no version"):
            content("--output=stolen", FILE, repository)

    def test_another_folder_is_another_repository(
        self, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        commit(repository, FILE, "a\n", "One")
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
        assert len(versions(repository / FILE)) == 1


class TestTime:
    @pytest.fixture(autouse=True)
    def slow(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have a git that never comes to an end, and asks."""
        program = tmp_path / "bin" / "git"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\nread answer\nexec sleep 60\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent), prepend=":")

    def test_it_has_a_limit(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(asking, "SECONDS", 0.2)
        with pytest.raises(GitError, match=r"took longer than 0\.2 seconds"):
            versions(tmp_path / FILE)

    def test_it_can_be_stopped(self, tmp_path: Path) -> None:
        stop = threading.Event()
        stop.set()
        with pytest.raises(GitError, match="was stopped"):
            versions(tmp_path / FILE, stop)
