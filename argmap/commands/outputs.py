"""Where commands write: one file, standard output, or a folder with a file for each input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from argmap.commands.command import Exit
from argmap.commands.console import say_bytes, tell, with_progress
from argmap.commands.reading import STANDARD
from argmap.errors import ArgmapError

_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap.json", ".argmap")


def into_folder(files: Sequence[str], output: str) -> bool:
    """Tell whether the output is a folder: it is one, ends like one, or gets several files."""
    return len(files) > 1 or output.endswith("/") or Path(output).is_dir()


def targets(files: Sequence[str], output: str, ending: str) -> dict[str, str]:
    """Give each file's output, and make the folder for it; no two are ever the same."""
    if not into_folder(files, output):
        return {files[0]: output}
    folder = Path(output)
    if output == STANDARD or (folder.exists() and not folder.is_dir()):
        raise ArgmapError(f"Several files cannot go to {output}.", "name a folder")
    found = {name: str(folder / f"{_stem(name)}{ending}") for name in files}
    _refuse_clashes(found)
    folder.mkdir(parents=True, exist_ok=True)
    return found


def for_each(files: Sequence[str], work: Callable[[str], Exit]) -> Exit:
    """Do the work on one file after the other; one that fails does not stop the rest."""
    statuses = []
    for name in with_progress(files):
        try:
            statuses.append(work(name))
        except ArgmapError as error:
            tell(str(error))
            statuses.append(Exit.FAILED)
        except OSError as error:
            tell(f"{error.filename or name}: {error.strerror or error}")
            statuses.append(Exit.FAILED)
    return Exit.of_several(statuses)


def write(target: str, data: bytes) -> None:
    """Write a result to standard output, or to a file, whole or not at all.

    A device or a pipe, such as `/dev/null`, is no file that could be replaced.
    """
    from argmap.store.save import save_bytes

    path = Path(target)
    if target == STANDARD:
        say_bytes(data)
    elif path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        save_bytes(path, data)


def _refuse_clashes(found: dict[str, str]) -> None:
    by_target: dict[str, str] = {}
    for name, target in found.items():
        other = by_target.setdefault(target, name)
        if other != name:
            raise ArgmapError(
                f"{other} and {name} would both be written to {target}.",
                "write them into different folders",
            )


def _stem(name: str) -> str:
    if name == STANDARD:
        return "map"
    path = Path(name)
    ending = next((e for e in _ENDINGS if path.name.lower().endswith(e)), path.suffix)
    return path.name[: len(path.name) - len(ending)] or path.name
