"""A file's history in git, how it stands in a merge, and telling git that it is settled."""

from __future__ import annotations

import os
from pathlib import Path

from argmap.frozen import frozen
from argmap.store.git import GitError, Stop, content, git, top

MOST = 500
"""Versions that are told of; nobody looks through more."""

_FIELDS = "%x1e%H%x1f%ad%x1f%an%x1f%s%x00"
_DATES = "--date=format-local:%Y-%m-%d %H:%M"


@frozen
class Version:
    """A commit that changed a file: its name, when, by whom, what was said, and the path then.

    `was` is the path before the commit, empty where the commit added the file. Paths are seen from
    the top of the repository.
    """

    commit: str
    date: str
    author: str
    subject: str
    path: str
    was: str


def versions(file: Path, stop: Stop | None = None) -> tuple[Version, ...]:
    """Return the versions of a file, the newest first, whatever it was called.

    Raises GitError where there is no git or no repository. A file that git does not know has none.
    """
    name, folder = file.name, file.parent
    if not git("ls-files", "-z", "--", name, folder=folder, stop=stop):
        git("rev-parse", "--git-dir", folder=folder, stop=stop)
        return ()
    said = git(
        "log",
        f"--max-count={MOST}",
        "--follow",
        "--diff-merges=first-parent",
        "--name-status",
        "-z",
        _DATES,
        f"--format={_FIELDS}",
        "--no-ext-diff",
        "--no-textconv",
        "--",
        name,
        folder=folder,
        stop=stop,
    )
    entries = os.fsdecode(said).split("\x1e")[1:]
    return tuple(map(_version, entries))


def text_of(version: Version, folder: Path, stop: Stop | None = None) -> bytes:
    """Return what a file held in one of its versions; raises GitError where git cannot say."""
    return content(version.commit, version.path, top(folder, stop), stop)


def text_before(version: Version, folder: Path, stop: Stop | None = None) -> bytes | None:
    """Return what a file held before one of its versions; None where it was not there.

    Of a merge, that is what the branch held into which another one was merged.
    """
    if not version.was:
        return None
    return content(f"{version.commit}^", version.was, top(folder, stop), stop)


def in_commit(file: Path, revision: str, stop: Stop | None = None) -> bytes:
    """Return what a file held in a commit; raises GitError where there is none of that name."""
    return content(revision, file.name, file.parent, stop)


def unmerged(file: Path, stop: Stop | None = None) -> bool:
    """Whether a merge left a file unsettled, as git sees it; not where there is no git."""
    return bool(_stages(file, stop))


def sides(file: Path, stop: Stop | None = None) -> tuple[bytes, bytes, bytes] | None:
    """Return base, ours and theirs of a file that a merge left unsettled; None for any other.

    The base is empty where both sides added the file. None also where a side deleted it.
    """
    stages = _stages(file, stop)
    if not {"2", "3"} <= stages.keys():
        return None
    texts = [
        git("cat-file", "blob", stages[n], folder=file.parent, stop=stop) if n in stages else b""
        for n in "123"
    ]
    return texts[0], texts[1], texts[2]


def tell_settled(file: Path, stop: Stop | None = None) -> None:
    """Tell git that a file is settled, by `git add`; raises GitError where it will not have it."""
    git("add", "--", file.name, folder=file.parent, stop=stop)


def _stages(file: Path, stop: Stop | None) -> dict[str, str]:
    """Return the names of the blobs of a file's sides by their numbers."""
    try:
        said = git("ls-files", "--unmerged", "-z", "--", file.name, folder=file.parent, stop=stop)
    except GitError:
        return {}
    heads = [entry.partition(b"\t")[0].split() for entry in said.split(b"\0") if entry]
    return {number.decode(): blob.decode() for _, blob, number in heads}


def _version(entry: str) -> Version:
    """Return a version from what git says of it: fields, and what the commit did to the file."""
    fields, _, rest = entry.partition("\0")
    commit, date, author, subject = fields.split("\x1f", 3)
    did, *paths = rest.strip("\n\0").split("\0")
    was = "" if did.startswith("A") else paths[0]
    return Version(commit, date, author, subject, paths[-1], was)
