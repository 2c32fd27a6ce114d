"""What git is told about maps: drivers in its configuration, file names in its attributes.

A merge driver that ends with any other status than 0 or 1 leaves ours without marks, and the next
commit would drop theirs. So where argmap is missing, or cannot read a side, the driver's line has
git merge the file as a text, with its marks. Python, too, ends with 1 where argmap has gone, so
only what argmap has written is a merge. Git ignores external diffs in `log -p` and takes their
status for a failure, so differences are shown by way of `textconv`.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.saving import save_bytes
from argmap.store.file_names import OWN_SUFFIXES
from argmap.store.git import GitError, git

_DRIVER = (
    'f() { PROGRAM merge "$1" "$2" "$3" -o "$2.new" --name "$5"; s=$?; '
    'test $s -le 1 && test -f "$2.new" && mv -f "$2.new" "$2" && return $s; rm -f "$2.new"; '
    "test $s -lt 126 || echo 'argmap is not where it was; run git-setup of argmap again.' >&2; "
    'echo "argmap could not merge $5, so it is merged as a text." >&2; '
    'git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3" || return 1; '
    "}; f %O %A %B %L %P"
)
_TEXTCONV = (
    'f() { t=$(PROGRAM info --words "$1" 2>/dev/null); '
    'test $? -le 1 && test -n "$t" && printf "%s\\n" "$t" || cat "$1"; }; f'
)
_SETTINGS = (
    ("merge.argmap", "name", "argument maps, merged by argmap"),
    ("merge.argmap", "driver", _DRIVER),
    ("merge.argmap", "recursive", "binary"),
    ("diff.argmap", "textconv", _TEXTCONV),
    ("difftool.argmap", "cmd", 'PROGRAM diff --name "$MERGED" "$LOCAL" "$REMOTE"'),
    ("mergetool.argmap", "cmd", 'PROGRAM resolve "$MERGED"'),
    ("mergetool.argmap", "trustExitCode", "true"),
)
"""Section, key and value of git's configuration; PROGRAM is how this argmap is started."""

ATTRIBUTES = tuple(f"*{suffix} merge=argmap diff=argmap" for suffix in OWN_SUFFIXES)


class Scope(StrEnum):
    """Whose git is told: that of one repository, or of all that a user has."""

    LOCAL = "--local"
    GLOBAL = "--global"


def set_up(scope: Scope) -> Iterator[str]:
    """Write configuration and attributes; return what was done, in sentences."""
    attributes = _attributes(scope)
    for section, key, value in _SETTINGS:
        git("config", scope, f"{section}.{key}", value.replace("PROGRAM", program()))
    lines = _lines(attributes)
    missing = [line for line in ATTRIBUTES if line not in lines]
    if missing:
        _write(attributes, [*lines, *missing])
    yield f"Git merges maps with argmap now, as “{attributes}” says."
    if scope is Scope.LOCAL:
        yield "This holds for this clone only; others run `argmap git-setup` in theirs."


def take_back(scope: Scope) -> Iterator[str]:
    """Take back what `set_up` wrote, and nothing else; return what was done, in sentences."""
    attributes = _attributes(scope)
    for section in dict.fromkeys(section for section, _, _ in _SETTINGS):
        with suppress(GitError):  # it is not there
            git("config", scope, "--remove-section", section)
    lines = _lines(attributes)
    kept = [line for line in lines if line not in ATTRIBUTES]
    if kept != lines:
        _write(attributes, kept)
    yield "Git knows nothing of argmap any more."


def program() -> str:
    """Return how a shell starts this argmap: by its name if that is what it finds."""
    started = Path(sys.argv[0]).resolve()
    found = shutil.which("argmap")
    if found and Path(found).resolve() == started:
        return "argmap"
    if started.name.startswith("argmap") and os.access(started, os.X_OK):
        return shlex.quote(str(started))
    return f"{shlex.quote(sys.executable)} -m argmap"


def _attributes(scope: Scope) -> Path:
    """Return the file of attributes; raises ArgmapError outside of a repository."""
    if scope is Scope.LOCAL:
        try:
            named = git("rev-parse", "--git-path", "info/attributes")
        except GitError as error:
            raise ArgmapError(
                error.message, "Run this in a repository, or add `--global`."
            ) from error
        return Path(os.fsdecode(named.removesuffix(b"\n")))
    with suppress(GitError):
        named = git("config", "--global", "--type=path", "core.attributesFile")
        return Path(os.fsdecode(named.removesuffix(b"\n")))
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "git" / "attributes"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _write(file: Path, lines: list[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    save_bytes(file, "".join(f"{line}\n" for line in lines).encode())
